"""Names by which a story calls people: the person, or a relative, a friend or a witness."""

from collections.abc import Iterable, Iterator

from drafter.language.language import Language
from drafter.model.answers import Case
from drafter.model.remark import Remark, RemarkType
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


def names_told(text: str, harmless: Iterable[str], language: Language) -> tuple[str, ...]:
    """Return the names by which the story *text* calls people, except words of the names *harmless*."""
    known = {word.casefold() for name in harmless for word in name.split()}
    matches = language.review_words().people().named.finditer(" ".join(text.split()))
    names = dict.fromkeys(next(filter(None, match.groups())) for match in matches)
    return tuple(name for name in names if name.casefold() not in known)


def on_names(case: Case, place: str, path: KeyPath, submission: Submission) -> Iterator[Remark]:
    """Yield a question about each name in the story of *case* that may be that of a person."""
    pseudonyms = [each.pseudonym or "" for each in submission.answers.cases.values()]
    state = submission.state
    names_of_state = (state.name, state.in_text, state.formal) if state else ()
    harmless = (*names_of_state, *submission.proper_names, *pseudonyms)
    for name in names_told(case.text or "", harmless, submission.language):
        yield NAME_IN_STORY.remark(
            place,
            f"Is “{name}” a real name? It is in the story.",
            "If it is, write a pseudonym, or who it is: her sister. If not, leave it.",
            path=path,
        )
