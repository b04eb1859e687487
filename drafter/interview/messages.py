"""What is said at once because an answer has brought it about: a conflict, a position that is refused."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.answers.paths import at, keys, rows
from drafter.drafting.aside import REMOVED, records
from drafter.drafting.aside_words import aside_in_words, offers_in_words
from drafter.errors import DrafterError
from drafter.interview.items import conflicts
from drafter.interview.items.chosen_clauses import chosen_clauses
from drafter.library.eligibility import refused_positions
from drafter.library.library import Library
from drafter.model.answers import Case, RecommendationParts
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules
from drafter.privacy.consent import decide
from drafter.review.conflicts import ConflictHit, refused_clauses
from drafter.review.gates import GateResult, gate_results
from drafter.review.recommendations import check_recommendation


def notices(before: Mapping[str, Any], after: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Yield what is to be said because the answers went from *before* to *after*."""
    yield from _positions(before, after, library)
    known = {found.conflict.id for found in conflicts.standing(before, library)}
    for found in conflicts.standing(after, library):
        # One that stops a build is asked about next, and told there.
        if found.conflict.id not in known and found.conflict.severity != "block":
            yield _conflict(found, library)
    yield from _consents(before, after, library)
    yield from _document(before, after, library)
    shut = {one.gate.code for one in _closed(before, library)}
    yield from (_gate(one) for one in _closed(after, library) if one.gate.code not in shut)
    looked_at = set(_own_recommendations(before))
    for text in _own_recommendations(after):
        if text not in looked_at:
            yield f"It reads: {text}"
            yield from (
                f"{remark.text} {remark.remedy}"
                for remark in check_recommendation(text, "", library.language)
            )


def _positions(before: Mapping[str, Any], after: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Yield the word to each position newly held, and each clause whose position is newly refused."""
    positions = library.themes.positions
    for name in rows(after, ("stand_for",)):
        if name not in rows(before, ("stand_for",)) and name in positions and positions[name].note:
            yield positions[name].note
    told = {clause.id for clause, _ in _refused(before, library)}
    for clause, title in _refused(after, library):
        if clause.id not in told:
            yield f"“{clause.head.title}” takes a position that you refuse: “{title}”."


def _consents(before: Mapping[str, Any], after: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Yield that a case stays out, once an answer keeps it out whatever else is agreed to."""
    try:
        rules = library.document(str(after.get("document"))).rules
    except DrafterError:
        return
    for key, case in keys(after, ("cases",)).items():
        if _may_be_told(before, key, rules) and not _may_be_told(after, key, rules):
            who = (case or {}).get("pseudonym") or f"case {key}"
            yield f"The case of {who} stays out of the document until this is agreed to."


def _may_be_told(data: Mapping[str, Any], key: str, rules: DocumentRules) -> bool:
    """Return whether the case *key* is told if all that is not answered yet is agreed to."""
    given = {name: value for name, value in keys(data, ("cases", key, "consent")).items() if value}
    hoped = {"body": "yes", "government": "yes", "public": "yes", "confidential": "yes", "guardian": "yes"}
    told = {name: at(data, ("cases", key, name)) or None for name in ("age_group", "text")}
    case = Case.model_validate({**told, "consent": {**hoped, **given}})
    return decide(case, rules, keys(data, ("details",))).is_included


def _document(before: Mapping[str, Any], after: Mapping[str, Any], library: Library) -> Iterator[str]:
    """Yield what is put aside and what is suggested because another document was chosen."""
    if before.get("document") == after.get("document"):
        return
    known = [dict(one) for one in records(before)]
    new = [one for one in rows(after, REMOVED) if "document" in one and dict(one) not in known]
    told = (one for one in new if one["value"] not in (None, "", []))
    aside = [line for one in told for line in aside_in_words(one, library)]
    if aside:
        yield f"This document cannot use: {'; '.join(aside)}. All of it is kept in the file and not printed."
    offers = list(offers_in_words(after, library))
    if offers:
        yield f"Suggested and not taken: {'; '.join(offers)}."


def _gate(one: GateResult) -> str:
    instead = f" Instead: {', '.join(one.gate.instead)}." if one.gate.instead else ""
    return f"{one.gate.says}{instead}"


def _closed(data: Mapping[str, Any], library: Library) -> list[GateResult]:
    """Return the gates of the document that the answers close."""
    try:
        rules = library.document(str(data.get("document"))).rules
    except DrafterError:
        return []
    return [one for one in gate_results(rules.gates, data) if one.state == "closed"]


def _own_recommendations(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield the text of each recommendation of the author's own that is finished so far."""
    for section in rows(data, ("themes",)):
        for one in rows(section, ("own",)):
            if one.get("kind") != "recommendation":
                continue
            parts = keys(one, ("parts",))
            finished = RecommendationParts.model_validate(parts).sentence if "by_when" in parts else None
            if one.get("text") or finished:
                yield str(one.get("text") or finished)


def _refused(data: Mapping[str, Any], library: Library) -> tuple[tuple[Clause, str], ...]:
    positions = library.themes.positions
    refused = refused_positions(positions, rows(data, ("stand_for",)), rows(data, ("refuse",)))
    return refused_clauses(positions, refused, chosen_clauses(data, library))


def _conflict(found: ConflictHit, library: Library) -> str:
    return f"{conflicts.sentence(found, library)} {found.conflict.why} {found.conflict.resolve}"
