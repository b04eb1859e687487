"""``drafter mechanisms choose``: suggest documents from a few answers, each with its reason."""

import argparse
from collections.abc import Mapping, Sequence

from drafter.cli import DONE, FAULT
from drafter.cli.faults import similar_hint
from drafter.cli.layout import show, table, wrapped
from drafter.cli.paging import paged
from drafter.cli.streams import print_json
from drafter.errors import DrafterError, Fault, Stopped
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.recommend import (
    PEOPLE,
    SOME_CONSENT,
    Suggestion,
    choosing_questions,
    suggest_documents,
    waiting_for_consent,
)
from drafter.model.question import Ask

MOST_SHOWN = 6
"""Suggestions that are shown at most."""
NO_SUGGESTION = "No document fits these answers. 'drafter mechanisms list' shows every document."


def choose(library: Library, options: argparse.Namespace) -> int:
    """Ask, print the suggestions, the best first, and return the exit status."""
    if options.questions:
        return _print_questions(choosing_questions(library), as_json=options.json)
    is_asked = not (options.sets or options.json)
    if is_asked:
        answers = _ask(library, plain=options.plain)
    else:
        answers = _read_sets(choosing_questions(library), options.sets)
    suggestions = suggest_documents(library, answers)
    if options.json:
        print_json([_data(suggestion) for suggestion in suggestions])
    elif not suggestions:
        print(wrapped(NO_SUGGESTION))
        print_waiting(library, answers)
    else:
        shown_suggestions = worth_showing(suggestions)
        with paged(plain=options.plain or not is_asked) as shown:
            print_suggestions(shown_suggestions)
        if shown.by_page:
            print_titles(shown_suggestions)
        print_waiting(library, answers)
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


def worth_showing(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return the first of *suggestions*, without those that fit less than half as well as the best."""
    best = suggestions[0].fit
    return [suggestion for suggestion in suggestions if 2 * suggestion.fit >= best][:MOST_SHOWN]


def print_suggestions(suggestions: Sequence[Suggestion], *, prepare: bool = True) -> None:
    """Print each of *suggestions* with its reason and, with *prepare*, what to have ready."""
    for number, suggestion in enumerate(suggestions, 1):
        show(
            [
                (f"\n{wrapped(f'{number}. {suggestion.rules.title}', hanging='   ')}", "bold"),
                (f"   {suggestion.document}", "dim"),
            ]
        )
        print(wrapped(suggestion.situation.reason, "   "))
        if suggestion.who_learns:
            print(wrapped(suggestion.who_learns, "   "))
        if prepare:
            print(wrapped(f"Have ready: {suggestion.situation.prepare}", "   "))


def print_waiting(library: Library, answers: Mapping[str, str]) -> None:
    """Print what to do about people who have not agreed, and which documents they keep out."""
    if answers.get(PEOPLE) == SOME_CONSENT:
        print(
            wrapped(
                "\nTell only the cases of those who agree. Ask the others, or their families, first. "
                "Until they agree, nothing in the text may show who they are."
            )
        )
    waiting = waiting_for_consent(library, answers)
    if waiting:
        titles = [suggestion.rules.title for suggestion in waiting[:MOST_SHOWN]]
        more = len(waiting) - len(titles)
        others = [f"{more} more"] if more > 0 else []
        print(
            wrapped(
                "\nLeft out, because the people concerned have not agreed or have not been asked: "
                f"{'; '.join([*titles, *others])}. Ask them, or their family, before you send anything, and "
                "then choose again. You can also write about the law or the practice, and name nobody."
            )
        )


def print_titles(suggestions: Sequence[Suggestion]) -> None:
    """Print the title and the id of each of *suggestions*, the best first."""
    print("\nThese may fit, the best first:")
    for number, suggestion in enumerate(suggestions, 1):
        print(wrapped(f"{number}. {suggestion.rules.title} ({suggestion.document})", hanging="   "))


def _print_questions(asks: tuple[Ask, ...], *, as_json: bool) -> int:
    """Print the questions with their values, for a script, and return the exit status."""
    if as_json:
        print_json([ask.model_dump(mode="json", include={"name", "ask", "choices", "when"}) for ask in asks])
        return DONE
    for ask in asks:
        show([(wrapped(f"{ask.name}: {ask.ask}", hanging="  "), "bold")])
        print(table((f"  {ask.name}={choice.value}", choice.title) for choice in ask.choices))
    return DONE


def _read_sets(asks: tuple[Ask, ...], sets: list[str]) -> dict[str, str]:
    """Return the answers in *sets*, each ``name=value``. Raises DrafterError with every wrong one."""
    values = {ask.name: [choice.value for choice in ask.choices] for ask in asks}
    answers: dict[str, str] = {}
    faults = []
    for argument in sets:
        name, _, value = argument.partition("=")
        if name not in values:
            hint = similar_hint(name, values) or f" The questions are: {SCREEN.listed(list(values))}."
            faults.append(Fault(f"--set: there is no question '{name}'", hint.strip()))
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
    }
