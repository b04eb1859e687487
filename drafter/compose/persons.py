"""The people concerned, named at the head of a document by the name that may be printed there."""

from collections.abc import Iterator, Mapping, Sequence

from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.question import Ask


def with_real_names(
    answers: Answers, asks: Sequence[Ask], names: Mapping[str, str], language: Language
) -> Answers:
    """Return *answers* with real names where the document asks who is concerned, the pseudonym in brackets.

    *names* has the real name of each case that may be told under it, by the key of the case. A person without
    a row gets one with the name alone. A pseudonym that two cases share is not replaced.
    """
    folded = [_folded(case.pseudonym) for case in answers.cases.values()]
    by_pseudonym = {
        pseudonym: language.labels.name_and_pseudonym.format(
            name=name, pseudonym=" ".join((answers.cases[key].pseudonym or "").split())
        )
        for key, name in names.items()
        if folded.count(pseudonym := _folded(answers.cases[key].pseudonym)) == 1 and pseudonym
    }
    details = dict(answers.details)
    for ask in asks if by_pseudonym else ():
        for field in ask.fields:
            if field.person:
                details[ask.name] = list(_named_rows(details.get(ask.name), field.name, by_pseudonym))
    return answers.model_copy(update={"details": details})


def _named_rows(rows: object, field: str, by_pseudonym: Mapping[str, str]) -> Iterator[object]:
    """Yield *rows* with names in place of pseudonyms, then a row for each name without one."""
    left = dict(by_pseudonym)
    for row in rows if isinstance(rows, list | tuple) else ():
        pseudonym = _folded(row.get(field)) if isinstance(row, Mapping) else ""
        left.pop(pseudonym, None)
        yield {**row, field: by_pseudonym[pseudonym]} if pseudonym in by_pseudonym else row
    for name in left.values():
        yield {field: name}


def _folded(pseudonym: object) -> str:
    return " ".join(str(pseudonym or "").split()).casefold()
