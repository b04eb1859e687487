"""The table of States under their United Nations names."""

import csv
import io

from drafter.language.language import Language
from drafter.model.vocabulary import State
from drafter.search import plain


def read_states(text: str) -> dict[str, State]:
    """Return the States of the table *text* (CSV with a header), by code, in its order."""
    states = {}
    for row in csv.DictReader(io.StringIO(text)):
        names = {language: (row[language], row[f"{language}_formal"]) for language in ("fr", "es")}
        states[row["code"]] = State.model_validate(
            {key: row[key] for key in ("code", "name", "in_text", "formal", "status")} | {"names": names}
        )
    return states


def find_state(states: dict[str, State], given: str, language: Language) -> State | None:
    """Return the State with the code or name *given*, however it is capitalised, or ``None``."""
    wanted = plain(given)
    for state in states.values():
        names = (state.code, state.name, state.in_text, state.formal, language.without_article(state.formal))
        if wanted in map(plain, names):
            return state
    return None
