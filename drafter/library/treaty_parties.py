"""The table of treaty parties: who is bound by what, as of which day. A missing row means: not known."""

from collections import defaultdict
from collections.abc import Mapping

from drafter.library.cached import load_data
from drafter.model.packed import PackedValues
from drafter.model.treaty import Membership, Memberships

_GROUP = "treaty parties"


class TreatyParties:
    """The memberships of a table (CSV with a header line)."""

    def __init__(self, table: str) -> None:
        data = load_data(lambda: PackedValues.data_of(read_memberships(table)), "memberships", table, _GROUP)
        self._by_state = PackedValues(Memberships, data)

    def of(self, state: str) -> Mapping[str, Membership]:
        """Return the memberships of the State with code *state*, by treaty; empty if there is none."""
        return self._by_state[state].by_treaty if state in self._by_state else {}


def read_memberships(table: str) -> dict[str, Memberships]:
    """Return the memberships of each State in the CSV text *table*, by its code.

    Raises ValidationError for a row with a wrong status or confidence.
    """
    import csv  # not needed if the table is cached
    import io

    by_state: defaultdict[str, dict[str, Membership]] = defaultdict(dict)
    for row in csv.DictReader(io.StringIO(table)):
        membership = Membership.model_validate({key: row[key] for key in row if key != "state"})
        by_state[row["state"]][membership.treaty] = membership
    return {state: Memberships(by_treaty=memberships) for state, memberships in by_state.items()}
