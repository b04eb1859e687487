"""The table of States under their United Nations names."""

import marshal
from collections.abc import Mapping

from drafter.language.language import Language
from drafter.library.kept import kept_data
from drafter.model.packed import PackedValues, pack
from drafter.model.vocabulary import State
from drafter.search import without_accents

_GROUP = "states"


class States:
    """The States of a table (CSV with a header), in its order."""

    def __init__(self, table: str, language: Language) -> None:
        self._table = table
        self._language = language
        self.by_code: Mapping[str, State] = PackedValues(
            State, kept_data(self._packed, "states", table, _GROUP)
        )
        """The States by code."""

    def find(self, given: str) -> State | None:
        """Return the State with the code or name *given*, however it is capitalised, or ``None``."""
        kind = f"codes of states by name, {self._language.code}"
        codes = kept_data(self._codes_by_name, kind, self._table, _GROUP)
        code = codes.get(without_accents(given))
        return None if code is None else self.by_code[code.decode()]

    def _packed(self) -> dict[str, bytes]:
        return {code: marshal.dumps(pack(state)) for code, state in read_states(self._table).items()}

    def _codes_by_name(self) -> dict[str, bytes]:
        """Return the code of the State for each of its names, as a name is compared; the first one's."""
        codes: dict[str, bytes] = {}
        for state in self.by_code.values():
            bare = self._language.without_article(state.formal)
            names = (state.code, state.name, state.in_text, state.formal, bare)
            for name in names:
                codes.setdefault(without_accents(name), state.code.encode())
        return codes


def read_states(table: str) -> dict[str, State]:
    """Return the States of *table* by code."""
    import csv  # not needed where the cache has them
    import io

    states = {}
    for row in csv.DictReader(io.StringIO(table)):
        names = {language: (row[language], row[f"{language}_formal"]) for language in ("fr", "es")}
        states[row["code"]] = State.model_validate(
            {key: row[key] for key in ("code", "name", "in_text", "formal", "status")} | {"names": names}
        )
    return states
