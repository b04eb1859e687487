"""Answers together with everything of the library that they name: the second step of a draft."""

from collections.abc import Iterator, Mapping

from drafter.answers.details import wrong_details
from drafter.errors import DrafterError, Fault
from drafter.frozen import frozen, replaced
from drafter.library.answer_names import unknown_names
from drafter.library.library import Library
from drafter.model.answers import Answers
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules, DocumentType
from drafter.model.vocabulary import State
from drafter.privacy.consent import Decision, decisions
from drafter.privacy.public_version import public_rules
from drafter.yaml_text import KeyPath, describe_location


@frozen
class Resolved:
    """Answers with everything of the library that they name."""

    answers: Answers
    library: Library
    document_type: DocumentType
    """For a public version, with the rules of that."""
    state: State | None
    clauses: tuple[Clause, ...]
    """The chosen clauses, in the order of the document; without a State, in their general form."""
    decisions: Mapping[str, Decision]
    """For each case, whether it is told and whether under the real name."""
    is_public: bool = False
    """Whether the version that anybody may read is made."""

    @property
    def rules(self) -> DocumentRules:
        """The rules of the document."""
        return self.document_type.rules


def resolve(answers: Answers, library: Library, *, public: bool = False) -> Resolved:
    """Return *answers* with what they name; *public* for the version that anybody may read.

    That has pseudonyms alone, and only the cases with consent for it. Raises DrafterError for each name that
    the library does not know and each answer that the document cannot take, with its path as the place.
    """
    faults = [
        fault if fault.file else replaced(fault, place=describe_location(path, {}))
        for path, fault in wrong_names(answers.model_dump(), library)
    ]
    if faults:
        raise DrafterError(faults)
    document_type = library.document(answers.document or "")
    if public:
        rules = public_rules(document_type.rules, answers.details, "")
        document_type = replaced(document_type, rules=rules)
    state = library.state(answers.state) if answers.state else None
    clauses = [library.clause(entry.clause) for section in answers.themes for entry in section.clauses]
    return Resolved(
        answers,
        library,
        document_type,
        state,
        tuple(clause if state else clause.without_state for clause in clauses),
        decisions(answers, document_type.rules),
        public,
    )


def wrong_names(data: Mapping[str, object], library: Library) -> Iterator[tuple[KeyPath, Fault]]:
    """Yield each name in *data* that the library does not know, and each wrong detail, with its path."""
    unknown = list(unknown_names(data, library))
    yield from unknown
    name, details = data.get("document"), data.get("details")
    known = isinstance(name, str) and ("document",) not in (path for path, _ in unknown)
    if known and isinstance(details, Mapping):
        for path, fault, remedy in wrong_details(library.document(str(name)).rules.asks, details):
            yield ("details", *path), Fault(fault, remedy)
