"""Questions about what is known: facts and sources, cases and consent, earlier recommendations."""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.interview.asks import CHOOSING, MORE, choices, is_finished, more
from drafter.interview.paths import Path, answered, at, keys, rows
from drafter.model.mechanism import DocumentRules
from drafter.model.question import Choice, Kind, Question

NEW = "new"
"""The choice that adds a source to the bank."""


def facts(data: Mapping[str, Any], path: Path, theme: str, title: str) -> Iterator[Question]:
    """Yield which of the known facts belong here, where that is wished for, and the questions of each."""
    bank = keys(data, ("facts",))
    which = Question(
        path=(*path, "facts"),
        section=title,
        text="Which of your facts belong here?",
        help="A fact may be used in several places; its source is printed each time.",
        kind="choices",
        choices=tuple(
            Choice(value=key, title=f"{key}  {(bank[key] or {}).get('text') or ''}") for key in bank
        ),
    )
    if bank and answered(data, which.path):
        yield which  # it can be changed
    if bank and theme in rows(data, CHOOSING):
        yield which.model_copy(update={"path": (*MORE, f"known/{theme}")})
    for key in rows(data, which.path):
        if key in bank:
            yield from _fact(data, key, title)


def _fact(data: Mapping[str, Any], key: str, title: str) -> Iterator[Question]:
    section = f"{title} · fact {key}"
    yield Question(
        path=("facts", key, "text"),
        section=section,
        text="What is the fact? (one sentence, as it should be printed)",
        help="Say what was counted, where and when: In 2024, 41 of 96 people interviewed saw no judge.",
        kind="line",
        required=True,
        unknown=True,
    )
    yield from _figure(data, key, section)
    yield Question(
        path=("facts", key, "source"),
        section=section,
        text="Where is it known from?",
        help="Every fact carries its source in a note. Your own interviews are a source too.",
        kind="choice",
        choices=(
            *(
                Choice(
                    value=name, title=f"{name}  {one.get('author') or ''} {one.get('title') or ''}".strip()
                )
                for name, one in keys(data, ("sources",)).items()
            ),
            Choice(value=NEW, title="A new source"),
        ),
        default=NEW if not keys(data, ("sources",)) else None,
        unknown=True,
    )
    source = at(data, ("facts", key, "source"))
    if isinstance(source, str) and source in keys(data, ("sources",)):
        yield from _source(source, section)
    if source:
        yield Question(
            path=("facts", key, "locator"),
            section=section,
            text="On which page or in which paragraph?",
            help="As it should be printed: p. 12 or para. 34. Leave it empty where there is none.",
            kind="line",
        )


def _figure(data: Mapping[str, Any], key: str, section: str) -> Iterator[Question]:
    """Yield what a figure measures: a number without its unit, period and place misleads.

    Unit, period and place are suggested as they were answered for the figure before: several often come from
    one count. What it says about groups is not: Enter alone would claim it of a count that never asked.
    """
    before = _figure_before(data, key)

    def ask(name: str, text: str, help_: str) -> Question:
        path = ("facts", key, name)
        said = before.get(name) or None if name in ("unit", "period", "place") else None
        return Question(
            path=path, section=section, text=text, help=help_, kind="line", default=said, unknown=True
        )

    yield ask(
        "figure",
        "If it is a figure: which number?",
        "41 of 96; 61 per cent. Leave it empty where it is none.",
    )
    if at(data, ("facts", key, "figure")):
        yield ask(
            "unit", "What does it count?", "People, arrests, centres, deaths: what the number is a number of."
        )
        yield ask("period", "Over which time?", "A year, or from when to when.")
        yield ask("place", "Where?", "The whole country, a region, the places that were visited.")
        yield ask(
            "disaggregation",
            "What does it say about sex, age and other groups?",
            "Leave it empty where it says nothing; then asking the State to collect it may be worth a line.",
        )


def _figure_before(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """Return the last fact before *key* that is a figure, an empty one where there is none."""
    found: Mapping[str, Any] = {}
    for name, fact in keys(data, ("facts",)).items():
        if name == key:
            break
        if isinstance(fact, Mapping) and fact.get("figure"):
            found = fact
    return found


def _source(key: str, section: str) -> Iterator[Question]:
    for name, text, help_ in (
        ("title", "What is the title of the source?", "Of the report, law, record or page."),
        ("author", "Who wrote or keeps it?", "A person, an office, an organisation; your own is fine."),
        ("publisher", "Who published it?", "Leave it empty where it is the author or nobody."),
        ("date", "When?", "A year is enough."),
        ("address", "At which web address, if any?", "It stands in the note."),
    ):
        yield Question(
            path=("sources", key, name),
            section=section,
            text=text,
            help=help_,
            kind="line",
            required=name == "title",
            unknown=True,
        )


# ---- cases ----


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
        choices=choices(
            ("done", "Carried out"),
            ("begun", "Begun"),
            ("not-done", "Not carried out"),
            ("unknown", "Not known"),
        ),
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
