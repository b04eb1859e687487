"""The library as one value: what may be said, what it rests on, to whom it may be said."""

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

from drafter.errors import DrafterError, Fault
from drafter.language.english import ENGLISH
from drafter.language.language import Language
from drafter.library.clauses import Base, read_clause
from drafter.library.folders import Folder, files_in, read_text, topmost
from drafter.library.states import find_state, read_states
from drafter.limits import KEY_LETTERS, SUGGESTIONS
from drafter.model.base import Value, read_value
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentRules, Mechanism, Shared
from drafter.model.vocabulary import Authority, SourceDocument, State, Themes
from drafter.search import did_you_mean, nearest
from drafter.yaml_text import lines_of, read_yaml

V = TypeVar("V", bound=Value)


class Library:
    """Clauses, vocabularies and rules from folders that lie over one another, each read when it is needed."""

    def __init__(
        self, clauses: tuple[Folder, ...], templates: tuple[Folder, ...], language: Language = ENGLISH
    ) -> None:
        self.language = language
        self.clause_folders = clauses
        self.template_folders = templates
        self._clauses: dict[str, Clause] = {}
        self._mechanisms: dict[str, Mechanism] = {}
        self._suggested = 0

    # ---- what is said ----

    @cached_property
    def themes(self) -> Themes:
        """Themes, groups, positions, addressees and conflicts; those of a higher folder come on top."""
        merged = Themes()
        for folder in self.clause_folders:
            file = topmost((folder,), "themes.yaml")
            if file is not None:
                text = read_text(file)
                merged = _over(merged, _value(Themes, read_yaml(text, str(file)) or {}, str(file), text))
        return merged

    @cached_property
    def authorities(self) -> dict[str, Authority]:
        """What may be cited, by id."""
        return self._vocabulary(Authority, "authorities.yaml")

    @cached_property
    def sources(self) -> dict[str, SourceDocument]:
        """What clauses were drawn from, by id."""
        return self._vocabulary(SourceDocument, "sources.yaml")

    def _vocabulary(self, kind: type[V], name: str) -> dict[str, V]:
        found: dict[str, V] = {}
        faults: list[Fault] = []
        for folder in self.clause_folders:
            file = topmost((folder,), name)
            if file is None:
                continue
            text = read_text(file)
            whole = read_yaml(text, str(file)) or {}
            if not isinstance(whole, dict):
                faults.append(Fault("keys with values are expected", "Write 'id:' lines.", str(file)))
                continue
            for key, data in whole.items():
                value, wrong = read_value(kind, data, str(file), lambda: lines_of(text), (key,))  # noqa: B023
                faults += wrong
                if value is not None:
                    found[key] = value
        if faults:
            raise DrafterError(faults)
        return found

    def clause(self, clause_id: str) -> Clause:
        """Return the clause *clause_id*. Raises DrafterError where it is unknown or broken."""
        if clause_id not in self._clauses:
            file = topmost(self.clause_folders, f"{clause_id}.md") if clause_id.count("/") == 1 else None
            if file is None:
                raise DrafterError(Fault(f"there is no clause '{clause_id}'", self._nearest(clause_id)))
            self._clauses[clause_id] = read_clause(clause_id, file, self.themes.themes, self._below(file))
        return self._clauses[clause_id]

    def _below(self, file: Folder) -> Base:
        """Return a finder of clauses that passes *file* by, so that a clause may extend its namesake."""

        def find(clause_id: str) -> Folder | None:
            for folder in reversed(self.clause_folders):
                found = topmost((folder,), f"{clause_id}.md")
                if found is not None and str(found) != str(file):
                    return found
            return None

        return find

    def _nearest(self, clause_id: str) -> str:
        self._suggested += 1
        if self._suggested > SUGGESTIONS or len(clause_id) > KEY_LETTERS:
            return "'drafter clauses list' shows them all."
        hint = did_you_mean(nearest(clause_id, self.clause_ids(), like=0.5), self.language)
        return f"{hint} 'drafter clauses list' shows them all.".lstrip()

    def clause_ids(self) -> Iterator[str]:
        """Yield the id of every clause in the folders, in order."""
        ids = {name for folder in self.clause_folders for name, _ in files_in(folder, ".md")}
        yield from sorted(ids)

    def all_clauses(self) -> tuple[list[Clause], list[Fault]]:
        """Return every clause that can be read, and the faults of those that cannot."""
        clauses: list[Clause] = []
        faults: list[Fault] = []
        for clause_id in self.clause_ids():
            try:
                clauses.append(self.clause(clause_id))
            except DrafterError as error:
                faults += error.faults
        return clauses, faults

    # ---- to whom ----

    @cached_property
    def states(self) -> dict[str, State]:
        """The States by code."""
        file = topmost(self.template_folders, "states.csv")
        return read_states(read_text(file)) if file is not None else {}

    def state(self, given: str) -> State | None:
        """Return the State with the code or the name *given*, or ``None``."""
        return find_state(self.states, given, self.language)

    @cached_property
    def mechanism_ids(self) -> tuple[str, ...]:
        """The ids of every mechanism, in order."""
        ids = {
            name.split("/")[0]
            for folder in self.template_folders
            for name, _ in files_in(folder, "rules.yaml")
        }
        return tuple(sorted(ids))

    @cached_property
    def mechanisms(self) -> dict[str, Mechanism]:
        """Every mechanism by id."""
        return {name: self.mechanism(name) for name in self.mechanism_ids}

    def mechanism(self, name: str) -> Mechanism:
        """Return the rules of the mechanism *name*. Raises DrafterError if unknown or broken."""
        if name not in self._mechanisms:
            file = topmost(self.template_folders, f"{name}/rules.yaml")
            if file is None:
                raise DrafterError(
                    Fault(f"there is no mechanism '{name}'", f"There are: {', '.join(self.mechanism_ids)}.")
                )
            text = read_text(file)
            read = _value(Mechanism, read_yaml(text, str(file), references=True), str(file), text)
            self._mechanisms[name] = self._completed(read, str(file))
        return self._mechanisms[name]

    @cached_property
    def shared(self) -> dict[str, Shared]:
        """Questions and gates that documents have in common, by name."""
        found: dict[str, Shared] = {}
        for folder in self.template_folders:
            file = topmost((folder,), "common.yaml")
            if file is not None:
                for key, data in (read_yaml(read_text(file), str(file), references=True) or {}).items():
                    found[key] = _value(Shared, data, f"{file}, {key}", "")
        return found

    def _completed(self, mechanism: Mechanism, file: str) -> Mechanism:
        """Return *mechanism* with the shared questions and gates put before each document's own."""
        documents = {}
        for key, rules in mechanism.documents.items():
            unknown = [name for name in rules.uses if name not in self.shared]
            if unknown:
                raise DrafterError(
                    Fault(
                        f"'{unknown[0]}' is not in common.yaml",
                        "Correct it.",
                        file,
                        f"documents › {key} › uses",
                    )
                )
            used = [self.shared[name] for name in rules.uses]
            asks = [*(ask for one in used for ask in one.asks), *rules.asks]
            gates = [*(gate for one in used for gate in one.gates), *rules.gates]
            # A document's own question replaces the shared one of the same name, in the shared one's place.
            by_name = {ask.name: ask for ask in asks}
            documents[key] = rules.model_copy(
                update={"asks": tuple(by_name.values()), "gates": tuple({g.code: g for g in gates}.values())}
            )
        return mechanism.model_copy(update={"documents": documents})

    def document(self, document_id: str) -> tuple[Mechanism, DocumentRules]:
        """Return mechanism and rules of ``mechanism/document``. Raises DrafterError if unknown."""
        name, _, document = document_id.partition("/")
        if name in self.mechanism_ids:
            mechanism = self.mechanism(name)
            if document in mechanism.documents:
                return mechanism, mechanism.documents[document]
        hint = did_you_mean(nearest(document_id, self.document_ids(), like=0.4), self.language)
        remedy = f"{hint} 'drafter mechanisms list' shows them all.".lstrip()
        raise DrafterError(Fault(f"there is no document '{document_id}'", remedy))

    def document_ids(self) -> Iterator[str]:
        """Yield ``mechanism/document`` for every document."""
        for name, mechanism in self.mechanisms.items():
            for document in mechanism.documents:
                yield f"{name}/{document}"

    def template(self, path: str) -> Folder | None:
        """Return the template file at *path*, from the highest folder that has it."""
        return topmost(self.template_folders, path)


def _over(lower: Themes, higher: Themes) -> Themes:
    """Return *lower* with *higher* on top: what has an id of *higher* is replaced, the rest stays."""
    conflicts = {one.id: one for one in (*lower.conflicts, *higher.conflicts)}
    return Themes(
        themes={**lower.themes, **higher.themes},
        groups={**lower.groups, **higher.groups},
        positions={**lower.positions, **higher.positions},
        addressees={**lower.addressees, **higher.addressees},
        conflicts=tuple(conflicts.values()),
    )


def _value(kind: type[V], data: object, name: str, text: str) -> V:
    value, faults = read_value(kind, data, name, lambda: lines_of(text))
    if value is None:
        raise DrafterError(faults)
    return value
