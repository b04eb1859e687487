"""The words by which a theme is searched: its own, and those of its clauses."""

from functools import lru_cache

from drafter.library.cached import load_data
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE
from drafter.patterns import pattern

_FIELD_OR_TAG = pattern(r"\{[{%].*?[%}]\}")
_WORD = pattern(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")
_GROUP = "words of themes"


@lru_cache(maxsize=4)
def words_of_themes(library: Library) -> dict[str, str]:
    """Return by each theme the words of its vocabulary, and of the titles and texts of its clauses."""
    own = {name: " ".join(theme.words) for name, theme in library.themes.themes.items()}
    texts = [(clause.head.themes, _text(clause)) for clause in library.all_clauses()[0]]
    data = load_data(lambda: _words(own, texts), "words", repr((own, texts)), _GROUP)
    return {name: words.decode() for name, words in data.items()}


def _text(clause: Clause) -> str:
    """Return the title, the texts and the questions of *clause*."""
    asks = " ".join(ask.ask for ask in clause.questions)
    return f"{clause.head.title} {clause.text} {clause.head.general} {asks}"


def _words(own: dict[str, str], texts: list[tuple[tuple[str, ...], str]]) -> dict[str, bytes]:
    """Return the words of each theme: its *own*, and those of the *texts* of its clauses, each once."""
    words = {name: dict.fromkeys(text.split()) for name, text in own.items()}
    for themes, text in texts:
        of_text = _WORD.findall(_FIELD_OR_TAG.sub(" ", NOTE.sub(" ", text)).lower())
        for theme in themes:
            if theme in words:
                words[theme].update(dict.fromkeys(of_text))
    return {name: " ".join(known).replace("*", "").encode() for name, known in words.items()}
