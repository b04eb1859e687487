"""A list as it is shown: what is searched for, which rows match, which row is highlighted, what is taken.

Without a terminal: the keys change it, and the screen is drawn from it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from drafter.model.question import Choice, compatible
from drafter.terminal.choice_search import ChoiceSearch


class Line(NamedTuple):
    """A line of the list: a choice, or the heading of a group."""

    text: str
    choice: Choice | None = None
    is_highlighted: bool = False


class ListState:
    """A list of choices. Only a choice that is highlighted, and so on the screen, can be taken."""

    def __init__(
        self,
        choices: Sequence[Choice],
        *,
        highlighted: str | None = None,
        taken: Sequence[str] = (),
        is_searched: bool = False,
    ) -> None:
        self.choices = choices
        self.is_searched = is_searched
        """Whether typed letters search the list."""
        self.typed = ""
        self._unfolded = [choice for choice in choices if not choice.folded]
        self.shown: list[Choice] = list(self._unfolded)
        """The choices that match what is typed, the best first."""
        self.position = next((n for n, each in enumerate(self.shown) if each.value == highlighted), None)
        """The position of the highlighted choice among those shown, ``None`` if none is."""
        self.taken = [value for value in taken if any(choice.value == value for choice in choices)]
        self.message = ""
        """What the last key could not do, and why."""
        self.taken_since_typed = True
        """Whether something was taken or removed since the last letter was typed."""
        self.ignored = False
        """Whether letters were typed that mean nothing here, so that an Enter may belong to them."""
        self.warned_of_none = False
        """Whether the person has read that nothing is taken."""
        self.only_near = False
        """Whether nothing has what is typed, and what is shown is only spelt like it."""
        self._before_search: Choice | None = None
        """The choice that was highlighted when the search began."""
        self._search = ChoiceSearch(choices)

    @property
    def highlighted(self) -> Choice | None:
        """The highlighted choice, ``None`` if none is."""
        return None if self.position is None else self.shown[self.position]

    @property
    def taken_choices(self) -> list[Choice]:
        """The choices that are taken, in the order of the list."""
        return [choice for choice in self.choices if choice.value in self.taken]

    # ---- what the keys do ----

    def type(self, text: str) -> None:
        """Add *text* to the search; the best match is highlighted. Blanks in front are not added."""
        self.search((self.typed + " ".join(text.splitlines())).lstrip())

    def erase(self) -> None:
        """Delete the last letter of the search."""
        self.search(self.typed[:-1])

    def search(self, typed: str) -> None:
        """Search for *typed*. An empty search shows all choices, with the highlight where it was before."""
        self.message = ""
        if not self.typed:
            self._before_search = self.highlighted
        self.typed = typed
        self.taken_since_typed = not typed
        is_search = bool(typed.strip())
        matches = [self.choices[position] for position in self._search.matching(typed)]
        self.shown = matches if is_search else list(self._unfolded)
        self.only_near = is_search and not matches
        if self.only_near:
            self.shown = [self.choices[position] for position in self._search.near(typed)]
        if typed.strip():
            self.position = 0 if matches else None
        else:
            before = self._before_search
            self.position = self.shown.index(before) if before in self.shown else None

    def move(self, step: int) -> None:
        """Highlight the choice *step* rows further; after the last comes the first."""
        self.message = ""
        self.ignored = False
        if not self.shown:
            return
        if self.position is None:
            self.position = 0 if step > 0 else len(self.shown) - 1
        elif abs(step) == 1:
            self.position = (self.position + step) % len(self.shown)
        else:
            self.position = min(max(self.position + step, 0), len(self.shown) - 1)

    def move_to(self, value: str) -> bool:
        """Highlight the choice *value* and return whether it is shown."""
        self.message = ""
        position = next((n for n, choice in enumerate(self.shown) if choice.value == value), None)
        if position is not None:
            self.position = position
        return position is not None

    def take(self) -> None:
        """Take the highlighted choice, or remove it if it is taken."""
        self.message = ""
        if self.highlighted is None:
            self.message = self.missing_highlight()
            return
        self.taken_since_typed = True
        if self.highlighted.value in self.taken:
            self.taken.remove(self.highlighted.value)
        else:
            self.taken = compatible(self.choices, [*self.taken, self.highlighted.value])

    def take_all_shown(self) -> None:
        """Take every choice that is shown; if all are taken, remove them. Choices that are only near stay."""
        self.message = self.missing_highlight() if self.only_near else ""
        if self.only_near:
            return
        self.taken_since_typed = True
        values = [choice.value for choice in self.shown]
        if all(value in self.taken for value in values):
            self.taken = [value for value in self.taken if value not in values]
        else:
            self.taken += [value for value in values if value not in self.taken]
            self.taken = [value for value in self.taken if not self._is_alone(value)]

    def _is_alone(self, value: str) -> bool:
        return any(choice.value == value and choice.alone for choice in self.choices)

    def missing_highlight(self) -> str:
        """Return why no choice is highlighted, and what to do."""
        if self.only_near and self.shown:
            return "Nothing matches. If you mean one of these, choose it with the arrow keys."
        if not self.shown:
            return "Nothing matches what you typed. Backspace deletes a letter."
        return "Nothing is chosen yet. Choose a line with the arrow keys."

    # ---- what is drawn ----

    def lines(self, height: int) -> list[Line]:
        """Return at most *height* lines around the highlighted choice, with the headings of groups."""
        lines: list[Line] = []
        focus, group = 0, ""
        for position, choice in enumerate(self.shown):
            if choice.group != group and not self.typed.strip():
                lines.append(Line(choice.group))
            group = choice.group
            if position == self.position:
                focus = len(lines)
            lines.append(Line("", choice, position == self.position))
        first = max(0, min(focus - height // 2, len(lines) - height))
        return lines[first : first + height]

    def count(self, lines: Sequence[Line], *, is_short: bool = False) -> str:
        """Return how many choices there are, how many match, and how many are below the *lines*.

        What *is_short* leaves out how many there are, where some are below.
        """
        visible = [line.choice for line in lines if line.choice is not None]
        below = len(self.shown) - self.shown.index(visible[-1]) - 1 if visible else 0
        parts = [f"{below} more below"] if below else []
        if self.typed.strip():
            total = "" if is_short and below else f" of {len(self.choices)}"
            parts.append(f"{0 if self.only_near else len(self.shown)}{total} match")
        elif len(self.choices) > len(visible) and not (is_short and below):
            parts.append(f"{len(self.choices)} in all")
        return " · ".join(parts)

    def taken_total(self) -> str:
        """Return how many choices are taken, with the sum of their words."""
        words = sum(choice.words for choice in self.taken_choices)
        count = f"{len(self.taken)} taken" if self.taken else "None taken"
        return f"{count}, {words:,} words" if words else count
