"""The names that no text may have: they are kept in the private file, and looked for everywhere."""

from drafter.answers.paths import KeyPath
from drafter.interview.items.item import Item
from drafter.model.marks import UNKNOWN, is_unknown
from drafter.model.node import Node
from drafter.patterns import pattern
from drafter.privacy.private_file import NOT_PRINTED

PRIVATE_NAMES: KeyPath = ("private", NOT_PRINTED)
_BETWEEN = pattern(r"[,;\n]+")


class PrivateNamesItem(Item):
    """Names and numbers, typed in one line."""

    def saved(self, value: str | bool | list[str] | None) -> Node:
        """Return the names and numbers in the line *value*, each as an entry of a list."""
        text = value if isinstance(value, str) and not is_unknown(value) else ""
        return [" ".join(name.split()) for name in _BETWEEN.split(text) if name.strip()]


def private_names(section: str) -> Item:
    """Return the question which names must never be printed. A document asks it once."""
    return PrivateNamesItem(
        path=PRIVATE_NAMES,
        section=section,
        text="Which names and numbers must never be printed?",
        help="Real names and nicknames of the person, the family and witnesses, and telephone numbers, "
        "separated by commas. drafter looks for them in every text. It keeps them in a separate file that "
        f"only you can read. Type {UNKNOWN} to keep them off this computer.",
        kind="line",
        form="names",
        required=True,
        allow_unknown=True,
    )
