"""English, as the United Nations writes it.

The verbs of recommendations, weak and strong, follow the five categories of action (E. McMahon, used by UPR
Info) that rank the recommendations of States from minimal to specific action.
"""

import re
from typing import TYPE_CHECKING

from drafter.language.english_labels import ENGLISH_LABELS
from drafter.language.language import Language
from drafter.language.words import AskWords, Calendar, Grammar, NoteWords, PlaceholderWords, SearchWords
from drafter.patterns import pattern

if TYPE_CHECKING:
    from drafter.language.comment_words import CommentWords
    from drafter.language.review_words import ReviewWords

_IRREGULAR = {"children": "child", "women": "woman", "woman": "women", "men": "man", "man": "men"}
_SHORT = 3


def _ordinal(number: int) -> str:
    """Return ``1st``, ``2nd``, ``3rd``, ``4th``; 11, 12 and 13 of any hundred have ``th``."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


def _plural(noun: str) -> str:
    """Return the plural of *noun*. The only irregular noun that drafter counts is "person"."""
    if noun == "person":
        return "people"
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _indefinite(noun: str) -> str:
    """Return *noun* after "a" or "an", which goes by the sound: "a user", "a union", "an unknown"."""
    takes_a = re.match(r"use|uni[^mn]|eu|one\b", noun, re.IGNORECASE)
    return f"{'an' if noun[:1].lower() in 'aeiou' and not takes_a else 'a'} {noun}"


def _forms(word: str) -> tuple[str, ...]:
    """Return the forms of *word* that count as a match: the word or its stem, singular and plural."""
    if word in _IRREGULAR:
        return (word, _IRREGULAR[word])
    if len(word) <= _SHORT:
        return (word,)
    if word.endswith("ies"):
        return (word, f"{word[:-3]}y")
    if word.endswith("y"):
        return (word, f"{word[:-1]}ies")
    if word.endswith(("sses", "xes", "ches", "shes")):
        return (word[:-2],)
    return (word[:-1],) if word.endswith("s") and not word.endswith("ss") else (word,)


def _review_words() -> "ReviewWords":
    """Return the tables of words that a review searches for."""
    from drafter.language.english_review import ENGLISH_REVIEW_WORDS

    return ENGLISH_REVIEW_WORDS


def _comment_words() -> "CommentWords":
    """Return the words of the comments in a Word file."""
    from drafter.language.english_comments import ENGLISH_COMMENTS

    return ENGLISH_COMMENTS


ENGLISH = Language(
    code="en",
    proofing="en-GB",
    calendar=Calendar(
        months=(
            "January", "February", "March", "April", "May", "June",
            "July", "August", "September", "October", "November", "December",
        ),
        weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
        day="{day} {month} {year}",
        month="{month} {year}",
        first_day="1",
        day_to_month=("of",),
        month_to_year=(),
        range_words=("to", "and"),
    ),
    grammar=Grammar(
        joiners={"and": " and ", "or": " or "},
        sentence_ends=(".", "!", "?", "…", ".”", ".’", '."', ".)"),
        sentence_words=pattern(
            r"\b(?:we|they|it|is|are|was|were|has|have|had|comes?|came|covers?|rests?|draws?|uses?|took|asked"
            r"|gathered|collected|interviewed|spoke|visited|read|describes?|reports?|shows?)\b",
            re.IGNORECASE,
        ),
        phrase_start=pattern(
            r"(?:The(?!\s+Hague\b)|An?(?!\s+(?:and|or)\b)"
            r"|(?:All|Another|Any|Both|Each|Every|Few|Her|His|Its|Many|Most|No|Only|Other|Our|Several|Some|Such"
            r"|That|Their|These|This|Those)(?=\s+[a-z]))(?=\s)"
        ),
        abbreviation_end=pattern(r"(?:\b(?:etc|e\.g|i\.e|al|Co|Inc|Jr|Ltd|No|Sr|vs?)|(?:\b[A-Z]\.)*\b[A-Z])\.$"),
        dangling_words=frozenset({
            "a", "an", "and", "against", "as", "at", "before", "between", "by", "for", "from", "in", "into",
            "its", "of", "on", "or", "that", "the", "their", "to", "under", "upon", "which", "with",
            "without",
        }),
        thousands=",",
        articles=("the ",),
        determiners=frozenset({
            "a", "an", "any", "both", "each", "every", "its", "our", "that", "the", "their", "this",
        }),
        name_links=frozenset({"against", "concerning", "for", "of", "on", "relating"}),
        ordinal=_ordinal,
        plural=_plural,
        indefinite=_indefinite,
        of="of {}".format,
        numbers=("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    ),
    search=SearchWords(
        stop_words=frozenset({
            "a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to",
            "with",
        }),
        spellings=((pattern(r"iz(?=[aei])"), "is"),),
        forms=_forms,
        short=_SHORT,
        short_endings=("", "s"),
    ),
    asks=AskWords(
        weak_verbs=frozenset({
            "accelerate", "address", "analyse", "consider", "continue", "encourage", "envisage", "explore",
            "improve", "intensify", "maintain", "persevere", "promote", "pursue", "raise", "reflect", "seek",
            "share", "step", "strengthen", "study", "support", "take",
        }),
        non_verbs=frozenset({
            "the", "a", "an", "to", "that", "all", "every", "each", "in", "on", "for", "by", "with", "as",
            "it", "we", "they", "state", "states", "government", "governments", "should", "must", "there",
            "this", "no", "not", "please", "of", "more", "better", "less", "fewer", "zero", "why", "how",
            "what", "when",
        }),
        statement=pattern(
            r"\b(?:should|must|shall|ought to|ha(?:s|ve) to|(?:is|are) (?:recommended|requested|urged|needed)"
            r"|(?:is|are) a need)\b|^\W*\w{4,}ing\b",
            re.IGNORECASE,
        ),
        keeps=pattern(r"\buntil\b|\bat (?:no less|least)\b|\d", re.IGNORECASE),
        duty=pattern(
            r"\b(?:must|shall|ha(?:s|ve) to|(?:is|are) to|requires?|(?:is|are) (?:required|obliged)|oblig\w+"
            r"|duty|duties|forbids?|prohibits?|(?:nobody|no one|none) may|may not)\b",
            re.IGNORECASE,
        ),
        advice=pattern(
            r"\b(?:should|may|can|could|recommends?|recommended|asks?|asked|calls?|called|encourages?|encouraged"
            r"|invites?|invited|urges?|urged|requests?|requested)\b",
            re.IGNORECASE,
        ),
        acts_on_cases=pattern(
            r"\s*(?:, case by case|(?:(?:all|the|every|each)\s+)*(?:pending\s+|individual\s+)?"
            r"(?:sentences?|convictions?|cases?|files?|results?|reports?|findings|figures|data)\b)",
            re.IGNORECASE,
        ),
        done_by_a_day=frozenset({
            "analyse", "assess", "examine", "evaluate", "exchange", "investigate", "review", "share", "study",
        }),
        aside=pattern(r",[^,]{3,80},(?=\s)"),
        then_acts=pattern(
            r",?\s+and\s+(?:where necessary,?\s+)?"
            r"(?:abolish|adopt|amend|change|commute|end|enact|publish|reduce|reform|remove|repeal|replace|revise)\b",
            re.IGNORECASE,
        ),
    ),
    placeholders=PlaceholderWords(
        marks=pattern(
            # With a letter beside it, it is another word or number: XXII, TBCs. A digit may come first: 20XX.
            r"(?<![^\W\d_])(?:(?i:TBC|to\s+be\s+(?:checked|completed))|TB[AD]|TODO|XX(?:XX+)?|xxx+)(?![^\W_])"
            # After a word, several question marks are shouting.
            r"|(?<![\w?)”’\"])\?{3,}|(?<![\w_])_{2,}(?=\s)"
            r"|[\[(](?:names?|dates?|organi[sz]ations?|numbers?|places?|figures?|years?|sources?\s*\?|\?"
            r"|(?i:insert)\s[^\])]{1,60})[\])]"
            r"|\b[Ii]nsert (?:here|(?:the |a )?(?:figure|number|name|date|source) here)\b"
        ),
        look_alikes=pattern(
            # The Roman number 20: Article XX, resolution 2106 A (XX), the XX century, XIX and XX, XX–XXII
            r"\b(?i:articles?|arts?\.|chapters?|chaps?\.|parts?|titles?|sections?|annex(?:es)?|appendix|books?"
            r"|schedules?|tables?|figures?|forms?|lists?|class|category|protocol|decree|order"
            r"|volumes?|vols?\.|recommendations?|comments?)(?:\s+[Nn]o\.)?\s+XX\b"
            r"|\d\s*(?:[A-Z]\s*)?\(XX\)"
            r"|\bXX\s+centur(?:y|ies)\b"
            r"|\b(?!XX\b)[IVXLC]{2,}(?:\s*[-–,]\s*|\s+(?:and|or|to)\s+)XX\b"
            r"|\bXX(?:\s*[-–,]\s*|\s+(?:and|or|to)\s+)(?!XX\b)[IVXLC]{2,}\b"
            # A sentence that says who has to do it, or when: forms to be completed by the police
            r"|\b(?:has|have|had)\s+to\s+be\s+(?:checked|completed)\b"
            r"|(?<![\[(])\bto\s+be\s+(?:checked|completed)\s+(?:by|within|before|every|each)\b"
        ),
        web_page=pattern(
            r"(?:^|(?<=[.!?”\"\s]))\s*(?:"
            r"Advertisement(?=\s*(?:$|[A-Z.]))"
            r"|(?:Read more|Continue reading|See also|Click here|Read the full [a-z]+|Related articles?)"
            r"(?:\s*:|\b(?=\s*(?:https?://|$)))"
            r"|Share this(?: (?:article|story|page))?(?=\s*(?:$|[A-Z.:]))|Follow us on [A-Z]\w+"
            r"|Sign up (?:for|to) our newsletter|Subscribe(?: now)?(?=\s*$)|Accept (?:all )?cookies"
            r")[.:]?(?:\s*https?://\S+)?[.]?"
            r"|https?://\S*[?&](?:utm_\w+|fbclid|gclid)=\S*"
        ),
    ),
    notes=NoteWords(
        earlier=(" (note ", ")"),
        same=("See note ", "."),
        cited_in=", as cited in ",
        resolution="{0} resolution {1}",
        accessed=(" (accessed ", ")"),
        example=" [example source, not a real publication]",
        pinpoints={
            "article": ("art.", "arts."),
            "paragraph": ("para.", "paras."),
            "page": ("p.", "pp."),
            "guideline": ("guideline", "guidelines"),
            "rule": ("rule", "rules"),
            "chapter": ("chap.", "chaps."),
        },
    ),
    labels=ENGLISH_LABELS,
    review_words=_review_words,
    comment_words=_comment_words,
)  # fmt: skip
"""The language of the program and of its library."""
SCREEN = ENGLISH
"""The language of messages and prompts."""
