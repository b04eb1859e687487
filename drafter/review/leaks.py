"""Remarks on private details (a name, an address, a number) in texts that other people read.

This module never sees the private details, so no remark can show one. A search returns only the keys of the
cases of which it has found something.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.model.answers import Answers, Case
from drafter.model.blocks import Document
from drafter.model.clause import Clause
from drafter.model.remark import Remark, RemarkType
from drafter.model.text_walk import path_in_words, texts_of
from drafter.model.vocabulary import Authority, State
from drafter.privacy.private_file import NOT_PRINTED
from drafter.review.display_names import case_name
from drafter.review.locate import located_texts

REAL_NAME_IN_TEXT = RemarkType(
    "real-name-in-text",
    "people",
    "error",
    "No text has anything from the private file (a name, an address, a number) that the rules of the "
    "document "
    "and the person's consent do not both allow.",
    "OHCHR's Manual on Human Rights Monitoring, on confidentiality: a name that is printed cannot be "
    "taken back.",
    bad="The summary names a person whose real name is in the private file.",
    good="The summary has the pseudonym.",
    example="described",
)
PART_OF_NAME_IN_TEXT = RemarkType(
    "part-of-name-in-text",
    "people",
    "warning",
    "No text has a part of a real name, such as the surname alone.",
    "A surname beside a town is enough for whoever looks for the person. It may also be an ordinary word.",
    bad="The summary has the surname of a person whose real name is in the private file.",
    good="The summary has the pseudonym.",
    example="described",
)
REAL_NAME_IN_FILE_NAME = RemarkType(
    "real-name-in-file-name",
    "people",
    "error",
    "The name of a file does not show who the person is.",
    "Whoever sees a list of files or an e-mail with an attachment reads the name.",
    bad="The answers file has the person's surname as its name.",
    good="The answers file has the name of the State and the document.",
    example="described",
    other_levels="a warning for a part of the name of a person in a case",
)
PSEUDONYM_LIKE_NAME = RemarkType(
    "pseudonym-like-name",
    "people",
    "warning",
    "A pseudonym is neither the person's name nor a part of it.",
    "The document says “name changed”, and whoever knows the person recognises the first name.",
    bad="The pseudonym of a case is the first name that is in the private file.",
    good="The pseudonym is Person A.",
    example="described",
)
REAL_NAME_IN_ANSWERS = RemarkType(
    "real-name-in-answers",
    "people",
    "warning",
    "The answers file, which colleagues share, has nothing from the private file.",
    "The private file exists so that the answers can be shared.",
    bad="An unprinted answer names a person whose real name is in the private file.",
    good="The answer has the pseudonym.",
    example="described",
)
TYPES = (
    REAL_NAME_IN_TEXT,
    PART_OF_NAME_IN_TEXT,
    REAL_NAME_IN_FILE_NAME,
    PSEUDONYM_LIKE_NAME,
    REAL_NAME_IN_ANSWERS,
)

Search = Callable[[str], Iterable[str]]
"""Takes a text and returns the keys of the cases that it gives away."""
SHOWN = 6
"""How many places one remark names."""


@frozen
class LeakSearch:
    """The two searches of a text, and the language of the remarks."""

    whole: Search
    """Finds cases of which the text has a whole private detail."""
    part: Search
    """Finds cases of which the text may have a part of a name."""
    language: Language

    def cases_in(self, text: str) -> tuple[str, ...]:
        """Return the key of each case that either search finds in *text*, once."""
        return tuple(dict.fromkeys([*self.whole(text), *self.part(text)]))

    def case_name(self, key: str, cases: Mapping[str, Case]) -> str:
        """Return the display name of the case *key*, without a pseudonym that gives the person away."""
        gives_away = key in cases and self.cases_in(cases[key].pseudonym or "")
        return f"case {key}" if gives_away else case_name(key, cases)


def check_document(document: Document, cases: Mapping[str, Case], search: LeakSearch) -> Iterator[Remark]:
    """Yield an error for each case with a private detail in *document*, a warning for a part of a name."""
    texts = list(located_texts(document, lambda heading: not search.cases_in(heading)))
    whole = _places_by_case(texts, search.whole)
    for key, places in whole.items():
        yield REAL_NAME_IN_TEXT.remark(
            search.case_name(key, cases),
            "Something from the private file (a name, an address or a number) is in "
            f"{_first_places(places, search.language)}.",
            "Write the pseudonym instead, or remove it.",
        )
    for key, places in _places_by_case(texts, search.part).items():
        uncertain = [place for place in places if place not in whole.get(key, ())]
        if uncertain:
            yield PART_OF_NAME_IN_TEXT.remark(
                search.case_name(key, cases),
                f"A part of the person's name may be in {_first_places(uncertain, search.language)}.",
                "Check it. If it means this person, write the pseudonym instead. If not, leave it.",
            )


def check_file_names(
    file_names: Iterable[str], cases: Mapping[str, Case], search: LeakSearch
) -> Iterator[Remark]:
    """Yield a remark for each case that one of *file_names* gives away; the names have no folders."""
    names = list(dict.fromkeys(file_names))
    whole = {key for name in names for key in search.whole(name)}
    for key in dict.fromkeys(key for name in names for key in search.cases_in(name)):
        yield REAL_NAME_IN_FILE_NAME.remark(
            search.case_name(key, cases),
            "The file name shows who the person is, or a part of the name.",
            "Rename the answers file, or choose another name for the Word file with -o.",
            level="error" if key in whole or key == NOT_PRINTED else "warning",
        )


def check_answers(answers: Answers, earlier: Iterable[Remark], search: LeakSearch) -> Iterator[Remark]:
    """Yield a warning for each case that the answers file gives away, because people share that file.

    A case that already has a remark among *earlier* gets no second one for the same detail.
    """
    cases = answers.cases
    for key, case in cases.items():
        if key in search.cases_in(case.pseudonym or ""):
            yield PSEUDONYM_LIKE_NAME.remark(
                f"case {key}",
                "The pseudonym is the person's name or a part of it, but the document says “name changed”.",
                "Choose another pseudonym.",
                path=("cases", key, "pseudonym"),
            )
    reported = {remark.place for remark in earlier}
    texts = ((path_in_words(path), text) for path, text in texts_of(answers.model_dump()))
    without_pseudonyms = [(path, text) for path, text in texts if "pseudonym" not in path]
    for key, paths in _places_by_case(without_pseudonyms, search.whole).items():
        name = search.case_name(key, cases)
        if name not in reported:
            yield REAL_NAME_IN_ANSWERS.remark(
                name,
                "Something from the private file is in the answers file, at "
                f"{_first_places(paths, search.language)}.",
                "It is not printed, but everybody who gets the answers file can read it. "
                "Write the pseudonym instead.",
            )


def public_names(
    answers: Answers, states: Iterable[State], authorities: Iterable[Authority]
) -> tuple[str, ...]:
    """Return the names of organisations, States and authorities, whose words do not point to a person."""
    names = [name for entry in answers.organisations for name in (entry.name, entry.acronym)]
    names += [name for state in states for name in (state.name, state.in_text, state.formal)]
    names += [
        name for authority in authorities for name in (authority.title, authority.short, authority.body)
    ]
    return tuple(dict.fromkeys(name.strip() for name in names if name and name.strip()))


def pseudonyms(answers: Answers) -> str:
    """Return the pseudonyms of all cases in one text."""
    return " ".join(case.pseudonym or "" for case in answers.cases.values())


def ordinary_words(clauses: Iterable[Clause]) -> str:
    """Return the lower-case words of *clauses* in one text: words that any text on the subject uses."""
    return " ".join(
        word for clause in clauses for text in clause.texts for word in text.split() if word.islower()
    )


def _places_by_case(texts: Iterable[tuple[str, str]], search: Search) -> dict[str, list[str]]:
    """Return, by case, the places of *texts* (place and text) where *search* finds it, each once."""
    places: dict[str, list[str]] = {}
    for place, text in texts:
        for key in search(text):
            places_of_case = places.setdefault(key, [])
            if place not in places_of_case:
                places_of_case.append(place)
    return places


def _first_places(places: list[str], language: Language) -> str:
    """Return the first *places* as a list in words, and the number of the others."""
    more = len(places) - SHOWN
    return language.listed([*places[:SHOWN], f"{more} more"] if more > 0 else places)
