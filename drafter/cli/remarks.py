"""The remarks on a draft as commands print them: in sentences, without codes, the most severe first."""

from collections.abc import Sequence

from drafter.cli.layout import wrapped
from drafter.language.english import SCREEN
from drafter.model.remark import Remark

_HEADINGS = {"error": "Correct before the final version", "warning": "Please check", "note": "Good to know"}
_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold"}


def remarks_in_words(
    remarks: Sequence[Remark], *, wrap: bool = True, file: str = ""
) -> list[tuple[str, str]]:
    """Return texts and their styles: a heading for each level of *remarks*, and a text for each remark.

    Without *wrap* a remark is one line, however long, for a pipe. The headings name the *file*, if any.
    """
    lines: list[tuple[str, str]] = []
    for level, heading in _HEADINGS.items():
        of_level = [remark for remark in remarks if remark.level == level]
        if of_level:
            title = f"{heading} ({len(of_level)}){f', {file}' if file else ''}:"
            lines.append((f"\n{wrapped(title) if wrap else title}", _STYLES[level]))
            lines += [(bullet(in_words(remark), wrap=wrap), "") for remark in of_level]
    return lines


def in_words(remark: Remark) -> str:
    """Return *remark* in a sentence or two: the place, the fault and the remedy."""
    place = f"{remark.place}:" if remark.place else ""
    return " ".join(part for part in (place, remark.text, remark.remedy) if part)


def bullet(text: str, *, wrap: bool = True) -> str:
    """Return *text* as a list item, on one line unless it should *wrap*."""
    return wrapped(text, "  • ", "    ") if wrap else f"  • {text}"


def open_count(remarks: Sequence[Remark]) -> str:
    """Return how many things are open: "1 thing is open", "3 things are open"."""
    return f"{SCREEN.counted(len(remarks), 'thing')} {'is' if len(remarks) == 1 else 'are'} open"


def remarks_as_data(remarks: Sequence[Remark]) -> list[dict[str, str]]:
    """Return *remarks* for JSON, with their codes."""
    return [
        {
            "code": remark.code,
            "level": remark.level,
            "place": remark.place,
            "text": remark.text,
            "remedy": remark.remedy,
        }
        for remark in remarks
    ]
