"""``drafter mechanisms choose``: suggest documents from a few answers, each with its reason."""

import argparse

from drafter.cli import DONE, FAULT
from drafter.cli.faults import similar_hint
from drafter.cli.layout import show, table, wrapped
from drafter.cli.paging import paged
from drafter.cli.streams import print_json
from drafter.cli.suggestion_view import (
    NO_SUGGESTION,
    Glossary,
    print_committees,
    print_suggestions,
    print_titles,
    print_waiting,
    worth_showing,
)
from drafter.errors import DrafterError, Fault, Stopped
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.recommend import (
    STATE,
    Suggestion,
    choosing_data,
    choosing_questions,
    suggest_documents,
)
from drafter.model.question import Ask

_STATE_REMEDY = "Use its United Nations name, such as Kenya, or its code of three letters, such as KEN."


def choose(library: Library, options: argparse.Namespace) -> int:
    """Ask, print the suggestions, the best first, and return the exit status."""
    if options.questions:
        return _print_questions(choosing_questions(library), as_json=options.json)
    is_asked = not (options.sets or options.json)
    answers = _ask(library, plain=options.plain) if is_asked else _read_sets(library, options.sets)
    suggestions = suggest_documents(library, answers)
    if options.json:
        print_json([_data(suggestion) for suggestion in suggestions])
    elif not suggestions:
        print(wrapped(NO_SUGGESTION))
        print_waiting(library, answers)
    else:
        shown_suggestions = worth_showing(suggestions)
        with paged(plain=options.plain or not is_asked) as shown:
            print_suggestions(shown_suggestions, Glossary(choosing_data(library).terms))
            print_committees(library, answers)
            print_waiting(library, answers)
        if shown.by_page:
            print_titles(shown_suggestions)
        print("\nTo see the rules of one (here the first), and to start it:")
        print(f"  drafter mechanisms show {suggestions[0].document}")
        print(f"  drafter new my-submission.yaml --set document={suggestions[0].document}")
    return DONE if suggestions else FAULT


def _ask(library: Library, *, plain: bool) -> dict[str, str]:
    """Ask at the terminal and return the answers."""
    from drafter.interview.choosing import ask_about_situation
    from drafter.interview.control_flow import Back
    from drafter.terminal.asker import asker, is_plain, keyboard, require_terminal

    require_terminal("use --set NAME=VALUE (--questions shows what you can set)")
    plain = is_plain(plain)
    ask, _ = asker(plain=plain, say=print)
    with keyboard(plain=plain):
        while True:
            try:
                return ask_about_situation(library, ask)
            except Back:
                print("This is the first question.")
            except KeyboardInterrupt:
                remedy = "These answers are not saved. To start again: drafter mechanisms choose"
                raise Stopped(Fault("stopped", remedy)) from None


def _print_questions(asks: tuple[Ask, ...], *, as_json: bool) -> int:
    """Print the questions with their values, for a script, and return the exit status."""
    if as_json:
        print_json([ask.model_dump(mode="json", include={"name", "ask", "choices", "when"}) for ask in asks])
        return DONE
    for ask in asks:
        show([(wrapped(f"{ask.name}: {ask.ask}", hanging="  "), "bold")])
        rows = [(f"  {ask.name}={choice.value}", choice.title) for choice in ask.choices]
        print(table(rows or [(f"  {ask.name}=Kenya", "the name of a State, or its code: KEN")]))
    return DONE


def _read_sets(library: Library, sets: list[str]) -> dict[str, str]:
    """Return the answers in *sets*, each ``name=value``. Raises DrafterError with every wrong one."""
    values = {ask.name: [choice.value for choice in ask.choices] for ask in choosing_questions(library)}
    answers: dict[str, str] = {}
    faults = []
    for argument in sets:
        name, _, value = argument.partition("=")
        if name not in values:
            hint = similar_hint(name, values) or f" The questions are: {SCREEN.listed(list(values))}."
            faults.append(Fault(f"--set: there is no question '{name}'", hint.strip()))
        elif name == STATE:
            if library.state(value) is None:
                faults.append(Fault(f"--set {argument}: there is no State '{value}'", _STATE_REMEDY))
            answers[name] = value
        elif value not in values[name]:
            fault = f"--set {argument}: '{value}' is not one of its answers"
            faults.append(Fault(fault, f"Use {SCREEN.listed(values[name], 'or')}."))
        else:
            answers[name] = value
    if faults:
        raise DrafterError(faults)
    return answers


def _data(suggestion: Suggestion) -> dict[str, object]:
    return {
        "document": suggestion.document,
        "title": suggestion.rules.title,
        "fit": suggestion.fit,
        "reason": suggestion.situation.reason,
        "prepare": suggestion.situation.prepare,
        "who_learns": suggestion.who_learns or None,
        "timing": suggestion.timing or None,
    }
