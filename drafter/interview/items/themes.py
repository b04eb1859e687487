"""Questions about what the submission says: positions, themes, and everything under a theme."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, maps
from drafter.answers.working import WorkingAnswers
from drafter.interview.items import (
    cases,
    changed_clauses,
    clause_answers,
    clauses,
    conflicts,
    fact_placement,
    facts,
    own_text,
    recommendations,
)
from drafter.interview.items.declared import NOT_SAVED, choices
from drafter.interview.items.item import AnswerValue, FinishableItem, Item, is_finished, set_aside
from drafter.interview.items.section_context import (
    SectionContext,
    section_context,
    section_number,
    section_path,
)
from drafter.library.eligibility import filter_clauses, offered_clauses, refused_positions
from drafter.library.library import Library
from drafter.library.theme_search import words_of_themes
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentType
from drafter.model.question import Choice

INACTIVE_THEMES: KeyPath = ("inactive", "themes")
"""Where the sections of themes are kept that are not chosen any more; nothing there is printed."""


class ThemesItem(Item):
    """The themes, each of which becomes a section."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the ids of the themes."""
        return [section.theme for section in answers.themes]

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that make the themes *value* the sections.

        A section whose theme is not chosen any more is kept among the inactive answers, which are not
        printed, and comes back when its theme is chosen again.
        """
        chosen = value if isinstance(value, list) else []
        sections = {str(section.get("theme")): section for section in maps(answers.saved, ("themes",))}
        inactive = {str(section.get("theme")): section for section in maps(answers.inactive, ("themes",))}
        known = {**inactive, **sections}
        left_out = [section for theme, section in known.items() if theme not in chosen]
        return [
            (self.path, [known.get(theme, {"theme": theme}) for theme in chosen]),
            *set_aside(answers, INACTIVE_THEMES, left_out),
        ]


class CallQuestionItem(Item):
    """The number of the call's question that a theme answers."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that saves the number of the question, 0 for none."""
        return [(self.path, int(str(value)))]


class AddToTheme(FinishableItem):
    """What to add to a theme next, or nothing more."""

    has_follow_ups = True
    theme: str

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that begin what is to be added, or that remember that nothing is."""
        path = section_path(answers, self.theme)
        section = answers.themes[section_number(answers, self.theme)]
        match value:
            case None | "":
                return self.finish(answers)
            case "clause" | "known":
                return []  # the follow-up saves its own answer
            case "fact" | "case":
                bank = f"{value}s"
                key = facts.new_key(answers, bank)
                used = section.facts if value == "fact" else section.cases
                begun: list[Change] = [((bank, key), {}), ((*path, bank), [*used, key])]
            case _:
                begun = [((*path, "own", len(section.own)), {"kind": str(value)})]
        return [*self.reopen(answers), *begun]

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:
        """Return the question which clauses of other themes, or which known facts, to use as well."""
        if value not in ("clause", "known"):
            return None
        context = section_context(answers, library, self.theme)
        if value == "known":
            return facts.known_facts(context)
        return clauses.clauses_of_other_themes(context, fitting_clauses(context))


def themes(answers: WorkingAnswers, library: Library, document: DocumentType) -> Iterator[Item]:
    """Yield the choice of themes, and for each theme its clauses, answers, facts and own paragraphs."""
    yield ThemesItem(
        path=("themes",),
        section="Themes",
        text="What is it about?",
        help="Choose few themes and write them well. Each becomes a section of its own.",
        kind="choices",
        choices=tuple(
            Choice(value=name, title=theme.title, more=theme.about, hidden=words_of_themes(library)[name])
            for name, theme in library.themes.themes.items()
        ),
        required=True,
    )
    available = available_clauses(answers, library)
    refused = refused_by(answers, library)
    unsettled = tuple(conflicts.questions(answers, library))
    for number in range(len(answers.themes)):
        context = SectionContext(answers, library, document, number)
        yield from _layout(context)
        yield clauses.clauses_of_theme(context, offered_clauses(available, context.theme, document, refused))
        yield from changed_clauses.changed_clauses(context)
        yield from unsettled
        yield from _content(context)


def available_clauses(answers: WorkingAnswers, library: Library) -> list[Clause]:
    """Return the clauses of the library; without a State, those that have a text without one."""
    available = library.all_clauses()[0]
    if answers.state:
        return list(available)
    general = (clause.without_state for clause in available)
    return [clause for clause in general if not clause.names_state]


def refused_by(answers: WorkingAnswers, library: Library) -> frozenset[str]:
    """Return the positions that the submitters refuse, by saying so or by what they stand for."""
    return refused_positions(library.themes.positions, answers.stand_for, answers.refuse)


def fitting_clauses(context: SectionContext) -> list[Clause]:
    """Return every clause that fits the document and the submitters, whatever its theme."""
    answers, library = context.answers, context.library
    return filter_clauses(available_clauses(answers, library), context.document, refused_by(answers, library))


def _layout(context: SectionContext) -> Iterator[Item]:
    """Yield where in the document a theme is printed, and under which heading."""
    if any(ask.name == "questions" and ask.kind == "group" for ask in context.rules.asks):
        yield from _call_question(context)
    yield Item(
        path=(*context.path, "heading"),
        section=context.title,
        text="Which heading should it have?",
        help=f"Leave it empty for the usual one: {context.title}.",
        kind="line",
        automatic=False,
    )
    if len(context.answers.themes) > 1:
        yield clauses.order_of_theme(context)


def _content(context: SectionContext) -> Iterator[Item]:
    """Yield what the clauses of a theme need, its facts, cases and own words, and what to add to it."""
    yield from clause_answers.questions_of_clauses(context)
    yield from facts.facts(context)
    is_done = is_finished(context.answers, f"theme/{context.theme}")
    yield facts.add_fact(context, is_asked=not is_done)
    yield from cases.cases(context)
    for number in range(len(context.section.own)):
        yield from own_text.questions(context, number)
    yield from recommendations.terms(context)
    yield _add(context)


def _call_question(context: SectionContext) -> Iterator[Item]:
    """Yield which of the call's questions the theme answers, where the call has questions."""
    asked = maps(context.answers.details, ("questions",))
    if asked:
        texts = [str(row.get("text") or "") for row in asked]
        numbered = [(str(number), f"{number}. {text}") for number, text in enumerate(texts, 1)]
        yield CallQuestionItem(
            path=(*context.path, "under"),
            section=context.title,
            text="Which of the call's questions does it answer?",
            help="The section is printed under that question.",
            kind="choice",
            choices=choices(*numbered, ("0", "None of them: a section of its own")),
        )


def _add(context: SectionContext) -> Item:
    """Return the question what to add to a theme; it comes again until the answer is "go on"."""
    request = (
        ("question", "A question to the State")
        if context.rules.stage == "questions"
        else ("recommendation", "A recommendation of your own")
    )
    name = f"theme/{context.theme}"
    used = fact_placement.facts_of_section(context.section)
    others = any(key not in used for key in context.answers.facts)
    done = is_finished(context.answers, name)
    return AddToTheme(
        theme=context.theme,
        name=name,
        path=(*NOT_SAVED, name),
        section=context.title,
        text="Add to this theme?",
        help="Facts of your own make a submission strong. A case is told only as far as the person agrees.",
        kind="choice",
        choices=choices(
            ("", "No, go on"),
            ("fact", "A new fact: a figure, a finding, a law, an event"),
            *([("known", "One of your facts")] if others else []),
            ("clause", "Clauses from other themes"),
            ("case", "A person's case"),
            ("paragraph", "A paragraph of your own"),
            request,
        ),
        default="",
        automatic=not done,
        overview_title=f"Add more: to “{context.title}”" if done else "",
    )
