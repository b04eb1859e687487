"""The change from one document to another, and which of a document's own answers the other may use."""

from dataclasses import dataclass
from functools import cached_property

from drafter.answers.details import wrong_details
from drafter.errors import DrafterError
from drafter.library.library import Library
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.node import Node
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
class DocumentChange:
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

    def uses(self, name: str, value: Node, document: str) -> bool:
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


def valid(ask: Ask, value: Node) -> bool:
    """Return whether *value* is an answer to *ask*; "I don't know yet" is one, an unknown choice is not."""
    values = {choice.value for choice in ask.choices}
    empty = ask.kind in ("choice", "search") and value == "" and "" not in values
    return not empty and not any(wrong_details([ask], {ask.name: value}))
