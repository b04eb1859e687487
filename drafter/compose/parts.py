"""Parts that a document leaves out: they may stand in the answers, and are not printed."""

from typing import Any

from drafter.model.answers import Answers, SignOff
from drafter.model.mechanism import DocumentRules

EMPTY: dict[str, Any] = {
    "title": None,
    "keywords": (),
    "summary": "",
    "method": "",
    "themes": (),
    "earlier": (),
    "closing": "",
    "sign_off": SignOff.model_construct(),
}
"""Each part that a document may leave out, as it is when there is nothing of it."""


def kept(answers: Answers, rules: DocumentRules) -> Answers:
    """Return *answers* without what the document leaves out; a case takes no earlier recommendations."""
    out = rules.left_out
    return answers.model_copy(update={name: EMPTY[name] for name in EMPTY if name in out})
