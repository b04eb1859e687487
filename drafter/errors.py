"""What the user can put right. Everything else is a bug and keeps its traceback."""

from collections.abc import Iterable

from drafter.frozen import frozen


@frozen
class Fault:
    """One thing to put right: the file, the place in it, what is wrong, what to do.

    *place* is words for a person (``line 12, organisations › 1 › role``); *file* and *place* may be empty.
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
"""Letters of a message that repeats what somebody wrote: the rest would push all else off the screen."""


def _shortened(text: str) -> str:
    """Return *text*, without its middle where it is too long to be read."""
    half = _LONGEST // 2
    return text if len(text) <= _LONGEST else f"{text[:half]} … {text[-half:]}"


class DrafterError(Exception):
    """Something the user can put right. Holds every fault that was found, never only the first."""

    def __init__(self, faults: Fault | Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class Refused(DrafterError):
    """drafter could do it but will not without being told to: a file would be lost, a rule broken."""


class Stopped(DrafterError):
    """The person stopped, or there is no terminal to ask on. Everything answered so far is saved."""
