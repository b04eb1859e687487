"""Questions about the author's own words: a paragraph, a question, a recommendation."""

from collections.abc import Iterator

from drafter.answers.paths import KeyPath
from drafter.interview.items.declared import choices
from drafter.interview.items.item import Item
from drafter.interview.items.section_context import SectionContext

STATE = "state"
"""The addressee of a recommendation that says nothing else."""


def questions(context: SectionContext, number: int) -> Iterator[Item]:
    """Yield the questions of one paragraph, question or recommendation of the author's own."""
    section = f"{context.title} · your own words"
    path = (*context.path, "own", number)
    own = context.section.own[number]
    if own.kind == "recommendation":
        yield Item(
            path=(*path, "manner"),
            section=section,
            text="How do you want to write the recommendation?",
            help="From parts, it gets the form that delegates use. Freely, it stays as you type it.",
            kind="choice",
            choices=choices(("parts", "From its parts: verb, what, how, by when"), ("free", "Freely")),
            automatic=False,
        )
        yield _addressee(context, path, section)
        if own.manner == "parts":
            yield from _parts((*path, "parts"), section)
            return
    text, help_ = (
        "Write it.",
        "Your own words, printed as they are. An empty line begins a new paragraph. "
        f"{{paragraph {_other_theme(context)}}} prints the number of the first paragraph on that theme.",
    )
    if own.kind == "recommendation":
        text = "Write the recommendation: verb, what, how, by when."
        help_ = (
            "One thing, beginning with the verb: Publish the contracts of every centre by the end of 2027."
        )
        if context.answers.state:
            help_ = f"{help_} It asks {context.answers.state}; with Ctrl-O you can name somebody else."
    yield Item(
        path=(*path, "text"),
        section=section,
        text=text,
        help=help_,
        kind="long",
        required=True,
        allow_unknown=True,
    )


def _other_theme(context: SectionContext) -> str:
    """Return the name of another theme of the document, or of this one if there is no other."""
    themes = [section.theme for section in context.answers.themes]
    return next((theme for theme in themes if theme != context.section.theme), context.section.theme)


def _addressee(context: SectionContext, path: KeyPath, section: str) -> Item:
    """Return the question whom a recommendation asks: the State, if it says nothing else.

    In a text about one State, only the overview asks it.
    """
    addressees = context.library.themes.addressees
    titles = {name: addressee.title for name, addressee in addressees.items()}
    titles[STATE] = context.answers.state or "Member States"
    return Item(
        path=(*path, "addressee"),
        section=section,
        text="Who should do it?",
        help="Choose the one that can do it. Name the ministry or authority in the text.",
        kind="choice",
        choices=choices(*((name, title[:1].upper() + title[1:]) for name, title in titles.items())),
        default=STATE,
        automatic=not context.answers.state,
    )


def _parts(path: KeyPath, section: str) -> Iterator[Item]:
    for name, text, help_, needed_ in (
        (
            "verb",
            "What should be done? Begin with the verb.",
            "Adopt, Amend, Repeal, Close, Fund, Publish, Train, Open …",
            True,
        ),
        (
            "what",
            "What exactly?",
            "One thing: section 12 of the Narcotics Act; a service in each region.",
            True,
        ),
        (
            "how",
            "How, or through whom?",
            "by a regulation of the Ministry of Health; through public grants.",
            False,
        ),
        ("by_when", "By when?", "within two years; by the next review. Leave it empty for no date.", False),
    ):
        yield Item(
            path=(*path, name),
            section=section,
            text=text,
            help=help_,
            kind="line",
            required=needed_,
            allow_unknown=True,
        )
