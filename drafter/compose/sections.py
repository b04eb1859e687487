"""A theme of the answers as a section: its clauses filled, its facts placed, what it asks set apart."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from drafter.compose.templates import fill, takes_facts
from drafter.compose.views import AskView, SectionView, dated
from drafter.compose.wording import Open, Prose, Typed, escape_sentence, markdown, needed, prose, typed
from drafter.language.labels import GapName
from drafter.language.language import Language
from drafter.markup.blocks import read_blocks
from drafter.markup.escaping import gap
from drafter.model.answers import Answers, ChosenClause, OwnText, ThemeSection
from drafter.model.blocks import Paragraph
from drafter.model.clause import Clause
from drafter.model.kinds import KINDS
from drafter.model.vocabulary import Theme
from drafter.patterns import pattern

TOGETHER = 3
"""How many facts stand in one paragraph; more would not be read, or quoted, as one."""


class Clauses(Protocol):
    """Where clauses come from: by id."""

    def clause(self, clause_id: str) -> Clause:
        """Return the clause *clause_id*."""

    @property
    def language(self) -> Language:
        """The language that clauses are written in."""


class SectionMaker:
    """Makes sections from the answers; holds what every section needs."""

    def __init__(
        self,
        answers: Answers,
        library: Clauses,
        themes: Mapping[str, Theme],
        state: str,
        treaty: str,
        people: Mapping[str, str],
    ) -> None:
        self.answers = answers
        self.library = library
        self.language = library.language
        self.themes = themes
        self.state = state
        self.treaty = treaty
        self.people = people

    def make(self, section: ThemeSection) -> SectionView:
        """Return *section* with its texts: standards, concerns, own paragraphs, facts; then what it asks."""
        chosen = [(entry, self.library.clause(entry.clause)) for entry in section.clauses]
        chosen.sort(key=lambda pair: KINDS.index(pair[1].head.kind))
        attached = {key for facts in section.own_facts for key in facts}
        waiting = [key for key in section.facts if key not in attached]
        theme = self.themes.get(section.theme)
        heading = Typed(needed(section.heading) or (theme.title if theme else section.theme))
        texts: dict[str, list[AskView]] = {kind: [] for kind in KINDS}
        for entry, clause in chosen:
            text, rest = self._clause(entry, clause, section, waiting)
            waiting = rest
            texts[clause.head.kind].append(AskView(text, clause.head.addressee, heading))
        own = self._own(section.own, heading)
        stories = tuple(self._cases(section.cases))
        return SectionView(
            theme=section.theme,
            heading=heading,
            articles=articles(self.treaty, [clause for _, clause in chosen], self.language),
            under=section.under,
            paragraphs=(
                *(view.text for kind in ("standard", "concern") for view in texts[kind]),
                *(view.text for view in own["paragraph"]),
                *self._fact_paragraphs(waiting),
                *stories,
            ),
            stories=stories,
            questions=(*texts["question"], *own["question"]),
            recommendations=(*texts["recommendation"], *own["recommendation"]),
        )

    def _clause(
        self, entry: ChosenClause, clause: Clause, section: ThemeSection, waiting: list[str]
    ) -> tuple[Prose, list[str]]:
        """Return the clause's text and the facts that still wait for a place."""
        if needed(entry.text) is not None:
            return prose_with(prose(entry.text, ""), self.facts(entry.facts)), waiting
        placed = list(entry.facts)
        if takes_facts(clause.text):
            placed, waiting = placed + waiting[:TOGETHER], waiting[TOGETHER:]
        else:
            placed, waiting = [], [*placed, *waiting]
        given: dict[str, Any] = {**section.answers, **entry.answers}
        values: dict[str, Any] = {
            ask.name: dated(typed(needed(given.get(ask.name)), ask.ask.rstrip("?")), self.language)
            for ask in clause.questions
        }
        values |= {"state": self.state, "facts": self.facts(placed)}
        return fill(clause.text, values, clause.file or clause.id, clause.text_line, self.language), waiting

    def _own(self, own: Sequence[OwnText], heading: str) -> dict[str, list[AskView]]:
        texts: dict[str, list[AskView]] = {"paragraph": [], "question": [], "recommendation": []}
        for one in own:
            text = prose_with(_written(one, self.language), self.facts(one.facts))
            texts[one.kind].append(AskView(text, one.addressee, heading))
        return texts

    def _cases(self, keys: Sequence[str]) -> list[Prose]:
        """Return the cases that may be told, each under the name that may be printed; the others stay out."""
        return [
            Prose(f"*{escape_sentence(self.people[key], self.language)}* {self._case_text(key)}")
            for key in keys
            if key in self.people
        ]

    def _case_text(self, key: str) -> str:
        return markdown(prose(self.answers.cases[key].text, self.language.gap("case")))

    def facts(self, keys: Sequence[str]) -> Prose:
        """Return the facts *keys* as sentences, each with the mark of its note."""
        return Prose(" ".join(f"{self._fact_text(key)}[^{key}]" for key in keys))

    def _fact_text(self, key: str) -> str:
        text = needed(self.answers.facts[key].text)
        return (
            escape_sentence(text, self.language) if text else Open(self.language.gap("fact", key)).__html__()
        )

    def _fact_paragraphs(self, keys: list[str]) -> list[Prose]:
        return [self.facts(keys[at : at + TOGETHER]) for at in range(0, len(keys), TOGETHER)]


PARTS: tuple[GapName, ...] = ("verb", "what", "how", "by_when")
"""The parts of a recommendation of the author's own, in the order of a sentence."""
OWN: dict[str, GapName] = {
    "paragraph": "own_paragraph",
    "question": "own_question",
    "recommendation": "own_recommendation",
}
"""What an own text asks for that is not written yet."""


def _written(one: OwnText, language: Language) -> str:
    """Return what the author wrote; where it is made of parts, with a gap for each that is not known yet."""
    if needed(one.text) is not None or not one.parts.model_fields_set:
        return prose(needed(one.text), language.gap(OWN[one.kind]))
    said: list[str] = []
    for name in PARTS:
        value = getattr(one.parts, name)
        open_ = value is None and (name in one.parts.model_fields_set or name in ("verb", "what"))
        if open_:
            said.append(gap(language.gap(name)))
        elif needed(value):
            said.append(prose(value, "").rstrip("."))
    words = " ".join(said)
    return Prose(f"{language.upper_first(words)}.") if said else Open(language.gap(OWN[one.kind]))


_MAY_BE_MORE = pattern(r"^[ \t]*(?:[-*+>|#:]|\d+[.)])|\|", re.MULTILINE)
"""What a list, a quotation, a heading or a table has, and paragraphs seldom have: they need not be read."""


def prose_with(text: str, facts: Prose) -> Prose:
    """Return an author's own *text* with the *facts* that belong to it after its last sentence.

    After a list or a table they stand in a paragraph of their own: no row or item may swallow them.
    """
    own = markdown(text)
    last = read_blocks(own)[-1:] if facts and _MAY_BE_MORE.search(own) else ()
    gap = " " if all(isinstance(block, Paragraph) and block.role == "body" for block in last) else "\n\n"
    return Prose(f"{own}{gap}{facts}".strip())


def articles(treaty: str, clauses: Sequence[Clause], language: Language) -> str:
    """Return the articles of *treaty* that these clauses rest on: ``art. 9``, ``arts. 6, 9 and 10``."""
    prefix = f"{treaty}:"
    found = {
        basis.removeprefix(prefix).split("(")[0]
        for clause in clauses
        for basis in clause.head.legal_basis
        if treaty and basis.startswith(prefix)
    }
    return language.cite_all("article", sorted(found, key=lambda number: (len(number), number)))
