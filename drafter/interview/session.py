"""The loop of an interview: next question, ask, save; back, and over to any other answer."""

from collections.abc import Callable
from functools import partial

from drafter.answers.changes import Change, applied
from drafter.answers.checked_facts import with_unchecked_facts
from drafter.answers.paths import MISSING, Missing, answered, at, dotted, is_private, saved_at
from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.interview.control_flow import Back, HalfMade, Overview, Stop
from drafter.interview.flow import Questionnaire, is_open
from drafter.interview.history import History
from drafter.interview.items.item import TYPED, AnswerValue, Item
from drafter.interview.looking_over import LookingOver
from drafter.interview.messages import notices
from drafter.interview.overview_rows import row_name
from drafter.interview.stores import AnswerStore as AnswerStore  # also for the rooms that hold an interview
from drafter.interview.stores import Ask as Ask
from drafter.interview.trail import ChosenChange, Trail, Undo, answered_paths, entry_path
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
        session.trail.ahead = [item.path for item in reversed(items)]
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
        self.trail = Trail()
        self.change: ChosenChange | None = None
        """The change of an answer that was chosen in the overview, ``None`` in the interview itself."""
        self.leading: Item | None = None
        """The question whose answer led to the follow-up that is asked now."""
        self.undo: Undo | None = None
        """The last answer, if it is not saved under the path of its question."""
        self.known_items: tuple[WorkingAnswers, tuple[Item, ...]] | None = None
        """The questions, with the answers that decided them."""
        self.typed: dict[str, str | list[str]] = {
            path: half_made if isinstance(half_made, str) else list(half_made)
            for path, half_made in store.answers.interview.typed.items()
        }
        """Half-made answers, by the dotted path of their question: a text, or the choices taken."""

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
            except KeyboardInterrupt as stop:
                self.keep_typed(item, stop.typed if isinstance(stop, Stop) else None)
                self.save_typed()
                raise
            else:
                count += 1
                item = self.after_answer(item, value)
            item = item or self.next_item()
        return count

    def current(self, item: Item) -> object:
        """Return what is shown as the answer to *item*: a half-made answer, or the current one."""
        return self.typed.get(dotted(item.path), item.current(self.store.answers))

    def next_item(self) -> Item | None:
        """Return the next question: one to revisit, or an open one before it; else the first open one."""
        self.leading = None
        if self.change is not None and (item := self.after_change(self.change)) is not None:
            return item
        return self.trail.next(self.items(), partial(is_open, self.store.answers))

    def after_change(self, change: ChosenChange) -> Item | None:
        """Return a question that the change from the overview has opened, or the next one chosen there."""
        answers = self.store.answers
        item = change.trail.next(
            self.items(), lambda item: is_open(answers, item) and item.path not in change.open_before
        )
        return item or self.open_overview()

    def items(self) -> list[Item]:
        """Return every question that the answers so far lead to, generated once for each state of them."""
        answers = self.store.answers  # the same object until something changes
        if self.known_items is None or self.known_items[0] is not answers:
            self.known_items = answers, tuple(self.questionnaire.questions(answers))
        return list(self.known_items[1])

    def open_overview(self) -> Item | None:
        """Show the overview and return the question chosen there, ``None`` to go on with the interview."""
        before = self.entries() if self.typed else {}
        chosen = self.overview.show()
        self.change = None
        if chosen is not None:
            still_open = [item.path for item in self.items() if is_open(self.store.answers, item)]
            self.change = ChosenChange(chosen.path, frozenset(still_open), Trail())
        if self.typed:
            after = self.entries()
            self.forget({path for path, entry in before.items() if after.get(path, MISSING) != entry})
        return chosen

    def after_answer(self, item: Item, value: AnswerValue) -> Item | None:
        """Save the answer and return the question that follows directly, if there is one."""
        library = self.questionnaire.library
        self.typed.pop(dotted(item.path), None)
        follow_up = item.follow_up(self.store.answers, value, library)
        if follow_up is not None and item.waits_for_follow_up:
            self.keep_typed(item, str(value))
            self.leading, self.undo = item, None
            return follow_up
        self.save_answer(item, value)
        self.leading = item if follow_up else None
        return follow_up

    def save_answer(self, item: Item, value: AnswerValue) -> None:
        """Save the answer, and remember where going back leads from the next question."""
        library, leading = self.questionnaire.library, self.leading
        is_apart = not answered(self.store.answers, item.path)
        before = set(answered_paths(self.items(), self.store.answers)) if is_apart else set()
        tell = _say_nothing if item.says_what_was_read else self.person.tell
        undo = record(self.store, library, item, value, tell, history=self.history)
        is_kept_elsewhere = not answered(self.store.answers, item.path)
        led = self.typed.pop(dotted(leading.path), None) if leading else None
        self.undo = Undo(item, leading, undo, value, led) if is_kept_elsewhere and undo else None
        if {dotted(each.path) for each in (item, leading) if each} & set(self.store.answers.interview.typed):
            self.save_typed()
        trail = self.change.trail if self.change else self.trail
        if not is_kept_elsewhere:
            trail.answered.append(item.path)
        elif leading is not None and answered(self.store.answers, leading.path):
            trail.answered.append(leading.path)
        else:  # such as the text of a fact that was typed as a new one
            after = answered_paths(self.items(), self.store.answers)
            trail.answered += [path for path in after if path not in before][:1]

    def after_overview(self, item: Item) -> Item | None:
        """Show the overview and return the question to ask next, if one was chosen."""
        left = self.leading or item
        if self.change is None or left.path != self.change.visited:
            self.trail.ahead.append(left.path)
        self.leading = None
        if self.change is None:
            self.overview.open_at(item)
        return self.open_overview()

    def before(self, item: Item) -> Item | None:
        """Return the question to go back to, ``None`` to go on to the next one."""
        if self.leading is not None:
            leading, self.leading = self.leading, None
            return leading
        if self.undo is not None:
            last, self.leading = self.undo.item, self.undo.leading
            self.store.change(self.undo.changes)
            self.history.drop_last()
            if last.kind in ("line", "long") and isinstance(self.undo.value, str):
                self.keep_typed(last, self.undo.value)
            if self.leading is not None:
                self.keep_typed(self.leading, self.undo.led)
            return last
        answers = self.store.answers
        if self.change is not None:
            return self.change.trail.back(item, self.items(), answers) or self.open_overview()
        return self.trail.back(item, self.items(), answers) or self.previous(item)

    def previous(self, item: Item) -> Item:
        """Return the last answered question before *item*, after which *item* comes again.

        It is *item* itself where there is none. Nobody knows what was asked before the interview went on.
        """
        answers = self.store.answers
        before = item
        for earlier in self.questionnaire.questions(answers):
            if earlier.path == item.path:
                break
            # A question with one choice was answered without being asked.
            has_one_choice = earlier.kind == "choice" and len(earlier.choices) == 1
            if earlier.automatic and answered(answers, earlier.path) and not has_one_choice:
                before = earlier
        if before.path != item.path:
            self.trail.ahead.append(item.path)
        return before

    # ---- half-made answers ----

    def keep_typed(self, item: Item, half_made: HalfMade) -> None:
        """Remember what is on the line of *item*, or taken in its list; never a private answer."""
        kept = strip_xml_illegal(half_made) if isinstance(half_made, str) else half_made
        if kept is not None and not is_private(item.path) and (isinstance(kept, list) or kept.strip()):
            self.typed[dotted(item.path)] = kept

    def save_typed(self) -> None:
        """Save the half-made answers for when the interview goes on."""
        if self.typed or self.store.answers.interview.typed:
            self.store.change([(TYPED, {**self.typed} or GONE)])

    def entries(self) -> dict[str, object]:
        """Return by the dotted path of each question the entry that it belongs to; follow-ups excepted."""
        answers = self.store.answers
        items = self.questionnaire.questions(answers)
        return {dotted(item.path): at(answers, entry_path(item.path)) for item in items}

    def forget(self, paths: set[str]) -> None:
        """Forget half-made answers about entries that were taken out: a case that is erased is erased."""
        gone = paths & self.typed.keys()
        for path in gone:
            del self.typed[path]
        if gone and self.store.answers.interview.typed:
            self.save_typed()
