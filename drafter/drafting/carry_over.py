"""One bank, many documents: the answers of one submission as the beginning of another. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from drafter.answers.paths import keys, rows
from drafter.drafting.aside_words import aside_in_words, offers_in_words
from drafter.drafting.moving import move
from drafter.drafting.moving_details import AGREED
from drafter.library.library import Library

_DIALOGUE = ("choosing", "seeking", "explaining")
"""What the interview of the other file was about to ask."""


@dataclass(slots=True)
class CarryOver:
    """The answers of the new document, and what became of the old ones, in words."""

    data: dict[str, Any]
    aside: list[str] = field(default_factory=list)
    """What the new document cannot use; it is kept in the new file and not printed."""
    again: list[str] = field(default_factory=list)
    """What is asked again, because it was agreed to for the other document alone."""
    offered: list[str] = field(default_factory=list)
    """The clauses that are suggested in place of others; none of them is taken."""
    turned: list[str] = field(default_factory=list)
    """What was brought into another form."""


def carry(data: Mapping[str, Any], document: str, library: Library) -> CarryOver:
    """Return the answers *data* carried over to *document*, which is written in another file.

    What the new document can use goes along word for word. The rest is put aside in the new file. Consent is
    never carried over. Raises DrafterError where there is no such document.
    """
    moved = move(_without_agreements(data), document, library, anew=True)
    new = {key: one for key, one in moved.data.items() if key not in ("format", "made_with", "interview")}
    inactive = {key: one for key, one in keys(new, ("inactive",)).items() if key not in _DIALOGUE}
    kept = [one for one in rows(inactive, ("removed",)) if one["place"][:1] != ["cases"] and _says(one)]
    inactive = {**inactive, "removed": kept}
    new["inactive"] = {key: one for key, one in inactive.items() if one}
    if not new["inactive"]:
        del new["inactive"]
    return CarryOver(
        new,
        [line for one in moved.aside if _says(one) for line in aside_in_words(one, library)],
        list(_asked_again(data, library)),
        list(offers_in_words(new, library)),
        moved.turned,
    )


def _without_agreements(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return *data* without what was agreed to for its own document: consents, publication, signature."""
    cases = {
        key: {name: one for name, one in case.items() if name != "consent"} if _is_map(case) else case
        for key, case in keys(data, ("cases",)).items()
    }
    signed = {name: one for name, one in keys(data, ("sign_off",)).items() if name != "date"}
    details = {name: one for name, one in keys(data, ("details",)).items() if name not in AGREED}
    changed = {"cases": cases, "sign_off": signed, "details": details}
    return {**data, **{key: one for key, one in changed.items() if _is_map(data.get(key))}}


def _asked_again(data: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Yield in words what *data* had and the new document asks for again."""
    for key, case in keys(data, ("cases",)).items():
        if keys(case, ("consent",)):
            yield f"the consent of case {key}: it was given for the other document"
    given = [name for name in keys(data, ("details",)) if name in AGREED and data["details"][name]]
    for name in given:
        asked = {ask.name: ask.ask for ask in _asks(data, library)}
        yield f"“{asked.get(name, name)}”: that was answered for the other document"
    if keys(data, ("sign_off",)).get("date"):
        yield "the date of signing"


def _asks(data: Mapping[str, Any], library: Library) -> tuple[Any, ...]:
    known = str(data.get("document") or "")
    return library.document(known).rules.asks if known in library.document_ids() else ()


def _is_map(value: Any) -> bool:
    return isinstance(value, Mapping)


def _says(one: Mapping[str, Any]) -> bool:
    """Return whether a record holds anything; an empty answer need not be kept for another file."""
    return one["value"] not in (None, "", [], {})
