"""The clauses in the voice of every mechanism: whole sentences, right articles, requests after their lead.

Each clause is filled for each State and kind of answer and read alone. Then every document that takes clauses
is composed with all that fit it, and read as a whole. New clauses and documents are tested automatically.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

import pytest

from drafter.compose.draft import Draft, compose
from drafter.compose.templates import FindTemplate
from drafter.language.english import ENGLISH
from drafter.library.binding import not_binding
from drafter.library.eligibility import fits_document
from drafter.library.open_library import template_finder
from drafter.markup.blocks import read_blocks
from drafter.markup.count import plain_text
from drafter.markup.escaping import gap
from drafter.model.answers import Answers, ChosenClause, Organisation, ThemeSection
from drafter.model.blocks import Block, Gap, Heading, Inline, Listing, NoteMark, Paragraph, Table, Text
from drafter.model.clause import Clause
from drafter.model.earlier import EarlierRecommendation
from drafter.model.facts import Fact, Source
from drafter.model.question import Ask, Choice
from tests.support.script import LIBRARY

CLAUSES = {clause.id: clause for clause in LIBRARY.all_clauses()[0]}
DOCUMENTS = sorted(LIBRARY.document_ids())
WITH_CLAUSES = [name for name in DOCUMENTS if "themes" not in LIBRARY.document(name).rules.leaves_out]
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


def of_choices(ask: Ask, pick: Callable[..., Choice], typed: str) -> str:
    """Return the choice that *pick* takes by the length of its text, or *typed* if there are no choices."""
    return pick(ask.choices, key=lambda choice: len(choice.text)).value if ask.choices else typed


def start_of(ask: Ask, answer: str) -> str:
    """Return *answer* as it is printed; for a choice, its text up to the first field or note."""
    text = next((choice.text for choice in ask.choices if choice.value == answer), answer)
    return re.split(r"\{\{|\[\^", text)[0].strip()


ANSWERS: dict[str, Callable[[Ask], str]] = {
    "the shortest": lambda ask: of_choices(ask, min, "it"),
    "the example": lambda ask: ask.choices[0].value if ask.choices else ask.example or "it",
    "the longest": lambda ask: of_choices(ask, max, LONG_GAP if ask.name == "gap" else LONG_NOUN),
}
FACILITIES = "quality-of-facilities/license-and-inspect"
"""The recommendation that is compared word for word in each voice."""
FACT = "In 2025, 41 of 96 people interviewed saw no judge"


# ---- the pieces of a document: paragraphs, items, headings and cells, in order ----


class Piece(NamedTuple):
    """A text that is read on its own."""

    kind: str
    """The role of a paragraph, or ``heading``, ``item`` or ``cell``."""
    inlines: tuple[Inline, ...]
    text: str
    """The words, without note marks."""


def piece_of(kind: str, *inlines: Inline) -> Piece:
    """Return *inlines* as a piece."""
    return Piece(kind, inlines, plain_text(inlines))


def pieces(blocks: Sequence[Block], role: str = "") -> Iterator[Piece]:
    """Yield every piece of *blocks* in reading order."""
    for block in blocks:
        match block:
            case Paragraph():
                yield piece_of(role or block.role, *block.inlines)
            case Heading():
                yield piece_of("heading", *block.inlines)
            case Listing():
                for item in block.items:
                    yield from pieces(item, "item")
            case Table():
                for row in (block.header, *block.rows):
                    yield from (piece_of("cell", *cell) for cell in row)


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
ABBREVIATED = re.compile(r"(?:\b(?:No|Nos|arts?|paras?|sect|vol|pp?|cf|etc|ed|e\.g|i\.e|v)|\b[A-Z])\.$")
SENTENCES = re.compile(r"(?<=[.?!])[”’\")]?\s+(?=\S)")
ENDED = re.compile(r"[.?!…][”’\")]?$")


@cache
def slips(piece: Piece) -> tuple[str, ...]:
    """Return the mistakes in the words of *piece*, of any kind."""
    return tuple(_slips(piece))


def _slips(piece: Piece) -> Iterator[str]:
    text = piece.text
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
    for at, part in enumerate(piece.inlines):
        if isinstance(part, NoteMark):
            around = (*piece.inlines[:at][-1:], *piece.inlines[at + 1 :][:1])
            if at and isinstance(around[0], Text) and around[0].text[-1:].isspace():
                yield "a space before a note"
            if isinstance(around[-1], Text) and around[-1] is not around[0] and around[-1].text[:1].isalnum():
                yield "a word joined to a note"


def begins_a_sentence(text: str) -> bool:
    """Return whether *text* begins like a sentence."""
    return text[:1].isupper() or text[:1].isdigit() or text[:1] in "“‘\"'("


def mistakes(piece: Piece) -> Iterator[str]:
    """Yield the mistakes in *piece*, which should be one or more whole sentences."""
    yield from slips(piece)
    if not begins_a_sentence(piece.text):
        yield "no capital at the start"
    if not ENDED.search(piece.text):
        yield "no full stop at the end"


def wrong_article(text: str, code: str) -> bool:
    """Return whether *text* names the State *code* with a wrong article, or without its own."""
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
def test_a_slip_is_detected(text: str, fault: str) -> None:
    assert fault in list(mistakes(piece_of("body", Text(text))))


def test_a_space_before_a_note_is_detected() -> None:
    assert list(slips(piece_of("body", Text("Done. "), NoteMark("x")))) == [
        "white space at an edge",
        "a space before a note",
    ]
    assert list(slips(piece_of("body", Text("Done."), NoteMark("x"), Text("Next.")))) == [
        "a word joined to a note"
    ]


@pytest.mark.parametrize(
    "text", ["See art. 9 and para. 12.", "He said: “Go.” It ended.", "1 of 9 (2024). Is it?"]
)
def test_a_correct_sentence_has_no_mistakes(text: str) -> None:
    assert list(mistakes(piece_of("body", Text(text)))) == []


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
def test_a_wrong_article_is_detected(text: str, code: str, wrong: bool) -> None:
    assert wrong_article(text, code) is wrong


# ---- every clause, with every kind of State and answer ----


def drafted(document: str, answers: Answers, code: str | None, find: FindTemplate = FIND) -> Draft:
    """Return the draft made from *answers*."""
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
"""A shape that prints only its clauses."""


def answered(clause: Clause, answers: str | None) -> ThemeSection:
    """Return a section of one clause with its answers of this kind, and a fact if it has a facts field."""
    by_name = {ask.name: ANSWERS[answers](ask) if answers else None for ask in clause.questions}
    facts = ("F1",) if "{{ facts }}" in clause.text else ()
    chosen = ChosenClause(clause=clause.id, answers=by_name, facts=facts)
    return ThemeSection(theme=clause.head.themes[0], clauses=(chosen,))


@cache
def filled(code: str | None, answers: str | None) -> dict[str, str]:
    """Return the text of every clause as Markdown, by id. Without *answers*, all questions are open.

    Long names are whole in it, as if each clause stood in a section of its own.
    """
    texts = {} if code == "PHL" else dict(filled("PHL", answers))
    # A clause that does not name the State is the same for every State.
    clauses = [clause for clause in CLAUSES.values() if clause.id not in texts or "state" in used(clause.id)]
    bank = BANK.model_copy(update={"themes": tuple(answered(clause, answers) for clause in clauses)})
    document = next(name for name in WITH_CLAUSES if code or not LIBRARY.document(name).rules.state_needed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LIBRARY, "long_names", {})
        draft = drafted(document, bank, code, lambda _: (PLAIN, "plain.md.jinja"))
    printed = list(pieces(draft.document.blocks))
    assert len(printed) == len(clauses)
    return texts | {clause.id: markdown(piece) for clause, piece in zip(clauses, printed, strict=True)}


def markdown(piece: Piece) -> str:
    """Return the Markdown source of *piece*."""
    written = []
    for part in piece.inlines:
        match part:
            case NoteMark():
                written += [f"[^{key}]" for key in part.keys]
            case Gap():
                written.append(gap(part.text))
            case Text():
                assert not part.bold
                assert not part.italic
                written.append(re.sub(r"([\\`*_\[\]<>&])", r"\\\1", part.text))
    return "".join(written)


@cache
def read(markdown: str) -> Piece:
    """Return the text of a clause, which is one paragraph."""
    [piece] = pieces(read_blocks(markdown))
    return piece


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
    wrong = [(name, fault, piece.text) for name, piece in read_as.items() for fault in mistakes(piece)]
    assert wrong == []


@pytest.mark.parametrize("answers", ANSWERS)
@pytest.mark.parametrize("code", [code for code in STATES if code])
def test_every_state_has_its_own_article_in_every_clause(code: str, answers: str) -> None:
    naming = {name: read(text).text for name, text in filled(code, answers).items() if "state" in used(name)}
    assert len(naming) > 30
    assert [(name, text) for name, text in naming.items() if wrong_article(text, code)] == []


@cache
def used(clause_id: str) -> frozenset[str]:
    """Return the names that a clause's text and the texts of its choices use."""
    return frozenset(re.findall(r"\{\{\s*(\w+)", " ".join(CLAUSES[clause_id].texts)))


@pytest.mark.parametrize("answers", ANSWERS)
def test_every_answer_is_printed_as_it_was_typed(answers: str) -> None:
    lost = []
    for name, text in filled("PHL", answers).items():
        words = read(text).text.casefold()
        for ask in CLAUSES[name].questions:
            if start_of(ask, ANSWERS[answers](ask)).casefold().rstrip(".") not in words:
                lost.append((name, ask.name))
    assert lost == []


def test_each_missing_answer_and_nothing_else_leaves_a_gap() -> None:
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


def test_a_fact_follows_a_sentence_of_its_clause_with_its_note() -> None:
    with_facts = [name for name, clause in CLAUSES.items() if "{{ facts }}" in clause.text]
    between = re.compile(r"[.”)\]] \S[^.]*saw no judge\.\[\^F1\](?: [A-Z“]|$)")
    counts = {name: len(between.findall(filled("PHL", "the shortest")[name])) for name in with_facts}
    assert len(with_facts) > 80
    assert {name: count for name, count in counts.items() if count != 1} == {}


def test_every_question_begins_with_please_or_ends_with_a_question_mark() -> None:
    texts = filled("PHL", "the example")
    asked = {
        name: read(texts[name]).text for name, clause in CLAUSES.items() if clause.head.kind == "question"
    }
    assert len(asked) > 60
    assert [
        text for text in asked.values() if not text.startswith("Please ") and not text.endswith("?")
    ] == []


NOT_VERBS = re.compile(r"(ing|tion|ed|ity|ment|ness|ly)$")
VERBS_WITH_SUCH_ENDINGS = {
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


def test_every_recommendation_begins_with_a_bare_verb_in_lists_and_inline() -> None:
    """It begins in lower case after an inline lead and with a capital in a list, with the same words."""
    texts = filled("PHL", "the example")
    wrong = []
    for name, clause in CLAUSES.items():
        if clause.head.kind != "recommendation":
            continue
        whole, inline = read(texts[name]).text, read(ENGLISH.lower_first(texts[name])).text
        verb = inline.split()[0].strip(",")
        odd = bool(NOT_VERBS.search(verb)) and verb not in VERBS_WITH_SUCH_ENDINGS
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
"""The answer to a question for one line that has no example."""


def example_answer(ask: Ask) -> object:
    """Return an answer to a document's own question, of the kind that it asks for."""
    match ask.kind:
        case "group":
            return [{field.name: example_answer(field) for field in ask.fields}] * 2
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


def is_printed(clause: Clause, code: str | None) -> bool:
    """Return whether drafter prints *clause* for a State: no conclusion on a treaty that does not bind it."""
    memberships = LIBRARY.memberships(LIBRARY.states[code] if code else None)
    return clause.head.kind != "conclusion" or not not_binding(clause, memberships, LIBRARY.authorities)


EARLIER: dict[str, Any] = {
    "text": "Publish the figures every year", "document": "CCPR/C/XYZ/CO/3", "paragraph": "12 (a)",
    "position": "supported", "status": "begun", "measures": "A decree was issued in 2024.",
    "evidence": "Figures for two regions have been published.", "needed": "Figures for the other regions.",
}  # fmt: skip
"""A recommendation that a body has made before, with an answer to every question about it."""


def composed(document: str, themes: Sequence[ThemeSection], code: str | None, **more: Any) -> Draft:
    """Return the draft of a document with these sections and an answer to every question."""
    rules = LIBRARY.document(document).rules
    earlier = EarlierRecommendation(body=document.partition("/")[0], **EARLIER)
    if not LIBRARY.document(document).mechanism.by_states:
        earlier = earlier.model_copy(update={"position": None, "text": f"{EARLIER['text']}."})
    answers = {
        "document": document,
        "earlier": (earlier,) if rules.earlier.own else (),
        "themes": tuple(themes),
        "summary": "The main points.",
        "method": "It rests on 96 interviews of 2025.",
        "closing": "The submitters stand ready to meet.",
        "details": {ask.name: example_answer(ask) for ask in rules.asks},
    }
    return drafted(document, BANK.model_copy(update=answers | more), code)


def by_theme(clauses: Sequence[Clause], texts: dict[str, str]) -> list[ThemeSection]:
    """Return one section for each theme, with all its clauses, so that the requests form a list."""
    themes = dict.fromkeys(clause.head.themes[0] for clause in clauses)
    return [
        ThemeSection(
            theme=theme,
            clauses=tuple(
                filled_clause(clause, texts) for clause in clauses if clause.head.themes[0] == theme
            ),
        )
        for theme in themes
    ]


def one_by_one(clauses: Sequence[Clause], texts: dict[str, str]) -> list[ThemeSection]:
    """Return one section for each clause, so that each request continues the sentence of its lead."""
    return [
        ThemeSection(theme=clause.head.themes[0], clauses=(filled_clause(clause, texts),))
        for clause in clauses
    ]


def filled_clause(clause: Clause, texts: dict[str, str]) -> ChosenClause:
    """Return the clause as chosen, with its filled text from *texts* as own wording."""
    return ChosenClause(clause=clause.id, text=texts[clause.id])


PROSE = frozenset({"body", "lead", "item", "quote", "organisation"})
LEAD = re.compile(
    r"( to|that the State party|that the Government of [A-Z\w ]+|asked of the State"
    r"|^To (the )?\w[\w /-]+):? ?$"
)
"""Finds the end of a lead that a bare verb can follow."""


Arrangement = Callable[[Sequence[Clause], dict[str, str]], list[ThemeSection]]

documents = pytest.mark.parametrize(
    ("document", "arrange"),
    [
        pytest.param(document, arrange, id=f"{document}-{name}")
        for document in WITH_CLAUSES
        for name, arrange in (("lists", by_theme), ("inline", one_by_one))
    ],
)
"""Each document that takes clauses, with its sections whole and with one clause at a time."""


def arguments(document: str, arrange: Arrangement) -> tuple[str | None, str]:
    """Return the State and the kind of answers to read a document with."""
    if arrange is one_by_one:
        return "PHL", "the shortest"
    return "IRN" if LIBRARY.document(document).rules.state_needed else None, "the longest"


class Reading(NamedTuple):
    """A document with all its clauses, in pieces."""

    texts: dict[str, str]
    """The words of each clause, by id."""
    draft: Draft
    pieces: tuple[Piece, ...]
    ends: dict[str, list[int]]
    """The positions of the pieces that end with these characters."""

    def positions(self, clause_id: str) -> list[int]:
        """Return the positions of the pieces that print a clause, alone or after a lead."""
        words = self.texts[clause_id]
        candidates = self.ends.get(words[-END:], ())
        endings = (words, ENGLISH.lower_first(words))
        return [index for index in candidates if self.pieces[index].text.endswith(endings)]


END = 12
"""The number of characters at the end of a piece by which it is looked up."""


@cache
def whole(document: str, arrange: Arrangement) -> Reading:
    """Return a document with every clause that fits it, in this arrangement."""
    code, answers = arguments(document, arrange)
    clauses = [clause for clause in fitting(document) if is_printed(clause, code)]
    if arrange is one_by_one:
        # One clause for each theme, kind and addressee is enough: each clause is read in lower case above.
        heads = [(clause.head.themes[0], clause.head.kind, clause.head.addressee) for clause in clauses]
        clauses = list(dict(zip(heads, clauses, strict=True)).values())
    texts = {clause.id: filled(code, answers)[clause.id] for clause in clauses}
    draft = composed(document, arrange(clauses, texts), code)
    in_order = tuple(pieces(draft.document.blocks))
    ends: dict[str, list[int]] = {}
    for index, piece in enumerate(in_order):
        ends.setdefault(piece.text[-END:], []).append(index)
    return Reading({name: read(text).text for name, text in texts.items()}, draft, in_order, ends)


@documents
def test_every_piece_of_a_document_reads_well(document: str, arrange: Arrangement) -> None:
    verbatim = LIBRARY.document(document).rules.shape.startswith("worksheet")
    titles = {theme.title for theme in LIBRARY.themes.themes.values()}
    wrong = []
    for piece in whole(document, arrange).pieces:
        opening = piece.text.endswith((",", ":")) and len(piece.text.split()) < 30  # a greeting, a lead
        label = piece.text in titles or piece.text == LINE  # on a line of its own: a theme, a grade
        is_prose = piece.kind in PROSE and not (opening or label or verbatim)
        wrong += [
            (fault, piece.kind, piece.text) for fault in (mistakes(piece) if is_prose else slips(piece))
        ]
        is_heading = piece.kind in ("heading", "title")
        if is_heading and (not begins_a_sentence(piece.text) or piece.text.endswith(".")):
            wrong.append(("no heading", piece.kind, piece.text))
    assert wrong == []


@documents
def test_a_state_always_has_its_own_article(document: str, arrange: Arrangement) -> None:
    code, _ = arguments(document, arrange)
    _, draft, in_order, _ = whole(document, arrange)
    texts = [piece.text for piece in in_order]
    if code:
        assert any(LIBRARY.states[code].in_text.casefold() in text.casefold() for text in texts)
    assert [text for text in texts if code and wrong_article(text, code)] == []
    assert [piece.text for piece in in_order if piece.kind == "title" and ": the " in piece.text] == []
    fields = (piece_of("field", Text(field)) for _, field in draft.document.layout.fields if field)
    assert [field.text for field in fields if list(slips(field))] == []


@documents
def test_every_clause_is_printed_once_and_in_its_own_words(document: str, arrange: Arrangement) -> None:
    reading = whole(document, arrange)
    wrong = []
    for name, words in reading.texts.items():
        printed = [reading.pieces[index].text for index in reading.positions(name)]
        if len(printed) != 1:
            wrong.append((name, f"printed {len(printed)} times"))
        elif CLAUSES[name].head.kind in ("standard", "concern") and printed != [words]:
            wrong.append((name, "not a paragraph of its own"))
    assert reading.texts
    assert wrong == []


@documents
def test_a_recommendation_continues_its_lead(document: str, arrange: Arrangement) -> None:
    reading = whole(document, arrange)
    recommendations = [name for name in reading.texts if CLAUSES[name].head.kind == "recommendation"]
    assert bool(recommendations) is (LIBRARY.document(document).rules.stage == "recommendations")
    wrong = []
    for name in recommendations:
        words = reading.texts[name]
        [index] = reading.positions(name)
        piece = reading.pieces[index]
        if piece.kind == "item":
            lead = next(before.text for before in reversed(reading.pieces[:index]) if before.kind != "item")
            is_right = piece.text == words and lead.endswith(":")
        else:
            lead = piece.text.removesuffix(ENGLISH.lower_first(words))
            is_right = piece.text == lead + ENGLISH.lower_first(words)
        if not is_right or not LEAD.search(lead):
            wrong.append((lead, piece.text))
    assert wrong == []


@documents
def test_a_list_of_issues_asks_questions(document: str, arrange: Arrangement) -> None:
    reading = whole(document, arrange)
    questions = [name for name in reading.texts if CLAUSES[name].head.kind == "question"]
    assert bool(questions) is (LIBRARY.document(document).rules.stage == "questions")
    leads = {"", "Suggested question to the State party: "}
    wrong = []
    for name in questions:
        words = reading.texts[name]
        [index] = reading.positions(name)
        lead = reading.pieces[index].text.removesuffix(words).removesuffix(ENGLISH.lower_first(words))
        if lead not in leads:
            wrong.append((name, lead))
    assert wrong == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_fully_answered_document_has_no_gaps(document: str) -> None:
    assert composed(document, (), "PHL").gaps == ()


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_required_answer_that_is_missing_is_a_gap(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only questions that are answered in words: a choice decides what else is printed.

    The concern is taken as one without a text for documents about no State, which would leave no gap.
    """
    monkeypatch.setattr(Clause, "without_state", property(lambda clause: clause))
    rules = LIBRARY.document(document).rules
    required = {
        ask.name: ask.ask.rstrip("?").strip()
        for ask in rules.asks
        if ask.required and not ask.when and ask.kind in ("line", "long")
    }
    concern = next(
        name for name, clause in CLAUSES.items() if "state" in used(name) and clause.head.kind == "concern"
    )
    section = ThemeSection(theme=CLAUSES[concern].head.themes[0], clauses=(ChosenClause(clause=concern),))
    draft = drafted(document, BANK.model_copy(update={"themes": (section,)}), None)
    assert [name for name, label in required.items() if label not in draft.gaps] == []
    if document in WITH_CLAUSES and rules.stage != "case":
        assert ("the State" in draft.gaps) is rules.state_needed


@pytest.mark.parametrize("stage", ["recommendations", "questions", "case"])
def test_a_document_fills_clauses_as_the_tests_above_do(stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """They give each document clauses that are already filled, as own wordings, whose names stay whole."""
    monkeypatch.setattr(LIBRARY, "long_names", {})
    document = next(name for name in WITH_CLAUSES if LIBRARY.document(name).rules.stage == stage)
    clauses = fitting(document)
    before = composed(document, one_by_one(clauses, filled("USA", "the example")), "USA")
    after = composed(document, [answered(clause, "the example") for clause in clauses], "USA")
    assert after.document == before.document


def empty_headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    """Yield each heading that is followed by the end or by a heading of the same or a higher level."""
    for block, after in zip(blocks, (*blocks[1:], Heading((), 1)), strict=True):
        if isinstance(block, Heading) and isinstance(after, Heading) and after.level <= block.level:
            yield block


def empty_headings_in(documents: Iterable[str], arrange: Arrangement) -> list[tuple[str, str]]:
    """Return document and words of each empty heading."""
    return [
        (document, plain_text(heading.inlines))
        for document in documents
        for heading in empty_headings(whole(document, arrange).draft.document.blocks)
    ]


def test_every_heading_is_followed_by_text() -> None:
    assert empty_headings_in(WITH_CLAUSES, by_theme) == []


def test_every_heading_is_followed_by_text_if_a_theme_has_only_recommendations() -> None:
    assert empty_headings_in(WITH_CLAUSES, one_by_one) == []


def test_a_fact_attached_to_a_clause_without_a_facts_field_is_still_printed() -> None:
    chosen = ChosenClause(clause="recovery/reintegration-in-the-conventions", facts=("F1",))
    draft = composed("upr/individual", [ThemeSection(theme="recovery", clauses=(chosen,))], "PHL")
    assert any(FACT in piece.text for piece in pieces(draft.document.blocks))


# ---- the same recommendation in each voice, word for word ----

PLACED = (
    "place every facility that treats or houses people with drug dependence, public or private, under one "
    "licensing authority for health services, with unannounced inspections whose reports are published "
    "within three months."
)


def voice(document: str, clauses: Sequence[str], code: str | None) -> list[str]:
    """Return the headings, leads and requests of a document that has just these clauses."""
    texts = filled(code, "the example")
    chosen = tuple(filled_clause(CLAUSES[name], texts) for name in clauses)
    section = ThemeSection(theme=clauses[0].partition("/")[0], clauses=chosen)
    in_order = list(pieces(composed(document, [section], code).document.blocks))
    words = tuple(read(texts[name]).text for name in clauses)
    endings = (*words, *map(ENGLISH.lower_first, words))
    requests = [index for index, piece in enumerate(in_order) if piece.text.endswith(endings)]
    other = [index for index in range(requests[0]) if in_order[index].kind not in ("heading", "lead")]
    first = max(other, default=-1) + 1
    marks = {"heading": "# ", "item": "- "}
    return [marks.get(piece.kind, "") + piece.text for piece in in_order[first : requests[-1] + 1]]


@pytest.mark.parametrize(
    ("document", "code", "sentence"),
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
    document: str, code: str | None, sentence: str
) -> None:
    assert voice(document, [FACILITIES], code)[-1] == sentence.format(ask=PLACED)


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
"""Four neutral clauses, and one or more for each position."""
VOICES = {
    "Universal Periodic Review": ("upr/individual", "PHL"),
    "Committee": ("cedaw/alternative-report", "IRN"),
    "Reply to the Office of the High Commissioner": ("ohchr/call-for-input", None),
    "Spoken at the Council": ("hrc/oral-statement", "NOR"),
}


def test_the_ten_golden_clauses_cover_every_position() -> None:
    assert len(set(GOLDEN_CLAUSES)) == 10
    assert {CLAUSES[name].head.position for name in GOLDEN_CLAUSES} == set(LIBRARY.themes.positions)


@pytest.mark.parametrize("clause", GOLDEN_CLAUSES)
def test_a_clause_in_four_voices_is_unchanged(clause: str, golden: Callable[[str, str], None]) -> None:
    """Alone, as the end of its lead's sentence; and with a second request, as an item of a list."""
    second = "women/study-of-vulnerability"
    parts = []
    for name, (document, code) in VOICES.items():
        state = LIBRARY.states[code].in_text if code else "no State"
        parts += [f"== {name} ({document}, {state}), alone", *voice(document, [clause], code), ""]
        parts += [f"== {name}, with another", *voice(document, [clause, second], code), ""]
    golden(f"voices/{clause.replace('/', '.')}.txt", "\n".join(parts))
