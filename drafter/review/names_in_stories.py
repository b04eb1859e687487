"""Names by which a text calls people: the person, a relative, a witness, or whoever wrote a pasted letter."""

from collections.abc import Iterable, Iterator, Mapping

from drafter.language.language import Language
from drafter.model.answers import Case
from drafter.model.remark import Level, Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.submission import Submission
from drafter.yaml_text.key_path import KeyPath

NAME_IN_STORY = RemarkType(
    "name-in-story",
    "people",
    "note",
    "A story calls nobody by a real name: not the person, and no relative, friend or witness.",
    "Whoever knows a sister's name finds the person.",
    bad="Her sister Lejla came to the gate.",
    good="Her sister came to the gate.",
    example="case",
    other_levels="a warning in what a document about a person tells of what happened",
)
TYPES = (NAME_IN_STORY,)
_FEWEST_LINES = 3
_GREETING = pattern(
    r"(?:(?:Dear|Hello|Hi|Good (?:morning|evening|day)) )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}),"
)
_SIGNATURE = pattern(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")


def names_told(text: str, harmless: Iterable[str], language: Language) -> tuple[str, ...]:
    """Return the names by which the story *text* calls people, except words of the names *harmless*."""
    known = {word.casefold() for name in harmless for word in name.split()}
    matches = language.review_words().people().named.finditer(" ".join(text.split()))
    names = dict.fromkeys(next(filter(None, match.groups())) for match in matches)
    return tuple(name for name in names if name.casefold() not in known)


def on_names(case: Case, place: str, path: KeyPath, submission: Submission) -> Iterator[Remark]:
    """Yield a question about each name in the story of *case* that may be that of a person."""
    names = names_told(case.text or "", _harmless(submission), submission.language)
    yield from (_whether_real(name, "the story", place, path) for name in names)


def check_names_told(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a question about each name in what a document about a person tells of what happened."""
    if submission.rules.stage != "case" or passage.path[:1] != ("details",) or not passage.is_long:
        return
    harmless = _harmless(submission)
    names = (*names_told(passage.text, harmless, submission.language), *_of_a_letter(passage.text, harmless))
    for name in dict.fromkeys(names):
        yield _whether_real(name, "the text", passage.place, passage.path, level="warning")


def _whether_real(name: str, where: str, place: str, path: KeyPath, *, level: Level | None = None) -> Remark:
    return NAME_IN_STORY.remark(
        place,
        f"Is “{name}” a real name? It is in {where}.",
        "If it is, write a pseudonym, or who it is: her sister. If not, leave it.",
        level=level,
        path=path,
    )


def _harmless(submission: Submission) -> tuple[str, ...]:
    """Return the names that are no real names of people: of the State, organisations, sources, pseudonyms."""
    state = submission.state
    names_of_state = (state.name, state.in_text, state.formal) if state else ()
    return (*names_of_state, *submission.proper_names, *_pseudonyms(submission))


def _pseudonyms(submission: Submission) -> Iterator[str]:
    """Yield the names by which the document calls people."""
    answers = submission.answers
    yield from (case.pseudonym or "" for case in answers.cases.values())
    for ask in submission.rules.asks:
        value = answers.details.get(ask.name)
        if ask.person:
            yield str(value or "")
        rows = value if isinstance(value, list | tuple) else ()
        people = [row for row in rows if isinstance(row, Mapping)]
        yield from (str(row.get(field.name) or "") for row in people for field in ask.fields if field.person)


def _of_a_letter(text: str, harmless: tuple[str, ...]) -> Iterator[str]:
    """Yield the names in the greeting and under the text of a pasted letter."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < _FEWEST_LINES:
        return
    known = {word.casefold() for name in harmless for word in name.split()}
    for match in (_GREETING.fullmatch(lines[0]), _SIGNATURE.fullmatch(lines[-1])):
        if match and match[1].split()[0].casefold() not in known:
            yield match[1]
