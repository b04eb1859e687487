"""Questions about people whose cases are told."""

from collections.abc import Iterator

from drafter.answers.paths import KeyPath, answered, at
from drafter.interview.items.case_details import IdentifyingItem, details_question
from drafter.interview.items.consent_of_people import about
from drafter.interview.items.dated import DatedItem
from drafter.interview.items.declared import choices
from drafter.interview.items.item import Item
from drafter.interview.items.private_names import private_names
from drafter.interview.items.section_context import SectionContext
from drafter.model.answers import Case
from drafter.model.question import Choice, QuestionKind
from drafter.privacy.consent import covers, readers_of_names, required_readers
from drafter.privacy.identifying import mentions_child

INFORMED = (
    "The person must know what it is for, who will read it and what may follow. "
    "Without consent the case stays out."
)
CONSENTS = {
    "body": ("Has the person agreed that you tell the body you write to?", INFORMED),
    "government": ("Has the person agreed that the Government may read it?", INFORMED),
    "public": (
        "Has the person agreed that it may be published?",
        f"The Government reads what is published. {INFORMED}",
    ),
    "confidential": (
        "The document is marked confidential. That is not always respected: the Government may still read "
        "it. Has the person agreed even so?",
        INFORMED,
    ),
    "guardian": ("Has a parent or guardian of the person agreed?", INFORMED),
}
"""What is asked about each consent, and the help."""
NOT_GIVEN = ("no", "not-asked")
"""The answers of a person who has not agreed."""
NOTHING = Choice(value="nothing", title="Nothing: I have read it with this in mind", alone=True)
IDENTIFYING = (
    NOTHING,
    *choices(
        ("place", "The town, the village or the institution"),
        ("work", "The employer, the work or the school"),
        ("dates", "Exact dates"),
        ("age", "The exact age"),
        ("health", "A health condition that few people have"),
        ("family", "The family, such as the number of children"),
        ("event", "An event that was in the news"),
    ),
)


def cases(context: SectionContext) -> Iterator[Item]:
    """Yield the questions of each case told under a theme."""
    for key in context.section.cases:
        yield from _case(context, key)


def _case(context: SectionContext, key: str) -> Iterator[Item]:
    section = f"{context.title} · case {key}"
    path: KeyPath = ("cases", key)

    def ask(name: str, text: str, help_: str, kind: QuestionKind = "line") -> Item:
        place = (*path, *name.split("."))
        return Item(path=place, section=section, text=text, help=help_, kind=kind, allow_unknown=True)

    yield Item(
        path=(*path, "pseudonym"),
        section=section,
        text="Which name should the document use for the person?",
        help="Choose a pseudonym that says nothing, such as 'Mira' or 'Person A'. Do not use the real name, "
        "initials, a place or a job. Every draft shows this name.",
        kind="line",
        form="pseudonym",
        required=True,
    )
    yield private_names(section)
    if context.rules.real_names:
        yield Item(
            path=("private", "cases", key, "name"),
            section=section,
            text="What is the person's real name?",
            help="drafter keeps it in a separate file that only you can read. It is printed only if the "
            "person agrees that the Government learns it. Leave it empty to keep it off this computer.",
            kind="line",
        )
    yield Item(
        path=(*path, "age_group"),
        section=section,
        text="Is the person an adult?",
        help="For a child, a parent or guardian must agree too.",
        kind="choice",
        choices=choices(("adult", "An adult"), ("child", "A child, under 18"), ("unknown", "Not known")),
    )
    consents = list(_consents(context, key, section))
    yield from consents
    given = ask("consent.given", "How and when was consent given?", "In writing or by word? When? To whom?")
    answered_with = {at(context.answers, item.path) for item in consents}
    is_given = "yes" in answered_with or answered_with.isdisjoint(NOT_GIVEN)
    yield DatedItem.model_validate({**dict(given), "form": "when", "past": True, "automatic": is_given})
    story = Item(
        path=(*path, "text"),
        section=section,
        text="What happened?",
        help="Tell it in the order in which it happened. Leave out names, addresses and dates that could "
        "lead to the person. Begin with a whole sentence: She was … The pseudonym is printed before it.",
        kind="long",
        required=True,
        allow_unknown=True,
    )
    yield story
    yield from _after_the_story(context, key, story)


def _consents(context: SectionContext, key: str, section: str) -> Iterator[Item]:
    """Yield what the person has to have agreed to for this document, and a guardian for a child."""
    rules, details = context.rules, context.answers.details
    case = context.answers.cases.get(key, Case())
    wanted: list[str] = [
        name
        for name in required_readers(rules, details)
        if name != "confidential" or not covers(case.consent, name) or case.consent.confidential is not None
    ]
    if rules.real_names:
        wanted += [name for name in readers_of_names(rules, details) if name not in wanted]
    if case.age_group != "adult":
        wanted.append("guardian")
    is_needed = True  # whoever has not agreed to the first step need not be asked about the next
    for name in wanted:
        item = _agreed(key, name, section, case.pseudonym)
        yield item if is_needed else item.model_copy(update={"automatic": False})
        is_needed = is_needed and getattr(case.consent, name) not in NOT_GIVEN
    if rules.real_names and "public" not in wanted:
        # For the public version.
        yield _agreed(key, "public", section, case.pseudonym).model_copy(update={"automatic": False})


def _agreed(key: str, name: str, section: str, pseudonym: str | None, text: str = "") -> Item:
    """Return the question whether *pseudonym* gave one consent, in the words *text* or in its usual ones."""
    usual, help_ = CONSENTS[name]
    return Item(
        path=("cases", key, "consent", name),
        section=section,
        text=about(text or usual, pseudonym),
        help=help_,
        kind="choice",
        choices=choices(("yes", "Yes"), ("no", "No"), ("not-asked", "Not asked yet")),
        default="not-asked",
    )


def _after_the_story(context: SectionContext, key: str, story: Item) -> Iterator[Item]:
    """Yield what is asked once the story is there: what could show who it is, and a child in it."""
    if not answered(context.answers, story.path):
        return
    details = list(details_question(context, key, story))
    yield from details
    yield IdentifyingItem(
        story=story,
        path=("cases", key, "identifying"),
        section=story.section,
        text="What in the story could help somebody find the person?",
        help="Changing the name is not enough. Neighbours and the police can recognise a town, a job or an "
        "illness. Take out what the case does not need. Enter alone leaves this question open.",
        kind="choices",
        choices=IDENTIFYING,
        automatic=not details,
    )
    case = context.answers.cases[key]
    if case.age_group == "adult" and mentions_child(case.text or ""):
        yield _agreed(
            key,
            "guardian",
            story.section,
            case.pseudonym,
            "A child seems to be in the story. Has a parent or guardian agreed?",
        )
