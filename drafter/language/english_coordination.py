"""The words that join the actions of one recommendation in English."""

import re

from drafter.language.review_words import CoordinationWords
from drafter.patterns import pattern

COORDINATION = CoordinationWords(
    joints=pattern(
        r"(?P<semicolon>\s*;\s*(?:and\s+)?)"
        r"|(?P<sentence>(?<=\w)\.\s+(?=[A-Z]))"
        r"|(?P<comma>\s*,)?\s+(?P<and>and|then|plus)(?:\s*,[^,;.]{1,60},\s*|\s+(?:then\s+|also\s+)?)"
        r"|(?P<only_comma>\s*,\s+)",
        re.IGNORECASE,
    ),
    asides=pattern(
        r"\b(?:search and rescue|stop and search|stop and rest|test and treat)\b"
        r"|\([^()]{4,}\)|“[^”]*”|\"[^\"]*\""
    ),
    object_word=pattern(r"\b(?!(?:and|or|then|also|to|fully|promptly|effectively|immediately)\b)[^\W_]{2,}"),
    adverbial=pattern(
        r"\b(?:within (?:the next )?\w+ (?:days?|weeks?|months?|years?)|by (?:the end of )?20\d\d"
        r"|(?:each|every) (?:year|month|quarter)|by law|\w+ly)\b",
        re.IGNORECASE,
    ),
    noun_list=pattern(r",\s*[\w-]+$"),
    same_object=pattern(
        r"[a-z-]+\s+(?:it|them)\b|(?:give|transfer|assign|return)\s+(?:its|their)\b"
        r"|(?:publish|release)\s+(?:the|its)\s+(?:evaluation|review)\b"
        r"|(?:implement|amend|repeal|replace|fund|apply|enforce|adopt|finance|resource|revise|reform|update|use"
        r"|maintain|monitor|pass|enact)\s+(?:it|them|this|these|the same)\b",
        re.IGNORECASE,
    ),
    list_opener=pattern(r"\b(?:to|by|that|which|including|for|on|with|must|should)\s*:"),
    subordinator=pattern(
        r"\b(?:that|who|which|whom|whose|where|when|while|if|so|whether|how|what|because|until|unless"
        r"|can|may"
        r"|must|should|will|shall|cannot|could|would|not|never|in order to|so as to"
        r"|to(?=\s+(?!the\b|all\b|an?\b|every\b|each\b|any\b|its\b|their\b|people\b|those\b)[a-z]))\b",
        re.IGNORECASE,
    ),
    governing=frozenset({"ensure", "guarantee", "make sure", "help", "let", "do not", "refrain", "see to"}),
    last_joint=pattern(r",? and \w|; \w"),
    comma=pattern(r",\s+"),
    last_word=pattern(r"[^\W\d_]+\s*$"),
)
"""How English joins two actions."""
