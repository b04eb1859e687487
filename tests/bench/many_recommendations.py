"""A store of many recommendations: what it takes to fill and to search, in a separate process.

    python tests/bench/many_recommendations.py ROWS STORE

Most texts are about what most recommendations are about; one sentence in twenty is from a clause. So the
words of drug policy are rare, though less rare than in the Universal Human Rights Index. Prints JSON:
milliseconds of the CPU, megabytes, and the slowest of the searches.
"""

import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from drafter.drafting.recommendation_filters import Asked, filters_for
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.model.imported import UPR, ImportedRecommendation
from drafter.recommendation_store.database import Store, open_store
from drafter.recommendation_store.read import search, stats
from drafter.recommendation_store.suggest import suggest
from drafter.recommendation_store.values import Filters
from drafter.recommendation_store.write import add

BODIES = (UPR, "CCPR", "CEDAW", "CRC", "CESCR", "CAT", "CRPD", "CERD", "SR on health", "WG on detention")
TYPED = (
    "overdose",
    "prison",
    "the right to health",
    "treatment of drug dependence",
    "peop",
    "drug",
    "rights state",
    '"harm reduction"',
    "A/HRC/41/7",
    "140.7",
    "women in prison who use drugs",
    "con",
    "penalty",
)
"""Rare words and frequent ones, beginnings, a phrase, a symbol, a number."""
ASKED = (
    Asked(),
    Asked(state="Norway"),
    Asked(theme="overdose"),
    Asked(theme="prison-health"),
    Asked(theme="Right to health", since=2015),
    Asked(state="Norway", theme="women", body="upr", position="noted"),
)
ROUNDS = 3
OUR_SHARE = 0.05
SENTENCES = """
Take all necessary steps to strengthen | Continue efforts to improve | Adopt | Ratify | Consider amending
| Ensure the effective implementation of | The Committee recommends that the State party review | Allocate
| The Committee is concerned about the lack of | Accelerate the adoption of | Withdraw reservations to

the legislation | a national action plan | the Convention and its Optional Protocol | sufficient resources
| the training of police officers and judges | an independent national human rights institution | the budget
| the mechanism for the prevention of torture | policies and programmes | a comprehensive law | the measures
| the conditions of detention in prisons | the moratorium on the death penalty | the juvenile justice system

to combat violence against | to guarantee the right to education of | to protect the human rights of
| to eliminate all forms of discrimination against | to improve access to health care for | with a view to
| to provide adequate housing for | to prevent the arbitrary arrest and ill-treatment of | to reduce poverty
| to ensure access to justice and legal aid for | to prohibit trafficking in persons and exploitation of

women and girls | children | persons with disabilities | migrant workers and asylum seekers | minorities
| indigenous peoples | journalists and human rights defenders | people living in rural areas | refugees
| persons deprived of their liberty | older persons | victims of torture | young people | families

in accordance with international human rights law | in cooperation with civil society | without delay
| and ensure that perpetrators are prosecuted | within the framework of the 2030 Agenda | in law and practice
| including by collecting disaggregated data | as recommended by the treaty bodies | as soon as possible
"""
"""The parts of which most sentences consist, one from each paragraph."""
PARTS = tuple(
    tuple(" ".join(part.split()) for part in paragraph.split("|")) for paragraph in SENTENCES.split("\n\n")
)


def recommendations(count: int, library: Library) -> Iterator[ImportedRecommendation]:
    """Yield *count* recommendations, each time the same."""
    chance = random.Random(1)
    sentences = sorted(
        {
            sentence.strip()
            for clause in library.all_clauses()[0]
            for sentence in clause.text.replace("{{", "").replace("}}", "").split(". ")
        }
    )

    def sentence() -> str:
        if chance.random() < OUR_SHARE:
            return chance.choice(sentences)
        return " ".join(map(chance.choice, PARTS))

    states = [state.name for state in library.states.values()]
    themes = [f"Theme {number}" for number in range(160)] + [
        part.strip() for theme in library.themes.themes.values() for part in theme.uhri.split(";")
    ]
    for number in range(count):
        is_review = number % 2 == 0
        yield ImportedRecommendation(
            text=". ".join(sentence() for _ in range(chance.choice((1, 1, 2, 3)))),
            country=chance.choice(states),
            body=UPR if is_review else chance.choice(BODIES),
            document=f"A/HRC/{number % 60}/{number % 20}",
            number=f"{100 + number % 60}.{number % 250}",
            states=(chance.choice(states),) if is_review else (),
            position=chance.choice(("supported", "partly", "noted")) if is_review else "",
            themes=tuple(chance.sample(themes, 3)),
            date=f"{chance.randint(2006, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            key=f"{chance.getrandbits(128):032x}",
            source=f"row {number + 2}",
        )


def took(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the milliseconds of the CPU that *action* takes, at its best."""
    times = []
    for _ in range(rounds):
        begun = time.process_time()
        action()
        times.append(1000 * (time.process_time() - begun))
    return min(times)


def scan(store: Store, typed: str) -> int:
    """Return how many texts have all words of *typed*, without the index."""
    words = typed.replace('"', "").casefold().split()
    return sum(
        all(word in text.casefold() for word in words)
        for (text,) in store.rows("SELECT text FROM recommendation")
    )


def main() -> None:
    """Fill the store, search it and print what it took."""
    count, path = int(sys.argv[1]), Path(sys.argv[2])
    library = Library(overlay("clauses"), overlay("templates"))
    made_rows = list(recommendations(count, library))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    filling = took(lambda: add(iter(made_rows), "all.csv", path), 1)
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1000
    again = took(lambda: add(iter(made_rows), "all.csv", path), 1)
    with open_store(path) as store:
        filters = {asked: filters_for(asked, library, store) for asked in ASKED}
        searches: dict[str, float] = {
            f"{typed} {asked}": took(lambda typed=typed, asked=asked: search(store, typed, filters[asked]))  # type: ignore[misc]
            for typed in ("", *TYPED)
            for asked in ASKED
        }
        slowest = max(searches, key=lambda name: searches[name])
        wanted = [library.themes.themes[name] for name in ("overdose", "prison-health", "women")]
        here = Filters(countries=("Norway",))
        report = {
            "filling": filling,
            "again": again,
            "memory": memory,
            "size": path.stat().st_size / 1_000_000,
            "median": sorted(searches.values())[len(searches) // 2],
            "slowest": searches[slowest],
            "slowest search": slowest,
            "scan": took(lambda: scan(store, TYPED[0])),
            "suggestions": took(lambda: suggest(store, here, wanted, library.themes.drug_words)),
            "stats": took(lambda: stats(store)),
        }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
