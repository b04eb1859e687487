"""The table of States under their United Nations names."""

import marshal
from collections.abc import Mapping
from functools import cached_property

from drafter.language.language import Language
from drafter.library.cached import load_data
from drafter.model.packed import PackedValues, pack
from drafter.model.vocabulary import State
from drafter.search import without_accents

_GROUP = "states"


class States:
    """The States of a table (CSV with a header line), in its order."""

    def __init__(self, table: str, language: Language) -> None:
        self._table = table
        self._language = language
        self.by_code: Mapping[str, State] = PackedValues(
            State, load_data(self._packed, "states", table, _GROUP)
        )
        """The States by code."""

    def find(self, name_or_code: str) -> State | None:
        """Return the State with this name or code, in any capitalisation, or ``None``."""
        code = self._codes.get(_plain(name_or_code))
        return None if code is None else self.by_code[code.decode()]

    @cached_property
    def _codes(self) -> dict[str, bytes]:
        kind = f"codes of states by every name, {self._language.code}"
        return load_data(self._codes_by_name, kind, self._table, _GROUP)

    def _packed(self) -> dict[str, bytes]:
        return {code: marshal.dumps(pack(state)) for code, state in read_states(self._table).items()}

    def _codes_by_name(self) -> dict[str, bytes]:
        """Return the code of the State for each plain form of its names.

        If two States share a name, the first one has it.
        """
        codes: dict[str, bytes] = {}
        for state in self.by_code.values():
            without_article = self._language.without_article(state.formal)
            short_name = state.name.partition(" (")[0]  # "Bolivia (Plurinational State of)"
            names = (state.code, state.name, state.in_text, state.formal, without_article, short_name)
            for name in (*names, *state.other_names):
                codes.setdefault(_plain(name), state.code.encode())
        return codes


def _plain(name: str) -> str:
    """Return *name* as names are compared: Antigua & Barbuda, antigua and barbuda."""
    return without_accents(name).replace(" & ", " and ")


def read_states(table: str) -> dict[str, State]:
    """Return the States of the CSV text *table* by code."""
    import csv  # not needed if the States are cached
    import io

    states = {}
    for row in csv.DictReader(io.StringIO(table)):
        names = {language: (row[language], row[f"{language}_formal"]) for language in ("fr", "es")}
        states[row["code"]] = State.model_validate(
            {key: row[key] for key in ("code", "name", "in_text", "formal", "status")}
            | {"names": names}
            | {
                key: tuple(filter(None, (row.get(key) or "").split("|")))
                for key in ("other_names", "search_names")
            }
        )
    return states
