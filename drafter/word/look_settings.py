"""The settings of a look: those that affect the page stay, all others are removed."""

from drafter.word.removals import Removals
from drafter.word.xml_tree import Element, W, local_name, remove_element

_PAGE_SETTINGS = """
zoom displayBackgroundShape mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader
bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone
doNotHyphenateCaps evenAndOddHeaders characterSpacingControl noLineBreaksAfter noLineBreaksBefore
strictFirstAndLastChars embedTrueTypeFonts saveSubsetFonts footnotePr endnotePr compat themeFontLang
clrSchemeMapping decimalSymbol listSeparator
"""
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}mathPr"
_KEPT = frozenset({_MATH, *(f"{W}{name}" for name in _PAGE_SETTINGS.split())})
_REPORTED = {
    "mailMerge": "the data source of a mail merge",
    "attachedTemplate": "the path of its template",
    "docVars": "stored variables",
    "documentProtection": "protection against editing",
    "writeProtection": "protection against editing",
    "saveThroughXslt": "the path of a transformation",
}
"""What the user may miss, or did not know about."""


def clean_settings(settings: Element, removals: Removals) -> None:
    """Remove all *settings* that do not affect the page."""
    for child in list(settings):
        if child.tag in _KEPT:
            continue
        if local_name(child) in _REPORTED:
            removals.add(_REPORTED[local_name(child)])
        remove_element(child)
