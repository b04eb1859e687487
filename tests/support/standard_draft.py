"""The standard draft, by which the effort of an interview is measured.

A joint submission to the UPR of two organisations, with three themes, six facts, one case, two
recommendations of their own and one earlier recommendation. There is no profile and no other file.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from drafter.model.question import Question
from tests.support.counting_robot import CountingRobot
from tests.support.trees import rows

ANSWERS: dict[tuple[Any, ...], Any] = {
    ("document",): "upr/joint",
    ("state",): "Ruritania",
    ("details", "session"): "60th session, May 2029",
    ("details", "cycle"): "fifth",
    ("details", "deadline"): "1 October 2028",
    ("details", "names_public"): "yes",
    ("details", "last_review"): "May 2024",
    ("details", "obligations"): "",
    ("details", "follow_up"): "Nobody raised drug policy in the last review.",
    ("organisations", 0, "name"): "Open Road Network (ORN)",
    ("organisations", 0, "what"): "A network of 120 people who use or have used drugs.",
    ("organisations", 0, "city"): "Strelsau, Ruritania, 2011",
    ("organisations", 0, "contact", "person"): "Antonia Rassendyll, office@openroad.example",
    ("organisations", 1, "status"): "confirmed",
    ("organisations", 1, "what"): "It runs two day centres and a helpline.",
    ("organisations", 1, "city"): "Zenda, Ruritania, 2015",
    ("earlier", 0, "document"): "A/HRC/56/12, 140.27, Norway",
    ("earlier", 0, "position"): "supported",
    ("earlier", 0, "status"): "not-done",
    ("earlier", 0, "evidence"): "No centre has been closed since the review of 2024.",
    ("stand_for",): [],
    ("refuse",): [],
    ("themes",): ["compulsory-treatment", "women", "overdose"],
    ("themes", "compulsory-treatment", "clauses"): [
        "compulsory-treatment/a-ground-and-a-judge",
        "compulsory-treatment/held-because-they-use-drugs",
        "compulsory-treatment/close-the-centres",
    ],
    ("themes", "women", "clauses"): [
        "women/equal-access-to-health-care",
        "women/care-women-cannot-use",
        "women/provide-what-is-missing",
    ],
    ("themes", "overdose", "clauses"): [
        "overdose/right-to-life",
        "overdose/deaths-that-can-be-prevented",
        "overdose/naloxone-for-all",
    ],
    ("themes", "compulsory-treatment", "answers", "law"): "section 14 of the Narcotics Act 1976",
    ("themes", "compulsory-treatment", "answers", "body"): "the Ministry of the Interior",
    ("themes", "compulsory-treatment", "answers", "procedure"): "an order of the local police chief",
    ("themes", "compulsory-treatment", "answers", "duration"): "up to two years",
    ("themes", "women", "answers", "services"): "one centre in Strelsau with eight places for women",
    ("themes", "women", "answers", "missing_service"): "treatment that women can enter with children",
    ("themes", "women", "answers", "barrier"): "the fear of losing custody of their children",
    ("themes", "women", "answers", "gap"): "the drug strategy of 2025 does not mention women",
    ("themes", "women", "answers", "body"): "the Ministry of Health",
    ("keywords",): "drug policy, compulsory treatment, women, overdose",
    ("summary",): "The submission is about places of compulsory treatment, care for women and overdose.",
    ("method",): "We interviewed 96 people from January to March 2028 and read the reports that we cite.",
    ("cases", "C1", "pseudonym"): "Mira",
    ("private", "not_printed"): "Lejla Brkan",
    ("cases", "C1", "age_group"): "adult",
    ("cases", "C1", "consent", "body"): "yes",
    ("cases", "C1", "consent", "government"): "yes",
    ("cases", "C1", "consent", "public"): "yes",
    ("cases", "C1", "consent", "given"): "In writing, to our lawyer, in March 2028.",
    ("cases", "C1", "text"): "She was taken to a centre after a urine test and saw no judge before she left.",
    ("cases", "C1", "identifying"): ["nothing"],
}
"""The author's answers by path; those of a theme by its name."""
FACTS: dict[str, list[tuple[str, str]]] = {
    "overdose": [
        (
            "In 2026, 212 men and 58 women died of an overdose in Ruritania",
            "Statistical Office, Causes of death, 2027, table 4",
        ),
        (
            "In 2026, naloxone was held by 14 of the 60 pharmacies in Strelsau",
            "Chamber of Pharmacists, Register of pharmacies, 2026",
        ),
    ],
    "compulsory-treatment": [
        (
            "In 2027, 41 of 96 women and men interviewed in Ruritania saw no judge before they were held",
            "Open Road Network, Interviews with people released from the centres, 2028",
        ),
        (
            "In 2026, 12 centres in Ruritania had no licence",
            "Ombudsman of Ruritania, Annual report, 2027, p. 31",
        ),
    ],
    "women": [
        (
            "In 2027, one of nine treatment services in Ruritania admitted women with their children",
            "S4, p. 40",
        ),
        (
            "In 2027, 28 women in the province of Zenda were refused care because they were pregnant",
            "S3, part 3",
        ),
    ],
}
"""The text and the source of each fact, by theme."""
SOURCE_IN_BRACKETS = [facts[1][0] for facts in FACTS.values()]
"""The facts that are typed with their source behind them: the second of each theme."""
MORE: dict[str, list[str]] = {
    "organisations": ["House of Hope (HOH)"],
    "earlier": ["Close all centres in which people are held without a decision of a court."],
    **{
        f"fact/{theme}": [
            f"{text}. [{source}]" if text in SOURCE_IN_BRACKETS else text for text, source in facts
        ]
        for theme, facts in FACTS.items()
    },
    "theme/compulsory-treatment": ["case", "recommendation"],
    "theme/women": ["recommendation"],
    "theme/overdose": [],
}
"""What is added to each list, in order."""
OWN = {
    "compulsory-treatment": "Publish the contracts of every centre by the end of 2029.",
    "women": "Open a service in Zenda that admits women with their children within two years.",
}


DAY = date(2028, 7, 1)
"""The day on which the author writes it."""


class StandardAuthor(CountingRobot):
    """The author of the standard draft."""

    def answer(self, question: Question, data: Mapping[str, Any]) -> Any:
        """Return the author's answer to *question*; *data* are the answers so far."""
        path: tuple[Any, ...] = question.path
        if path[:2] == ("interview", "more"):
            return self.what_to_add(str(path[2]), data)
        if path[0] == "themes" and len(path) > 2:
            theme = rows(data, ("themes",))[path[1]]["theme"]
            if path[2] == "own":
                return OWN[theme]
            path = ("themes", theme, *path[2:])
        if path[0] == "facts":
            return self.of_fact(str(path[1]), str(path[2]), data)
        if path in ANSWERS:
            return ANSWERS[path]
        if path[2:3] == ("answers",) and question.kind == "choice":
            return question.choices[0].value
        raise AssertionError(f"the standard draft has no answer to {question.path}: {question.text}")

    def what_to_add(self, name: str, data: Mapping[str, Any]) -> Any:
        """Return what comes next in the list *name*; empty when nothing is left."""
        kind, _, theme = name.partition("/")
        if kind in ("organisations", "earlier"):
            count = len(rows(data, (kind,))) - (kind == "organisations")
        else:
            section = next(each for each in rows(data, ("themes",)) if each["theme"] == theme)
            parts = ("facts",) if kind == "fact" else ("cases", "own")
            count = sum(len(rows(section, (part,))) for part in parts)
        left = MORE[name][count:]
        return left[0] if left else ""

    def of_fact(self, key: str, name: str, data: Mapping[str, Any]) -> str:
        """Return the source of the fact *key*, and nothing for what its text says already."""
        text = str(data["facts"][key]["text"])
        sources = {each: source for facts in FACTS.values() for each, source in facts}
        return sources[text] if name == "source" else ""
