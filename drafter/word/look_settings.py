"""The settings of a look: those that shape the page stay, everything else goes."""

from drafter.word.left_out import LeftOut
from drafter.word.xml_tree import Element, W, drop, local

_SHAPING = """
zoom displayBackgroundShape mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
doNotHyphenateCaps evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore
strictFirstAndLastChars embedTrueTypeFonts saveSubsetFonts footnotePr endnotePr compat mathPr themeFontLang
clrSchemeMapping decimalSymbol listSeparator
"""
_KEPT = frozenset(_SHAPING.split())
_SAID = {
    "mailMerge": "the data source of a mail merge",
    "attachedTemplate": "the path of its template",
    "docVars": "stored variables",
    "documentProtection": "protection against editing",
    "writeProtection": "protection against editing",
    "saveThroughXslt": "the path of a transformation",
}
"""What its user may miss, or did not know was there."""


def clean_settings(settings: Element, left_out: LeftOut) -> None:
    """Remove from *settings* whatever does not shape the page."""
    for child in list(settings):
        name = local(child)
        if name in _KEPT:
            continue
        if name in _SAID:
            left_out.thing(_SAID[name])
        drop(child)
    for foreign in [one for one in settings.iter() if one.tag.startswith("{") and _is_foreign(one)]:
        drop(foreign)


def _is_foreign(element: Element) -> bool:
    """Return whether *element* is of neither Word's own namespace nor that of formulas."""
    return not element.tag.startswith(W) and not element.tag.startswith(
        "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
    )
