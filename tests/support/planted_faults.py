"""Thirty faults to plant in a sound submission, each with the remark that it should get."""

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from tests.support.checkout import CHECKOUT

Answers = dict[str, Any]
SOUND = CHECKOUT / "examples" / "ruritania-upr-individual.yaml"
LONG = (
    "The ambulance crew that came to the flat in Hofbau had no naloxone with it, and the second crew, which "
    "the control room sent only after the father had called three more times, found the stairs of the house "
    "dark, the lift broken and the door on the fifth floor locked."
)


class Fault(NamedTuple):
    """A fault, with its remark, how it is planted, and the text that an editor adds to a Word file."""

    code: str
    plant: Callable[[Answers], None]
    where: str
    """Words of the remark's place or text, or the beginning of its dotted path."""
    paragraph: str = ""
    """The text of the paragraph that is planted; empty if the fault is not in a paragraph."""
    recommendation: str = ""
    """The text of the recommendation that is planted."""


def paragraph(code: str, text: str, theme: int = 0) -> Fault:
    """Return a fault in a paragraph of the author's own."""

    def plant(answers: Answers) -> None:
        answers["themes"][theme].setdefault("own", []).append({"kind": "paragraph", "text": text})

    return Fault(code, plant, f"themes.{theme}.own", paragraph=text)


def recommendation(code: str, text: str, theme: int = 0) -> Fault:
    """Return a fault in a recommendation of the author's own."""

    def plant(answers: Answers) -> None:
        answers["themes"][theme].setdefault("own", []).append({"kind": "recommendation", "text": text})

    return Fault(code, plant, f"themes.{theme}.own", recommendation=text)


def change(code: str, where: str, **values: Any) -> Fault:
    """Return a fault of other answers; ``a__b`` is the key ``b`` in the mapping ``a``."""

    def plant(answers: Answers) -> None:
        for name, value in values.items():
            *parents, key = name.split("__")
            target: Any = answers
            for parent in parents:
                target = target[int(parent)] if parent.isdigit() else target[parent]
            target[key] = value

    return Fault(code, plant, where)


def told(code: str, key: str, pseudonym: str, text: str) -> Fault:
    """Return a fault in the case of an adult who has agreed to everything."""

    def plant(answers: Answers) -> None:
        answers.setdefault("cases", {})[key] = {
            "pseudonym": pseudonym, "age_group": "adult", "text": text, "identifying": ["nothing"],
            "consent": {"body": "yes", "government": "yes", "public": "yes", "given": "in writing"},
        }  # fmt: skip
        answers["themes"][0].setdefault("cases", []).append(key)

    return Fault(code, plant, f"cases.{key}")


def sound_answers() -> Answers:
    """Return the answers of the sound submission."""
    answers: Answers = yaml.safe_load(SOUND.read_text("utf-8"))
    return answers


def planted(*faults: Fault) -> Answers:
    """Return the sound answers with *faults*."""
    answers = deepcopy(sound_answers())
    for fault in faults:
        fault.plant(answers)
    return answers


def write(answers: Answers, folder: Path) -> Path:
    """Write *answers* to a file and return it."""
    file = folder / "planted.yaml"
    file.write_text(yaml.safe_dump(answers, allow_unicode=True, sort_keys=False), "utf-8")
    return file


FAULTS: tuple[Fault, ...] = (
    # words
    paragraph("word-stigmatises", "At night the hospital in Hofbau sends junkies home without a letter."),
    paragraph("word-insults", "The thugs of the drug squad stood at the door of the helpline in May 2024."),
    paragraph("comparison-loaded", "For patients, the closed ward of the hospital is a gulag.", 1),
    paragraph("word-loaded", "The draconian order of 2023 ended the home visits in four provinces.", 1),
    paragraph("shouting", "Not one of the 74 families had naloxone in the house!!!"),
    paragraph("abbreviation-unexplained", "The ambulance service has given all its naloxone to the RZQ.", 1),
    paragraph("placeholder-left", "In 2023 the telephone line took XX calls about children.", 2),
    paragraph("sentence-long", LONG),
    paragraph("citation-form", "The last report of the State says so (CEDAW/C/XRU/4, para. 25-26).", 2),
    paragraph("other-state", "The Government of Portugal should publish what its reform has cost.", 1),
    # recommendations
    recommendation(
        "recommendation-verb",
        "There is a need for a nurse in each province by 2027, paid from the health budget.",
    ),
    recommendation(
        "recommendation-weak",
        "Consider the introduction of home visits after detoxification in all twelve provinces.", 1,
    ),
    recommendation(
        "recommendation-vague",
        "Strengthen efforts, where appropriate, in the field of counselling at the schools.", 2,
    ),
    recommendation(
        "recommendation-two",
        "Repeal the order of 2023, fund home visits in each province by 2027 and train the control rooms.", 1,
    ),
    recommendation(
        "recommendation-how", "Ensure that each child of a patient has somebody to talk to at school.", 2
    ),
    recommendation("recommendation-short", "Open family clinics.", 2),
    # facts and sources
    change("fact-unused", "facts.F9", facts__F9={"text": "The line is closed on Sundays", "source": "S1"}),
    change(
        "fact-old", "facts.F4",
        facts__F4={
            "text": "In 2009, 19 of 61 patients had been sent home without a letter, 8 of them women",
            "source": "S1", "checked": True,
        },
        themes__1__facts=["F2", "F4"],
    ),
    change(
        "source-not-dated", "sources.S2",
        facts__F5={"text": "No town has a group for children of patients", "source": "S2", "checked": True},
        sources__S2={
            "author": "Families Together", "title": "Twelve provinces", "publisher": "Hofbau", "date": "2023",
            "address": "https://together.example/twelve",
        },
        themes__2__facts=["F3", "F5"],
    ),
    # form
    change("telephone-odd", "Families Together", organisations__0__contact__phone="the office"),
    change("founded-odd", "Families Together", organisations__0__founded="in the spring"),
    change("date-unclear", "signature", sign_off__date="03/04/2025"),
    change("answer-unused", "themes.0", themes__0__answers__colour="blue"),
    change("gap", "session", details__session=None),
    Fault(
        "clause-twice",
        lambda answers: answers["themes"][2]["clauses"].append("recovery/lasting-recovery-support"),
        "lasting recovery support",
    ),
    change("waiver-unused", "over-limit", waive=[{"code": "over-limit", "reason": "The body agreed."}]),
    # people and honesty
    told("pseudonym-tells", "C1", "K., 19, Zenda", "He waited at home for a place in a hospital."),
    told("child-in-story", "C2", "Mira", "When the police came, her daughter, 9, had to open her bag."),
    told(
        "details-identify", "C3", "Josef",
        "In March 2024 he lost his post as a nurse at the hospital of Zenda because he lives with HIV.",
    ),
    change("refused-position", "themes.0", refuse=["harm-reduction"]),
)  # fmt: skip
