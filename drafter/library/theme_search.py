"""The words by which a theme is searched: its own, and those of its clauses."""

from collections import Counter
from functools import lru_cache, partial

from drafter.library.cached import load_data
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE
from drafter.patterns import pattern

_FIELD_OR_TAG = pattern(r"\{[{%].*?[%}]\}")
_WORD = pattern(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")
_GROUP = "words of themes"
_MOST = 9
"""Beyond that, a longer list of clauses would say more than what a theme is about."""


@lru_cache(maxsize=4)
def words_of_themes(library: Library) -> dict[str, tuple[str, ...]]:
    """Return by each theme the words of its vocabulary, of the titles of its clauses, and of their texts.

    A word of the clauses is there as often as they have it, up to ``_MOST`` times.
    """
    themes = tuple(library.themes.themes)
    clauses = library.all_clauses()[0]
    titles = [(clause.head.themes, clause.head.title) for clause in clauses]
    texts = [(clause.head.themes, _text(clause)) for clause in clauses]
    by_level = [
        load_data(partial(_words, themes, level), "words", repr((themes, level)), _GROUP)
        for level in (titles, texts)
    ]
    own = {name: " ".join(theme.words).replace("*", "") for name, theme in library.themes.themes.items()}
    return {name: (text, *(words[name].decode() for words in by_level)) for name, text in own.items()}


def _text(clause: Clause) -> str:
    """Return the texts and the questions of *clause*."""
    asks = " ".join(ask.ask for ask in clause.questions)
    return f"{clause.text} {clause.head.general} {asks}"


def _words(names: tuple[str, ...], texts: list[tuple[tuple[str, ...], str]]) -> dict[str, bytes]:
    """Return the words that the *texts* of each of the themes *names* have, the most frequent first."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    for themes, text in texts:
        of_text = _WORD.findall(_FIELD_OR_TAG.sub(" ", NOTE.sub(" ", text)).lower())
        for theme in themes:
            if theme in counts:
                counts[theme].update(of_text)
    return {
        name: " ".join(f"{word} " * min(count, _MOST) for word, count in counter.items()).encode()
        for name, counter in counts.items()
    }
