"""What questionary's prompts lack: keys to go back and look over, to read, to say "I don't know yet"."""

from bisect import bisect_right
from collections.abc import Callable
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
from drafter.terminal.keyboard import is_asked_to_end, waiting

UNKNOWN_CHOICE = Choice(value="\x00unknown", title="I don't know yet")
"""Stands last in a list where that may be answered."""
HEIGHT = 10
"""Lines of a list: more would leave no room on a screen of 24 lines for the help, or for what is read."""

Say = Callable[[str], None]


def keyed(
    prompt: questionary.Question,
    say: Say,
    read: Callable[[str], None] | None = None,
    *,
    ends_text: bool = True,
    refusal: str = "",
) -> questionary.Question:
    """Return *prompt* with the keys for back and overview, and with the right arrow calling *read*.

    *refusal* is said where "I don't know yet" is typed in a list that does not offer it.
    """
    keys = KeyBindings()

    @keys.add("c-b", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=Back())

    @keys.add("c-o", eager=True)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=Overview())

    for window in prompt.application.layout.find_all_windows():
        if isinstance(window.content, InquirerControl):
            # A list as high as the screen would push the help off it, and leave its lines in the scroll-back.
            window.height = Dimension(max=HEIGHT)
            _add_list_keys(keys, window.content, say, read, refusal)
            ends_text = False
    if not ends_text:
        # Esc, then Enter, ends a long text; out of habit it comes here too, and would end the prompt empty.
        keys.add("escape", "enter", eager=True)(lambda _: None)
        # The end of the input stops here too; on a line that is typed it deletes a letter.
        keys.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError()))

    known = prompt.application.key_bindings
    prompt.application.key_bindings = merge_key_bindings([known, keys]) if known else keys
    return prompt


def answered(prompt: questionary.Question, typed: Callable[[], str | None] = lambda: None) -> Any:
    """Return the answer given at *prompt*.

    Where the question is left instead, what *typed* gives goes along: Back and Overview at the person's wish;
    Stop for Ctrl-C, for a terminal that was closed and for a request to end the process.
    """
    application = prompt.application

    def leave() -> None:
        if application.is_running and not application.is_done:
            application.exit(exception=KeyboardInterrupt())

    def leave_soon() -> None:
        if application.loop is not None:
            application.loop.call_soon_threadsafe(leave)

    # A request between here and the first key would find no prompt that could be left yet.
    application.pre_run_callables.append(lambda: leave() if is_asked_to_end() else None)
    try:
        with waiting(leave_soon):
            return prompt.unsafe_ask()
    except Aside as aside:
        aside.typed = typed()
        raise
    except (KeyboardInterrupt, EOFError, OSError):  # OSError: there is no terminal any more to write to
        raise Stop(typed()) from None


class ShowHidden(Processor):
    """Shows by its number, on a line that is typed, each character that would be hidden or would hide others.

    The text itself stays as it is.
    """

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return the line as it is shown, and which place in it belongs to which in the text."""
        shown: StyleAndTextTuples = []
        starts = [0]
        for style, letter, *_ in explode_text_fragments(transformation_input.fragments):
            words = visible(letter)
            shown.append((style, words))
            starts.append(starts[-1] + len(words))

        def to_display(place: int) -> int:
            beyond = max(place - len(starts) + 1, 0)
            return starts[min(place, len(starts) - 1)] + beyond

        def to_source(place: int) -> int:
            beyond = max(place - starts[-1], 0)
            return max(bisect_right(starts, place) - 1, 0) + beyond

        return Transformation(shown, to_display, to_source)


def _add_list_keys(
    keys: KeyBindings,
    control: InquirerControl,
    say: Say,
    read: Callable[[str], None] | None,
    refusal: str,
) -> None:
    """Add the keys of a list: Enter takes nothing where nothing fits, the right arrow reads one whole."""

    @keys.add("c-m", eager=True, filter=Condition(lambda: _nothing_fits(control)))
    def _(_: KeyPressEvent) -> None:
        run_in_terminal(partial(say, "    Nothing fits what you typed. Backspace takes a letter away."))

    @keys.add(UNKNOWN, eager=True)
    @keys.add("？", eager=True)
    def _(_: KeyPressEvent) -> None:
        places = [at for at, one in enumerate(control.choices) if one.value == UNKNOWN_CHOICE.value]
        if not places:
            run_in_terminal(partial(say, f"    {refusal}"))
        elif not control.search_filter:
            control.pointed_at = places[0]

    if read is not None:

        @keys.add("right")
        def _(_: KeyPressEvent) -> None:
            run_in_terminal(partial(read, str(control.get_pointed_at().value)))


def _nothing_fits(control: InquirerControl) -> bool:
    """Return whether letters were typed that no choice has; questionary then shows, and would take, any."""
    typed = (control.search_filter or "").lower()
    return not any(isinstance(one.title, str) and typed in one.title.lower() for one in control.choices)


class Searched(str):
    """A title as it is shown, in which a search finds all that was cut off or stands behind it.

    questionary looks for the typed letters in ``title.lower()`` and has no other place for them.
    """

    whole: str

    def __new__(cls, shown: str, one: Choice) -> "Searched":
        """Return *shown* as the title of *one*."""
        made = super().__new__(cls, shown)
        made.whole = f"{shown} {one.title} {one.note} {one.more}".lower()
        return made

    def lower(self) -> str:
        """Return what is searched."""
        return self.whole
