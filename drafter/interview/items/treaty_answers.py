"""Questions about treaties: the table of treaty parties suggests the answer, or adds to the help."""

from collections.abc import Sequence

from drafter.answers.working import WorkingAnswers
from drafter.dates import printed_date
from drafter.drafting.binding import treaty_status
from drafter.interview.items.item import Item
from drafter.language.language import Language
from drafter.library.library import Library
from drafter.model.question import Ask
from drafter.model.vocabulary import State
from drafter.review.binding import ANSWERS, membership_sentence, membership_sentences
from drafter.review.treaty_status import TreatyStatus

_COMPLAINTS = "individual communications to "
"""How ``treaties.yaml`` begins what a competence allows, if it is complaints to a committee."""


def with_suggestion(item: Item, ask: Ask, answers: WorkingAnswers, library: Library) -> Item:
    """Return *item*, the question that *ask* declares, with what the table says in its help.

    The author gives the answer: Enter alone states nothing about a State. If the table does not have the
    State and the treaty, *item* is returned as it is.
    """
    state = library.state(answers.state) if answers.state and ask.treaty else None
    status = treaty_status(library, state, ask.treaty)
    if state is None or status is None:
        return item
    known = membership_sentence(status, state.in_text, library.language)
    advice = (
        _advice(ask, ANSWERS[status.membership.status]) if status.is_sure else "This is not sure. Look it up."
    )
    others = "" if status.membership.binds else _other_complaints(ask.treaty, state, library)
    return item.model_copy(
        update={"help": f"The table of treaty parties: {known} {advice} {others}{item.help}".strip()}
    )


def _other_complaints(treaty: str, state: State, library: Library) -> str:
    """Return to which committees *state* accepts complaints, if *treaty* is about complaints to another."""
    if not library.treaties[treaty].what.startswith(_COMPLAINTS):
        return ""
    bodies = [
        known.what.removeprefix(_COMPLAINTS)
        for name, membership in library.memberships(state).items()
        for known in [library.treaties[name]]
        if membership.binds and known.what.startswith(_COMPLAINTS) and not known.caution
    ]
    return f"The State accepts complaints to {library.language.listed(bodies)}. " if bodies else ""


def _advice(ask: Ask, answers: tuple[str, ...]) -> str:
    """Return which answer of *ask* agrees with the table: the first of *answers* that it offers."""
    titles = {choice.value: choice.title for choice in ask.choices}
    answer = next((titles[name] for name in answers if name in titles), "")
    return f"If it still is so, choose “{answer}”." if answer else "Check that it still is so."


def _all_core_sentence(statuses: Sequence[TreatyStatus], state: str, language: Language) -> str:
    """Return that the State is party to every core treaty: nine titles would hide the question."""
    as_of = min(status.membership.as_of for status in statuses)
    number = language.number_in_words(len(statuses))
    return (
        f"{language.upper_first(state)} is party to all {number} core human rights treaties of the "
        f"United Nations (as of {printed_date(as_of, language)})."
    )


def with_memberships(item: Item, ask: Ask, answers: WorkingAnswers, library: Library) -> Item:
    """Return *item* with a help that ends with the treaties of *ask* that do not bind the State.

    The list is for the author; the answer stays empty. If the table does not have the State, *item* is
    returned as it is.
    """
    state = library.state(answers.state) if answers.state and ask.treaties else None
    if state is None:
        return item
    statuses = {
        name: treaty_status(library, state, name) for name in ask.treaties if name in library.treaties
    }
    known = [status for status in statuses.values() if status is not None]
    if not known:
        return item
    language = library.language
    unbound = [status for status in known if not status.membership.binds]
    unsure = [f"the {status.title}" for status in known if not status.is_sure]
    missing = [f"the {library.treaties[name].title}" for name, status in statuses.items() if status is None]
    core = {name for name, treaty in library.treaties.items() if treaty.core}
    has_all = len(known) == len(core) and set(statuses) == core and not unbound
    sentences = [
        _all_core_sentence(known, state.in_text, language)
        if has_all
        else membership_sentences(unbound or known, state.in_text, language)
    ]
    if unsure:
        sentences.append(f"This is not sure for {language.listed(unsure)}. Look it up.")
    if missing:
        sentences.append(f"The table does not say it for {language.listed(missing, 'or')}.")
    return item.model_copy(update={"help": f"{item.help} The table of treaty parties: {' '.join(sentences)}"})
