"""Looking over all answers: the overview, the lists that it leads to, and undoing."""

from drafter.answers.about_people import erased_rows
from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, dotted
from drafter.answers.working import WorkingAnswers
from drafter.frozen import replaced
from drafter.interview.control_flow import Back, Overview, Redo, Undo
from drafter.interview.flow import Questionnaire
from drafter.interview.history import History
from drafter.interview.items.item import Item, section_of
from drafter.interview.overview import (
    BuildMenu,
    Fold,
    Forget,
    Menu,
    Step,
    Target,
    View,
    overview,
)
from drafter.interview.stores import AnswerStore, Ask
from drafter.interview.taking_out import TakeOutItem


class LookingOver:
    """The overview as a person left it: which row is marked, which sections are open."""

    def __init__(
        self, store: AnswerStore, questionnaire: Questionnaire, ask: Ask, history: History | None = None
    ) -> None:
        self.store = store
        self.questionnaire = questionnaire
        self.ask = ask
        self.history = history or History()
        self.view = View()

    def open_at(self, item: Item) -> None:
        """Open the section of *item*, from which the person comes."""
        self._open(section_of(item))

    def show(self) -> Item | None:
        """Show everything answered and return the question to ask again, or ``None`` to go on.

        From there lead lists of what is seldom set and of what can be taken out; each leads back to it.
        """
        build: BuildMenu | None = None
        while True:
            menu = (build or self._overview)(self.store.answers, self.questionnaire)
            value, target = self._asked(menu)
            if build is None:
                self.view = replaced(self.view, cursor=value, message="")
            if isinstance(target, Item) and not isinstance(target, TakeOutItem):
                self.view = replaced(self.view, cursor=dotted(target.path))
                self._open(section_of(target))
                return target
            if target is None and build is None:
                return None
            build = self._next_list(menu, value, target)

    def _asked(self, menu: Menu) -> tuple[str, Target]:
        """Return the value of the row that was chosen in *menu*, and what it leads to."""
        try:
            value = str(self.ask(menu.question, MISSING))
        except (Undo, Redo) as step:
            return self.view.cursor, Step(is_back=isinstance(step, Undo))
        except (Back, Overview):
            return self.view.cursor, None
        return value, menu.targets[value]

    def _next_list(self, menu: Menu, value: str, target: Target) -> BuildMenu | None:
        """Do what *target* stands for and return the list to show next, ``None`` for the overview."""
        match target:
            case Fold():
                self._toggle(target)
            case Step():
                self._step(target)
            case Forget():
                self.history.forget()
                self.view = replaced(self.view, message="Forgotten: nothing can be undone now.")
            case TakeOutItem():
                self._take_out(target)
            case list():
                self.change(_title(menu, value), target)
            case None | Item():
                pass
            case _:
                return target
        return None

    def change(self, title: str, changes: list[Change]) -> None:
        """Make *changes*, and remember them under *title*."""
        before = self.store.data
        if any(erased_rows(changes)):
            self.history.forget()  # before the files that still mention the person are listed
        self.store.change(changes)
        self.history.add(title, before, self.store.data, changes)

    def _overview(self, answers: WorkingAnswers, questionnaire: Questionnaire) -> Menu:
        done, undone = self.history.done, self.history.undone
        view = replaced(
            self.view, undo=done[-1].title if done else "", redo=undone[-1].title if undone else ""
        )
        return overview(answers, questionnaire, view)

    def _open(self, section: str) -> None:
        view = self.view
        self.view = replaced(view, opened=view.opened | {section}, closed=view.closed - {section})

    def _toggle(self, fold: Fold) -> None:
        view, section = self.view, fold.section
        if fold.is_open:
            self.view = replaced(view, opened=view.opened - {section}, closed=view.closed | {section})
        else:
            self._open(section)

    def _step(self, step: Step) -> None:
        message = self.history.undo(self.store) if step.is_back else self.history.redo(self.store)
        self.view = replaced(self.view, message=message)

    def _take_out(self, item: TakeOutItem) -> None:
        try:
            value = self.ask(item, MISSING)
        except (Back, Overview, Undo, Redo):
            return
        if changes := item.changes(self.store.answers, value, self.questionnaire.library):
            self.change(item.text.rstrip("?"), changes)


def _title(menu: Menu, value: str) -> str:
    """Return the title of the choice *value* of *menu*."""
    return next(choice.title for choice in menu.question.choices if choice.value == value)
