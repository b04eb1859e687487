"""One bank, many documents: the answers of one submission as the beginning of another. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from drafter.answers.paths import keys, maps
from drafter.drafting.alike_answers import AlikeAnswers, alike_answers
from drafter.drafting.aside import Record, records
from drafter.drafting.aside_words import aside_in_words, offers_in_words
from drafter.drafting.document_change import AGREED
from drafter.drafting.moving import move
from drafter.library.library import Library
from drafter.model.node import Node, Tree
from drafter.model.question import Ask

_OF_THE_FILE = ("format", "made_with", "interview")
"""What belongs to one file alone."""


@dataclass(slots=True)
class CarryOver:
    """The answers of the new document, and what became of the old ones, in words."""

    data: dict[str, Node]
    aside: list[str] = field(default_factory=list)
    """What the new document cannot use; it is kept in the new file and not printed."""
    again: list[str] = field(default_factory=list)
    """What is asked again, because it was agreed to for the other document alone."""
    shown: list[str] = field(default_factory=list)
    """The questions that show words of the old document, to be confirmed or changed."""
    offered: list[str] = field(default_factory=list)
    """The clauses that are suggested in place of others; none of them is chosen."""


def carry(tree: Tree, document: str, library: Library) -> CarryOver:
    """Return the answers *tree* carried over to *document*, which is written in another file.

    What the new document can use goes along word for word. The rest is put aside in the new file. Consent is
    never carried over, and whether an organisation agreed neither. Raises DrafterError where there is no such
    document.
    """
    moved = move(_without_agreements(tree), document, library, anew=True)
    new = {key: value for key, value in moved.data.items() if key not in _OF_THE_FILE}
    kept = [record.saved() for record in records(new) if _is_kept(record)]
    alike = _show_again(tree, new, document, library)
    inactive = {**keys(new, ("inactive",)), "removed": kept}
    new["inactive"] = {key: value for key, value in inactive.items() if value}
    if not new["inactive"]:
        del new["inactive"]
    aside = [
        record
        for record in moved.aside
        if not record.is_empty and not (record.place == ("details",) and record.key in alike.used)
    ]
    return CarryOver(
        new,
        [line for record in aside for line in aside_in_words(record, library)],
        list(_asked_again(tree, library)),
        list(alike.asked),
        list(offers_in_words(new, library)),
    )


def _show_again(tree: Tree, new: dict[str, Node], document: str, library: Library) -> AlikeAnswers:
    """Put words of *tree* on the lines of the questions of *new* that ask for the same, and return them."""
    asks_before = {ask.name: ask for ask in _asks(tree, library)}
    asks_after = {ask.name: ask for ask in library.document(document).rules.asks}
    details = keys(new, ("details",))
    alike = alike_answers(keys(tree, ("details",)), asks_before, details, asks_after)
    if alike.typed:
        new["details"] = {**details, **{name: list(rows) for name, rows in alike.groups.items()}}
        new["interview"] = {**keys(new, ("interview",)), "typed": dict(alike.typed)}
    return alike


def _is_kept(record: Record) -> bool:
    """Return whether *record* is kept in the new file: never a consent, and no empty answer."""
    return record.place[:1] != ("cases",) and not record.is_empty


def _without_agreements(tree: Tree) -> dict[str, Node]:
    """Return *tree* without what was agreed to for its own document: consents, publication, signatures."""
    new = dict(tree)
    new |= {
        "organisations": _not_asked(tree),
        "cases": {key: _without(case, ("consent",)) for key, case in keys(tree, ("cases",)).items()},
        "sign_off": _without(tree.get("sign_off"), ("date",)),
        "details": _without_consents(tree.get("details")),
    }
    return {key: value for key, value in new.items() if key in tree}


def _without_consents(details: Node) -> Node:
    """Return *details* without what was agreed to, also by each of several people."""
    kept = _without(details, AGREED)
    if not isinstance(kept, Mapping):
        return kept
    return {
        name: [_without(row, AGREED) for row in value] if isinstance(value, list | tuple) else value
        for name, value in kept.items()
    }


def _not_asked(tree: Tree) -> list[Node]:
    """Return the organisations of *tree*; the others were asked about its own document."""
    joining = _joining(tree)
    return [
        {**row, "status": "not-asked"} if number in joining else row
        for number, row in enumerate(maps(tree, ("organisations",)))
    ]


def _joining(tree: Tree) -> list[int]:
    """Return the positions of the organisations that joined the lead or were invited to."""
    entries = maps(tree, ("organisations",))
    # The first organisation leads where none is named as the lead.
    lead = next((number for number, row in enumerate(entries) if row.get("role") == "lead"), 0)
    return [
        number for number, row in enumerate(entries) if number != lead and row.get("status") != "declined"
    ]


def _without(node: Node, names: Collection[str]) -> Node:
    """Return *node* without the keys *names*, or as it is where it is no mapping."""
    if not isinstance(node, Mapping):
        return node
    return {key: value for key, value in node.items() if key not in names}


def _asked_again(tree: Tree, library: Library) -> Iterator[str]:
    """Yield in words what *tree* had and the new document asks for again."""
    for key, case in keys(tree, ("cases",)).items():
        if keys(case, ("consent",)):
            yield f"the consent of case {key}: it was given for the other document"
    questions = {ask.name: ask.ask for ask in _asks(tree, library)}
    for name, value in keys(tree, ("details",)).items():
        if name in AGREED and value:
            yield f"“{questions.get(name, name)}”: that was answered for the other document"
    entries = maps(tree, ("organisations",))
    if names := [str(entries[number].get("name") or "an organisation") for number in _joining(tree)]:
        yield f"whether they agree to this document: {', '.join(names)}"
    if keys(tree, ("sign_off",)).get("date"):
        yield "the date of signing"


def _asks(tree: Tree, library: Library) -> tuple[Ask, ...]:
    document = str(tree.get("document") or "")
    return library.document(document).rules.asks if document in library.document_ids() else ()
