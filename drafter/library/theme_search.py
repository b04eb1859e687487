"""The words by which a theme is searched: its own, and those of its clauses."""

from functools import lru_cache

from drafter.library.library import Library
from drafter.model.note_marks import NOTE
from drafter.patterns import pattern

_FIELD_OR_TAG = pattern(r"\{[{%].*?[%}]\}")
_WORD = pattern(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")


@lru_cache(maxsize=4)
def words_of_themes(library: Library) -> dict[str, str]:
    """Return by each theme the words of its vocabulary, and of the titles and texts of its clauses."""
    words = {
        name: dict.fromkeys(" ".join(theme.words).split()) for name, theme in library.themes.themes.items()
    }
    for clause in library.all_clauses()[0]:
        text = _FIELD_OR_TAG.sub(
            " ", NOTE.sub(" ", f"{clause.head.title} {clause.text} {clause.head.general}")
        )
        asks = " ".join(ask.ask for ask in clause.questions)
        for theme in clause.head.themes:
            if theme in words:
                words[theme].update(dict.fromkeys(_WORD.findall(f"{text} {asks}".lower())))
    return {name: " ".join(known).replace("*", "") for name, known in words.items()}
