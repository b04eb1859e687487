"""One bank, many documents: the answers of one submission as the beginning of another. Pure."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from drafter.errors import DrafterError
from drafter.interview.asks import FINISHED, MORE
from drafter.interview.flow import is_open, questions
from drafter.interview.paths import Change, keys, rows
from drafter.library.choose import fits_document
from drafter.library.library import Library
from drafter.model.answers import Parts
from drafter.model.clause import Clause
from drafter.model.mechanism import STAGE_KINDS, DocumentRules, Mechanism

BANK = (
    "language", "state", "organisations", "stand_for", "refuse", "keywords", "method", "facts", "sources",
    "cases", "earlier", "confirmed_authorities", "accept_conflicts", "sign_off",
)  # fmt: skip
"""What every document shares."""
OWN = ("title", "summary", "closing")
"""What is written for one document alone."""
OCCASION = frozenset({
    "session", "deadline", "cycle", "limit", "limit_per_answer", "word_limit", "report", "periodic_report",
    "observations", "agenda_item", "issuer", "call_title", "reference", "questions", "addressed", "address",
    "send_to", "subject_line", "subject", "to", "greeting", "salutation",
    "publication", "names_public", "consent", "consent_given", "consent_to_send", "consent_to_publish",
})  # fmt: skip
"""Details of one call, session or letter, and agreement given for it: asked anew, also in the same words."""


@dataclass(slots=True)
class Carried:
    """The answers of the new document, and what became of the old ones."""

    data: dict[str, Any]
    left: list[str] = field(default_factory=list)
    """What could not be carried, and why, in words."""
    turned: list[str] = field(default_factory=list)
    """What was turned into something else, such as a recommendation into a question."""


def carry(data: Mapping[str, Any], document: str, library: Library) -> Carried:
    """Return the answers *data* carried over to *document*.

    Organisations, facts, sources, cases, earlier recommendations and the answers to clauses go along. A
    clause goes along where it fits; where the new document wants questions, a recommendation becomes the
    question of its theme that rests on the same law. Nothing is invented: what has no counterpart is listed.
    Raises DrafterError where there is no such document.
    """
    mechanism, rules = library.document(document)
    made = Carried({"document": document})
    made.data |= {key: deepcopy(data[key]) for key in BANK if key in data}
    _ask_consent_again(made)
    _details(data, rules, made)
    made.left += [f"the {name}: it was written for the other document" for name in OWN if data.get(name)]
    themes = [] if "themes" in rules.left_out else rows(data, ("themes",))
    made.data["themes"] = [_section(section, document, mechanism, rules, library, made) for section in themes]
    if not themes:
        made.data.pop("themes")
        made.left += [f"theme {section.get('theme')}" for section in rows(data, ("themes",))]
    return made


def settled(data: Mapping[str, Any], library: Library) -> list[Change]:
    """Return the changes that answer what need not be asked again about what was carried over.

    Whatever may be left empty is left empty, and no list is asked to grow: the new document's own questions
    are what is left. All of it can be changed from the overview.
    """
    left = [one for one in questions(data, library) if is_open(data, one)]
    finished = [str(one.path[2]) for one in left if one.path[:2] == MORE]
    made: list[Change] = [(FINISHED, [*rows(data, FINISHED), *finished])] if finished else []
    for one in left:
        bank = one.path[0] in ("organisations", "facts", "sources", "earlier", "sign_off")
        bank = bank or one.path[-1] == "addressee"
        if bank and not one.required and one.path != ("sign_off", "date"):
            # A choice has a default; what is suggested for a line was said of another fact.
            made.append((one.path, one.default if one.choices and one.default is not None else ""))
    return made


def _ask_consent_again(made: Carried) -> None:
    """Let go of each consent and of the date: both were given for the other document."""
    for key, case in made.data.get("cases", {}).items():
        if isinstance(case, dict) and case.pop("consent", None):
            made.left.append(f"the consent of case {key}: it was given for the other body; ask again")
    if isinstance(made.data.get("sign_off"), dict) and made.data["sign_off"].pop("date", None):
        made.left.append("the date of signing")


def _details(data: Mapping[str, Any], rules: DocumentRules, made: Carried) -> None:
    wanted = {ask.name for ask in rules.asks}
    given = keys(data, ("details",))
    kept = {name: deepcopy(value) for name, value in given.items() if name in wanted - OCCASION}
    if kept:
        made.data["details"] = kept
    made.left += [f"the answer “{name}”" for name in given if name not in kept and given[name]]


def _section(
    section: Mapping[str, Any],
    document: str,
    mechanism: Mechanism,
    rules: DocumentRules,
    library: Library,
    made: Carried,
) -> dict[str, Any]:
    new = {key: deepcopy(section[key]) for key in ("theme", "answers", "facts", "cases") if key in section}
    taken: list[Any] = []
    mechanism_id = document.partition("/")[0]
    for entry in rows(section, ("clauses",)):
        clause = _clause(entry, library)
        if clause is None:
            made.left.append(f"clause {entry}")
        elif fits_document(clause, mechanism_id, mechanism, rules.stage):
            taken.append(deepcopy(entry))
        elif (other := _counterpart(clause, mechanism_id, mechanism, rules, library)) is None:
            made.left.append(f"“{clause.head.title}” ({clause.head.kind})")
        else:
            taken += [other.id] if other.id not in taken else []
            made.turned.append(f"“{clause.head.title}” → “{other.head.title}” ({other.head.kind})")
    new["clauses"] = taken
    new["own"] = [one for one in (_own(own, rules, made) for own in rows(section, ("own",))) if one]
    return new


def _clause(entry: Any, library: Library) -> Clause | None:
    try:
        return library.clause(entry if isinstance(entry, str) else str(entry.get("clause")))
    except DrafterError:
        return None


def _counterpart(
    clause: Clause, mechanism_id: str, mechanism: Mechanism, rules: DocumentRules, library: Library
) -> Clause | None:
    """Return the question (or recommendation) of the theme that shares most law and sources with *clause*."""
    wanted = STAGE_KINDS[rules.stage][-1]
    if clause.head.kind not in ("question", "recommendation"):
        return None
    grounds = {*clause.head.legal_basis, *clause.head.sources}
    fitting = [
        (len(grounds & {*other.head.legal_basis, *other.head.sources}), other.id, other)
        for other in library.all_clauses()[0]
        if other.head.kind == wanted
        and other.head.themes[0] == clause.head.themes[0]
        and fits_document(other, mechanism_id, mechanism, rules.stage)
    ]
    shared, _, best = max(fitting, key=lambda one: (one[0], one[1]), default=(0, "", None))
    return best if shared else None


def _own(own: Mapping[str, Any], rules: DocumentRules, made: Carried) -> dict[str, Any] | None:
    """Return an own paragraph as it goes along; a recommendation stays behind where questions are wanted."""
    wanted = {"questions": "question", "recommendations": "recommendation", "case": "paragraph"}[rules.stage]
    kind = own.get("kind", "paragraph")
    if kind in ("paragraph", wanted):
        return deepcopy(dict(own))
    text = own.get("text") or Parts.model_validate(keys(own, ("parts",))).sentence or ""
    words = shorten(str(text), 60, placeholder=" …")
    made.left.append(f"your own {kind} “{words}”: write it as a {wanted}")
    return None
