"""The loop of an interview: next question, ask, save; back, and over to any other answer."""

from collections.abc import Callable

from drafter.answers.changes import Change, applied
from drafter.answers.checked_facts import with_unchecked_facts
from drafter.answers.paths import MISSING, KeyPath, Missing, answered, at, dotted, is_private, saved_at
from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.control_flow import Back, Overview, Stop
from drafter.interview.flow import Questionnaire, is_open
from drafter.interview.history import History
from drafter.interview.items.item import TYPED, AnswerValue, Item
from drafter.interview.looking_over import LookingOver
from drafter.interview.messages import notices
from drafter.interview.overview_rows import row_name
from drafter.interview.stores import AnswerStore as AnswerStore  # also for the rooms that hold an interview
from drafter.interview.stores import Ask as Ask
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.xml_text import strip_xml_illegal


def _say_nothing(*_: object) -> None:
    """Do nothing."""


@frozen
class Person:
    """Whoever is interviewed: how to ask, and what to say beside the questions."""

    ask: Ask
    announce: Callable[[Item, WorkingAnswers], None] = _say_nothing
    """Called with each question before it is asked."""
    tell: Callable[[str], None] = _say_nothing
    """Called with what an answer has brought about, such as two clauses that do not go together."""


def interview(
    store: AnswerStore,
    questionnaire: Questionnaire,
    person: Person,
    *,
    first: Item | None = None,
    review: bool = False,
    history: History | None = None,
    at_overview: bool = False,
) -> int:
    """Ask until every question is answered and return how many were asked.

    *first* is asked before all others. With *review*, what is answered already is asked too, in order.
    *at_overview*: the interview begins with the list of all answers. What changes is added to *history*.
    Whatever *person* raises besides Back and Overview ends the interview; every answer before it is saved.
    """
    session = _Session(store, questionnaire, person, history)
    if review:
        items = [item for item in questionnaire.questions(store.answers) if item.automatic]
        session.revisit = [item.path for item in reversed(items)]
    return session.run(first or (session.open_overview() if at_overview else None))


def record(
    store: AnswerStore,
    library: Library,
    item: Item,
    value: AnswerValue,
    tell: Callable[[str], None],
    *,
    history: History | None = None,
) -> list[Change]:
    """Save the answer to *item*, tell what it has brought about, and return the changes that undo it."""
    before, saved_before = store.answers, store.data
    changes = with_unchecked_facts(saved_before, item.changes(before, value, library))
    if not changes:
        return []
    store.change(changes)
    expected = applied(saved_before, changes)
    parts = {str(path[0]) for path, _ in changes}
    was_merged = any(store.data.get(part) != expected.get(part) for part in parts)
    for notice in notices(before, store.answers, library):
        tell(notice)
    if history is not None and not was_merged:
        history.add(_change_title(item, store.answers), saved_before, store.data, changes)
    if was_merged:
        return []  # undoing it could undo what somebody else has changed meanwhile
    values = [(path, saved_at(saved_before, path)) for path, _ in reversed(changes)]
    return [(path, GONE if isinstance(value, Missing) else value) for path, value in values]


def _change_title(item: Item, answers: WorkingAnswers) -> str:
    """Return the name of a change of the answer to *item*; nothing private is in it."""
    if item.path[:2] == ("interview", "more"):
        return item.overview_title or item.text.split("?")[0]
    return row_name(item, answers)


def look_over(store: AnswerStore, questionnaire: Questionnaire, ask: Ask) -> Item | None:
    """Show everything answered and return the question to ask again, or ``None`` to go on."""
    return LookingOver(store, questionnaire, ask).show()


class _Session:
    """One interview, with what it has to remember between two questions."""

    def __init__(
        self, store: AnswerStore, questionnaire: Questionnaire, person: Person, history: History | None
    ) -> None:
        self.store = store
        self.history = history or History()
        self.overview = LookingOver(store, questionnaire, person.ask, self.history)
        self.questionnaire = questionnaire
        self.person = person
        self.revisit: list[KeyPath] = []
        """The questions that were left by going back, the next one last: they come again one by one."""
        self.visited: KeyPath | None = None
        """The question chosen in the overview: going back leads to where the overview was opened."""
        self.leading: Item | None = None
        """The question whose answer led to the follow-up that is asked now."""
        self.undo: tuple[Item, Item | None, list[Change]] | None = None
        """The last question, if its answer is not saved under its path, what led to it, and the undoing."""
        self.typed = dict(store.answers.interview.typed)
        """Half-typed answers, by the dotted path of their question."""
        self.open_before: frozenset[KeyPath] | None = None
        """While an answer is changed from the overview: the questions that were open before the change."""

    def run(self, first: Item | None) -> int:
        """Ask *first*, then every open question, and return how many were asked."""
        count = 0
        item = first or self.next_item()
        while item is not None:
            self.person.announce(item, self.store.answers)
            try:
                value = self.person.ask(item, self.current(item))
            except (Back, Overview) as aside:
                self.keep_typed(item, aside.typed)
                if aside.typed is not None:
                    self.save_typed()  # the overview may be left with Ctrl-C
                item = self.after_overview(item) if isinstance(aside, Overview) else self.before(item)
                self.undo = None
            except KeyboardInterrupt as stop:  # lists raise it without a text
                self.keep_typed(item, stop.typed if isinstance(stop, Stop) else None)
                self.save_typed()
                raise
            else:
                count += 1
                item = self.after_answer(item, value)
            item = item or self.next_item()
        return count

    def current(self, item: Item) -> object:
        """Return what is shown as the answer to *item*: half-typed text, or the current answer."""
        return self.typed.get(dotted(item.path), item.current(self.store.answers))

    def next_item(self) -> Item | None:
        """Return the next question: one to revisit, or an open one before it; else the first open one."""
        self.leading = None
        if self.open_before is not None and (item := self.after_change(self.open_before)) is not None:
            return item
        answers = self.store.answers
        items = list(self.questionnaire.questions(answers))
        asked = {item.path for item in items}
        self.revisit = [path for path in self.revisit if path in asked]
        for item in items:
            if self.revisit and item.path == self.revisit[-1]:
                self.revisit.pop()
                return item
            if is_open(answers, item):
                return item
        return None

    def after_change(self, open_before: frozenset[KeyPath]) -> Item | None:
        """Return a question that the change from the overview has opened, or the next one chosen there."""
        items = self.questionnaire.questions(self.store.answers)
        opened = (item for item in items if is_open(self.store.answers, item))
        item = next((item for item in opened if item.path not in open_before), None)
        return item or self.open_overview()

    def open_overview(self) -> Item | None:
        """Show the overview and return the question chosen there, ``None`` to go on with the interview."""
        before = self.entries() if self.typed else {}
        chosen = self.overview.show()
        self.visited = chosen.path if chosen else None
        self.open_before = None
        if chosen is not None:
            items = self.questionnaire.questions(self.store.answers)
            self.open_before = frozenset(item.path for item in items if is_open(self.store.answers, item))
        if self.typed:
            after = self.entries()
            self.forget({path for path, entry in before.items() if after.get(path, MISSING) != entry})
        return chosen

    def after_answer(self, item: Item, value: AnswerValue) -> Item | None:
        """Save the answer and return the question that follows directly, if there is one."""
        library = self.questionnaire.library
        self.typed.pop(dotted(item.path), None)
        follow_up = item.follow_up(self.store.answers, value, library)
        undo = record(self.store, library, item, value, self.person.tell, history=self.history)
        is_kept_elsewhere = not answered(self.store.answers, item.path)
        self.undo = (item, self.leading, undo) if is_kept_elsewhere and undo else None
        if dotted(item.path) in self.store.answers.interview.typed:
            self.save_typed()
        self.leading = item if follow_up else None
        return follow_up

    def after_overview(self, item: Item) -> Item | None:
        """Show the overview and return the question to ask next, if one was chosen."""
        left = self.leading or item
        if left.path != self.visited:
            self.revisit.append(left.path)
        self.leading = None
        if self.open_before is None:
            self.overview.open_at(item)
        return self.open_overview()

    def before(self, item: Item) -> Item | None:
        """Return the question to go back to, ``None`` to go on to the next one."""
        if self.leading is not None:
            leading, self.leading = self.leading, None
            return leading
        if item.path == self.visited:
            return None
        if self.undo is not None:
            last, self.leading, changes = self.undo
            self.store.change(changes)
            self.history.drop_last()
            return last
        previous = self.previous(item)
        if previous.path != item.path:
            self.revisit.append(item.path)
        return previous

    def previous(self, item: Item) -> Item:
        """Return the last answered question before *item*, or *item* itself where there is none."""
        answers = self.store.answers
        before = item
        for earlier in self.questionnaire.questions(answers):
            if earlier.path == item.path:
                break
            # A question with one choice was answered without being asked.
            has_one_choice = earlier.kind == "choice" and len(earlier.choices) == 1
            if earlier.automatic and answered(answers, earlier.path) and not has_one_choice:
                before = earlier
        return before

    # ---- half-typed answers ----

    def keep_typed(self, item: Item, text: str | None) -> None:
        """Remember what is on the line of *item*; never a private answer."""
        kept = strip_xml_illegal(text or "")
        if kept.strip() and not is_private(item.path):
            self.typed[dotted(item.path)] = kept

    def save_typed(self) -> None:
        """Save the half-typed answers for when the interview goes on."""
        if self.typed or self.store.answers.interview.typed:
            self.store.change([(TYPED, dict(self.typed) if self.typed else GONE)])

    def entries(self) -> dict[str, object]:
        """Return by the dotted path of each question the entry that it belongs to; follow-ups excepted."""
        answers = self.store.answers
        items = self.questionnaire.questions(answers)
        return {dotted(item.path): at(answers, _entry_path(item.path)) for item in items}

    def forget(self, paths: set[str]) -> None:
        """Forget half-typed answers about entries that were taken out: a case that is erased is erased."""
        gone = paths & self.typed.keys()
        for path in gone:
            del self.typed[path]
        if gone and self.store.answers.interview.typed:
            self.save_typed()


def _entry_path(path: KeyPath) -> KeyPath:
    """Return the path of the entry of a list or bank that the question at *path* belongs to."""
    match path:
        case ("themes", _, "own", _, *_):
            return path[:4]
        case ("themes", _, *_):
            return (*path[:2], "theme")
        case ("details", *_):
            return path[:3]
    return path[:2]
