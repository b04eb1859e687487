"""The words of English that say that a State breaks a treaty."""

import re

from drafter.language.review_words import ViolationWords
from drafter.patterns import pattern

VIOLATIONS = ViolationWords(
    breaks=pattern(
        r"\b(?:violat(?:es?|ed|ing|ions?)|breach(?:es|ed|ing)?|contraven(?:es?|ed|ing|tions?)"
        r"|infring(?:es?|ed|ing|ements?)|contrary to|(?:in|not )compatible with|inconsistent with"
        r"|(?:fail(?:s|ed|ing|ure)? to|does not|do not|did not) (?:comply with|fulfil|respect|meet)"
        r"|bound by|obligations? (?:of \w+ )?under)\b",
        re.IGNORECASE,
    ),
    not_breaks=pattern(
        r"\bnot (?:bound by|violate|breach|contravene|infringe|contrary to|incompatible with|inconsistent)\b",
        re.IGNORECASE,
    ),
    knows=pattern(r"\b(?:ratif\w+|acced\w+|accession|not (?:a )?(?:state )?party)\b", re.IGNORECASE),
    sentence_end=pattern(r"[.!?]\s+(?=[A-Z“(])|;\s|\n"),
)
