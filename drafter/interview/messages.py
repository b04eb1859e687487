"""What is said at once because of an answer: a conflict, a refused position, a case that stays out."""

from collections.abc import Iterator

from drafter.answers.paths import at
from drafter.answers.working import WorkingAnswers
from drafter.drafting.aside import records
from drafter.drafting.aside_words import aside_in_words, offers_in_words
from drafter.interview.flow import chosen_document
from drafter.interview.future_dates import future_dates
from drafter.interview.items import conflicts
from drafter.interview.items.chosen_clauses import chosen_clauses
from drafter.interview.items.clause_sentences import sentence_read
from drafter.interview.items.themes import refused_by
from drafter.interview.names_kept_out import names_kept_out
from drafter.interview.read_back import read_back
from drafter.interview.remedies import in_interview
from drafter.interview.under_review import under_review
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.answers import Case, Consent, OwnText
from drafter.model.clause import Clause
from drafter.model.earlier_counts import counted, status_bars
from drafter.model.mechanism import DocumentRules
from drafter.model.printed_earlier import printed_rows
from drafter.model.remark import LEVELS
from drafter.privacy.consent import decide
from drafter.review.changed_answers import change_notices
from drafter.review.conflicts import ConflictHit, refused_clauses
from drafter.review.gates import GateResult, gate_results
from drafter.review.names_in_stories import names_told
from drafter.review.passage_checks import remarks_on
from drafter.review.passages import Passage
from drafter.review.placeholders import WEB_WORDS
from drafter.review.recommendations import BY_WHEN
from drafter.review.references import check_references

MOST_REMARKS = 2
"""Remarks on a text that are shown at the answer; the overview has all."""
MOST_NAMED = 3
"""Organisations that are named when they come from another file."""


def notices(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield what to say because the answers went from *before* to *after*."""
    yield from _positions(before, after, library)
    yield from _conflicts(before, after, library)
    yield from _consents(before, after, library)
    yield from _names(before, after, library)
    yield from names_kept_out(before, after, library)
    yield from _document(before, after, library)
    closed_before = {result.gate.code for result in _closed_gates(before, library)}
    for result in _closed_gates(after, library):
        if result.gate.code not in closed_before:
            yield _gate(result)
    yield from _taken_over(before, after)
    yield from read_back(before, after, library.language)
    yield from future_dates(before, after, library.language)
    yield from change_notices(before, after)
    yield from _texts(before, after, library)
    yield from _earlier(before, after, library)


def _earlier(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield what became of all earlier recommendations, as a sentence and as bars, once all are answered."""
    document = chosen_document(after, library)
    if document is None or before.earlier == after.earlier:
        return
    old, new = (
        [row for _, row in printed_rows(answers.earlier, document.rules)] for answers in (before, after)
    )
    sentence = counted(new, SCREEN)
    if sentence and sentence != counted(old, SCREEN):
        yield sentence
        yield from status_bars(new, SCREEN)


def _positions(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield the note on each position newly held, and each clause whose position is newly refused."""
    positions = library.themes.positions
    for name in after.stand_for:
        if name not in before.stand_for and name in positions and positions[name].note:
            yield f"“{positions[name].title}”: {positions[name].note}"
    refused_before = {clause.id for clause, _ in _refused(before, library)}
    for clause, title in _refused(after, library):
        if clause.id not in refused_before:
            yield f"“{clause.head.title}” takes a position that you refuse: “{title}”."


def _refused(answers: WorkingAnswers, library: Library) -> tuple[tuple[Clause, str], ...]:
    refused = refused_by(answers, library)
    return refused_clauses(library.themes.positions, refused, chosen_clauses(answers, library))


def _conflicts(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield each new conflict that does not stop a build; one that does is asked about next."""
    known = {hit.conflict.id for hit in conflicts.conflict_hits(before, library)}
    for hit in conflicts.conflict_hits(after, library):
        if hit.conflict.id not in known and hit.conflict.severity != "block":
            yield _conflict(hit, library)


def _conflict(hit: ConflictHit, library: Library) -> str:
    return f"{conflicts.sentence(hit, library)} {hit.conflict.why} {hit.conflict.resolve}"


def _consents(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield that a case stays out, once an answer keeps it out whatever else is agreed to."""
    document = chosen_document(after, library)
    if document is None:
        return
    for key, case in after.cases.items():
        if _may_be_told(before, key, document.rules) and not _may_be_told(after, key, document.rules):
            who = case.pseudonym or f"case {key}"
            yield f"The case of {who} stays out of the document until the person agrees."


def _names(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield whether a name that a story has now is a real one."""
    pseudonyms = tuple(case.pseudonym or "" for case in after.cases.values())
    for key, case in after.cases.items():
        old = before.cases.get(key, Case()).text or ""
        if (case.text or "") != old:
            for name in names_told(case.text or "", pseudonyms, library.language):
                if name not in old:
                    yield f"Is “{name}” a real name? If it is, change the story: Ctrl-B, or Ctrl-O."


def _may_be_told(answers: WorkingAnswers, key: str, rules: DocumentRules) -> bool:
    """Return whether the case *key* is told if all that is not answered yet is agreed to."""
    case = answers.cases.get(key, Case())
    consent = case.consent
    hoped = Consent(
        body=consent.body or "yes",
        government=consent.government or "yes",
        public=consent.public or "yes",
        confidential=consent.confidential or "yes",
        guardian=consent.guardian or "yes",
        given=consent.given,
    )
    return decide(case.model_copy(update={"consent": hoped}), rules, answers.details).is_included


def _document(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield what is put aside and what is suggested because another document was chosen."""
    if before.document == after.document:
        return
    known = records(before)
    new = [record for record in records(after) if record.document is not None and record not in known]
    aside = [line for record in new if not record.is_empty for line in aside_in_words(record, library)]
    if aside:
        yield f"This document cannot use: {'; '.join(aside)}. drafter keeps all of it and does not print it."
    offers = list(offers_in_words(after, library))
    if offers:
        yield f"Suggested and not chosen: {'; '.join(offers)}."


def _taken_over(before: WorkingAnswers, after: WorkingAnswers) -> Iterator[str]:
    """Yield what came from another file: organisations with more than a name, and positions with them."""
    new = [
        each for each in after.organisations[len(before.organisations) :] if "status" in each.model_fields_set
    ]
    if not new:
        return
    names = [f"{each.acronym or each.name}{' (lead)' if each.role == 'lead' else ''}" for each in new]
    count = sum(len(getattr(after, part)) - len(getattr(before, part)) for part in ("stand_for", "refuse"))
    left = len(names) - MOST_NAMED
    others = [f"{left} more"] if left > 0 else []
    parts = [*names[:MOST_NAMED], *others, *([SCREEN.counted(count, "position")] if count > 0 else [])]
    yield f"Taken over: {SCREEN.listed(parts)}. You can change it in the list of all answers."


def _gate(result: GateResult) -> str:
    instead = f" Instead: {', '.join(result.gate.instead)}." if result.gate.instead else ""
    return f"{result.gate.says}{instead}"


def _closed_gates(answers: WorkingAnswers, library: Library) -> list[GateResult]:
    """Return the gates of the document that the answers close."""
    document = chosen_document(answers, library)
    if document is None:
        return []
    results = gate_results(document.rules.gates, answers)
    return [result for result in results if result.state == "closed"]


def _texts(before: WorkingAnswers, after: WorkingAnswers, library: Library) -> Iterator[str]:
    """Yield the remarks on each text that is new or changed, and a new recommendation as it reads."""
    document = chosen_document(after, library)
    if document is None:
        return
    submission = under_review(after, document, library)
    known = {(passage.role, passage.text) for passage in under_review(before, document, library).passages}
    for passage in submission.passages:
        if (passage.role, passage.text) in known or not passage.text.strip():
            continue
        if passage.role == "recommendation":
            if not _is_finished(after, passage):
                continue
            yield f"It reads: {library.language.with_full_stop(passage.text)}"
        elif sentence := sentence_read(after, library, passage.path):
            yield f"It reads: {sentence}"
        # Notes wait in the overview, and what is left is short enough to be read before the next question.
        remarks = [
            remark
            for remark in remarks_on([passage], submission)
            if (remark.level != "note" or remark.code == BY_WHEN.code)
            and not (passage.role == "fact" and remark.code == WEB_WORDS.code)  # the next question asks
        ]
        remarks += [remark for remark in check_references(submission) if remark.path == passage.path]
        remarks.sort(key=lambda remark: LEVELS.index(remark.level))
        shown = [in_interview(remark) for remark in remarks[:MOST_REMARKS]]
        yield from (f"{remark.text} {remark.remedy}".strip() for remark in shown)


def _is_finished(answers: WorkingAnswers, passage: Passage) -> bool:
    """Return whether a recommendation has all its parts, so that remarks on it do not come too early."""
    own = at(answers, passage.path)
    return not isinstance(own, OwnText) or bool(own.text) or "by_when" in own.parts.model_fields_set
