"""Questions about who submits and who signs."""

from collections.abc import Iterator

from drafter.answers.paths import KeyPath, answered
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.declared import add_typed, choices
from drafter.interview.items.item import Item
from drafter.interview.items.known_organisations import lead_is_open
from drafter.interview.items.organisation_lines import AddOrganisation, ContactItem, NameItem, PlaceItem
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Form

_PRINTED = frozenset({"what", "city", "country", "ecosoc", "contact"})
"""Answers about an organisation that has agreed, besides its name."""
_SIGNED_SHAPES = ("letter.md.jinja", "communication.md.jinja")
"""The shapes of letters and communications, which somebody signs."""


def organisations(answers: WorkingAnswers, rules: DocumentRules) -> Iterator[Item]:
    """Yield the questions about each organisation, and whether there is another."""
    count = len(answers.organisations)
    uses_status = any(gate.of == "lead.ecosoc" for gate in rules.gates) or any(
        limit.status for limit in rules.limits
    )
    for number in range(max(count, 1)):
        section = "Who submits" if number == 0 else f"Who submits · organisation {number + 1}"
        has_lead = any(
            organisation.role == "lead"
            for other, organisation in enumerate(answers.organisations)
            if other != number
        )
        role = answers.organisations[number].role if number < count else "lead"
        not_needed = {"role"} if has_lead or lead_is_open(answers) else set[str]()
        if has_lead and role != "lead":
            not_needed |= {"contact", "ecosoc"}  # the body writes to the lead
        if not uses_status:
            not_needed.add("ecosoc")
        if number < count and answers.organisations[number].status != "confirmed":
            not_needed |= _PRINTED  # until it has agreed, nothing of it is printed
        for item in organisation_questions(("organisations", number), section, first=number == 0):
            is_needed = not_needed.isdisjoint(map(str, item.path)) and not _is_left_to_a_line(answers, item)
            yield item if is_needed else item.model_copy(update={"automatic": False})
    if rules.organisations != "one":
        needs_two = rules.organisations == "several" and count < 2
        more = "A joint submission has at least two." if needs_two else "The others follow one by one."
        yield add_typed(
            answers,
            ("organisations",),
            "Who submits",
            text="Is there another organisation? Write its full name, or press Enter to go on.",
            help_=f"With the acronym in brackets. {more} Only organisations that have agreed are printed. "
            "You can note invited ones already.",
            overview_title="Add more: organisations",
            item_class=AddOrganisation,
        )


def _is_left_to_a_line(answers: WorkingAnswers, item: Item) -> bool:
    """Return whether *item* is a part of a line that was not asked for yet."""
    line = {"country": "city", "email": "person"}.get(str(item.path[-1]))
    return line is not None and not answered(answers, (*item.path[:-1], line))


def organisation_questions(path: KeyPath, section: str, *, first: bool = True) -> Iterator[Item]:
    """Yield the questions about the organisation at *path*; the *first* one leads by default."""

    def text_item(key: str, text: str, help_: str, *, item_class: type[Item] = Item, **more: object) -> Item:
        fields = {"path": (*path, *key.split(".")), "section": section, "text": text, "help": help_}
        return item_class.model_validate({"kind": "line", "allow_unknown": True, **fields, **more})

    yield text_item(
        "name",
        "What is the organisation's full name, with its acronym?",
        "Exactly as it should be printed, with the acronym in brackets: Recovery Network Ruritania (RNR).",
        item_class=NameItem,
        required=True,
    )
    yield text_item(
        "acronym", "What is its acronym, if it has one?", "Leave it empty if there is none.", automatic=False
    )
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
                ("confirmed", "Yes, confirmed"),
                ("invited", "Invited"),
                ("declined", "Declined"),
                ("not-asked", "Not asked yet"),
            ),
        )
    yield text_item(
        "what",
        "What is it and what does it do?",
        "A sentence or two: its nature, members, work, and how it knows what it reports.",
        kind="long",
    )
    yield text_item(
        "city",
        "Where is it, and since when? City, country, year",
        "For example: Zenda, Ruritania, 2009. Leave out the town if it would be a risk, as for a shelter: "
        "Ruritania, 2009. All of it is printed. Bodies ask first-time submitters for the year in which they "
        "were founded.",
        item_class=PlaceItem,
        form="place",
    )
    yield text_item("country", "In which country?", "Exactly as it should be printed.")
    yield text_item(
        "founded",
        "In which year was it founded?",
        "Bodies ask first-time submitters for it.",
        form="year",
        automatic=False,
    )
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
        "contact.person",
        "Who is the contact? Name, e-mail address",
        "Both are printed: use an address that is safe to publish. Leave out the name if it would be a risk.",
        item_class=ContactItem,
        form="contact",
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


def sign_off(answers: WorkingAnswers, rules: DocumentRules) -> Iterator[Item]:
    """Yield the questions about place, date and signature.

    The interview asks them for letters and cases, and where one of them was answered.
    """
    section = "Signing"
    is_signed = (
        rules.stage == "case" or rules.shape in _SIGNED_SHAPES or bool(answers.sign_off.model_fields_set)
    )
    for key, text, help_ in (
        ("place", "Where is it signed?", "A city. Leave it empty for none."),
        ("date", "On which date?", "For example: 15 March 2030, or 2030-03-15."),
        ("name", "Who signs?", "Leave it empty for no signature."),
        ("function", "What is the person's position?", "For example: Secretary General."),
    ):
        yield Item(
            path=("sign_off", key), section=section, text=text, help=help_, kind="line", allow_unknown=True,
            form="date" if key == "date" else "", automatic=is_signed,
        )  # fmt: skip
