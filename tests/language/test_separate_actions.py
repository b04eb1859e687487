"""Recommendations that ask for one action, and those that ask for several."""

import pytest

from drafter.language.english import ENGLISH
from drafter.language.separate_actions import separate_actions


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Repeal section 12 and fund needle programmes.", ["repeal", "fund"]),
        (
            "Repeal section 12 of the Drugs Act, and fund needle programmes in every province.",
            ["repeal", "fund"],
        ),
        (
            "Commute all death sentences and publish the number of people on death row.",
            ["commute", "publish"],
        ),
        (
            "Conduct an annual survey of prison health, and publish the results yearly.",
            ["conduct", "publish"],
        ),
        ("Ensure that prisoners receive methadone, and publish the results yearly.", ["ensure", "publish"]),
        ("Close the six compulsory centres by 2028 and report publicly on progress.", ["close", "report"]),
        ("Adopt the bill and report within one year to the Committee.", ["adopt", "report"]),
        ("Repeal section 12; fund needle programmes; and train the police.", ["repeal", "fund", "train"]),
        ("(a) Repeal section 12; (b) release those held under it", ["repeal", "release"]),
        ("Repeal section 12, fund needle programmes and train the police.", ["repeal", "fund", "train"]),
        ("Investigate all deaths in custody and prosecute those responsible.", ["investigate", "prosecute"]),
        ("Legalise drug checking and license mobile laboratories.", ["legalise", "license"]),
        ("Stock naloxone in every police car and train all officers to use it.", ["stock", "train"]),
        (
            "Amend the Prisons Act and, by 2027, establish an independent inspectorate.",
            ["amend", "establish"],
        ),
        ("Draft a national plan, then consult people who use drugs.", ["draft", "consult"]),
        ("Abolish mandatory minimum sentences. Release people who have served them.", ["abolish", "release"]),
        ("To abolish the register and to destroy its files.", ["abolish", "destroy"]),
        ("Adopt clinical guidelines and ensure that every doctor receives them.", ["adopt", "ensure"]),
        ("Lift the cap on take-home doses and reimburse travel costs.", ["lift", "reimburse"]),
        (
            "Disband the special unit and take disciplinary action against its members.",
            ["disband", "take measures"],
        ),
        ("Double the budget for shelters and set up two houses for women.", ["double", "set up"]),
        ("Provide housing without conditions; do not evict tenants for drug use.", ["provide", "do not"]),
        ("Collect data on overdose and release the register of deaths.", ["collect", "release"]),
    ],
)
def test_several_actions(text: str, verbs: list[str]) -> None:
    assert list(separate_actions(text, ENGLISH)) == verbs


@pytest.mark.parametrize(
    "text",
    [
        "Review and amend the Drugs Act.",
        "Adopt, fund and implement a national overdose plan.",
        "Sign and ratify the Optional Protocol.",
        "Ensure that police do not arrest or search people who carry syringes.",
        "Ensure that police do not arrest people and search their homes.",
        "Ensure that officers do not arrest people, search their homes, and seize equipment.",
        "Train police and prison staff in first aid.",
        "Amend the Act in order to protect and promote health.",
        "Amend the Act to remove prison sentences and fund treatment instead.",
        "Adopt a law to respect, protect, and fulfil the right to health.",
        "Train nurses to recognise an overdose and give naloxone.",
        "Guarantee access to treatment and care in prisons.",
        "Provide safe and free legal aid to defendants.",
        "Fund treatment and support services for women.",
        "Abolish the death penalty and life sentences for drug offences.",
        "Distribute needles and test kits at festivals.",
        "Review the Act and amend it.",
        "Review the Act and, where necessary, amend it.",
        "Repeal the Act and replace it with a health law.",
        "Consult the Ministry of Health and Labour on the draft.",
        "Expand programmes for women who use drugs and live on the street.",
        "Amend section 4 to: (a) remove the word; (b) repeal the penalty; and (c) add a defence.",
        "Establish a board that inspects prisons and publishes reports.",
        "Distinguish between use and supply in the criminal code.",
        "Reduce prison numbers by releasing people on remand and repealing minimum sentences.",
        "Help people find housing and keep it.",
        "Increase the number of beds and staff in public clinics.",
        "Do not prosecute people and deport them for possession.",
        "Guarantee the release and rehabilitation of all detainees.",
        "Repeal the “possess and use” offence.",
        "Strengthen monitoring and report forms.",
        "Continue to strengthen services and expand coverage.",
        "The State should repeal the Act and fund clinics.",
        "Remove barriers to testing (fees and record checks) for migrants.",
        "Publish data on arrests, charges and convictions each year.",
        "Allow pharmacies to stock and sell syringes.",
        "Establish a complaints procedure free of charge and open to associations.",
        "Fund help with housing and work that outlasts the sentence.",
        "Sign with countries of origin, transit and use an agreement on treatment.",
        "Publish within one year and review yearly a table of recommendations.",
        "Adopt a law on privacy and open access to data held by police.",
    ],
)
def test_at_most_one_action(text: str) -> None:
    assert len(separate_actions(text, ENGLISH)) <= 1
