"""The values that a shape prints: organisations, sections and details."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from drafter.compose.origins import TraceValue, untraced
from drafter.compose.wording import (
    OpenAnswer,
    Prose,
    TypedText,
    as_markdown,
    nonblank,
    printed_gap,
    prose_or_open,
    typed_or_open,
)
from drafter.dates import printed_date, printed_day
from drafter.frozen import frozen, replaced
from drafter.language.labels import GapName
from drafter.language.language import Language
from drafter.model.answers import Answers, Organisation, SignOff
from drafter.model.base import Value
from drafter.model.cross_references import label_mark, recommendation_label, theme_label
from drafter.model.origins import KeyPath
from drafter.model.question import Ask
from drafter.model.vocabulary import State


@frozen
class OrganisationView:
    """A confirmed organisation, as printed."""

    name: str
    acronym: str
    what: str
    founded: str
    place: str
    ecosoc: str
    lead: bool
    contact: tuple[str, ...]
    """Contact person, e-mail and so on, as typed; parts without a value are left out."""

    @property
    def label(self) -> str:
        """The name, followed by the acronym in brackets if there is one."""
        both = self.acronym and self.name
        return Prose(f"{as_markdown(self.name)} ({as_markdown(self.acronym)})") if both else self.name

    @property
    def short(self) -> str:
        """The acronym, or the name if the acronym is missing or still open."""
        return self.acronym if self.acronym and isinstance(self.acronym, TypedText) else self.name

    @property
    def plain_label(self) -> str:
        """The label as plain text, for fields that cannot show a gap."""
        has_acronym = isinstance(self.acronym, TypedText) and self.acronym and self.name
        return f"{self.name} ({self.acronym})" if has_acronym else str(self.name)


@frozen
class StateView:
    """The State that a document is about."""

    known: State | None
    name: str
    """The State as printed in a sentence, or an open answer."""


@frozen
class AskView:
    """A recommendation or a question, with its addressee."""

    text: Prose
    addressee: str
    heading: str
    """The heading of its section."""
    term: str = ""
    """When a recommendation is to be carried out, empty where no time is set."""
    label: Prose = Prose("")
    """The mark by which references find it, to be printed directly before the text; it shows nothing."""


@frozen
class SectionView:
    """A section of the document: one theme."""

    theme: str
    heading: str
    articles: str
    """Articles of the document's treaty, as ``art. 9`` or ``arts. 9 and 10``; empty without a treaty."""
    under: int | None
    grounds: tuple[Prose, ...]
    """The law, the concerns and the facts."""
    cases: tuple[Prose, ...]
    """The cases, each introduced as a case of what precedes it."""
    stories: tuple[Prose, ...]
    """The cases alone and without introduction, for a shape that tells them elsewhere."""
    conclusions: tuple[Prose, ...]
    """The sentences that say which article is not complied with."""
    questions: tuple[AskView, ...]
    recommendations: tuple[AskView, ...]

    @property
    def law(self) -> tuple[Prose, ...]:
        """The paragraphs without the cases."""
        return self._labelled(*self.grounds, *self.conclusions)

    @property
    def paragraphs(self) -> tuple[Prose, ...]:
        """Everything but questions and recommendations."""
        return self._labelled(*self.grounds, *self.cases, *self.conclusions)

    def _labelled(self, *paragraphs: Prose) -> tuple[Prose, ...]:
        """Return *paragraphs* with the label of the theme before the first."""
        if not paragraphs:
            return ()
        first, *others = paragraphs
        return (Prose(f"{label_mark(theme_label(self.theme))}\n\n{first}"), *others)


def with_labels(theme: str, recommendations: Sequence[AskView]) -> tuple[AskView, ...]:
    """Return the *recommendations* on *theme*, each with its label."""
    return tuple(
        replaced(ask, label=Prose(label_mark(recommendation_label(theme, number))))
        for number, ask in enumerate(recommendations, 1)
    )


def organisation_views(
    answers: Answers, language: Language, trace: TraceValue = untraced
) -> tuple[OrganisationView, ...]:
    """Return the confirmed organisations as printed: the lead first, the others in the author's order."""
    confirmed = [
        (number, organisation)
        for number, organisation in enumerate(answers.organisations)
        if organisation.status == "confirmed"
    ]
    lead_first = sorted(confirmed, key=lambda row: row[1].role != "lead")
    return tuple(
        _organisation_view(organisation, language, ("organisations", number), trace)
        for number, organisation in lead_first
    )


CONTACT: tuple[GapName, ...] = ("person", "email", "phone", "address", "website")
PLACE: tuple[GapName, ...] = ("city", "country")


def _organisation_view(
    organisation: Organisation, language: Language, path: KeyPath, trace: TraceValue
) -> OrganisationView:
    name = nonblank(organisation.name) or language.labels.unnamed["organisation"]
    place = [
        trace((*path, part), value_or_gap(organisation, part, language.gap(part, name))) for part in PLACE
    ]
    if organisation.city and organisation.city == organisation.country:
        place = place[1:]  # an older file may name the country in place of the town
    contact = [
        trace((*path, "contact", part), value_or_gap(organisation.contact, part, language.gap(part, name)))
        for part in CONTACT
    ]
    status = value_or_gap(organisation, "ecosoc", language.gap("ecosoc", name))

    def text(part: str, value: str) -> str:
        return trace((*path, part), value)

    return OrganisationView(
        name=text("name", typed_or_open(nonblank(organisation.name), language.gap("organisation"))),
        acronym=text("acronym", value_or_gap(organisation, "acronym", language.gap("acronym", name))),
        what=text("what", prose_or_open(organisation.what, language.gap("organisation_what", name))),
        founded=text("founded", value_or_gap(organisation, "founded", language.gap("founded", name))),
        place=Prose(", ".join(as_markdown(part) for part in place if part)),
        ecosoc=language.labels.ecosoc.get(status, "") if isinstance(status, TypedText) else status,
        lead=organisation.role == "lead",
        contact=tuple(part for part in contact if part),
    )


def value_or_gap(holder: Value, name: str, label: str) -> str:
    """Return the field *name* of *holder* as typed text, a marked gap for null, ``""`` if it was not asked.

    For parts that a shape prints only if they are set: the gap is true in a condition.
    """
    value = getattr(holder, name)
    if value is None and name in holder.model_fields_set:
        return printed_gap(label)
    return TypedText(str("" if value is None else value).strip())


SIGNATURE: dict[str, GapName] = {
    "place": "sign_place",
    "date": "sign_date",
    "name": "sign_name",
    "function": "sign_function",
}


def signature(sign_off: SignOff, language: Language) -> dict[str, str]:
    """Return place, date, name and function as printed, with a marked gap for each that is null."""
    parts = {name: value_or_gap(sign_off, name, language.gap(gap)) for name, gap in SIGNATURE.items()}
    day = parts["date"]
    is_typed = isinstance(day, TypedText)
    return {**parts, "date": TypedText(printed_day(day, language)) if is_typed else day}


def with_printed_date(value: str, language: Language) -> str:
    """Return *value*, with an ISO date that was typed turned into words."""
    return TypedText(printed_date(value, language)) if isinstance(value, TypedText) else value


def long_or_gap(answers: Answers, name: str, label: str) -> str:
    """Return the long answer *name* as Markdown: an open answer for null, empty if it was not asked."""
    value = getattr(answers, name)
    if value is None:
        return OpenAnswer(label) if name in answers.model_fields_set else Prose("")
    return prose_or_open(value, label)


_BLOCK_SIGNS = "#>|*+-"
"""The first signs of headings, lists, quotations and tables."""


def text_or_gap(answers: Answers, name: str, label: str, language: Language) -> str:
    """Return the long answer *name* as ``long_or_gap`` does; a line without a full stop becomes a sentence.

    A method that is only a list of words, "64 interviews", is put after the words that introduce it.
    """
    text = long_or_gap(answers, name, label)
    if (
        not text
        or "\n" in text
        or text[0] in _BLOCK_SIGNS
        or text.endswith((*language.grammar.sentence_ends, *":]"))
    ):
        return text
    is_list_of_words = name == "method" and not language.grammar.sentence_words.search(text)
    form = language.labels.method_of if is_list_of_words else "{text}"
    return Prose(language.sentence(form.format(text=text)))


_TYPED_KINDS = ("line", "search", "number")
"""The kinds of question whose answer is one typed line; a template may compare the answers of the others."""

Detail: TypeAlias = object
"""A printed answer: text, a tuple of texts, a truth value, or for a group a tuple of rows of details."""


def details(
    asks: tuple[Ask, ...],
    answers: Mapping[str, object],
    language: Language,
    trace: TraceValue = untraced,
    path: KeyPath = ("details",),
) -> dict[str, Detail]:
    """Return the answers to *asks* by name, each as printed, for every question.

    A required answer that is missing is open, like one that is null; any other missing one is empty. *path*
    is where the answers are.
    """
    return {ask.name: _traced_detail(ask, answers, language, trace, (*path, ask.name)) for ask in asks}


def _traced_detail(
    ask: Ask, answers: Mapping[str, object], language: Language, trace: TraceValue, path: KeyPath
) -> Detail:
    if ask.kind == "group":
        value = answers.get(ask.name)
        rows = value if isinstance(value, list | tuple) else ()
        return tuple(
            details(ask.fields, row, language, trace, (*path, number))
            for number, row in enumerate(rows)
            if isinstance(row, Mapping)
        )
    detail = _detail(ask, answers, language)
    is_text = isinstance(detail, Prose | OpenAnswer) or ask.kind in _TYPED_KINDS
    return trace(path, detail) if is_text and isinstance(detail, str) else detail


def _detail(ask: Ask, answers: Mapping[str, object], language: Language) -> Detail:
    label = ask.ask.rstrip("?").strip()
    value = answers.get(ask.name)
    if ask.name not in answers:
        applies = ask.applies(answers)
        return OpenAnswer(label) if ask.required and applies else TypedText("")
    if ask.required and isinstance(value, str):
        value = nonblank(value)
    match ask.kind:
        case "long":
            return prose_or_open(None if value is None else str(value), label)
        case "choices" if isinstance(value, list | tuple):
            return tuple(TypedText(choice) for choice in value)
        case "yes-no" if value is not None:
            return value
        case "choices" | "yes-no":
            return OpenAnswer(label)
        case _:
            return with_printed_date(typed_or_open(value, label), language)
