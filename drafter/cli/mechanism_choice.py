"""``drafter mechanisms choose``: from what happened to the documents that fit, each with its reason."""

import argparse
from collections.abc import Sequence

from drafter.cli import DONE, FAULT
from drafter.cli.shared import answers_so_far, meant, print_json, show, table, wrapped
from drafter.errors import DrafterError, Fault, Stopped
from drafter.interview.items.declared import from_ask
from drafter.interview.session import Ask as AskOne
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.recommend import Suggestion, choosing_questions, suggest_documents
from drafter.model.question import Ask

SHOWN = 6
"""The most suggestions to show."""
NOTHING = "Nothing fits these answers. 'drafter mechanisms list' shows every document."


def choose(library: Library, options: argparse.Namespace) -> int:
    """Ask, print the suggestions, best first, and return the exit status."""
    if options.questions:
        return _tell_questions(choosing_questions(library), as_json=options.json)
    if options.sets or options.json:
        offers = suggest_documents(library, _set(choosing_questions(library), options.sets))
    else:
        offers = _ask(library, plain=options.plain)
    if options.json:
        print_json([_data(offer) for offer in offers])
    elif not offers:
        print(wrapped(NOTHING))
    else:
        print_suggestions(best(offers))
        print("\nBegin with one of them, here the first, and see its rules:")
        print(f"  drafter new my-submission.yaml --set document={offers[0].document}")
        print(f"  drafter mechanisms show {offers[0].document}")
    return DONE if offers else FAULT


def _ask(library: Library, *, plain: bool) -> list[Suggestion]:
    """Ask the questions at the terminal and return the documents that fit, the best first."""
    from drafter.interview.control_flow import Back
    from drafter.terminal.asker import asker, is_plain, keyboard, require_terminal

    require_terminal()
    plain = is_plain(plain)
    ask, _ = asker(plain=plain, say=print)
    with keyboard(plain=plain):
        while True:
            try:
                return ask_and_suggest(library, ask)
            except Back:
                print("This is the first question.")
            except KeyboardInterrupt:
                remedy = "These answers are not saved. Begin again with: drafter mechanisms choose"
                raise Stopped(Fault("stopped", remedy)) from None


def best(offers: Sequence[Suggestion]) -> list[Suggestion]:
    """Return those of *offers* that are worth showing."""
    return [one for one in offers if 2 * one.fit >= offers[0].fit][:SHOWN]


def print_suggestions(offers: Sequence[Suggestion], *, prepare: bool = True) -> None:
    """Print each of *offers* with its reason and, with *prepare*, what to have at hand."""
    for number, offer in enumerate(offers, 1):
        show(
            [
                (f"\n{wrapped(f'{number}. {offer.rules.title}', hanging='   ')}", "bold"),
                (f"   {offer.document}", "dim"),
            ]
        )
        print(wrapped(offer.situation.reason, "   "))
        if prepare:
            print(wrapped(f"Have ready: {offer.situation.prepare}", "   "))


def _tell_questions(asks: tuple[Ask, ...], *, as_json: bool) -> int:
    """Print the questions with their values, for a script, and return the exit status."""
    if as_json:
        print_json([ask.model_dump(mode="json", include={"name", "ask", "choices", "when"}) for ask in asks])
        return DONE
    for ask in asks:
        show([(wrapped(f"{ask.name}: {ask.ask}", hanging="  "), "bold")])
        print(table((f"  {ask.name}={choice.value}", choice.title) for choice in ask.choices))
    return DONE


def _set(asks: tuple[Ask, ...], sets: list[str]) -> dict[str, str]:
    """Return the answers given as ``name=value``. Raises DrafterError with every one that is wrong."""
    known = {ask.name: [choice.value for choice in ask.choices] for ask in asks}
    answers: dict[str, str] = {}
    faults = []
    for given in sets:
        name, _, value = given.partition("=")
        if name not in known:
            hint = meant(name, known) or f" There are: {SCREEN.listed(list(known), 'or')}."
            faults.append(Fault(f"--set: there is no question '{name}'", hint.strip()))
        elif value not in known[name]:
            faults.append(
                Fault(
                    f"--set {given}: '{value}' is no answer to it", f"Use {SCREEN.listed(known[name], 'or')}."
                )
            )
        else:
            answers[name] = value
    if faults:
        raise DrafterError(faults)
    return answers


def ask_and_suggest(library: Library, ask_one: AskOne) -> list[Suggestion]:
    """Ask the questions and return the documents that fit, the best first; "I don't know" is left out.

    Raises Back where the person goes back from the first question.
    """
    from drafter.answers.paths import MISSING
    from drafter.interview.control_flow import Back, Overview

    asks = choosing_questions(library)
    answers: dict[str, str] = {}
    trail: list[str] = []
    while True:
        left = [ask for ask in asks if ask.name not in trail and _applies(ask, answers)]
        if not left:
            return suggest_documents(library, answers)
        try:
            value = ask_one(from_ask(left[0], (left[0].name,), "Which mechanism"), MISSING)
        except Overview:
            print(answers_so_far(_in_words(ask, answers) for ask in asks if ask.name in trail))
            continue
        except Back:
            if not trail:
                raise
            answers.pop(trail.pop(), None)
            continue
        trail.append(left[0].name)
        if value is not None:
            answers[left[0].name] = str(value)


def _in_words(ask: Ask, answers: dict[str, str]) -> tuple[str, str]:
    titles = {choice.value: choice.title for choice in ask.choices}
    return ask.ask, titles.get(answers.get(ask.name, ""), "not known yet")


def _applies(ask: Ask, answers: dict[str, str]) -> bool:
    return all(answers.get(name) == value for name, value in ask.when.items())


def _data(offer: Suggestion) -> dict[str, object]:
    return {
        "document": offer.document,
        "title": offer.rules.title,
        "fit": offer.fit,
        "reason": offer.situation.reason,
        "prepare": offer.situation.prepare,
    }
