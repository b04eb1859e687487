"""The English words that show who a person is: places, work, age, health, family, children, consent."""

import re

from drafter.language.person_words import PersonWords
from drafter.patterns import pattern

_NUMBER = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four"
    "|five"
    "|six|seven|eight|nine))?"
)
_YOUNG = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    "|seventeen"
)
_NAME = r"[A-Z][\w’'-]+(?: (?:(?:de|la|el|al|of|the) )?[A-Z][\w’'-]+){0,4}"
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
_OFFICE = (
    r"(?:deputy |vice[- ]|acting |former |assistant )?(?:mayor(?:ess)?|imam|priest|pastor|vicar|rabbi"
    r"|bishop|mufti|nun"
    r"|head ?(?:master|mistress|teacher)|principal|dean|rector|captain|major|colonel|lieutenant|sergeant"
    r"|corporal"
    r"|commander|inspector|prosecutor|judge|magistrate|ambassador|consul|minister|senator|councillor"
    r"|governor"
    r"|chief|director|president|chair(?:man|woman|person)?|editor|member of parliament|MP"
    r"|head of [a-z]+|champion|goalkeeper)"
)
_IS_A = rf"\b{_SOMEBODY} (?:is|was|am|are|were|{_HAS_BEEN}been|became) {_HAS_BEEN}(?:an?|the|one of the) "
_WORKS = (
    "(?:work(?:s|ed|ing)?|(?:was|am|is) (?:working|teaching|studying|employed)|taught|teach(?:es)?"
    "|serve[sd]?"
    "|clean(?:s|ed)|cook(?:s|ed)|guard(?:s|ed)|pack(?:s|ed)|stud(?:ied|ies|y))"
)
_JOB = (
    r"(?:nurse|doctor|physician|surgeon|midwife|paramedic|pharmacist|dentist|teacher|professor|lecturer"
    r"|researcher"
    r"|student|driver|baker|butcher|cleaner|cook|chef|guard|soldier|policeman|policewoman|police officer"
    r"|officer"
    r"|farmer|shepherd|fisherman|miner|electrician|plumber|carpenter|mechanic|welder|builder|bricklayer"
    r"|painter"
    r"|seamstress|tailor|hairdresser|barber|waiter|waitress|shopkeeper|cashier|journalist|reporter"
    r"|photographer"
    r"|lawyer|engineer|accountant|clerk|librarian|translator|interpreter|musician|singer|actor|actress"
    r"|footballer"
    r"|athlete|boxer|social worker|outreach worker|peer worker|civil servant|firefighter|sailor|pilot"
    r"|postman"
    r"|blacksmith|secretary|manager|fire(?:man|men))"
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

PERSON_WORDS = PersonWords(
    locality=pattern(
        rf"\b(?:in|at|near|from|to|outside|around|between|of) (?:the )?(?:(?:town|city|port) of )?({_NAME})"
    ),
    of_locality=pattern(rf"\b(?:{_OFFICE}|{_JOB}|town|city|outskirts|suburb|people|men|women) of $"),
    no_locality=frozenset(_NO_LOCALITIES.split()),
    region=pattern(r"\b(?:Province|Region|Republic|State|County|Coast|Governorate|Oblast|Act|Law|Code)\b"),
    small_place=pattern(
        rf"\b(?:village|hamlet|island|settlement|quarter|parish|valley) of {_NAME}"
        rf"|\b{_NAME} (?:Street|Road|Lane|Square|Avenue|Village|Island|Quarter|Park)\b"
        rf"|\b(?:the|at|from|into|of|in) (?:(?!an?\b|another\b|one\b"
        rf"|some\b)[\w-]+ ){{0,2}}(?i:{_FACILITY}) "
        r"(?:of|in|at|near) (?:the )?[A-Z][\w’'-]+"
        rf"|\b[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )*(?:{_FACILITY_NAME})\b"
    ),
    no_small_place=pattern(
        r"\b(?:Supreme|Constitutional|High|Appeals?|European|International|Criminal|Human Rights) Court\b"
        r"|\b(?i:court) (?:of|in|at) (?:the )?(?:Appeals?|Human|Justice|Cassation|First)"
    ),
    office=pattern(
        rf"{_IS_A}(?:[\w-]+ ){{0,2}}{_OFFICE}\b"
        rf"|\bas (?:an? )?{_OFFICE}\b(?! (?:said|told|explained|had|has|was|ordered|put|says))"
        rf"|\bas the {_OFFICE} (?:of|at)\b"
        rf"|\A(?:The|An?) (?:[\w-]+ ){{0,2}}{_OFFICE} (?:of|in|at) (?![^.]*\b(?:him|me|them|her (?:to|that"
        rf"|and|in))\b)"
        r"[^.;]*?\b(?:his|he|she|her)\b"
        r"|\b(?:is|was|am|as) the (?:only|first|youngest|oldest) (?!time\b|one\b|day\b|to\b"
        r"|whom?\b)\w+ (?:\w+ )?"
        r"(?:who|whom|that|to|in|at|of)\b"
    ),
    employer=pattern(
        rf"\b{_SOMEBODY} {_HAS_BEEN}{_WORKS} (?:[^.;,]{{0,40}} )?(?:at|for) (?:the )?{_NAME}"
        rf"|\b{_SOMEBODY} {_HAS_BEEN}{_WORKS} (?:[^.;,]{{0,40}} )?(?:at|for|in|with"
        rf"|of) (?:the )?(?:[\w-]+ ){{0,3}}"
        rf"(?i:{_WORKPLACE}) (?:of|in|at) (?:the )?[A-Z]"
        rf"|\bemployed by (?:the )?{_NAME}|\bplay(?:s|ed)? for (?:the )?{_NAME}"
        rf"|(?:{_IS_A}|\bas an? |\A{_SOMEBODY}, an? )(?:[\w-]+ ){{0,3}}{_JOB} (?:at|for|with|of) (?:the )?"
        rf"(?:{_NAME}|(?:[\w-]+ ){{0,2}}(?i:{_FACILITY})\b)"
        rf"|\b(?:his|her|my) (?:employer|company|school|university),? (?:the )?{_NAME}"
    ),
    job=pattern(
        rf"{_IS_A}(?:[\w-]+ ){{0,3}}{_JOB}\b"
        rf"|\bas an? (?:[\w-]+ ){{0,2}}{_JOB}\b(?! (?:said|told|explained|had|has|was|ordered|put|says))"
        rf"|\b(?:\d\d|{_NUMBER})-year-old (?:[\w-]+ )?{_JOB}\b"
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
        rf"(?P<before>(?:\w+,? ){{0,2}})(?:\baged? (?P<a>\d\d)|\b(?P<b>\d\d|{_NUMBER})[- ]years?[- ]old\b"
        rf"|\b(?P<c>\d\d) years of age\b|\b{_SOMEBODY} (?:is|was|am|turned|had just turned) (?P<d>\d\d"
        rf"|{_NUMBER})"
        r"(?=,|\.|;| and | when | at the time| years old)|(?<=\w), (?P<e>\d\d),)"
    ),
    relation=pattern(
        r"\b(?:daughter|son|boy|girl|child|brother|sister|cousin|mother|father|husband|wife|friend"
        r"|neighbour|officer"
        r"|about|around|over|under|than|between|some|or|to)\b,?[^.]{0,12}$",
        re.IGNORECASE,
    ),
    health=pattern(
        r"\b(?:liv(?:e|es|ed|ing) with HIV|HIV[- ]positive|HIV status|(?:has|had|have|having|got) (?:HIV"
        r"|AIDS)"
        r"|diagnosed with [\w ]{0,30}(?:HIV|AIDS|schizophrenia|psychosis|epilepsy|cancer|tuberculosis)"
        r"|(?:was|is|am|became|being|were) (?:[\w-]+ ){0,3}pregnant|months? pregnant|(?:month"
        r"|week) of pregnancy"
        r"|(?:her|my|the) pregnancy|pregnant with|gave birth|miscarriage|abortion"
        r"|(?:uses|used|in|needs|has) an? (?:[\w-]+ )?wheelchair|(?:is|was|am|born|being) (?:almost "
        r"|nearly )?(?:deaf|blind)"
        r"|amputat\w+|(?:one|a wooden|an artificial) leg|lost (?:his|her|my|an?|one) (?:\w+ )?(?:leg|arm"
        r"|hand|foot|eye"
        r"|sight|hearing)|paraly[sz]ed|porphyria|sickle[- ]cell|cystic fibrosis|lupus|albinism"
        r"|muscular dystrophy|rare (?:disease|illness|condition)|schizophren\w+|bipolar|epilep\w+|autis\w+"
        r"|haemophilia\w*|leukaemia|tuberculosis"
        r"|multiple sclerosis|(?:has|had|with|of) (?:\w+ )?cancer|transplant\w*|Down syndrome)\b",
        re.IGNORECASE,
    ),
    family=pattern(
        rf"\b(?:mother|father|parent|grandmother|grandfather) (?:of|to) (?:\d+|{_NUMBER})\b"
        rf"|\b(?:has|have|had|with|his|her|my|their) (?:\d+|{_NUMBER}) (?:small |young "
        rf"|little )?(?:children|sons|daughters"
        r"|kids|grandchildren)\b|\btwins\b|\b(?:a|the|as) (?:\w+ )?widow(?:er)?\b",
        re.IGNORECASE,
    ),
    event=pattern(
        r"\b(?:in|on) (?:the |all |every |national |local |evening )*(?:news(?:papers?)?|television|TV"
        r"|front page|media)\b"
        r"|\bnewspapers? (?:\w+ )?(?:wrote|reported|printed|published|showed)\b|\bpress (?:wrote"
        r"|reported)\b"
        r"|\bwent viral\b|\b(?:film|video|photo|picture)s? of (?:it|him|her|me|the arrest) (?:was|were"
        r"|went)\b",
        re.IGNORECASE,
    ),
    of_others=pattern(
        r"(?:\b(?:Act|Law|Code|Decree|Order|Regulations?|Bill|act|law|decree|order|regulation|report"
        r"|judgments?|survey"
        r"|study|circular|letter|resolution)(?: No\.? ?\d+)? (?:of|from|dated"
        r"|in) (?:\d{1,2} )?[A-Z][a-z]+ \d{4})"
        r"|(?:(?:^|(?<=[.!?] ))(?:The|An?|In its|Its|This|That|Another) (?:\w+ ){0,3}?(?:Ombudsman"
        r"|Committee|Parliament"
        r"|Government|Ministry|Minister|Court of [A-Z]\w+|Supreme Court|Council|report|survey|study|law"
        r"|Act|decree|bill"
        r"|Rapporteur|Commission)\b[^.!?]*)"
    ),
    child=pattern(
        r"\b(?:grand)?(?:daughter|son|child)(?:ren|s)?\b|\b(?:baby|babies|infants?|toddlers?|newborns?"
        r"|kids?|boys?|girls?"
        r"|minors|pupils?|teenagers?|schoolboys?|schoolgirls?|twins)\b|\bmonths? old\b"
        rf"|\b(?:her|his|their|my) (?:\d|{_YOUNG})-year-old\b",
        re.IGNORECASE,
    ),
    no_child=pattern(
        r"\b(?:children|child|kids|boys|girls|infants|babies)['’]s? (?:and \w+ )?(?:rights?|homes?"
        r"|services?|benefits?"
        r"|protection|hospitals?|wards?|allowance|court|judge|act|clinics?|fund|charity|books?"
        r"|department)\b"
        r"|\b(?:rights?|protection|welfare|interests?|convention|committee|ombudsman|ombudsperson"
        r"|commissioner|minister"
        r"|fund) (?:of|for|on) (?:the |all |every )?(?:rights of the )?(?:child|children|boys|girls)\b"
        r"|\bchild(?:ren)? (?:rights|protection|welfare|benefits?|support|care|labou?r|services?|allowance"
        r"|custody law)\b"
        r"|\b(?:as|like) an? (?:small |young |little |only )?(?:child|boy|girl|baby|teenager|schoolboy"
        r"|schoolgirl)\b"
        r"|\b(?:when|since|while) (?:s?he|I) (?:was|were) (?:still )?(?:an? )?(?:small |young "
        r"|little )?(?:child|boy|girl"
        r"|baby|teenager|schoolboy|schoolgirl)\b"
        rf"|\b(?:mother|father|parent|grandmother|grandfather)s? (?:of|to) (?:\d+|{_NUMBER}|triplets|twins"
        rf"|several|many)\b"
        rf"|\b(?:has|have|had|with|without) (?:\d+|{_NUMBER}|small|young|little|several"
        rf"|many)? ?(?:children|kids|sons"
        r"|daughters)(?= (?:and|cannot|can|may|are|is|in|at|of her|of his|,)|[,.;]|$)"
        r"|\b(?:her|his|their|my|our) (?:children|kids|sons|daughters) (?:could|can|may|might|would)\b"
        r"|\b(?:unborn|inner|adult|grown[- ]?up|dead|late) (?:child(?:ren)?|sons?|daughters?|bab(?:y"
        r"|ies))\b"
        r"|\b(?:is|was|am) (?:the|an?) (?:only |eldest |youngest )?(?:child|son|daughter) of\b"
        rf"|\b(?:son|daughter|child)s?,? (?:now |who is |who was |aged |then )*(?:1[89]|[2-9]\d"
        rf"|twenty[\w-]*|thirty[\w-]*)\b"
        r"|\bno (?:child|children|kids)\b|\b(?:old )?boys? network\b|\bwith child\b"
        r"|\bborn child\b|\bchild ?like\b|\bbaby ?sitter\b"
        r"|\bburied (?:his|her|my|their) (?:\w+ )?(?:child|son|daughter)\b"
        r"|\b(?:son|daughter|child) (?:had |has |who )?(?:died|overdosed|was found dead)\b"
        r"|\blost (?:his|her|my|their|a) (?:\w+ )?(?:son|daughter|child) (?:to|after"
        r"|through) (?:an? )?(?:\w+ )?overdose\b"
        r"|\b(?:harm|hurt|damage|endanger|injure|kill|lose|lost)(?:s|ed|ing)? (?:the|her|my|our) (?:child"
        r"|baby)\b"
        r"|\b(?:for|to|near|of|about) (?:all )?(?:children|kids|pupils|teenagers|minors|boys and girls) "
        r"(?:in general|everywhere|in the country)\b",
        re.IGNORECASE,
    ),
    young=pattern(
        r"\b(\d{1,2})[- ]years?[- ]old\b|\b(\d{1,2}) years of age\b|\baged (\d{1,2})\b", re.IGNORECASE
    ),
    numbers=pattern(rf"\b(?:\d{{1,2}}|{_NUMBER.removeprefix('two|')})\b", re.IGNORECASE),
    unspecific=frozenset(_UNSPECIFIC.split()),
    oral=pattern(
        r"\b(?:by word|word of mouth|oral|orally|verbal|verbally|by (?:tele)?phone|on the (?:tele)?phone"
        r"|spoken|in person"
        r"|said (?:yes|so)|told (?:us|me)|in (?:a|our) (?:conversation|talk|call))\b",
        re.IGNORECASE,
    ),
    in_writing=pattern(
        r"\b(?:in writing|written|signed|signature|thumb ?print|by (?:e-?mail|letter|text message)"
        r"|(?:consent )?form)\b",
        re.IGNORECASE,
    ),
)  # fmt: skip
"""Details of people in English texts."""
