"""The check of a Word file: one that drafter wrote, one that colleagues have edited, or anybody's."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from drafter.compose.names import LongNames
from drafter.drafting.binding import treaty_statuses
from drafter.drafting.reading_word import as_word_file, read_word_bytes
from drafter.drafting.word_front import recognised_document, recognised_state, submitters
from drafter.drafting.word_lines import read_lines
from drafter.drafting.word_names import search_names
from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.library.folders import read_text
from drafter.library.library import Library
from drafter.markup.count import count_words
from drafter.model.answers import Answers, Organisation
from drafter.model.blocks import Block, Document, Gap, Heading, Inline, Paragraph, Text
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.note_marks import NOTE
from drafter.model.remark import LEVELS, Remark
from drafter.privacy.hidden_names import without_private_details
from drafter.review.length import Length, limit_in_force
from drafter.review.library_text import LibraryText, texts_of_template
from drafter.review.submission import Submission
from drafter.review.word_checks import NO_RULES
from drafter.review.word_file import WordFile
from drafter.review.word_passages import word_passages
from drafter.review.word_review import review_word
from drafter.word.reader.read import read_document

_SHAPES = ("document.md.jinja", "parts.md.jinja", "publication.md.jinja")
"""The shapes that every document uses."""
_TEXTS = ("paragraph", "recommendation", "question", "case", "line")
"""The roles of passages that an author writes; ``line`` is what is in a field of the library."""
_BLOCK_ROLES = {"title": "title", "front": "cover", "quote": "quote"}
_UNNAMED = "…"
_UNKNOWN = DocumentRules(title="", name="", about="", stage="recommendations", shape="", state_needed=False)


@frozen
class WordCheck:
    """What the check of a Word file found."""

    remarks: tuple[Remark, ...]
    words: int
    """The words that count towards the limit, or all words of the text if no document is known."""
    document: str
    """The document type whose rules were checked, as ``mechanism/document``; empty if none is known."""
    library_share: float
    """Which part of the words comes from the library, from 0 to 1."""
    own_share: float
    """Which part of the words is the author's, in texts and not in headings or names."""
    length: Length


def check_word_file(file: Path, library: Library, document: str | None = None) -> WordCheck:
    """Return the check of the Word file *file* against the rules of *document* (``mechanism/document``).

    Without *document*, drafter recognises its own files; of any other file it checks what needs no rules.
    Raises DrafterError if the file cannot be read safely as a Word document, or there is no such document.
    """
    data = read_word_bytes(file)
    word = _read(data, file, library)
    kind = library.document(document) if document else recognised_document(word, library)
    checked = _submission(word, kind, library)
    names = search_names(file, data, _as_document(word), library)
    remarks = [*names.remarks]
    remarks += review_word(word, checked.submission, with_rules=kind is not None)
    if kind is None:
        remarks.append(
            NO_RULES.remark(
                str(file),
                "drafter does not know which document this is, so it has not checked the rules of a body.",
                "Name it: --as mechanism/document. 'drafter mechanisms list' shows all documents.",
            )
        )
    remarks.sort(key=lambda remark: LEVELS.index(remark.level))
    return WordCheck(
        tuple(without_private_details(remarks, names.secrets)),
        checked.length.words,
        kind.id if kind else "",
        checked.library_share,
        _own_share(checked.submission, word),
        checked.length,
    )


def _read(data: bytes, file: Path, library: Library) -> WordFile:
    """Return the lines of *file*, whose content is *data*. Raises DrafterError if it cannot be read."""
    with as_word_file():
        return read_lines(read_document(data, str(file)), library.language)


@frozen
class _Checked:
    """A submission that was read from a Word file, with what was counted."""

    submission: Submission
    length: Length
    library_share: float


def _submission(word: WordFile, kind: DocumentType | None, library: Library) -> _Checked:
    language, rules = library.language, kind.rules if kind else _UNKNOWN
    named = tuple(_organisations(word, rules, language))
    answers = Answers(format=1, document=kind.id if kind else None, organisations=named)
    known = LibraryText(_library_texts(kind, library))
    length = _length(word, rules, answers)
    total = _count(line.text for line in word.lines)
    share = sum(known.library_words(line.text) for line in word.lines) / total if total else 0.0
    state = recognised_state(word, library)
    submission = Submission(
        answers,
        rules,
        language,
        vocabulary=library.themes,
        state=state,
        find_state=library.state,
        known_words=library.known_words,
        treaties=treaty_statuses(library, state),
        document=_as_document(word),
        gaps=tuple(gap for line in word.lines for gap in line.gaps),
        length=length,
        rule_sources=kind.mechanism.sources if kind else {},
        read_passages=word_passages(word.lines, known, language, is_case=rules.stage == "case"),
    )
    return _Checked(submission, length, min(share, 1.0))


def _own_share(submission: Submission, word: WordFile) -> float:
    """Return which part of the words is in texts of the author's own, from 0 to 1."""
    total = _count(line.text for line in word.lines)
    own = _count(passage.text for passage in submission.passages if passage.role in _TEXTS)
    return min(own / total, 1.0) if total else 0.0


def _count(texts: Iterable[str]) -> int:
    """Return how many words *texts* have, without note marks."""
    return sum(count_words(NOTE.sub("", text)) for text in texts)


def _organisations(word: WordFile, rules: DocumentRules, language: Language) -> Iterator[Organisation]:
    """Yield the organisations that the file names; if it names none, as many as the document may have.

    The limit of a coalition is the higher one, so a document whose submitters are unknown is not called too
    long by mistake.
    """
    named = submitters(word, language)
    yield from named
    if not named and rules.organisations != "one":
        yield from (Organisation(name=_UNNAMED, role="lead"), Organisation(name=_UNNAMED))


def _length(word: WordFile, rules: DocumentRules, answers: Answers) -> Length:
    """Return the length of the Word file, counted as the *rules* say."""
    limit, rule = limit_in_force(rules, answers)
    counted = rules.count_notes.value
    notes = sum(count_words(note.text) for note in word.notes)
    body = _count(line.text for line in word.lines)
    return Length(
        words=body + notes if counted is True else body,
        notes=notes,
        limit=limit,
        rule=rule,
        notes_counted=counted if isinstance(counted, bool) else None,
    )


def _as_document(word: WordFile) -> Document:
    """Return the text as blocks, for the checks that look through the whole document."""
    blocks: list[Block] = []
    for line in word.lines:
        inlines: tuple[Inline, ...] = (Text(line.text), *map(Gap, line.gaps))
        if line.kind == "heading":
            blocks.append(Heading(inlines, max(line.level, 1)))
        else:
            role = _BLOCK_ROLES.get(line.kind, "body")
            blocks.append(Paragraph(inlines, role, numbered=line.number.rstrip(".").isdecimal()))
    return Document(tuple(blocks), tuple((Text(note.text),) for note in word.notes))


def _library_texts(kind: DocumentType | None, library: Library) -> Iterator[str]:
    """Yield every text of the library that can be in a document of this *kind*."""
    clauses, _ = library.all_clauses()
    long_names = LongNames(library.long_names, library.language)
    texts = (text for clause in clauses for text in clause.texts)
    yield from (variant for text in texts for variant in long_names.variants(text))
    yield from (theme.title for theme in library.themes.themes.values())
    names = [f"shapes/{name}" for name in _SHAPES]
    if kind:
        names += [f"shapes/{kind.rules.shape}", f"{kind.mechanism_id}/{kind.rules.shape}"]
        for ask in kind.rules.asks:
            yield from (ask.ask, *(field.ask for field in ask.fields))
            yield from (choice.title for choice in ask.choices)
    for name in names:
        if (template := library.template(name)) is not None:
            yield from texts_of_template(read_text(template))
