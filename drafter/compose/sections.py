"""Sections: each fills the clauses of one theme, distributes its facts and sets apart what it asks."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

from drafter.compose.clause_values import clause_values
from drafter.compose.fact_text import fact_sentences
from drafter.compose.names import LongNames
from drafter.compose.note_marks import with_gathered_marks
from drafter.compose.origins import TraceValue, untraced
from drafter.compose.own_texts import HEADING, Follower, OwnTexts, own_wording
from drafter.compose.repeated import without_repeated
from drafter.compose.stories import Stories
from drafter.compose.templates import fill_clause
from drafter.compose.views import AskView, SectionView, StateView, with_labels
from drafter.compose.wording import (
    Prose,
    TypedText,
    as_markdown,
    nonblank,
    prose_or_open,
)
from drafter.language.language import Language
from drafter.library.binding import not_binding
from drafter.markup.blocks import read_blocks
from drafter.model.answers import Answers, ChosenClause, OwnText, ThemeSection
from drafter.model.blocks import Paragraph
from drafter.model.clause import Clause
from drafter.model.cross_references import without_missing
from drafter.model.facts_field import OWN_FACTS, after_blank, has_facts_field
from drafter.model.kinds import ASKING_KINDS, CLAUSE_KINDS
from drafter.model.note_marks import NOTE
from drafter.model.origins import KeyPath
from drafter.model.shared_answers import ClauseAsk, not_shared
from drafter.model.treaty import Membership
from drafter.model.vocabulary import Authority, LongName, State, Themes
from drafter.patterns import pattern

FACTS_PER_PARAGRAPH = 3
"""More facts would not be read, or quoted, as one paragraph."""


class Library(Protocol):
    """The part of a library that composing needs."""

    def clause(self, clause_id: str) -> Clause:
        """Return the clause *clause_id*."""

    @property
    def language(self) -> Language:
        """The language of the clauses and of the document."""

    @property
    def themes(self) -> Themes:
        """Themes and addressees."""

    @property
    def authorities(self) -> Mapping[str, Authority]:
        """What notes may cite, by key."""

    @property
    def long_names(self) -> Mapping[str, LongName]:
        """The names to shorten after their first mention, by id."""

    def memberships(self, state: State | None) -> Mapping[str, Membership]:
        """Return what *state* has to do with each treaty, by id; a treaty that is missing is not known."""


class FactQueue:
    """The facts of a theme that no clause has printed yet, in the author's order.

    A recommendation or a question has no room for a fact: a fact attached to it is printed before it, among
    the facts of the theme.
    """

    def __init__(self, section: ThemeSection, asking: Collection[str]) -> None:
        """Collect the facts of *section*; *asking* are the ids of its clauses that ask for something."""
        asks = [entry.facts for entry in section.clauses if entry.clause in asking]
        asks += [own.facts for own in section.own if own.kind != "paragraph"]
        texts = [entry.facts for entry in section.clauses if entry.clause not in asking]
        texts += [own.facts for own in section.own if own.kind == "paragraph"]
        attached = {key for keys in texts for key in keys}
        waiting = (*section.facts, *(key for keys in asks for key in keys))
        self._keys = [key for key in dict.fromkeys(waiting) if key not in attached]

    def take(self) -> list[str]:
        """Remove and return the facts of the next paragraph; empty if none are left."""
        taken, self._keys = self._keys[:FACTS_PER_PARAGRAPH], self._keys[FACTS_PER_PARAGRAPH:]
        return taken

    def put_first(self, keys: Sequence[str]) -> None:
        """Put *keys* before the waiting facts."""
        self._keys = [*keys, *self._keys]


class SectionBuilder:
    """Builds the sections of one document; holds what every section needs."""

    def __init__(
        self,
        answers: Answers,
        library: Library,
        state: StateView,
        treaty: str,
        printed_names: Mapping[str, str],
        *,
        trace: TraceValue = untraced,
    ) -> None:
        """Prepare the sections; *printed_names* has the name to print for each case that may be told."""
        self.trace = trace
        self.answers = answers
        self.library = library
        self.language = library.language
        self.state = state
        self.treaty = treaty
        self.names = LongNames(library.long_names, library.language)
        self.stories = Stories(answers.cases, printed_names, library.language, trace)

    def build(self, section: ThemeSection, path: KeyPath = ()) -> SectionView:
        """Return *section* as printed: paragraphs first, then the questions and recommendations.

        *path* is where the section is in the answers, for the trace.
        """
        chosen_clauses = [self._with_text(chosen) for chosen in section.clauses]
        apart = self._not_shared(section, [clause for _, clause in chosen_clauses])
        clauses = [pair for pair in enumerate(chosen_clauses) if self._is_printed(pair[1][1])]
        clauses.sort(key=lambda pair: CLAUSE_KINDS.index(pair[1][1].head.kind))
        heading = self._heading(section, path)
        asking = {clause.id for _, (_, clause) in clauses if clause.head.kind in ASKING_KINDS}
        facts = FactQueue(section, asking)
        printed: dict[str, list[Follower]] = {kind: [] for kind in CLAUSE_KINDS}
        cited: set[str] = set()
        for number, (chosen, clause) in clauses:
            shared = {name: answer for name, answer in section.answers.items() if (number, name) not in apart}
            text = self._clause_text(chosen, clause, shared, facts, cited, path=(*path, "clauses", number))
            text = self.trace((*path, "clauses", number), text)
            view = AskView(text, clause.head.addressee, heading, chosen.term or "")
            printed[clause.head.kind].append((clause.id, view))
        own = OwnTexts(self._own_texts(section.own, heading, (*path, "own")))
        law = own.placed("paragraph", (*printed["standard"], *printed["concern"]), before=HEADING)
        conclusions = own.placed("paragraph", printed["conclusion"])
        facts_apart = own.placed("paragraph", self._fact_paragraphs(facts, heading))
        cases = own.placed("paragraph", self._introduced(section, heading))
        return SectionView(
            theme=section.theme,
            heading=heading,
            articles=cited_articles(self.treaty, [clause for _, (_, clause) in clauses], self.language),
            under=section.under,
            grounds=tuple(view.text for view in (*law, *own.others("paragraph"), *facts_apart)),
            cases=tuple(view.text for view in cases),
            stories=self.stories.plain(section.cases),
            conclusions=tuple(view.text for view in conclusions),
            questions=(
                *own.placed("question", printed["question"], before=HEADING),
                *own.others("question"),
            ),
            recommendations=with_labels(
                section.theme,
                (
                    *own.placed("recommendation", printed["recommendation"], before=HEADING),
                    *own.others("recommendation"),
                ),
            ),
        )

    def _not_shared(self, section: ThemeSection, clauses: Sequence[Clause]) -> set[ClauseAsk]:
        """Return the questions of *clauses* that the answers of *section* do not answer."""
        theme = self.library.themes.themes.get(section.theme)
        return not_shared([clause.questions for clause in clauses], theme.questions if theme else ())

    def _introduced(self, section: ThemeSection, heading: str) -> list[Follower]:
        """Return the cases of *section* that may be told, by their keys."""
        introduced = zip(
            self.stories.tellable(section.cases), self.stories.introduced(section.cases), strict=True
        )
        return [(key, AskView(story, "", heading)) for key, story in introduced]

    def _heading(self, section: ThemeSection, path: KeyPath) -> str:
        theme = self.library.themes.themes.get(section.theme)
        heading = TypedText(nonblank(section.heading) or (theme.title if theme else section.theme))
        return self.trace((*path, "heading"), heading)

    def _with_text(self, chosen: ChosenClause) -> tuple[ChosenClause, Clause]:
        """Return *chosen* with its clause, in the general form for a document about no State."""
        clause = self.library.clause(chosen.clause)
        return chosen, clause if self.state.known else clause.without_state

    def _is_printed(self, clause: Clause) -> bool:
        """Return whether *clause* can be printed: a conclusion only if its treaty may bind the State."""
        if clause.head.kind != "conclusion":
            return True
        memberships = self.library.memberships(self.state.known)
        return not not_binding(clause, memberships, self.library.authorities)

    def _clause_text(
        self,
        chosen: ChosenClause,
        clause: Clause,
        shared: Mapping[str, str | None],
        facts: FactQueue,
        cited: set[str],
        *,
        path: KeyPath,
    ) -> Prose:
        """Return the text of a clause, in the author's wording if there is one, with its facts.

        *shared* are the answers of the section that the clause may print, besides its own.

        A clause without a facts field leaves the facts attached to it to the next clause that has one. What
        the notes before it, *cited*, have said is not said again; its own are added to them.
        """
        attached = () if clause.head.kind in ASKING_KINDS else chosen.facts
        if nonblank(chosen.text) is not None:
            cited.update(NOTE.findall(chosen.text or ""))
            wording = Prose(self.names.mentioned(prose_or_open(chosen.text, "")))
            return with_facts(wording, self._fact_sentences(attached))
        printed_facts: list[str] = []
        if has_facts_field(clause.text):
            printed_facts = [*attached, *facts.take()]
        else:
            facts.put_first(attached)
        answers = {**shared, **chosen.answers}
        facts_value = Prose(after_blank(self._fact_sentences(printed_facts)))
        fixed = {"state": self.state.name, "facts": facts_value}
        prepared = partial(self._prepared, asks=clause.head.kind in ASKING_KINDS)

        def trace(name: str, value: str) -> str:
            holder = path if name in chosen.answers else path[:-2]
            return self.trace((*holder, "answers", name), value)

        values = clause_values(clause, answers, fixed, self.language, prepared, trace=trace)
        themes = (each.theme for each in self.answers.themes)
        text = without_missing(without_repeated(clause, cited), themes)
        cited.update(NOTE.findall(text))
        file = clause.file or clause.id
        return fill_clause(prepared(text), values, file, clause.text_line, self.language)

    def _prepared(self, text: str, *, asks: bool) -> str:
        """Return the library's *text* with its notes gathered and its long names marked."""
        return self.names.marked(with_gathered_marks(text), asks=asks)

    def _own_texts(
        self, own_texts: Sequence[OwnText], heading: str, path: KeyPath
    ) -> Iterator[tuple[OwnText, AskView]]:
        """Yield the author's own texts as printed."""
        for number, own in enumerate(own_texts):
            facts = own.facts if own.kind == "paragraph" else ()
            text = with_facts(own_wording(own, self.language), self._fact_sentences(facts))
            text = self.trace((*path, number), text)
            yield own, AskView(text, own.addressee, heading, own.term or "")

    def _fact_sentences(self, keys: Sequence[str]) -> Prose:
        """Return the facts *keys* as sentences, each followed by its note mark."""
        return fact_sentences(keys, self.answers.facts, self.state.name, self.language, self.trace)

    def _fact_paragraphs(self, facts: FactQueue, heading: str) -> list[Follower]:
        """Return the remaining facts as paragraphs, each by the key of its last fact."""
        paragraphs = []
        while keys := facts.take():
            paragraphs.append((keys[-1], AskView(self._fact_sentences(keys), "", heading)))
        return paragraphs


_BLOCK_MARKUP = pattern(r"^[ \t]*(?:[-*+>|#:]|\d+[.)])|\|", re.MULTILINE)
"""Finds what lists, quotations, headings and tables have and paragraphs seldom have. Without it, the text is
plain paragraphs and does not need parsing."""


def with_facts(text: str, facts: Prose) -> Prose:
    """Return an author's own *text* with its *facts*: in place of ``{facts}``, else after it.

    After a list, a quotation, a heading or a table they become a paragraph of their own, so that no row or
    item absorbs them.
    """
    markdown = as_markdown(text)
    if OWN_FACTS in markdown:
        field = OWN_FACTS if facts or f" {OWN_FACTS}" not in markdown else f" {OWN_FACTS}"
        return Prose(markdown.replace(field, facts, 1).strip())
    last = read_blocks(markdown)[-1:] if facts and _BLOCK_MARKUP.search(markdown) else ()
    same_paragraph = all(isinstance(block, Paragraph) and block.role == "body" for block in last)
    separator = " " if same_paragraph else "\n\n"
    return Prose(f"{markdown}{separator}{facts}".strip())


def cited_articles(treaty: str, clauses: Sequence[Clause], language: Language) -> str:
    """Return the articles of *treaty* on which *clauses* rest: ``art. 9``, ``arts. 6, 9 and 10``."""
    prefix = f"{treaty}:"
    numbers = {
        basis.removeprefix(prefix).split("(")[0]
        for clause in clauses
        for basis in clause.head.legal_basis
        if treaty and basis.startswith(prefix)
    }
    return language.cite_all("article", sorted(numbers, key=lambda number: (len(number), number)))
