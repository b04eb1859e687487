"""Earlier recommendations as the rows of a table, or each in full."""

from collections.abc import Iterable, Sequence

from drafter.compose.fact_text import fact_sentences
from drafter.compose.origins import TraceValue, untraced
from drafter.compose.wording import (
    OpenAnswer,
    Prose,
    TypedText,
    as_markdown,
    nonblank,
    printed_gap,
    prose_or_open,
    typed_or_open,
    typed_with_notes,
)
from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.model.answers import Answers, ThemeSection
from drafter.model.earlier import EarlierRecommendation, is_made_by_states
from drafter.model.earlier_counts import StatusCounts, count_statuses, counted
from drafter.model.mechanism import DocumentRules
from drafter.model.printed_earlier import printed_rows
from drafter.model.vocabulary import Themes


@frozen
class EarlierView:
    """An earlier recommendation as printed; unknown parts are open answers."""

    text: str
    number: str
    """The number of its paragraph, as the document has it."""
    states: str
    """The States that made it."""
    document: str
    reference: str
    """Document, paragraph and States together."""
    position: str
    has_position: bool
    """Whether the State takes a position on it: only on those of the Universal Periodic Review."""
    status: str
    assessment: str
    """The status as a sentence."""
    measures: str
    evidence: str
    """What became of it and the facts that show it, on one line."""
    result: str
    """The same as paragraphs."""
    needed: str
    recommended: str
    """The sentence that names the section with the submission's own recommendations on it."""
    group: str
    """The title of its first theme if the rows are grouped by theme, else ``""``."""

    @property
    def implementation(self) -> Prose:
        """Everything about its implementation, on one line."""
        parts = (self.assessment, self.measures, self.evidence, self.recommended)
        return Prose(" ".join(part for part in map(as_markdown, parts) if part))


class EarlierRows:
    """The earlier recommendations that a document prints, with what its shape may ask about them."""

    def __init__(
        self,
        answers: Answers,
        themes: Themes,
        rules: DocumentRules,
        language: Language,
        trace: TraceValue = untraced,
    ) -> None:
        self._answers = answers
        self._trace = trace
        self._themes = themes
        self._language = language
        wanted = answers.earlier_table.by_theme
        self._is_by_theme = rules.earlier.by_theme if wanted is None else wanted
        self._numbers = {id(row): number for number, row in printed_rows(answers.earlier, rules)}
        self.rows = tuple(row for _, row in printed_rows(answers.earlier, rules))

    def views(self, state_name: str) -> tuple[EarlierView, ...]:
        """Return each recommendation as printed in the document about the State of this name."""
        return tuple(self._view(row, state_name) for row in self._in_order())

    def document(self) -> str:
        """Return the document that all rows are in, ``""`` if they are in several."""
        documents = {row.document or "" for row in self.rows}
        return TypedText(documents.pop() if len(documents) == 1 else "")

    def counts(self) -> str:
        """Return the sentence that counts the rows by status; ``""`` if there are few, or one has none."""
        return TypedText(counted(self.rows, self._language))

    def picture(self) -> tuple[tuple[str, ...], tuple[StatusCounts, ...]]:
        """Return the statuses that occur, as printed, and how many rows of each position have each."""
        return count_statuses(self.rows, self._language)

    def _in_order(self) -> Sequence[EarlierRecommendation]:
        """Return the rows in the order of print: grouped by theme, those of the submission come first."""
        if not self._is_by_theme:
            return self.rows
        order = [section.theme for section in self._answers.themes]
        order += [theme for row in self.rows for theme in row.themes[:1] if theme not in order]
        return sorted(self.rows, key=lambda row: order.index(row.themes[0]) if row.themes else len(order))

    def _view(self, row: EarlierRecommendation, state_name: str) -> EarlierView:
        language = self._language
        status = typed_or_open(
            language.labels.statuses[row.status] if row.status else None, language.gap("earlier_status")
        )
        paragraph = language.locator(str(row.paragraph), "paragraph") if row.paragraph else None
        states = self._states(row)
        parts = [
            typed_or_open(row.document or None, language.gap("earlier_document")),
            typed_or_open(paragraph, language.gap("earlier_paragraph")),
        ]
        by_states = Prose(f" ({as_markdown(states)})") if states else ""
        facts = fact_sentences(row.facts, self._answers.facts, state_name, language, self._trace)
        path = ("earlier", self._numbers[id(row)])
        return EarlierView(
            text=self._trace((*path, "text"), self._text(row)),
            number=typed_or_open(row.paragraph or None, language.gap("earlier_paragraph")),
            states=states,
            document=TypedText(row.document or ""),
            reference=Prose(", ".join(as_markdown(part) for part in parts) + as_markdown(by_states)),
            position=self._position(row),
            has_position=is_made_by_states(row),
            status=status,
            assessment=OpenAnswer(status.label)
            if isinstance(status, OpenAnswer)
            else TypedText(f"{status}."),
            measures=self._trace((*path, "measures"), self._long(row, "measures")),
            evidence=self._trace((*path, "evidence"), self._evidence(row, facts)),
            result=self._trace((*path, "evidence"), self._result(row, facts)),
            needed=self._trace((*path, "needed"), self._long(row, "needed")),
            recommended=self._recommended(row),
            group=TypedText(self._group(row)),
        )

    def _text(self, row: EarlierRecommendation) -> str:
        if row.text and row.is_reworded:
            return TypedText(self._language.labels.reworded.format(text=row.text.strip()))
        return typed_or_open(row.text, self._language.gap("earlier_text"))

    def _position(self, row: EarlierRecommendation) -> str:
        if not is_made_by_states(row):
            return TypedText("")
        label = self._language.gap("earlier_position")
        return typed_or_open(self._language.labels.positions[row.position] if row.position else None, label)

    def _states(self, row: EarlierRecommendation) -> str:
        if row.states is None and "states" in row.model_fields_set:
            return printed_gap(self._language.gap("earlier_states"))
        return TypedText(", ".join(state.strip() for state in row.states or () if state.strip()))

    def _long(self, row: EarlierRecommendation, name: str) -> str:
        if name not in row.model_fields_set:
            return ""
        label = self._language.gap("earlier_measures" if name == "measures" else "earlier_needed")
        return prose_or_open(getattr(row, name), label)

    def _evidence(self, row: EarlierRecommendation, facts: Prose) -> str:
        """Return on one line what became of it: the author's sentence, then the *facts*."""
        if nonblank(row.evidence) is None and facts:
            return facts
        if row.evidence is None:
            return OpenAnswer(self._language.gap("earlier_evidence"))
        line = " ".join(row.evidence.split())
        return Prose(f"{typed_with_notes(self._language.sentence(line) if facts else line)} {facts}".strip())

    def _result(self, row: EarlierRecommendation, facts: Prose) -> str:
        """Return as paragraphs what became of it: the author's text, then the *facts*."""
        if row.evidence is None and not facts:
            return OpenAnswer(self._language.gap("earlier_evidence"))
        return Prose("\n\n".join(filter(None, (as_markdown(prose_or_open(row.evidence, "")), facts))))

    def _recommended(self, row: EarlierRecommendation) -> str:
        headings = dict.fromkeys(
            section.heading or self._title(section.theme)
            for section in self._answers.themes
            if is_answered_in(section, row.answered_by)
        )
        label = self._language.labels.see_recommendations
        return TypedText(" ".join(label.format(heading=heading) for heading in headings))

    def _group(self, row: EarlierRecommendation) -> str:
        if not self._is_by_theme or not any(other.themes for other in self.rows):
            return ""
        return self._title(row.themes[0]) if row.themes else self._language.labels.other_recommendations

    def _title(self, theme: str) -> str:
        return self._themes.themes[theme].title if theme in self._themes.themes else theme


def is_answered_in(section: ThemeSection, answered_by: Iterable[str]) -> bool:
    """Return whether *section* has a recommendation that *answered_by* names by its clause or theme."""
    names = set(answered_by)
    return section.theme in names or any(chosen.clause in names for chosen in section.clauses)
