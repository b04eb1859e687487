"""The robot that answers interviews. What it says follows from the question and from the answers so far.

So it says the same however often it is asked, and needs no memory of its own when an interview is stopped,
killed or gone through backwards.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from drafter.model.question import Question
from drafter.terminal.prompts import ask
from drafter.yaml_text import KeyPath
from tests.support.trees import rows
from tests.support.typing_keys import keyboard, keys_for


@dataclass
class Robot:
    """Somebody who answers every question: by the script, or where that says nothing, by its kind."""

    script: Mapping[KeyPath, Any] = field(default_factory=dict)
    """Answers by the path of their question."""
    more: Mapping[str, int | Sequence[str]] = field(default_factory=dict)
    """How many of each there shall be, and what is added to a theme, one after the other; none otherwise."""

    def answer(self, question: Question, data: Mapping[str, Any]) -> Any:
        """Return the answer to *question* where *data* has been answered."""
        path = question.path
        if path in self.script:
            return self.script[path]
        if path[:2] == ("interview", "more"):
            return self.another(str(path[2]), data)
        if path[-1] == "facts":
            return rows(data, path)
        if path[0] == "facts" and path[-1] == "text":
            return "Twelve people saw no judge."  # with a number: it is asked whether that is a figure
        return self.by_kind(question)

    def another(self, name: str, data: Mapping[str, Any]) -> Any:
        """Return what is added next to what *name* says: a kind for a theme, yes or no for all else."""
        kind, _, theme = name.partition("/")
        if kind != "theme":
            wanted = self.more.get(name, 0)
            return isinstance(wanted, int) and len(rows(data, (kind,))) < wanted
        section: Mapping[str, Any] = next(
            (one for one in rows(data, ("themes",)) if one.get("theme") == theme), {}
        )
        added = self.more.get(name, ())
        begun = sum(len(rows(section, (part,))) for part in ("facts", "cases", "own"))
        return added[begun] if not isinstance(added, int) and begun < len(added) else ""

    def by_kind(self, question: Question) -> Any:
        """Return an answer that any question of this kind takes."""
        values = [choice.value for choice in question.choices]
        name = question.path[-1]
        if name == "source":
            return "S1" if "S1" in values else "new"
        if name == "clauses":
            return [*values[:2], *values[2:][-1:]]  # standards, and what is asked
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

    def at_a_prompt(self, question: Question, standing: Any, data: Mapping[str, Any]) -> Any:
        """Type the answer to *question* into the real prompt and return what the prompt gives."""
        with keyboard(keys_for(question, self.answer(question, data), standing)):
            return ask(question, standing, lambda _: None)

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
