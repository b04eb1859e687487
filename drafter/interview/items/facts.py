"""Questions about facts and the sources on which they rest."""

from collections.abc import Iterator, Mapping

from drafter.answers.changes import Change
from drafter.answers.paths import answered, next_key
from drafter.answers.working import WorkingAnswers
from drafter.interview.items import fact_placement, fact_scope
from drafter.interview.items.declared import choices
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.section_context import SectionContext
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.facts import Fact, Source
from drafter.model.question import Choice, Form

NEW = "new"
"""The choice that adds a source to the bank."""
_FORMS: dict[str, Form] = {"date": "year", "address": "link"}
"""The forms of a source's answers."""


class SectionFactsItem(Item):
    """Which facts of the bank belong to a theme."""

    number: int
    """The place of the section among the themes, counted from 0."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the keys of the theme's facts."""
        return list(answers.themes[self.number].facts)


class SourceItem(Item):
    """A source of a fact: a key of the bank, or a new one."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that name the source, begin it if it is new, and remove one left empty."""
        if value != NEW:
            saved = super().changes(answers, value, library)
            return [*saved, *([] if value == self.current(answers) else self._without_abandoned(answers))]
        key = next_key("S", answers.sources)
        return [(("sources", key), {}), (self.path, key), *self._without_abandoned(answers)]

    def _without_abandoned(self, answers: WorkingAnswers) -> list[Change]:
        """Return the change that removes the source so far, if nothing is in it and no other fact uses it."""
        fact = str(self.path[1])
        key = str(self.current(answers) or "")
        is_used = any(key in other.sources for name, other in answers.facts.items() if name != fact)
        is_empty = key in answers.sources and not answers.sources[key].model_fields_set
        return [(("sources", key), GONE)] if key and is_empty and not is_used else []


def facts(context: SectionContext) -> Iterator[Item]:
    """Yield which of the known facts belong to the theme, once that was asked, and the questions of each."""
    bank = context.answers.facts
    chosen = known_facts(context)
    if bank and answered(context.answers, chosen.path):
        yield chosen
    figures = fact_scope.figures_before(bank)
    for key in fact_placement.facts_of_section(context.section):
        if key in bank:
            yield from _fact(context, key, figures[key])
            yield fact_placement.placement(context, key)


def known_facts(context: SectionContext) -> Item:
    """Return the question which of the known facts belong to the theme."""
    placed = fact_placement.placed_facts(context.section)
    return SectionFactsItem(
        number=context.number,
        path=(*context.path, "facts"),
        section=context.title,
        text="Which of your facts belong here?",
        help="A fact may be used in several places; its source is printed each time.",
        kind="choices",
        choices=tuple(
            Choice(value=key, title=f"{key}  {fact.text or ''}")
            for key, fact in context.answers.facts.items()
            if key not in placed
        ),
    )


def _fact(context: SectionContext, key: str, figure_before: Fact | None) -> Iterator[Item]:
    """Yield the questions of one fact; *figure_before* is the last figure before it."""
    section = f"{context.title} · fact {key}"
    fact, sources = context.answers.facts[key], context.answers.sources
    yield Item(
        path=("facts", key, "text"),
        section=section,
        text="What is the fact? (one sentence, as it should be printed)",
        help="Say what was counted, where and when: In 2024, 41 of 96 people interviewed saw no judge.",
        kind="line",
        required=True,
        allow_unknown=True,
    )
    yield from fact_scope.scope(context, key, figure_before)
    yield SourceItem(
        path=("facts", key, "source"),
        section=section,
        text="What is the source?",
        help="Every fact has its source in a note. Your own interviews are a source too.",
        kind="choice",
        choices=_known(sources),
        default=None if sources else NEW,
        allow_unknown=True,
    )
    if fact.source in sources:
        yield from _source(sources[fact.source], fact.source, section)
    yield SourceItem(
        path=("facts", key, "cited_in"),
        section=section,
        text="Did you read it in another source, which cites this one?",
        help="The note then says “as cited in”, and the page is that of the source that you read.",
        kind="choice",
        choices=(Choice(value="", title="No, in this source itself"), *_known(sources)),
        default="",
        automatic=False,
    )
    if fact.cited_in in sources:
        yield from _source(sources[fact.cited_in], fact.cited_in, section)
    if fact.source:
        yield Item(
            path=("facts", key, "locator"),
            section=section,
            text="On which page or in which paragraph?",
            help="As it should be printed: p. 12 or para. 34. Leave it empty if there is none.",
            kind="line",
        )
    yield Item(
        path=("facts", key, "checked"),
        section=section,
        text="Have you checked it in its source?",
        help="Somebody should do so before you file the submission.",
        kind="yes-no",
        automatic=False,
    )
    yield Item(
        path=("facts", key, "use"),
        section=section,
        text="If the fact is old: is it still so, or is it background?",
        help="drafter remarks on facts from before the last review, or older than five years.",
        kind="choice",
        choices=choices(("recent", "It is still so"), ("background", "It is background")),
        allow_unknown=True,
        automatic=False,
    )


def _known(sources: Mapping[str, Source]) -> tuple[Choice, ...]:
    """Return the choice of each known source, by author and title, and of a new one."""
    known = (
        Choice(value=key, title=f"{key}  {source.author or ''} {source.title or ''}".strip())
        for key, source in sources.items()
    )
    return (*known, Choice(value=NEW, title="A new source"))


def _source(source: Source, key: str, section: str) -> Iterator[Item]:
    for name, text, help_ in (
        ("title", "What is the title of the source?", "Of the report, law, record or page."),
        ("author", "Who wrote or keeps it?", "A person, an office, an organisation; your own is fine."),
        ("publisher", "Who published it?", "Leave it empty if the author published it, or nobody."),
        ("date", "When was it published?", "A year is enough."),
        ("address", "Is there a web address?", "It is printed in the note."),
    ):
        yield Item(
            path=("sources", key, name),
            section=section,
            text=text,
            help=help_,
            kind="line",
            form=_FORMS.get(name, ""),
            required=name == "title",
            allow_unknown=True,
        )
    if source.address:
        yield Item(
            path=("sources", key, "seen"),
            section=section,
            text="On which date did you open that address?",
            help="Pages change. The note says when you saw it. For example: 21 November 2026.",
            kind="line",
            form="date",
            allow_unknown=True,
        )
