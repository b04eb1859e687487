"""Waivers: remarks that the author has read and leaves as they are, with a reason."""

from collections.abc import Iterable, Iterator

from drafter.answers.paths import dotted
from drafter.drafting.checked_file import FAULTY
from drafter.frozen import replaced
from drafter.model.answers import Waiver
from drafter.model.remark import Remark, RemarkType

UNUSED = RemarkType(
    "waiver-unused",
    "form",
    "note",
    "A waiver names a remark that there is.",
    "A waiver that is no longer needed would hide the next remark of its kind.",
    bad="waive:\n  - {code: recommendation-weak, reason: The coalition agreed on this wording.}",
    good="waive: []",
)
TYPES = (UNUSED,)
NEVER_WAIVED = (
    "real-name-",
    "part-of-name-",
    "pseudonym-",
    "private-file",
    "case-told-",
    "gap",
    "file-faulty",
)
"""The beginnings of the codes that no waiver covers: somebody could be harmed, or the text is unfinished."""


def can_be_waived(code: str) -> bool:
    """Return whether a waiver can cover the remarks with *code*."""
    return code not in (UNUSED.code, FAULTY.code) and not code.startswith(NEVER_WAIVED)


def with_waivers(remarks: Iterable[Remark], waivers: Iterable[Waiver]) -> Iterator[Remark]:
    """Yield *remarks*, the waived ones with their reason, and a note on each waiver that covers none."""
    left = list(waivers)
    unused = dict.fromkeys(range(len(left)))
    for remark in remarks:
        number = next((n for n, waiver in enumerate(left) if _covers(waiver, remark)), None)
        if number is None:
            yield remark
        else:
            unused.pop(number, None)
            yield replaced(remark, waived=left[number].reason)
    for number in unused:
        waiver = left[number]
        waivable = can_be_waived(waiver.code)
        yield UNUSED.remark(
            f"the waiver of {waiver.code}",
            "There is no such remark." if waivable else "This remark cannot be waived.",
            "Remove the waiver, or correct its code or its place (where)."
            if waivable
            else "Correct what the remark is about, and remove the waiver.",
            path=("waive", number),
        )


def _covers(waiver: Waiver, remark: Remark) -> bool:
    """Return whether *waiver* is about *remark*: its code, and its path or its place if one is named."""
    if waiver.code != remark.code or remark.code.startswith(NEVER_WAIVED):
        return False
    where = (waiver.where or "").strip()
    path = dotted(remark.path)
    return where in ("", remark.place, path) or path.startswith(f"{where}.")
