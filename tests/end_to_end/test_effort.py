"""How much a person has to type: the standard draft and the longest example, with real keys."""

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING, clause_id, next_key
from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import questions
from drafter.interview.items.source_line import source_line
from drafter.interview.session import Person, interview
from drafter.markup.count import block_text
from drafter.model.facts import Source
from drafter.model.question import Question
from drafter.yaml_text import read_yaml
from tests.support.checkout import CHECKOUT
from tests.support.counting_robot import CountingRobot
from tests.support.on_a_day import ask_on
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.standard_draft import DAY, StandardAuthor
from tests.support.trees import at, data_of, keys, rows

EXAMPLE = CHECKOUT / "examples" / "recovery-network.yaml"
EXAMPLE_TREE: Mapping[str, Any] = read_yaml(EXAMPLE.read_text("utf-8"), str(EXAMPLE))
THEMES = {section["theme"]: section for section in EXAMPLE_TREE["themes"]}
MOST_PROMPTS, MOST_KEYS = 111, 580
"""The most prompts, and the most keys besides the author's own texts, that the example may take."""
STANDARD_PROMPTS = 70
"""The prompts of the standard draft, with the last one, "What next?"; README.md and docs name the count."""


class Author(CountingRobot):
    """The author of the example: answers each question with the example's answer, with few keys.

    A robot whose script is a whole answers file.
    """

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.sources: dict[str, str] = {}
        """The key of each source in the example, by its key here."""

    def answer(self, question: Question, data: Mapping[str, Any]) -> Any:
        """Return the example's answer to *question*."""
        path = question.path
        if path[:2] == ("interview", "more"):
            return self.what_to_add(str(path[2]), data)
        if path == ("themes",):
            return list(THEMES)
        if path == ("keywords",):
            return ", ".join(EXAMPLE_TREE["keywords"])
        if path[:1] == ("organisations",):
            return line_of_organisation(at(EXAMPLE_TREE, path[:2]), str(path[-1]))
        value = self.value_in_example(path)
        if value is MISSING:
            return self.by_kind(question)
        return value if isinstance(value, list) else str(value)

    def by_kind(self, question: Question) -> Any:
        """Return the usual answer, without any text, where the example has none."""
        if question.kind in ("choice", "search"):
            return question.default if question.default is not None else super().by_kind(question)
        return [] if question.kind == "choices" else ""

    def value_in_example(self, path: tuple[Any, ...]) -> Any:
        """Return the example's value at *path*, or MISSING; its facts and sources have other keys."""
        data = self.store.data
        if path[0] == "themes":
            section = THEMES[at(data, (*path[:2], "theme"))]
            if path[-1] == "clauses":
                return [clause_id(entry) for entry in section["clauses"]]
            return at(section, path[2:])
        if path[0] == "facts":
            fact = EXAMPLE_TREE["facts"][self.fact(str(path[1]))]
            return self.source_of(fact) if path[-1] == "source" else at(fact, path[2:])
        if path[0] == "sources":
            return at(EXAMPLE_TREE, ("sources", self.sources[path[1]], *path[2:]))
        return at(EXAMPLE_TREE, path)

    def source_of(self, fact: Mapping[str, Any]) -> str:
        """Return the source of *fact* as it is typed: as a line the first time, then by its key."""
        entered = {key_in_example: key for key, key_in_example in self.sources.items()}
        name = fact["source"]
        if name in entered:
            return f"{entered[name]}, {fact['locator']}"
        self.sources[next_key("S", keys(data_of(self.store), ("sources",)))] = name
        return source_line(Source.model_validate(EXAMPLE_TREE["sources"][name]), fact["locator"])

    def fact(self, key: str) -> str:
        """Return the example's key of the fact *key*: it has the same position in its theme."""
        for section in rows(self.store.data, ("themes",)):
            if key in rows(section, ("facts",)):
                return facts_used_in(THEMES[section["theme"]])[rows(section, ("facts",)).index(key)]
        raise KeyError(key)

    def what_to_add(self, name: str, data: Mapping[str, Any]) -> Any:
        """Return what the example still has of *name*: an entry to add, clauses, or the kind of a text."""
        kind, _, theme = name.partition("/")
        if kind in ("organisations", "earlier"):
            left = rows(EXAMPLE_TREE, (kind,))[len(rows(data, (kind,))) :]
            return left[0].get("name", left[0].get("text")) if left else ""
        if kind not in ("theme", "clause", "fact"):
            path = tuple(name.split("/"))
            return len(rows(data, path)) < len(rows(EXAMPLE_TREE, path))
        section_here = next(section for section in rows(data, ("themes",)) if section["theme"] == theme)
        if kind == "clause":
            return self.missing_clauses(section_here)
        if kind == "fact":
            facts = facts_used_in(THEMES[theme])[len(rows(section_here, ("facts",))) :]
            return EXAMPLE_TREE["facts"][facts[0]]["text"] if facts else ""
        if self.missing_clauses(section_here):
            return "clause"
        left = rows(THEMES[theme], ("own",))[len(rows(section_here, ("own",))) :]
        return left[0]["kind"] if left else ""

    def missing_clauses(self, section: Mapping[str, Any]) -> list[str]:
        """Return the clauses of the example that *section* does not have yet."""
        present = [clause_id(entry) for entry in rows(section, ("clauses",))]
        return [
            clause_id(entry)
            for entry in THEMES[section["theme"]]["clauses"]
            if clause_id(entry) not in present
        ]


def line_of_organisation(organisation: Mapping[str, Any], name: str) -> str:
    """Return what is typed at the question *name* about *organisation*: some lines have several parts."""
    contact = organisation.get("contact", {})
    match name:
        case "name":
            return f"{organisation['name']} ({organisation['acronym']})"
        case "city":
            return f"{organisation['city']}, {organisation['country']}, {organisation['founded']}"
        case "person":
            return f"{contact['person']}, {contact['email']}"
    return str(organisation[name])


def facts_used_in(section: Mapping[str, Any]) -> list[str]:
    """Return the keys of the facts that a section of the example uses."""
    own = [
        key for kind in ("clauses", "own") for one in rows(section, (kind,)) for key in rows(one, ("facts",))
    ]
    return [*rows(section, ("facts",)), *own]


def sorted_lines(file: Path) -> list[str]:
    """Return the lines of the document in sorted order: the order of the clauses differs."""
    return sorted(
        line for block in draft_file(file).draft.document.blocks for line in block_text(block).splitlines()
    )


@pytest.mark.seconds(180)
def test_the_longest_example_takes_few_keys_and_makes_the_same_document(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "a.yaml", "tests")
    author = Author(store)
    asked = interview(store, QUESTIONS, Person(author))
    print(f"{asked} prompts, {author.keys} keys and {author.letters} letters of the author's own texts")
    assert asked == author.prompts
    assert (author.prompts <= MOST_PROMPTS, author.keys <= MOST_KEYS) == (True, True)
    set_unasked_answers(author)
    assert sorted_lines(store.file) == sorted_lines(EXAMPLE)


@pytest.mark.seconds(120)
def test_the_standard_draft_takes_as_many_prompts_as_the_readme_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask_on(DAY, monkeypatch)
    store = Store.open(tmp_path / "a.yaml", "tests")
    author = StandardAuthor(store)
    asked = interview(store, QUESTIONS, Person(author))
    print(f"{asked} prompts, {author.keys} keys and {author.letters} letters of the author's own texts")
    assert asked + 1 == STANDARD_PROMPTS <= 70, [question.text for question in author.asked]
    readme = " ".join((CHECKOUT / "README.md").read_text("utf-8").split())
    assert f"{STANDARD_PROMPTS} questions" in readme
    answers = store.answers
    assert [len(each) for each in (answers.organisations, answers.themes, answers.facts, answers.cases)] == [
        2, 3, 6, 1,
    ]  # fmt: skip
    assert sum(own.kind == "recommendation" for section in answers.themes for own in section.own) == 2
    draft = draft_file(store.file)
    assert [remark for remark in draft.remarks if remark.level == "error"] == []
    assert len(answers.earlier) == 1
    assert {fact.source for fact in answers.facts.values()} == {"S1", "S2", "S3", "S4"}


def set_unasked_answers(author: Author) -> None:
    """Set what the interview does not ask for: title, headings, the places of facts, the example mark."""
    store = author.store
    answers: dict[tuple[Any, ...], Any] = {
        ("title",): EXAMPLE_TREE["title"],
        ("closing",): EXAMPLE_TREE["closing"],
        **{("sign_off", key): value for key, value in EXAMPLE_TREE["sign_off"].items()},
    }
    for before, theme in pairwise(THEMES):
        question = next(
            item for item in questions(store.answers, LIBRARY) if item.path[-1] == f"order/{theme}"
        )
        store.change(question.changes(store.answers, before, LIBRARY))
    assert [section["theme"] for section in data_of(store)["themes"]] == list(THEMES)
    asked = {item.path: item for item in questions(store.answers, LIBRARY)}
    for number, section in enumerate(data_of(store)["themes"]):
        section_in_example = THEMES[section["theme"]]
        answers["themes", number, "heading"] = section_in_example["heading"]
        for key in rows(section, ("facts",)):
            answers["facts", key, "disaggregation"] = author.value_in_example(
                ("facts", key, "disaggregation")
            )
            name = f"place/{section['theme']}/{key}"
            placed = {clause_id(entry): rows(entry, ("facts",)) for entry in section_in_example["clauses"]}
            for position, entry in enumerate(rows(section, ("clauses",))):
                if author.fact(key) in placed[clause_id(entry)]:
                    answers["interview", "more", name] = f"clauses/{position}"
            for position, text in enumerate(rows(section_in_example, ("own",))):
                if author.fact(key) in rows(text, ("facts",)):
                    answers["interview", "more", name] = f"own/{position}"
    for path, value in answers.items():
        store.change(asked[path].changes(store.answers, value or "", LIBRARY))
    for key in data_of(store)["sources"]:
        # Only an example has invented sources, so the interview does not ask.
        store.set(("sources", key, "example"), True)
