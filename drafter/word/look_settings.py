"""The settings of a look: those that shape the page stay, everything else goes."""

from drafter.word.left_out import LeftOut
from drafter.word.xml_tree import Element, W, drop, local

_SHAPING = """
zoom displayBackgroundShape mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
doNotHyphenateCaps evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore
strictFirstAndLastChars embedTrueTypeFonts saveSubsetFonts footnotePr endnotePr compat themeFontLang
clrSchemeMapping decimalSymbol listSeparator
"""
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
_KEPT = frozenset({_MATH, *(f"{W}{name}" for name in _SHAPING.split())})
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
        if child.tag in _KEPT:
            continue
        if local(child) in _SAID:
            left_out.thing(_SAID[local(child)])
        drop(child)
