"""What the body of a look holds. drafter prints none of it, so the author is told."""

from docx.oxml.ns import qn

from drafter.language.language import Language
from drafter.word.bundled_look import bundled_root
from drafter.word.xml_tree import Element, W

_IMPORTED = f"{W}altChunk"
"""A file of another format that Word turns into text when it opens the document."""
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")


def unused_content(main: Element, language: Language) -> tuple[str, ...]:
    """Return phrases that say what the body of *main* holds: ``12 words of text``, ``a picture``.

    Sentences of the bundled look do not count: most looks begin as a copy of it.
    """
    body = main.find(f"{W}body")
    if body is None:
        return ()
    known = {_text(paragraph) for paragraph in bundled_root("document").iter(f"{W}p")}
    texts = [_text(paragraph) for paragraph in body.iter(f"{W}p")]
    words = sum(len(text.split()) for text in texts if text not in known)
    pictures = len(list(body.iter(*_PICTURES)))
    phrases = [language.counted(words, "word")] if words else []
    if pictures:
        several = f"{language.number_in_words(pictures)} pictures"
        phrases.append("a picture" if pictures == 1 else several)
    if next(body.iter(_IMPORTED), None) is not None:
        phrases.append("an imported file")
    return tuple(phrases)


def _text(paragraph: Element) -> str:
    """Return the text of *paragraph*, without that of a text box in it, which has its own paragraphs."""
    texts = (text for text in paragraph.iter(qn("w:t")) if next(text.iterancestors(f"{W}p")) is paragraph)
    return "".join(text.text or "" for text in texts).strip()
