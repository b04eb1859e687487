"""Insults, rhetorical comparisons and loaded words of English.

Special Procedures refuse communications with abusive language (Code of Conduct, Human Rights Council
resolution 5/2, art. 9), and treaty bodies ask for texts that are specific and free of subjective opinion.
The words of law are not in the table: "cruel, inhuman or degrading", "crime against humanity", "slavery",
"genocide" and "police brutality" are findings, not insults.
"""

import re

from drafter.language.review_words import Term, TermTable
from drafter.patterns import pattern

_INSULTS = (
    r"scum|vermin|filth|swine|savages|barbarians?|idiots?|morons?|imbeciles?|cretins?",
    r"parasites (?:on|of) (?:society|the state)|parasites who|nothing but parasites|enemies of the people",
    r"bigots?|charlatans?|hypocrites?|crooks?(?! of)|crook of an? \w+|fascists who"
    r"|bandits who (?:govern|rule|run)\w*|pigs who|(?:is|are) an? (?:mafia|bunch of \w+)"
    r"|(?:gang|bunch) that calls itself|thieves and liars"
    r"|brainless \w+|greedy (?:lobby\w*|politicians?|doctors?|officials?|companies)",
    r"thugs?|gangsters?(?: in (?:uniform|power))|criminals in (?:uniform|power|government)|mafiosi",
    r"murderers in (?:uniform|power|government)|state murderers|butchers (?:of|in)",
    r"stooges?|lackeys?|henchm[ae]n|cronies|puppets? (?:government|regime|court|parliament|judges?)",
    r"tyrants?|despots?|dictators? (?:who|of this|in)|bloodsuckers?|monsters|devils|liars?|traitors?"
    r"|cowards?|clowns?",
    r"(?:brutal|authoritarian|criminal|corrupt|murderous|fascist|repressive|oppressive|totalitarian"
    r"|puppet|tyrannical|illegitimate|evil|bloody) (?:regime|clique|junta)"
    r"|(?:brutal|corrupt|murderous|fascist|evil|bloody) gang",
    r"(?:the |this )?regime[’']s? (?:thugs|forces|propaganda|police|victims|lies)",
    r"(?-i:(?!The|This|That|Our|Such|Each|Any|Its|No|New|Under|Control|Prison|Penalty|Schengen|Dublin"
    r"|Visa|Legal"
    r"|Sanctions|Treatment|Treaty|Tax|Convention|Drug|Current|Another|Every|One|Which|What|Bail|Parole"
    r"|Licensing"
    r"|Patent|Data|Trade|Health|Custody|Detention|Sentencing|Medical|International)[A-Z][a-z]+) regime"
    r"(?= (?:has|is|must|should|kills|uses|of|and)\b|[.,;])",
    r"(?:corrupt|lying|murderous|stupid|incompetent|useless|criminal|heartless) (?:government|minister"
    r"|ministry"
    r"|police|politicians?|officials?|judges?|authorities|bureaucrats?)",
)
_HISTORY = (
    r"(?:nazis?|hitler|stalin\w*|mussolini|gestapo|gulags?|auschwitz|dachau|treblinka|holocaust|\w+ camps?)"
)
_COMPARISONS = (
    r"nazis?(?:-like|-style)?|hitler(?:ian)?|stalin(?:ist)?|mussolini|pol pot|goebbels|mengele|gestapo",
    r"gulags?|concentration camps?|(?:death|extermination) camps?|auschwitz|dachau|treblinka|holocaust"
    r"|final solution",
    r"(?:silent|slow|slow-motion|social|drug|medical|overdose|quiet|de facto|veritable|real) genocide"
    r"|genocid(?:e|al \w+) (?:of|against|on) (?:people who use|drug users|the poor|our|users|patients)"
    r"|(?:is|are|was|amounts? to|commits?|committing) (?:a |nothing but |nothing less than )?genocide",
    r"(?:drug|health|medical|social|chemical|pharmaceutical) apartheid",
    r"slaves? (?:of|to) (?:drugs|methadone|the state|addiction|heroin|pharma\w*|alcohol)|like slaves"
    r"|(?:chemical|modern chemical) slavery|slavery (?:under|by) another name"
    r"|nothing but slavery|slavery of (?:drugs|addiction|methadone)|(?:chemical"
    r"|liquid) handcuffs"
    r"|enslave(?:d|s|ment)? (?:by|to) (?:drugs|methadone|heroin|the state|addiction)",
    r"(?:like|as|worse than|no better than) (?:an? |wild |stray |caged )*(?:animals?|cattle|dogs?|rats?"
    r"|pigs?|vermin"
    r"|cockroach(?:es)?|insects?|beasts?|livestock|lepers?|garbage|trash|rubbish)",
    r"like (?:an? |the )?(?:dictators?|tyrants?|despots?|warlords?)",
    r"yellow stars?|an? guant[áa]namo|human zoos?|zombies?|living dead|walking dead"
    r"|lambs? to (?:the )?slaughter",
    r"police state|banana republic|rogue state|narco-?states?|mafia state|failed state|orwellian|kafkaesque"
    r"|dickensian|fascis(?:t|ts|m)|totalitarian(?:ism)?",
    r"medieval|mediaeval|stone[- ]age|dark ages|inquisition|witch-? ?hunts?|kangaroo"
    r" courts?"
    r"|reign of terror|killing fields|blood-?bath|hell on earth|hell-?holes?|living hell|(?:a|the|in) hell",
    r"blood on (?:its|their|his|her|your|the government[’']s) hands",
    r"(?:is|like|become|becoming|into) (?:an? )?dictatorship|(?:medical|drug|police|health) dictatorship",
)
_LOADED = (
    r"draconian|shameful(?:ly)?|disgraceful(?:ly)?|scandalous(?:ly)?|outrageous(?:ly)?|brutal(?:ly)?"
    r"|heinous(?! (?:crimes?|offen[cs]es?))",
    r"appalling(?:ly)?|horrific(?:ally)?|horrendous(?:ly)?|horrible|horribly|atrocious(?:ly)?"
    r"|abysmal(?:ly)?"
    r"|abhorrent|despicable|disgusting|detestable|sickening|monstrous|hideous|diabolical|sadistic|vile"
    r"|wicked"
    r"|loathsome|repugnant|revolting",
    r"ridiculous(?:ly)?|absurd(?:ly|ity)?|ludicrous|laughable|pathetic|idiotic|stupid(?:ly|ity)?"
    r"|senseless|crazy"
    r"|farcical|preposterous|moronic",
    r"cynical(?:ly)?|hypocritical(?:ly)?|hypocrisy|barbari(?:c|sm|ty)|callous(?:ly)?|ruthless(?:ly)?"
    r"|merciless(?:ly)?"
    r"|heartless(?:ly)?|vicious(?:ly)?(?! (?:circles?|cycles?))|unconscionable|bloodthirsty|tyrannical"
    r"|murderous",
    r"shocking(?:ly)?|infamous(?:ly)?|sham (?:trials?|elections?|courts?|consultations?|treatment"
    r"|hearings?)",
    r"(?:evil|insane|mad) (?:laws?|polic(?:y|ies)|systems?|practices?|ministers?|ideas?|war)",
    r"so-called (?:treatment|care|recovery|justice"
    r"|democracy|rehabilitation|experts?|government|democratic|human rights"
    r"|doctors?|judges?)",
    r"lip service|crocodile tears|disgrace|travesty|abomination|mockery of|slap in the face|turn(?:s|ed"
    r"|ing)? a"
    r" blind eye|utter(?:ly)? (?:failure|contempt|disregard|nonsense|unacceptable)",
)

TONE = TermTable(
    terms=(
        *(Term(words, "", "insult") for words in _INSULTS),
        *(Term(words, "", "comparison") for words in _COMPARISONS),
        *(Term(words, "", "loaded") for words in _LOADED),
    ),
    flags=re.IGNORECASE,
    exempt=pattern(
        r"\bholocaust (?:remembrance|museum|survivors?|denial|education|memorial)|\b(?:survivors"
        r"|victims) of the"
        r" holocaust|\bnazi (?:occupation|germany|era|rule|period)|\b(?:under|during) (?:the )?(?:nazi"
        r"|fascis)\w*"
        r"|\b(?:fascist|nazi|stalinist) (?:era|period|rule|dictatorship)"
        # What happened then: "deported by the Nazis in 1943", "in 1951 he was sent to a gulag"
        rf"|\b{_HISTORY}\b[^.!?]{{0,60}}\b19[1-7]\d\b|\b19[1-7]\d\b[^.!?]{{0,60}}\b{_HISTORY}\b"
        r"|\bpaints? thinner|\bsniffer dogs?|\b(?:police|guard|drug|detection) dogs?"
        r"|\bsuch as (?:an? )?(?:animals?|dogs?|cattle|insects?|livestock)",
        re.IGNORECASE,
    ),
)
"""Loaded words, insults first."""
