"""Which of a document's own answers another document may use, and which have to be asked for again."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from drafter.answers.details import wrong_details
from drafter.answers.paths import keys, rows
from drafter.drafting.aside import Pool, record
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.question import Ask

MATTER = frozenset({
    "about_person", "annexes", "arrest_date", "arrest_force", "arrest_place", "arrest_reasons",
    "confidential", "danger", "date_missing", "date_of_event", "detention_authority", "detention_places",
    "detention_time", "evidence", "facts_of_case", "forces", "incidents", "interim", "last_decision",
    "last_seen", "law_applied", "laws", "people", "perpetrators", "person", "place_missing",
    "place_of_event", "places", "protection", "remedies", "remedies_exhausted", "remedies_missing",
    "reprisals", "steps_taken", "victims", "warrant",
})  # fmt: skip
"""Answers about the person and what happened: they are the same to whichever body one writes.

Everything else depends on the body. That a State has ratified one treaty says nothing of another.
"""
AGREED = frozenset({
    "publication", "names_public", "named_agreed", "may_speak", "may_travel",
    "consent", "consent_given", "consent_to_send", "consent_to_publish", "without_consent",
})  # fmt: skip
"""What somebody agreed to for one document. A new file never takes it over."""
ANEW = AGREED | frozenset({
    "deadline", "limit", "limit_per_answer", "word_limit", "agenda_item", "issuer", "call_title", "reference",
    "questions", "addressed", "address", "send_to", "subject_line", "subject", "to", "greeting", "salutation",
    "speaker", "speakers", "supporters",
})  # fmt: skip
"""What belongs to one call, letter or speech: a new file asks for it again, also in the same words."""


@dataclass(frozen=True)
class Move:
    """From the document *before* to *after*. *anew*: into a new file, which is another occasion."""

    before: str
    after: str
    library: Library
    anew: bool = False

    @cached_property
    def document(self) -> DocumentType:
        """The new document."""
        return self.library.document(self.after)

    @property
    def rules(self) -> DocumentRules:
        """The rules of the new document."""
        return self.document.rules

    @cached_property
    def asks(self) -> dict[str, Ask]:
        """The questions of the new document, by name."""
        return {ask.name: ask for ask in self.rules.asks}

    def rules_of(self, document: str) -> DocumentRules | None:
        """Return the rules of *document*, ``None`` where the library does not have it any more."""
        try:
            return self.library.document(document).rules
        except DrafterError:
            return None

    def same_review(self, document: str) -> bool:
        """Return whether the new document goes to the same body as *document*, both or neither for a case.

        What was written about a case, in confidence, must not slip into a public report to the same body.
        """
        rules = self.rules_of(document)
        return (
            document.partition("/")[0] == self.after.partition("/")[0]
            and rules is not None
            and (rules.stage == "case") == (self.rules.stage == "case")
        )

    def uses(self, name: str, value: Any, document: str) -> bool:
        """Return whether the new document can use the answer *value* that *document* asked as *name*."""
        if document == self.after and not self.anew:
            return True
        ask = self.asks.get(name)
        if ask is None or (self.anew and name in ANEW) or not valid(ask, value):
            return False
        return name in MATTER or not document or self._asked_alike(name, document)

    def _asked_alike(self, name: str, document: str) -> bool:
        """Return whether *document*, of the same mechanism, asks *name* in the same words."""
        rules = self.rules_of(document)
        if rules is None or document.partition("/")[0] != self.after.partition("/")[0]:
            return False
        return any(ask.name == name and ask.ask == self.asks[name].ask for ask in rules.asks)


def valid(ask: Ask, value: Any) -> bool:
    """Return whether *value* is an answer to *ask*; "I don't know yet" is one, an unknown choice is not."""
    values = {choice.value for choice in ask.choices}
    empty = ask.kind in ("choice", "search") and value == "" and "" not in values
    return not empty and not any(wrong_details([ask], {ask.name: value}))


def move_details(data: dict[str, Any], move: Move, pool: Pool, wait: frozenset[str] = frozenset()) -> None:
    """Put aside in *data* the details that the new document cannot use, and bring back those that it can.

    Those that are to *wait* are not brought back here.
    """
    details = keys(data, ("details",))
    finished = [str(one) for one in rows(data, ("interview", "finished"))]
    groups = [one.partition("/")[2] for one in finished if one.startswith("details/")]
    for name in dict.fromkeys((*details, *groups)):
        value = details.get(name, [])
        if not move.uses(name, value, move.before):
            under = _leave_questions(data) if name == "questions" else {}
            more = {"finished": name in groups, "unanswered": name not in details, "under": under}
            pool.add(record(("details",), name, details.pop(name, None), move.before, **more))
            finished = [one for one in finished if one != f"details/{name}"]
    for one in list(pool.waiting(("details",))):
        name = one["key"]
        free = name not in details or details[name] in (None, "", [])
        if name not in wait and free and move.uses(name, one["value"], one["document"]):
            _bring_back(data, details, finished, one)
            pool.take(one)
    set_or_drop(data, "details", details)
    if finished != rows(data, ("interview", "finished")):
        data["interview"] = {**keys(data, ("interview",)), "finished": finished}


def set_or_drop(data: dict[str, Any], key: str, value: Any) -> None:
    """Let *value* stand under *key*; where it is empty and nothing stood there, nothing does."""
    if value or key in data:
        data[key] = value


def _bring_back(
    data: dict[str, Any], details: dict[str, Any], finished: list[str], one: Mapping[str, Any]
) -> None:
    if not one.get("unanswered"):
        details[one["key"]] = one["value"]
    if one.get("finished"):
        finished.append(f"details/{one['key']}")
    for section in rows(data, ("themes",)):
        number = keys(one, ("under",)).get(str(section.get("theme")))
        if number is not None and "under" not in section:
            section["under"] = number


def _leave_questions(data: dict[str, Any]) -> dict[str, int]:
    """Return under which question of the call each theme stood, and take that out of *data*."""
    sections = rows(data, ("themes",))
    return {str(one.get("theme")): one.pop("under") for one in sections if "under" in one}
