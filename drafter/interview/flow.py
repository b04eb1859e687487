"""Which question comes next. Pure: answers and library in, questions out, nothing asked or saved.

The questions of a submission are one list that follows from what was answered so far. The next question is
the first of them that has no answer; so an interview that was broken off goes on where it was, whoever
changed the file meanwhile, and there is no second record of how far it came.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from drafter.answers.paths import Change, Path, answered, at, keys, rows
from drafter.drafting.moving import differences, move
from drafter.errors import DrafterError
from drafter.interview.items import cases, chosen_clauses, clauses, organisations, themes
from drafter.interview.items.declared import UNASKED, from_ask, grouped
from drafter.interview.items.item import FINISHED, AnswerData, Item
from drafter.library.library import Library
from drafter.model.marks import UNKNOWN
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.question import Choice
from drafter.review.gates import certainly_closed

Answers = Mapping[str, Any]

LANGUAGES = (Choice(value="en", title="English"),)
"""The languages that clauses are in; where there is one, it is saved with the State and not asked for."""

NO_STATE = ""
"""The saved answer for a text about no single State."""


class DocumentItem(Item):
    """Which document is written. Answers that another document cannot use are kept and not printed."""

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:
        """Return the changes that make the answers those of the document *value*."""
        document = str(value)
        moved: list[Change] = []
        if str(at(data, self.path) or "") != document and document in library.document_ids():
            old = {key: part for key, part in data.items() if key != "private"}
            new = move(data, document, library).data
            moved = [change for change in differences(old, new) if change[0] != self.path]
        return [(self.path, value), *moved, *_only_language(data, ("state",))]


class StateItem(Item):
    """Which State the submission is about."""

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:
        """Return the changes that save the State, and the language with it."""
        return [*super().changes(data, value, library), *_only_language(data, ("document",))]


def _only_language(data: Answers, other: Path) -> list[Change]:
    """Return the change that saves the only language, once document and State are both named."""
    is_due = answered(data, other) and not answered(data, ("language",))
    return [(("language",), LANGUAGES[0].value)] if is_due and len(LANGUAGES) == 1 else []


class KeywordsItem(Item):
    """The keywords: typed with commas between them, saved as a list."""

    def current(self, data: AnswerData) -> Any:
        """Return the keywords as they are typed."""
        return ", ".join(rows(data, self.path))

    def changes(self, data: AnswerData, value: Any, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that saves each keyword; blanks and question marks are left out."""
        words = [word.strip() for word in (value or "").split(",")]
        return [(self.path, [word for word in words if word not in ("", UNKNOWN)])]


def next_question(data: Answers, library: Library) -> Item | None:
    """Return the first question without an answer, or ``None`` when all are answered."""
    return next((one for one in questions(data, library) if is_open(data, one)), None)


def is_open(data: Answers, question: Item) -> bool:
    """Return whether the interview still has to come to *question*."""
    return question.automatic and (
        not answered(data, question.path) or clauses.has_offers(data, question.path)
    )


def questions(data: Answers, library: Library) -> Iterator[Item]:
    """Yield every question of this submission in order, as far as the answers so far decide it.

    Each comes once: a source on which two facts rest is asked about under the first.
    """
    seen = set()
    unasked = {name for one in rows(data, FINISHED) if (name := str(one)).startswith(UNASKED)}
    for one in _questions(data, library):
        if one.path not in seen:
            seen.add(one.path)
            left = bool(unasked) and f"{UNASKED}{'/'.join(map(str, one.path))}" in unasked
            yield one.model_copy(update={"automatic": False}) if left and one.automatic else one


def _questions(data: Answers, library: Library) -> Iterator[Item]:
    yield _document(data, library)
    document = _chosen_document(data, library)
    if document is None:
        return
    rules = document.rules
    yield _state(library, rules)
    yield _language(rules)
    yield _title(rules)
    yield from _details(data, rules)
    yield from organisations.organisations(data, rules)
    if "earlier" not in rules.left_out:
        yield from cases.earlier(data)
    if "positions" not in rules.left_out:
        yield from themes.positions(data, library)
    if "themes" not in rules.left_out:
        yield from themes.themes(data, library, document)
    yield from _frame(rules)
    yield from _authorities(data, library)
    yield from organisations.sign_off()


def _chosen_document(data: Answers, library: Library) -> DocumentType | None:
    document = at(data, ("document",))
    if not document:
        return None
    try:
        return library.document(str(document))
    except DrafterError:
        return None  # a document that is not there any more is asked for again


def _document(data: Answers, library: Library) -> Item:
    """Return the question which document; one whose gate is known to be closed is not offered."""
    choices = []
    shut = 0
    for name in library.document_ids():
        rules = library.document(name).rules
        if certainly_closed(tuple(gate for gate in rules.gates if gate.of.startswith("lead.")), data):
            shut += 1
        else:
            choices.append(Choice(value=name, title=rules.title, more=rules.about))
    hidden = f" {shut} that your status does not open are left out." if shut else ""
    return DocumentItem(
        path=("document",),
        section="The document",
        text="What do you want to write?",
        help=f"Type a word of it. 'drafter mechanisms choose' finds the right door.{hidden}",
        kind="search",
        choices=tuple(choices),
        required=True,
    )


def _state(library: Library, rules: DocumentRules) -> Item:
    choices = [Choice(value=state.name, title=state.name) for state in library.states.values()]
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


def _details(data: Answers, rules: DocumentRules) -> Iterator[Item]:
    given = keys(data, ("details",))
    for ask in rules.asks:
        if any(given.get(name) != value for name, value in ask.when.items()):
            continue
        if ask.kind == "group":
            yield from grouped(data, ask, ("details", ask.name), "About this document")
        else:
            yield from_ask(ask, ("details", ask.name), "About this document")


def _frame(rules: DocumentRules) -> Iterator[Item]:
    """Yield the questions around the themes: title, keywords, summary, method, closing paragraph."""
    section = "Summary and method"
    if "keywords" not in rules.left_out:
        yield KeywordsItem(
            path=("keywords",),
            section=section,
            text="Keywords (three to five, separated by commas)",
            help="The secretariat sorts submissions by them. For example: drug policy, right to health.",
            kind="line",
        )
    if "summary" not in rules.left_out:
        yield Item(
            path=("summary",),
            section=section,
            text="Sum it up: what are the main points?",
            help="A paragraph or two. It is read first, and by some readers alone.",
            kind="long",
            allow_unknown=True,
        )
    if "method" not in rules.left_out:
        yield Item(
            path=("method",),
            section=section,
            text="How was the information gathered, from when to when, and who took part?",
            help="Say how people affected were asked, which period is covered, what the figures leave out.",
            kind="long",
            allow_unknown=True,
        )
    yield Item(
        path=("closing",),
        section=section,
        text="Closing paragraph",
        help="It comes after the recommendations. Leave it empty if you do not want one.",
        kind="long",
        automatic=False,
    )


def _authorities(data: Answers, library: Library) -> Iterator[Item]:
    """Yield the question which unconfirmed paragraphs the author has looked up, if there are any."""
    unseen = {}
    for cited in chosen_clauses.cited(data, library):
        name, _, place = cited.partition(":")
        authority = library.authorities.get(name)
        locator = authority.locators.get(place) if authority else None
        if authority and locator and locator.status != "verified":
            unseen[cited] = Choice(
                value=cited,
                title=f"{authority.short}, {library.language.cite(locator.cite)}",
                more=authority.title,
            )
    if unseen:
        yield Item(
            path=("confirmed_authorities",),
            section="Summary and method",
            text="Which of these paragraphs have you looked up yourself?",
            help="The library has not seen them; until you have, its notes leave the paragraph out.",
            kind="choices",
            choices=tuple(unseen.values()),
            automatic=False,
        )
