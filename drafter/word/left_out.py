"""What drafter left out of a look, in words for its user. Never a name, a path or an address."""

from collections import Counter
from collections.abc import Sequence

from drafter.language.language import Language

_WORDS_OWN = """
ADDIN ADDRESSBLOCK ADVANCE ASK AUTHOR AUTONUM AUTONUMLGL AUTONUMOUT AUTOTEXT AUTOTEXTLIST BARCODE
BIBLIOGRAPHY CITATION COMMENTS COMPARE CONTROL CREATEDATE DATABASE DATE DDE DDEAUTO DISPLAYBARCODE
DOCPROPERTY DOCVARIABLE EDITTIME EMBED EQ FILENAME FILESIZE FILLIN FORMCHECKBOX FORMDROPDOWN FORMTEXT
GLOSSARY GOTOBUTTON GREETINGLINE HTMLCONTROL HYPERLINK IF IMPORT INCLUDE INCLUDEPICTURE INCLUDETEXT INDEX
INFO KEYWORDS LASTSAVEDBY LINK LISTNUM MACROBUTTON MERGEBARCODE MERGEFIELD MERGEREC MERGESEQ NEXT NEXTIF
NOTEREF NUMCHARS NUMPAGES NUMWORDS PAGE PAGEREF PRINT PRINTDATE PRIVATE QUOTE RD REF REVNUM SAVEDATE SECTION
SECTIONPAGES SEQ SET SHAPE SKIPIF STYLEREF SUBJECT SYMBOL TA TC TEMPLATE TIME TITLE TOA TOC USERADDRESS
USERINITIALS USERNAME XE
"""
_KNOWN_FIELDS = frozenset(_WORDS_OWN.split())
"""Word's field names. Any other first word of a field is a bookmark's name, which can be a person's."""


class LeftOut:
    """Gathers what was removed from a look while it is cleaned."""

    def __init__(self) -> None:
        self._authors: set[str] = set()
        self._tracked = False
        self._fields: Counter[str] = Counter()
        self._things: Counter[tuple[str, str]] = Counter()

    def tracked(self, author: str) -> None:
        """Count a tracked change by *author*, whose name may be empty."""
        self._tracked = True
        if author.strip():
            self._authors.add(author.strip())

    def field(self, name: str) -> None:
        """Count a field by the first word of its code."""
        self._fields[name.upper() if name.upper() in _KNOWN_FIELDS else ""] += 1

    def thing(self, one: str, several: str = "") -> None:
        """Count a thing by its words for *one* (``a picture``) and for *several* (``pictures``).

        Without *several* it is said once, however often it was there.
        """
        self._things[one, several] += 1

    def phrases(self, language: Language) -> tuple[str, ...]:
        """Return what was left out, each kind as a phrase: ``tracked changes by two people``."""
        found: list[str] = []
        if self._tracked:
            people = len(self._authors)
            by = f" by {language.counted_in_words(people, 'person')}" if people else ""
            found.append(f"tracked changes{by}")
        for name, number in self._fields.items():
            named = f"{name} field" if name else "unknown field"
            several = language.counted_in_words(number, named)
            found.append(language.with_article(named) if number == 1 else several)
        for (one, several), number in self._things.items():
            found.append(
                one if number == 1 or not several else f"{language.number_in_words(number)} {several}"
            )
        return tuple(found)


def in_a_sentence(file: str, phrases: Sequence[str], language: Language) -> str:
    """Return one sentence for the user that says what the look *file* held, or nothing without *phrases*."""
    if not phrases:
        return ""
    several = len(phrases) > 1 or not phrases[0].startswith(("a ", "an ", "the "))
    them = "them" if several else "it"
    return f"The letterhead {file} held {language.listed(phrases)}; drafter left {them} out."
