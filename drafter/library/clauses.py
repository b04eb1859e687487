"""A clause file: YAML front matter between two ``---`` lines, then the text."""

from collections.abc import Mapping

from drafter.errors import DrafterError, Fault
from drafter.library.folders import Folder, read_text
from drafter.model.base import read_value
from drafter.model.clause import Clause, ClauseHead
from drafter.model.question import Ask
from drafter.model.vocabulary import Theme
from drafter.yaml_text import lines_of, read_yaml

FENCE = "---\n"


def read_clause(clause_id: str, file: Folder, themes: Mapping[str, Theme]) -> Clause:
    """Return the clause that *file* holds. Raises DrafterError with every fault in it."""
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
    head, faults = read_value(
        ClauseHead, read_yaml(front, name, first_line=2), name, lambda: lines_of(front, first_line=2)
    )
    if head is None:
        raise DrafterError(faults)
    questions, faults = _questions(head, themes, name)
    if not text.strip():
        faults.append(Fault("the clause has no text", "Write it under the second '---' line.", name))
    if faults:
        raise DrafterError(faults)
    return Clause(
        id=clause_id,
        head=head,
        text=text.strip(),
        questions=questions,
        file=name,
        text_line=front.count("\n") + 4 + len(text) - len(text.lstrip("\n")),
    )


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
