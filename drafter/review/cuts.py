"""Where a document that is too long can be cut: what has most words, what is said twice, and what each saves.

What a cut saves is the difference between the document and the same document without it, so it is exact: the
facts that move to another paragraph, headings and notes are counted as they would be printed.
"""

from collections.abc import Iterable, Iterator, Sequence

from drafter.frozen import frozen
from drafter.markup.count import count_words
from drafter.model.answers import Answers, ThemeSection
from drafter.model.clause import Clause
from drafter.model.kinds import PARAGRAPH_KINDS
from drafter.model.remark import Remark, RemarkType
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

MEASURED = 8
"""How many of the longest texts are measured: each costs a composition of the document."""
SHOWN = 5
TWICE = 3
"""How many texts, and how many laws that are stated twice, a remark names."""
TIMES_TOO_LONG = 100
"""How many times its limit a document may have; a longer one is damaged or hostile and takes minutes."""
PLACE = "the length"

WHERE_TO_CUT = RemarkType(
    "where-to-cut",
    "form",
    "note",
    "A document that is too long is cut where it has most words and says something twice.",
    "No body has such a rule: cutting two whole paragraphs is better than shortening every sentence.",
    bad="A submission with 200 words too many.",
    good="The same submission without the two paragraphs that say again what another one says.",
    example="described",
)
LAW_TWICE = RemarkType(
    "law-stated-twice",
    "form",
    "note",
    "In a document that is too long, one paragraph is enough for one article or paragraph of an authority.",
    "No body has such a rule: the second statement of the same law costs words.",
    bad="A submission that is too long, with two paragraphs that both cite article 9 of the Covenant.",
    good="The same submission with one of these paragraphs.",
    example="described",
)
TYPES = (WHERE_TO_CUT, LAW_TWICE)


Placed = tuple[KeyPath, Clause]
"""A chosen clause with the path of the choice."""


@frozen
class Cut:
    """A text that could be taken out, and what this saves."""

    path: KeyPath
    name: str
    """Its name in the words of the screen."""
    words: int
    """The words that the document has less without it."""


def check_cuts(submission: Submission) -> Iterator[Remark]:
    """Yield notes on where to cut, if the document is longer than its limit."""
    length = submission.length
    if length is None or length.limit is None or submission.words_without is None:
        return
    over = length.words - length.limit
    is_hopeless = length.words > TIMES_TOO_LONG * length.limit
    if over <= 0 or is_hopeless or "themes" in submission.rules.left_out:
        return
    cuts = longest_texts(submission)
    if cuts:
        yield WHERE_TO_CUT.remark(
            PLACE, f"Most words: {_listed(cuts[:SHOWN], submission)}.", _advice(cuts, over, submission)
        )
    for law, kept, cut in _stated_twice(submission):
        yield LAW_TWICE.remark(
            cut.name,
            f"It rests on {law}, and {kept} does too.",
            f"Taking it out saves {cut.words} words.",
            path=cut.path,
        )


def longest_texts(submission: Submission) -> list[Cut]:
    """Return the paragraphs of the themes that save most words, the longest first; no ask is among them."""
    texts = sorted(_paragraphs(submission), key=lambda text: -text[2])[:MEASURED]
    cuts = [_measured(path, name, submission) for path, name, _ in texts]
    return sorted((cut for cut in cuts if cut.words > 0), key=lambda cut: -cut.words)


def without(answers: Answers, paths: Iterable[KeyPath]) -> Answers:
    """Return *answers* without the clauses and own texts at *paths*: ``("themes", 0, "own", 1)``."""
    gone = set(paths)
    themes = tuple(
        section.model_copy(
            update={
                name: tuple(
                    entry
                    for index, entry in enumerate(getattr(section, name))
                    if ("themes", number, name, index) not in gone
                )
                for name in ("clauses", "own")
            }
        )
        for number, section in enumerate(answers.themes)
    )
    return answers.model_copy(update={"themes": themes})


def _paragraphs(submission: Submission) -> Iterator[tuple[KeyPath, str, int]]:
    """Yield path, name and rough length of each printed paragraph: standards, concerns, own paragraphs."""
    clauses = {clause.id: clause for clause in submission.clauses}
    for number, section in enumerate(submission.answers.themes):
        for index, entry in enumerate(section.clauses):
            clause = clauses.get(entry.clause)
            if clause and clause.head.kind in PARAGRAPH_KINDS:
                name = submission.names.clause(entry.clause)
                facts = _words_of_facts(entry.facts, submission.answers)
                words = count_words(entry.text or clause.text) + facts
                yield ("themes", number, "clauses", index), name, words
        yield from _own_paragraphs(section, number, submission)


def _own_paragraphs(
    section: ThemeSection, number: int, submission: Submission
) -> Iterator[tuple[KeyPath, str, int]]:
    for index, own in enumerate(section.own):
        if own.kind == "paragraph":
            name = submission.names.own_text(section, own)
            words = count_words(own.wording or "") + _words_of_facts(own.facts, submission.answers)
            yield ("themes", number, "own", index), name, words


def _words_of_facts(keys: Sequence[str], answers: Answers) -> int:
    return sum(count_words(answers.facts[key].text or "") for key in keys if key in answers.facts)


def _measured(path: KeyPath, name: str, submission: Submission) -> Cut:
    return Cut(path, name, _saved((path,), submission))


def _saved(paths: Iterable[KeyPath], submission: Submission) -> int:
    """Return how many words the document has less without the texts at *paths*."""
    if submission.length is None or submission.words_without is None:
        return 0
    return submission.length.words - submission.words_without(without(submission.answers, paths))


def _advice(cuts: Sequence[Cut], over: int, submission: Submission) -> str:
    """Return which of *cuts* together bring the document under its limit, or how far they bring it."""
    chosen: list[Cut] = []
    saved = 0
    for cut in cuts:
        chosen.append(cut)
        saved = _saved((each.path for each in chosen), submission)
        if saved >= over:
            break
    words = submission.length.words - saved if submission.length else 0
    language = submission.language
    if saved < over:
        return f"Without all of these it has {words:,} words: {over - saved:,} are still too many."
    which = "this one" if len(chosen) == 1 else f"the first {language.number_in_words(len(chosen))}"
    if len(chosen) == 1 or len(chosen) <= SHOWN:
        return f"Take out {which}, and it has {words:,} words: it is within the limit."
    return f"Take out {_listed(chosen, submission)}, and it has {words:,} words: it is within the limit."


def _listed(cuts: Sequence[Cut], submission: Submission) -> str:
    return submission.language.listed([f"{cut.name} (saves {cut.words})" for cut in cuts])


# ---- what is said twice ----


def _stated_twice(submission: Submission) -> Iterator[tuple[str, str, Cut]]:
    """Yield each law that two clauses rest on, the name of the clause that stays, and the cut of the other.

    The one to cut is a standard, which only states the law; the other one says what happens.
    """
    first: dict[str, Placed] = {}
    cut: set[KeyPath] = set()
    stays: set[KeyPath] = set()
    for key, placed in _cited(submission):
        other = first.setdefault(key, placed)
        pair = (placed, other) if placed[1].head.kind == "standard" else (other, placed)
        (path, standard), (kept_path, kept) = pair
        is_repeated = other[1].id != placed[1].id and standard.head.kind == "standard"
        if is_repeated and len(cut) < TWICE and path not in cut | stays and kept_path not in cut:
            cut.add(path)
            stays.add(kept_path)
            saved = _measured(path, submission.names.clause(standard.id), submission)
            yield _law(key, submission), submission.names.clause(kept.id), saved


def _cited(submission: Submission) -> Iterator[tuple[str, Placed]]:
    """Yield each article or paragraph that a standard or a concern cites, with that clause and its path."""
    clauses = {clause.id: clause for clause in submission.clauses}
    for number, section in enumerate(submission.answers.themes):
        for index, entry in enumerate(section.clauses):
            clause = clauses.get(entry.clause)
            if clause and not entry.text and clause.head.kind in ("standard", "concern"):
                for key in (key for key in clause.notes if ":" in key):
                    yield key, (("themes", number, "clauses", index), clause)


def _law(key: str, submission: Submission) -> str:
    """Return the article or paragraph *key*, ``iccpr:9``, with the short title of the authority."""
    name, _, locator = key.partition(":")
    authority = submission.authorities.get(name)
    if authority is None or locator not in authority.locators:
        return key
    return f"{submission.language.cite(authority.locators[locator].cite)} of {authority.short}"
