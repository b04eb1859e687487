"""How English names newspapers, laws and grave acts."""

import re

from drafter.language.figure_words import SourceWords
from drafter.patterns import pattern

_SECTION = r"(?:[Ss]ections?|[Aa]rticles?|[Ss]\.|[Aa]rts?\.)"
_LAW = "(?:Act|Law|Code|Constitution|Decree)"

SOURCES = SourceWords(
    media=pattern(
        r"\b(?:news|newspapers?|newsrooms?|Reuters|Agence France-Presse|AFP|Associated Press|BBC|CNN"
        r"|Al Jazeera"
        r"|Deutsche Welle|Radio Free Europe|radio|television|TV|The Guardian|Le Monde|El País"
        r"|(?:New York|Washington|Los Angeles|London|Financial|Sunday|Daily|Evening|Morning)"
        r" (?:Times|Post|News"
        r"|Mail|Mirror|Star|Standard|Nation|Monitor)|Herald|Tribune|Daily [A-Z]\w+|magazine|press article"
        r"|fact sheet by journalists)\b",
        re.IGNORECASE,
    ),
    no_media=pattern(r"\b(?:newsletters?|press release|University Press|official gazette)\b", re.IGNORECASE),
    law=pattern(
        r"\b(?:Act|Acts|Law|Code|Constitution|Decree|Ordinance|Regulations?|Statute|Bill|Gazette|Order"
        r"|Directive|Convention|Covenant|Treaty|Protocol|Judgment|Rules)\b|\bv\. "
    ),
    states_law=pattern(
        rf"\b{_SECTION} \d[^.;]{{0,60}}\b{_LAW}\b"
        rf"|\b{_LAW}\b[^.;]{{0,40}}\b{_SECTION} \d"
        rf"|\b(?:The|the) (?:[A-Z]\w+ )+{_LAW}\b[^.;]{{0,40}}\b(?:permits?|provides?|allows?"
        r"|prohibits?|punish(?:es)?|requires?|prescribes?)\b"
    ),
    grave=pattern(
        r"\b(?:kill(?:ed|ings?|s)?|murder\w*|tortur\w+|ill-treat\w+|raped?|rapes"
        r"|sexually (?:abused|assaulted)"
        r"|beaten|beatings?|execut(?:ed|ions?)|shot dead|disappear(?:ed|ances?)"
        r"|electrocut\w+"
        r"|died in (?:custody|detention|police)|deaths? in (?:custody|detention|police))\b",
        re.IGNORECASE,
    ),
    symbol=pattern(
        r"\b(?:A|E|S|ST|CAT|CCPR|CEDAW|CERD|CMW|CED|CRC|CRPD|HRI|UNEP|TD)"
        r"(?:/[A-Z0-9][A-Za-z0-9.]*(?:\.\d+)?){2,}"
    ),
    begins_source=pattern(r"(?:sources?|see|from|link)(?: ?:|(?= (?:https?://|www\.))) *", re.IGNORECASE),
    sentence=pattern(
        r"\b(?:was|were|is|are|has|have|had|been|they|we|he|she|it|did|does|do|died|saw|got|left|would|could"
        r"|may|might|must|said|says|told)\b",
        re.IGNORECASE,
    ),
    not_known=pattern(
        r"(?:\?+|(?:sources?:? )?(?:(?:is |are )?(?:not|still not) known(?: yet)?|unknown"
        r"|to be (?:found|checked|added)|missing|tbc|tbd)"
        r"|(?:sorry,? )?(?:i|we) (?:do not|don[’']t|did not|didn[’']t) (?:really |exactly |yet )?"
        r"(?:know|remember|have)\b[^,;\d]*"
        r"|(?:i am|i[’']m|we are) not sure\b[^,;\d]*|(?:no|without a?) ?source\b[^,;\d]*|not sure|no idea)",
        re.IGNORECASE,
    ),
    record=pattern(
        r"\b(?:reports?|registers?|interviews?|circulars?|letters?|decisions?|notes?|minutes|statements?|releases?"
        r"|surveys?|stud(?:y|ies)|records?|files?|statistics|figures|data|census|plan|strategy|guidelines?|website"
        r"|page|videos?|list|table|database|testimon(?:y|ies)|conversation|call|e-?mail|observations?)\b",
        re.IGNORECASE,
    ),
)
