"""How an English text asks a State to act."""

from drafter.language.sentence_words import AddresseeWords
from drafter.patterns import pattern

_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\s(?:(?:of|and|the|de)\s){0,2}[A-ZÀ-Þ][\w’'-]*){0,4}"
_MUST = (
    r"(?:should|must|shall|ought to|needs? to|ha(?:s|ve) to|(?:is|are) (?:urged|asked|requested|called))"
    r"\b(?! have\b)"
)
_STATE = (
    rf"(?:[Tt]he\s)?(?:(?:Governments?|Parliament|State|authorities|police|Ministry|Minister)\s(?:of\s)?)?"
    rf"(?:the\s)?(?P<names>{_NAME}(?:,\s{_NAME})*)"
)

ADDRESSEES = AddresseeWords(
    quick=pattern(
        r"\b(?:should|must|shall|ought|urge|ask|asked|call|called|request|recommend|demand|invite|needs?|has|have"
        r"|did|will|why)\s"
    ),
    # The State is the subject: it begins the sentence, or its part after a semicolon.
    subject=pattern(
        rf"(?:^[\s\W\d]*|[;:—–]\s)(?:(?:Therefore|Moreover|Also|First|Second|Finally|Now),?\s)?"
        rf"{_STATE},?\s{_MUST}"
    ),
    # The State is the object: we call on it to act.
    object=pattern(
        r"\b(?:(?:[Ww]e|(?:[Cc]ommittee|[Cc]ouncil|[Rr]apporteur|[Ww]orking [Gg]roup|organi[sz]ations?)"
        r"(?:\s(?:should|must|to))?)\s(?:also\s|strongly\s|therefore\s|further\s)*"
        rf"(?:recommend(?:\sthat)?|urge|ask|request|demand(?:\sthat|\sof)?|call\s(?:up)?on|invite)"
        rf"|explain\swhy|(?:steps|measures)\s(?:has|have|did|will))\s{_STATE}\s[a-z]"
    ),
    between=pattern(r",\s(?:and\s)?|\sand\s(?:the\s)?"),
)
"""The ways in which an English text asks a State to act."""
