"""Errors that the user can correct. Everything else is a bug and keeps its traceback."""

from collections.abc import Iterable

from drafter.frozen import frozen


@frozen
class Fault:
    """One thing to correct: the file, the place in it, what is wrong, what to do.

    *place* is in words (``line 12, organisations › 1 › role``); *file* and *place* may be empty.
    """

    fault: str
    remedy: str = ""
    file: str = ""
    place: str = ""

    def __str__(self) -> str:
        parts = (_shortened(part) for part in (self.file, self.place) if part)
        where, fault = ", ".join(parts), _shortened(self.fault)
        text = f"{where}: {fault}" if where else fault
        return f"{text}\n    {_shortened(self.remedy)}" if self.remedy else text


_LONGEST = 1000
"""The most characters of a part that quotes the user's text; more would fill the screen."""


def _shortened(text: str) -> str:
    """Return *text*, with its middle left out if it is too long to read."""
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} … {text[-half:]}"


class DrafterError(Exception):
    """Something that the user can correct. It holds every fault, not just the first."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Refused(DrafterError):
    """drafter does it only on request, because it would overwrite a file or break a rule."""


class Stopped(DrafterError):
    """The user stopped, or there is no terminal for questions. All answers so far are saved."""


class InterviewStopped(Stopped):
    """The user stopped an interview; the remedy is the command that goes on with it."""
