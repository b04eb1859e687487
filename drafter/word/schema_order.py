"""The order in which the schema wants the children of an element. Not every program that writes Word files
keeps it, and Word offers to repair a file with another order.
"""

from docx.oxml.parser import OxmlElement

from drafter.word.xml_tree import Element, W, local_name, remove_element

_PARAGRAPH = """
pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange
"""
_RUN = """
rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
lang eastAsianLayout specVanish oMath
"""
_STYLE = """
name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked
personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr
"""
_TABLE = """
tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd
tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription
"""
_CELL = """
cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark
"""
_LEVEL = "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr"
_SETTINGS = """
writeProtection view zoom removePersonalInformation displayBackgroundShape embedTrueTypeFonts saveSubsetFonts
mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop
defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders
characterSpacingControl strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore footnotePr endnotePr
compat mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator
"""
_SIDES = "top left start bottom right end insideH insideV between bar tl2br tr2bl"
_ORDERS = {
    name: {child: number for number, child in enumerate(children.split())}
    for name, children in {
        "pPr": _PARAGRAPH,
        "rPr": _RUN,
        "style": _STYLE,
        "tblPr": _TABLE,
        "tcPr": _CELL,
        "lvl": _LEVEL,
        "settings": _SETTINGS,
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "numPr": "ilvl numId",
        "tblStylePr": "pPr rPr tblPr trPr tcPr",
        "styles": "docDefaults latentStyles style",
        "docDefaults": "rPrDefault pPrDefault",
        **dict.fromkeys(("pBdr", "tblBorders", "tcBorders", "tblCellMar", "tcMar"), _SIDES),
    }.items()
}
_REPEATED = {"style", "tblStylePr", "lvl", "numPicBullet", "abstractNum", "num"}
"""What may occur several times in its parent; of anything else the last one counts."""


def repair_order(root: Element) -> None:
    """Put the children of the elements under *root* into the order of the schema, without doubles."""
    for parent in list(root.iter(*(f"{W}{name}" for name in _ORDERS))):
        children = list(parent)
        numbers = [_number(parent, child) for child in children]
        if numbers != sorted(numbers):
            parent[:] = [child for _, child in sorted(zip(numbers, children, strict=True), key=_first)]
        last = {child.tag: child for child in parent}
        for child in list(parent):
            if last[child.tag] is not child and local_name(child) not in _REPEATED:
                remove_element(child)


def insert_in_order(parent: Element, child: Element) -> None:
    """Insert *child* into *parent* where the schema wants it, in place of one of its kind."""
    for old in parent.findall(child.tag) if local_name(child) not in _REPEATED else ():
        parent.remove(old)
    number = _number(parent, child)
    following = next((each for each in parent if _number(parent, each) > number), None)
    if following is None:
        parent.append(child)
    else:
        following.addprevious(child)


def child_in_order(parent: Element, tag: str) -> Element:
    """Return the child *tag* of *parent*, inserted where the schema wants it if it is missing."""
    child = parent.find(f"{W}{tag}")
    if child is None:
        child = OxmlElement(f"w:{tag}")
        insert_in_order(parent, child)
    return child


def _number(parent: Element, child: Element) -> int:
    """Return the rank of *child* in *parent*; what the schema does not know comes last."""
    order = _ORDERS[local_name(parent)]
    is_words = child.tag.startswith(W) or local_name(child) == "mathPr"
    return order.get(local_name(child), len(order)) if is_words else len(order)


def _first(pair: tuple[int, Element]) -> int:
    return pair[0]
