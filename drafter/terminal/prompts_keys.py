"""Keys that questionary's prompts lack: go back, open all answers, read a choice, say "I don't know yet"."""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import questionary
from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from questionary.prompts.common import InquirerControl

from drafter.interview.control_flow import Aside, Back, Overview, Stop
from drafter.model.marks import UNKNOWN
from drafter.model.question import Choice
from drafter.screen_text import visible
from drafter.terminal.callables import Say
from drafter.terminal.keyboard import is_asked_to_end, waiting

UNKNOWN_CHOICE = Choice(value="\x00unknown", title="I don't know yet")
"""The last choice of a list that takes "I don't know yet"."""
_UNKNOWN_KEYS = (UNKNOWN, "？", "﹖", "؟")
"""Full width, small and Arabic question marks mean the same, as in ``model.marks``."""
HEIGHT = 10
"""Lines of a list: a longer one would leave no room for the help on a screen of 24 lines."""


def with_keys(
    prompt: questionary.Question,
    say: Say,
    keys: KeyBindings | None = None,
    *,
    read: Callable[[str], None] | None = None,
    ends_text: bool = True,
    refusal: str = "",
) -> questionary.Question:
    """Return *prompt* with *keys*, the keys for back and overview, and those of a list if it is one.

    *read* is called with the value of a choice when the person presses the right arrow. *refusal* is said if
    the person types ``?`` in a list that does not take it. *ends_text* is false for a prompt that is no text.
    """
    keys = keys or KeyBindings()

    @keys.add("c-b", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=Back())

    @keys.add("c-o", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=Overview())

    for window in prompt.application.layout.find_all_windows():
        if isinstance(window.content, InquirerControl):
            # A list as high as the screen would push the help off it and leave lines in the scroll-back.
            window.height = Dimension(max=HEIGHT)
            _add_list_keys(keys, window.content, say, read, refusal)
            ends_text = False
    if not ends_text:
        # Esc, then Enter, ends a long text. A person who types it here out of habit would end the prompt.
        keys.add("escape", "enter", eager=True)(lambda _: None)
        # Here the end of the input stops; in a text the same key deletes a letter.
        keys.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError()))

    own = prompt.application.key_bindings
    prompt.application.key_bindings = merge_key_bindings([own, keys]) if own else keys
    return prompt


def unknown_key(say: Say, refusal: str | None, *, on_enter: bool) -> KeyBindings:
    """Return keys with which ``?``, and Enter if *on_enter*, answers "I don't know yet".

    With a *refusal*, ``?`` says that instead.
    """
    keys = KeyBindings()

    def answer_unknown(event: KeyPressEvent) -> None:
        if refusal is None:
            event.app.exit(result=None)
        else:
            run_in_terminal(partial(say, f"    {refusal}"))

    for key in (*_UNKNOWN_KEYS, *(["c-m"] if on_enter else [])):
        keys.add(key, eager=True)(answer_unknown)
    return keys


def letter_keys(prompt: questionary.Question, values: Mapping[str, str]) -> KeyBindings:
    """Return keys with which a letter answers the list of *prompt*; *values* has the answers."""
    keys = KeyBindings()
    windows = prompt.application.layout.find_all_windows()
    [control] = [window.content for window in windows if isinstance(window.content, InquirerControl)]

    def choose(event: KeyPressEvent, value: str) -> None:
        control.pointed_at = [choice.value for choice in control.choices].index(value)
        control.is_answered = True  # the prompt then shows the title of the choice
        event.app.exit(result=value)

    for letter, value in values.items():
        keys.add(letter, eager=True)(partial(choose, value=value))
    return keys


def answered(prompt: questionary.Question, typed: Callable[[], str | None] = lambda: None) -> Any:
    """Return the answer given at *prompt*.

    If the person leaves the question, the exception carries what *typed* returns: Back or Overview by their
    keys, Stop for Ctrl-C, for a closed terminal and for a request to end the process.
    """
    application = prompt.application

    def leave() -> None:
        if application.is_running and not application.is_done:
            application.exit(exception=KeyboardInterrupt())

    def leave_soon() -> None:
        if application.loop is not None:
            application.loop.call_soon_threadsafe(leave)

    # A request that comes before the prompt runs would find nothing to leave yet.
    application.pre_run_callables.append(lambda: leave() if is_asked_to_end() else None)
    try:
        with waiting(leave_soon):
            return prompt.unsafe_ask()
    except Aside as aside:
        aside.typed = typed()
        raise
    except (KeyboardInterrupt, EOFError, OSError):  # OSError: the terminal was closed
        raise Stop(typed()) from None


class ShowHidden(Processor):
    """Shows the number of each hidden character on a line, such as ``‹U+202E›``; the text does not change."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return the line as it is shown, with the mapping between positions in it and in the text."""
        shown: StyleAndTextTuples = []
        starts = [0]
        for style, letter, *_ in explode_text_fragments(transformation_input.fragments):
            text = visible(letter)
            shown.append((style, text))
            starts.append(starts[-1] + len(text))

        def to_display(position: int) -> int:
            beyond = max(position - len(starts) + 1, 0)
            return starts[min(position, len(starts) - 1)] + beyond

        def to_source(position: int) -> int:
            beyond = max(position - starts[-1], 0)
            return max(bisect_right(starts, position) - 1, 0) + beyond

        return Transformation(shown, to_display, to_source)


def _add_list_keys(
    keys: KeyBindings,
    control: InquirerControl,
    say: Say,
    read: Callable[[str], None] | None,
    refusal: str,
) -> None:
    """Add the keys of a list: Enter takes nothing if nothing matches, the right arrow reads a choice."""

    @keys.add("c-m", eager=True, filter=Condition(lambda: _nothing_matches(control)))
    def _(_: KeyPressEvent) -> None:
        run_in_terminal(partial(say, "    Nothing matches what you typed. Backspace deletes a letter."))

    def go_to_unknown(_: KeyPressEvent) -> None:
        values = [choice.value for choice in control.choices]
        if UNKNOWN_CHOICE.value not in values:
            run_in_terminal(partial(say, f"    {refusal}"))
        elif not control.search_filter:
            control.pointed_at = values.index(UNKNOWN_CHOICE.value)

    for key in _UNKNOWN_KEYS:
        keys.add(key, eager=True)(go_to_unknown)

    if read is not None:

        @keys.add("c-a", eager=True)
        def _(_: KeyPressEvent) -> None:
            _take_all_shown(control)

        @keys.add("right")
        def _(_: KeyPressEvent) -> None:
            run_in_terminal(partial(read, str(control.get_pointed_at().value)))


def _take_all_shown(control: InquirerControl) -> None:
    """Mark every choice that the search shows; if all are marked, take the marks off.

    questionary's own key marks those that the search hides as well.
    """
    shown = [choice.value for choice in control.filtered_choices]
    if all(value in control.selected_options for value in shown):
        control.selected_options = [value for value in control.selected_options if value not in shown]
    else:
        control.selected_options += [value for value in shown if value not in control.selected_options]


def _nothing_matches(control: InquirerControl) -> bool:
    """Return whether no choice has the typed letters. questionary then shows all and Enter takes one."""
    typed = (control.search_filter or "").lower()
    return not any(
        isinstance(choice.title, str) and typed in choice.title.lower() for choice in control.choices
    )


class SearchableTitle(str):
    """A title as it is shown, which a search also finds by its cut-off end, its note and its whole text.

    questionary looks for the typed letters in ``title.lower()`` and nowhere else.
    """

    searched: str

    def __new__(cls, shown: str, choice: Choice) -> "SearchableTitle":
        """Return *shown* as the title of *choice*."""
        title = super().__new__(cls, shown)
        title.searched = f"{shown} {choice.title} {choice.note} {choice.more}".lower()
        return title

    def lower(self) -> str:
        """Return the text that a search looks through."""
        return self.searched
