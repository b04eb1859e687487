"""A clause file: YAML front matter between two ``---`` lines, then the text."""

from collections.abc import Callable, Mapping
from typing import Any

from drafter import cache, yaml_text
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.library.folders import Folder, read_text
from drafter.model.base import read_value
from drafter.model.clause import Clause, ClauseHead
from drafter.model.packed import from_checked_fields, pack, unpack
from drafter.model.question import Ask
from drafter.model.vocabulary import Theme

FENCE = "---\n"
EXTENDS = "extends"

Base = Callable[[str], Folder | None]
"""Return the file of the clause that another one extends, never that other one's own file."""


@frozen
class _Parts:
    """A clause file taken apart."""

    name: str
    front: str
    text: str
    text_line: int


def read_clause(clause_id: str, file: Folder, themes: Mapping[str, Theme], base: Base) -> Clause:
    """Return the clause that *file* holds. Raises DrafterError with every fault in it.

    A clause that ``extends`` another takes from it every key that it does not give itself, and the text
    where it has none; *base* finds that other's file.
    """
    parts = _taken_apart(file)
    head, text = _head_and_text(parts, base, clause_id.partition("/")[0])
    questions, faults = _questions(head, themes, parts.name)
    if not text:
        faults.append(Fault("the clause has no text", "Write it under the second '---' line.", parts.name))
    if faults:
        raise DrafterError(faults)
    return from_checked_fields(
        Clause,
        id=clause_id,
        head=head,
        text=text,
        questions=questions,
        file=parts.name,
        text_line=parts.text_line,
    )


def _taken_apart(file: Folder) -> _Parts:
    name, content = str(file), read_text(file)
    if not content.startswith(FENCE) or f"\n{FENCE}" not in content[len(FENCE) :]:
        raise DrafterError(
            Fault(
                "the front matter is missing",
                "Begin the file with a line '---', the keys, and another line '---'.",
                name,
                "line 1",
            )
        )
    front, text = content[len(FENCE) :].split(f"\n{FENCE}", 1)
    line = front.count("\n") + 4 + len(text) - len(text.lstrip("\n"))
    return _Parts(name, front, text.strip(), line)


def _head_and_text(parts: _Parts, base: Base, group: str) -> tuple[ClauseHead, str]:
    """Return the checked keys and the text of a clause, from the cache where it stands for itself."""
    key = f"clauses {group}", ClauseHead.__name__, parts.front
    known = None if EXTENDS in parts.front else cache.shared().get(*key)
    if known is not None:
        return unpack(ClauseHead, known), parts.text
    data, text = _extended(parts, base)
    head, faults = read_value(
        ClauseHead, data, parts.name, lambda: yaml_text.lines_of(parts.front, first_line=2)
    )
    if head is None:
        raise DrafterError(faults)
    if EXTENDS not in parts.front:
        cache.shared().keep(pack(head), *key)
    return head, text


def _extended(parts: _Parts, base: Base) -> tuple[Any, str]:
    """Return the keys and the text of a clause, completed from the one that it extends."""
    data = yaml_text.read_yaml(parts.front, parts.name, first_line=2)
    if not isinstance(data, dict) or EXTENDS not in data:
        return data, parts.text
    own = {key: value for key, value in data.items() if key != EXTENDS}
    file = base(str(data[EXTENDS]))
    if file is None:
        raise DrafterError(
            Fault(
                f"there is no clause '{data[EXTENDS]}' to extend",
                "'drafter clauses list' shows them all.",
                parts.name,
                EXTENDS,
            )
        )
    below = _taken_apart(file)
    found = yaml_text.read_yaml(below.front, below.name, first_line=2)
    return {**(found if isinstance(found, dict) else {}), **own}, parts.text or below.text


def _questions(
    head: ClauseHead, themes: Mapping[str, Theme], name: str
) -> tuple[tuple[Ask, ...], list[Fault]]:
    """Return the clause's questions, those named in a theme found there, and a fault for each not found."""
    # Written last, the questions of the first theme win over those of the others.
    shared = {
        ask.name: ask for theme in reversed(head.themes) if theme in themes for ask in themes[theme].questions
    }
    found: list[Ask] = []
    faults: list[Fault] = []
    for question in head.questions:
        if isinstance(question, Ask):
            found.append(question)
        elif question in shared:
            found.append(shared[question])
        else:
            known = ", ".join(sorted(shared)) or "none"
            faults.append(
                Fault(
                    f"the question '{question}' is not among those of the clause's themes ({known})",
                    "Use one of these names, or write the question out with 'name' and 'ask'.",
                    name,
                    "questions",
                )
            )
    return tuple(found), faults
