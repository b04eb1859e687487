"""Forms of citations in English, after the United Nations Editorial Manual."""

from drafter.language.sentence_words import CitationWords
from drafter.patterns import pattern

_NUMBER = r"\d{1,3}[a-z]?(?:\s?\((?:\d{1,2}|[a-z]|[ivx]{1,4})\))*(?![\d.]\d|\d|[^\W\d_]|\s*(?:%|per cent))"
_AFTER = (
    # What may follow the last number; a noun would belong to the number: "article 9 and 14 days after".
    r"(?=\s*(?:[)\]”’\"*_.;:,]|$)|\s+(?:of|in) (?:the|this|that|our|general|its (?:last|report|concluding))\b"
    r"|\s+(?:apply|protects?|which|that|do|does|have|has|require|should|must|are|were|is|was)\b)"
)
_SINGULAR = r"(?P<word>[Pp]ara\.|[Pp]aragraph|[Aa]rt\.|[Aa]rticle|[Ss]ect\.|[Ss]ection|[Rr]ule|[Gg]uideline)"
_PLURAL = (
    r"(?P<word>[Pp]aras\.|[Pp]aragraphs|[Aa]rts\.|[Aa]rticles|[Ss]ects\.|[Ss]ections|[Rr]ules|[Gg]uidelines)"
)

CITATIONS = CitationWords(
    quick=pattern(r"\b(?i:para|art|sect|rule|guideline)[a-z]*\.? \d|\s/|/\s"),
    plurals={
        "para.": "paras.",
        "paragraph": "paragraphs",
        "art.": "arts.",
        "article": "articles",
        "sect.": "sects.",
        "section": "sections",
        "rule": "rules",
        "guideline": "guidelines",
    },
    in_full={"art.": "article", "arts.": "articles"},
    singular_with_several=pattern(
        rf"\b{_SINGULAR}\s+(?P<numbers>{_NUMBER}\s?[-–]\s?{_NUMBER}(?=\s*(?:\W|$)|\s)"
        rf"|{_NUMBER}(?:,\s{_NUMBER})*,?\s(?:and|or|to|&)\s{_NUMBER}{_AFTER})"
    ),
    plural_with_one=pattern(
        rf"\b{_PLURAL}\s+(?P<numbers>{_NUMBER})(?=\s+of (?:the|this|that|our|its)\b|[)\]]|\.?\s*$|\.\s+[A-Z])"
    ),
    capital_inside=pattern(r"(?:(?<=[a-z,] )|(?<=\())(?P<word>Arts?\.) ?(?P<numbers>\d{1,3})"),
    symbol_with_blanks=pattern(
        r"\b(?:A|E|S|ST|HRI|CAT|CCPR|CED|CEDAW|CERD|CMW|CRC|CRPD)(?:\s?/\s?[A-Z\d](?:[A-Za-z\d.()]*[\w)])?){2,}"
    ),
    hyphen=pattern(r"\s?[-–]\s?"),
)
"""The forms of citations in an English text."""
