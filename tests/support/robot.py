"""The robot that answers interviews. Its answers follow from the question and from the answers so far.

It gives the same answer however often it is asked. So it needs no memory when an interview is stopped, killed
or goes back to earlier questions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from drafter.model.kinds import ASKING_KINDS
from drafter.model.question import Question
from drafter.terminal.prompts import ask
from drafter.yaml_text import KeyPath
from tests.support.trees import rows
from tests.support.typing_keys import keyboard, keys_for


@dataclass
class Robot:
    """Answers every question: as its script says, or else in a way that fits the kind of question."""

    script: Mapping[KeyPath, Any] = field(default_factory=dict)
    """Answers by the path of their question."""
    more: Mapping[str, int | Sequence[str]] = field(default_factory=dict)
    """By name: how many entries a list gets, and what is added to a theme, in order."""

    def answer(self, question: Question, data: Mapping[str, Any]) -> Any:
        """Return the answer to *question*; *data* are the answers so far, as they are saved."""
        path = question.path
        if path in self.script:
            return self.script[path]
        if path[:2] == ("interview", "more"):
            return self.what_to_add(str(path[2]), data)
        if path[-1] == "facts":
            return rows(data, path)
        if path[0] == "facts" and path[-1] == "text":
            return "Twelve people saw no judge."  # the number makes the interview ask when and where
        return self.by_kind(question)

    def what_to_add(self, name: str, data: Mapping[str, Any]) -> Any:
        """Return what to add next to the theme that *name* has, or whether to add an entry to its list."""
        kind, _, theme = name.partition("/")
        if kind != "theme":
            count = self.more.get(name, 0)
            return isinstance(count, int) and len(rows(data, (kind,))) < count
        section: Mapping[str, Any] = next(
            (section for section in rows(data, ("themes",)) if section.get("theme") == theme), {}
        )
        wishes = self.more.get(name, ())
        added = sum(len(rows(section, (part,))) for part in ("facts", "cases", "own"))
        return wishes[added] if not isinstance(wishes, int) and added < len(wishes) else ""

    def by_kind(self, question: Question) -> Any:
        """Return an answer that any question of this kind accepts."""
        values = [choice.value for choice in question.choices]
        name = question.path[-1]
        if name == "source":
            return "S1" if "S1" in values else "new"
        if name == "clauses":
            asking = [choice.value for choice in question.choices if choice.title.startswith(ASKING_KINDS)]
            return list(dict.fromkeys([*values[:2], *(asking[-1:] or values[2:][-1:])]))
        match question.kind:
            case "choice" | "search":
                return values[0]
            case "choices":
                return values[:1] if question.required else []
            case "yes-no":
                return False
            case "number":
                return "12" if question.required else ""
            case _:
                return f"answer to {name}" if question.required or question.kind == "long" else ""

    def at_a_prompt(self, question: Question, current: Any, data: Mapping[str, Any]) -> Any:
        """Type the answer to *question* at the real prompt and return what the prompt returns."""
        with keyboard(keys_for(question, self.answer(question, data), current)):
            return ask(question, current, lambda _: None)

    def as_option(self, question: Question, data: Mapping[str, Any]) -> str:
        """Return the answer to *question* as ``--set`` takes it."""
        value = self.answer(question, data)
        match value:
            case None | bool():
                written = {None: "?", True: "yes", False: "no"}[value]
            case list():
                written = ",".join(value)
            case _:
                written = str(value)
        return f"{'.'.join(map(str, question.path))}={written}"
