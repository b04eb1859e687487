"""The words by which a review sees, in English, what the rules of a document say about its form."""

import re

from drafter.language.review_words import FormWords
from drafter.patterns import pattern

_TELL = (
    "indicate describe explain clarify specify comment report elaborate inform state list update outline "
    "summarise summarize say tell share submit identify name confirm quantify disaggregate respond reply"
)
_TOLD = (
    "information|data|details?|figures?|statistics|numbers?|examples?|an? (?:update|overview|account|list)|"
    "the (?:Committee|number|reasons?|results?|text|status|list)"
)

FORM = FormWords(
    see_annex=pattern(r"\b(?:see|as (?:set out|shown) in|refer to) (?:the )?(?:attached )?annex\w*", re.I),
    several_items=pattern(
        r"\bitems\s+\d+|^\W*(?:agenda\s+)?(?:item\s+)?\d{1,2}\s*(?:,|and|&|/|\+)\s*(?:item\s+)?\d{1,2}\W*$",
        re.I,
    ),
    plain_acronyms=frozenset(("HIV", "AIDS", "COVID", "UN")),
    to_come=pattern(
        r"\b(?:will (?:be|take|face)|is to be|are to be|is (?:set|scheduled|planned|due)|"
        r"are (?:set|scheduled)|scheduled for|set for|planned for)\b",
        re.I,
    ),
    asks_to_tell=pattern(
        r"\W*(?:(?:with|in|further|according|regarding|concerning|as|following|after)\b[^,]{0,120}, )?"
        rf"(?:kindly |please )*(?:also )?(?:(?:{'|'.join(_TELL.split())})\b|"
        r"(?<=please )(?:provide|give|send|supply|furnish)\b|"
        rf"(?:provide|give|send|supply|furnish|submit|present|share)\b.{{0,60}}?\b(?:{_TOLD}))",
        re.I,
    ),
)
