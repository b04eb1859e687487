"""Checks of cases: which ones the document includes, and what in a case could identify the person."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.model.answers import Case
from drafter.model.mechanism import DocumentRules
from drafter.model.remark import Remark
from drafter.privacy.consent import Decision, decisions
from drafter.privacy.identifying import is_only_oral, mentions_child, reveals_person
from drafter.review.display_names import case_name
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission

_SENTENCE_ENDS = (".", "!", "?", "…", "”", "’", '"', ")", ":")
KEPT_DETAILS = {
    "place": "the place",
    "work": "the work or school",
    "dates": "exact dates",
    "age": "the exact age",
    "health": "a rare health condition",
    "family": "the family",
    "event": "an event that was in the news",
}
"""The details that a case may keep, in words."""
CASE_IN_DETAILS = "case-told-in-details"
"""The code of the remark on a case that stays out, although another answer mentions the person."""


def check_cases(submission: Submission) -> Iterator[Remark]:
    """Yield, for each case, why it stays out of the document, or what to correct before it is printed."""
    answers, rules, language = submission.answers, submission.rules, submission.language
    decisions_by_case = decisions(answers, rules)
    for key, case in answers.cases.items():
        place = case_name(key, answers.cases)
        decision = decisions_by_case.get(key)
        if decision is None:
            yield Remark(
                "case-unused",
                "note",
                place,
                "No theme includes this case, so it is not printed.",
                "Attach it to a theme, or keep it for another document.",
            )
        elif not decision.is_included:
            yield _left_out(decision, place)
            yield from _mentioned_in_details(case, submission, place)
        else:
            yield from _text_and_record(case, place, language)
            yield from _identifying(case, place, language)
            yield from _only_oral(case.consent.given, rules, place)
            yield from _under_pseudonym(decision, place)
    yield from _only_oral_for_document(submission)


def _left_out(decision: Decision, place: str) -> Remark:
    """Return the warning that a case stays out of the document, with the reasons."""
    remedies = dict.fromkeys(reason.remedy for reason in decision.reasons)
    return Remark(
        "case-left-out",
        "warning",
        place,
        f"It stays out of the document: {'; '.join(reason.text for reason in decision.reasons)}.",
        " ".join((*remedies, "Until then, the case stays out.")),
    )


def _mentioned_in_details(case: Case, submission: Submission, place: str) -> Iterator[Remark]:
    """Yield an error for each answer of the document that mentions a person whose case stays out."""
    for ask in submission.rules.asks:
        answer = submission.answers.details.get(ask.name)
        rows = answer if isinstance(answer, list) else []
        for field in ask.fields:
            people = (row.get(field.name) for row in rows if isinstance(row, dict))
            if field.person and case.pseudonym and any(_same_name(name, case.pseudonym) for name in people):
                yield Remark(
                    CASE_IN_DETAILS,
                    "error",
                    place,
                    f"The case stays out, but the answer to “{ask.ask}” mentions this person.",
                    "Remove the person from that answer too, or ask for consent and record it.",
                )


def _same_name(name: object, pseudonym: str) -> bool:
    return " ".join(str(name or "").split()).casefold() == " ".join(pseudonym.split()).casefold()


def _under_pseudonym(decision: Decision, place: str) -> Iterator[Remark]:
    """Yield a note on why a case has the pseudonym, in a document that may use the real name."""
    if decision.reasons:
        yield Remark(
            "case-under-pseudonym",
            "note",
            place,
            f"The document uses the pseudonym: {'; '.join(reason.text for reason in decision.reasons)}.",
            "You need not change anything. The real name needs consent in every answer.",
        )


def _text_and_record(case: Case, place: str, language: Language) -> Iterator[Remark]:
    """Yield notes on the text of a printed case and on the record of its consent."""
    text = (case.text or "").strip()
    if text and (text[0].islower() or not text.endswith(_SENTENCE_ENDS)):
        name = (case.pseudonym or language.labels.unnamed_person).strip()
        printed = f"{language.labels.name_changed.format(name=name)}."
        yield Remark(
            "case-not-a-sentence",
            "note",
            place,
            f"The text is printed after {language.quote(printed)}, but it is not in full sentences.",
            "Begin with a capital letter and end with a full stop: She was held …",
        )
    if not (case.consent.given or "").strip():
        yield Remark(
            "consent-not-recorded",
            "note",
            place,
            "The document includes this case, but no answer records how and when the person agreed.",
            "Record it while you can still ask. It is not printed.",
        )


def _identifying(case: Case, place: str, language: Language) -> Iterator[Remark]:
    """Yield remarks on details, the pseudonym or a child in a printed case that could identify the person."""
    kept = [KEPT_DETAILS[detail] for detail in case.identifying or () if detail in KEPT_DETAILS]
    if not case.identifying:
        yield Remark(
            "details-not-checked",
            "warning",
            place,
            "Nobody has checked yet whether its details show who the person is. A town, an employer, a date "
            "or an illness can do that, even with a changed name.",
            "Read the case with this in mind. Then say which details it keeps (cases › identifying).",
        )
    elif kept:
        yield Remark(
            "details-left",
            "note",
            place,
            f"It keeps details by which somebody could find the person: {language.listed(kept)}.",
            "Keep only what the case needs, and tell the person which details stay in.",
        )
    if reveals_person(case.pseudonym or ""):
        yield Remark(
            "pseudonym-tells",
            "warning",
            place,
            "The pseudonym combines an age, a number or an initial with a place or a role. People who know "
            "the person can tell who it is.",
            "Choose one that says nothing about the person: Mira, Person A.",
        )
    if case.age_group == "adult" and case.consent.guardian != "yes" and mentions_child(case.text or ""):
        yield Remark(
            "child-in-story",
            "warning",
            place,
            "The story seems to mention a child, but no answer says that a parent or guardian has agreed.",
            "Ask, and record the answer (consent › guardian), or remove the child from the story.",
        )


def _only_oral(given: str | None, rules: DocumentRules, place: str) -> Iterator[Remark]:
    """Yield a remark on oral consent, for a body that requires it in writing."""
    if rules.consent_form.value == "in writing" and is_only_oral(given or ""):
        yield Remark(
            "consent-not-in-writing",
            LEVEL_BY_CONFIDENCE[rules.consent_form.confidence],
            place,
            "Consent was only spoken, but this body wants it in writing.",
            "Ask for a few signed lines with the date, and record that.",
        )


def _only_oral_for_document(submission: Submission) -> Iterator[Remark]:
    """Yield the same remark for consent that the document's own answers record."""
    for ask in submission.rules.asks:
        given = submission.answers.details.get(ask.name)
        if ask.agreement and ask.agreement.says_how and isinstance(given, str):
            yield from _only_oral(given, submission.rules, f"“{ask.ask}”")
