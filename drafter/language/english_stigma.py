"""Words of English that stigmatise people, with better words.

Sources: UNAIDS Terminology Guidelines (2015, and the update of 2024); INPUD and ANPUD, "Words Matter!
Language Statement and Reference Guide" (2020); NIDA, "Words Matter: Terms to Use and Avoid When Talking
About Addiction"; UNODC and WHO, the initiative on non-stigmatizing attitudes that follows resolution 61/11
of the Commission on Narcotic Drugs; the terminology statements of ISAM and ASAM; W. Scholten and others,
"Access to treatment with controlled medicines: rationale and recommendations for neutral, precise, and
respectful language" (Public Health 153, 2017); General Assembly resolution 3449 (XXX) on migrants; the
Terminology Guidelines (Luxembourg, 2016) on the sexual exploitation of children.

``strong`` insults people or is refused by all this guidance. ``mild`` is a word that guidance replaces and
that some organisations and laws still use. "Addiction", "in recovery", "drug-free" and "substance use
disorder" are medical words, or words that organisations choose for themselves: they are not in the table.
"""

import re

from drafter.language.review_words import Term, TermTable
from drafter.patterns import pattern

_USERS = "people who use drugs"
_INJECT = "people who inject drugs"
_DEPENDENT = "people with drug dependence"
_DRUG = (
    r"(?:(?:hard |illicit |illegal |injecting |intravenous |street )?drugs?|substances?|narcotics?"
    r"|opioids?|opiates?"
    r"|heroin|cocaine|crack|meth|methamphetamine|amphetamine|morphine|solvents?|cannabis|ketamine"
    r"|tramadol|glue)"
)
_SUBSTANCES = (
    r"(?:illicit |illegal |narcotic |hard |controlled |psychoactive |prescription |dangerous |such "
    r"|these )*"
    r"(?:drugs?|substances?|narcotics|medicines|medication|alcohol|opioids|opiates|heroin|cocaine|cannabis"
    r"|tramadol|solvents|stimulants)"
)
_OWN_GROUP = (
    r"(?![’']?s?[’']? ?[- ](?:unions?|networks?|organi[sz]ations?|groups?|led|run|activis\w+|movement"
)
_OWN_GROUP += r"|associations?|representatives?|advoca\w+|community|communities|councils?|forums?|rights))"

_STRONG = (
    (
        rf"(?:{_DRUG}[- ])?addicts(?! in recovery)|(?:an?|the|every|each|any|this|that|{_DRUG})[- ]addict",
        _DEPENDENT,
    ),
    (rf"hard-?core {_DRUG}? ?users?|hardened users?", _USERS),
    (r"junk(?:ies|ie|y|ys)", _USERS),
    (r"narcomaniacs?|toxicomaniacs?", _DEPENDENT),
    (
        r"druggies?|dope ?fiends?|drug fiends?|(?:crack|meth|smack|pot|dope|coke)[- ]?heads?|stoners?"
        r"|tweakers?",
        _USERS,
    ),
    (r"crack whores?|junkie whores?", "women who use drugs"),
    (rf"{_DRUG}[- ](?:ab|mis)users?", _USERS),
    (r"alcohol (?:ab|mis)users?", "people with alcohol dependence"),
    (
        r"crack bab(?:y|ies)|drug bab(?:y|ies)|addicted (?:bab(?:y|ies)|infants?|newborns?)"
        r"|(?:bab(?:y|ies)|infants?|newborns?|children) born addicted",
        "newborns exposed to drugs before birth",
    ),
    (r"drug[- ](?:infested|riddled|crazed)", ""),
    (
        r"(?:drug|heroin|narcotics?|opioid|addiction) (?:scourge|plague|menace|cancer)s?"
        r"|(?:the )?(?:scourge|plague|menace|evils?|cancer) of (?:\w+ )?(?:drugs?|addiction|narcotics"
        r"|drug \w+|heroin)",
        "",
    ),
    (
        r"aids (?:victims?|carriers?|sufferers?)|(?:hiv|aids)[- ]carriers?|aids[- ]infected",
        "people living with HIV",
    ),
    (r"winos?|drunkards?", "people with alcohol dependence"),
    (r"hookers?|whores?|sluts?|harlots?", "sex workers"),
    (r"child prostitutes?", "children who are sexually exploited"),
    (r"lunatics?|madm[ae]n|psychos|the insane|schizos?|nutters?", "people with psychosocial disabilities"),
    (r"cripples|retards|mentally retarded|mongoloids?|spastics", "people with disabilities"),
    (r"illegals", "migrants in an irregular situation"),
    (r"faggots?|trann(?:y|ies)|sodomites|sexual deviants?", "the name that the people use"),
    (r"(?:human|social) (?:waste|trash|garbage|refuse)|low-?lifes?|degenerates", ""),
)
_MILD = (
    (
        r"(?:recovering|recovered|former|reformed|ex)[- ](?:drug[- ])?addicts?|addicts in recovery",
        "people in recovery",
    ),
    (r"ex-(?:drug )?users?", "people who used drugs"),
    (r"(?:drug|heroin|opioid|opiate)-addicted", "with drug dependence"),
    (
        r"addicted(?! to (?:power|money|punish\w+|prison\w*|incarcerat\w+|oil|profit\w*|secrecy|control"
        r"|work|gambl\w+|games))",
        "dependent, with drug dependence",
    ),
    (rf"(?:injecting|intravenous|injection)[- ]drug[- ]users?{_OWN_GROUP}|IV drug users?|idus?", _INJECT),
    (rf"(?:problem(?:atic)?|chronic|heavy|recreational|habitual|regular) drug users?{_OWN_GROUP}", _USERS),
    (
        rf"(?:drug|substance|heroin|cocaine|cannabis|opioid|opiate|methamphetamine)[- ]users?{_OWN_GROUP}",
        _USERS,
    ),
    (rf"{_DRUG}[- ]abuse(?! of (?:power|authority|office))", "drug use, drug dependence"),
    (r"alcohol abuse", "harmful use of alcohol"),
    (
        r"(?:drug|substance|narcotics?|opioid|prescription drug)[- ]misuse|illicit misuse",
        "drug use, non-medical use",
    ),
    (rf"abus(?:e|es|ed|ing) (?:of )?{_SUBSTANCES}", "use of drugs, non-medical use"),
    (
        rf"misus(?:e|es|ed|ing) (?:of )?{_SUBSTANCES}(?! by (?:police|prison|guards|officers|officials"
        rf"|staff))",
        "use of drugs, non-medical use",
    ),
    (rf"{_DRUG}[- ]habits?", "drug use, drug dependence"),
    (r"(?:drug|substance) dependents", _DEPENDENT),
    (r"drug personalit(?:y|ies)", "people suspected of drug offences"),
    (
        r"(?:stay|stays|stayed|staying|get|gets|got|getting|remain|remains|remained|remaining|went|go"
        r"|going|been)"
        r" clean(?= (?:and sober|from|off|of|for|since|again|after|in recovery)\b|[.,;]| and\b)",
        "not using drugs",
    ),
    (r"(?<=who )(?:is|are|was|were|has been|have been) (?:not |not yet |now )?clean", "not using drugs"),
    (r"clean and sober", "in recovery, abstinent"),
    (r"(?:clean|dirty) (?:urine|drug tests?|test results?)", "negative or positive test"),
    (
        r"(?:clean|unused) (?:needles?|syringes?|works|injecting equipment)(?: and syringes?)?",
        "sterile injecting equipment",
    ),
    (r"dirty (?:needles?|syringes?|works|injecting equipment)", "used injecting equipment"),
    (r"victims? of (?:drugs|(?:drug )?addiction|substances?)", _DEPENDENT),
    (r"suffer(?:s|ed|ing)? from (?:drug |an )?addiction", "with drug dependence"),
    (r"drug[- ]seek(?:ing|ers?)(?: behaviou?rs?)?", "looking for relief, asking for medication"),
    (r"(?:so-called )?war (?:on|against) drugs", "punitive drug control"),
    (r"shooting galler(?:y|ies)|drug dens?|crack houses?|opium dens?", "places where people use drugs"),
    (r"shooting up", "injecting"),
    (r"(?:drug )?pushers?(?= |[.,;])(?! (?:the|a)\b)", "people who sell drugs"),
    (
        r"alcoholics|an alcoholic(?! (?:drinks?|beverages?|liver|hepat\w+|content|products?))",
        "people with alcohol dependence",
    ),
    (
        r"hiv[- ]infected (?:people|persons?|women|men|children|patients?|individuals?|prisoners?)",
        "people living with HIV",
    ),
    (r"(?:hiv|aids) virus(?:es)?", "HIV"),
    (r"hiv (?:sufferers?|victims?)", "people living with HIV"),
    (r"(?:high|higher)[- ]risk groups?", "key populations"),
    (r"(?:street )?prostitutes?", "sex workers"),
    (r"child pornography", "child sexual abuse material"),
    (
        r"(?:the mentally ill|mentally ill (?:people|persons?|prisoners?|women|men|individuals?"
        r"|patients?)|mental patients?"
        r"|schizophrenics)",
        "people with psychosocial disabilities",
    ),
    (
        r"(?:the (?:handicapped|disabled)(?![ -]\w+ (?:person|people|child|toilet))|handicapped"
        r" (?:people|persons?|children)"
        r"|wheelchair-bound)",
        "people with disabilities",
    ),
    (r"(?:illegal|clandestine) (?:im)?migrants?|illegal aliens?", "migrants in an irregular situation"),
    (r"transgenders|transsexuals", "transgender people"),
    (r"homosexuals", "gay men and lesbians, men who have sex with men"),
    (r"hermaphrodites?", "intersex people"),
    (r"scourge(?! of\b)", ""),
    (r"ex-con(?:vict)?s?", "people who have been in prison"),
    (r"vagrants|tramps|hobos?", "people who are homeless"),
)

STIGMA = TermTable(
    terms=(
        *(Term(words, better, "strong") for words, better in _STRONG),
        *(Term(words, better, "mild") for words, better in _MILD),
    ),
    flags=re.IGNORECASE,
    exempt=pattern(
        # Hygiene, not drugs: water to stay clean.
        r"\b(?:water|soap|wash|hygiene|showers?)\b[^.]{0,60}\bclean\b"
        # The word is spoken about: the word addict, the term drug abuser, called junkies.
        r"|\b(?:words?|terms?|labels?|expressions?|called|labelled|labeled|branded|known as|referred to"
        r" as) (?:as )?"
        r"(?:an? )?(?:\w+ )?(?:addicts?|abusers?|junk(?:ies|ie|y)|users?)\b",
        re.IGNORECASE,
    ),
)
"""The terms that stigmatise, the strong ones first."""
