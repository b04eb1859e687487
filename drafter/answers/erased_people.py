"""What was known of a person who is erased from the answers: by it, other files are searched."""

from collections.abc import Iterator, Mapping

from drafter.answers.about_people import pseudonym_in, same_pseudonym
from drafter.answers.paths import KeyPath, keys, saved_at
from drafter.model.node import Node, Tree
from drafter.model.text_walk import texts_of
from drafter.privacy.private_file import NOT_PRINTED, PSEUDONYM, secrets_of
from drafter.privacy.traces import Person

CASE = "The case is erased from the answers and the private file."
ENTRY = "The person is erased from that answer."
KEPT = "It is erased from what the answers file keeps."


def people_at(tree: Tree, path: KeyPath) -> Iterator[Person]:
    """Yield the people in the entry at *path* of the saved answers *tree*, with their private details."""
    value = saved_at(tree, path)
    if path[0] == "cases":
        case = keys(value, ())
        key, text = str(path[1]), str(case.get("text") or "")
        secrets = secrets_of(keys(tree, ("private", "cases")).get(key))
        if case or any(secrets.values()):
            secrets |= _not_printed(tree)
            yield Person(key, str(case.get(PSEUDONYM) or ""), text, secrets, CASE)
        return
    is_kept = path[0] == "inactive"
    entry = keys(value, ()).get("value") if is_kept else value
    for row in entry if isinstance(entry, list | tuple) else [entry]:
        yield _person(tree, row, KEPT if is_kept else ENTRY)  # type: ignore[arg-type]


def _person(tree: Tree, row: Node, where: str) -> Person:
    """Return the person of *row*, with the private details of each case that has the same pseudonym."""
    pseudonym = pseudonym_in(row) if isinstance(row, Mapping) else ""
    texts = [text for _, text in texts_of(row) if text != pseudonym]
    secrets = _not_printed(tree)
    for key, case in keys(tree, ("cases",)).items():
        if same_pseudonym(str(keys(case, ()).get(PSEUDONYM) or ""), pseudonym):
            secrets |= secrets_of(keys(tree, ("private", "cases")).get(key))
    return Person("person", pseudonym, "\n".join(texts), secrets, where)


def _not_printed(tree: Tree) -> dict[str, str]:
    """Return the names that no document may have. They may be those of the person, or of the family."""
    names = secrets_of(keys(tree, ("private",)).get(NOT_PRINTED, []))
    return {f"{NOT_PRINTED} {number}": name for number, name in names.items() if name}
