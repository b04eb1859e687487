"""``drafter profile``: what your organisation would otherwise type in every submission."""

import argparse
from pathlib import Path

from drafter import __version__
from drafter.answers.profile import ProfileStore, profile_file, read_profile
from drafter.cli import DONE
from drafter.cli.layout import wrapped
from drafter.cli.streams import print_json
from drafter.drafting.look_choice import own_look, remove_own_looks
from drafter.language.english import SCREEN
from drafter.library.open_library import library_for


def run(options: argparse.Namespace) -> int:
    """Ask for the profile, or show it, and return the exit status."""
    if options.look or options.no_look:
        return _change_look(options.look)
    profile = read_profile()
    if options.json:
        print_json(profile[0].model_dump(mode="json", exclude={"interview"}) if profile else None)
        return DONE
    file = profile_file()
    if options.show:
        print(
            file.read_text("utf-8")
            if profile
            else f"There is no profile yet. 'drafter profile' writes {file}."
        )
        if look := own_look():
            print(f"Your letterhead: {look}")
        return DONE
    _ask(plain=options.plain)
    print(f"\n✓ {file}\nNew submissions begin with it; each can differ.")
    return DONE


def _change_look(file: Path | None) -> int:
    """Keep the look *file* for all submissions, or without one forget the present look."""
    if file is None:
        removed = remove_own_looks()
        print("\n".join(f"✓ {each} is removed." for each in removed) or "Your profile has no letterhead.")
        return DONE
    from drafter.cli.build import print_left_out
    from drafter.drafting.looks import save_own_look

    target, look = save_own_look(file, SCREEN)
    print(f"✓ {target}   your letterhead, from {file}\nSubmissions use it unless their folder has its own.")
    print_left_out(look)
    return DONE


def _ask(*, plain: bool) -> None:
    """Ask the questions about one organisation and its positions, each answer saved at once."""
    from drafter.cli.new import notice
    from drafter.interview.flow import Questionnaire
    from drafter.interview.profile import profile_questions
    from drafter.interview.session import Person, interview
    from drafter.terminal.asker import asker, is_plain, keyboard, require_terminal

    require_terminal(f"write {profile_file()} by hand")
    ask, keys = asker(plain=is_plain(plain), say=print)
    print(wrapped(keys))
    store = ProfileStore(f"drafter {__version__}")
    with keyboard(plain=is_plain(plain)):
        interview(
            store, Questionnaire(library_for(), profile_questions), Person(ask, tell=notice), review=True
        )
