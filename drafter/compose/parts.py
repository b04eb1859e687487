"""Parts that a document does not print, although they may be in the answers."""

from drafter.model.answers import Answers, SignOff
from drafter.model.mechanism import DocumentRules

EMPTY: dict[str, object] = {
    "title": None,
    "keywords": (),
    "summary": "",
    "method": "",
    "themes": (),
    "earlier": (),
    "closing": "",
    "sign_off": SignOff.model_construct(),
}
"""The empty value of each part that a document may leave out."""


def without_unprinted(answers: Answers, rules: DocumentRules) -> Answers:
    """Return *answers* with every part emptied that *rules* leave out of the document."""
    return answers.model_copy(update={name: EMPTY[name] for name in EMPTY if name in rules.left_out})
