"""The review of a submission before it is built: what would get it refused, what would make it stronger."""

from collections.abc import Iterator, Sequence
from datetime import date

from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules
from drafter.model.remark import Remark
from drafter.model.text_walk import texts_of
from drafter.model.vocabulary import State, Themes
from drafter.model.xml_text import count_xml_illegal
from drafter.review.cases import cases
from drafter.review.conflicts import ConflictHit
from drafter.review.dates import dates
from drafter.review.display_names import Naming
from drafter.review.facts import facts
from drafter.review.gates import gates
from drafter.review.limits import Length, length_remarks
from drafter.review.missing import gap_remarks, missing
from drafter.review.organisations import organisations
from drafter.review.pasted import pasted_remarks
from drafter.review.positions import positions
from drafter.review.sections import sections
from drafter.review.unprinted import unprinted


def review(
    answers: Answers,
    rules: DocumentRules,
    chosen: Sequence[Clause],
    state: State | None,
    length: Length,
    gaps: Sequence[str],
    conflicts: Sequence[ConflictHit],
    refused: Sequence[tuple[Clause, str]],
    *,
    language: Language,
    vocabulary: Themes | None = None,
    document: Document | None = None,
    today: date | None = None,
) -> tuple[Remark, ...]:
    """Return every remark on a submission, errors first.

    *language* is that of the document and of the remarks.
    *vocabulary* has the titles of themes and positions; *document*, what is printed, tells where a gap stands
    and which parts have no place in it. What depends on the day is said only where *today* is given.
    """
    named = Naming(answers, chosen, vocabulary or Themes(), language)
    remarks = [
        *organisations(answers, rules),
        *_state(state),
        *length_remarks(length, rules),
        *gap_remarks(gaps, document, language),
        *missing(answers, rules, state, gaps, chosen, language=language),
        *unprinted(answers, rules, chosen, named, document),
        *facts(answers, named),
        *sections(answers, rules, chosen, named),
        *positions(answers, rules, chosen, conflicts, refused, named),
        *gates(answers, rules),
        *cases(answers, rules, language),
        *dates(answers, rules, named, today),
        *_characters(answers),
        *pasted_remarks(answers, rules, named),
        *_own_words(answers, chosen),
    ]
    order = ("error", "warning", "note")
    return tuple(sorted(remarks, key=lambda remark: order.index(remark.level)))


def _state(state: State | None) -> Iterator[Remark]:
    if state is not None and state.status == "fictional":
        yield Remark(
            "state-fictional", "note", "the State", f"{state.name} is there for practice; it is not real."
        )
    if state is not None and state.status == "observer":
        yield Remark(
            "state-observer", "note", "the State", f"{state.name} is an observer, not a Member State."
        )


def _characters(answers: Answers) -> Iterator[Remark]:
    dropped = sum(count_xml_illegal(text) for _, text in texts_of(answers.model_dump()))
    if dropped:
        yield Remark(
            "characters-dropped",
            "warning",
            "the answers",
            f"{dropped} control characters (from a paste?) cannot stand in a Word file and were left out.",
            "Read the pasted text once more.",
        )


def _own_words(answers: Answers, chosen: Sequence[Clause]) -> Iterator[Remark]:
    own = len(answers.facts) + sum(len(section.own) for section in answers.themes)
    if len(chosen) > 3 and own == 0:
        yield Remark(
            "nothing-of-your-own",
            "warning",
            "the themes",
            "Everything here comes from the library; bodies count copied letters as one.",
            "Add facts and paragraphs of your own.",
        )
