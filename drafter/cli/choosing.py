"""``drafter mechanisms choose``: from what happened to the doors that are open, each with its reason."""

import argparse

from drafter.cli import DONE, FAULT
from drafter.cli.shared import print_json, wrapped
from drafter.errors import DrafterError, Fault
from drafter.interview.asks import from_ask
from drafter.library.doors import Offer, choosing_questions, find_doors
from drafter.library.library import Library
from drafter.model.question import Ask

SHOWN = 6
"""Doors that are shown; what comes after them fits less than half as well."""


def choose(library: Library, options: argparse.Namespace) -> int:
    """Ask, print the doors, best first, and return the exit status."""
    asks = choosing_questions(library)
    answers = _set(asks, options.sets)
    if not options.sets and not options.json:
        answers = _asked(asks, plain=options.plain)
    offers = find_doors(library, answers)
    if options.json:
        print_json([_data(offer) for offer in offers])
    elif not offers:
        print("Nothing fits these answers. 'drafter mechanisms list' shows every document.")
    else:
        _print(offers)
    return DONE if offers else FAULT


def _set(asks: tuple[Ask, ...], sets: list[str]) -> dict[str, str]:
    """Return the answers given as ``name=value``. Raises DrafterError with every one that is wrong."""
    known = {ask.name: [choice.value for choice in ask.choices] for ask in asks}
    answers: dict[str, str] = {}
    faults = []
    for given in sets:
        name, _, value = given.partition("=")
        if name not in known:
            faults.append(
                Fault(f"--set {given}: there is no question '{name}'", f"There are: {', '.join(known)}.")
            )
        elif value not in known[name]:
            faults.append(
                Fault(
                    f"--set {given}: '{value}' is no answer to it", f"Use one of: {', '.join(known[name])}."
                )
            )
        else:
            answers[name] = value
    if faults:
        raise DrafterError(faults)
    return answers


def _asked(asks: tuple[Ask, ...], *, plain: bool) -> dict[str, str]:
    """Return the answers that the person gives; "I don't know" is left out."""
    from drafter.cli.terminal import asker, is_plain, require_terminal
    from drafter.interview.paths import MISSING
    from drafter.interview.signals import Back, Overview

    require_terminal()
    ask_one, _ = asker(plain=is_plain(plain))
    answers: dict[str, str] = {}
    trail: list[str] = []
    while True:
        left = [ask for ask in asks if ask.name not in trail and _applies(ask, answers)]
        if not left:
            return answers
        try:
            value = ask_one(from_ask(left[0], (left[0].name,), "Which door"), MISSING)
        except (Back, Overview):
            if trail:
                answers.pop(trail.pop(), None)
            continue
        trail.append(left[0].name)
        if value is not None:
            answers[left[0].name] = str(value)


def _applies(ask: Ask, answers: dict[str, str]) -> bool:
    return all(answers.get(name) == value for name, value in ask.when.items())


def _print(offers: list[Offer]) -> None:
    best = offers[0].fit
    for number, offer in enumerate([one for one in offers if 2 * one.fit >= best][:SHOWN], 1):
        print(f"\n{wrapped(f'{number}. {offer.rules.title}   ({offer.document})')}")
        print(wrapped(offer.door.reason, "   "))
        print(wrapped(f"Have at hand: {offer.door.prepare}", "   "))
    print("\nBegin with: drafter new; the rules of one: drafter mechanisms show ID")


def _data(offer: Offer) -> dict[str, object]:
    return {
        "document": offer.document,
        "title": offer.rules.title,
        "fit": offer.fit,
        "reason": offer.door.reason,
        "prepare": offer.door.prepare,
    }
