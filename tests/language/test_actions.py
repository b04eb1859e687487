"""The first verb of a recommendation and its strength."""

import pytest

from drafter.language.actions import first_action
from drafter.language.english import ENGLISH

VERBS = ENGLISH.review_words().actions()


@pytest.mark.parametrize(
    ("text", "verb", "strength"),
    [
        ("Repeal section 12 of the Drugs Act.", "repeal", 5),
        ("(a) Immediately and unconditionally release all detainees", "release", 5),
        ("1. Urgently, commute all death sentences", "commute", 5),
        ("4.2 Lift the ban on naloxone", "lift", 5),
        ("Recommendation 3: Fund the mobile units", "fund", 5),
        ("- Procure methadone for every prison", "procure", 5),
        ("**Reimburse** the clinics", "reimburse", 5),
        ("To adopt a law on early release", "adopt", 5),
        ("Without delay, expunge the records of cannabis possession", "expunge", 5),
        ("As a matter of priority, ring-fence the health budget", "ring-fence", 5),
        ("As a matter of priority, ringfence the health budget", "ringfence", 5),
        ("By 2027, earmark 2 per cent of the police budget", "earmark", 5),
        ("By the end of 2028 vacate all such convictions", "vacate", 5),
        ("Within six months, publish the inspection reports", "publish", 5),
        ("Before the next review, ratify the Optional Protocol", "ratify", 5),
        ("In law and in practice, prohibit strip searches", "prohibit", 5),
        ("In consultation with users, doctors and the police, draft guidelines", "draft", 5),
        ("To protect health, repeal section 12", "repeal", 5),
        ("To adopt a law, fund two clinics and train nurses", "adopt", 5),
        ("In prisons, stock naloxone on every wing", "stock", 5),
        ("Step up efforts to end overdose deaths", "step up efforts", 4),
        ("Redouble its efforts to reach women", "step up efforts", 4),
        ("Take all necessary legislative measures to end stigma", "take measures", 4),
        ("Raise public awareness of hepatitis", "raise awareness", 4),
        ("Follow up on the cases of the six detainees", "follow up", 5),
        ("Bring the Prisons Act into line with the Covenant", "bring into line", 5),
        ("Put an end to mandatory urine tests", "put an end to", 5),
        ("Phase out the compulsory centres", "phase out", 5),
        ("Do away with the register of patients", "do away with", 5),
        ("Set up an independent board of visitors", "set up", 5),
        ("Make it a duty of the police to carry naloxone", "make it", 5),
        ("Give effect to the Views of the Committee", "give effect to", 5),
        ("Give due consideration to alternatives", "give consideration", 3),
        ("Carry out an audit", "carry out", 5),
        ("Second two judges to the review board", "second", 5),
        ("Do not deport people who seek treatment", "do not", 5),
        ("Test all seized samples", "test", 5),
        ("Support families of prisoners", "support", 4),
        ("Analyze the effects of the law", "analyse", 3),
        ("Analyse the effects of the law", "analyse", 3),
        ("Decriminalize possession", "decriminalise", 5),
        ("License six more pharmacies", "license", 5),
        ("Regularize the status of peer workers", "regularise", 5),
        ("Consider ratifying the Optional Protocol", "consider", 3),
        ("Continue to fund the clinics", "continue", 2),
        ("Pursue the reform", "pursue", 2),
        ("Request technical assistance from the Office", "seek", 1),
        ("Share good practices", "share", 1),
        ("Ensure access to methadone", "ensure", 4),
        ("Study the costs", "study", 3),
        ("As promised in 2022, to open six clinics", "open", 5),
        ("In every region, immediately fund a shelter", "fund", 5),
    ],
)
def test_the_first_verb_and_its_strength(text: str, verb: str, strength: int) -> None:
    action = first_action(text, ENGLISH)
    assert action
    assert (action.verb, action.strength) == (verb, strength)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Government should repeal section 12.",
        "That the State adopt a law",
        "Support for families is needed.",
        "Test kits should be distributed free of charge.",
        "Needle programmes must be funded.",
        "Use of force by guards must stop.",
        "Review of the Act",
        "Access to naloxone must be guaranteed.",
        "Police are badly trained.",
        "There is no treatment in prisons.",
        "Should the law be repealed?",
        "Enterprise zones are exempt.",
        "Prison health.",
        "Apart from that, nothing has changed.",
    ],
)
def test_no_verb_begins_the_text(text: str) -> None:
    assert first_action(text, ENGLISH) is None


def test_the_position_is_that_of_the_verb_as_typed() -> None:
    text = "(b) Urgently bring the Act swiftly into line with article 9."
    action = first_action(text, ENGLISH)
    assert action
    assert text[action.start : action.end] == "bring the Act swiftly into line"


def test_the_table_is_large_and_each_strength_has_verbs() -> None:
    strengths = list(VERBS.strengths.values())
    assert strengths.count(5) >= 250
    assert set(strengths) == {1, 2, 3, 4, 5}


def test_each_verb_of_the_table_is_read_as_itself() -> None:
    for verb, strength in VERBS.strengths.items():
        action = first_action(f"{verb.capitalize()} xxx", ENGLISH)
        assert action, verb
        assert (action.verb, action.strength) == (verb, strength)


def test_the_weak_verbs_of_the_language_are_weak_here_as_well() -> None:
    weak = {verb for verb, strength in VERBS.strengths.items() if strength < 5}
    assert ENGLISH.asks.weak_verbs - weak <= {"raise", "step"}
