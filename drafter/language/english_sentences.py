"""How English sentences end, and where long ones can be divided."""

import re

from drafter.language.sentence_words import SentenceWords
from drafter.patterns import pattern

SENTENCES = SentenceWords(
    paragraph_end=pattern(r"\n\s*\n\s*|\n(?=\s*(?:[-*•–]|\(?\w{1,3}[.)]|>|#+)\s)"),
    end=pattern(r"(?P<stop>[.!?…]+[\"”’')\]*_]*(?:\[\^[^\]\s]+\])*)\s+(?=[\"“‘'(\[*_]*[A-ZÀ-Þ0-9])"),
    no_end=pattern(
        r"(?:^|[\s(\[“\"‘*_/])(?:"
        r"(?:[Rr]esp|[Ii]ncl|[Aa]pprox|cf|vs?|ca|max|min|est|eds?|Dr|Drs|Mr|Mrs|Ms|Mx|Prof|St|Hon|Rev|Col|Lt"
        r"|Sgt|Capt|Insp|Adv|Gov|Gen|et al|e\.g|i\.e|viz)\.[\"”’)*_]*\s+\S"
        r"|(?:[Aa]rts?|[Pp]aras?|[Cc]haps?|[Ss]ects?|[Ss]ec|[Nn]os?|[Vv]ols?|[Pp]p?|[Ff]igs?|[Rr]ec|[Rr]es|Tel"
        r"|tel|ibid|Ibid|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.[\"”’)*_]*\s+[\d(]"
        r"|(?<!hepatitis\s)(?<!vitamin\s)(?<![Aa]nnex\s)(?:[A-Z]\.)+\s+[^\W\d_]"  # initials
        r")$|^\W*(?:\d{1,3}|[a-z]|[ivx]{1,4})\.\s+\S$"  # the number before an item
    ),
    uncounted=pattern(
        r"“[^”]{1,1200}”|\"[^\"\n]{1,1200}\"|«[^»]{1,1200}»|(?<!\w)‘[^’\n]{1,300}’(?!\w)"
        r"|\[\^[^\]\s]+\]|(?<!\S)[-–—*•/&]+(?!\S)"
    ),
    joint=pattern(
        r"(?:(?<=[,:—–] )(?=(?:and|but|or|while|which|who|because|although|so that|where|when|whereas|if"
        r"|since|as|yet|nor|they|it|he|she|the|this|these)\b)|(?<=; ))(?P<words>\S+(?: \S+){0,2})",
        re.IGNORECASE,
    ),
)
"""The sentences of an English text."""
