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
    "|(?:north|south)(?:-?(?:east|west))?(?:ern)?|east(?:ern)?|west(?:ern)?|countryside|coast|governorates?|suburbs?"
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
    "a|about|after|all|always|an|and|are|as|at|be|because|been|before|besides|between|but|by|did|do|does|during"
    "|each|every|for|from"
    "|got|had|has|have|he|in|into|is|it|its|no|not|of|on|only|or|out|saw|she|since|than|that|the|their|them|they"
    "|can|could|may|might|must|shall|this|to|under|until|up|us|was|we|were"
    "|when|where|which|while|who|whom|whose|will|with|without|would"
)
"""Words that do not name what is counted."""
_NOUN = rf"(?:(?!(?:{_NO_NOUN})\b)[^\W\d_]+(?:[-’'][^\W\d_]+)*)"
_NO_FIGURE = r"(?<!section )(?<!article )(?<!paragraph )(?<!page )(?<!Act )(?<!No\. )(?<!under )(?<!aged )"
_SPAN = rf"(?! (?:hours?|days?|weeks?|months?|years?|(?-i:{_MONTHS}))\b)"
_WORDS = rf"\b(?:{_SMALL}|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)\b"
_DIGITS = r"(?<![\d.,/])(?!(?:19|20)\d\d(?!,?\d))\d[\d,.]*(?<![.,])(?![\d/])"
_ANY = rf"{_NO_FIGURE}(?:{_DIGITS}|{_WORDS}){_SPAN}"
"""A number that counts something: no year, no section of a law, no length of time."""
_PART = rf"{_ANY}(?: ?%| (?:per cent|percent)\b)?"
_THINGS = rf"(?!(?:{_NO_NOUN})\b)[^\W\d_]+(?:[-’'][^\W\d_]+)*(?<!s)s\b"
"""A word in the plural, as far as its ending shows it."""
_COUNTED = rf"(?:(?: {_NOUN}){{0,2}}? (?:(?:{_PEOPLE}|{_SEX}|children|families)\b|{_THINGS}))"
"""What a number counts: the fewest words up to one in the plural, or up to one for people."""
_OF_THESE = rf" of(?: (?:the|all|these|those|our))?(?:{_COUNTED}| {_NOUN})"

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
        rf"{_COUNTED}?",
        re.IGNORECASE,
    ),
    whole_first=pattern(
        rf"\b(?:out )?of (?P<whole>(?:(?:the|all|these|those|our) )*{_ANY}{_COUNTED}?)"
        rf"(?:[^.;]{{0,80}}?, |[^.;,\d]{{0,40}} )(?P<part>{_PART})",
        re.IGNORECASE,
    ),
    counted=pattern(
        rf"{_PART}(?:{_OF_THESE}|{_COUNTED}|(?<=\bone) {_NOUN}|(?<=\b1) {_NOUN})?",
        re.IGNORECASE,
    ),
    pronoun=pattern(r"one", re.IGNORECASE),
    base=pattern(r"\b(?:per|every|for)\s*$", re.IGNORECASE),
    refers_back=pattern(
        r"\b(?:the|that|these) same (?:years?|months?|period|time)\b"
        r"|\b(?:in|during|over) that (?:year|month|period|time)\b"
        r"|\b(?:of|among) (?:these|those|them)\b|\bof (?:this|that) number\b",
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
