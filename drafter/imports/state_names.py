"""The names of States in brackets and lists, in the spellings of thirty years of documents."""

import re
from collections.abc import Callable

from drafter.patterns import pattern

OTHER_NAMES = frozenset({
    "china, people's republic of", "d. r. congo", "fyr macedonia", "iran (islamic rep. of)",
    "micronesia, federated states of", "netherlands (the)", "palestine, state of", "republic of cape verde",
    "republic of macedonia", "serbia and montenegro", "viet-nam", "zaire",
})  # fmt: skip
"""Names of States in documents and databases that the table of States does not have."""

_SEPARATOR = pattern(r"\s*(?:[,;/&]|\band\b)\s*", re.IGNORECASE)
_ON_BEHALF = pattern(r",?\s*\bon\s+behalf\s+of\b", re.IGNORECASE)
_LONGEST_NAME = 4
"""The most pieces that separators cut a name into: "Great Britain", "Northern Ireland", and two more."""
_MOST_CHARACTERS = 4_000
"""Of a list of States: all 193 have about 2,500."""


class StateNames:
    """Knows which texts are names of States. *find* returns the State with a name of today, or ``None``."""

    def __init__(self, find: Callable[[str], object | None]) -> None:
        self._find = find
        self._known: dict[str, bool] = {}

    def is_name(self, text: str) -> bool:
        """Return whether *text* is the name of one State."""
        plain = " ".join(text.split()).replace("’", "'").rstrip(".").casefold()
        if plain not in self._known:
            self._known[plain] = self._look_up(plain)
        return self._known[plain]

    def listed(self, text: str) -> tuple[str, ...]:
        """Return the names in *text* as they are written, or nothing if it is anything but a list of States.

        A group belongs to the State that speaks for it: "Tunisia, on behalf of the African Group".
        """
        if len(text) > _MOST_CHARACTERS:
            return ()
        match = _ON_BEHALF.search(text)
        names, group = (text[: match.start()], text[match.start() :]) if match else (text, "")
        states = self._split(names)
        return (*states[:-1], states[-1] + group.rstrip()) if states else ()

    def _split(self, text: str) -> tuple[str, ...]:
        """Return the names in *text*. "And" may be a part of a name, so longer names are tried first."""
        ends = [(match.start(), match.end()) for match in _SEPARATOR.finditer(text)]
        starts = [0, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(text)]
        names: list[str] = []
        piece = 0
        while piece < len(starts):
            if piece and not text[starts[piece] : stops[piece]].strip():
                piece += 1  # ", and", or a comma at the end
                continue
            for last in range(min(piece + _LONGEST_NAME, len(starts)) - 1, piece - 1, -1):
                name = text[starts[piece] : stops[last]].strip()
                if self.is_name(name):
                    names.append(name)
                    piece = last + 1
                    break
            else:
                return ()
        return tuple(names)

    def _look_up(self, plain: str) -> bool:
        without_article = plain.removeprefix("the ")
        return any(
            name in OTHER_NAMES or (len(name) > _CODE and self._find(name) is not None)
            for name in (plain, without_article)
        )


_CODE = 3
"""The letters of a State's code. "(AND)" and "(PAN)" at the end of a sentence are abbreviations."""
