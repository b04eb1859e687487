"""Where a unit is in its document, in the words of the screen."""

from drafter.comparison.units import Unit, text_of

_LONGEST = 50


class Places:
    """Tells the places of the units of one document, which it must see in reading order."""

    def __init__(self) -> None:
        self._heading = ""
        self._paragraph = 0
        self._tables = 0

    def place(self, unit: Unit) -> str:
        """Return the place of *unit*: its number as printed, or the heading above it."""
        match unit.kind:
            case "heading":
                self._heading = _excerpt(text_of(unit.inlines))
                return f"the heading “{self._heading}”"
            case "table":
                self._tables += 1
                return f"table {self._tables}{self._under()}"
            case "page":
                return f"a page turn{self._under()}"
            case "item":
                return f"{self._item(unit)}{self._under()}"
        role = getattr(unit.block, "role", "body")
        if getattr(unit.block, "numbered", False):
            self._paragraph += 1
            return f"paragraph {self._paragraph}{self._under()}"
        if role in ("title", "subtitle", "signature", "keywords"):
            return f"the {role}"
        return f"the text{self._under()}" if self._heading else "the text before the first heading"

    def _item(self, unit: Unit) -> str:
        """Return the name of an item: ``item (b) of paragraph 12``."""
        of = f" after paragraph {self._paragraph}" if self._paragraph else ""
        if not unit.is_ordered or not unit.number:
            return f"a list item{of}"
        letter = chr(ord("a") + (unit.number - 1) % 26) * ((unit.number - 1) // 26 + 1)
        return f"item ({letter}){of}"

    def _under(self) -> str:
        return f", under “{self._heading}”" if self._heading else ""


def _excerpt(text: str) -> str:
    """Return *text* on one line, cut after a word if it is long."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"
