"""What ``drafter import`` does with the recommendations of a file: into answers, or into the user's store."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from drafter.answers.load import read_answers
from drafter.answers.lock import interview_lock
from drafter.answers.store import Store
from drafter.cli import DONE, FAULT
from drafter.cli.layout import wrapped
from drafter.cli.new import made_with
from drafter.drafting.imported_rows import AddedRows, add_imported
from drafter.errors import DrafterError, Fault
from drafter.interview.control_flow import Back, Overview
from drafter.interview.items.earlier_picks import chosen_of, pick_question
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.library.theme_words import has_words, themes_in
from drafter.model.imported import ImportedRecommendation
from drafter.terminal.asker import asker, is_plain, keyboard, require_terminal
from drafter.text_file import as_argument, file_exists

_DIFFERENCES_SHOWN = 20
_STATES_NAMED = 3


def add_to_answers(
    options: argparse.Namespace, recommendations: Sequence[ImportedRecommendation], library: Library
) -> int:
    """Add the *recommendations* that the user picks to the answers file, and return the exit status."""
    file: Path = options.into
    if not file_exists(file):
        raise DrafterError(
            Fault(
                "there is no such answers file",
                f"Begin one with 'drafter new {as_argument(file)}'.",
                str(file),
            )
        )
    offered = _for_the_state(file, recommendations, library)
    numbers = [number.strip() for number in options.numbers]
    unknown = [number for number in numbers if all(each.number != number for each in offered)]
    if unknown:
        raise DrafterError(
            Fault(
                f"the file has no recommendation {number}",
                "Look its number up: drafter import FILE --search WORDS.",
                str(options.file),
            )
            for number in unknown
        )
    if numbers:
        picked = [each for each in offered if each.number in numbers]
        return _save(file, picked, library)
    if options.all:
        return _save(file, offered, library)
    require_terminal("use --all, or --number for each")
    with interview_lock(file):
        return _pick(options, offered, library)


def _for_the_state(
    file: Path, recommendations: Iterable[ImportedRecommendation], library: Library
) -> tuple[ImportedRecommendation, ...]:
    """Return the *recommendations* to the State that the answers are about, without concerns.

    What names no State counts as addressed to it. Raises DrafterError if there are only others.
    """
    offered = tuple(each for each in recommendations if each.kind == "recommendation")
    state = library.state(read_answers(file)[0].state or "")
    if state is None:
        return offered
    own = tuple(each for each in offered if not each.country or library.state(each.country) == state)
    if own or not offered:
        return own
    countries = sorted({each.country for each in offered})
    others = len(countries) - _STATES_NAMED
    about = ", ".join(countries[:_STATES_NAMED]) + (f" and {others:,} more" if others > 0 else "")
    raise DrafterError(
        Fault(
            f"this file has recommendations to {about}, and the answers are about {state.name}",
            "Give the file for the State of your submission.",
            str(file),
        )
    )


def _by_interest(
    offered: Sequence[ImportedRecommendation], themes: frozenset[str], library: Library
) -> tuple[ImportedRecommendation, ...]:
    """Return *offered* with those about drugs first, then those on *themes*, else in their order."""

    def rank(recommendation: ImportedRecommendation) -> int:
        if has_words(recommendation.text, library.themes.drug_words):
            return 0
        return 1 if themes.intersection(themes_in(recommendation.text, library.themes)) else 2

    return tuple(sorted(offered, key=rank))


def _pick(options: argparse.Namespace, offered: tuple[ImportedRecommendation, ...], library: Library) -> int:
    themes = frozenset(section.theme for section in read_answers(options.into)[0].themes)
    offered = _by_interest(offered, themes, library)
    plain = is_plain(options.plain)
    ask, _ = asker(plain=plain, say=print)
    try:
        with keyboard(plain=plain):
            answer = ask(pick_question(offered), [])
    except (Back, Overview):
        print("Nothing was added.")
        return DONE
    return _save(options.into, chosen_of(offered, answer), library)


def _save(file: Path, picked: Sequence[ImportedRecommendation], library: Library) -> int:
    """Add *picked* to the answers in *file*, say what was done, and return the exit status."""
    store = Store.open(file, made_with(library_for(file)))
    taken = add_imported(store.answers, picked, library)
    if taken.changes:
        store.change(taken.changes)
    _tell(taken, file)
    return FAULT if taken.differing else DONE


def _tell(taken: AddedRows, file: Path) -> None:
    counts = (
        (taken.added, "added"),
        (taken.known, "in it already"),
        (taken.confirmed, "typed before, word for word: now marked as official"),
    )
    parts = [f"{SCREEN.number(count)} {words}" for count, words in counts if count] or ["nothing to add"]
    print(wrapped(f"{file}: {'; '.join(parts)}."))
    for difference in taken.differing[:_DIFFERENCES_SHOWN]:
        print(wrapped(f"\n{difference.number}: your wording differs, and stays as it is."))
        print(wrapped(difference.typed, "    yours:    ", "              "))
        print(wrapped(difference.official, "    official: ", "              "))
    if taken.differing:
        print(wrapped("\nTo use the official wording, delete your row and import it again."))
    if taken.added:
        print(wrapped(f"\nTo say what became of them: drafter new {as_argument(file)}"))
