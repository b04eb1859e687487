"""Questions about who submits and who signs."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, answered
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.declared import add_another, choices
from drafter.interview.items.item import AnswerValue, Item
from drafter.library.library import Library
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Form, QuestionKind


class FirstOrganisationName(Item):
    """The name of the first organisation, which leads if no other role was given."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the name, and the role of the lead where nobody has it."""
        has_lead = answered(answers, ("organisations", 0, "role")) or any(
            organisation.role == "lead" for organisation in answers.organisations
        )
        lead: list[Change] = [] if has_lead else [(("organisations", 0, "role"), "lead")]
        return [*super().changes(answers, value, library), *lead]


def organisations(answers: WorkingAnswers, rules: DocumentRules) -> Iterator[Item]:
    """Yield the questions about each organisation, and whether there is another."""
    count = len(answers.organisations)
    for number in range(max(count, 1)):
        section = "Who submits" if number == 0 else f"Who submits · organisation {number + 1}"
        yield from organisation_questions(("organisations", number), section, first=number == 0)
    if rules.organisations != "one":
        yield add_another(
            answers,
            ("organisations",),
            "Who submits",
            text="Is there another organisation?",
            help_="Only organisations that have agreed are printed. You can note invited ones already.",
            overview_title="Add more: organisations",
            default=rules.organisations == "several" and count < 2,
        )


def organisation_questions(path: KeyPath, section: str, *, first: bool = True) -> Iterator[Item]:
    """Yield the questions about the organisation at *path*; the *first* one leads by default."""

    def text_item(key: str, text: str, help_: str, kind: QuestionKind = "line", **more: object) -> Item:
        place = (*path, *key.split("."))
        item_class = FirstOrganisationName if place == ("organisations", 0, "name") else Item
        fields = {"path": place, "section": section, "text": text, "help": help_, "kind": kind}
        return item_class.model_validate({**fields, "allow_unknown": True, **more})

    yield text_item(
        "name", "What is the organisation's full name?", "Exactly as it should be printed.", required=True
    )
    yield text_item("acronym", "What is its acronym, if it has one?", "Leave it empty if there is none.")
    yield Item(
        path=(*path, "role"),
        section=section,
        text="Is it the lead organisation?",
        help="The lead is named first. The secretariat writes to it.",
        kind="choice",
        choices=choices(("lead", "Lead organisation"), ("co-submitter", "Co-submitter")),
    )
    if not first:
        yield Item(
            path=(*path, "status"),
            section=section,
            text="Has it agreed to submit?",
            help="Only organisations that have agreed are printed and counted.",
            kind="choice",
            choices=choices(
                ("confirmed", "Yes, confirmed"), ("invited", "Invited"), ("declined", "Declined")
            ),
        )
    yield text_item(
        "what",
        "What is it and what does it do?",
        "A sentence or two: its nature, members, work, and how it knows what it reports.",
        "long",
    )
    yield text_item(
        "founded", "In which year was it founded?", "Bodies ask first-time submitters for it.", form="year"
    )
    yield text_item("city", "In which city is it?", "The secretariat lists city and country.")
    yield text_item("country", "In which country?", "Exactly as it should be printed.")
    yield Item(
        path=(*path, "ecosoc"),
        section=section,
        text="Does it have consultative status with the Economic and Social Council (ECOSOC)?",
        help="Most documents do not need it. If there is one, drafter prints it.",
        kind="choice",
        choices=choices(("none", "No"), ("roster", "Roster"), ("special", "Special"), ("general", "General")),
        allow_unknown=True,
    )
    yield text_item(
        "contact.person", "Who is the contact person?", "Leave it empty if a name would be a risk."
    )
    yield text_item(
        "contact.email",
        "Which e-mail address may be printed?",
        "Use one that is safe to publish.",
        form="email",
    )
    forms: tuple[tuple[str, str, Form], ...] = (
        ("phone", "Which telephone number may be printed?", "phone"),
        ("address", "Which postal address may be printed?", ""),
        ("website", "Which web page may be printed?", "link"),
    )
    for key, text, form in forms:
        yield Item(
            path=(*path, "contact", key),
            section=section,
            text=text,
            help="Leave it empty for none.",
            kind="line",
            form=form,
            automatic=False,
        )


def sign_off() -> Iterator[Item]:
    """Yield the questions about place, date and signature."""
    section = "Signing"
    for key, text, help_ in (
        ("place", "Where is it signed?", "A city. Leave it empty for none."),
        ("date", "On which date?", "For example: 15 March 2030, or 2030-03-15."),
        ("name", "Who signs?", "Leave it empty for no signature."),
        ("function", "What is the person's position?", "For example: Secretary General."),
    ):
        yield Item(
            path=("sign_off", key), section=section, text=text, help=help_, kind="line", allow_unknown=True,
            form="date" if key == "date" else "",
        )  # fmt: skip
