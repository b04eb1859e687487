"""Reading a clause file: YAML front matter between two ``---`` lines, then the text."""

from collections.abc import Callable, Mapping

from drafter import cache, yaml_text
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen
from drafter.library.folders import LibraryPath, read_text
from drafter.model.base import read_value
from drafter.model.clause import Clause, ClauseHead
from drafter.model.packed import from_checked_fields, pack, unpack
from drafter.model.question import Ask
from drafter.model.vocabulary import Theme

FENCE = "---\n"
EXTENDS = "extends"

FindBase = Callable[[str], LibraryPath | None]
"""Return the file of the clause with this id that another clause extends, or ``None``."""


@frozen
class _ClauseFile:
    """A clause file, divided into its parts."""

    name: str
    front: str
    """The YAML between the two ``---`` lines."""
    text: str
    text_line: int
    """The line on which the text begins."""


def read_clause(
    clause_id: str, file: LibraryPath, themes: Mapping[str, Theme], find_base: FindBase
) -> Clause:
    """Return the clause in *file*. Raises DrafterError with every fault in it.

    A clause that ``extends`` another clause inherits the keys that it does not have, and the text if it has
    none. *find_base* finds the file of the other clause.
    """
    parts = _split_file(file)
    head, text = _head_and_text(parts, find_base, clause_id.partition("/")[0])
    questions, faults = _questions(head, themes, parts.name)
    if not text:
        faults.append(Fault("the clause has no text", "Write it below the second '---' line.", parts.name))
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


def _split_file(file: LibraryPath) -> _ClauseFile:
    """Return the parts of *file*. Raises DrafterError if the front matter is missing."""
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
    return _ClauseFile(name, front, text.strip(), line)


def _head_and_text(parts: _ClauseFile, find_base: FindBase, group: str) -> tuple[ClauseHead, str]:
    """Return the checked keys and the text of a clause. Only a clause that extends none is cached."""
    key = f"clauses {group}", ClauseHead.__name__, parts.front
    cached = None if EXTENDS in parts.front else cache.shared().get(*key)
    if cached is not None:
        return unpack(ClauseHead, cached), parts.text
    data, text = _with_inherited(parts, find_base)
    head, faults = read_value(
        ClauseHead, data, parts.name, lambda: yaml_text.line_numbers(parts.front, first_line=2)
    )
    if head is None:
        raise DrafterError(faults)
    if EXTENDS not in parts.front:
        cache.shared().keep(pack(head), *key)
    return head, text


def _with_inherited(parts: _ClauseFile, find_base: FindBase) -> tuple[object, str]:
    """Return the data of the front matter and the text, with what the clause inherits."""
    data = yaml_text.read_yaml(parts.front, parts.name, first_line=2)
    if not isinstance(data, dict) or EXTENDS not in data:
        return data, parts.text
    own = {key: value for key, value in data.items() if key != EXTENDS}
    file = find_base(str(data[EXTENDS]))
    if file is None:
        raise DrafterError(
            Fault(
                f"there is no clause '{data[EXTENDS]}' to extend",
                "'drafter clauses list' shows all clauses.",
                parts.name,
                EXTENDS,
            )
        )
    base = _split_file(file)
    inherited = yaml_text.read_yaml(base.front, base.name, first_line=2)
    return {**(inherited if isinstance(inherited, dict) else {}), **own}, parts.text or base.text


def _questions(
    head: ClauseHead, themes: Mapping[str, Theme], file_name: str
) -> tuple[tuple[Ask, ...], list[Fault]]:
    """Return the clause's questions, and a fault for each name that is no question of its themes."""
    # Reversed, so that a question of the first theme replaces one of the same name in a later theme.
    shared = {
        ask.name: ask for theme in reversed(head.themes) if theme in themes for ask in themes[theme].questions
    }
    questions: list[Ask] = []
    faults: list[Fault] = []
    for question in head.questions:
        if isinstance(question, Ask):
            questions.append(question)
        elif question in shared:
            questions.append(shared[question])
        else:
            names = ", ".join(sorted(shared)) or "none"
            faults.append(
                Fault(
                    f"the clause's themes have no question '{question}' (they have: {names})",
                    "Use one of these names, or write the question out with 'name' and 'ask'.",
                    file_name,
                    "questions",
                )
            )
    return tuple(questions), faults
