"""The names of those that a text asks to act."""

from collections.abc import Iterator

from drafter.language.language import Language
from drafter.language.sentences import sentences
from drafter.language.spans import asides, overlaps


def addressees(text: str, language: Language) -> Iterator[tuple[str, ...]]:
    """Yield the names in *text* that may be those of States that are asked to act, together as they stand.

    "Portugal and Spain should act" yields "Portugal and Spain", "Portugal" and "Spain". Names in quotations
    are left out, and so is what another State did: "as Portugal did", "Portugal has shown".
    """
    words = language.review_words().addressees()
    if not words.quick.search(text):
        return
    exempt = asides(text)
    for sentence in sentences(text, language):
        offset = text.index(sentence.text, sentence.start)
        for form in (words.subject, words.object):
            for match in form.finditer(sentence.text):
                names = match["names"]
                start = offset + match.start("names")
                if not overlaps((start, start + len(names)), exempt):
                    yield (names, *words.between.split(names))
