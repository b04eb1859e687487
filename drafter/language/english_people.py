"""The English words that show who a person is: places, work, age, health, family, children, consent."""

import re

from drafter.language.person_words import PersonWords
from drafter.patterns import pattern

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _any_of(words: str) -> str:
    """Return a pattern of *words*, which are separated by commas, or by spaces if there is no comma."""
    return "|".join(" ".join(word.split()) for word in (words.split(",") if "," in words else words.split()))


_SMALL = _any_of(f"{_ONES} {_TEENS}".removeprefix("one "))
_NUMBER = rf"{_SMALL}|(?:{_any_of(_TENS)})(?:-(?:{_any_of(_ONES)}))?"
_YOUNG = _any_of(f"{_ONES} {_TEENS}".removesuffix(" eighteen nineteen"))
_NAME = r"[A-Z][\w’'-]{1,30}(?: (?:(?:de|la|el|al|of|the) )?[A-Z][\w’'-]{1,30}){0,4}"
_SOMEBODY = r"(?:[Ss]?[Hh]e|I|[Ww]ho|[Tt]hey|[“\"'‘]?[A-Z][a-z]+[”\"'’]?)"
"""The person of the story, or the person's pseudonym."""
_HAS_BEEN = r"(?:has |had |have |’ve |'ve )?(?:been |also |then |still |now |once |always )*"
_WORKPLACES = (
    "hospital", "clinic", "school", "college", "university", "faculty", "academy", "barracks",
    "monastery", "mosque", "church", "parish", "synagogue", "temple", "factory", "mill", "mine",
    "plant", "port", "airport", "terminal", "shelter", "hostel", "orphanage", "police station",
    "police post", "checkpoint", "bridge", "market", "hotel", "court", "pharmacy", "office", "farm",
)  # fmt: skip
_DETENTION = ("prison", "jail", "gaol", "colony", "ward", "station", "camp", "centre", "center")
"""Places of detention, where prisoners work as well."""
_WORKPLACE = "|".join(_WORKPLACES)
_FACILITY = "|".join((*_WORKPLACES, *_DETENTION))
_FACILITY_NAME = "|".join(word.title() for word in (*_WORKPLACES, *_DETENTION) if word != "office")
_OFFICES = """
    mayor, mayoress, imam, priest, pastor, vicar, rabbi, bishop, mufti, nun, head ?master, head
    ?mistress, head ?teacher, principal, dean, rector, captain, major, colonel, lieutenant,
    sergeant, corporal, commander, inspector, prosecutor, judge, magistrate, ambassador, consul,
    minister, senator, councillor, governor, chief, director, president, chair, chairman,
    chairwoman, chairperson, editor, member of parliament, MP, head of [a-z]+, champion, goalkeeper
"""
_OFFICE = rf"(?:deputy |vice[- ]|acting |former |assistant )?(?:{_any_of(_OFFICES)})"
_JOBS = """
    nurse, doctor, physician, surgeon, midwife, paramedic, pharmacist, dentist, teacher, professor,
    lecturer, researcher, student, driver, baker, butcher, cleaner, cook, chef, guard, soldier,
    policeman, policewoman, police officer, officer, farmer, shepherd, fisherman, miner,
    electrician, plumber, carpenter, mechanic, welder, builder, bricklayer, painter, seamstress,
    tailor, hairdresser, barber, waiter, waitress, shopkeeper, cashier, journalist, reporter,
    photographer, lawyer, engineer, accountant, clerk, librarian, translator, interpreter, musician,
    singer, actor, actress, footballer, athlete, boxer, social worker, outreach worker, peer worker,
    civil servant, firefighter, fireman, firemen, sailor, pilot, postman, blacksmith, secretary,
    manager
"""
_JOB = rf"(?:{_any_of(_JOBS)})"
_IS_A = rf"\b{_SOMEBODY} (?:is|was|am|are|were|{_HAS_BEEN}been|became) {_HAS_BEEN}(?:an?|the|one of the) "
_WORKS = (
    "(?:work(?:s|ed|ing)?|(?:was|am|is) (?:working|teaching|studying|employed)|taught|teach(?:es)?"
    "|serve[sd]?|clean(?:s|ed)|cook(?:s|ed)|guard(?:s|ed)|pack(?:s|ed)|stud(?:ied|ies|y))"
)

_NO_LOCALITIES = """
    January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday Christmas Easter Ramadan Parliament Government
    Ministry Minister Committee Council Court Constitution Convention Covenant Act Law Code Article
    Section Rule Ombudsman State Republic Federation Kingdom Union United European English French
    Spanish Russian Arabic German Narcotics Anonymous Europe Africa Asia America Supreme
    Constitutional High National Federal Person Police COVID Northern Southern Eastern Western Central
    Special Human International World God Prosecutor
"""
_UNSPECIFIC = """
    a an the of in her his their is aged age old young year years person people man men woman women
    male female trans boy girl adult child no about
"""

_CALLED = """
    sisters? brothers? mother father son daughter wife husband friend cousin uncle aunt partner girlfriend
    boyfriend neighbour colleague journalist lawyer doctor nurse guard officer mr mrs ms dr called named
"""
"""Words before a person's name."""
_RELATIVES = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _CALLED.split())
_FIRST_WORDS = """
    He She They It We I This That There Then The A An Nobody Everybody Somebody Someone Police Who When While
    After Before But And In On At No One Two Her His Their Officers? Guards? Doctors? Nurses? Judges? Staff
    Family Mother Father Sister Brother Neighbours? Friends? What Nothing Everything Each Neither Treatment
    Detention Methadone Withdrawal Prison Both Some All Many Most Others? These Those Which Nowhere Every
    None Several Few Thousands Hundreds
"""
"""Words that begin a sentence and are no name."""
_DOES = """
    worked works said says was is had has told tells lived lives came went asked could can did does died knew
    wrote spoke saw fled left began felt got took lost used received never also
"""
PERSON_WORDS = PersonWords(
    locality=pattern(
        rf"\b(?:in|at|near|from|to|outside|around|between|of) (?:the )?(?:(?:town|city|port) of )?({_NAME})"
    ),
    of_locality=pattern(rf"\b(?:{_OFFICE}|{_JOB}|town|city|outskirts|suburb|people|men|women) of $"),
    no_locality=frozenset(_NO_LOCALITIES.split()),
    region=pattern(r"\b(?:Province|Region|Republic|State|County|Coast|Governorate|Oblast|Act|Law|Code)\b"),
    small_place=pattern(
        rf"\b(?:village|hamlet|island|settlement|quarter|parish|valley) of {_NAME}|\b{_NAME} (?:Street"
        rf"|Road|Lane|Square|Avenue|Village|Island|Quarter|Park)\b|\b(?:the|at|from|into|of"
        rf"|in) (?:(?!an?\b|another\b|one\b|some\b)[\w-]+ ){{0,2}}(?i:{_FACILITY}) "
        r"(?:of|in|at|near) (?:the )?[A-Z][\w’'-]{1,30}"
        rf"|\b[A-Z][\w’'-]{{1,30}} (?:[A-Z][\w’'-]{{1,30}} ){{0,4}}(?:{_FACILITY_NAME})\b"
    ),
    no_small_place=pattern(
        r"\b(?:Supreme|Constitutional|High|Appeals?|European|International|Criminal|Human Rights) Court\b"
        r"|\b(?i:court) (?:of|in|at) (?:the )?(?:Appeals?|Human|Justice|Cassation|First)"
    ),
    office=pattern(
        rf"{_IS_A}(?:[\w-]+ ){{0,2}}{_OFFICE}\b|\bas (?:an? )?{_OFFICE}\b(?! (?:said|told|explained|had"
        rf"|has|was|ordered|put|says))|\bas the {_OFFICE} (?:of|at)\b|\A(?:The"
        rf"|An?) (?:[\w-]+ ){{0,2}}{_OFFICE} (?:of|in|at) (?![^.]*\b(?:him|me|them|her (?:to|that|and"
        rf"|in))\b)"
        r"[^.;]*?\b(?:his|he|she|her)\b|\b(?:is|was|am|as) the (?:only|first|youngest|oldest) (?!time\b"
        r"|one\b|day\b|to\b|whom?\b)\w+ (?:\w+ )?(?:who|whom|that|to|in|at|of)\b"
    ),
    employer=pattern(
        rf"\b{_SOMEBODY} {_HAS_BEEN}{_WORKS} (?:[^.;,]{{0,40}} )?(?:at|for) (?:the )?{_NAME}"
        rf"|\b{_SOMEBODY} {_HAS_BEEN}{_WORKS} (?:[^.;,]{{0,40}} )?(?:at|for|in|with"
        rf"|of) (?:the )?(?:[\w-]+ ){{0,3}}(?i:{_WORKPLACE}) (?:of|in|at) (?:the )?[A-Z]"
        rf"|\bemployed by (?:the )?{_NAME}|\bplay(?:s|ed)? for (?:the )?{_NAME}|(?:{_IS_A}|\bas an? "
        rf"|\A{_SOMEBODY}, an? )(?:[\w-]+ ){{0,3}}{_JOB} (?:at|for|with|of) (?:the )?(?:{_NAME}"
        rf"|(?:[\w-]+ ){{0,2}}(?i:{_FACILITY})\b)|\b(?:his|her|my) (?:employer|company|school"
        rf"|university),? (?:the )?{_NAME}"
    ),
    job=pattern(
        rf"{_IS_A}(?:[\w-]+ ){{0,3}}{_JOB}\b|\bas an? (?:[\w-]+ ){{0,2}}{_JOB}\b(?! (?:said|told|explained"
        rf"|had|has|was|ordered|put|says))|\b(?:\d\d|{_NUMBER})-year-old (?:[\w-]+ )?{_JOB}\b"
        rf"|\A{_SOMEBODY}, an? (?:[\w-]+ ){{0,2}}{_JOB}\b|\bboth (?:[\w-]+ )?{_JOB}s?\b"
        rf"|\b{_SOMEBODY} {_HAS_BEEN}(?:worked as|works as|taught|teach(?:es)?|drives|drove|stud(?:ied"
        rf"|ies)) \w+"
    ),
    kin=pattern(
        rf"\b(?:son|daughter|wife|husband|widow|sister|brother|mother|father) of (?:the"
        rf"|an?) (?:\w+ )?{_OFFICE}\b"
        r"|\btwin (?:brother|sister)s?\b|\btriplets\b|\bonly (?:child|son|daughter|brother|sister) of\b"
    ),
    age=pattern(
        rf"(?P<before>(?:\w{{1,30}},? ){{0,2}})(?:\baged? (?P<a>\d\d)"
        rf"|\b(?P<b>\d\d|{_NUMBER})[- ]years?[- ]old\b"
        rf"|\b(?P<c>\d\d) years of age\b|\b{_SOMEBODY} (?:is|was|am|turned|had just turned) (?P<d>\d\d"
        rf"|{_NUMBER})"
        r"(?=,|\.|;| and | when | at the time| years old)|(?<=\w), (?P<e>\d\d),)"
    ),
    relation=pattern(
        r"\b(?:daughter|son|boy|girl|child|brother|sister|cousin|mother|father|husband|wife|friend"
        r"|neighbour|officer|about|around|over|under|than|between|some|or|to)\b,?[^.]{0,12}$",
        re.IGNORECASE,
    ),
    health=pattern(
        r"\b(?:liv(?:e|es|ed|ing) with HIV|HIV[- ]positive|HIV status|(?:has|had|have|having|got) (?:HIV"
        r"|AIDS)|diagnosed with [\w ]{0,30}(?:HIV|AIDS|schizophrenia|psychosis|epilepsy|cancer"
        r"|tuberculosis)|(?:was|is|am|became|being|were) (?:[\w-]+ ){0,3}pregnant|months? pregnant"
        r"|(?:month|week) of pregnancy|(?:her|my|the) pregnancy|pregnant with|gave birth|miscarriage"
        r"|abortion|(?:uses|used|in|needs|has) an? (?:[\w-]+ )?wheelchair|(?:is|was|am|born"
        r"|being) (?:almost |nearly )?(?:deaf|blind)|amputat\w+|(?:one|a wooden|an artificial) leg"
        r"|lost (?:his|her|my|an?|one) (?:\w+ )?(?:leg|arm|hand|foot|eye|sight|hearing)|paraly[sz]ed"
        r"|porphyria|sickle[- ]cell|cystic fibrosis|lupus|albinism|muscular dystrophy|rare (?:disease"
        r"|illness|condition)|schizophren\w+|bipolar|epilep\w+|autis\w+|haemophilia\w*|leukaemia"
        r"|tuberculosis|multiple sclerosis|(?:has|had|with|of) (?:\w+ )?cancer|transplant\w*"
        r"|Down syndrome)\b",
        re.IGNORECASE,
    ),
    family=pattern(
        rf"\b(?:mother|father|parent|grandmother|grandfather) (?:of|to) (?:\d+|{_NUMBER})\b|\b(?:has|have"
        rf"|had|with|his|her|my|their) (?:\d+|{_NUMBER}) (?:small |young |little )?(?:children|sons"
        rf"|daughters"
        r"|kids|grandchildren)\b|\btwins\b|\b(?:a|the|as) (?:\w+ )?widow(?:er)?\b",
        re.IGNORECASE,
    ),
    event=pattern(
        r"\b(?:in|on) (?:the |all |every |national |local |evening )*(?:news(?:papers?)?|television|TV"
        r"|front page|media)\b|\bnewspapers? (?:\w+ )?(?:wrote|reported|printed|published|showed)\b"
        r"|\bpress (?:wrote|reported)\b|\bwent viral\b|\b(?:film|video|photo|picture)s? of (?:it|him|her"
        r"|me|the arrest) (?:was|were|went)\b",
        re.IGNORECASE,
    ),
    of_others=pattern(
        r"(?:\b(?:Act|Law|Code|Decree|Order|Regulations?|Bill|act|law|decree|order|regulation|report"
        r"|judgments?|survey|study|circular|letter|resolution)(?: No\.? ?\d+)? (?:of|from|dated"
        r"|in) (?:\d{1,2} )?[A-Z][a-z]+ \d{4})|(?:(?:^|(?<=[.!?] ))(?:The|An?|In its|Its|This|That"
        r"|Another) (?:\w+ ){0,3}?(?:Ombudsman|Committee|Parliament|Government|Ministry|Minister"
        r"|Court of [A-Z]\w+|Supreme Court|Council|report|survey|study|law|Act|decree|bill|Rapporteur"
        r"|Commission)\b[^.!?]*)"
    ),
    child=pattern(
        r"\b(?:grand)?(?:daughter|son|child)(?:ren|s)?\b|\b(?:baby|babies|infants?|toddlers?|newborns?"
        r"|kids?|boys?|girls?|minors|pupils?|teenagers?|schoolboys?|schoolgirls?|twins)\b|\bmonths? old\b"
        rf"|\b(?:her|his|their|my) (?:\d|{_YOUNG})-year-old\b",
        re.IGNORECASE,
    ),
    no_child=pattern(
        r"\b(?:children|child|kids|boys|girls|infants|babies)['’]s? (?:and \w+ )?(?:rights?|homes?"
        r"|services?|benefits?|protection|hospitals?|wards?|allowance|court|judge|act|clinics?|fund"
        r"|charity|books?|department)\b|\b(?:rights?|protection|welfare|interests?|convention|committee"
        r"|ombudsman|ombudsperson|commissioner|minister|fund) (?:of|for|on) (?:the |all "
        r"|every )?(?:rights of the )?(?:child|children|boys|girls)\b|\bchild(?:ren)? (?:rights|protection"
        r"|welfare|benefits?|support|care|labou?r|services?|allowance|custody law)\b|\b(?:as"
        r"|like) an? (?:small |young |little |only )?(?:child|boy|girl|baby|teenager|schoolboy"
        r"|schoolgirl)\b|\b(?:when|since|while) (?:s?he|I) (?:was|were) (?:still )?(?:an? )?(?:small "
        r"|young |little )?(?:child|boy|girl|baby|teenager|schoolboy|schoolgirl)\b"
        rf"|\b(?:mother|father|parent|grandmother|grandfather)s? (?:of|to) (?:\d+|{_NUMBER}|triplets|twins"
        rf"|several|many)\b|\b(?:has|have|had|with|without) (?:\d+|{_NUMBER}|small|young|little|several"
        rf"|many)? ?(?:children|kids|sons"
        r"|daughters)(?= (?:and|cannot|can|may|are|is|in|at|of her|of his|,)|[,.;]|$)|\b(?:her|his|their"
        r"|my|our) (?:children|kids|sons|daughters) (?:could|can|may|might|would)\b|\b(?:unborn|inner"
        r"|adult|grown[- ]?up|dead|late) (?:child(?:ren)?|sons?|daughters?|bab(?:y|ies))\b|\b(?:is|was"
        r"|am) (?:the|an?) (?:only |eldest |youngest )?(?:child|son|daughter) of\b"
        rf"|\b(?:son|daughter|child)s?,? (?:now |who is |who was |aged |then )*(?:1[89]|[2-9]\d"
        rf"|twenty[\w-]*|thirty[\w-]*)\b"
        r"|\bno (?:child|children|kids)\b|\b(?:old )?boys? network\b|\bwith child\b|\bborn child\b"
        r"|\bchild ?like\b|\bbaby ?sitter\b|\bburied (?:his|her|my|their) (?:\w+ )?(?:child|son"
        r"|daughter)\b|\b(?:son|daughter|child) (?:had |has |who )?(?:died|overdosed|was found dead)\b"
        r"|\blost (?:his|her|my|their|a) (?:\w+ )?(?:son|daughter|child) (?:to|after"
        r"|through) (?:an? )?(?:\w+ )?overdose\b|\b(?:harm|hurt|damage|endanger|injure|kill|lose|lost)(?:s"
        r"|ed|ing)? (?:the|her|my|our) (?:child|baby)\b|\b(?:for|to|near|of|about) (?:all )?(?:children"
        r"|kids|pupils|teenagers|minors|boys and girls) (?:in general|everywhere|in the country)\b",
        re.IGNORECASE,
    ),
    young=pattern(
        r"\b(\d{1,2})[- ]years?[- ]old\b|\b(\d{1,2}) years of age\b|\baged (\d{1,2})\b", re.IGNORECASE
    ),
    numbers=pattern(rf"\b(?:\d{{1,2}}|{_NUMBER.removeprefix('two|')})\b", re.IGNORECASE),
    unspecific=frozenset(_UNSPECIFIC.split()),
    oral=pattern(
        r"\b(?:by word|word of mouth|oral|orally|verbal|verbally|by (?:tele)?phone|on the (?:tele)?phone"
        r"|spoken|in person|said (?:yes|so)|told (?:us|me)|in (?:a|our) (?:conversation|talk|call))\b",
        re.IGNORECASE,
    ),
    in_writing=pattern(
        r"\b(?:in writing|written|signed|signature|thumb ?print|by (?:e-?mail|letter|text message)"
        r"|(?:consent )?form)\b",
        re.IGNORECASE,
    ),
    named=pattern(
        rf"\b(?:{_RELATIVES}) (?!Mr|Ms|Dr)([A-Z][a-z’'-]+)\b(?! (?:of|Act|Court|Street|Hospital|Prison))"
        rf"|(?:^|[.!?] )(?!(?:{_any_of(_FIRST_WORDS)})\b)([A-Z][a-z’'-]+) (?:{_any_of(_DOES)})\b"
    ),
    secret_authors=pattern(
        r"\b(?:our|my) (?:own )?(?:identity|identities|names?|signatures?|organi[sz]ations?|associations?|"
        r"address|e-?mail)\b|\b(?:the|your) (?:identity|signature|names?) of (?:our|the) (?:organi[sz]ation|"
        r"association|network|group)|\b(?:who we are|that we (?:wrote|write)|who (?:writes|signs|submits)|"
        r"signator(?:y|ies)|the senders?|the authors?|the (?:association|organi[sz]ation))\b",
        re.IGNORECASE,
    ),
    secret_places=pattern(r"\b(?:towns?|villages?|cit(?:y|ies)|places?|districts?)\b", re.IGNORECASE),
    secret_days=pattern(r"\b(?:dates?|days?)\b", re.IGNORECASE),
)  # fmt: skip
"""Details of people in English texts."""
