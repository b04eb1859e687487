"""The base of the models in an answers file: what may be left open."""

from pydantic import model_validator

from drafter.model.base import Value
from drafter.model.marks import with_open_answers


class AnswerModel(Value):
    """A value that a user may leave open: null, or nothing after the colon, is allowed for every key.

    For a key that cannot be open, such as a list or a choice with a default, it is the same as a missing key.
    A single question mark means the same as null for every answer that can be open: it is never printed.
    """

    @model_validator(mode="before")
    @classmethod
    def _open_answers(cls, data: object) -> object:
        """Return *data* with ``None`` for each open answer, and without null keys that cannot be open."""
        if not isinstance(data, dict):
            return data
        fields = cls.model_fields.items()
        closed = {name for name, field in fields if not field.is_required() and field.default is not None}
        answers = dict(data)
        for key, value in data.items():  # "answers" and "details" have answers by name
            if key in ("answers", "details") or (isinstance(value, str) and key not in closed):
                answers[key] = with_open_answers(value)
        return {key: value for key, value in answers.items() if value is not None or key not in closed}
