"""The changes that an interview can undo, read from the file beside the answers and cleaned of people."""

from drafter.answers.history_file import histories_nearby, read_history, write_history
from drafter.answers.store import Store
from drafter.interview.history import History
from drafter.interview.history_saved import as_saved, from_saved


def history_of(store: Store) -> History:
    """Return the last changes of the answers in *store*, each of which is written beside them as it is made.

    What an older drafter has written about people is erased, also from the histories of other answers files.
    """
    file = store.file
    for other in histories_nearby(file):
        saved = read_history(other)
        cleaned = as_saved(History(*from_saved(saved)))
        if cleaned != saved:
            write_history(other, cleaned)
    history = History(*from_saved(read_history(file)), lambda history: write_history(file, as_saved(history)))
    history.clean(store.data)
    return history
