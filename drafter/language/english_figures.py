"""How English states figures: numbers, what they count, where, for which groups, and what they leave out."""

import re

from drafter.language.figure_words import FigureWords
from drafter.patterns import pattern

_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_NUMBER = rf"(?:\d[\d.,]*|{_SMALL}|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)"
_PLACES = (
    "blocs?|camps?|capital|centres?|centers?|cities|city|clinics?|communes?|counties|county|countries|country"
    "|courts?|districts?|facilit(?:y|ies)|hospitals?|houses?|municipalit(?:y|ies)|neighbourhoods?|prefectures?"
    "|prisons?|provinces?|regions?|schools?|shelters?|states|territor(?:y|ies)|towns?|villages?|wards?"
    "|nationwide|nationally|countrywide|worldwide"
)
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
)
_PEOPLE = (
    "people|persons?|patients?|prisoners?|detainees?|inmates?|clients?|deaths?|arrests?|convictions?"
    "|defendants?|accused|residents?|respondents?|participants?|victims?|workers?|users?|cases?"
)
_SEX = "(?:wom[ae]n|m[ae]n|girls?|boys?|females?|males?)"
_NO_NOUN = (
    "a|about|after|all|an|and|are|as|at|be|been|before|between|but|by|did|do|does|during|each|every|for|from"
    "|got|had|has|have|he|in|into|is|it|its|no|not|of|on|only|or|out|saw|she|since|than|that|the|their|they"
    "|can|could|may|might|must|shall|this|to|under|until|up|was|we|were"
    "|when|where|which|while|who|whom|whose|will|with|without|would"
)
"""Words that do not name what is counted."""
_NOUN = rf"(?:(?!(?:{_NO_NOUN})\b)[^\W\d_]+(?:[-’'][^\W\d_]+)*)"
_NO_FIGURE = r"(?<!section )(?<!article )(?<!paragraph )(?<!page )(?<!Act )(?<!No\. )"
_SPAN = r"(?! (?:hours?|days?|weeks?|months?|years?)\b)"
_WORDS = rf"\b(?:{_SMALL}|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)\b"
_DIGITS = r"(?<![\d.,])(?!(?:19|20)\d\d(?![\d,]))\d[\d,.]*(?<![.,])(?!\d)"
_ANY = rf"{_NO_FIGURE}(?:{_DIGITS}|{_WORDS}){_SPAN}"
"""A number that counts something: no year, no section of a law, no length of time."""
_PART = rf"{_ANY}(?: ?%| (?:per cent|percent)\b)?"
_OF_THESE = rf" of(?: (?:the|all|these|those|our))?(?: {_NOUN}){{1,2}}"

FIGURES = FigureWords(
    number=pattern(
        r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen"
        r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|dozens?|half"
        r"|(?:one|a) (?:third|quarter|in)|none of)\b",
        re.IGNORECASE,
    ),
    count=pattern(
        rf"\b{_NUMBER} (?:of (?:the |every |these )?{_NUMBER}|per cent|percent|(?:\w+ ){{0,2}}"
        rf"(?:{_PEOPLE}|{_SEX}|children|families))\b"
        rf"|\d ?%|\bof (?:the )?(?!(?:19|20)\d\d\b){_NUMBER} \w",
        re.IGNORECASE,
    ),
    share=pattern(
        rf"{_ANY}(?: {_NOUN})? (?:out )?of (?:(?:the|all|every|these|those|our|some|about) )*{_ANY}"
        rf"(?: {_NOUN})?",
        re.IGNORECASE,
    ),
    whole_first=pattern(
        rf"\b(?:out )?of (?P<whole>(?:(?:the|all|these|those|our) )*{_ANY}(?: {_NOUN})?)"
        rf"(?:[^.;]{{0,80}}?, |[^.;,\d]{{0,40}} )(?P<part>{_PART})",
        re.IGNORECASE,
    ),
    counted=pattern(
        rf"{_PART}(?:{_OF_THESE}|(?: {_NOUN})? (?:{_PEOPLE}|{_SEX}|children|families)\b| {_NOUN})?",
        re.IGNORECASE,
    ),
    place=pattern(
        rf"\b(?:{_PLACES})\b"
        rf"|\b(?:[Ii]n|[Aa]t|[Aa]cross|[Tt]hroughout|[Aa]round|[Nn]ear) (?:the )?(?!(?:{_MONTHS})\b)"
        r"[A-Z][^\W\d_]+",
    ),
    people=pattern(rf"\b(?:{_PEOPLE})\b", re.IGNORECASE),
    groups=pattern(
        r"\b(?:wom[ae]n|m[ae]n|girls?|boys?|females?|males?|mothers?|fathers?|sons?|daughters?"
        r"|transgender|non-binary|child(?:ren)?|adults?|minors?|youth|adolescents?|young|younger|older|elderly"
        r"|aged?|ages|under \d\d|over \d\d|years old|sex|gender|ethnic\w*|indigenous"
        r"|Roma|nationals?|foreign\w*"
        r"|migrants?|pregnan\w+|disabilit\w+|LGBT\w*)\b",
        re.IGNORECASE,
    ),
    minimum=pattern(
        rf"\b(?:at least|no fewer than|not fewer than|no less than|a minimum of|upwards of) {_NUMBER} "
        rf"(?:of (?:the )?{_NUMBER} )?(?:\w+ ){{0,2}}(?:{_PEOPLE}|women|men|children|centres)\b",
        re.IGNORECASE,
    ),
    explained=pattern(
        r"\b(?:because|since (?:two|some|not)|exclud\w+|(?:do|does|did) not (?:include|count|cover)"
        r"|not counting"
        r"|without (?:counting|those)|leav(?:es?|ing) out|known (?:to|cases)|that we know of|documented"
        r"|confirmed|recorded|reported)\b",
        re.IGNORECASE,
    ),
    percentage=pattern(rf"(?P<number>{_NUMBER}) ?(?:%|per cent\b|percent\b)", re.IGNORECASE),
    sample=pattern(
        r"\b(?:interview(?:ed|ees?)?|survey(?:ed)?|asked|consulted|respondents?|participants?|questionnaires?"
        r"|members|files (?:that were )?read|sampled?)\b",
        re.IGNORECASE,
    ),
    two_sexes=pattern(
        rf"(\d[\d,]*) {_SEX}\b(?:, (?:and )?| and )(\d[\d,]*) {_SEX}\b(?!,? (?:and )?\d+ of)", re.IGNORECASE
    ),
    collects=pattern(
        r"\bdisaggregated\b|\b(?:figures?|data|statistics|numbers?)\b[^.]*\bby (?:sex|age|gender|group)\b",
        re.IGNORECASE,
    ),
    no_groups=pattern(r"\W*(?:no|none|nothing|not|unknown|n/?a)\b.*", re.IGNORECASE | re.DOTALL),
)
