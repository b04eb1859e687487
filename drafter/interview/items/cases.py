"""Questions about people whose cases are told, and about recommendations that were made before."""

from collections.abc import Iterator

from drafter.answers.paths import Path, answered
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.declared import add_another, choices
from drafter.interview.items.item import Item
from drafter.interview.items.section_context import SectionContext
from drafter.model.answers import Case
from drafter.model.earlier import EARLIER_STATUSES
from drafter.model.question import QuestionKind
from drafter.privacy.consent import covers, readers_of_names, required_readers
from drafter.privacy.identifying import mentions_child

INFORMED = "Informed: what for, who will read it, what may follow. Without it the case stays out."
CONSENTS = {
    "body": ("Has the person agreed that the body you write to is told?", INFORMED),
    "government": ("Has the person agreed that the Government is told?", INFORMED),
    "public": (
        "Has the person agreed that it is published?",
        f"The Government reads what is published. {INFORMED}",
    ),
    "confidential": (
        "The document is marked confidential, but that is not always kept: the Government may come to read "
        "it. Has the person agreed all the same?",
        INFORMED,
    ),
    "guardian": ("Has a parent or guardian agreed?", INFORMED),
}
"""What is asked about each consent, and the help."""
IDENTIFYING = choices(
    ("nothing", "Nothing: I have read it with this in mind"),
    ("place", "The town, the village or the institution"),
    ("work", "The employer, the work or the school"),
    ("dates", "Exact dates"),
    ("age", "The exact age"),
    ("health", "A condition of health that few people have"),
    ("family", "The family, such as the number of children"),
    ("event", "An event that was in the news"),
)


def cases(context: SectionContext) -> Iterator[Item]:
    """Yield the questions of each case told under a theme."""
    for key in context.section.cases:
        yield from _case(context, key)


def _case(context: SectionContext, key: str) -> Iterator[Item]:
    section = f"{context.title} · case {key}"
    path: Path = ("cases", key)

    def ask(name: str, text: str, help_: str, kind: QuestionKind = "line") -> Item:
        place = (*path, *name.split("."))
        return Item(path=place, section=section, text=text, help=help_, kind=kind, allow_unknown=True)

    yield Item(
        path=(*path, "pseudonym"),
        section=section,
        text="Under which name is the person to appear?",
        help="A pseudonym that says nothing: 'Mira', 'Person A'. Not the real name, no initials, no age with "
        "a place or a role. It is what every draft shows.",
        kind="line",
        required=True,
    )
    if context.rules.real_names:
        yield Item(
            path=("private", "cases", key, "name"),
            section=section,
            text="What is the person's real name?",
            help="It goes into a file of its own that only you can read, and is printed only with consent "
            "that the Government learns it. Leave it empty to keep it off this computer.",
            kind="line",
        )
    yield Item(
        path=(*path, "age_group"),
        section=section,
        text="Is the person an adult?",
        help="For a child, a parent or guardian has to agree as well.",
        kind="choice",
        choices=choices(("adult", "An adult"), ("child", "A child, under 18"), ("unknown", "Not known")),
    )
    yield from _consents(context, key, section)
    yield ask("consent.given", "How and when was consent given?", "In writing or by word, when, to whom.")
    yield Item(
        path=(*path, "text"),
        section=section,
        text="What happened?",
        help="In the order of time, without names, addresses or dates by which the person could be found. "
        "Begin with a whole sentence, such as She was …; the pseudonym stands before it.",
        kind="long",
        required=True,
        allow_unknown=True,
    )
    yield from _after_the_story(context.answers, key, section)


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
    for name in wanted:
        yield _agreed(key, name, section)
    if rules.real_names and "public" not in wanted:
        # For the public version.
        yield _agreed(key, "public", section).model_copy(update={"automatic": False})


def _agreed(key: str, name: str, section: str, text: str = "") -> Item:
    """Return the question whether one consent was given, in the words *text* or in its usual ones."""
    usual, help_ = CONSENTS[name]
    return Item(
        path=("cases", key, "consent", name),
        section=section,
        text=text or usual,
        help=help_,
        kind="choice",
        choices=choices(("yes", "Yes"), ("no", "No"), ("not-asked", "Not asked yet")),
        default="not-asked",
    )


def _after_the_story(answers: WorkingAnswers, key: str, section: str) -> Iterator[Item]:
    """Yield what is asked once the story is there: what could show who it is, and a child in it."""
    if not answered(answers, ("cases", key, "text")):
        return
    yield Item(
        path=("cases", key, "identifying"),
        section=section,
        text="What is left in the story by which somebody could find the person?",
        help="A changed name does not hide a person whose town, work or illness is told: neighbours and the "
        "police know more than a stranger. Take out what the case does not need. Enter alone leaves it open.",
        kind="choices",
        choices=IDENTIFYING,
    )
    case = answers.cases[key]
    if case.age_group == "adult" and mentions_child(case.text or ""):
        yield _agreed(
            key,
            "guardian",
            section,
            "A child seems to be in the story. Has a parent or guardian agreed?",
        )


# ---- earlier recommendations ----


def earlier(answers: WorkingAnswers) -> Iterator[Item]:
    """Yield the questions of each recommendation that was made before, and whether there is another."""
    section = "Earlier recommendations"
    for number in range(len(answers.earlier)):
        yield from _earlier(("earlier", number), f"{section} · {number + 1}")
    yield add_another(
        answers,
        ("earlier",),
        section,
        text="Another one?" if answers.earlier else "Was a recommendation made before on your subject?",
        help_="By States in the last review, by a committee, by an expert. It becomes a line of a table.",
        overview_title="Add more: earlier recommendations",
    )


def _earlier(path: Path, section: str) -> Iterator[Item]:
    for name, text, help_ in (
        ("text", "What does it say?", "As it was printed."),
        ("body", "Who made it?", "The body: Human Rights Council (UPR), Human Rights Committee …"),
        ("document", "In which document?", "Its symbol, such as A/HRC/32/17."),
        ("paragraph", "In which paragraph?", "Its number, such as 166.20."),
        ("state", "Which State made it?", "In the Universal Periodic Review; else leave it empty."),
    ):
        yield Item(
            path=(*path, name), section=section, text=text, help=help_, kind="line", allow_unknown=True,
            required=name == "text",
        )  # fmt: skip
    yield Item(
        path=(*path, "position"),
        section=section,
        text="What did the State say to it?",
        help="In the Universal Periodic Review a recommendation is supported or noted.",
        kind="choice",
        choices=choices(("supported", "Supported"), ("noted", "Noted"), ("none", "Nothing of the kind")),
        allow_unknown=True,
    )
    yield Item(
        path=(*path, "status"),
        section=section,
        text="What became of it?",
        help="In your own judgement.",
        kind="choice",
        choices=choices(*EARLIER_STATUSES),
        allow_unknown=True,
    )
    yield Item(
        path=(*path, "evidence"),
        section=section,
        text="How is that known?",
        help="One sentence: what was done or not, since when, according to whom.",
        kind="line",
        allow_unknown=True,
    )
