"""Answers and library to a document: the one way from what was answered to what is printed."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from drafter.compose.extent import refuse_large, refuse_long, refuse_signs
from drafter.compose.notes import Notes
from drafter.compose.parts import kept
from drafter.compose.sections import SectionMaker
from drafter.compose.templates import Find, render, shape_environment
from drafter.compose.views import (
    AskView,
    SectionView,
    details,
    earlier_view,
    optional,
    organisation_views,
    signature,
)
from drafter.compose.wording import Open, Typed, needed, typed
from drafter.dates import iso_day
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen, replaced
from drafter.language.language import Language
from drafter.markup.blocks import read_blocks
from drafter.markup.count import count_blocks, plain_text
from drafter.model.answers import Answers
from drafter.model.blocks import (
    ROLES,
    Block,
    Document,
    Gap,
    Layout,
    NoteMark,
    Paragraph,
    Properties,
    inlines_of,
)
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.remark import Remark
from drafter.model.text_walk import path_in_words, texts_of
from drafter.model.vocabulary import Authority, State, Themes


class Library(Protocol):
    """What composing needs of a library."""

    def clause(self, clause_id: str) -> Clause:
        """Return the clause *clause_id*."""

    @property
    def language(self) -> Language:
        """The language that clauses are written in, and the document with them."""

    @property
    def themes(self) -> Themes:
        """Themes and addressees."""

    @property
    def authorities(self) -> Mapping[str, Authority]:
        """What may be cited."""


@frozen
class Draft:
    """A document with what was noticed while it was made."""

    document: Document
    remarks: tuple[Remark, ...]
    gaps: tuple[str, ...]
    """What is still to be completed, in reading order."""


def compose(
    answers: Answers,
    library: Library,
    document_type: DocumentType,
    state: State | None,
    *,
    find: Find,
    people: Mapping[str, str],
) -> Draft:
    """Return the document that *answers* make.

    *people* holds, for each case that may be told, the name that may be printed: cases not in it stay out.
    *library* gives clauses, themes and authorities; *find* the text of a template; *state* is the State that
    the answers name, ``None`` for a document about no single one. Raises DrafterError for a clause, a note
    or a template that is wrong.
    """
    rules = document_type.rules
    answers = kept(answers, rules)
    refuse_signs(answers)
    values = _values(answers, library, document_type, state, people)
    shape = _shape(document_type, find)
    text = render(shape_environment(find, library.language), shape, values)
    numbered = "paragraphs" in (rules.numbering.value if isinstance(rules.numbering.value, tuple) else ())
    refuse_large(text)
    blocks = read_blocks(text, numbered=numbered)
    refuse_long(blocks)
    _refuse_roles(blocks, shape)
    notes = Notes(
        library.authorities,
        answers.facts,
        answers.sources,
        answers.confirmed_authorities,
        library.language,
    )
    marks = [part.key for part in inlines_of(blocks) if isinstance(part, NoteMark)]
    _refuse_unknown(marks, library, answers)
    for key in marks:
        notes.add(key)
    document = Document(blocks, notes.texts, layout=_layout(rules, blocks, answers, state, library.language))
    document = replaced(document, properties=_properties(answers, rules, document, library.language))
    gaps = [part.text for part in inlines_of(blocks) if isinstance(part, Gap)]
    gaps += [part.text for note in notes.texts for part in note if isinstance(part, Gap)]
    return Draft(document, tuple(notes.remarks), tuple(gaps))


def _shape(document_type: DocumentType, find: Find) -> str:
    mechanism_id, rules = document_type.mechanism_id, document_type.rules
    for path in (f"{mechanism_id}/{rules.shape}", f"shapes/{rules.shape}"):
        if find(path) is not None:
            return path
    raise DrafterError(
        Fault(
            f"the shape '{rules.shape}' is not there",
            f"Put it into templates/{mechanism_id} or templates/shapes.",
            f"templates/{mechanism_id}/rules.yaml",
            "shape",
        )
    )


def _values(
    answers: Answers,
    library: Library,
    document_type: DocumentType,
    state: State | None,
    people: Mapping[str, str],
) -> dict[str, Any]:
    """Return everything that a shape may name."""
    rules = document_type.rules
    vocabulary: Themes = library.themes
    language = library.language
    named: str
    if state is not None:
        named = Typed(state.in_text)
    else:
        unnamed = Typed(language.labels.unnamed["state"])
        named = Open(language.gap("state")) if rules.state_needed else unnamed
    maker = SectionMaker(answers, library, vocabulary.themes, named, rules.treaty, people)
    sections = tuple(maker.make(section) for section in answers.themes)
    organisations = organisation_views(answers, language)
    return {
        "rules": rules,
        "mechanism": document_type.mechanism,
        "document_name": Typed(rules.name),
        "state": named,
        "state_formal": Typed(state.formal) if state else named,
        "has_state": state is not None,
        "title": typed(answers.title or "", ""),
        "organisations": organisations,
        "lead": organisations[0] if organisations else None,
        "joint": len(organisations) > 1,
        "keywords": tuple(Typed(word.strip()) for word in answers.keywords if word.strip()),
        "summary": optional(answers, "summary", language.gap("summary")),
        "method": optional(answers, "method", language.gap("method")),
        "details": details(rules.asks, answers.details, language),
        "earlier": tuple(earlier_view(one, language) for one in answers.earlier),
        "sections": sections,
        "addressed": tuple(_by_addressee(sections, vocabulary)),
        "closing": optional(answers, "closing", language.gap("closing")),
        "sign_off": signature(answers.sign_off, language),
    }


@frozen
class Addressed:
    """The recommendations to one addressee."""

    title: str
    items: tuple[AskView, ...]


def _by_addressee(sections: Iterable[SectionView], vocabulary: Themes) -> Iterator[Addressed]:
    """Yield the recommendations by addressee, in the author's order: by the first one to each addressee."""
    asked = [ask for section in sections for ask in section.recommendations]
    for name in dict.fromkeys(ask.addressee for ask in asked):
        known = vocabulary.addressees.get(name)
        items = tuple(ask for ask in asked if ask.addressee == name)
        yield Addressed(Typed(known.title if known else name), items)


def _refuse_roles(blocks: Iterable[Block], shape: str) -> None:
    """Raise DrafterError for a ``:::`` fence whose role has no style; shapes and clauses can have one."""
    wrong = {one.role for one in blocks if isinstance(one, Paragraph)}.difference(ROLES)
    if wrong:
        known = ", ".join(sorted(ROLES))
        raise DrafterError(
            Fault(f"no paragraph can be '{name}'", f"After ':::' write one of: {known}.", shape)
            for name in sorted(wrong)
        )


def _refuse_unknown(marks: Iterable[str], library: Library, answers: Answers) -> None:
    """Raise DrafterError for every note mark that names neither a fact nor an authority."""
    authorities = library.authorities
    faults = []
    for key in dict.fromkeys(marks):
        name, _, place = key.partition(":")
        if key in answers.facts:
            continue
        if name not in authorities:
            fault, remedy = f"the note [^{key}] names no fact and no authority", "Correct it or add the fact."
            faults.append(Fault(fault, remedy, *_standing(f"[^{key}]", library, answers)))
        elif place and place not in authorities[name].locators:
            known = ", ".join(authorities[name].locators) or "none"
            fault, remedy = f"the authority '{name}' has no place '{place}'", f"Known places: {known}."
            faults.append(Fault(fault, remedy, *_standing(f"[^{key}]", library, answers)))
    if faults:
        raise DrafterError(faults)


def _standing(mark: str, library: Library, answers: Answers) -> tuple[str, str]:
    """Return file and line of the chosen clause that has *mark*, or no file and its place in the answers."""
    for section in answers.themes:
        for entry in section.clauses:
            clause = library.clause(entry.clause)
            if mark in clause.text and needed(entry.text) is None:
                line = clause.text_line + clause.text[: clause.text.index(mark)].count("\n")
                return clause.file or clause.id, f"line {line}"
    places = (path for path, text in texts_of(answers.model_dump()) if mark in text)
    return "", path_in_words(next(places, ()))


def _title(blocks: Iterable[Block]) -> str:
    for block in blocks:
        if isinstance(block, Paragraph) and block.role == "title":
            return plain_text(block.inlines)
    return ""


def _layout(
    rules: DocumentRules,
    blocks: tuple[Block, ...],
    answers: Answers,
    state: State | None,
    language: Language,
) -> Layout:
    font, size = rules.font.value, rules.size.value
    organisations = "; ".join(one.plain_label for one in organisation_views(answers, language))
    title = _title(blocks)
    fields = {
        "running_title": title,
        "title": title,
        "organisation": organisations,
        "state": state.in_text if state else "",
    }
    return Layout(
        notes="footnotes" if rules.notes.value == "footnotes" else "endnotes",
        font=font if isinstance(font, str) else "",
        size=size if isinstance(size, int) else 0,
        plain=rules.plain.value is True,
        fields=tuple(fields.items()),
    )


def _properties(answers: Answers, rules: DocumentRules, document: Document, language: Language) -> Properties:
    signed = iso_day(answers.sign_off.date or "")
    return Properties(
        title=_title(document.blocks),
        authors="; ".join(one.name for one in organisation_views(answers, language)),
        subject=rules.name,
        keywords=", ".join(word.strip() for word in answers.keywords if word.strip()),
        language=language,
        date=signed.isoformat() if signed else "",
        words=count_blocks(document.blocks),
    )
