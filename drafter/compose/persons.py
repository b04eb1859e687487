"""The people concerned at the head of a document: each under the name that may be printed there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.question import Ask


def with_names(
    answers: Answers, asks: Sequence[Ask], names: Mapping[str, str], language: Language
) -> Answers:
    """Return *answers* with real names where the document asks who is concerned, the pseudonym in brackets.

    *names* has the real name of each case that is told under it, by the key of the case. A person who has no
    entry there yet gets one with the name alone. Where two cases share a pseudonym, it stays.
    """
    folded = [_folded(case.pseudonym) for case in answers.cases.values()]
    named = {
        pseudonym: language.labels.known_here_as.format(
            name=name, pseudonym=" ".join((answers.cases[key].pseudonym or "").split())
        )
        for key, name in names.items()
        if folded.count(pseudonym := _folded(answers.cases[key].pseudonym)) == 1 and pseudonym
    }
    details = dict(answers.details)
    for ask in asks if named else ():
        for field in ask.fields:
            if field.person:
                details[ask.name] = list(_rows(details.get(ask.name) or (), field.name, named))
    return answers.model_copy(update={"details": details})


def _rows(given: Sequence[Any], field: str, named: Mapping[str, str]) -> Iterator[Any]:
    """Yield the rows of a group with the names in place of pseudonyms, then a row for each name left."""
    left = dict(named)
    for row in given:
        pseudonym = _folded(row.get(field)) if isinstance(row, Mapping) else ""
        left.pop(pseudonym, None)
        yield {**row, field: named[pseudonym]} if pseudonym in named else row
    for name in left.values():
        yield {field: name}


def _folded(pseudonym: object) -> str:
    return " ".join(str(pseudonym or "").split()).casefold()
