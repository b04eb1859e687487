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
