"""Which cases a document tells and which stay out, and what in a case could show who the person is."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.model.answers import Answers, Case
from drafter.model.mechanism import DocumentRules
from drafter.model.remark import Remark
from drafter.privacy.consent import Decision, decisions
from drafter.privacy.identifying import by_word_only, mentions_child, tells_who
from drafter.review.display_names import case_name
from drafter.review.severity import GRAVITY

_ENDS = (".", "!", "?", "…", "”", "’", '"', ")", ":")
LEFT = {
    "place": "the place",
    "work": "the work or school",
    "dates": "exact dates",
    "age": "the exact age",
    "health": "a rare condition of health",
    "family": "the family",
    "event": "an event that was in the news",
}
"""What may be left in a story, as it is named in a sentence."""


TOLD_ALL_THE_SAME = "case-told-in-details"
"""The code of the remark that a person is printed whose case stays out."""


def cases(answers: Answers, rules: DocumentRules, language: Language) -> Iterator[Remark]:
    """Yield why a case stays out, or what is to be said of one that is told."""
    decided = decisions(answers, rules)
    for key, case in answers.cases.items():
        place = case_name(key, answers.cases)
        if key not in decided:
            yield Remark(
                "case-unused",
                "note",
                place,
                "It is told under no theme and not printed.",
                "Attach it to a theme, or keep it for another document.",
            )
        elif not decided[key].told:
            yield from _left_out(decided[key], place)
            yield from _told_all_the_same(case, answers, rules, place)
        else:
            yield from _told(case, place, language)
            yield from _identifying(case, place, language)
            yield from _by_word(case.consent.given, rules, place)
            yield from _under_pseudonym(decided[key], place)
    yield from _document_by_word(answers, rules)


def _left_out(decision: Decision, place: str) -> Iterator[Remark]:
    """Yield why a case stays out, so that nobody thinks that it is told."""
    remedies = dict.fromkeys(reason.remedy for reason in decision.reasons)
    yield Remark(
        "case-left-out",
        "warning",
        place,
        f"It stays out: {'; '.join(reason.text for reason in decision.reasons)}.",
        " ".join((*remedies, "Until then it is not told.")),
    )


def _told_all_the_same(case: Case, answers: Answers, rules: DocumentRules, place: str) -> Iterator[Remark]:
    """Yield an error for each answer of the document that tells of a person whose case stays out."""
    for ask in rules.asks:
        answer = answers.details.get(ask.name)
        rows = answer if isinstance(answer, list) else []
        for field in ask.fields:
            named = (row.get(field.name) for row in rows if isinstance(row, dict))
            if field.person and case.pseudonym and any(_same_name(name, case.pseudonym) for name in named):
                yield Remark(
                    TOLD_ALL_THE_SAME,
                    "error",
                    place,
                    f"The case stays out, but the answer “{ask.ask}” tells of this person.",
                    "Take the person out of that answer too, or ask for consent and record it.",
                )


def _same_name(name: object, pseudonym: str) -> bool:
    return " ".join(str(name or "").split()).casefold() == " ".join(pseudonym.split()).casefold()


def _under_pseudonym(decision: Decision, place: str) -> Iterator[Remark]:
    """Yield why a case is told under the pseudonym in a document that may hold the real name."""
    if decision.reasons:
        yield Remark(
            "case-under-pseudonym",
            "note",
            place,
            f"It is told under the pseudonym: {'; '.join(reason.text for reason in decision.reasons)}.",
            "The real name stands in this document only where every answer allows it.",
        )


def _told(case: Case, place: str, language: Language) -> Iterator[Remark]:
    """Yield what is to be said of how a case that is printed is written and recorded."""
    text = (case.text or "").strip()
    if text and (text[0].islower() or not text.endswith(_ENDS)):
        name = (case.pseudonym or language.labels.unnamed_person).strip()
        printed = f"{language.labels.name_changed.format(name=name)}."
        yield Remark(
            "case-not-a-sentence",
            "note",
            place,
            f"It is printed after {language.quote(printed)} and is not made of whole sentences.",
            "Begin with a capital and end with a full stop: She was held …",
        )
    if not (case.consent.given or "").strip():
        yield Remark(
            "consent-not-recorded",
            "note",
            place,
            "It is told, and nothing says how and when the person agreed.",
            "Add it while it can be asked for; it is not printed.",
        )


def _identifying(case: Case, place: str, language: Language) -> Iterator[Remark]:
    """Yield what in a case that is printed could show who the person is, or that nobody has looked."""
    left = [LEFT[one] for one in case.identifying or () if one in LEFT]
    if not case.identifying:
        yield Remark(
            "details-not-checked",
            "warning",
            place,
            "Nobody has looked yet whether its details show who the person is. A town, an employer, a date "
            "or an illness can do that, although the name is changed.",
            "Read it with that in mind, and answer what is left (cases › identifying).",
        )
    elif left:
        yield Remark(
            "details-left",
            "note",
            place,
            f"It keeps details by which somebody could find the person: {language.listed(left)}.",
            "Keep only what the case needs, and tell the person that it stays in.",
        )
    if tells_who(case.pseudonym or ""):
        yield Remark(
            "pseudonym-tells",
            "warning",
            place,
            "The pseudonym gives an age, a number or an initial together with a place or a role. People who "
            "know the person can tell who it is.",
            "Choose one that says nothing: Mira, Person A.",
        )
    if case.age_group == "adult" and case.consent.guardian != "yes" and mentions_child(case.text or ""):
        yield Remark(
            "child-in-story",
            "warning",
            place,
            "A child seems to be part of the story, and nothing says that a parent or guardian has agreed.",
            "Ask, and record the answer (consent › guardian), or take the child out of the story.",
        )


def _by_word(given: str | None, rules: DocumentRules, place: str) -> Iterator[Remark]:
    """Yield that consent was given by word where the body wants it in writing."""
    if rules.consent_form.value == "in writing" and by_word_only(given or ""):
        yield Remark(
            "consent-not-in-writing",
            GRAVITY[rules.consent_form.confidence],
            place,
            "Consent was given by word only, and this body wants it in writing.",
            "Ask for a few signed lines with the date, and record that.",
        )


def _document_by_word(answers: Answers, rules: DocumentRules) -> Iterator[Remark]:
    """Yield the same for the consent that is recorded among the document's own answers."""
    for ask in rules.asks:
        given = answers.details.get(ask.name)
        if ask.agreement and ask.agreement.says_how and isinstance(given, str):
            yield from _by_word(given, rules, f"“{ask.ask}”")
