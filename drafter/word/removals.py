"""What drafter removed from a look, in words for the user. Never a name, a path or an address."""

from collections import Counter
from collections.abc import Sequence

from drafter.language.language import Language

_WORD_FIELDS = """
ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE
BIBLIOGRAPHY CITATION COMMENTS COMPARE CONTROL CREATEDATE DATABASE DATE DDE DDEAUTO DISPLAYBARCODE
DOCPROPERTY DOCVARIABLE EDITTIME EMBED EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT
GLOSSARY GOTOBUTTON GREETINGLINE HTMLCONTROL HYPERLINK IF IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT INDEX
INFO KEYWORDS LASTSAVEDBY LINK LISTNUM MACROBUTTON MERGEBARCODE MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF
NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINT PRINTDATE PRIVATE QUOTE RD REF REVNUM SAVEDATE SECTION
SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS
USERINITIALS USERNAME XE
"""
_KNOWN_FIELDS = frozenset(_WORD_FIELDS.split())
"""The names of Word's fields. Any other first word is the name of a bookmark, which may name a person."""


class Removals:
    """Counts what is removed from a look while it is cleaned."""

    def __init__(self) -> None:
        self._has_tracked_changes = False
        self._authors: set[str] = set()
        self._fields: Counter[str] = Counter()
        self._items: Counter[tuple[str, str]] = Counter()

    def add_tracked_change(self, author: str) -> None:
        """Count a tracked change by *author*, whose name may be empty."""
        self._has_tracked_changes = True
        if author.strip():
            self._authors.add(author.strip())

    def add_field(self, name: str) -> None:
        """Count a field; *name* is the first word of its code."""
        self._fields[name.upper() if name.upper() in _KNOWN_FIELDS else ""] += 1

    def add(self, singular: str, plural: str = "") -> None:
        """Count an item, by its *singular* (``a picture``) and its *plural* (``pictures``).

        Without a *plural* it is reported once, however often it occurs.
        """
        self._items[singular, plural] += 1

    def phrases(self, language: Language) -> tuple[str, ...]:
        """Return what was removed, with one phrase for each kind: ``tracked changes by two people``."""
        phrases: list[str] = []
        if self._has_tracked_changes:
            people = len(self._authors)
            by = f" by {language.counted_in_words(people, 'person')}" if people else ""
            phrases.append(f"tracked changes{by}")
        for name, number in self._fields.items():
            field = f"{name} field" if name else "unknown field"
            several = language.counted_in_words(number, field)
            phrases.append(language.with_article(field) if number == 1 else several)
        for (singular, plural), number in self._items.items():
            several = f"{language.number_in_words(number)} {plural}"
            phrases.append(singular if number == 1 or not plural else several)
        return tuple(phrases)


def removal_message(file: str, phrases: Sequence[str], language: Language) -> str:
    """Return a sentence that tells the user what was removed from the look *file*; ``""`` if nothing was."""
    if not phrases:
        return ""
    is_plural = len(phrases) > 1 or not phrases[0].startswith(("a ", "an ", "the "))
    them = "them" if is_plural else "it"
    return f"The letterhead {file} contained {language.listed(phrases)}; drafter left {them} out."
