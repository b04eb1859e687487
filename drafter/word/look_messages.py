"""What the author is told about a look: what was removed, what was filled in, what is not printed."""

from drafter.language.language import Language
from drafter.word.look import Look
from drafter.word.removals import removal_message


def look_messages(look: Look, language: Language) -> list[str]:
    """Return sentences about the *look* that was used: none for one that is complete and clean."""
    messages = (
        removal_message(look.file, look.removed, language),
        _styles_message(look, language),
        _lists_message(look, language),
        _footer_message(look),
        _unused_message(look, language),
    )
    return [message for message in messages if message]


def _styles_message(look: Look, language: Language) -> str:
    """Return a sentence that names the styles that come from the bundled look; ``""`` if none does."""
    if not look.filled_styles:
        return ""
    count = len(look.filled_styles)
    styles = "a style" if count == 1 else f"{language.number_in_words(count)} styles"
    names = language.listed(look.filled_styles)
    return f"The letterhead {look.file} lacks {styles}, which drafter took from its own look: {names}."


def _lists_message(look: Look, language: Language) -> str:
    if not look.filled_lists:
        return ""
    have = "this style has" if len(look.filled_lists) == 1 else "these styles have"
    names = language.listed(look.filled_lists)
    return f"In the letterhead {look.file} {have} no list, so drafter used its own: {names}."


def _footer_message(look: Look) -> str:
    if not look.filled_page_numbers:
        return ""
    return f"The letterhead {look.file} has no footer, so drafter added one with page numbers."


def _unused_message(look: Look, language: Language) -> str:
    if not look.unused:
        return ""
    content = language.listed(look.unused)
    return (
        f"The body of the letterhead {look.file} holds {content}, which drafter does not print. "
        "What each page should show belongs in the header or footer."
    )
