"""The library as one value: what may be said, what it rests on, to whom it may be said."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from drafter.errors import DrafterError, Fault
from drafter.language.english import ENGLISH
from drafter.language.language import Language
from drafter.library.clauses import Base, read_clause
from drafter.library.folders import Folder, files_in, read_text, topmost
from drafter.library.kept import kept_value, kept_values
from drafter.library.states import States
from drafter.limits import KEY_CHARACTERS, SUGGESTIONS
from drafter.model.base import Value
from drafter.model.clause import Clause
from drafter.model.mechanism import DocumentType, Mechanism, Shared
from drafter.model.vocabulary import Authority, SourceDocument, State, Themes
from drafter.search import did_you_mean, nearest

V = TypeVar("V", bound=Value)
VOCABULARIES = "vocabularies"
"""Where the cache keeps what most commands need."""


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
        merged = Themes.model_construct()
        for folder in self.clause_folders:
            file = topmost((folder,), "themes.yaml")
            if file is not None:
                text = read_text(file)
                merged = _over(merged, kept_value(Themes, text, str(file), VOCABULARIES, may_be_empty=True))
        return merged

    @cached_property
    def authorities(self) -> Mapping[str, Authority]:
        """What may be cited, by id."""
        return self._vocabulary(Authority, "authorities.yaml")

    @cached_property
    def sources(self) -> Mapping[str, SourceDocument]:
        """What clauses were drawn from, by id."""
        return self._vocabulary(SourceDocument, "sources.yaml")

    def _vocabulary(self, kind: type[V], name: str) -> Mapping[str, V]:
        found: list[Mapping[str, V]] = []
        faults: list[Fault] = []
        for folder in self.clause_folders:
            file = topmost((folder,), name)
            try:
                if file is not None:
                    found.append(kept_values(kind, read_text(file), str(file), f"{VOCABULARIES} {name}"))
            except DrafterError as error:
                faults += error.faults
        if faults:
            raise DrafterError(faults)
        return found[0] if len(found) == 1 else ChainMap(*map(dict, reversed(found)))

    def clause(self, clause_id: str) -> Clause:
        """Return the clause *clause_id*. Raises DrafterError where it is unknown or broken."""
        if clause_id not in self._clauses:
            file = self.clause_file(clause_id)
            if file is None:
                raise DrafterError(Fault(f"there is no clause '{clause_id}'", self._nearest(clause_id)))
            self._clauses[clause_id] = read_clause(clause_id, file, self.themes.themes, self._below(file))
        return self._clauses[clause_id]

    def clause_file(self, clause_id: str) -> Folder | None:
        """Return the file of the clause *clause_id*, from the highest folder that has it, or ``None``."""
        if "_clause_files" in self.__dict__:
            return self._clause_files.get(clause_id)
        return topmost(self.clause_folders, f"{clause_id}.md") if clause_id.count("/") == 1 else None

    @cached_property
    def _clause_files(self) -> dict[str, Folder]:
        """The file of every clause by its id, in the order of the ids."""
        files = {name: file for folder in self.clause_folders for name, file in files_in(folder, ".md")}
        return dict(sorted(files.items()))

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
        if self._suggested > SUGGESTIONS or len(clause_id) > KEY_CHARACTERS:
            return "'drafter clauses list' shows them all."
        hint = did_you_mean(nearest(clause_id, self.clause_ids(), cutoff=0.5), self.language)
        return f"{hint} 'drafter clauses list' shows them all.".lstrip()

    def clause_ids(self) -> Iterator[str]:
        """Yield the id of every clause in the folders, in order. The folders are looked through once."""
        yield from self._clause_files

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
    def _states(self) -> States:
        file = topmost(self.template_folders, "states.csv")
        return States(read_text(file) if file is not None else "", self.language)

    @property
    def states(self) -> Mapping[str, State]:
        """The States by code."""
        return self._states.by_code

    def state(self, given: str) -> State | None:
        """Return the State with the code or the name *given*, or ``None``."""
        return self._states.find(given)

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
            read = kept_value(Mechanism, read_text(file), str(file), f"rules {name}", references=True)
            self._mechanisms[name] = self._completed(read, str(file))
        return self._mechanisms[name]

    @cached_property
    def shared(self) -> Mapping[str, Shared]:
        """Questions and gates that documents have in common, by name."""
        files = [topmost((folder,), "common.yaml") for folder in reversed(self.template_folders)]
        kept = [
            kept_values(Shared, read_text(file), str(file), VOCABULARIES, references=True)
            for file in files
            if file is not None
        ]
        return ChainMap(*map(dict, kept)) if len(kept) > 1 else kept[0] if kept else {}

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

    def document(self, document_id: str) -> DocumentType:
        """Return the document type ``mechanism/document``. Raises DrafterError if there is none."""
        name, _, document = document_id.partition("/")
        if name in self.mechanism_ids:
            mechanism = self.mechanism(name)
            if document in mechanism.documents:
                return DocumentType(document_id, mechanism, mechanism.documents[document])
        hint = did_you_mean(nearest(document_id, self.document_ids(), cutoff=0.4), self.language)
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
    return Themes.model_construct(
        themes={**lower.themes, **higher.themes},
        groups={**lower.groups, **higher.groups},
        positions={**lower.positions, **higher.positions},
        addressees={**lower.addressees, **higher.addressees},
        conflicts=tuple(conflicts.values()),
    )
