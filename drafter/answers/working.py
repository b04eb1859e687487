"""Answers while somebody works on them, and the way back to the form in which they are saved."""

from collections.abc import Mapping

from drafter.model.answers import Answers, ChosenClause
from drafter.model.base import Value
from drafter.model.node import Node, Tree


class WorkingAnswers(Answers):
    """Answers together with what their private file holds."""

    private: dict[str, object] = {}  # noqa: RUF012 - pydantic copies it
    """The content of the private file; no document is composed from this class."""
    _saved: Tree | None = None

    @classmethod
    def read(cls, tree: Tree) -> "WorkingAnswers":
        """Return the answers that are saved as *tree*, and remember it."""
        answers = cls.model_validate(tree)
        answers._saved = tree  # noqa: SLF001 - of the same class
        return answers

    @property
    def saved(self) -> Tree:
        """The answers as they are saved, with null keys and forms as their author wrote them."""
        return saved_tree(self) if self._saved is None else self._saved


def working(answers: Answers) -> WorkingAnswers:
    """Return *answers* as answers to work on, without anything private."""
    return WorkingAnswers.model_construct(answers.model_fields_set, **dict(answers))


def saved_tree(value: Value) -> dict[str, Node]:
    """Return *value* as an answers file holds it: see ``as_saved``."""
    names = (name for name in type(value).model_fields if name in value.model_fields_set)
    return {name: as_saved(getattr(value, name)) for name in names}


def as_saved(value: object) -> Node:
    """Return *value* as an answers file holds it, without the keys that were not answered.

    A clause with nothing of its own becomes its id alone.
    """
    match value:
        case ChosenClause() if value.model_fields_set == {"clause"}:
            return value.clause
        case Value():
            return saved_tree(value)
        case Mapping():
            return {str(key): as_saved(item) for key, item in value.items()}
        case tuple() | list():
            return [as_saved(item) for item in value]
        case None | bool() | int() | float() | str():
            return value
    raise TypeError(f"an answers file cannot hold {type(value).__name__}")
