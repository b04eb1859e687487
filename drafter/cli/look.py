"""``drafter look``: say what drafter uses of a Word file, what it adds, and what it leaves out."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from drafter.cli import DONE, exit_as_wrong_usage
from drafter.cli.layout import wrapped
from drafter.cli.streams import print_json
from drafter.compose.sample_pages import TITLE
from drafter.drafting.look_choice import ChosenLook, choose_look
from drafter.drafting.looks import open_look, sample_file
from drafter.language.english import SCREEN
from drafter.library.open_library import library_for
from drafter.model.blocks import Properties
from drafter.text_file import as_argument
from drafter.word.look import Look
from drafter.word.look_summary import LookSummary, Margin, PageSize, summarise

_ORIGINS = {
    "given": "",
    "folder": "The submissions in this folder use it.",
    "profile": "It is in your profile: your submissions use it, unless a folder has its own.",
    "drafter": "It comes with drafter: you have no letterhead of your own here.",
}
"""Where a look comes from, in words."""
_PAGES = {"first": "First page", "even": "Even pages", "default": "Other pages"}
_PAPERS = {(210, 297): "A4", (216, 279): "Letter", (216, 356): "Legal", (148, 210): "A5", (297, 420): "A3"}
"""Names of paper by width and height in millimetres, upright."""
_SIDES = ("top", "right", "bottom", "left")
_LONGEST_TEXT = 60
"""Characters of a header or footer that are shown."""


def run(options: argparse.Namespace) -> int:
    """Check a look, and write its sample pages if wanted; return the exit status.

    Raises DrafterError if the file cannot be a look.
    """
    chosen = choose_look(library_for(), options.file)
    look = open_look(chosen)
    sample = sample_file(look, SCREEN)
    summary = summarise(look)
    if options.pdf:
        _write_pdf(sample, options.pdf)
    if options.json:
        print_json(_data(chosen, look, summary, options.pdf))
        return DONE
    print(f"✓ {look.file} can be used.")
    if origin := _ORIGINS[chosen.origin]:
        print(wrapped(origin))
    for label, text in _rows(look, summary):
        print(wrapped(text, indent=f"  {label:<22}", hanging=" " * 24))
    if options.pdf:
        print(f"✓ {options.pdf}   sample pages")
    print()
    print(_next_step(chosen, sample_wanted=not options.pdf))
    return DONE


def _write_pdf(sample: bytes, target: Path) -> None:
    """Write the Word file *sample* as PDF to *target*.

    Raises DrafterError without LibreOffice, and if drafter did not write an existing file.
    """
    from drafter.formats.pdf import make_pdf
    from drafter.formats.seals import save_sealed

    if target.suffix.lower() != ".pdf":
        exit_as_wrong_usage(f"--pdf: the name of a PDF ends in .pdf.\n    Write: --pdf {target}.pdf")
    save_sealed(make_pdf(sample, Properties(TITLE)), target)


def _rows(look: Look, summary: LookSummary) -> Iterator[tuple[str, str]]:
    """Yield label and text of each line about the look."""
    page = summary.page
    yield "Page", _page(page)
    margins = (f"{number} {side}" for side, number in zip(_SIDES, page[2:], strict=True))
    yield "Margins in mm", SCREEN.listed(list(margins))
    yield "Text", f"{summary.font or 'no typeface named'}, {summary.size:g} points"
    for part in ("header", "footer"):
        yield part.capitalize(), _margins([each for each in summary.margins if each.part == part])
    yield "Page numbers", _page_numbers(look, summary)
    yield "Styles it has", SCREEN.listed(summary.styles) if summary.styles else "none that drafter uses"
    if look.filled_styles:
        yield "Styles drafter adds", SCREEN.listed(look.filled_styles)
    if look.filled_lists:
        yield "Lists drafter adds", f"for {SCREEN.listed(look.filled_lists)}"
    if look.removed:
        yield "Left out", SCREEN.listed(look.removed)
    if look.unused:
        advice = "Move what each page should show to the header."
        yield "In the body", f"{SCREEN.listed(look.unused)}; not printed. {advice}"


def _page(page: PageSize) -> str:
    upright = (min(page.width, page.height), max(page.width, page.height))
    name = f"{_PAPERS[upright]}, " if upright in _PAPERS else ""
    position = "upright" if page.height >= page.width else "on its side"
    return f"{name}{page.width} × {page.height} mm, {position}"


def _margins(margins: list[Margin]) -> str:
    """Return what headers or footers show, on which pages: ``First page: “Street 1”, 1 picture.``"""
    if not margins:
        return "none"
    if len(margins) == 1 and margins[0].pages == "default":
        return f"{_content(margins[0])}."
    first_to_last = sorted(margins, key=lambda margin: list(_PAGES).index(margin.pages))
    return " ".join(f"{_PAGES[margin.pages]}: {_content(margin)}." for margin in first_to_last)


def _content(margin: Margin) -> str:
    text = margin.text if len(margin.text) <= _LONGEST_TEXT else f"{margin.text[:_LONGEST_TEXT]}…"
    content = [f"“{text}”"] if text else []
    if margin.pictures:
        content.append(SCREEN.counted(margin.pictures, "picture"))
    return ", ".join(content) or "empty"


def _page_numbers(look: Look, summary: LookSummary) -> str:
    if look.filled_page_numbers:
        return "in a footer that drafter adds"
    if summary.page_numbers:
        return "yes"
    return "none. Some bodies want them: insert them in Word, in the header or footer."


def _next_step(chosen: ChosenLook, *, sample_wanted: bool) -> str:
    """Return what the author can do next."""
    file = as_argument(chosen.file)
    lines = []
    if sample_wanted:
        lines.append(f"To see sample pages:           drafter look check {file} --pdf sample.pdf")
    if chosen.origin == "given":
        lines.append(f"To use it once:                drafter build ANSWERS.yaml --look {file}")
        lines.append(f"To use it for all submissions: drafter profile --look {file}")
    return "\n".join(lines)


def _data(chosen: ChosenLook, look: Look, summary: LookSummary, pdf: Path | None) -> dict[str, object]:
    return {
        "file": look.file,
        "origin": chosen.origin,
        "page_mm": summary.page._asdict(),
        "font": summary.font,
        "size": summary.size,
        "margins": [
            {"part": each.part, "pages": each.pages, "text": each.text, "pictures": each.pictures}
            for each in summary.margins
        ],
        "page_numbers": "added" if look.filled_page_numbers else summary.page_numbers,
        "styles": list(summary.styles),
        "filled_in": [*look.filled_styles, *look.filled_lists],
        "left_out": list(look.removed),
        "not_printed": list(look.unused),
        "pdf": str(pdf) if pdf else None,
    }
