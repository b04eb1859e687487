"""Choosing clauses from the library, of the theme and of other themes; and the order of the themes."""

from collections.abc import Mapping, Sequence

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, answered, clause_id, maps, rows
from drafter.answers.working import WorkingAnswers
from drafter.drafting.aside import OFFERED, offers
from drafter.interview.items.chosen_clauses import clause_or_none, clause_title, versions
from drafter.interview.items.declared import NOT_SAVED, choices
from drafter.interview.items.item import AnswerValue, Item, remove_from, set_aside
from drafter.interview.items.section_context import SectionContext, section_number, theme_title
from drafter.library.binding import not_binding
from drafter.library.clause_prose import readable_clause
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.node import Node
from drafter.model.question import Choice

FIRST = ""
"""The choice that puts a section before all others."""
INACTIVE_CLAUSES: KeyPath = ("inactive", "clauses")
"""Where the entries of clauses that are left out are kept, by theme; nothing there is printed."""

_KINDS = {
    "standard": "what the law asks",
    "concern": "the problem",
    "conclusion": "the article that is not respected",
    "question": "what to ask the State",
    "recommendation": "what the State should do",
}
"""What the kinds of clauses say, for the help of a list."""


class ClausesItem(Item):
    """The clauses of a section."""

    theme: str

    def current(self, answers: WorkingAnswers) -> object:
        """Return the ids of the clauses; of those that were left out, where none were asked for yet."""
        # Another document was chosen: the clauses of the document before are offered as chosen.
        if not answered(answers, self.path):
            return [clause_id(entry) for entry in rows(answers.inactive, ("clauses", self.theme))]
        return [clause_id(entry) for entry in rows(answers.saved, self.path)]

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that make the clauses *value* those of the section.

        An entry that holds answers, facts or wording is kept when its clause is left out.
        """
        chosen = value if isinstance(value, list) else []
        entries = {clause_id(entry): entry for entry in rows(answers.saved, self.path)}
        inactive = {clause_id(entry): entry for entry in rows(answers.inactive, ("clauses", self.theme))}
        edited = {name: entry for name, entry in entries.items() if not isinstance(entry, str)}
        left_out = [entry for name, entry in {**inactive, **edited}.items() if name not in chosen]
        return [
            (self.path, [{**inactive, **entries}.get(name, name) for name in chosen]),
            *remove_from(answers, (*OFFERED, self.theme)),
            *set_aside(answers, (*INACTIVE_CLAUSES, self.theme), left_out),
            *versions([name for name in chosen if name not in entries], library),
        ]


class OtherClausesItem(Item):
    """The clauses of other themes to use as well."""

    theme: str

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that add the clauses *value* to those of the section."""
        number = section_number(answers, self.theme)
        path = ("themes", number, "clauses")
        added = value if isinstance(value, list) else []
        return [(path, [*rows(answers.saved, path), *added]), *versions(added, library)]


class OrderItem(Item):
    """The theme after which a section comes; FIRST where it is the first."""

    theme: str

    def current(self, answers: WorkingAnswers) -> object:
        """Return the theme before this one, or FIRST."""
        number = section_number(answers, self.theme)
        return answers.themes[number - 1].theme if number else FIRST

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that puts the section after that of the theme *value*, or first for FIRST."""
        sections: dict[str, Node] = {
            str(section.get("theme")): section for section in maps(answers.saved, ("themes",))
        }
        moved = sections.pop(self.theme)
        themes = list(sections)
        number = themes.index(value) + 1 if isinstance(value, str) and value in themes else 0
        others = list(sections.values())
        return [(("themes",), [*others[:number], moved, *others[number:]])]


def without_clauses(answers: WorkingAnswers, number: int, left_out: tuple[str, ...]) -> list[Change]:
    """Return the changes that take the clauses *left_out* from one section, keeping what is their own."""
    section = answers.themes[number]
    entries = rows(answers.saved, ("themes", number, "clauses"))
    stays = [entry for entry in entries if clause_id(entry) not in left_out]
    if len(stays) == len(entries):
        return []
    edited = [entry for entry in entries if clause_id(entry) in left_out and not isinstance(entry, str)]
    inactive: KeyPath = (*INACTIVE_CLAUSES, section.theme)
    kept = rows(answers.inactive, ("clauses", section.theme))
    return [
        (("themes", number, "clauses"), stays),
        *([(inactive, [*kept, *edited])] if edited else []),
    ]


def clauses_of_theme(context: SectionContext, offered: list[Clause]) -> Item:
    """Return the question which of the *offered* clauses to use; those chosen from other themes stay.

    After another document was chosen, those that can replace others are marked. None is chosen.
    """
    library = context.library
    instead = {offer.clause: offer.instead_of for offer in offers(context.answers, context.theme)}
    shown = [*offered, *_chosen_elsewhere(context, offered)]
    shown_ids = {clause.id for clause in shown}
    shown += [library.clause(name) for name in instead if name not in shown_ids]
    shown.sort(key=lambda clause: clause.id not in instead)
    return ClausesItem(
        theme=context.theme,
        path=(*context.path, "clauses"),
        section=context.title,
        text="Which clauses do you want?",
        help=" ".join(
            filter(None, ("Choose only the best few.", _kinds_of(shown), _suggested(instead, library)))
        ),
        kind="choices",
        choices=tuple(_choice(clause, context, instead.get(clause.id, "")) for clause in shown),
        ask_again=answered(context.answers, (*OFFERED, context.theme)),
    )


def _kinds_of(clauses: Sequence[Clause]) -> str:
    """Return what each kind of the *clauses* says."""
    kinds = {clause.head.kind for clause in clauses}
    return " ".join(f"{kind.capitalize()}: {says}." for kind, says in _KINDS.items() if kind in kinds)


def _suggested(instead: Mapping[str, str], library: Library) -> str:
    """Return which clauses are suggested in place of which."""
    pairs = [
        f"“{clause_title(clause, library)}” in place of “{clause_title(other, library)}”"
        for clause, other in instead.items()
    ]
    return f"Suggested for this document: {'; '.join(pairs)}." if pairs else ""


def clauses_of_other_themes(context: SectionContext, fitting: list[Clause]) -> Item:
    """Return the question which of all *fitting* clauses to use as well."""
    used = {entry.clause for entry in context.section.clauses}
    return OtherClausesItem(
        theme=context.theme,
        path=(*NOT_SAVED, f"clause/{context.theme}"),
        section=context.title,
        text="Which clauses of other themes?",
        help=f"Every clause that fits this document and what you stand for. {_kinds_of(fitting)}".strip(),
        kind="choices",
        choices=tuple(_choice(clause, context) for clause in fitting if clause.id not in used),
    )


def order_of_theme(context: SectionContext) -> Item:
    """Return the question after which other theme the section comes; only the overview asks it."""
    others = [section.theme for section in context.answers.themes if section.theme != context.theme]
    after = [(theme, f"After “{theme_title(theme, context.library)}”") for theme in others]
    return OrderItem(
        theme=context.theme,
        path=(*NOT_SAVED, f"order/{context.theme}"),
        section=context.title,
        text="Where should this theme come?",
        help="The sections and the recommendations are printed in this order.",
        kind="choice",
        choices=choices((FIRST, "First"), *after),
        automatic=False,
    )


def _chosen_elsewhere(context: SectionContext, offered: list[Clause]) -> list[Clause]:
    """Return the clauses of the section that are not among the *offered* ones."""
    offered_ids = {clause.id for clause in offered}
    entries = (entry for entry in context.section.clauses if entry.clause not in offered_ids)
    clauses = (clause_or_none(entry.clause, context.library) for entry in entries)
    return [clause for clause in clauses if clause is not None]


def _choice(clause: Clause, context: SectionContext, instead_of: str = "") -> Choice:
    library = context.library
    instead = f" · suggested, in place of “{clause_title(instead_of, library)}”" if instead_of else ""
    words = len(clause.text.split())
    marks = f"{_elsewhere(clause, context)}{instead}{_not_binding(clause, context)}"
    return Choice(
        value=clause.id,
        title=f"{clause.head.kind:<14}  {clause.head.title}",
        note=f"· {words} words{marks}",
        words=words,
        more=str(readable_clause(clause, library.authorities, library.language)),
    )


def _elsewhere(clause: Clause, context: SectionContext) -> str:
    """Return, for the note of a choice, under which other themes the clause is chosen already."""
    themes = [
        theme_title(section.theme, context.library)
        for section in context.answers.themes
        if section.theme != context.theme and any(entry.clause == clause.id for entry in section.clauses)
    ]
    return f" · already under {' and '.join(f'“{theme}”' for theme in themes)}" if themes else ""


def _not_binding(clause: Clause, context: SectionContext) -> str:
    """Return, for the note of a choice, which treaties the clause rests on that do not bind the State."""
    library, answers = context.library, context.answers
    state = library.state(answers.state) if answers.state else None
    unbound = not_binding(clause, library.memberships(state), library.authorities)
    if state is None or not unbound:
        return ""
    names = [library.authorities[membership.treaty].short for membership in unbound]
    return f" · {library.language.listed(names)}: {state.name} is not bound"
