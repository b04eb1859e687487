"""The words of a draft and of its sections, as ``drafter preview`` prints them."""

from drafter.cli.layout import table
from drafter.cli.screen_width import width
from drafter.drafting.pipeline import ReviewedDraft
from drafter.language.english import SCREEN
from drafter.markup.count import document_sections


def count_rows(reviewed: ReviewedDraft) -> list[str]:
    """Return a row for each section with its words."""
    return table(section_counts(reviewed)).split("\n")


def section_counts(reviewed: ReviewedDraft) -> list[tuple[str, str]]:
    """Return the title of each section and its word count, the counts aligned to the right."""
    counted = document_sections(reviewed.draft.document)
    counts = [f"{section.total:,}" for section in counted]
    widest = max(map(len, counts), default=0)
    longest = width() - widest - 4
    titles = (f"{'  ' * (section.level - 1)}{section.title or 'Title page'}" for section in counted)
    return [
        (title if len(title) <= longest else f"{title[: longest - 1]}…", count.rjust(widest))
        for title, count in zip(titles, counts, strict=True)
    ]


def total_in_words(reviewed: ReviewedDraft) -> str:
    """Return the word count of the whole document, and whether it includes the notes."""
    count = len(reviewed.draft.document.notes)
    if not count:
        return f"Total: {reviewed.length}."
    notes = f"{reviewed.length.notes:,} in {SCREEN.counted(count, 'note')}"
    match reviewed.length.notes_counted:
        case True:
            how = "included"
        case False:
            how = "not included"
        case _:
            how = "the rules do not say whether they count"
    return f"Total: {reviewed.length}; {notes} ({how})."
