"""Suggested documents for a person to read: each with its reason, then what speaks for which committee."""

import re
from collections.abc import Iterator, Mapping, Sequence

from drafter.cli.layout import show, wrapped
from drafter.language.english import SCREEN
from drafter.library.committees import (
    REMEDIES,
    Candidate,
    committees_for_complaint,
    committees_for_report,
    left_out_by_treaty,
)
from drafter.library.library import Library
from drafter.library.recommend import (
    CONSENT,
    DANGER,
    PEOPLE,
    SOME_CONSENT,
    STATE,
    Suggestion,
    waiting_for_consent,
)

MOST_SHOWN = 6
"""Suggestions that are shown at most."""
NO_SUGGESTION = "No document fits these answers. 'drafter mechanisms list' shows every document."
LOOK_UP = "You can look it up in the treaty collection of the United Nations: treaties.un.org."


class Glossary:
    """Explains each of some terms in brackets, where a text uses it first."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        self._left = dict(terms)

    def explained(self, text: str) -> str:
        """Return *text* with the terms explained that no text before it had."""
        for term in list(self._left):
            explained, count = re.subn(
                rf"\b{re.escape(term)}\b", rf"\g<0> ({self._left[term]})", text, count=1, flags=re.IGNORECASE
            )
            if count:
                text = explained
                del self._left[term]
        return text


def worth_showing(suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return the first of *suggestions*, without those that fit less than half as well as the best."""
    best = suggestions[0].fit
    return [suggestion for suggestion in suggestions if 2 * suggestion.fit >= best][:MOST_SHOWN]


def print_suggestions(
    suggestions: Sequence[Suggestion], glossary: Glossary, *, first: int = 1, prepare: bool = True
) -> None:
    """Print each of *suggestions*, numbered from *first*, with its reason and when it is right.

    With *prepare*, what to have ready comes too.
    """
    for number, suggestion in enumerate(suggestions, first):
        show(
            [
                (f"\n{wrapped(f'{number}. {suggestion.rules.title}', hanging='   ')}", "bold"),
                (f"   {suggestion.document}", "dim"),
            ]
        )
        reason = f"{suggestion.situation.reason} {suggestion.timing}".rstrip()
        print(wrapped(glossary.explained(reason), "   "))
        if suggestion.who_learns:
            print(wrapped(suggestion.who_learns, "   "))
        if prepare:
            print(wrapped(glossary.explained(f"Have ready: {suggestion.situation.prepare}"), "   "))


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
        print(
            wrapped(
                "\nLeft out, because the people concerned have not agreed or have not been asked: "
                f"{_titles(waiting)}. Ask them, or their family, before you send anything, and "
                "then choose again. You can also write about the law or the practice, and name nobody."
            )
        )


def print_titles(suggestions: Sequence[Suggestion]) -> None:
    """Print the title and the id of each of *suggestions*, the best first."""
    print("\nThese may fit, the best first:")
    for number, suggestion in enumerate(suggestions, 1):
        print(wrapped(f"{number}. {suggestion.rules.title} ({suggestion.document})", hanging="   "))


def _titles(suggestions: Sequence[Suggestion]) -> str:
    """Return the titles of the first of *suggestions*, and how many more there are."""
    titles = [suggestion.rules.title for suggestion in suggestions[:MOST_SHOWN]]
    more = len(suggestions) - len(titles)
    return "; ".join([*titles, *([f"{more} more"] if more > 0 else [])])


# ---- which committee ----


def print_committees(library: Library, answers: Mapping[str, str]) -> None:
    """Print which committees fit, what differs between them, and what the State has accepted."""
    state = library.state(answers[STATE]) if answers.get(STATE) else None
    name = state.in_text if state else ""
    lines = [*_report_lines(committees_for_report(library, answers), name)]
    if answers.get(PEOPLE, CONSENT) in (CONSENT, SOME_CONSENT):
        lines += _complaint_lines(committees_for_complaint(library, answers), name, answers)
    if left_out := left_out_by_treaty(library, answers):
        lines.append(
            f"Left out, because {name} has not ratified or accepted what they need: {_titles(left_out)}."
        )
    if lines:
        print()
    for line in lines:
        print(wrapped(line, hanging="    " if line.startswith("  • ") else ""))


def _report_lines(candidates: Sequence[Candidate], state: str) -> Iterator[str]:
    """Yield which of the *candidates* examine *state*, and how to choose between them; nothing for one."""
    possible = [each for each in candidates if not each.is_excluded]
    if len(candidates) < 2:
        return
    if possible:
        only = "Of those that look at your subject, one can examine the State:"
        several = "More than one looks at your subject, the closest first:"
        yield f"Which committee? {several if len(possible) > 1 else only}"
    yield from map(_bullet, possible)
    yield from _treaty_lines(candidates, state)
    if len(possible) > 1:
        yield (
            "Each examines the State at its own time. Take the one whose examination comes next. You can "
            "also write to several of them."
        )


def _treaty_lines(candidates: Sequence[Candidate], state: str) -> Iterator[str]:
    """Yield to the treaties of which *candidates* the State is a party, and to which it is not."""
    if not state:
        yield f"A committee examines only States that are party to its treaty. {LOOK_UP}"
        return
    excluded = [f"the {each.title}" for each in candidates if each.is_excluded]
    unsure = [f"the {each.title}" for each in candidates if not (each.is_open or each.is_excluded)]
    if not excluded and not unsure:
        yield f"{_capital(state)} is a party to the treaty of each of them."
    if excluded:
        yield (
            f"{_capital(state)} is not a party to the treaty of {SCREEN.listed(excluded, 'or')}: do not "
            "write there."
        )
    if unsure:
        yield f"drafter is not sure about the treaty of {SCREEN.listed(unsure, 'or')}. {LOOK_UP}"


def _complaint_lines(
    candidates: Sequence[Candidate], state: str, answers: Mapping[str, str]
) -> Iterator[str]:
    """Yield which of the *candidates* take complaints about *state*, and what they can do in an emergency."""
    if not candidates:
        return
    possible = [each for each in candidates if not each.is_excluded]
    excluded = [f"the {each.title}" for each in candidates if each.is_excluded]
    unsure = [f"the {each.title}" for each in possible if state and not each.is_open]
    if not state:
        yield "Complaints: these committees take one if your State has accepted that:"
    elif possible:
        yield f"Complaints: {state} accepts complaints of individuals to:"
    yield from map(_bullet, possible)
    if not state:
        yield LOOK_UP
    if excluded:
        yield f"{_capital(state)} does not accept complaints to {SCREEN.listed(excluded, 'or')}."
    if unsure:
        yield f"drafter is not sure about {SCREEN.listed(unsure, 'or')}. {LOOK_UP}"
    if len(possible) > 1:
        yield "The same case can usually go to only one of them."
    if possible and answers.get(DANGER) == "now":
        yield from _emergency_lines(answers)


def _emergency_lines(answers: Mapping[str, str]) -> Iterator[str]:
    """Yield what a committee can do while somebody is in danger, and what comes first."""
    yield (
        "In danger: with a complaint you can ask for interim measures. The committee can then ask the State "
        "to stop something until it has decided. Write to a special rapporteur first: that is quicker, "
        "whatever the State has accepted."
    )
    if answers.get(REMEDIES) == "not-tried":
        yield (
            "A committee usually wants the courts of the country to be tried before. It can make an "
            "exception if they cannot help in time."
        )


def _bullet(candidate: Candidate) -> str:
    return f"  • {candidate.title}: {candidate.looks_at}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
