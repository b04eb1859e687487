"""The look that comes with drafter: it says which styles a look needs, and fills in those that it lacks."""

from functools import lru_cache

from drafter.bundled import bundled_folder
from drafter.word.package import read_parts
from drafter.word.style_recognition import StyleKey, style_key
from drafter.word.xml_tree import ON, Element, W, parse

_FILE = "look.docx"


@lru_cache(maxsize=1)
def bundled_look() -> dict[str, bytes]:
    """Return the parts of the bundled look by name, not cleaned."""
    return read_parts((bundled_folder("templates") / _FILE).read_bytes())


def bundled_root(part: str) -> Element:
    """Return a new tree of the bundled look's *part*, such as ``styles``."""
    return parse(bundled_look()[f"word/{part}.xml"])


def bundled_styles() -> dict[StyleKey, Element]:
    """Return the styles of the bundled look that a document needs: all but Word's four defaults."""
    styles = bundled_root("styles").iter(f"{W}style")
    return {style_key(style): style for style in styles if style.get(f"{W}default") not in ON}
