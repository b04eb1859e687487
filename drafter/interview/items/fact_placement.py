"""Under which clause or own paragraph of its theme a fact is printed."""

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.chosen_clauses import clause_title
from drafter.interview.items.declared import NOT_SAVED, choices
from drafter.interview.items.fact_names import fact_in_words
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.section_context import SectionContext, section_number
from drafter.library.library import Library
from drafter.model.answers import ChosenClause, OwnText, ThemeSection

ANYWHERE = ""
"""The placement of a fact that is printed under the first clause of its theme with room for facts."""
_LONGEST_TITLE = 40
"""Letters of an own paragraph by which it is named."""


class PlacementItem(Item):
    """Under which clause or own paragraph of its theme a fact is printed."""

    theme: str
    fact: str

    def current(self, answers: WorkingAnswers) -> object:
        """Return where the fact is printed, as one of the choices."""
        section = answers.themes[section_number(answers, self.theme)]
        return next(
            (name for name, (_, entry) in _holders(section).items() if self.fact in entry.facts), ANYWHERE
        )

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that print the fact at *value* and nowhere else in its theme."""
        before = self.current(answers)
        if before == value:
            return []
        number = section_number(answers, self.theme)
        section = answers.themes[number]
        holders: dict[object, tuple[KeyPath, ChosenClause | OwnText | ThemeSection]] = {
            ANYWHERE: ((), section)
        }
        holders.update(_holders(section))
        changes: list[Change] = []
        for name in (before, value):
            path, holder = holders[name]
            others = [key for key in holder.facts if key != self.fact]
            facts = [*others, self.fact] if name == value else others
            path = ("themes", number, *path)
            if isinstance(holder, ChosenClause) and holder.model_fields_set == {"clause"}:
                changes.append((path, {"clause": holder.clause, "facts": facts}))
            else:
                changes.append(((*path, "facts"), facts))
        return changes


def _holders(section: ThemeSection) -> dict[str, tuple[KeyPath, ChosenClause | OwnText]]:
    """Return path and value of each clause and own paragraph of *section*, by the choice that names it."""
    clauses = {f"clauses/{n}": (("clauses", n), entry) for n, entry in enumerate(section.clauses)}
    own = {f"own/{n}": (("own", n), entry) for n, entry in enumerate(section.own)}
    return {**clauses, **own}


def placed_facts(section: ThemeSection) -> list[str]:
    """Return the facts that are printed under a certain clause or own paragraph of *section*."""
    return [key for keys in section.attached_facts for key in keys]


def facts_of_section(section: ThemeSection) -> list[str]:
    """Return every fact that is used in *section*, each once."""
    return list(dict.fromkeys((*section.facts, *placed_facts(section))))


def placement(context: SectionContext, fact: str) -> Item:
    """Return the question under which clause or paragraph *fact* is printed; only the overview asks it."""
    words = context.library.language.review_words().figures()
    titles = []
    for name, (_, entry) in _holders(context.section).items():
        if isinstance(entry, ChosenClause):
            titles.append((name, f"Under: {clause_title(entry.clause, context.library)}"))
        elif entry.kind == "paragraph":
            titles.append((name, f"In your own words: {_beginning(entry)}"))
    return PlacementItem(
        theme=context.theme,
        fact=fact,
        path=(*NOT_SAVED, f"place/{context.theme}/{fact}"),
        section=f"{context.title} · fact {fact}",
        text=f"Where is {fact_in_words(context.answers.facts.get(fact), fact, words)} printed?",
        help="drafter prints a fact under the first clause that has room for facts, unless you say where.",
        kind="choice",
        choices=choices((ANYWHERE, "Wherever there is room"), *titles),
        default=ANYWHERE,
        automatic=False,
    )


def _beginning(own: OwnText) -> str:
    """Return the first words of an own paragraph."""
    words = " ".join((own.text or "a paragraph").split())
    return words if len(words) <= _LONGEST_TITLE else f"{words[: _LONGEST_TITLE - 1]}…"
