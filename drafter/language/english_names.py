"""How names with capitals are recognised in an English text."""

from drafter.language.review_words import NameWords
from drafter.patterns import pattern

_STARTERS = """
    a all an and any are as at because both but by each eight even every few five for former four
    from he how however if in is it its many more most nine no not of on one only other our people
    seven she since six so some such ten that the their then there these they this those three to
    two we were what when where whether which while who why with yet young your
"""

NAMES = NameWords(
    word=pattern(r"[^\W\d_]+"),
    small=frozenset({
        "a", "an", "and", "against", "for", "in", "of", "on", "or", "the", "to", "with", "without",
    }),
    starters=frozenset(_STARTERS.split()),
    name_after=pattern(
        r"[’']?s?[’']?\s+(?:\([A-Z][^()]{0,60}\)\s+)?"
        r"(?:(?:of|on|and|the|for|against|in|to|de)\s+){0,3}[A-Z][\w’'-]*"
    ),
    name_before=pattern(r"([A-Z][\w’'-]*)\s+(?:(?:of|on|and|the|for|against|in|to|de)\s+){0,3}$"),
    reach=60,
    institution=pattern(
        r"\b(?:Acts?|Laws?|Code|Bill|Decree|Ordinance|Convention|Protocol|Agency|Association|Board|Bureau"
        r"|Cent(?:re|er)|Commission|Committee|Council|Department|Foundation|Institute|Ministry|Network|Office"
        r"|Programme|Service|Society|Union)\b"
    ),
)  # fmt: skip
"""Names of laws, bodies and organisations in English."""
