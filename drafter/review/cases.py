"""Checks of cases: which ones the document includes, how they read, and the record of consent."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.model.answers import Case
from drafter.model.mechanism import DocumentRules
from drafter.model.remark import Remark, RemarkType
from drafter.privacy.consent import Decision, answer_in_words, answers_of_people, decisions
from drafter.privacy.identifying import is_only_oral
from drafter.review.display_names import case_name
from drafter.review.severity import LEVEL_BY_CONFIDENCE
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

_SENTENCE_ENDS = (".", "!", "?", "…", "”", "’", '"', ")", ":")

CASE_UNUSED = RemarkType(
    "case-unused",
    "people",
    "note",
    "Each case belongs to a theme; the document prints the cases of its themes only.",
    "The author may believe that the case is in the document.",
    bad="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year.}}
    """,
    good="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year.}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
)
CASE_LEFT_OUT = RemarkType(
    "case-left-out",
    "people",
    "warning",
    "A document tells a case only if the person has agreed that each of its readers learns of it. Where two "
    "answers disagree, the stricter one counts.",
    "OHCHR's Manual on Human Rights Monitoring, on informed consent; the online form of the special "
    "procedures "
    "asks for consent to each use.",
    bad="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year., consent: {body: "yes"}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
    good="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year.,
                 consent: {body: "yes", government: "yes", public: "yes", given: in writing}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
    other_levels="a note if the person has said no: nothing is left to ask",
)
CASE_IN_DETAILS = RemarkType(
    "case-told-in-details",
    "people",
    "error",
    "No answer mentions a person whose case stays out of the document.",
    "Consent is one decision: a no in one place is a no everywhere.",
    bad="A communication whose case C1 (Mira) has no consent, and whose answer on who is concerned names "
    "Mira.",
    good="The same communication after Mira has agreed and the consent is recorded at the case.",
    example="described",
)
CASE_UNDER_PSEUDONYM = RemarkType(
    "case-under-pseudonym",
    "people",
    "note",
    "A document that may use real names uses one only if every answer on consent allows it.",
    "The online form of the special procedures asks for consent to send the name and to publish it.",
    bad="A communication whose case has consent for the Government, and in which “Has the person given "
    "consent to "
    "send the case with names?” is answered for nobody.",
    good="The same communication with a yes in every answer.",
    example="described",
)
CASE_NOT_A_SENTENCE = RemarkType(
    "case-not-a-sentence",
    "people",
    "note",
    "A story is told in full sentences, because the pseudonym is printed before it with a full stop.",
    "A reader stumbles over “Mira (name changed). held for a year”.",
    bad="held for a year without a judge",
    good="She was held for a year without a judge.",
    example="case",
)
CONSENT_NOT_RECORDED = RemarkType(
    "consent-not-recorded",
    "people",
    "note",
    "The answers say how and when each person has agreed.",
    "OHCHR's Manual on Human Rights Monitoring asks monitors to record consent. In a year nobody "
    "remembers it.",
    bad="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year.,
                 consent: {body: "yes", government: "yes", public: "yes"}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
    good="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year.,
                 consent: {body: "yes", government: "yes", public: "yes", given: in writing}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
)
CONSENT_NOT_IN_WRITING = RemarkType(
    "consent-not-in-writing",
    "people",
    "warning",
    "Consent is in writing where the body requires it.",
    "The rules of the document (consent_form), such as the model form for complaints to the treaty bodies.",
    bad="A complaint to a Committee whose answer to “Who gave consent, when and how?” is “by word, in "
    "May 2025”.",
    good="The same complaint with the answer “by her sister, in writing, on 3 May 2025”.",
    example="described",
    other_levels="an error if the rule is certain, a note if it is doubtful",
)
PERSON_NOT_AGREED = RemarkType(
    "person-not-agreed",
    "people",
    "error",
    "Each person of whom a document tells has agreed to it. The consent of one is not that of another.",
    "The online form of the special procedures asks for the consent of each alleged victim.",
    bad="A communication about Person A, who has agreed, and Person B, who has not been asked.",
    good="The same communication about Person A alone.",
    example="described",
)
TYPES = (
    PERSON_NOT_AGREED,
    CASE_UNUSED,
    CASE_LEFT_OUT,
    CASE_IN_DETAILS,
    CASE_UNDER_PSEUDONYM,
    CASE_NOT_A_SENTENCE,
    CONSENT_NOT_RECORDED,
    CONSENT_NOT_IN_WRITING,
)


def check_cases(submission: Submission) -> Iterator[Remark]:
    """Yield, for each case, why it stays out of the document, or what to correct before it is printed."""
    answers, rules, language = submission.answers, submission.rules, submission.language
    decisions_by_case = decisions(answers, rules)
    for key, case in answers.cases.items():
        place = case_name(key, answers.cases)
        decision = decisions_by_case.get(key)
        if decision is None:
            yield CASE_UNUSED.remark(
                place,
                "No theme includes this case, so it is not printed.",
                "Attach it to a theme, or keep it for another document.",
                path=("cases", key),
            )
        elif not decision.is_included:
            yield _left_out(decision, key, place)
            yield from _mentioned_in_details(case, submission, place)
        else:
            yield from _text_and_record(key, case, place, language)
            path: KeyPath = ("cases", key, "consent", "given")
            yield from _only_oral(case.consent.given, rules, place, path)
            yield from _under_pseudonym(decision, key, place)
    yield from _not_agreed(submission)
    yield from _only_oral_for_document(submission)


def _left_out(decision: Decision, key: str, place: str) -> Remark:
    """Return the warning that a case stays out of the document, with the reasons; a note after a no."""
    reasons = "; ".join(reason.text for reason in decision.reasons)
    path = ("cases", key, "consent")
    if all(reason.is_settled for reason in decision.reasons):
        return CASE_LEFT_OUT.remark(
            place,
            f"It stays out of the document, as was decided: {reasons}.",
            "You need not do anything.",
            level="note",
            path=path,
        )
    remedies = dict.fromkeys(reason.remedy for reason in decision.reasons)
    return CASE_LEFT_OUT.remark(
        place,
        f"It stays out of the document: {reasons}.",
        " ".join((*remedies, "Until then, the case stays out.")),
        path=path,
    )


def _mentioned_in_details(case: Case, submission: Submission, place: str) -> Iterator[Remark]:
    """Yield an error for each answer of the document that mentions a person whose case stays out."""
    for ask in submission.rules.asks:
        answer = submission.answers.details.get(ask.name)
        rows = answer if isinstance(answer, list) else []
        for field in ask.fields:
            people = [row.get(field.name) if isinstance(row, dict) else None for row in rows]
            if not field.person or not case.pseudonym:
                continue
            for number in [n for n, name in enumerate(people) if _same_name(name, case.pseudonym)][:1]:
                yield CASE_IN_DETAILS.remark(
                    place,
                    f"The case stays out, but the answer to “{ask.ask}” mentions this person.",
                    "Remove the person from that answer too, or ask for consent and record it.",
                    path=("details", ask.name, number, field.name),
                )


def _not_agreed(submission: Submission) -> Iterator[Remark]:
    """Yield an error for each of several people who has not agreed that the document tells of them."""
    details = submission.answers.details
    for ask in submission.rules.asks:
        lets_tell = ask.agreement.lets_tell if ask.agreement else ()
        gates = [gate for gate in submission.rules.gates if gate.of == f"details.{ask.name}"]
        passes = [answer for gate in gates for answer in gate.passes]
        for number, (pseudonym, answer) in enumerate(answers_of_people(ask, details) if lets_tell else ()):
            if answer not in (*lets_tell, *passes):
                yield PERSON_NOT_AGREED.remark(
                    pseudonym or f"person {number + 1}",
                    f"The document tells of this person, but “{ask.ask}” {answer_in_words(ask, answer)}.",
                    "Ask the person, or take the person out (Ctrl-O).",
                    path=("details", ask.per_person, number, ask.name),
                )


def _same_name(name: object, pseudonym: str) -> bool:
    return " ".join(str(name or "").split()).casefold() == " ".join(pseudonym.split()).casefold()


def _under_pseudonym(decision: Decision, key: str, place: str) -> Iterator[Remark]:
    """Yield a note on why a case has the pseudonym, in a document that may use the real name."""
    if decision.reasons:
        yield CASE_UNDER_PSEUDONYM.remark(
            place,
            f"The document uses the pseudonym: {'; '.join(reason.text for reason in decision.reasons)}.",
            "You need not change anything. The real name needs consent in every answer.",
            path=("cases", key, "consent"),
        )


def _text_and_record(key: str, case: Case, place: str, language: Language) -> Iterator[Remark]:
    """Yield notes on the text of a printed case and on the record of its consent."""
    text = (case.text or "").strip()
    if text and (text[0].islower() or not text.endswith(_SENTENCE_ENDS)):
        name = (case.pseudonym or language.labels.unnamed_person).strip()
        printed = f"{language.labels.name_changed.format(name=name)}."
        yield CASE_NOT_A_SENTENCE.remark(
            place,
            f"The text is printed after {language.quote(printed)}, but it is not in full sentences.",
            "Begin with a capital letter and end with a full stop: She was held …",
            path=("cases", key, "text"),
        )
    if not (case.consent.given or "").strip():
        yield CONSENT_NOT_RECORDED.remark(
            place,
            "The document includes this case, but no answer records how and when the person agreed.",
            "Record it while you can still ask. It is not printed.",
            path=("cases", key, "consent", "given"),
        )


def _only_oral(given: str | None, rules: DocumentRules, place: str, path: KeyPath) -> Iterator[Remark]:
    """Yield a remark on oral consent, for a body that requires it in writing; *path* is that of *given*."""
    if rules.consent_form.value == "in writing" and is_only_oral(given or ""):
        yield CONSENT_NOT_IN_WRITING.remark(
            place,
            "Consent was only spoken, but this body wants it in writing.",
            "Ask for a few signed lines with the date, and record that.",
            level=LEVEL_BY_CONFIDENCE[rules.consent_form.confidence],
            path=path,
        )


def _only_oral_for_document(submission: Submission) -> Iterator[Remark]:
    """Yield the same remark for consent that the document's own answers record."""
    for ask in submission.rules.asks:
        given = submission.answers.details.get(ask.name)
        if ask.agreement and ask.agreement.says_how and isinstance(given, str):
            yield from _only_oral(given, submission.rules, f"“{ask.ask}”", ("details", ask.name))
