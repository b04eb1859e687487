"""The check of spelling, with the words that are right in this submission."""

from collections.abc import Iterator

from drafter.model.note_marks import NOTE
from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.submission import Submission
from drafter.spelling import misspelt

MISSPELT = RemarkType(
    "word-misspelt",
    "words",
    "note",
    "Words are spelt right, in British or in American English. drafter checks it only if the dictionary is "
    "installed: pip install pyspellchecker.",
    "No body has such a rule: a reader who sees a slip in the words expects one in the figures.",
    bad="Access to rehabilitaton is a matter of luck.",
    good="Access to rehabilitation is a matter of luck.",
    example="paragraph",
)
TYPES = (MISSPELT,)
_WORD = pattern(r"[^\W\d_]+")


def check_spelling(submission: Submission) -> Iterator[Remark]:
    """Yield a note for each text with words that are probably misspelt.

    Yields nothing where spelling is not checked (``known_words`` is ``None``), as in an interview or a build.
    """
    if submission.known_words is None:
        return
    language, names = submission.language, submission.proper_names
    known = submission.known_words | own_words(submission)
    for passage in submission.passages:
        text = NOTE.sub(lambda mark: " " * len(mark[0]), passage.text)
        slips = {slip.word: slip.suggestion for slip in misspelt(text, known, language, names)}
        if slips:
            quote = language.quote
            pairs = [f"{quote(meant)} in place of {quote(word)}" for word, meant in slips.items()]
            yield MISSPELT.remark(
                passage.place,
                f"Probably misspelt: {language.listed([*map(quote, slips)])}.",
                f"Write {language.listed(pairs)}. Leave a word that is right.",
                path=passage.path,
            )


def own_words(submission: Submission) -> frozenset[str]:
    """Return the words in lower case that are right because the answers have them as names or keywords."""
    return frozenset(
        word.lower() for text in _names(submission) for word in _WORD.findall(text) if len(word) > 1
    )


def _names(submission: Submission) -> Iterator[str]:
    """Yield the names of bodies, places and people in the answers, and the texts of the chosen clauses."""
    answers = submission.answers
    yield from submission.proper_names
    yield from submission.acronyms
    yield from answers.keywords
    if submission.state:
        yield f"{submission.state.name} {submission.state.formal}"
    for organisation in answers.organisations:
        yield f"{organisation.city or ''} {organisation.country or ''}"
    for fact in answers.facts.values():
        yield fact.place or ""
    for source in answers.sources.values():
        yield source.publisher or ""
    for case in answers.cases.values():
        yield case.pseudonym or ""
    for clause in submission.clauses:
        yield from clause.texts
