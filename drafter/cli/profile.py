"""``drafter profile``: what your organisation would otherwise type in every submission."""

import argparse
from collections.abc import Mapping
from typing import Any

from drafter import __version__
from drafter.answers.profile import BANNER, profile_file, read_profile
from drafter.answers.store import Store
from drafter.cli import DONE
from drafter.cli.layout import answers_so_far, wrapped
from drafter.cli.streams import print_json
from drafter.interview.items.item import Item
from drafter.library.open_library import library_for


def run(options: argparse.Namespace) -> int:
    """Ask for the profile, or show it, and return the exit status."""
    found = read_profile()
    if options.json:
        print_json(found[0].model_dump(mode="json") if found else None)
        return DONE
    file = profile_file()
    if options.show:
        print(
            file.read_text("utf-8") if found else f"There is no profile yet. 'drafter profile' writes {file}."
        )
        return DONE
    _ask(plain=options.plain)
    print(f"\n✓ {file}\nNew submissions begin with it; each can differ.")
    return DONE


def _ask(*, plain: bool) -> None:
    """Ask the questions about one organisation and its positions, each answer saved at once."""
    from drafter.interview.control_flow import Back, Overview
    from drafter.interview.profile import profile_questions
    from drafter.terminal.asker import asker, is_plain, keyboard, require_terminal

    require_terminal()
    library = library_for()
    file = profile_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    store = Store.open(file, f"drafter {__version__}", BANNER, lambda _: read_profile())
    ask, keys = asker(plain=is_plain(plain), say=print)
    print(wrapped(keys))
    at = 0
    with keyboard(plain=is_plain(plain)):
        while at < len(asked := list(profile_questions(store.data, library))):
            question = asked[at]
            try:
                value = ask(question, question.current(store.data))
            except Overview:
                print(answers_so_far(_in_words(one, store.data) for one in asked[:at]))
                continue
            except Back:
                at = max(at - 1, 0)
                continue
            store.change(question.changes(store.data, value, library))
            at += 1


def _in_words(question: Item, data: Mapping[str, Any]) -> tuple[str, str]:
    """Return *question* and the answer to it, each as a person reads it."""
    value = question.current(data)
    titles = {choice.value: choice.title for choice in question.choices}
    values = value if isinstance(value, list) else [value]
    words = ", ".join(titles.get(str(one), str(one)) for one in values if one)
    return question.text, words or ("not known yet" if value is None else "none")


def begin_with_profile() -> dict[str, Any]:
    """Return what a new submission takes from the profile; empty where there is none."""
    found = read_profile()
    if found is None:
        return {}
    data = found[1]
    taken: dict[str, Any] = {key: data[key] for key in ("stand_for", "refuse") if key in data}
    if data.get("organisation"):
        taken["organisations"] = [{**data["organisation"], "role": "lead", "status": "confirmed"}]
    return taken
