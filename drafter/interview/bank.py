"""Questions about people whose cases are told, and about recommendations that were made before."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.interview.asks import choices, is_finished, more
from drafter.interview.paths import Path, at, rows
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Kind, Question

STATUSES = (
    ("done", "Carried out"),
    ("begun", "Begun"),
    ("not-done", "Not carried out"),
    ("unknown", "Not known"),
)
"""What may have become of an earlier recommendation, as it is saved and as it is shown."""


def cases(data: Mapping[str, Any], path: Path, title: str, rules: DocumentRules) -> Iterator[Question]:
    """Yield the questions of each case told under a theme."""
    for key in rows(data, (*path, "cases")):
        yield from _case(data, key, title, rules)


def _case(data: Mapping[str, Any], key: str, title: str, rules: DocumentRules) -> Iterator[Question]:
    section = f"{title} · case {key}"
    path: Path = ("cases", key)

    def ask(name: str, text: str, help_: str, kind: Kind = "line") -> Question:
        place = (*path, *name.split("."))
        return Question(path=place, section=section, text=text, help=help_, kind=kind, unknown=True)

    yield Question(
        path=(*path, "pseudonym"),
        section=section,
        text="Under which name is the person to appear?",
        help="A pseudonym, never the real name: 'Mira', 'a woman of 34'. It is what every draft shows.",
        kind="line",
        required=True,
    )
    if rules.real_names:
        yield Question(
            path=("private", "cases", key, "name"),
            section=section,
            text="What is the person's real name?",
            help="It goes into a file of its own that only you can read, and is printed only with consent "
            "that the Government learns it. Leave it empty to keep it off this computer.",
            kind="line",
        )
    yield Question(
        path=(*path, "age_group"),
        section=section,
        text="Is the person an adult?",
        help="For a child, a parent or guardian has to agree as well.",
        kind="choice",
        choices=choices(("adult", "An adult"), ("child", "A child, under 18"), ("unknown", "Not known")),
    )
    yield from _consents(data, key, section, rules)
    yield ask("consent.given", "How and when was consent given?", "In writing or by word, when, to whom.")
    yield Question(
        path=(*path, "text"),
        section=section,
        text="What happened?",
        help="In the order of time, without names, addresses or dates by which the person could be found. "
        "Begin with a whole sentence, such as She was …; the pseudonym stands before it.",
        kind="long",
        required=True,
        unknown=True,
    )


def _consents(data: Mapping[str, Any], key: str, section: str, rules: DocumentRules) -> Iterator[Question]:
    """Yield what the person has to have agreed to for this document, and a guardian for a child."""
    asked = {
        "body": "Has the person agreed that the body you write to is told?",
        "government": "Has the person agreed that the Government is told?",
        "public": "Has the person agreed that it is published?",
        "guardian": "Has a parent or guardian agreed?",
    }
    wanted = list(rules.consent)
    if at(data, ("cases", key, "age_group")) != "adult":
        wanted.append("guardian")  # type: ignore[arg-type]
    for name in wanted:
        yield Question(
            path=("cases", key, "consent", name),
            section=section,
            text=asked[name],
            help="Informed: what for, who will read it, what may follow. Without it the case stays out.",
            kind="choice",
            choices=choices(("yes", "Yes"), ("no", "No"), ("not-asked", "Not asked yet")),
            default="not-asked",
        )


# ---- earlier recommendations ----


def earlier(data: Mapping[str, Any]) -> Iterator[Question]:
    """Yield the questions of each recommendation that was made before, and whether there is another."""
    section = "Earlier recommendations"
    given = rows(data, ("earlier",))
    for number, _ in enumerate(given):
        yield from _earlier(("earlier", number), f"{section} · {number + 1}")
    if not is_finished(data, "earlier"):
        yield more(
            "earlier",
            section,
            "Was a recommendation made before on your subject?" if not given else "Another one?",
            "By States in the last review, by a committee, by an expert. It becomes a line of a table.",
        )


def _earlier(path: Path, section: str) -> Iterator[Question]:
    for name, text, help_ in (
        ("text", "What does it say?", "As it was printed."),
        ("body", "Who made it?", "The body: Human Rights Council (UPR), Human Rights Committee …"),
        ("document", "In which document?", "Its symbol, such as A/HRC/32/17."),
        ("paragraph", "In which paragraph?", "Its number, such as 166.20."),
        ("state", "Which State made it?", "In the Universal Periodic Review; else leave it empty."),
    ):
        yield Question(
            path=(*path, name), section=section, text=text, help=help_, kind="line", unknown=True,
            required=name == "text",
        )  # fmt: skip
    yield Question(
        path=(*path, "position"),
        section=section,
        text="What did the State say to it?",
        help="In the Universal Periodic Review a recommendation is supported or noted.",
        kind="choice",
        choices=choices(("supported", "Supported"), ("noted", "Noted"), ("none", "Nothing of the kind")),
        unknown=True,
    )
    yield Question(
        path=(*path, "status"),
        section=section,
        text="What became of it?",
        help="In your own judgement.",
        kind="choice",
        choices=choices(*STATUSES),
        unknown=True,
    )
    yield Question(
        path=(*path, "evidence"),
        section=section,
        text="How is that known?",
        help="One sentence: what was done or not, since when, according to whom.",
        kind="line",
        unknown=True,
    )
