"""The words by which a reader of a finished English text knows what a part of it is."""

import re

from drafter.language.outline_words import OutlineWords
from drafter.patterns import pattern

_ADVERB = r"(?: (?:therefore|also|further|respectfully|strongly|jointly))?"
_ASKS = r"(?:asks?|urges?|calls? (?:up)?on|invites?|requests?|recommends?)"

OUTLINE = OutlineWords(
    asks_heading=pattern(
        r"\brecommendations?\b|\bwhat (?:we ask|you can recommend)\b|\bour (?:asks|demands)\b", re.IGNORECASE
    ),
    questions_heading=pattern(
        r"\b(?:suggested|proposed|possible) questions\b|\bwhat you can ask\b|\bquestions (?:to|for) the\b",
        re.IGNORECASE,
    ),
    earlier_heading=pattern(
        r"\b(?:earlier|previous|past|former|last|accepted|supported|noted|follow-?up|implementation|status)\b"
        r"|\bconcluding observations\b|\b(?:first|second|third|fourth) cycle\b|\bparagraphs? \d",
        re.IGNORECASE,
    ),
    asks_lead=pattern(
        rf"(?:It is{_ADVERB} recommended that|The Committee is{_ADVERB} invited to (?:recommend|ask) that"
        rf"|What is asked of|(?:In (?:the )?light of [^.:;\n]{{1,80}}, )?(?:[Ww]e|I){_ADVERB} {_ASKS}"
        rf"|The (?:submitting |undersigned |signatory )?(?:organi[sz]ations?|coalition|authors?|submitters?)"
        rf"{_ADVERB} {_ASKS}|[A-Z][A-Z-]+{_ADVERB} {_ASKS})\b"
    ),
    state_lead=pattern(
        r"(?:That )?(?:[Tt]he )?"
        r"(?:Government|State(?: [Pp]arty| under review)?|[Aa]uthorities|Parliament|Ministry|[A-Z]\w+)\b"
    ),
    subject=pattern(r"\bthe (?:[Gg]overnment|State(?: [Pp]arty)?|[Aa]uthorities)\b"),
    action_marker=pattern(r"\b(?:to|should|must|shall|[Tt]hat)\b"),
    questions_lead=pattern(r"(?:suggested|proposed) questions?\b[^.:;?!\n]{0,60}:\s*", re.IGNORECASE),
    confidential=pattern(
        r"\bconfidential\b|\bnot (?:to be (?:posted|published)|for publication)\b|\bwithout the names\b",
        re.IGNORECASE,
    ),
    keywords=pattern(r"\bkey[- ]?words?\b", re.IGNORECASE),
    submitters=pattern(
        r"(?:(?:jointly )?submitted by:?|joint submission by:?|submitting organi[sz]ations?:)\s*",
        re.IGNORECASE,
    ),
)
