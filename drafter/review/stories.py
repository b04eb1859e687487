"""Checks of the stories of people: details, a pseudonym or a child by which somebody can tell who it is."""

from collections.abc import Iterator, Mapping

from drafter.model.answers import Case, Consent, Identifying
from drafter.model.remark import Level, Remark, RemarkType
from drafter.model.vocabulary import State
from drafter.privacy.consent import Decision, decisions, required_readers
from drafter.privacy.details import identifying_details
from drafter.privacy.identifying import has_initials, mentions_child, reveals_person
from drafter.review.display_names import case_name
from drafter.review.names_in_stories import on_names
from drafter.review.passages import Passage
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

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
SEEN_DETAILS: dict[Identifying, str] = {
    "place": "a place",
    "work": "work or an office",
    "dates": "a date",
    "age": "an age",
    "health": "a health condition",
    "family": "the family",
    "event": "an event that was in the news",
}
"""The details that drafter recognises in a story, in words."""

DETAILS_IDENTIFY = RemarkType(
    "details-identify",
    "people",
    "warning",
    "No combination of details (place, date, work, age, health, family) shows who is behind a pseudonym, "
    "unless "
    "the person knows and agrees.",
    "OHCHR's Manual on Human Rights Monitoring, on confidentiality and on doing no harm. A neighbour or an "
    "officer who reads the town, the month and the employer knows the name.",
    bad="In March 2024 she was dismissed as a nurse at the district hospital of Zenda, because she lives "
    "with HIV.",
    good="In 2024, in a town in the north, a woman in her forties was dismissed because she lives with HIV.",
    example="case",
    other_levels="an error in a confidential document, if the person has said no to the Government or "
    "the public: "
    "what is confidential may become known",
)
DETAILS_NOT_CHECKED = RemarkType(
    "details-not-checked",
    "people",
    "note",
    "Somebody has read each story for details by which the person can be found.",
    "No body has such a rule: drafter recognises many such details and not all. Whoever knows the person "
    "sees more.",
    bad="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year.,
                 consent: {body: "yes", government: "yes", public: "yes", given: in writing}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
    good="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year., identifying: [nothing],
                 consent: {body: "yes", government: "yes", public: "yes", given: in writing}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
)
DETAILS_LEFT = RemarkType(
    "details-left",
    "people",
    "note",
    "A story keeps only the details that it needs, and the person knows which ones stay in.",
    "OHCHR's Manual on Human Rights Monitoring: consent is informed if the person knows what is printed.",
    bad="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year., identifying: [place],
                 consent: {body: "yes", government: "yes", public: "yes", given: in writing}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
    good="""
    cases: {C1: {pseudonym: Mira, age_group: adult, text: She was held for a year., identifying: [place],
                 consent: {body: "yes", government: "yes", public: "yes", given: in writing,
                           details: [place]}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
)
PSEUDONYM_TELLS = RemarkType(
    "pseudonym-tells",
    "people",
    "warning",
    "A pseudonym says nothing about the person.",
    "People who know the person recognise an initial with an age and a town.",
    bad="""
    cases: {C1: {pseudonym: "K., 19, Zenda", age_group: adult, text: She was held for a year.,
                 consent: {body: "yes", government: "yes", public: "yes", given: in writing}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
    good="""
    cases: {C1: {pseudonym: Person A, age_group: adult, text: She was held for a year.,
                 consent: {body: "yes", government: "yes", public: "yes", given: in writing}}}
    themes: [{theme: prison-health, facts: [F1], cases: [C1]}]
    """,
)
CHILD_IN_STORY = RemarkType(
    "child-in-story",
    "people",
    "warning",
    "A parent or guardian has agreed that the story of an adult tells something of a child.",
    "Convention on the Rights of the Child, art. 16. Child Rights Connect asks that no child can be "
    "identified.",
    bad="When the police came, her daughter, 9, had to empty her schoolbag.",
    good="When the police came, nobody explained the rights of the child to them.",
    example="case",
    other_levels="an error if other details show who the person is, because they show who the child is too; "
    "a note in a Word file, which does not say what was agreed",
)
TYPES = (DETAILS_IDENTIFY, DETAILS_NOT_CHECKED, DETAILS_LEFT, PSEUDONYM_TELLS, CHILD_IN_STORY)


# ---- cases of the answers ----


def check_stories(submission: Submission) -> Iterator[Remark]:
    """Yield remarks on what could show who the person of each printed case is, or a child in it."""
    answers = submission.answers
    for key, decision in decisions(answers, submission.rules).items():
        if decision.is_included:
            case = answers.cases[key]
            place = case_name(key, answers.cases)
            details = details_to_ask(case, decision, submission)
            yield from _on_details(key, case, details, submission)
            if _tells(case.pseudonym, submission):
                yield _pseudonym_tells(place, ("cases", key, "pseudonym"))
            yield from on_names(case, place, ("cases", key, "text"), submission)
            yield from _on_child(key, case, submission, level="error" if details else "warning")
    for ask in submission.rules.asks:
        rows = answers.details.get(ask.name)
        for number, row in enumerate(rows if ask.fields and isinstance(rows, list | tuple) else ()):
            for field in ask.fields if isinstance(row, Mapping) else ():
                path = ("details", ask.name, number, field.name)
                if field.person and _tells(str(row.get(field.name) or ""), submission):
                    yield _pseudonym_tells(f"“{ask.ask}”, entry {number + 1}", path)


def _tells(pseudonym: str | None, submission: Submission) -> bool:
    """Return whether *pseudonym* has initials, or an age or a number beside a place or a role."""
    name = pseudonym or ""
    return has_initials(name) or reveals_person(name, submission.language)


def _pseudonym_tells(place: str, path: KeyPath = ()) -> Remark:
    return PSEUDONYM_TELLS.remark(
        place,
        "The pseudonym combines an age, a number or an initial with a place or a role. People who know the "
        "person can tell who it is.",
        "Choose one that says nothing about the person: Mira, Person A.",
        path=path,
    )


def details_to_ask(case: Case, decision: Decision, submission: Submission) -> tuple[Identifying, ...]:
    """Return the details that identify the person of *case* and that the person has not agreed to.

    Empty if the document may have the real name: then there is nobody to hide.
    """
    if decision.allows_real_name:
        return ()
    details = identifying_details(case.text or "", submission.language, harmless_names(submission.state))
    return details if set(details) - set(case.consent.details or ()) else ()


def harmless_names(state: State | None) -> tuple[str, ...]:
    """Return the names of *state*, which are no places that identify anybody."""
    return (state.name, state.in_text, state.formal) if state else ()


def _on_details(
    key: str, case: Case, details: tuple[Identifying, ...], submission: Submission
) -> Iterator[Remark]:
    """Yield a remark on the details of a story: they identify, nobody has checked them, or they stay in."""
    place = case_name(key, submission.answers.cases)
    left = [KEPT_DETAILS[detail] for detail in case.identifying or () if detail in KEPT_DETAILS]
    if details:
        yield _identify(place, details, submission, key=key)
    elif case.consent.details:
        return
    elif not case.identifying:
        yield DETAILS_NOT_CHECKED.remark(
            place,
            "Nobody has checked yet whether its details show who the person is. A town, an employer, a date "
            "or an illness can do that, even with a changed name.",
            "Read the case with this in mind. Then say which details it keeps (cases › identifying).",
            path=("cases", key, "identifying"),
        )
    elif left:
        yield DETAILS_LEFT.remark(
            place,
            f"It keeps details by which somebody could find the person: {submission.language.listed(left)}.",
            "Keep only what the case needs, and tell the person which details stay in.",
            path=("cases", key, "identifying"),
        )


def _identify(
    place: str, details: tuple[Identifying, ...], submission: Submission, *, key: str = ""
) -> Remark:
    """Return the remark that *details* identify the person of the case *key*; it is empty in a Word file."""
    words = submission.language.listed([SEEN_DETAILS[detail] for detail in details])
    text = f"Together, these details can show who the person is, although the name is changed: {words}."
    if not key:
        return DETAILS_IDENTIFY.remark(place, text, f"{GENERALISE} Or ask whether the person agrees to them.")
    level: Level = "warning"
    if _against_a_no(submission.answers.cases[key].consent, submission):
        level = "error"
        text += (
            " The person has said no to the Government or to the public, but a confidential document may "
            "become "
            "known to both."
        )
    path = ("cases", key, "consent", "details")
    return DETAILS_IDENTIFY.remark(
        place,
        text,
        f"{GENERALISE} Or ask the person, and record the answer at the case (consent › details).",
        level=level,
        path=path,
    )


GENERALISE = "Make them general, for example “in 2024, in a town in the north, a man in his forties”."
"""What to do about details that identify."""


def _against_a_no(consent: Consent, submission: Submission) -> bool:
    """Return whether readers to whom the person has said no may come to read a confidential document."""
    readers = required_readers(submission.rules, submission.answers.details)
    return "confidential" in readers and "no" in (consent.government, consent.public)


def _on_child(key: str, case: Case, submission: Submission, *, level: Level) -> Iterator[Remark]:
    has_child = case.age_group == "adult" and mentions_child(case.text or "", submission.language)
    if has_child and case.consent.guardian != "yes":
        yield CHILD_IN_STORY.remark(
            case_name(key, submission.answers.cases),
            "The story seems to tell something of a child, but no answer says that a parent or guardian has "
            "agreed.",
            "Ask, and record the answer (consent › guardian), or remove the child from the story.",
            level=level,
            path=("cases", key, "consent", "guardian"),
        )


# ---- stories of a Word file ----


def check_read_story(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield remarks on a story that was read from a Word file, where no answer says what was agreed."""
    if passage.role != "case" or passage.path:
        return
    language = submission.language
    pseudonym, marker, story = passage.text.partition(language.labels.name_changed.format(name="").strip())
    text = story.lstrip(". ") if marker else passage.text
    details = identifying_details(text, language, harmless_names(submission.state))
    if details:
        yield _identify(passage.place, details, submission)
    pseudonym = pseudonym.removeprefix(language.labels.case_of.format(name=""))
    if marker and reveals_person(pseudonym.strip(), language):
        yield _pseudonym_tells(passage.place)
    if mentions_child(text, language):
        yield CHILD_IN_STORY.remark(
            passage.place,
            "The story seems to tell something of a child.",
            "Make sure that a parent or guardian has agreed, or remove the child from the story.",
            level="note",
        )
