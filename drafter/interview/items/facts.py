"""Questions about facts and the sources on which they rest."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, answered, keys, next_key
from drafter.answers.working import WorkingAnswers
from drafter.interview.items import fact_placement, fact_scope
from drafter.interview.items.declared import NOT_SAVED, choices, is_no, is_yes
from drafter.interview.items.fact_sources import source_behind_question, web_words_question
from drafter.interview.items.item import AnswerValue, FinishableItem, Item, is_finished
from drafter.interview.items.section_context import (
    SectionContext,
    section_number,
    section_path,
)
from drafter.interview.items.source_parts import source_parts
from drafter.interview.items.sources import cited_in_question, source_question, sourced
from drafter.interview.items.typed_fact import is_not_known, split_source
from drafter.library.library import Library
from drafter.model.facts import Fact
from drafter.model.question import Choice


class SectionFactsItem(Item):
    """Which facts of the bank belong to a theme."""

    number: int
    """The place of the section among the themes, counted from 0."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the keys of the theme's facts."""
        return list(answers.themes[self.number].facts)


def facts(context: SectionContext) -> Iterator[Item]:
    """Yield which of the known facts belong to the theme, once that was asked, and the questions of each."""
    bank = context.answers.facts
    chosen = known_facts(context)
    if bank and answered(context.answers, chosen.path):
        yield chosen
    figures = fact_scope.figures_before(bank)
    scopes = fact_scope.scopes(context)
    for key in fact_placement.facts_of_section(context.section):
        if key in bank:
            yield from _fact(context, key, scopes[key], figures[key])
            yield fact_placement.placement(context, key)


class AddFact(FinishableItem):
    """A fact for a theme, typed at once; an empty answer goes on to the next question."""

    has_follow_ups = True
    waits_for_follow_up = True
    theme: str

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:
        """Return the question about words in the fact that may not belong to it, if there are any."""
        typed = str(value or "").strip()
        if not typed or typed.upper() in answers.facts or is_yes(typed) or is_no(typed):
            return None
        key = new_key(answers, "facts")
        return source_behind_question(self, answers, key, typed, library) or web_words_question(
            self, key, typed, library
        )

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that begin the fact, use one that is there, or remember that no more come."""
        typed = str("" if value is None else value).strip()
        if not typed or is_no(typed):
            return self.finish(answers)
        number = section_number(answers, self.theme)
        used = answers.themes[number].facts
        if typed.upper() in answers.facts:
            key, begun = typed.upper(), list[Change]()
        else:
            key = new_key(answers, "facts")
            text, source = sentence_and_source(answers, key, typed, library)
            begun = [(("facts", key), {} if is_yes(typed) else {"text": text}), *source]
        path: KeyPath = (*section_path(answers, self.theme), "facts")
        return [*self.reopen(answers), *begun, *([] if key in used else [(path, [*used, key])])]


class FactTextItem(Item):
    """The text of a fact; a source in square brackets behind it becomes the source of the fact."""

    has_follow_ups = True
    waits_for_follow_up = True

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:
        """Return the question about words in the fact that may not belong to it, if there are any."""
        key, typed = str(self.path[1]), str(value or "").strip()
        has_source = answered(answers, ("facts", key, "source"))
        asked = None if has_source else source_behind_question(self, answers, key, typed, library)
        return asked or web_words_question(self, key, typed, library)

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the text, and the source with it."""
        key = str(self.path[1])
        if not isinstance(value, str):
            return super().changes(answers, value, library)
        text, source = sentence_and_source(answers, key, value, library)
        fact = answers.facts.get(key)
        if source and fact is not None and fact.source:  # the new source takes the place of the old one
            question = source_question(("facts", key, "source"), self.section, answers.sources, key)
            source = question.changes(answers, split_source(value, library.language).source, library)
        return [(self.path, text), *source]


def sentence_and_source(
    answers: WorkingAnswers, key: str, typed: str, library: Library
) -> tuple[str, list[Change]]:
    """Return the sentence of the fact *key* as it is *typed*, and the changes that save its source.

    Brackets that do not name a source clearly stay in the sentence; ``[?]`` does not.
    """
    fact = split_source(typed, library.language)
    if fact.source and is_not_known(fact.source, library.language):
        return fact.text, []
    source = sourced(answers, key, fact.source, library)
    return (fact.text if source else typed), source


def new_key(answers: WorkingAnswers, bank: str) -> str:
    """Return the key of a new entry of *bank*: ``facts`` or ``cases``.

    A key that the private file still has may be another person's: it is not used again.
    """
    known = answers.facts if bank == "facts" else answers.cases
    return next_key(bank[0].upper(), {**known, **keys(answers.private, (bank,))})


def add_fact(context: SectionContext, *, is_asked: bool) -> AddFact:
    """Return the question for one more fact of the theme, which comes until it is left empty."""
    name = f"fact/{context.theme}"
    has_facts = bool(fact_placement.facts_of_section(context.section))
    bank = "" if not context.answers.facts else " Or a fact that you have already, by its number, such as F1."
    return AddFact(
        theme=context.theme,
        name=name,
        path=(*NOT_SAVED, name),
        section=context.title,
        text="Another fact? Write it, or press Enter to go on."
        if has_facts
        else "Do you have a fact for this theme? Write it, or press Enter to go on.",
        help=f"One sentence as before, with its source in brackets.{bank}"
        if has_facts
        else "One sentence, with what was counted, when and where, and its source in brackets: In 2024, 41 "
        f"of 96 people interviewed in Zenda saw no judge. [Ombudsman, Annual report, 2024, p. 12]{bank}",
        kind="line",
        form="fact",
        choices=tuple(Choice(value=key, title=key) for key in context.answers.facts),
        automatic=is_asked and not is_finished(context.answers, name),
    )


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


def _fact(
    context: SectionContext, key: str, scope: fact_scope.Scope, figure_before: Fact | None
) -> Iterator[Item]:
    """Yield the questions of one fact; *figure_before* is the last figure before it."""
    section, name = scope.section, scope.name
    fact, sources = context.answers.facts[key], context.answers.sources
    yield FactTextItem(
        path=("facts", key, "text"),
        section=section,
        text="What is the fact? (one sentence, as it should be printed)",
        help="Say what was counted, where and when: In 2024, 41 of 96 people interviewed saw no judge.",
        kind="line",
        form="fact",
        required=True,
        allow_unknown=True,
    )
    yield from fact_scope.scope(context, key, scope, figure_before)
    yield source_question(("facts", key, "source"), section, sources, name)
    if fact.source in sources:
        yield from source_parts(sources[fact.source], fact.source, section, name)
    yield cited_in_question(("facts", key, "cited_in"), section, sources)
    if fact.cited_in in sources:
        yield from source_parts(sources[fact.cited_in], fact.cited_in, section, name)
    if fact.source:
        yield Item(
            path=("facts", key, "locator"),
            section=section,
            text=f"On which page or in which paragraph of its source is {name}?",
            help="As it should be printed: p. 12 or para. 34. Leave it empty if there is none.",
            kind="line",
            form="page",
        )
    yield Item(
        path=("facts", key, "checked"),
        section=section,
        text=f"Have you compared {name} with its source?",
        help="Somebody should do so before you file the submission.",
        kind="yes-no",
        automatic=False,
    )
    yield Item(
        path=("facts", key, "use"),
        section=section,
        text=f"Is it still so, or is it background: {name}?",
        help="drafter remarks on facts from before the last review, or older than five years.",
        kind="choice",
        choices=choices(("recent", "It is still so"), ("background", "It is background")),
        allow_unknown=True,
        automatic=False,
    )
