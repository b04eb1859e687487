"""Earlier recommendations in the two forms that documents want: the common part, or a table of their own.

The matrix of the Universal Periodic Review has a table with other columns. What does not fit into a column is
kept aside, so that a recommendation comes back as it was.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from drafter.answers.paths import keys, rows
from drafter.drafting.aside import Pool, Record, record
from drafter.drafting.moving_details import Move, set_or_drop
from drafter.frozen import frozen
from drafter.model.earlier import EARLIER_STATUSES
from drafter.model.mechanism import DocumentRules

TABLE = "recommendations"
COLUMNS = frozenset({"number", "text", "by", "document", "position", "comment"})
COLUMN_OF = {
    "paragraph": "number", "text": "text", "state": "by", "document": "document", "position": "position",
}  # fmt: skip
"""What goes into a column as it is."""
_POSITIONS = ("supported", "noted")
_COUNCIL = ("a/hrc/", "human rights council")
"""In the symbol or the name of the body: recommendations of States go through the Human Rights Council."""

Row = Mapping[str, Any]


def has_table(rules: DocumentRules | None) -> bool:
    """Return whether a document asks for earlier recommendations in a table of its own."""
    asks = rules.asks if rules else ()
    return any(ask.name == TABLE and {one.name for one in ask.fields} >= COLUMNS for ask in asks)


def move_earlier(data: dict[str, Any], move: Move, pool: Pool) -> str:
    """Bring the earlier recommendations of *data* into the form that the new document wants.

    Return in words what became of them, nothing where they stand as they stood.
    """
    before, after = has_table(move.rules_of(move.before)), has_table(move.rules)
    old_rules = move.rules_of(move.before)
    without = old_rules is not None and not before and "earlier" in old_rules.left_out
    waiting = next(pool.waiting((), "earlier"), None)
    waiting_rows = next((one for one in pool.waiting(("details",), TABLE) if _of_table(move, one)), None)
    as_rows = _later(pool, waiting_rows, waiting) if without else before
    if after and not as_rows:
        return _into_table(data, move, pool, waiting, waiting_rows)
    if not after and as_rows and "earlier" not in move.rules.left_out:
        return _out_of_table(data, move, pool, waiting, waiting_rows)
    if before and not after:
        _put_rows_aside(data, move, pool)
    elif after and not before and waiting_rows is not None:
        _set_rows(data, waiting_rows["value"], finished=bool(waiting_rows.get("finished")))
        pool.take(waiting_rows)
    return ""


def _of_table(move: Move, one: Record) -> bool:
    return has_table(move.rules_of(one["document"]))


def _later(pool: Pool, rows_: Record | None, earlier: Record | None) -> bool:
    """Return whether the rows were put aside after the common part: they are what was last worked on."""
    places = [one is rows_ for one in pool.all if one is rows_ or one is earlier]
    return bool(places) and places[-1]


def _into_table(
    data: dict[str, Any], move: Move, pool: Pool, waiting: Record | None, waiting_rows: Record | None
) -> str:
    known = rows(data, ("earlier",)) or (waiting["value"] if waiting else [])
    table = [] if waiting_rows is None else waiting_rows["value"]
    review = Review.of(move.after, move)
    made = list(_matched(known, table, row_of, review.earlier_of))
    fitting = [row for one, row in zip(known, made, strict=True) if review.has_made(one)]
    again = len(fitting) == len(known) and known == [review.earlier_of(row) for row in fitting]
    if waiting is not None and again:
        pool.take(waiting)  # they can be made again from the rows alone
    if rows(data, ("earlier",)):
        kept = record((), "earlier", data.pop("earlier"), move.before)
        if not again:
            pool.add(kept)
    if known or waiting_rows is not None:
        _set_rows(data, fitting, finished=bool(waiting_rows and waiting_rows.get("finished")))
    if waiting_rows is not None:
        pool.take(waiting_rows)
    left = len(known) - len(fitting)
    said = f"{len(fitting)} earlier recommendations now stand in the table of the document"
    other = f"; {left} that another body made are put aside" if left else ""
    return f"{said}{other}" if known else ""


def _out_of_table(
    data: dict[str, Any], move: Move, pool: Pool, waiting: Record | None, waiting_rows: Record | None
) -> str:
    from_live = has_table(move.rules_of(move.before))
    table = rows(data, ("details", TABLE)) if from_live else (waiting_rows or {}).get("value") or []
    whole = [] if waiting is None else waiting["value"]
    review = Review.of(move.before if from_live else str((waiting_rows or {}).get("document")), move)
    earlier = list(_matched(table, whole, review.earlier_of, row_of))
    for number, one in enumerate(whole):
        if not review.has_made(one):  # it never stood in the table
            earlier.insert(min(number, len(earlier)), one)
    kept = _put_rows_aside(data, move, pool) if from_live else waiting_rows
    if (
        kept
        and not kept.get("finished")
        and table == [row_of(one) for one in earlier if review.has_made(one)]
    ):
        pool.take(kept)  # they can be made again from the earlier recommendations alone
    if earlier or rows(data, ("earlier",)):
        data["earlier"] = [*earlier, *rows(data, ("earlier",))]
    if waiting is not None:
        pool.take(waiting)
    return f"{len(table)} rows of the table are now earlier recommendations" if table else ""


def _put_rows_aside(data: dict[str, Any], move: Move, pool: Pool) -> Record | None:
    """Put the rows of the table aside and return their record, ``None`` where there are none."""
    details = keys(data, ("details",))
    finished = rows(data, ("interview", "finished"))
    name = f"details/{TABLE}"
    if TABLE not in details and name not in finished:
        return None
    kept = record(("details",), TABLE, details.pop(TABLE, []), move.before, finished=name in finished)
    pool.add(kept)
    data["details"] = details
    if name in finished:
        others = [one for one in finished if one != name]
        data["interview"] = {**keys(data, ("interview",)), "finished": others}
    return kept


def _set_rows(data: dict[str, Any], table: list[Any], *, finished: bool) -> None:
    set_or_drop(data, "details", {**keys(data, ("details",)), TABLE: table})
    if finished:
        done = [*rows(data, ("interview", "finished")), f"details/{TABLE}"]
        data["interview"] = {**keys(data, ("interview",)), "finished": done}


@frozen
class Review:
    """The mechanism whose recommendations the table is for."""

    name: str
    title: str

    @classmethod
    def of(cls, document: str, move: Move) -> "Review":
        """Return the mechanism of *document*, which the library has."""
        return cls(document.partition("/")[0], move.library.document(document).mechanism.title)

    def has_made(self, one: Row) -> bool:
        """Return whether this review made the earlier recommendation, as far as its answers say."""
        if one.get("state") or one.get("position") in _POSITIONS:
            return True
        named = f"{one.get('body') or ''} {one.get('document') or ''}".strip().casefold()
        signs = (self.title.casefold().partition(" (")[0], *_COUNCIL)
        known = any(sign in named for sign in signs) or self.name in re.findall(r"\w+", named)
        return known or not named

    def earlier_of(self, row: Row) -> dict[str, Any]:
        """Return a row as an earlier recommendation."""
        one = {name: row[column] for name, column in COLUMN_OF.items() if column in row}
        if "comment" in row:
            one |= _comment_apart(row["comment"])
        return {**one, "body": self.title}


def row_of(one: Row) -> dict[str, Any]:
    """Return an earlier recommendation as a row; what it does not say stays unsaid."""
    row = {column: one[name] for name, column in COLUMN_OF.items() if name in one}
    if row.get("position") not in (*_POSITIONS, None):
        row["position"] = None
    if "status" in one or "evidence" in one:
        said = [dict(EARLIER_STATUSES).get(str(one.get("status"))), one.get("evidence")]
        row["comment"] = ". ".join(str(part) for part in said if part) or None
    return row


def _comment_apart(comment: Any) -> dict[str, Any]:
    """Return what a comment says of the status, where it begins with that, and how it is known."""
    for status, words in EARLIER_STATUSES:
        if str(comment).startswith(f"{words}. "):
            return {"status": status, "evidence": str(comment).removeprefix(f"{words}. ")}
        if comment == words:
            return {"status": status}
    return {"evidence": comment}


def _matched(
    given: list[Row], known: list[Row], there: Callable[[Row], Row], back: Callable[[Row], Row]
) -> Iterator[dict[str, Any]]:
    """Yield each of *given* in the other form: as it was *known* there, with what has changed since."""
    left = list(known)
    for one in given:
        same = next((old for old in left if back(old) == one), None)
        near = same or next((old for old in left if _near(back(old), one)), None)
        if near is None:
            yield dict(there(one))
            continue
        left = [old for old in left if old is not near]
        yield dict(near) if same else {**near, **_changed(there(back(near)), there(one))}


def _near(one: Row, other: Row) -> bool:
    names = ("text", "number", "paragraph")
    return bool(one.get("text")) and all(one.get(name) == other.get(name) for name in names)


def _changed(before: Row, after: Row) -> dict[str, Any]:
    """Return what is different in *after*, with ``None`` for what is not there any more."""
    names = (*before, *(name for name in after if name not in before))
    return {name: after.get(name) for name in names if before.get(name) != after.get(name)}
