"""One clause, every mechanism's voice: whole sentences, each State with its article, each ask after its lead.

The clauses are filled once for each State and kind of answer and read by themselves; then every document that
takes clauses is composed with all that fit it, and read as a whole. A new clause or document is tested by
being there.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import pytest

from drafter.compose.draft import Draft, compose
from drafter.compose.templates import FindTemplate
from drafter.language.english import ENGLISH
from drafter.library.eligibility import fits_document
from drafter.library.open_library import template_finder
from drafter.markup.blocks import read_blocks
from drafter.markup.count import plain_text
from drafter.markup.typed import gap
from drafter.model.answers import Answers, ChosenClause, Fact, Organisation, Source, ThemeSection
from drafter.model.blocks import Block, Gap, Heading, Inline, Listing, NoteMark, Paragraph, Table, Text
from drafter.model.clause import Clause
from drafter.model.question import Ask
from tests.support.script import LIBRARY

CLAUSES = {clause.id: clause for clause in LIBRARY.all_clauses()[0]}
DOCUMENTS = sorted(LIBRARY.document_ids())
WITH_CLAUSES = [one for one in DOCUMENTS if "themes" not in LIBRARY.document(one).rules.leaves_out]
FIND = template_finder(LIBRARY)

STATES = ("PHL", "IRN", "NOR", "USA", None)
"""A plural, an inverted name, a name without article, a long one, and no State at all."""

LONG_NOUN = (
    "the Directorate-General for Narcotics, Prisons and Public Order of the Ministry of the Interior and "
    "Decentralisation, established under section 14 (2) (c) of the Narcotic Drugs and Psychotropic "
    "Substances (Control, Treatment and Rehabilitation) Act 1976 and last reorganised in 2019"
)
LONG_GAP = (
    "no court, doctor or inspector has visited any of the 112 houses in the nine northern districts since "
    "the moratorium of 2019, and no record of the people who live in them is kept by any authority"
)
ANSWERS: dict[str, Callable[[Ask], str]] = {
    "the shortest": lambda _: "it",
    "the example": lambda ask: ask.example or "it",
    "the longest": lambda ask: LONG_GAP if ask.name == "gap" else LONG_NOUN,
}
FACILITIES = "quality-of-facilities/license-and-inspect"
"""The recommendation that is read word for word in each voice."""
FACT = "In 2025, 41 of 96 people interviewed saw no judge"


# ---- what is read: paragraphs, items, headings and cells of a document, in order ----


class Piece(NamedTuple):
    """A run of words that stands by itself."""

    kind: str
    """The role of a paragraph, or ``heading``, ``item`` or ``cell``."""
    inlines: tuple[Inline, ...]
    text: str
    """The words, without note marks."""


def piece(kind: str, *inlines: Inline) -> Piece:
    """Return the piece that *inlines* are."""
    return Piece(kind, inlines, plain_text(inlines))


def pieces(blocks: Sequence[Block], role: str = "") -> Iterator[Piece]:
    """Yield every piece of *blocks* in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield piece(role or block.role, *block.inlines)
            case Heading():
                yield piece("heading", *block.inlines)
            case Listing():
                for item in block.items:
                    yield from pieces(item, "item")
            case Table():
                for row in (block.header, *block.rows):
                    yield from (piece("cell", *cell) for cell in row)


SLIPS = {
    "a double space": r"  ",
    "a space before a stop": r" [.,;:?!](?=\s|$)",
    "a space inside a bracket": r"\( | \)",
    "two stops": r"\.\.(?!\.)|[,;:][.,;:]|[?!]\.|\.,",
    "template marks": r"\{\{|\}\}|\{%|%\}|\{#",
    "the same word twice": r"\b(the|of|to|in|on|and|by|for|with|from|is|are|a|an|under|or|at) \1\b",
    "two articles": r"\b(?:a|an|the) (?:a|an|the)\b",
    "a value that is not words": r"\bNone\b(?! of)|\bUndefined\b|<[a-z]|\[\^|::: ",
}
SLIP = {fault: re.compile(pattern) for fault, pattern in SLIPS.items()}
ABBREVIATED = re.compile(r"(?:\b(?:No|Nos|arts?|paras?|sect|vol|pp?|cf|etc|ed|e\.g|i\.e)|\b[A-Z])\.$")
SENTENCES = re.compile(r"(?<=[.?!])[”’\")]?\s+(?=\S)")
ENDED = re.compile(r"[.?!…][”’\")]?$")


@cache
def slips(one: Piece) -> tuple[str, ...]:
    """Return what is wrong with the words of *one*, whatever it is."""
    return tuple(_slips(one))


def _slips(one: Piece) -> Iterator[str]:
    text = one.text
    yield from (fault for fault, pattern in SLIP.items() if pattern.search(text))
    if text != text.strip():
        yield "white space at an edge"
    before = ""
    for sentence in SENTENCES.split(text)[:-1]:
        before += sentence
        after = text[len(before) :].lstrip('”’") ')
        if after[:1].islower() and not ABBREVIATED.search(sentence):
            yield f"a small letter after a full stop: {after[:30]}"
        before = text[: len(text) - len(text[len(before) :].lstrip())]
    for at, part in enumerate(one.inlines):
        if isinstance(part, NoteMark):
            around = (*one.inlines[:at][-1:], *one.inlines[at + 1 :][:1])
            if at and isinstance(around[0], Text) and around[0].text[-1:].isspace():
                yield "a space before a note"
            if isinstance(around[-1], Text) and around[-1] is not around[0] and around[-1].text[:1].isalnum():
                yield "a word joined to a note"


def begins(text: str) -> bool:
    """Return whether *text* begins as a sentence does."""
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in "“‘\"'("


def unsound(one: Piece) -> Iterator[str]:
    """Yield what is wrong with *one* as one or more whole sentences."""
    yield from slips(one)
    if not begins(one.text):
        yield "no capital at the start"
    if not ENDED.search(one.text):
        yield "no full stop at the end"


def wrong_article(text: str, code: str) -> bool:
    """Return whether the State *code* is named in *text* with an article it has not, or without its own."""
    name = LIBRARY.states[code].in_text
    bare = re.escape(name.removeprefix("the "))
    pattern = rf"(?<![Tt]he )\b{bare}\b" if name.startswith("the ") else rf"\b[Tt]he {bare}\b"
    return bool(re.search(pattern, text))


# ---- the checks themselves can fail ----


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("Close  all centres.", "a double space"),
        ("Close all centres , now.", "a space before a stop"),
        ("Close all centres..", "two stops"),
        ("Close {{ centres }}.", "template marks"),
        ("Close the the centres.", "the same word twice"),
        ("Close the a centre.", "two articles"),
        ("Close all. they stay open.", "a small letter after a full stop: they stay open."),
        ("close all centres.", "no capital at the start"),
        ("the Philippines closes them.", "no capital at the start"),
        ("Close all centres", "no full stop at the end"),
        ("Close None.", "a value that is not words"),
    ],
)
def test_a_slip_is_seen(text: str, fault: str) -> None:
    assert fault in list(unsound(piece("body", Text(text))))


def test_a_space_before_a_note_is_seen() -> None:
    assert list(slips(piece("body", Text("Done. "), NoteMark("x")))) == [
        "white space at an edge",
        "a space before a note",
    ]
    assert list(slips(piece("body", Text("Done."), NoteMark("x"), Text("Next.")))) == [
        "a word joined to a note"
    ]


@pytest.mark.parametrize(
    "text", ["See art. 9 and para. 12.", "He said: “Go.” It ended.", "1 of 9 (2024). Is it?"]
)
def test_a_sound_sentence_is_left_alone(text: str) -> None:
    assert list(unsound(piece("body", Text(text)))) == []


@pytest.mark.parametrize(
    ("text", "code", "wrong"),
    [
        ("In Philippines", "PHL", True),
        ("In the Philippines", "PHL", False),
        ("The Philippines", "PHL", False),
        ("the Norway", "NOR", True),
        ("in Norway", "NOR", False),
        ("in Islamic Republic of Iran", "IRN", True),
    ],
)
def test_a_wrong_article_is_seen(text: str, code: str, wrong: bool) -> None:
    assert wrong_article(text, code) is wrong


# ---- every clause, with every kind of State and answer ----


def drafted(document: str, answers: Answers, code: str | None, find: FindTemplate = FIND) -> Draft:
    """Return the draft that *answers* make."""
    state = LIBRARY.states[code] if code else None
    return compose(answers, LIBRARY, LIBRARY.document(document), state, find=find, printed_names={})


PLAIN = """
{% for section in sections %}
{% for one in section.paragraphs %}
{{ one }}

{% endfor %}
{% for one in section.questions + section.recommendations %}
{{ one.text }}

{% endfor %}
{% endfor %}
"""
"""A shape that prints nothing but its clauses."""


def answered(clause: Clause, answers: str | None) -> ThemeSection:
    """Return a section of one clause with its answers of this kind, and a fact where it takes one."""
    given = {ask.name: ANSWERS[answers](ask) if answers else None for ask in clause.questions}
    takes = ("F1",) if "{{ facts }}" in clause.text else ()
    chosen = ChosenClause(clause=clause.id, answers=given, facts=takes)
    return ThemeSection(theme=clause.head.themes[0], clauses=(chosen,))


@cache
def filled(code: str | None, answers: str | None) -> dict[str, str]:
    """Return every clause's text as Markdown, by id; without *answers*, nothing is answered."""
    texts = {} if code == "PHL" else dict(filled("PHL", answers))
    # What does not name the State reads the same for every State.
    needed = [one for one in CLAUSES.values() if one.id not in texts or "state" in used(one.id)]
    bank = BANK.model_copy(update={"themes": tuple(answered(one, answers) for one in needed)})
    document = next(one for one in WITH_CLAUSES if code or not LIBRARY.document(one).rules.state_needed)
    found = list(pieces(drafted(document, bank, code, lambda _: (PLAIN, "plain.md.jinja")).document.blocks))
    assert len(found) == len(needed)
    return texts | {clause.id: markdown(one) for clause, one in zip(needed, found, strict=True)}


def markdown(one: Piece) -> str:
    """Return *one* as the Markdown that reads as it does."""
    written = []
    for part in one.inlines:
        match part:
            case NoteMark():
                written.append(f"[^{part.key}]")
            case Gap():
                written.append(gap(part.text))
            case Text():
                assert not part.bold
                assert not part.italic
                written.append(re.sub(r"([\\`*_\[\]<>&])", r"\\\1", part.text))
    return "".join(written)


@cache
def read(markdown: str) -> Piece:
    """Return the one paragraph that a clause is."""
    [one] = pieces(read_blocks(markdown))
    return one


BANK = Answers(
    format=1,
    facts={"F1": Fact(text=FACT, source="S1")},
    sources={"S1": Source(author="Own Office", title="Own interviews", date="2025")},
    organisations=(
        Organisation(
            name="Open Road",
            acronym="OR",
            role="lead",
            status="confirmed",
            what="a network",
            ecosoc="special",
        ),
    ),
)


@pytest.mark.parametrize("answers", ANSWERS)
@pytest.mark.parametrize("code", STATES)
def test_every_clause_is_whole_sentences(code: str | None, answers: str) -> None:
    read_as = {clause_id: read(text) for clause_id, text in filled(code, answers).items()}
    assert len(read_as) == len(CLAUSES) > 400
    assert [(name, fault, one.text) for name, one in read_as.items() for fault in unsound(one)] == []


@pytest.mark.parametrize("answers", ANSWERS)
@pytest.mark.parametrize("code", [code for code in STATES if code])
def test_every_state_has_its_own_article_in_every_clause(code: str, answers: str) -> None:
    naming = {name: read(text).text for name, text in filled(code, answers).items() if "state" in used(name)}
    assert len(naming) > 30
    assert [(name, text) for name, text in naming.items() if wrong_article(text, code)] == []


@cache
def used(clause_id: str) -> frozenset[str]:
    """Return the names that a clause's text uses."""
    return frozenset(re.findall(r"\{\{\s*(\w+)", CLAUSES[clause_id].text))


@pytest.mark.parametrize("answers", ANSWERS)
def test_every_answer_comes_out_as_it_was_given(answers: str) -> None:
    lost = []
    for name, text in filled("PHL", answers).items():
        words = read(text).text.casefold()
        for ask in CLAUSES[name].questions:
            if ANSWERS[answers](ask).casefold().rstrip(".") not in words:
                lost.append((name, ask.name))
    assert lost == []


def test_a_gap_is_left_for_each_missing_answer_and_for_nothing_else() -> None:
    wrong = []
    for name, text in filled("PHL", None).items():
        asked = {ask.ask.rstrip("?") for ask in CLAUSES[name].questions}
        if {part.text for part in read(text).inlines if isinstance(part, Gap)} != asked:
            wrong.append(name)
    assert wrong == []
    assert sum("(gap:)" in text for text in filled("PHL", None).values()) > 100


@pytest.mark.parametrize("answers", ANSWERS)
def test_no_gap_is_left_when_all_is_answered(answers: str) -> None:
    assert [name for name, text in filled("PHL", answers).items() if "(gap:)" in text] == []


def test_a_fact_stands_at_the_end_of_the_clause_with_its_note() -> None:
    takers = [name for name, clause in CLAUSES.items() if "{{ facts }}" in clause.text]
    ends = {name: filled("PHL", "the shortest")[name].endswith("saw no judge.[^F1]") for name in takers}
    assert len(takers) > 80
    assert [name for name, ends_so in ends.items() if not ends_so] == []


def test_every_question_begins_with_please_or_ends_with_a_question_mark() -> None:
    texts = filled("PHL", "the example")
    asked = {name: read(texts[name]).text for name, one in CLAUSES.items() if one.head.kind == "question"}
    assert len(asked) > 60
    assert [
        text for text in asked.values() if not text.startswith("Please ") and not text.endswith("?")
    ] == []


NOT_VERBS = re.compile(r"(ing|tion|ed|ity|ment|ness|ly)$")
VERBS_ALL_THE_SAME = {
    "implement",
    "supplement",
    "bring",
    "need",
    "embed",
    "feed",
    "proceed",
    "apply",
    "supply",
}


def test_every_recommendation_begins_with_a_bare_verb_in_either_letter() -> None:
    """Lower case after an inline lead, a capital in a list: the same words otherwise."""
    texts = filled("PHL", "the example")
    wrong = []
    for name, clause in CLAUSES.items():
        if clause.head.kind != "recommendation":
            continue
        whole, inline = read(texts[name]).text, read(ENGLISH.lower_first(texts[name])).text
        verb = inline.split()[0].strip(",")
        odd = bool(NOT_VERBS.search(verb)) and verb not in VERBS_ALL_THE_SAME
        if (
            not whole[0].isupper()
            or not verb.isalpha()
            or not verb.islower()
            or whole[1:] != inline[1:]
            or odd
        ):
            wrong.append((name, verb))
    assert wrong == []


# ---- every document, with every clause that fits it ----


LINE = "An answer"
"""What is told where a line is asked for without an example."""


def told(ask: Ask) -> Any:
    """Return an answer to a document's own question, of its kind."""
    match ask.kind:
        case "group":
            return [{field.name: told(field) for field in ask.fields}] * 2
        case "choice" | "search":
            return ask.choices[0].value if ask.choices else "it"
        case "choices":
            return [choice.value for choice in ask.choices]
        case "yes-no":
            return True
        case "number":
            return "12"
        case "long":
            return "A paragraph of its own. It has two sentences."
        case _:
            return ask.example.rstrip(".") or LINE


def fitting(document: str) -> list[Clause]:
    """Return every clause that fits the document."""
    document_type = LIBRARY.document(document)
    return [clause for clause in CLAUSES.values() if fits_document(clause, document_type)]


def composed(document: str, themes: Sequence[ThemeSection], code: str | None, **more: Any) -> Draft:
    """Return the draft of a document with these sections in which everything is answered."""
    given = {
        "document": document,
        "themes": tuple(themes),
        "summary": "The main points.",
        "method": "It rests on 96 interviews of 2025.",
        "closing": "The submitters stand ready to meet.",
        "details": {ask.name: told(ask) for ask in LIBRARY.document(document).rules.asks},
    }
    return drafted(document, BANK.model_copy(update=given | more), code)


def by_theme(clauses: Sequence[Clause], texts: dict[str, str]) -> list[ThemeSection]:
    """Return one section for each theme, each with all its clauses, so that what is asked is a list."""
    themes = dict.fromkeys(clause.head.themes[0] for clause in clauses)
    return [
        ThemeSection(
            theme=theme, clauses=tuple(said(one, texts) for one in clauses if one.head.themes[0] == theme)
        )
        for theme in themes
    ]


def one_by_one(clauses: Sequence[Clause], texts: dict[str, str]) -> list[ThemeSection]:
    """Return one section for each clause, so that what is asked goes on in the lead's own sentence.

    One clause for each theme, kind and addressee will do: that every ask bears a small letter is shown above.
    """
    return [ThemeSection(theme=one.head.themes[0], clauses=(said(one, texts),)) for one in clauses]


def said(clause: Clause, texts: dict[str, str]) -> ChosenClause:
    """Return the clause as chosen, in the words that were filled in before."""
    return ChosenClause(clause=clause.id, text=texts[clause.id])


PROSE = frozenset({"body", "lead", "item", "quote", "organisation"})
LEAD = re.compile(
    r"( to|that the State party|that the Government of [A-Z\w ]+|asked of the State"
    r"|^To (the )?\w[\w /-]+):? ?$"
)
"""What a bare verb can stand after."""


Way = Callable[[Sequence[Clause], dict[str, str]], list[ThemeSection]]

documents = pytest.mark.parametrize(
    ("document", "way"),
    [
        pytest.param(document, way, id=f"{document}-{name}")
        for document in WITH_CLAUSES
        for name, way in (("lists", by_theme), ("inline", one_by_one))
    ],
)
"""Each document that takes clauses, with its sections whole and with one clause at a time."""


def arguments(document: str, way: Way) -> tuple[str | None, str]:
    """Return the State and the kind of answers with which a document is read."""
    if way is one_by_one:
        return "PHL", "the shortest"
    return "IRN" if LIBRARY.document(document).rules.state_needed else None, "the longest"


class Reading(NamedTuple):
    """A document with all its clauses, as it is read."""

    texts: dict[str, str]
    """The words of each clause, by id."""
    draft: Draft
    found: tuple[Piece, ...]
    ends: dict[str, list[int]]
    """The places of the pieces that end with these letters."""

    def places(self, clause_id: str) -> list[int]:
        """Return where the words of a clause stand, by themselves or after a lead."""
        words = self.texts[clause_id]
        near = self.ends.get(words[-LETTERS:], ())
        return [at for at in near if self.found[at].text.endswith((words, ENGLISH.lower_first(words)))]


LETTERS = 12


@cache
def whole(document: str, way: Way) -> Reading:
    """Return a document with every clause that fits it, arranged in this way."""
    code, answers = arguments(document, way)
    clauses = fitting(document)
    if way is one_by_one:
        clauses = list(
            {(one.head.themes[0], one.head.kind, one.head.addressee): one for one in clauses}.values()
        )
    texts = {one.id: filled(code, answers)[one.id] for one in clauses}
    draft = composed(document, way(clauses, texts), code)
    found = tuple(pieces(draft.document.blocks))
    ends: dict[str, list[int]] = {}
    for at, one in enumerate(found):
        ends.setdefault(one.text[-LETTERS:], []).append(at)
    return Reading({name: read(text).text for name, text in texts.items()}, draft, found, ends)


@documents
def test_every_piece_of_a_document_reads_well(document: str, way: Way) -> None:
    found = whole(document, way).found
    verbatim = LIBRARY.document(document).rules.shape.startswith("worksheet")
    titles = {theme.title for theme in LIBRARY.themes.themes.values()}
    wrong = []
    for one in found:
        opening = one.text.endswith((",", ":")) and len(one.text.split()) < 30  # a greeting, a lead
        mark = one.text in titles or one.text == LINE  # set as a line of its own: a theme, a grade
        sentences = one.kind in PROSE and not (opening or mark or verbatim)
        wrong += [(fault, one.kind, one.text) for fault in (unsound(one) if sentences else slips(one))]
        if one.kind in ("heading", "title") and (not begins(one.text) or one.text.endswith(".")):
            wrong.append(("no heading", one.kind, one.text))
    assert wrong == []


@documents
def test_a_state_is_named_with_its_article_wherever_it_is_named(document: str, way: Way) -> None:
    code, _ = arguments(document, way)
    _, draft, found, _ = whole(document, way)
    texts = [one.text for one in found]
    if code:
        assert any(LIBRARY.states[code].in_text.casefold() in text.casefold() for text in texts)
    assert [text for text in texts if code and wrong_article(text, code)] == []
    assert [one.text for one in found if one.kind == "title" and ": the " in one.text] == []
    fields = (piece("field", Text(field)) for _, field in draft.document.layout.fields if field)
    assert [field.text for field in fields if list(slips(field))] == []


@documents
def test_every_clause_is_printed_once_and_in_its_own_words(document: str, way: Way) -> None:
    reading = whole(document, way)
    wrong = []
    for name, words in reading.texts.items():
        printed = [reading.found[at].text for at in reading.places(name)]
        if len(printed) != 1:
            wrong.append((name, f"printed {len(printed)} times"))
        elif CLAUSES[name].head.kind in ("standard", "concern") and printed != [words]:
            wrong.append((name, "not a paragraph of its own"))
    assert reading.texts
    assert wrong == []


@documents
def test_what_is_asked_reads_on_from_its_lead(document: str, way: Way) -> None:
    reading = whole(document, way)
    asks = [name for name in reading.texts if CLAUSES[name].head.kind == "recommendation"]
    assert bool(asks) is (LIBRARY.document(document).rules.stage == "recommendations")
    wrong = []
    for name in asks:
        words = reading.texts[name]
        [at] = reading.places(name)
        found = reading.found[at]
        if found.kind == "item":
            lead = next(one.text for one in reversed(reading.found[:at]) if one.kind != "item")
            right = found.text == words and lead.endswith(":")
        else:
            lead = found.text.removesuffix(ENGLISH.lower_first(words))
            right = found.text == lead + ENGLISH.lower_first(words)
        if not right or not LEAD.search(lead):
            wrong.append((lead, found.text))
    assert wrong == []


@documents
def test_what_a_list_of_issues_asks_is_a_question(document: str, way: Way) -> None:
    reading = whole(document, way)
    asks = [name for name in reading.texts if CLAUSES[name].head.kind == "question"]
    assert bool(asks) is (LIBRARY.document(document).rules.stage == "questions")
    stems = {"", "Suggested question to the State party: "}
    wrong = []
    for name in asks:
        words = reading.texts[name]
        [at] = reading.places(name)
        stem = reading.found[at].text.removesuffix(words).removesuffix(ENGLISH.lower_first(words))
        if stem not in stems:
            wrong.append((name, stem))
    assert wrong == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_nothing_is_open_where_everything_is_answered(document: str) -> None:
    assert composed(document, (), "PHL").gaps == ()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_a_document_needs_and_was_not_told_is_open(document: str) -> None:
    """A choice decides what else is printed; what is asked in words has a place of its own."""
    rules = LIBRARY.document(document).rules
    needed = {
        ask.name: ask.ask.rstrip("?").strip()
        for ask in rules.asks
        if ask.required and not ask.when and ask.kind in ("line", "long")
    }
    naming = next(
        name for name, one in CLAUSES.items() if "state" in used(name) and one.head.kind == "concern"
    )
    section = ThemeSection(theme=CLAUSES[naming].head.themes[0], clauses=(ChosenClause(clause=naming),))
    draft = drafted(document, BANK.model_copy(update={"themes": (section,)}), None)
    assert [name for name, label in needed.items() if label not in draft.gaps] == []
    if document in WITH_CLAUSES and rules.stage != "case":
        assert ("the State" in draft.gaps) is rules.state_needed


@pytest.mark.parametrize("stage", ["recommendations", "questions", "case"])
def test_a_document_fills_its_clauses_as_they_are_read_here(stage: str) -> None:
    """The tests above give each document words that were filled in before; a document does the same."""
    document = next(one for one in WITH_CLAUSES if LIBRARY.document(one).rules.stage == stage)
    clauses = fitting(document)
    before = composed(document, one_by_one(clauses, filled("USA", "the example")), "USA")
    after = composed(document, [answered(one, "the example") for one in clauses], "USA")
    assert after.document == before.document


def over_nothing(blocks: Sequence[Block]) -> Iterator[Heading]:
    """Yield each heading that another of its level, a higher one or the end follows at once."""
    for one, after in zip(blocks, (*blocks[1:], Heading((), 1)), strict=True):
        if isinstance(one, Heading) and isinstance(after, Heading) and after.level <= one.level:
            yield one


def test_no_heading_stands_over_nothing() -> None:
    bare = [
        (document, plain_text(one.inlines))
        for document in WITH_CLAUSES
        for one in over_nothing(whole(document, by_theme).draft.document.blocks)
    ]
    assert bare == []


BARE_SHAPES = ("letter.md.jinja", "reply.md.jinja")


def bare_headings(shapes: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Return document and words of each heading over nothing where each theme does nothing but ask."""
    return [
        (document, plain_text(one.inlines))
        for document in WITH_CLAUSES
        if shapes(LIBRARY.document(document).rules.shape)
        for one in over_nothing(whole(document, one_by_one).draft.document.blocks)
    ]


def test_no_heading_stands_over_nothing_where_a_theme_only_asks() -> None:
    assert bare_headings(lambda shape: shape not in BARE_SHAPES) == []


def test_no_heading_stands_over_nothing_in_letters_and_replies() -> None:
    assert bare_headings(lambda shape: shape in BARE_SHAPES) == []


def test_a_fact_that_was_put_to_a_clause_without_room_is_printed_all_the_same() -> None:
    chosen = ChosenClause(clause="recovery/reintegration-in-the-conventions", facts=("F1",))
    draft = composed("upr/individual", [ThemeSection(theme="recovery", clauses=(chosen,))], "PHL")
    assert any(FACT in one.text for one in pieces(draft.document.blocks))


# ---- the same recommendation in each voice, word for word ----

PLACED = (
    "place every facility that treats or houses people with drug dependence, public or private, under one "
    "licensing authority for health services, with unannounced inspections whose reports are published "
    "within three months."
)


def voice(document: str, clauses: Sequence[str], code: str | None) -> list[str]:
    """Return what a document says when it asks for just these: the headings, leads and asks."""
    texts = filled(code, "the example")
    chosen = tuple(said(CLAUSES[name], texts) for name in clauses)
    section = ThemeSection(theme=clauses[0].partition("/")[0], clauses=chosen)
    found = list(pieces(composed(document, [section], code).document.blocks))
    words = tuple(read(texts[name]).text for name in clauses)
    asks = [
        at for at, one in enumerate(found) if one.text.endswith((*words, *map(ENGLISH.lower_first, words)))
    ]
    first = max([at for at in range(asks[0]) if found[at].kind not in ("heading", "lead")], default=-1) + 1
    marks = {"heading": "# ", "item": "- "}
    return [marks.get(one.kind, "") + one.text for one in found[first : asks[-1] + 1]]


@pytest.mark.parametrize(
    ("document", "code", "said_there"),
    [
        (
            "upr/individual",
            "PHL",
            "It is recommended that the Government of the Philippines {ask}",
        ),
        (
            "upr/joint",
            "IRN",
            "It is recommended that the Government of the Islamic Republic of Iran {ask}",
        ),
        (
            "cedaw/alternative-report",
            "PHL",
            "The Committee is invited to recommend that the State party {ask}",
        ),
        ("cat/follow-up", "PHL", "The Committee is invited to ask that the State party {ask}"),
        ("ohchr/call-for-input", None, "OR asks member States to {ask}"),
        ("cnd/written-statement", None, "We ask member States to {ask}"),
        ("cnd/oral-statement", None, "We ask member States to {ask}"),
        ("hrc/oral-statement", "USA", "We ask the Government of the United States of America to {ask}"),
    ],
)
def test_the_same_recommendation_is_asked_in_each_voice(
    document: str, code: str | None, said_there: str
) -> None:
    assert voice(document, [FACILITIES], code)[-1] == said_there.format(ask=PLACED)


def test_a_mandate_holder_is_asked_to_call_on_the_government() -> None:
    asked = voice("special-procedures/country-visit", [FACILITIES], "PHL")[-1]
    assert asked.endswith(f" to call on the Government of the Philippines to {PLACED}")


def test_a_reply_groups_what_it_asks_by_addressee_in_the_order_of_the_themes() -> None:
    for_states = ("recovery/homes-and-jobs", FACILITIES)
    for_others = ("funding/donors", "cooperation/unodc-health-services")
    lines = voice("ohchr/call-for-input", [*for_others, *for_states], None)
    headings = [line for line in lines if line.startswith("#")]
    assert headings[headings.index("# Recommendations") + 1 :] == [
        "# To donors",
        "# To the United Nations Office on Drugs and Crime",
        "# To member States",
    ]


GOLDEN_CLAUSES = (
    FACILITIES,
    "compulsory-treatment/close-the-centres",
    "women/admit-with-children",
    "right-to-life/remove-the-death-penalty",
    "recovery/lasting-recovery-support",
    "harm-reduction/repeal-the-obstacle",
    "decriminalisation/remove-the-criminal-penalty",
    "regulation/keep-supply-prohibited",
    "regulation/try-a-lawful-supply",
    "organised-crime/aim-at-those-who-profit",
)
"""Four that take no side, and one for each position."""
VOICES = {
    "Universal Periodic Review": ("upr/individual", "PHL"),
    "Committee": ("cedaw/alternative-report", "IRN"),
    "Reply to the Office of the High Commissioner": ("ohchr/call-for-input", None),
    "Spoken at the Council": ("hrc/oral-statement", "NOR"),
}


def test_the_golden_clauses_are_ten_and_of_every_position() -> None:
    assert len(set(GOLDEN_CLAUSES)) == 10
    assert {CLAUSES[name].head.position for name in GOLDEN_CLAUSES} == set(LIBRARY.themes.positions)


@pytest.mark.parametrize("clause", GOLDEN_CLAUSES)
def test_a_clause_reads_as_it_did_in_four_voices(clause: str, golden: Callable[[str, str], None]) -> None:
    """Alone, going on in the lead's sentence; and with a second ask, as an item of a list."""
    second = "women/study-of-vulnerability"
    parts = []
    for name, (document, code) in VOICES.items():
        state = LIBRARY.states[code].in_text if code else "no State"
        parts += [f"== {name} ({document}, {state}), alone", *voice(document, [clause], code), ""]
        parts += [f"== {name}, with another", *voice(document, [clause, second], code), ""]
    golden(f"voices/{clause.replace('/', '.')}.txt", "\n".join(parts))
