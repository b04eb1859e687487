"""The words of English that make a recommendation clear or vague."""

import re

from drafter.language.review_words import DemandWords
from drafter.patterns import pattern

_NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen"
    r"|twenty|thirty|ninety)"
)
_PERIOD = rf"(?:the (?:next|first|coming|following) )?(?:{_NUMBER}(?:[- ](?:and a half|calendar))? )?"
_UNIT = r"(?:days?|weeks?|months?|quarters?|years?)"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = (
    rf"(?:the )?(?:(?:very )?(?:end|beginning|start|middle|close) of )?(?:\d{{1,2}} )?(?:{_MONTH} )?20\d\d"
)
_EVENT = (
    r"(?:the|its|this|any) (?:(?:next|coming|following|current|mid-term|midterm|fifth|fourth|sixth"
    r"|national|general"
    r"|financial|fiscal|budget|universal periodic|periodic|legislative|parliamentary|same|ordinary"
    r"|annual|school"
    r"|academic) )*(?:review|UPR|cycle|session|elections?|report|reporting|mid-?term|term|year|budget"
    r"|dialogue"
    r"|legislature|parliament|mandate|summer|winter|deadline)"
)
_ADJECTIVES = (
    r"(?:(?:all|the|necessary|appropriate|effective|concrete|further|additional|urgent|immediate|adequate"
    r"|legislative|administrative|practical|positive|proactive|comprehensive|robust|firm|targeted"
    r"|specific|other"
    r"|relevant|swift|prompt|active|strong|stronger|meaningful|every|any|policy|possible|required"
    r"|needed|decisive"
    r"|tangible|sufficient|reasonable|suitable|proper|bold|serious|more|some|new|and|or),? )*"
)
_RESULTS = """
    achieve avoid cease curb curtail cut decrease develop diminish eliminate end eradicate halt help increase
    lower minimise prevent put reduce realise solve resolve reverse stop
"""

DEMANDS = DemandWords(
    results=frozenset(_RESULTS.split()),
    means=pattern(
        r"\bby(?: \w+ly)? (?:\w+ing)\b"
        r"|\bby (?:an? |the |way of |means of )?(?:\w+ )?(?:law|laws|decree|statute|regulations?"
        r"|executive order"
        r"|order|act|legislation|amendment|circular|ordinance|instruction|agreement|contract)\b"
        r"|\bby (?:an? |way of |means of )(?:[\w-]+ )?\w+\b"
        r"|\bthrough\b|\bvia\b|\busing\b|\bby means of\b|\bby way of\b|\bbased on\b|\bon the basis of\b"
        r"|\bin (?:the )?(?:law|legislation|penal code|criminal code|constitution|budget|curriculum"
        r"|regulations?)\b"
        r"|\b(?:in line|in accordance|in conformity|consistent) with\b"
        r"|\bin (?:consultation|cooperation|co-operation|collaboration|partnership|agreement) with\b"
        r"|\b(?:made|drawn up|drafted|designed|written|planned|developed|run|delivered|taught|prepared"
        r"|agreed|paid)"
        r" (?:jointly )?(?:with|by|from|out of)\b|\bled by\b|\boverseen by\b|\bpeer[- ]led\b|\bso that\b"
        r"|\b(?:in place of|instead of)\b|\btogether with\b|\bwith (?:the (?:help|participation"
        r"|involvement|support)|(?:an? |the"
        r" )?(?:[\w-]+ ){0,3}"
        r"(?:budget|funding|funds|resources|staff|training|mandate|targets?|indicators|timeline"
        r"|timetable|plan"
        r"|powers?|participation|involvement|supervision|oversight|grants?|consent|publication|body|board"
        r"|commission|committee|panel|mechanism|inspectorate|doctors?|physicians?|judges?|experts?))\b"
        r"|\b(?:section|sections|article|articles|art\.|arts\.|chapter|schedule|rule|rules|regulation"
        r"|paragraph)"
        r" \d+"
        r"|\bincluding (?:by|through|in|via|with|on)\b|\bnotably by\b|\binter alia,? by\b|\bstarting with\b"
        r"|\bunder (?:the|an?) (?:[\w-]+ ){0,3}(?:supervision|control|authority|act|law|ministry"
        r"|direction)\b"
        r"|\bat the (?:expense|cost) of\b|\bfree of charge\b|\bwithout (?:amending|changing|requiring)\b",
        re.IGNORECASE,
    ),
    no_means=pattern(
        r"\bgoing through\b|\b(?:go|live|pass|suffer) through\b|\bthroughout\b"
        r"|\bpeople using drugs\b|\bpersons using\b|\b(?:women|men|children|those|anyone|everyone) using\b"
        r"|\bby (?:during|being|morning|evening|nothing|anything|everything|something)\b"
        r"|\b(?:violence|abuses?|committed|caused|used|held|run|made|issued|arrested|killed|beaten) by"
        r" \w+ing\b",
        re.IGNORECASE,
    ),
    deadlines=pattern(
        rf"\b(?:by|before|until|till|no later than|not later than|at the latest (?:by|in)|as of|from"
        rf"|starting"
        rf"(?: in| from)?|(?<!ed )(?:in|during)|prior to|ahead of|at) {_DATE}\b"
        rf"|\bwithin {_PERIOD}{_UNIT}\b"
        rf"|\b(?:in|over|during) the (?:next|coming|following) (?:{_NUMBER} )?{_UNIT}\b"
        rf"|\b(?:by|before|until|within|during|prior to|ahead of|at|in time for|no later than|not later"
        rf" than|in|from"
        rf"|with effect from|after) {_EVENT}\b"
        rf"|\b{_NUMBER} {_UNIT} (?:after|from) (?:the )?(?:adoption|review|date|entry)\b"
        r"|\b(?:by|before) the (?:end|beginning|start) of (?:the|this|its|next) \w+"
        r"|\b(?:by|before) (?:next|the next|the second|mid-?)\s?\w+"
        r"|\bwith immediate effect\b|\bimmediately\b|\bat once\b|\bforthwith\b|\burgently\b"
        r"|\bwithout (?:any |further |undue |more )*delay\b|\bas a matter of urgency\b"
        r"|\bthis year\b|\bnext year\b",
        re.IGNORECASE,
    ),
    no_deadlines=pattern(
        r"\bwithin (?:\w+ ){1,3}(?:days?|weeks?|months?) (?:of|after|from) (?:(?:an?|the|any|each|every"
        r"|their|his|her"
        r"|being) )?(?:arrest|detention|request|birth|release|application|admission|filing|deprivation"
        r"|custody|conviction"
        r"|imprisonment|arrival|referral|receipt|complaint|death|charge|diagnosis|entry into|detained"
        r"|arrested)\w*"
        r"|\bwithin (?:\w+ )?(?:\d+ )?years? of (?:release|age|birth)\b"
        r"|\b(?:in|during|from|since|until|before|at) 20[01]\d\b|\bbefore (?:a|the) (?:judge|court)\b"
        r"|\b(?:immediately|urgently) (?:after|upon|on|following|available|accessible|needed|required)\b"
        r"|\b(?:in|at|from|during|within) the (?:same|annual|national|general|health|state) (?:budget"
        r"|report)\b"
        r"|\b(?:in|at|from|within) (?:its|the|any) (?:annual |national |periodic |general |budget )*"
        r"(?:report|reporting|budget|parliament|legislature|mandate|elections?)\b(?! for 20| of 20)",
        re.IGNORECASE,
    ),
    vague=pattern(
        rf"\b(?:take|taking|adopt|adopting|undertake|undertaking) {_ADJECTIVES}(?:measures|steps|action)\b"
        r"(?!\s*:| against\b| plan\b| to (?:repeal|abolish|amend|decriminali[sz]e|close|ban|prohibit)\b)"
        r"|\b(?:step(?:ping)? up|increase|intensify|strengthen|redouble|continue|enhance|reinforce"
        r"|deploy|expand)"
        r" (?:its |the |all |their |every |ongoing |national |current |further |existing )*efforts?\b"
        r"|\bmak(?:e|ing) (?:all |every |greater |further |more |the |serious |additional |its |best"
        r" )*efforts?\b"
        r"|\b(?:where|when|wherever|whenever|as|if) (?:and (?:where|when|as) )?(?:appropriate|necessary"
        r"|feasible"
        r"|applicable|practicable|possible|needed)\b(?! by\b)"
        r"|\b(?:as far as|to the (?:greatest |fullest |maximum )?extent|insofar as|so far as|as much as"
        r"|as soon as)"
        r" (?:is |it is )?(?:possible|practicable|feasible)\b"
        r"|\b(?:give|giving|pay|paying) (?:due |particular |special |more |greater |adequate |further "
        r"|serious )*"
        r"(?:consideration|attention|regard|heed|thought) to\b"
        r"|\bconsider the (?:possibility|feasibility|desirability) of\b"
        r"|\bin due course\b|\bin the (?:near|foreseeable) future\b|\bdo (?:more|its utmost|its best"
        r"|everything possible)\b"
        r"|\b(?:strive|endeavou?r) (?:towards|to)\b"
        # As a verb: "social work to take" is none.
        r"|(?:^|(?<=[,;:.] )|(?<=\bto )|(?<=\band )|(?<=\bshould )|(?<=\bmust )|(?<=\bjointly ))"
        r"(?:work|move) (?:towards|to)\b(?! (?:school|work|prison|court))"
        r"|\bcontinue to (?:consider|work|strive|promote|strengthen|improve|make progress)\b"
        r"|\bas a matter of principle\b|\bto the best of its abilit(?:y|ies)\b|\bbear(?:ing)? in mind\b",
        re.IGNORECASE,
    ),
    vague_without_means=pattern(
        r"\b(?:rais(?:e|ing)|increas(?:e|ing)|promot(?:e|ing)|build(?:ing)?) (?:public |general "
        r"|greater |the )*awareness\b"
        r"|\b(?:raise|enhance) the (?:profile|visibility) of\b"
        r"|\bpromot(?:e|ing) (?:a culture of|respect for|understanding|tolerance|dialogue)\b",
        re.IGNORECASE,
    ),
    quoted=pattern(r"“[^”]*”|\"[^\"]*\""),
    sentence_end=pattern(r"[.;]\s|$"),
)
"""What makes a demand in English clear or vague."""
