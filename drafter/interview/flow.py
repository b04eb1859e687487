"""Which question comes next. Pure: answers and library in, questions out, nothing asked or saved.

The questions of a submission are one list that follows from what was answered so far. The next question is
the first of them that has no answer; so an interview that was broken off goes on where it was, whoever
changed the file meanwhile, and there is no second record of how far it came.
"""

from collections.abc import Callable, Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, answered, dotted
from drafter.answers.working import WorkingAnswers
from drafter.drafting.moving import differences, move
from drafter.errors import DrafterError
from drafter.frozen import frozen
from drafter.interview.items import (
    chosen_clauses,
    earlier,
    fact_checks,
    frame,
    known_organisations,
    organisations,
    positions,
    recommendations,
    themes,
)
from drafter.interview.items.consent_of_people import consent_items, is_refused
from drafter.interview.items.declared import from_ask, grouped
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.offered_titles import with_titles
from drafter.interview.items.private_names import private_names
from drafter.interview.items.treaty_answers import with_memberships, with_suggestion
from drafter.interview.on_record import NOTHING_ON_RECORD, OnRecord
from drafter.library.library import Library
from drafter.library.recommend import documents_by_family
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.printed_earlier import printed_rows
from drafter.model.question import Choice
from drafter.review.gates import certainly_closed

LANGUAGES = (Choice(value="en", title="English"),)
"""The languages that clauses are in; where there is one, it is saved with the State and not asked for."""
NO_STATE = ""
"""The saved answer for a text about no single State."""


class DocumentItem(Item):
    """Which document is written. Answers that another document cannot use are kept and not printed."""

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that make the answers those of the document *value*."""
        document = str(value)
        moved: list[Change] = []
        if (answers.document or "") != document and document in library.document_ids():
            saved = answers.saved
            before = {key: part for key, part in saved.items() if key != "private"}
            after = move(before, document, library).data
            moved = [change for change in differences(before, after) if change[0] != self.path]
        return [(self.path, document), *moved, *_only_language(answers, ("state",))]


class StateItem(Item):
    """Which State the submission is about."""

    known_name: str = ""
    """The name of the State in the answers, which may have its code; empty if it is not in the table."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the name of the State, or what is saved if the table does not have it."""
        return self.known_name or super().current(answers)

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the State, and the language with it."""
        return [*super().changes(answers, value, library), *_only_language(answers, ("document",))]


def _only_language(answers: WorkingAnswers, other: KeyPath) -> list[Change]:
    """Return the change that saves the only language, once document and State are both named."""
    is_due = answered(answers, other) and not answered(answers, ("language",))
    return [(("language",), LANGUAGES[0].value)] if is_due and len(LANGUAGES) == 1 else []


@frozen
class Questionnaire:
    """What an interview asks: every question of a submission, or of a profile."""

    library: Library
    all_questions: Callable[[WorkingAnswers, Library], Iterator[Item]]

    def questions(self, answers: WorkingAnswers) -> Iterator[Item]:
        """Yield every question in order, as far as *answers* decide it."""
        return self.all_questions(answers, self.library)


def next_question(answers: WorkingAnswers, library: Library) -> Item | None:
    """Return the first question without an answer, or ``None`` when all are answered."""
    return next((item for item in questions(answers, library) if is_open(answers, item)), None)


def is_open(answers: WorkingAnswers, item: Item) -> bool:
    """Return whether the interview still has to come to *item*."""
    return item.automatic and (item.ask_again or not answered(answers, item.path))


def needs_answer(item: Item) -> bool:
    """Return whether Enter alone does not answer *item*: without an answer, the interview is not finished."""
    return item.required or (item.kind in ("choice", "yes-no") and item.default is None)


def _nothing() -> OnRecord:
    """Return that no other file is known."""
    return NOTHING_ON_RECORD


def questions(
    answers: WorkingAnswers, library: Library, on_record: Callable[[], OnRecord] = _nothing
) -> Iterator[Item]:
    """Yield every question of this submission in order, as far as the answers so far decide it.

    Each comes once: a source on which two facts rest is asked about under the first. What *on_record* returns
    is offered where it fits.
    """
    seen = set()
    for item in _questions(answers, library, on_record):
        if item.path not in seen:
            seen.add(item.path)
            if item.automatic and dotted(item.path) in answers.interview.unasked:
                item = item.model_copy(update={"automatic": False})  # noqa: PLW2901
            yield item


def _questions(
    answers: WorkingAnswers, library: Library, on_record: Callable[[], OnRecord]
) -> Iterator[Item]:
    yield _document(answers, library)
    document = chosen_document(answers, library)
    if document is None:
        return
    rules = document.rules
    yield _state(answers, library, rules)
    yield _language(rules)
    yield _title(rules)
    yield from _details(answers, rules, library)
    yield from known_organisations.from_other_files(answers, document, library, on_record())
    yield from organisations.organisations(answers, rules)
    if "earlier" not in rules.left_out:
        yield from earlier.earlier(answers, document, library)
        yield from _details(answers, rules, library, of_follow_up=True)
    if "positions" not in rules.left_out:
        yield from positions.positions(answers, library)
    if "themes" not in rules.left_out:
        yield from themes.themes(answers, library, document)
        yield from recommendations.grouping(rules)
        yield from fact_checks.checked_facts(answers.facts)
    yield from frame.frame(rules, earlier.what_became_of(answers, rules))
    yield from _authorities(answers, library)
    yield from organisations.sign_off(answers, rules)


def chosen_document(answers: WorkingAnswers, library: Library) -> DocumentType | None:
    """Return the document that the answers name, ``None`` for one that the library does not have."""
    try:
        return library.document(answers.document) if answers.document else None
    except DrafterError:
        return None  # it is asked for again


def _document(answers: WorkingAnswers, library: Library) -> Item:
    """Return the question which document; one whose gate is known to be closed is not offered."""
    choices = []
    closed = 0
    for name, family in documents_by_family(library):
        document = library.document(name)
        rules = document.rules
        if certainly_closed(tuple(gate for gate in rules.gates if gate.of.startswith("lead.")), answers):
            closed += 1
        else:
            choices.append(
                Choice(
                    value=name, title=rules.title, more=rules.about, also=document.other_names, group=family
                )
            )
    hidden = f" Not shown: {closed} that your organisation cannot file." if closed else ""
    return DocumentItem(
        path=("document",),
        section="The document",
        text="What do you want to write?",
        help=f"Type a word to search. If you are not sure, run 'drafter mechanisms choose'.{hidden}",
        kind="search",
        choices=tuple(choices),
        required=True,
    )


def _state(answers: WorkingAnswers, library: Library, rules: DocumentRules) -> Item:
    choices = [
        Choice(
            value=state.name,
            title=state.name,
            also=", ".join((state.formal, *state.other_names)),
            hidden=(", ".join(state.names_elsewhere),),
        )
        for state in library.states.values()
    ]
    state = library.state(answers.state) if answers.state else None
    if not rules.state_needed:
        choices.insert(0, Choice(value=NO_STATE, title="No single State"))
    return StateItem(
        path=("state",),
        section="The document",
        text="Which State is it about?",
        help="One State in one submission. Ruritania is there for practice.",
        kind="search",
        choices=tuple(choices),
        required=rules.state_needed,
        allow_unknown=rules.state_needed,
        known_name=state.name if state else "",
    )


def _language(rules: DocumentRules) -> Item:
    accepted = rules.languages.value if isinstance(rules.languages.value, tuple) else ()
    others = [name for code, name in (("fr", "French"), ("es", "Spanish")) if code in accepted]
    also = f" It may also be in {' or '.join(others)}; clauses are in English so far." if others else ""
    return Item(
        path=("language",),
        section="The document",
        text="In which language is it written?",
        help=f"The language is set in the Word file, so that spelling is checked in it.{also}",
        kind="choice",
        choices=LANGUAGES,
        required=True,
    )


def _title(rules: DocumentRules) -> Item:
    return Item(
        path=("title",),
        section="The document",
        text="Title",
        help=f"The title of the document. Leave it empty for the usual title, which begins: {rules.name}.",
        kind="line",
        automatic=False,
    )


def _details(
    answers: WorkingAnswers, rules: DocumentRules, library: Library, *, of_follow_up: bool = False
) -> Iterator[Item]:
    """Yield the questions that only this document asks.

    What became of earlier recommendations comes after them (*of_follow_up*), and is asked only if there are
    none: their table says it otherwise.
    """
    has_rows = of_follow_up and any(printed_rows(answers.earlier, rules))
    for ask in rules.asks:
        is_about_earlier = "follow-up" in ask.meets and "earlier" not in rules.left_out
        if is_about_earlier != of_follow_up:
            continue
        if not ask.applies(answers.details):
            continue
        if ask.kind == "group":
            yield from grouped(answers, ask, ("details", ask.name), "About this document")
        else:
            item = from_ask(ask, ("details", ask.name), "About this document")
            item = with_suggestion(with_memberships(item, ask, answers, library), ask, answers, library)
            item = with_titles(item, ask, answers, library)
            says_how = ask.agreement is not None and ask.agreement.says_how
            if has_rows or (says_how and is_refused(answers, rules.asks)):
                item = item.model_copy(update={"automatic": False})
            yield from consent_items(answers, ask, item) if ask.agreement else [item]
        if ask.person or (any(field.person for field in ask.fields) and answers.details.get(ask.name)):
            yield private_names("About this document")


def _authorities(answers: WorkingAnswers, library: Library) -> Iterator[Item]:
    """Yield the question which unconfirmed paragraphs the author has looked up, if there are any."""
    unconfirmed = []
    for mark in chosen_clauses.cited(answers, library):
        name, _, place = mark.partition(":")
        authority = library.authorities.get(name)
        locator = authority.locators.get(place) if authority else None
        if authority and locator and locator.status != "verified":
            title = f"{authority.short}, {library.language.cite(locator.cite)}"
            unconfirmed.append(Choice(value=mark, title=title, more=authority.title))
    if unconfirmed:
        yield Item(
            path=("confirmed_authorities",),
            section="Summary and method",
            text="Which of these paragraphs have you looked up yourself?",
            help="drafter could not check them. Until you confirm a paragraph, its note does not name it.",
            kind="choices",
            choices=tuple(unconfirmed),
            automatic=False,
        )
