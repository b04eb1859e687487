"""Questions about recommendations that were made before: each is a row, asked one after the other."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, at
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.chosen_clauses import clause_or_none
from drafter.interview.items.declared import add_typed, choices
from drafter.interview.items.earlier_picks import picking
from drafter.interview.items.earlier_reference import AddEarlier, ReferenceItem, document_before
from drafter.interview.items.earlier_table import SECTION, table_questions
from drafter.interview.items.item import AnswerValue, Item
from drafter.language.english import ENGLISH
from drafter.library.library import Library
from drafter.model.earlier import EARLIER_STATUSES, EarlierRecommendation, is_made_by_states
from drafter.model.earlier_counts import counted
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.printed_earlier import printed_rows
from drafter.model.question import Choice, Form, QuestionKind

_SYMBOL = "CCPR/C/RUR/CO/2"
"""An example of the symbol of a committee's document, where the body of the document has none."""
POSITIONS = tuple(
    Choice(value=value, title=title, key=key)
    for value, title, key in (
        ("supported", "Supported (accepted)", "s"),
        ("noted", "Noted (not accepted)", "n"),
        ("partly", "Supported in part", "p"),
        ("none", "Neither", "e"),
    )
)
"""The positions of a State, each with the letter that answers it."""
_KEYS = {"done": "c", "partly": "p", "begun": "b", "not-done": "n", "reversed": "r", "unknown": "u"}
_ON_SCREEN = {"unknown": "Not known, and the document says so"}
STATUSES = tuple(
    Choice(value=value, title=_ON_SCREEN.get(value, title), key=_KEYS[value])
    for value, title in EARLIER_STATUSES
)
"""What may have become of a recommendation, each with the letter that answers it."""
_FORMS: dict[str, Form] = {"paragraph": "paragraph"}
"""The forms of the answers that name a recommendation."""
_LONGEST_QUOTE = 160
"""Letters of a recommendation in the question what became of it."""


class StatesItem(Item):
    """The States that made a recommendation: typed with commas between them, saved as a list."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the States as they are typed, or ``MISSING``."""
        value = at(answers, self.path)
        return ", ".join(value) if isinstance(value, tuple | list) else value

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that saves each State."""
        if value is None:
            return [(self.path, None)]
        return [(self.path, [name.strip() for name in str(value).split(",") if name.strip()])]


def earlier(answers: WorkingAnswers, document: DocumentType, library: Library) -> Iterator[Item]:
    """Yield the questions of each recommendation that the document prints, and whether there is another."""
    yield from picking(answers, document, library)
    rules = document.rules.earlier
    printed = list(printed_rows(answers.earlier, document.rules))
    links = tuple(_links(answers, document, library)) if printed else ()
    for place, (number, row) in enumerate(printed, 1):
        section = SECTION if len(printed) == 1 else f"{SECTION} · {place} of {len(printed)}"
        takes_position = is_made_by_states(row) or _is_review(row.body, library)
        before = document_before(answers, number)
        yield from _row(("earlier", number), row, section, document, before, takes_position=takes_position)
        for name, text, help_, options in links:
            yield Item(
                path=("earlier", number, name), section=section, text=text, help=help_, kind="choices",
                choices=options, automatic=False,
            )  # fmt: skip
    is_first = not printed
    yield add_typed(
        answers,
        ("earlier",),
        SECTION,
        text=f"{rules.ask if is_first else 'Another one?'} Copy its text, or press Enter to go on.",
        help_=_counts([row for _, row in printed]) or rules.help,
        overview_title="Add more: earlier recommendations",
        item_class=AddEarlier,
    )
    if printed and not rules.in_full:
        yield from table_questions(len(printed), document)


def what_became_of(answers: WorkingAnswers, rules: DocumentRules) -> str:
    """Return the sentence that counts the printed rows by status, ``""`` while one has none."""
    return counted([row for _, row in printed_rows(answers.earlier, rules)], ENGLISH)


def _counts(rows: list[EarlierRecommendation]) -> str:
    """Return what became of the *rows* so far, in a sentence for the summary."""
    sentence = counted(rows, ENGLISH)
    return f"{sentence} You can use this sentence in your summary." if sentence else ""


def _row(
    path: KeyPath,
    row: EarlierRecommendation,
    section: str,
    document: DocumentType,
    before: str,
    *,
    takes_position: bool,
) -> Iterator[Item]:
    """Yield the questions of a row. Only the overview asks for what an imported row has from its file."""
    in_full = document.rules.earlier.in_full
    is_unplaced = "document" not in row.model_fields_set and not row.is_imported
    known = (
        ", ".join(str(part) for part in (row.paragraph, *(row.states or ())) if part) if is_unplaced else ""
    )
    for item in _identity(path, section, document, before, takes_position=takes_position, known=known):
        is_asked_by_itself = item.path[-1] != "body" or not (document.rules.earlier.own or row.body)
        is_known = row.is_imported and getattr(row, str(item.path[-1])) is not None
        if item.path[-1] in ("paragraph", "states", "body") and not row.is_imported:
            is_known = is_known or "document" not in row.model_fields_set  # the line before it may say it
        yield item if is_asked_by_itself and not is_known else item.model_copy(update={"automatic": False})
    if in_full:
        yield _text(
            (*path, "measures"), section, "What has the State done about it?",
            "Laws, decisions, money, services, each with its date. If nothing was done, say so.", kind="long",
        )  # fmt: skip
    quoted = _shortened(f"{row.paragraph or ''} {row.text or ''}".strip()) if row.is_imported else ""
    yield Item(
        path=(*path, "status"),
        section=section,
        text=f"What became of it? {quoted}".strip(),
        help="Give your own assessment. You can type the letter.",
        kind="choice",
        choices=STATUSES,
        allow_unknown=True,
    )
    if in_full:
        yield _text(
            (*path, "evidence"), section, "What has changed for the people concerned?",
            "Your facts and figures, with period and source.", kind="long",
        )  # fmt: skip
        yield _text(
            (*path, "needed"), section, "What is still needed?",
            "What the Committee should ask the State next.", kind="long",
        )  # fmt: skip
    else:
        yield _text(
            (*path, "evidence"), section, "How do you know?",
            "One sentence: what was or was not done, since when, and who says so.",
        )  # fmt: skip


def _is_review(body: str | None, library: Library) -> bool:
    """Return whether *body* is the id of a mechanism in which States make the recommendations."""
    name = (body or "").strip().casefold()
    return name in library.mechanism_ids and library.mechanism(name).by_states


def _shortened(text: str) -> str:
    """Return *text*, cut at a word if it is long."""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


def _identity(
    path: KeyPath,
    section: str,
    document: DocumentType,
    before: str,
    *,
    takes_position: bool,
    known: str = "",
) -> Iterator[Item]:
    """Yield the questions which recommendation it is, and how the State responded if it *takes_position*.

    *before* is the document of the row before it, which is suggested. *known* is what the pasted text said.
    """
    yield _text((*path, "text"), section, "What does it say?", "Copy it exactly.", required=True)
    by_states = takes_position and document.mechanism.by_states
    example = (
        "A/HRC/32/17, 166.20, Norway"
        if by_states
        else f"{document.mechanism.example_symbol or _SYMBOL}, para. 17"
    )
    if takes_position and not by_states:
        example = f"{example}; from States in a review: A/HRC/32/17, 166.20, Norway"
    also = ", State that made it" if by_states else ", State if one made it" if takes_position else ""
    # The number and the States may stand in the pasted text already.
    text = f"Where is it? Symbol of the document, paragraph{also}"
    if known:
        text = f"Where is it? Symbol of the document ({known} is read from the text)"
        example = example.partition(",")[0]
    suggested = f" If the document is {before} again, the rest is enough." if before else ""
    yield ReferenceItem(
        path=(*path, "document"),
        section=section,
        text=text,
        help=f"For example: {example}.{suggested}",
        kind="line",
        form="reference",
        allow_unknown=True,
        takes_states=takes_position,
        review=document.mechanism_id if document.mechanism.by_states else "",
    )
    for name, text, help_ in (
        ("paragraph", "In which paragraph?", "Its number, such as 166.20."),
        ("body", "Who made it?", "For example: Human Rights Council (UPR), Human Rights Committee."),
    ):
        yield _text((*path, name), section, text, help_).model_copy(update={"form": _FORMS.get(name, "")})
    if not takes_position:
        return
    yield StatesItem(
        path=(*path, "states"),
        section=section,
        text="Which State or States made it?",
        help="Only for the Universal Periodic Review. Put commas between several. Otherwise leave it empty.",
        kind="line",
        allow_unknown=True,
    )
    yield Item(
        path=(*path, "position"),
        section=section,
        text="How did the State respond?",
        help="In the Universal Periodic Review, a State supports or notes a recommendation.",
        kind="choice",
        choices=POSITIONS,
        allow_unknown=True,
    )


def _text(
    path: KeyPath, section: str, text: str, help_: str, *, kind: QuestionKind = "line", required: bool = False
) -> Item:
    return Item(
        path=path, section=section, text=text, help=help_, kind=kind, allow_unknown=True, required=required
    )


def _links(
    answers: WorkingAnswers, document: DocumentType, library: Library
) -> Iterator[tuple[str, str, str, tuple[Choice, ...]]]:
    """Yield name, text, help and choices of the questions that link a row to themes, facts, own requests."""
    themes = tuple(Choice(value=name, title=theme.title) for name, theme in library.themes.themes.items())
    yield "themes", "Which themes is it about?", "The table can be grouped by theme.", themes
    facts = [(key, _shortened(fact.text or "")) for key, fact in answers.facts.items()]
    if facts:
        help_ = "drafter prints them after your evidence, with their sources as notes."
        yield "facts", "Which of your facts show what became of it?", help_, choices(*facts)
    own = tuple(_own_recommendations(answers, library))
    if own and "themes" not in document.rules.left_out:
        help_ = "The table says under which heading they are."
        yield "answered_by", "Which of your own recommendations take it up?", help_, own


def _own_recommendations(answers: WorkingAnswers, library: Library) -> Iterator[Choice]:
    """Yield each chosen recommendation of the library, and each theme with one of the author's own."""
    for section in answers.themes:
        for chosen in section.clauses:
            clause = clause_or_none(chosen.clause, library)
            if clause is not None and clause.head.kind == "recommendation":
                yield Choice(value=chosen.clause, title=clause.head.title)
        if (
            any(own.kind == "recommendation" for own in section.own)
            and section.theme in library.themes.themes
        ):
            title = library.themes.themes[section.theme].title
            yield Choice(value=section.theme, title=f"Your own recommendation on: {title}")
