"""Passages: the texts that authors typed and a document prints, each with its role and its place.

A check of words takes its texts from here, so that none is forgotten. The passages of a Word file are read
from its paragraphs instead; the same checks run over both.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.model.answers import Answers, ThemeSection
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules
from drafter.model.note_marks import NOTE
from drafter.model.printed_earlier import printed_rows
from drafter.model.question import Ask
from drafter.review.display_names import DisplayNames
from drafter.yaml_text.key_path import KeyPath

Role = Literal["title", "heading", "paragraph", "recommendation", "question", "fact", "case", "line", "note"]
LONG_PARTS = ("summary", "method", "closing")
"""The common parts that are long texts."""


@frozen
class Passage:
    """A text of the author's own that the document prints."""

    text: str
    """As it was typed: Markdown for a long text, letter for letter for a line. Empty if it is not written."""
    place: str
    """Its place in the words of the screen."""
    role: Role = "paragraph"
    path: KeyPath = ()
    """The path of the answer; empty in a Word file."""
    is_long: bool = True
    """Whether it may have several paragraphs and is read as Markdown."""
    facts: tuple[str, ...] = ()
    """The facts that are printed after it."""
    section: str = ""
    """The display name of the theme, or the heading in a Word file; empty outside themes."""
    is_library: bool = False
    """Whether it is a text of the library in a Word file, which the author did not word."""

    @property
    def has_note(self) -> bool:
        """Whether a note or a fact with its note supports it."""
        return bool(self.facts) or NOTE.search(self.text) is not None


_ROW_TEXTS = {
    "measures": "what the State has done",
    "evidence": "what became of it",
    "needed": "what is still needed",
}
"""The texts about an earlier recommendation that are the author's own, each as a place names it."""


def passages_of(
    answers: Answers, rules: DocumentRules, names: DisplayNames, language: Language
) -> tuple[Passage, ...]:
    """Return every text in *answers* that the document prints, in the order of the answers."""
    return tuple(_passages(answers, rules, names, language))


def _passages(
    answers: Answers, rules: DocumentRules, names: DisplayNames, language: Language
) -> Iterator[Passage]:
    if "title" not in rules.left_out:
        yield Passage(answers.title or "", names.part("title"), "title", ("title",), is_long=False)
    if "keywords" not in rules.left_out:
        keywords = ", ".join(answers.keywords)
        yield Passage(keywords, names.part("keywords"), "line", ("keywords",), is_long=False)
    for name in LONG_PARTS:
        if name not in rules.left_out:
            yield Passage(getattr(answers, name) or "", names.part(name), path=(name,))
    for number, organisation in enumerate(answers.organisations):
        if organisation.status == "confirmed":
            place = f"what {organisation.name or 'the organisation'} is and does"
            yield Passage(organisation.what or "", place, path=("organisations", number, "what"))
    yield from _details(rules.asks, answers.details, ("details",))
    if "themes" not in rules.left_out:
        for number, section in enumerate(answers.themes):
            yield from _section(answers, section, number, names)
    yield from _facts(answers, rules, names, language)
    yield from _evidence(answers, rules)


def _section(answers: Answers, section: ThemeSection, number: int, names: DisplayNames) -> Iterator[Passage]:
    theme, path = names.theme(section), ("themes", number)
    if (section.heading or "").strip():
        yield Passage(
            section.heading or "", theme, "heading", (*path, "heading"), is_long=False, section=theme
        )
    for index, entry in enumerate(section.clauses):
        place = f"{theme}, {names.clause(entry.clause)}"
        clause = names.clauses.get(entry.clause)
        yield Passage(
            entry.text or "", place, _role(clause), (*path, "clauses", index, "text"),
            facts=entry.facts, section=theme,
        )  # fmt: skip
        for name, answer in entry.answers.items():
            yield _blank(answer, place, (*path, "clauses", index, "answers", name), theme)
    for name, answer in section.answers.items():
        yield _blank(answer, theme, (*path, "answers", name), theme)
    for index, own in enumerate(section.own):
        yield Passage(
            own.wording or "", names.own_text(section, own), own.kind, (*path, "own", index),
            facts=own.facts, section=theme,
        )  # fmt: skip
    for key in section.cases:
        case = answers.cases.get(key)
        yield Passage(
            (case.text if case else None) or "", names.case(key), "case", ("cases", key, "text"),
            section=theme,
        )  # fmt: skip


def _role(clause: Clause | None) -> Role:
    """Return the role of the author's wording of *clause*."""
    kind = clause.head.kind if clause else "concern"
    return kind if kind in ("recommendation", "question") else "paragraph"


def _blank(answer: str | None, place: str, path: KeyPath, section: str) -> Passage:
    """Return the answer that completes the sentence of a clause."""
    return Passage(answer or "", place, "line", path, is_long=False, section=section)


def _facts(
    answers: Answers, rules: DocumentRules, names: DisplayNames, language: Language
) -> Iterator[Passage]:
    sections = () if "themes" in rules.left_out else answers.themes
    used = [
        *(key for section in sections for key in section.all_facts),
        *(key for _, row in printed_rows(answers.earlier, rules) for key in row.facts),
    ]
    for key in dict.fromkeys(used):
        if fact := answers.facts.get(key):
            path: KeyPath = ("facts", key)
            place = names.fact(key)
            yield Passage(fact.text or "", place, "fact", (*path, "text"), is_long=False, facts=(key,))
            for name in ("period", "place", "disaggregation", "caveat"):
                text = str(getattr(fact, name) or "")
                yield Passage(text, place, "line", (*path, name), is_long=False, facts=(key,))
            locator = language.locator(fact.locator or "")
            yield Passage(locator, place, "line", (*path, "locator"), is_long=False, facts=(key,))


def _evidence(answers: Answers, rules: DocumentRules) -> Iterator[Passage]:
    in_full = rules.earlier.in_full
    for number, row in printed_rows(answers.earlier, rules):
        row_place = f"earlier recommendation {number + 1}"
        for name, what in _ROW_TEXTS.items():
            if name == "needed" and not in_full:
                continue
            yield Passage(
                getattr(row, name) or "",
                f"{row_place}, {what}",
                "paragraph" if in_full else "line",
                ("earlier", number, name),
                is_long=in_full or name == "measures",
                facts=row.facts if name == "evidence" else (),
            )


def _details(asks: Sequence[Ask], answers: Mapping[str, object], path: KeyPath) -> Iterator[Passage]:
    """Yield the answer to each of *asks* that is a text, also in groups."""
    for ask in asks:
        value = answers.get(ask.name)
        if ask.kind in ("long", "line") and isinstance(value, str):
            is_long = ask.kind == "long"
            role: Role = "paragraph" if is_long else "line"
            yield Passage(value, f"“{ask.ask}”", role, (*path, ask.name), is_long=is_long)
        elif ask.kind == "group" and isinstance(value, list | tuple):
            for number, row in enumerate(value):
                if isinstance(row, Mapping):
                    yield from _details(ask.fields, row, (*path, ask.name, number))
