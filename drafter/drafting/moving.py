"""The answers to one document as answers to another: what it can use stays, the rest is put aside. Pure.

Works on answers as they are saved, since what is put aside is kept letter for letter. Nothing is lost: what
is put aside comes back by itself with a document that can use it. Nothing is asserted: no answer is made up,
and what was said of one body, treaty or meeting is not taken for another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeGuard

from drafter.answers.changes import Change
from drafter.drafting.aside import Record
from drafter.drafting.document_change import DocumentChange
from drafter.drafting.moving_answers import MovingAnswers
from drafter.drafting.moving_details import move_details
from drafter.drafting.moving_sections import move_sections
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.node import Node, Tree
from drafter.yaml_text import KeyPath

OWN_WORDS = ("title", "summary", "closing")
"""What is written for one review: it stays while the document goes to the same body."""
PARTS = ("keywords", "method", "earlier", "themes")
"""What every document can use that does not leave it out."""


@dataclass(slots=True)
class Moved:
    """The answers for the new document, and what became of those that it cannot use."""

    data: dict[str, Node]
    aside: list[Record] = field(default_factory=list)
    """What was put aside."""


def move(tree: Tree, document: str, library: Library, *, anew: bool = False) -> Moved:
    """Return the answers *tree* as answers to *document*; *anew* where that is another occasion.

    *tree* is left as it is; what is private is ignored. Raises DrafterError where there is no such document.
    """
    change = DocumentChange(str(tree.get("document") or ""), document, library, anew)
    answers = MovingAnswers(tree, change)
    answers.parts["document"] = document
    written_for = _bring_back_parts(answers, ("themes",)).get("themes", change.before)
    move_details(answers)
    _put_aside_parts(answers)
    _bring_back_parts(answers, ("state", *OWN_WORDS, *PARTS))
    _move_consents(answers)
    offered = move_sections(answers, written_for)
    return Moved(answers.saved(offered), list(answers.pool.new))


def differences(old: Node, new: Node, path: KeyPath = ()) -> Iterator[Change]:
    """Yield the changes that make *new* of *old*, each as far inside as can be: comments around it stay."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from (((*path, key), GONE) for key in old if key not in new)
        for key in new:
            if key not in old:
                yield (*path, key), new[key]
            else:
                yield from differences(old[key], new[key], (*path, key))
    elif _is_list(old) and _is_list(new) and len(old) == len(new):
        for number, (old_item, new_item) in enumerate(zip(old, new, strict=True)):
            yield from differences(old_item, new_item, (*path, number))
    elif old != new or isinstance(old, bool) != isinstance(new, bool):
        yield path, new


def _is_list(node: Node) -> TypeGuard[Sequence[Node]]:
    return isinstance(node, Sequence) and not isinstance(node, str)


def _can_use(change: DocumentChange, name: str, value: Node, document: str) -> bool:
    """Return whether the new document can use the common part *name* that was written for *document*."""
    if name == "state":
        return value != "" or not change.rules.state_needed
    if name in change.rules.left_out:
        return False
    return name not in OWN_WORDS or not document or document == change.after or change.same_review(document)


def _put_aside_parts(answers: MovingAnswers) -> None:
    before = answers.change.before
    for name in ("state", *OWN_WORDS, *PARTS):
        value = answers.parts.get(name)
        is_there = name in answers.parts and (value or name not in PARTS)
        if is_there and not _can_use(answers.change, name, value, before):
            answers.pool.add(Record((), name, answers.take_part(name), before))


def _bring_back_parts(answers: MovingAnswers, names: tuple[str, ...]) -> dict[str, str]:
    """Bring back the parts *names* that the document can use; return for which document each was written."""
    written_for = {}
    for name in names:
        for record in list(answers.pool.waiting((), name)):
            is_free = answers.parts.get(name) in (None, "", [])
            document = record.document or ""
            if is_free and _can_use(answers.change, name, record.value, document):
                answers.put_part(name, record.value)
                answers.pool.take(record)
                written_for[name] = document
    return written_for


def _move_consents(answers: MovingAnswers) -> None:
    """Put aside each consent that was given for another body, and bring back those given for this one."""
    change, pool = answers.change, answers.pool
    for key, case in answers.cases.items():
        place = ("cases", key)
        if case.get("consent") and not _is_same_consent(change, change.before):
            pool.add(Record(place, "consent", case.pop("consent"), change.before))
        for record in list(pool.waiting(place, "consent")):
            if not case.get("consent") and _is_same_consent(change, record.document or ""):
                case["consent"] = record.value
                pool.take(record)


def _is_same_consent(change: DocumentChange, document: str) -> bool:
    """Return whether what was agreed to for *document* holds for the new one: same body, same readers."""
    rules = change.rules_of(document)
    if change.anew or rules is None:
        return False
    is_same_body = change.same_review(document) and rules.consent == change.rules.consent
    return document == change.after or is_same_body
