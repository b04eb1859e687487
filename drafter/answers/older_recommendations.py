"""Earlier recommendations of older answers files, as rows of the one list of today. Pure."""

from collections.abc import Iterator, Mapping

from drafter.answers.changes import Change
from drafter.answers.paths import answered, maps, rows, texts
from drafter.model.answers import GONE
from drafter.model.earlier import EARLIER_STATUSES
from drafter.model.node import Node, Tree
from drafter.patterns import pattern

TABLE = "recommendations"
"""Under ``details``: the rows that the table of the UPR and a follow-up once had of their own."""
_REMOVED = ("inactive", "removed")
_FINISHED = ("interview", "finished")
_SAME = {
    "number": "paragraph", "paragraph": "paragraph", "text": "text", "document": "document",
    "position": "position", "measures": "measures", "needed": "needed",
}  # fmt: skip
"""What a row had under another name, or the same."""
_SEPARATOR = pattern(r"[,;]")
"""Between several States in one text: no name of a State has a comma."""
_COMMITTEES = ("follow-up",)


def recommendation_upgrades(tree: Tree) -> Iterator[Change]:
    """Yield the changes that convert the earlier recommendations of *tree*; none for a file of today."""
    table = maps(tree, ("details", TABLE))
    has_table = answered(tree, ("details", TABLE))
    before = rows(tree, ("earlier",))
    now = [_with_states(row) for row in before]
    now += [_from_table(row, str(tree.get("document") or "")) for row in table]
    if now != before:
        yield ("earlier",), now
    if has_table:
        yield ("details", TABLE), GONE
    removed = rows(tree, _REMOVED)
    converted = [_record(record) for record in removed]
    if converted != removed:
        yield _REMOVED, converted
    finished = texts(tree, _FINISHED)
    renamed = list(dict.fromkeys("earlier" if name == f"details/{TABLE}" else name for name in finished))
    if renamed != finished:
        yield _FINISHED, renamed


def _with_states(row: Node) -> Node:
    """Return an earlier recommendation with the list of States in place of the one text."""
    if not isinstance(row, Mapping) or "state" not in row:
        return row
    return {("states" if key == "state" else key): _states(key, value) for key, value in row.items()}


def _states(key: str, value: Node) -> Node:
    if key != "state":
        return value
    if value is None:
        return None
    return [name.strip() for name in _SEPARATOR.split(str(value)) if name.strip()]


def _from_table(row: Mapping[str, Node], document: str) -> dict[str, Node]:
    """Return a row of a document's own table as an earlier recommendation."""
    mechanism, _, name = document.partition("/")
    new: dict[str, Node] = {"text": row.get("text"), "body": mechanism or None}
    new |= {_SAME[key]: value for key, value in row.items() if key in _SAME}
    if "by" in row:
        new["states"] = _states("state", row["by"])
    if name not in _COMMITTEES and "comment" in row:
        new |= _status_and_evidence(row["comment"])
    results = [row.get(key) for key in ("result",) if row.get(key)]
    if row.get("grade"):
        assessed = _status_and_evidence(row["grade"])
        results += [assessed.pop("evidence")] if "evidence" in assessed else []
        new |= assessed
    if results or "result" in row:
        new["evidence"] = "\n\n".join(str(result).strip() for result in results) or None
    return new


def _status_and_evidence(comment: Node) -> dict[str, Node]:
    """Return the status with which *comment* begins, if it begins with one, and the rest as evidence."""
    if comment is None:
        return {"evidence": None}
    text = str(comment).strip()
    for status, words in EARLIER_STATUSES:
        if text.rstrip(".") == words:
            return {"status": status}
        if text.startswith(f"{words}. "):
            return {"status": status, "evidence": text.removeprefix(f"{words}. ")}
    return {"evidence": text}


def _record(record: Node) -> Node:
    """Return a record of what was taken out or put aside in today's form."""
    if not isinstance(record, Mapping):
        return record
    place, key, value = texts(record, ("place",)), str(record.get("key")), record.get("value")
    document = str(record.get("document") or "")
    if place == ["details"] and key == TABLE:
        moved = [_from_table(row, document) for row in maps(record, ("value",))]
        return {**record, "place": [], "key": "earlier", "value": moved}
    if place == ["details", TABLE] and isinstance(value, Mapping):
        return {**record, "place": ["earlier"], "value": _from_table(value, document)}
    if place == [] and key == "earlier":
        return {**record, "value": [_with_states(row) for row in rows(record, ("value",))]}
    if place == ["earlier"]:
        return {**record, "value": _with_states(value)}
    return record
