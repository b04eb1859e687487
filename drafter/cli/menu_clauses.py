"""The menu entry that searches clauses and shows them."""

from collections.abc import Sequence

from drafter.cli.menu_question import fitting, menu_question
from drafter.cli.paging import paged
from drafter.interview.items.declared import choices
from drafter.interview.stores import Ask
from drafter.language.english import SCREEN
from drafter.library.open_library import library_for
from drafter.model.clause import Clause
from drafter.model.question import Choice, Question


def look_up(ask: Ask) -> None:
    """Search clauses by words and let the person read those that match."""
    from drafter.cli.clause_view import print_clause
    from drafter.cli.clauses import no_clause_found
    from drafter.library.eligibility import search_clauses

    library = library_for()
    clauses = library.all_clauses()[0]
    words, hits, chosen, last = "", list[Clause](), "words", ""
    while chosen != "menu":
        if chosen == "words":
            words = str(ask(_words(), None))
            hits = search_clauses(clauses, words, library.language)
            chosen = "hits"
        elif chosen == "hits" and not hits:
            print(no_clause_found(clauses, words.split(), command=""))
            chosen = "words"
        elif chosen == "hits":
            chosen = str(ask(_which_clause(hits, words, last), None))
        else:
            last = chosen
            print()
            with paged():
                print_clause(library.clause(chosen), library, whole=False)
            chosen = str(ask(_after_reading(), None))


def _words() -> Question:
    question = menu_question(
        "Which words should the clause have?", "A word or two: overdose prison; custody; naloxone.", ()
    )
    return question.model_copy(update={"required": True})


def _which_clause(hits: Sequence[Clause], words: str, last: str) -> Question:
    count = f"{SCREEN.counted(len(hits), 'clause')} {'has' if len(hits) == 1 else 'have'}"
    text = "Which clause?"
    titles = [
        Choice(value=clause.id, title=fitting(clause.head.title, (clause.head.kind,), text))
        for clause in hits
    ]
    return menu_question(
        text,
        f"{count} “{words}”.",
        (*titles, *choices(("words", "Search for other words"), ("menu", "Back to the menu"))),
        last if last in {clause.id for clause in hits} else None,
    )


def _after_reading() -> Question:
    return menu_question(
        "What next?",
        "",
        choices(
            ("hits", "Back to the list"),
            ("words", "Search for other words"),
            ("menu", "Back to the menu"),
        ),
    )
