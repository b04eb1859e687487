"""How much a person has to type: the longest example, answered with real keys from an empty folder."""

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from drafter.answers.paths import MISSING, clause_id, next_key
from drafter.answers.store import Store
from drafter.drafting.pipeline import draft_file
from drafter.interview.flow import questions
from drafter.interview.items.facts import NEW
from drafter.interview.session import Person, interview
from drafter.markup.count import block_text
from drafter.model.marks import NOTHING
from drafter.model.question import Question
from drafter.terminal.choice_search import ChoiceSearch
from drafter.terminal.prompts import ask, suggestion
from drafter.yaml_text import read_yaml
from tests.support.checkout import CHECKOUT
from tests.support.robot import Robot
from tests.support.script import LIBRARY, QUESTIONS
from tests.support.trees import at, data_of, keys, rows
from tests.support.typing_keys import DOWN, ENTER, TAB, keyboard, keys_for

EXAMPLE = CHECKOUT / "examples" / "recovery-network.yaml"
EXAMPLE_TREE: Mapping[str, Any] = read_yaml(EXAMPLE.read_text("utf-8"), str(EXAMPLE))
THEMES = {section["theme"]: section for section in EXAMPLE_TREE["themes"]}
CLEAR = "\x15"
ARROW = re.compile(r"\x1b\[[A-D]")
MOST_PROMPTS, MOST_KEYS = 149, 661
"""The most prompts, and the most keys besides the author's own texts, that the example may take."""


class Author(Robot):
    """The author of the example: answers each question with the example's answer, with few keys.

    A robot whose script is a whole answers file, and which counts the keys that it types.
    """

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.store = store
        self.prompts = 0
        self.keys = 0
        """The keys besides the letters of a text: arrows, space, Enter, and a letter for yes."""
        self.letters = 0
        """The letters of the texts."""
        self.sources: dict[str, str] = {}
        """The key of each source in the example, by its key here."""

    def __call__(self, question: Question, current: Any) -> Any:
        """Type the answer to *question* and return what the prompt returns."""
        answer = self.answer(question, self.store.data)
        if question.kind == "choices":
            answer = [choice.value for choice in question.choices if choice.value in answer]
        pressed = keys_for(question, answer, current if isinstance(current, list) else None)
        if str(question.path[-1]).startswith("clause/"):
            pressed = keys_to_search(question, answer)
        if question.kind in ("line", "long", "number"):
            suggested = suggestion(question, current)
            if suggested:
                pressed = ENTER if answer == suggested else f"{answer or NOTHING}{ENTER}"
            typed = len(answer or "") if pressed != ENTER else 0
            self.letters += typed
            self.keys += len(pressed) - typed
        else:
            self.keys += len(ARROW.sub("^", pressed))
        self.prompts += 1
        with keyboard(pressed):
            return ask(question, current, lambda _: None)

    def answer(self, question: Question, data: Mapping[str, Any]) -> Any:
        """Return the example's answer to *question*."""
        path = question.path
        if path[:2] == ("interview", "more"):
            return self.what_to_add(str(path[2]), data)
        if path == ("themes",):
            return list(THEMES)
        if path == ("keywords",):
            return ", ".join(EXAMPLE_TREE["keywords"])
        if path[-1] == "manner":
            return "free"
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
            value = at(EXAMPLE_TREE, ("facts", self.fact(str(path[1])), *path[2:]))
            if path[-1] != "source":
                return value
            entered = {key_in_example: key for key, key_in_example in self.sources.items()}
            if value not in entered:
                self.sources[next_key("S", keys(data, ("sources",)))] = value
            return entered.get(value, NEW)
        if path[0] == "sources":
            return at(EXAMPLE_TREE, ("sources", self.sources[path[1]], *path[2:]))
        return at(EXAMPLE_TREE, path)

    def fact(self, key: str) -> str:
        """Return the example's key of the fact *key*: it has the same position in its theme."""
        for section in rows(self.store.data, ("themes",)):
            if key in rows(section, ("facts",)):
                return facts_used_in(THEMES[section["theme"]])[rows(section, ("facts",)).index(key)]
        raise KeyError(key)

    def what_to_add(self, name: str, data: Mapping[str, Any]) -> Any:
        """Return what the example still has of *name*: an entry to add, clauses, or the kind of a text."""
        kind, _, theme = name.partition("/")
        if kind not in ("theme", "clause"):
            path = tuple(name.split("/"))
            return len(rows(data, path)) < len(rows(EXAMPLE_TREE, path))
        section_here = next(section for section in rows(data, ("themes",)) if section["theme"] == theme)
        if kind == "clause":
            return self.missing_clauses(section_here)
        if self.missing_clauses(section_here):
            return "clause"
        if len(rows(section_here, ("facts",))) < len(facts_used_in(THEMES[theme])):
            return "fact"
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


def keys_to_search(question: Question, clause_ids: list[str]) -> str:
    """Return the keys that search for each clause by a word of it, and choose it."""
    pressed = ""
    search = ChoiceSearch(question.choices)
    positions = {choice.value: position for position, choice in enumerate(question.choices)}
    for value in clause_ids:
        position = positions[value]
        words = [word for word in question.choices[position].title.lower().split() if word.isalpha()]
        # The word that the fewest choices above this one have too.
        above, word = min((search.matching(word).index(position), word) for word in words)
        pressed += f"{word}{DOWN * above}{TAB}{CLEAR}"
    return pressed + ENTER


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


def set_unasked_answers(author: Author) -> None:
    """Set what the interview does not ask for: title, headings, the places of facts, the example mark."""
    store = author.store
    answers: dict[tuple[Any, ...], Any] = {
        ("title",): EXAMPLE_TREE["title"],
        ("closing",): EXAMPLE_TREE["closing"],
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
