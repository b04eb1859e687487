"""How the words of an English text are looked up in a dictionary with American spellings."""

from drafter.language.sentence_words import SpellingWords
from drafter.patterns import pattern

_CAPITALISED = """
    act agency article assembly bureau centre commission committee constitution convention council country
    covenant criminal department development detention drug drugs education general government governments
    health high human interior international justice labour law minister ministers ministry national ombudsman
    organisation parliament police president prison programme protocol public recommendation rapporteur report
    rights service special state states treatment united women children
"""

SPELLING = SpellingWords(
    word=pattern(
        r"(?<![\w/@.#&’'_-])[A-Za-z]+(?:[’'-][A-Za-z]+)*(?![\w@/_&]|[-.’']\w)",
    ),
    part=pattern(r"[A-Za-z]+(?:[’'](?:s|t|re|ve|ll|d|m)\b)?"),
    ending=pattern(r"n?[’']t$|[’'](?:s|re|ve|ll|d|m)?$"),
    variants=(
        (pattern(r"is(?=(?:e[drs]?|ers?|ing|ation|ations|able|ational)$)"), "iz"),
        (pattern(r"ys(?=(?:e[drs]?|ers?|ing)$)"), "yz"),
        (pattern(r"our(?=[a-z]*$)(?<=[a-z]{3})"), "or"),
        (pattern(r"tre(?=s?$)"), "ter"),
        (pattern(r"tr(?=ed$|ing$)"), "ter"),
        (pattern(r"ll(?=(?:ed|ing|ings|ers?|ors?|ously)$)"), "l"),
        (pattern(r"l(?=(?:ment|ments|ful)$)"), "ll"),
        (pattern(r"mme(?=s?$|d$)"), "m"),
        (pattern(r"ogue(?=s?$)"), "og"),
        (pattern(r"enc(?=e[ds]?$)"), "ens"),
        (pattern(r"is(?=e|ing|ation)"), "iz"),
        (pattern(r"dgement"), "dgment"),
        (pattern(r"practis"), "practic"),
    ),
    rare_variants=((pattern(r"[ao]e(?=[a-z]{2})"), "e"),),
    prefixes=pattern(
        r"^(?:un|re|non|over|under|poly|multi|inter|intra|anti|counter|pre|post|co|sub|self|de|dis|mis|out|bio|cyber"
        r"|cross|extra|hyper|infra|macro|micro|neuro|para|pro|pseudo|psycho|socio|super|trans|ultra|auto|geo|tele)"
        r"(?=[a-z]{5})"
    ),
    endings=(("ies", "y"), ("es", ""), ("s", ""), ("ly", ""), ("ness", ""), ("less", ""), ("like", "")),
    capitalised=frozenset(_CAPITALISED.split()),
)
"""The spelling of English words, British and American."""
