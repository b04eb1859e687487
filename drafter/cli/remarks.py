"""Remarks as every command prints them: in sentences, the most severe first, the waived ones last."""

from collections.abc import Iterator, Sequence

from drafter.answers.paths import dotted
from drafter.cli.layout import wrapped
from drafter.drafting.checked_file import FAULTY
from drafter.drafting.name_remarks import REAL_NAME_IN_FILE
from drafter.language.english import SCREEN
from drafter.model.remark import Remark

HEADINGS = {
    "error": "Correct first: it may be refused, or somebody may be harmed",
    "warning": "Please check",
    "note": "Good to know",
}
DECIDE_FIRST = frozenset({REAL_NAME_IN_FILE.code})
"""The codes of remarks that stop nothing, but that nobody may overlook: they are in the first group."""
DECIDE = "Correct or decide first"
UNREADABLE = "Cannot be read"
WAIVED = "Left as it is, for your reason"
_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold"}


def remarks_in_words(
    remarks: Sequence[Remark], *, wrap: bool = True, file: str = "", codes: bool = False
) -> list[tuple[str, str]]:
    """Return texts and their styles: a heading for each level of *remarks*, and a text for each remark.

    Waived remarks come last, with the author's reason. Without *wrap* a remark is one line, however long, for
    a pipe. The headings name the *file*, if any. With *codes* each remark ends with its code.
    """
    lines: list[tuple[str, str]] = []
    for heading, style, group in _groups(remarks):
        title = f"{heading} ({len(group)}){f', {file}' if file else ''}:"
        lines.append((f"\n{wrapped(title) if wrap else title}", style))
        for remark in group:
            code = f" [{remark.code}]" if codes else ""
            lines.append((bullet(f"{in_words(remark)}{code}", wrap=wrap), ""))
    return lines


def _groups(remarks: Sequence[Remark]) -> Iterator[tuple[str, str, list[Remark]]]:
    """Yield the heading, the style and the remarks of each group that has any."""
    faulty = [remark for remark in remarks if remark.code == FAULTY.code]
    if faulty:
        yield UNREADABLE, _STYLES["error"], faulty
    others = [remark for remark in remarks if remark not in faulty and not remark.waived]
    for level, heading in HEADINGS.items():
        group = [remark for remark in others if group_of(remark) == level]
        if group:
            decides = any(remark.code in DECIDE_FIRST for remark in group)
            yield heading.replace("Correct first", DECIDE) if decides else heading, _STYLES[level], group
    waived = [remark for remark in remarks if remark.waived]
    if waived:
        yield WAIVED, "bold", waived


def group_of(remark: Remark) -> str:
    """Return the level under whose heading *remark* is printed."""
    return "error" if remark.code in DECIDE_FIRST else remark.level


def in_words(remark: Remark) -> str:
    """Return *remark* in a sentence or two: the place, the fault, and the remedy or why it was waived."""
    place = f"{remark.place}:" if remark.place else ""
    last = f"Your reason: {remark.waived}" if remark.waived else remark.remedy
    return " ".join(part for part in (place, remark.text, last) if part)


def bullet(text: str, *, wrap: bool = True) -> str:
    """Return *text* as a list item, on one line unless it should *wrap*."""
    return wrapped(text, "  • ", "    ") if wrap else f"  • {text}"


def open_count(remarks: Sequence[Remark]) -> str:
    """Return how many things are open: "1 thing is open", "3 things are open"."""
    return f"{SCREEN.counted(len(remarks), 'thing')} {'is' if len(remarks) == 1 else 'are'} open"


def shares_in_words(library: float | None, own: float | None) -> str:
    """Return how much of a text is whose: "62 % from the library, 30 % your own, 8 % headings and names".

    Returns ``""`` where the share of the library is not known.
    """
    if library is None:
        return ""
    first = f"{round(100 * library)} % from the library"
    if own is None:
        return first
    second = min(round(100 * own), 100 - round(100 * library))
    rest = 100 - round(100 * library) - second
    return f"{first}, {second} % your own" + (f", {rest} % headings and names" if rest else "")


def remarks_as_data(remarks: Sequence[Remark]) -> list[dict[str, str | None]]:
    """Return *remarks* for JSON, with their codes."""
    return [
        {
            "code": remark.code,
            "level": remark.level,
            "place": remark.place,
            "path": dotted(remark.path),
            "text": remark.text,
            "remedy": remark.remedy,
            "waived": remark.waived or None,
        }
        for remark in remarks
    ]
