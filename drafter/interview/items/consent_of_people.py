"""The document's questions about consent: with the pseudonym, and of each person if there are several."""

from collections.abc import Iterator, Sequence

from drafter.answers.about_people import pseudonym_in
from drafter.answers.changes import Change
from drafter.answers.paths import KeyPath, maps
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.declared import from_ask
from drafter.interview.items.item import AnswerValue, Item
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.question import Ask
from drafter.privacy.consent import SEVERAL, strictest

NOBODY = "nobody"
"""The answer that the document is about no person."""


class ConsentOfPerson(Item):
    """The consent of one of several people; the strictest of all is saved as that of the document."""

    of_document: KeyPath

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that save the answer of the person, and what follows for the document."""
        group, number, name = self.path[1], self.path[2], str(self.path[3])
        people = maps(answers.saved, ("details", group))
        given = [str(person.get(name) or "") for person in people]
        given[int(number)] = str(value or "")
        whole = strictest(given)
        return [(self.path, value), (self.of_document, whole or GONE)]


def consent_items(answers: WorkingAnswers, ask: Ask, item: Item) -> Iterator[Item]:
    """Yield the question *item* that *ask* declares, of each person if there are several."""
    people = maps(answers.saved, ("details", ask.per_person)) if ask.per_person else []
    if len(people) < SEVERAL:
        names = [pseudonym_in(person) for person in people] or [pseudonym_in(answers.details.get("person"))]
        yield item.model_copy(update={"text": about(item.text, names[0])})
        return
    for number, person in enumerate(people):
        path = ("details", ask.per_person, number, ask.name)
        each = from_ask(ask, path, item.section)
        name = pseudonym_in(person) or f"person {number + 1}"
        yield ConsentOfPerson(
            **{
                **dict(each),
                "text": _about_each(each.text, name),
                "of_document": item.path,
            }
        )


def is_refused(answers: WorkingAnswers, asks: Sequence[Ask]) -> bool:
    """Return whether no case may be told, so that the question how consent was given is left out."""
    for ask in asks:
        value = answers.details.get(ask.name)
        allowed = ask.agreement.lets_tell if ask.agreement else ()
        if allowed and value and (value not in allowed or value == NOBODY):
            return True
    return False


def about(text: str, pseudonym: str | None) -> str:
    """Return the question *text* with *pseudonym*, if there is one, in place of "the person"."""
    name = " ".join((pseudonym or "").split())
    return text.replace("the person", name, 1) if name else text


def _about_each(text: str, name: str) -> str:
    changed = about(text, name)
    return changed if changed != text else f"{name}: {text[:1].lower()}{text[1:]}"
