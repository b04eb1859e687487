"""What must not stand where it stands: a name, an address, a number that gives a person of a case away.

What is looked for is not known here, and so cannot be said: what looks through a text gives only the keys of
the cases of which something private, or a part of a name, is found in it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.model.answers import Answers, Case
from drafter.model.blocks import Document
from drafter.model.clause import Clause
from drafter.model.remark import Remark
from drafter.model.text_walk import path_in_words, texts_of
from drafter.model.vocabulary import Authority, State
from drafter.review.display_names import case_name
from drafter.review.locate import places

Look = Callable[[str], Iterable[str]]
SHOWN = 6
"""How many places one remark names; after them the reader knows how to go on."""


@frozen
class Looks:
    """The two ways of looking through a text: for something private whole, for a part of a name."""

    whole: Look
    part: Look
    language: Language

    def finds(self, text: str) -> tuple[str, ...]:
        """Return each case of which anything is found in *text*."""
        return tuple(dict.fromkeys([*self.whole(text), *self.part(text)]))

    def named(self, key: str, cases: Mapping[str, Case]) -> str:
        """Return what the case *key* is called, without a pseudonym that is no pseudonym."""
        gives_away = key in cases and self.finds(cases[key].pseudonym or "")
        return f"case {key}" if gives_away else case_name(key, cases)


def leaked(document: Document, cases: Mapping[str, Case], looks: Looks) -> Iterator[Remark]:
    """Yield an error for each case of which something private stands in *document*, a warning for a part."""
    texts = list(places(document, lambda heading: not looks.finds(heading)))
    whole = _found(texts, looks.whole)
    for key, found in whole.items():
        yield Remark(
            "real-name-in-text",
            "error",
            looks.named(key, cases),
            "Something of its private file (a name, an address, a number) stands in "
            f"{_some(found, looks.language)}.",
            "Write the pseudonym there, or leave it out.",
        )
    for key, found in _found(texts, looks.part).items():
        unsure = [place for place in found if place not in whole.get(key, ())]
        if unsure:
            yield Remark(
                "part-of-name-in-text",
                "warning",
                looks.named(key, cases),
                f"A part of the person's name may stand in {_some(unsure, looks.language)}.",
                "Look there. If it means this person, write the pseudonym; otherwise leave it.",
            )


def leaked_in_names(files: Iterable[str], cases: Mapping[str, Case], looks: Looks) -> Iterator[Remark]:
    """Yield a remark for each case that the name of a file gives away; *files* are names without folders."""
    names = list(dict.fromkeys(files))
    whole = {key for name in names for key in looks.whole(name)}
    for key in dict.fromkeys(key for name in names for key in looks.finds(name)):
        yield Remark(
            "real-name-in-file-name",
            "error" if key in whole else "warning",
            looks.named(key, cases),
            "The name of the file tells who the person is, or a part of it.",
            "Give the answers file another name, or the Word file with -o.",
        )


def leaked_in_answers(answers: Answers, told: Iterable[Remark], looks: Looks) -> Iterator[Remark]:
    """Yield what gives a person away in the answers file, which is shared; not where *told* has the case."""
    cases = answers.cases
    for key, case in cases.items():
        if key in looks.finds(case.pseudonym or ""):
            yield Remark(
                "pseudonym-like-name",
                "warning",
                f"case {key}",
                "The pseudonym is the person's name or a part of it, and is printed as “name changed”.",
                "Choose another pseudonym.",
            )
    already = {one.place for one in told}
    answered = ((path_in_words(path), text) for path, text in texts_of(answers.model_dump()))
    texts = [(place, text) for place, text in answered if "pseudonym" not in place]
    for key, found in _found(texts, looks.whole).items():
        place = looks.named(key, cases)
        if place not in already:
            yield Remark(
                "real-name-in-answers",
                "warning",
                place,
                "Something of its private file stands in the answers file, at "
                f"{_some(found, looks.language)}.",
                "It is not printed, but whoever is given the answers file reads it: write the pseudonym.",
            )


def other_names(
    answers: Answers, states: Iterable[State], authorities: Iterable[Authority]
) -> tuple[str, ...]:
    """Return names that are no sign of a person: of organisations, States, bodies and what may be cited."""
    named = [name for one in answers.organisations for name in (one.name, one.acronym)]
    named += [name for one in states for name in (one.name, one.in_text, one.formal)]
    named += [name for one in authorities for name in (one.title, one.short, one.body)]
    return tuple(dict.fromkeys(name.strip() for name in named if name and name.strip()))


def pseudonyms(answers: Answers) -> str:
    """Return the words under which people are told of."""
    return " ".join(case.pseudonym or "" for case in answers.cases.values())


def ordinary_words(chosen: Iterable[Clause]) -> str:
    """Return the words in small letters that the clauses taken have, as any text on their subject has."""
    return " ".join(word for clause in chosen for word in clause.text.split() if word.islower())


def _found(texts: Iterable[tuple[str, str]], look: Look) -> dict[str, list[str]]:
    """Return for each case that *look* finds in *texts* the places, each once."""
    found: dict[str, list[str]] = {}
    for place, text in texts:
        for key in look(text):
            here = found.setdefault(key, [])
            if place not in here:
                here.append(place)
    return found


def _some(found: list[str], language: Language) -> str:
    """Return the first of the places in a sentence, and how many more there are."""
    more = len(found) - SHOWN
    return language.listed([*found[:SHOWN], f"{more} more"] if more > 0 else found)
