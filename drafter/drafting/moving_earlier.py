"""Earlier recommendations in the two forms that documents want: the common part, or a table of their own.

The matrix of the Universal Periodic Review has a table with other columns. What does not fit into a column is
kept aside, so that a recommendation comes back as it was.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from drafter.answers.paths import maps
from drafter.drafting.aside import Pool, Record
from drafter.drafting.document_change import DocumentChange
from drafter.drafting.moving_answers import MovingAnswers
from drafter.frozen import frozen
from drafter.model.earlier import EARLIER_STATUSES
from drafter.model.mechanism import DocumentRules
from drafter.model.node import Node

TABLE = "recommendations"
COLUMNS = frozenset({"number", "text", "by", "document", "position", "comment"})
COLUMN_OF = {
    "paragraph": "number", "text": "text", "state": "by", "document": "document", "position": "position",
}  # fmt: skip
"""What goes into a column as it is."""
_FINISHED = f"details/{TABLE}"
_POSITIONS = ("supported", "noted")
_COUNCIL = ("a/hrc/", "human rights council")
"""In the symbol or the name of the body: recommendations of States go through the Human Rights Council."""

Row = Mapping[str, Node]


def has_table(rules: DocumentRules | None) -> bool:
    """Return whether a document asks for earlier recommendations in a table of its own."""
    asks = rules.asks if rules else ()
    return any(ask.name == TABLE and {field.name for field in ask.fields} >= COLUMNS for ask in asks)


def move_earlier(answers: MovingAnswers) -> str:
    """Bring the earlier recommendations into the form that the new document wants.

    Return in words what became of them, nothing where they stay as they are.
    """
    change, pool = answers.change, answers.pool
    old_rules = change.rules_of(change.before)
    before, after = has_table(old_rules), has_table(change.rules)
    without = old_rules is not None and not before and "earlier" in old_rules.left_out
    kept = _Kept(
        next(pool.waiting((), "earlier"), None),
        next(
            (
                record
                for record in pool.waiting(("details",), TABLE)
                if has_table(change.rules_of(record.document or ""))
            ),
            None,
        ),
    )
    as_rows = kept.rows_are_later(pool) if without else before
    if after and not as_rows:
        return _into_table(answers, kept)
    if not after and as_rows and "earlier" not in change.rules.left_out:
        return _out_of_table(answers, kept)
    if before and not after:
        _put_rows_aside(answers)
    elif after and not before and kept.rows is not None:
        _set_rows(answers, kept.rows.value, finished=kept.rows.finished)
        pool.take(kept.rows)
    return ""


@frozen
class _Kept:
    """What is put aside: the common part, and the rows of the table."""

    earlier: Record | None
    rows: Record | None

    def rows_are_later(self, pool: Pool) -> bool:
        """Return whether the rows were put aside after the common part: they are what was last worked on."""
        last = [record for record in pool.all if record is self.rows or record is self.earlier][-1:]
        return bool(last) and last[0] is self.rows


def _into_table(answers: MovingAnswers, kept: _Kept) -> str:
    own = maps(answers.parts, ("earlier",))
    earlier = own or _rows_of(kept.earlier)
    review = Review.of(answers.change.after, answers.change)
    rows = list(_matched(earlier, _rows_of(kept.rows), row_of, review.earlier_of))
    fitting = [row for entry, row in zip(earlier, rows, strict=True) if review.has_made(entry)]
    can_restore = len(fitting) == len(earlier) and earlier == [review.earlier_of(row) for row in fitting]
    if kept.earlier is not None and can_restore:
        answers.pool.take(kept.earlier)  # they can be made again from the rows alone
    if own:
        record = Record((), "earlier", answers.take_part("earlier"), answers.change.before)
        if not can_restore:
            answers.pool.add(record)
    if earlier or kept.rows is not None:
        _set_rows(answers, fitting, finished=kept.rows is not None and kept.rows.finished)
    if kept.rows is not None:
        answers.pool.take(kept.rows)
    others = len(earlier) - len(fitting)
    aside = f"; {others} that another body made are put aside" if others else ""
    moved = f"{len(fitting)} earlier recommendations are now in the table of the document"
    return f"{moved}{aside}" if earlier else ""


def _out_of_table(answers: MovingAnswers, kept: _Kept) -> str:
    change, pool = answers.change, answers.pool
    was_in_use = has_table(change.rules_of(change.before))
    table = maps(answers.details, (TABLE,)) if was_in_use else _rows_of(kept.rows)
    before = _rows_of(kept.earlier)
    table_document = change.before if was_in_use else str(kept.rows.document if kept.rows else None)
    review = Review.of(table_document, change)
    earlier = list(_matched(table, before, review.earlier_of, row_of))
    for number, entry in enumerate(before):
        if not review.has_made(entry):  # it was never in the table
            earlier.insert(min(number, len(earlier)), dict(entry))
    rows = _put_rows_aside(answers) if was_in_use else kept.rows
    if rows and not rows.finished and table == [row_of(entry) for entry in earlier if review.has_made(entry)]:
        pool.take(rows)  # they can be made again from the earlier recommendations alone
    own = maps(answers.parts, ("earlier",))
    if earlier or own:
        answers.put_part("earlier", [*earlier, *own])
    if kept.earlier is not None:
        pool.take(kept.earlier)
    return f"{len(table)} rows of the table are now earlier recommendations" if table else ""


def _rows_of(record: Record | None) -> list[dict[str, Node]]:
    return maps(record.value, ()) if record else []


def _put_rows_aside(answers: MovingAnswers) -> Record | None:
    """Put the rows of the table aside and return their record, ``None`` where there are none."""
    is_finished = _FINISHED in answers.finished
    if TABLE not in answers.details and not is_finished:
        return None
    rows = answers.details.pop(TABLE, [])
    record = Record(("details",), TABLE, rows, answers.change.before, finished=is_finished)
    answers.pool.add(record)
    answers.finished = [name for name in answers.finished if name != _FINISHED]
    return record


def _set_rows(answers: MovingAnswers, table: Node, *, finished: bool) -> None:
    answers.details[TABLE] = table
    if finished:
        answers.finished = [*answers.finished, _FINISHED]


@frozen
class Review:
    """The mechanism whose recommendations the table is for."""

    name: str
    title: str

    @classmethod
    def of(cls, document: str, change: DocumentChange) -> "Review":
        """Return the mechanism of *document*, which the library has."""
        return cls(document.partition("/")[0], change.library.document(document).mechanism.title)

    def has_made(self, earlier: Row) -> bool:
        """Return whether this review made the *earlier* recommendation, as far as its answers say."""
        if earlier.get("state") or earlier.get("position") in _POSITIONS:
            return True
        source = f"{earlier.get('body') or ''} {earlier.get('document') or ''}".strip().casefold()
        names = (self.title.casefold().partition(" (")[0], *_COUNCIL)
        is_named = any(name in source for name in names) or self.name in re.findall(r"\w+", source)
        return is_named or not source

    def earlier_of(self, row: Row) -> dict[str, Node]:
        """Return a row as an earlier recommendation."""
        earlier = {name: row[column] for name, column in COLUMN_OF.items() if column in row}
        if "comment" in row:
            earlier |= _status_and_evidence(row["comment"])
        return {**earlier, "body": self.title}


def row_of(earlier: Row) -> dict[str, Node]:
    """Return an earlier recommendation as a row; what it does not say is not said there either."""
    row = {column: earlier[name] for name, column in COLUMN_OF.items() if name in earlier}
    if row.get("position") not in (*_POSITIONS, None):
        row["position"] = None
    if "status" in earlier or "evidence" in earlier:
        parts = [dict(EARLIER_STATUSES).get(str(earlier.get("status"))), earlier.get("evidence")]
        row["comment"] = ". ".join(str(part) for part in parts if part) or None
    return row


def _status_and_evidence(comment: Node) -> dict[str, Node]:
    """Return what a comment says of the status, where it begins with that, and how it is known."""
    for status, words in EARLIER_STATUSES:
        if str(comment).startswith(f"{words}. "):
            return {"status": status, "evidence": str(comment).removeprefix(f"{words}. ")}
        if comment == words:
            return {"status": status}
    return {"evidence": comment}


Convert = Callable[[Row], dict[str, Node]]


def _matched(
    entries: Sequence[Row], known: Sequence[Row], convert: Convert, back: Convert
) -> Iterator[dict[str, Node]]:
    """Yield each of *entries* in the other form: as it was *known* there, with what has changed since."""
    left = list(known)
    for entry in entries:
        same = next((old for old in left if back(old) == entry), None)
        near = same or next((old for old in left if _is_near(back(old), entry)), None)
        if near is None:
            yield convert(entry)
            continue
        left = [old for old in left if old is not near]
        yield dict(near) if same else {**near, **_changed(convert(back(near)), convert(entry))}


def _is_near(row: Row, other: Row) -> bool:
    names = ("text", "number", "paragraph")
    return bool(row.get("text")) and all(row.get(name) == other.get(name) for name in names)


def _changed(before: Row, after: Row) -> dict[str, Node]:
    """Return what is different in *after*, with ``None`` for what is not there any more."""
    names = dict.fromkeys((*before, *after))
    return {name: after.get(name) for name in names if before.get(name) != after.get(name)}
