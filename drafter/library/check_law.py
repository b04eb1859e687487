"""Checking what clauses say of the law: no place cited twice in a theme, no verb stronger than its text's."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from drafter.errors import Fault
from drafter.library.clause_sentences import clause_sentences
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.kinds import PARAGRAPH_KINDS
from drafter.model.note_marks import NOTE


def check_repeated_places(clauses: Iterable[Clause], library: Library) -> Iterator[Fault]:
    """Yield a fault for each place that two paragraphs of a theme cite, unless all but one are flagged.

    The flag is ``repeats``. A flag on a place that no other clause of the theme cites is a fault as well.
    """
    by_place: defaultdict[tuple[str, str], list[Clause]] = defaultdict(list)
    for clause in clauses:
        if clause.head.kind in PARAGRAPH_KINDS and clause.head.themes[0] in library.themes.themes:
            for place in clause.notes:
                by_place[clause.head.themes[0], place].append(clause)
    for (_, place), citing in by_place.items():
        plain = [clause for clause in citing if place not in clause.head.repeats]
        for clause in plain[1:]:
            yield _fault(
                clause,
                f"it cites {place}, and so does {plain[0].id}",
                "Cite another place, or name it under 'repeats': then the sentence is not printed twice.",
            )
        if len(citing) == 1 and not plain:
            fault = f"'repeats' names {place}, which no other clause of the theme cites"
            yield _fault(citing[0], fault, "Take it out.")


def check_modal_verbs(clause: Clause, library: Library) -> Iterator[Fault]:
    """Yield a fault for each sentence that says "must" where the places that it cites say "should" or "may".

    ``says`` has the verb of the cited text. A sentence may be weaker than its text, but not stronger.
    """
    if clause.head.kind not in PARAGRAPH_KINDS:
        return
    words = library.language.asks
    for sentence in (sentence for text in clause.texts for sentence in clause_sentences(text)):
        says = " ".join(_says(key, library) for key in NOTE.findall(sentence))
        verb = words.duty.search(NOTE.sub("", sentence))
        is_advice = words.advice.search(says) and not words.duty.search(says)
        if verb and is_advice and not words.advice.search(NOTE.sub("", sentence)):
            fault = f"“{verb[0]}” is stronger than the text that the sentence cites: {says}"
            yield _fault(clause, fault, "Use the verb of that text.")


def _says(key: str, library: Library) -> str:
    """Return what the place *key* says, or the whole text if the key names no place."""
    name, _, locator = key.partition(":")
    authority = library.authorities.get(name)
    if authority is None:
        return ""
    return authority.locators[locator].says if locator in authority.locators else authority.says


def _fault(clause: Clause, fault: str, remedy: str) -> Fault:
    return Fault(fault, remedy, clause.file or clause.id, "text")
