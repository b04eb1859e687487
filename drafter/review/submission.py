"""The review of a submission before it is built: what would get it refused, what would make it stronger."""

from collections.abc import Iterator, Sequence
from typing import Literal

from drafter.markup.typed import uncarried
from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.mechanism import Confidence, DocumentRules
from drafter.model.remark import Remark
from drafter.model.vocabulary import State
from drafter.review.cases import needed_consents, withheld
from drafter.review.conflicts import Found
from drafter.review.gates import pass_gates
from drafter.review.limits import Length
from drafter.review.missing import missing, not_printed
from drafter.review.recommendations import look_at

Level = Literal["error", "warning", "note"]
LEVELS: dict[Confidence, Level] = {"high": "error", "medium": "warning", "low": "note", "unknown": "note"}
"""How grave a breach is, by how sure the rule is."""


def review(
    answers: Answers,
    rules: DocumentRules,
    chosen: Sequence[Clause],
    state: State | None,
    length: Length,
    gaps: Sequence[str],
    conflicts: Sequence[Found],
    refused: Sequence[tuple[Clause, str]],
) -> tuple[Remark, ...]:
    """Return every remark on a submission, errors first."""
    remarks = [
        *_organisations(answers, rules),
        *_state(state),
        *_length(length, rules),
        *_gaps(gaps),
        *missing(answers, rules, state, gaps),
        *not_printed(answers, rules, chosen),
        *_unused_details(answers, rules),
        *_facts(answers),
        *_said_twice(chosen),
        *_positions(conflicts, refused),
        *_gates(answers, rules),
        *_cases(answers, rules),
        *_answers(answers, chosen),
        *_own_recommendations(answers),
        *_characters(answers),
        *_own_words(answers, chosen),
    ]
    order = ("error", "warning", "note")
    return tuple(sorted(remarks, key=lambda remark: order.index(remark.level)))


def _organisations(answers: Answers, rules: DocumentRules) -> Iterator[Remark]:
    confirmed = [one for one in answers.organisations if one.status == "confirmed"]
    left_out = [one.name or "?" for one in answers.organisations if one.status != "confirmed"]
    if not confirmed:
        yield Remark(
            "organisation-missing", "error", "organisations", "No organisation is confirmed.", "Add one."
        )
    if rules.organisations == "several" and len(confirmed) == 1:
        yield Remark(
            "joint-of-one",
            "error",
            "organisations",
            "A joint submission needs two confirmed organisations; there is one, and its limit holds.",
            "Confirm another, or change the document to the submission of one organisation.",
        )
    if rules.organisations == "one" and len(confirmed) > 1:
        yield Remark(
            "not-joint",
            "error",
            "organisations",
            f"This document is of one organisation; {len(confirmed)} are confirmed.",
            "Choose the joint submission, or leave one organisation.",
        )
    if left_out:
        yield Remark(
            "organisation-not-printed",
            "note",
            "organisations",
            f"Not confirmed and not printed: {', '.join(left_out)}.",
        )
    if confirmed and not any(one.contact.email or one.contact.phone for one in confirmed):
        yield Remark(
            "contact-missing", "warning", "organisations", "No organisation has a contact.", "Add an e-mail."
        )


def _state(state: State | None) -> Iterator[Remark]:
    if state is not None and state.status == "fictional":
        yield Remark(
            "state-fictional", "note", "state", f"{state.name} is a State for practice; it is not real."
        )
    if state is not None and state.status == "observer":
        yield Remark("state-observer", "note", "state", f"{state.name} is an observer, not a Member State.")


def _length(length: Length, rules: DocumentRules) -> Iterator[Remark]:
    others = [limit for limit in rules.limits if limit.unit != "words" and isinstance(limit.value, int)]
    for limit in others:
        text = f"The rules count {limit.unit}: {limit.value:,} at most."
        yield Remark("limit-other-unit", "note", "length", text, "Look at the Word file, or read it aloud.")
    if length.limit is None:
        if not others and not (length.rule and isinstance(length.rule.value, str)):
            yield Remark(
                "limit-unknown",
                "note",
                "length",
                f"{length.words:,} words; no limit is known for this document.",
                "Look it up in the current notice or call.",
            )
        return
    if length.words > length.limit:
        over = length.words - length.limit
        confidence = length.rule.confidence if length.rule and not length.rule.asked else "high"
        yield Remark(
            "over-limit",
            LEVELS[confidence],
            "length",
            f"{length}: {over:,} too many.",
            "Shorten it or drop clauses.",
        )
    if length.notes_counted is None and length.notes and length.words + length.notes > length.limit:
        yield Remark(
            "notes-may-count",
            "warning",
            "length",
            f"The rules do not say whether notes count; with their {length.notes:,} words it is too long.",
            "Ask the secretariat, or shorten it.",
        )


def _gaps(gaps: Sequence[str]) -> Iterator[Remark]:
    for gap in dict.fromkeys(gaps):
        yield Remark("gap", "error", "to be completed", f"{gap}.", "")


def _unused_details(answers: Answers, rules: DocumentRules) -> Iterator[Remark]:
    asked = {ask.name for ask in rules.asks}
    for name in answers.details:
        if name not in asked:
            yield Remark(
                "detail-unused",
                "note",
                f"details {name}",
                "This document does not ask for it, and it is not printed.",
                "Check the spelling, if it should be.",
            )


def _said_twice(chosen: Sequence[Clause]) -> Iterator[Remark]:
    ids = [clause.id for clause in chosen]
    for clause_id in dict.fromkeys(ids):
        if ids.count(clause_id) > 1:
            yield Remark(
                "clause-twice",
                "warning",
                clause_id,
                f"It is taken {ids.count(clause_id)} times and printed each time.",
                "Keep it under one theme.",
            )


def _facts(answers: Answers) -> Iterator[Remark]:
    used = {key for section in answers.themes for key in section.all_facts}
    for key, fact in answers.facts.items():
        if key not in used:
            yield Remark("fact-unused", "note", f"fact {key}", "It is used nowhere.", "Attach it to a theme.")
        if fact.figure is not None and fact.source is None:
            yield Remark(
                "figure-without-source", "error", f"fact {key}", "A figure has no source.", "Add the source."
            )
    for section in answers.themes:
        if not section.all_facts:
            yield Remark(
                "theme-without-fact", "warning", f"theme {section.theme}", "It rests on no fact of yours."
            )


def _positions(conflicts: Sequence[Found], refused: Sequence[tuple[Clause, str]]) -> Iterator[Remark]:
    for clause, title in refused:
        yield Remark(
            "refused-position",
            "error",
            clause.id,
            f"It takes a position that you refuse: “{title}”.",
            "Take the clause out, or take the refusal back.",
        )
    levels: dict[str, Level] = {"block": "error", "warn": "warning", "note": "note"}
    for found in conflicts:
        level = "note" if found.accepted else levels[found.conflict.severity]
        sides = f"{', '.join(found.first)} beside {', '.join(found.second)}"
        yield Remark(
            f"conflict-{found.conflict.id}", level, sides, found.conflict.why, found.conflict.resolve
        )


def _gates(answers: Answers, rules: DocumentRules) -> Iterator[Remark]:
    """Yield a remark for each gate that is not open: as grave as its rule is sure; unknown is a note."""
    for one in pass_gates(rules.gates, answers.model_dump()):
        if one.state != "open":
            instead = f"Instead: {', '.join(one.gate.instead)}." if one.gate.instead else ""
            level: Level = LEVELS[one.gate.confidence] if one.state == "closed" else "note"
            known = "" if one.state == "closed" else "Not answered yet: "
            yield Remark(f"gate-{one.gate.code}", level, one.gate.of, f"{known}{one.gate.says}", instead)


def _cases(answers: Answers, rules: DocumentRules) -> Iterator[Remark]:
    """Yield why a case stays out, said aloud so that nobody thinks it was told."""
    needed = needed_consents(rules, answers)
    told = {key for section in answers.themes for key in section.cases}
    for key, case in answers.cases.items():
        why = withheld(case, needed)
        if why and key in told:
            yield Remark(
                "case-left-out", "warning", f"case {key}", f"It stays out: {why}.", "Ask, and record it."
            )
        elif key not in told:
            yield Remark("case-unused", "note", f"case {key}", "It is told nowhere.", "Attach it to a theme.")


def _answers(answers: Answers, chosen: Sequence[Clause]) -> Iterator[Remark]:
    """Yield a remark for each answer that no clause of its section asks for (any more)."""
    asked = {clause.id: {ask.name for ask in clause.questions} for clause in chosen}
    for section in answers.themes:
        wanted = {name for entry in section.clauses for name in asked.get(entry.clause, ())}
        idle = sorted(set(section.answers) - wanted)
        if idle:
            yield Remark(
                "answer-unused", "note", f"theme {section.theme}", f"No clause asks for: {', '.join(idle)}."
            )


def _own_recommendations(answers: Answers) -> Iterator[Remark]:
    for section in answers.themes:
        for number, own in enumerate(section.own, 1):
            if own.kind == "recommendation":
                text = own.text or own.parts.sentence or ""
                yield from look_at(text, f"{section.theme}, recommendation {number} of your own")


def _characters(answers: Answers) -> Iterator[Remark]:
    dropped = sum(uncarried(text) for text in _texts(answers.model_dump()))
    if dropped:
        yield Remark(
            "characters-dropped",
            "warning",
            "text",
            f"{dropped} control characters (from a paste?) cannot stand in a Word file and were left out.",
        )


def _texts(value: object) -> Iterator[str]:
    """Yield every text in *value*, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def _own_words(answers: Answers, chosen: Sequence[Clause]) -> Iterator[Remark]:
    own = len(answers.facts) + sum(len(section.own) for section in answers.themes)
    if len(chosen) > 3 and own == 0:
        yield Remark(
            "nothing-of-your-own",
            "warning",
            "themes",
            "Everything here comes from the library; bodies count copied letters as one.",
            "Add facts and paragraphs of your own.",
        )
