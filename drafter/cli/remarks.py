"""The remarks on a draft as a person reads them: in words, without codes, the gravest first."""

from collections.abc import Sequence

from drafter.cli.shared import wrapped
from drafter.language.english import SCREEN
from drafter.model.remark import Remark

_HEADINGS = {"error": "To put right before it is final", "warning": "To look at", "note": "Good to know"}
_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold"}


def remarks_in_words(remarks: Sequence[Remark], *, wrap: bool = True, of: str = "") -> list[tuple[str, str]]:
    """Return the texts that tell *remarks*, with their styles: headings, and one for each remark.

    Without *wrap* a remark is one line, however long, for a pipe. The headings name the file that the remarks
    are *of*.
    """
    lines: list[tuple[str, str]] = []
    for level, heading in _HEADINGS.items():
        found = [remark for remark in remarks if remark.level == level]
        if found:
            title = f"{heading} ({len(found)}){f', {of}' if of else ''}:"
            lines.append((f"\n{wrapped(title) if wrap else title}", _STYLES[level]))
            lines += [(bullet(in_words(remark), wrap=wrap), "") for remark in found]
    return lines


def in_words(remark: Remark) -> str:
    """Return *remark* as a sentence or two: where, what, and what to do."""
    where = f"{remark.place}:" if remark.place else ""
    return " ".join(part for part in (where, remark.text, remark.remedy) if part)


def bullet(text: str, *, wrap: bool = True) -> str:
    """Return *text* as an item of a list, in one line where it is not to *wrap*."""
    return wrapped(text, "  • ", "    ") if wrap else f"  • {text}"


def counted(remarks: Sequence[Remark]) -> str:
    """Return how many things are open, as words."""
    return f"{SCREEN.counted(len(remarks), 'thing')} {'is' if len(remarks) == 1 else 'are'} open"


def remarks_as_data(remarks: Sequence[Remark]) -> list[dict[str, str]]:
    """Return *remarks* for JSON, with the codes by which a script knows them."""
    return [
        {"code": one.code, "level": one.level, "place": one.place, "text": one.text, "remedy": one.remedy}
        for one in remarks
    ]
