"""Words of English that authors write in capitals for emphasis."""

from drafter.language.review_words import Emphasis
from drafter.patterns import pattern

_WORDS = """
    about above abuse action after again against agree alive alone also always another anybody anyone
    anything arrested attention beaten because become been before being best better both case children
    civil complete completely could country crime crimes cruel danger dead death deaths democracy
    deserve detained died drug drugs dying each either emergency enough entire equal even ever every
    everybody everyone everything evidence fact fail failed failure false families family first force
    forced free freedom from full fully government guilty have health help here hours human hundreds
    illegal immediate immediately important impossible impunity innocent jail justice kill killed
    killing know last lied lies life like live lives lying made many media medical medicine more most
    mothers much murder murdered must need needs never night nobody none nothing nowhere once only other
    pain patients peace people person please police poor poverty prison prisoners problem proof protect
    really refuse refused rights same save serious shame should sick since single some someone state
    still stop stopped suffer suffering survive than that their them there these they this those
    thousands time today torture tortured total totally treatment true truth unacceptable under until
    urgent urgently very victims violation violations violence want warning well were what when where
    which while white whole will with without women words world worse worst would wrong years young your
    zero ago any are bad bed beds boy boys cry day days did die dies dirty door end ended ends food girl girls
    he her him his home house how kids lie lies man men money one our out own run saw say says she sick sleep
    son street the was who why woman
"""
_ALONE = """
    two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand
    million
    all always any anybody cannot did does done each even every everybody everyone everything female has
    have immediately male many more must never nobody none not nothing nowhere now only should still that
    these they this those twice very was were will without zero
"""

EMPHASIS = Emphasis(
    words=frozenset((_WORDS + _ALONE).split()),
    alone=frozenset(_ALONE.split()),
    capitals=pattern(r"(?<![\w/.-])[A-Z]{3,}(?![\w/]|-\d|\.\w)"),
    marks=pattern(r"[!?]*!+[!?]*|(?<![\s(\[?])\?{2,}"),  # with a space before, it is a placeholder
    name_goes_on=pattern(r"![”’\"]? [a-z]"),
    statutes=pattern(
        r"[A-Z]{2,}(?:\s+[A-Z]{2,})*\s+(?:ACT|LAW|CODE|DECREE|CONSTITUTION|ORDER|BILL)\b|\bARTICLE\b"
        r"|\bSECTION\b"
    ),
)
"""How shouting looks in an English text."""
