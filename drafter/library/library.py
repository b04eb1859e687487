"""The library: clauses, the vocabularies that they cite, and the rules of the mechanisms."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from drafter.errors import DrafterError, Fault
from drafter.language.english import ENGLISH
from drafter.language.language import Language
from drafter.library.cached import load_value, load_values
from drafter.library.clauses import FindBase, read_clause
from drafter.library.folders import LibraryPath, files_in, read_text, topmost_file
from drafter.library.near_documents import document_remedy
from drafter.library.states import States
from drafter.library.treaty_parties import TreatyParties
from drafter.limits import KEY_CHARACTERS, SUGGESTIONS
from drafter.model.base import Value
from drafter.model.clause import Clause
from drafter.model.earlier import NamedBody
from drafter.model.mechanism import DocumentRules, DocumentType, Mechanism, Shared
from drafter.model.treaty import Membership, Treaty
from drafter.model.vocabulary import Authority, LongName, SourceDocument, State, Themes
from drafter.search import did_you_mean, nearest

V = TypeVar("V", bound=Value)
VOCABULARIES = "vocabularies"
"""The cache group of the data that most commands need."""


class Library:
    """Clauses, vocabularies and rules from folders that overlay one another; each is read on first use."""

    def __init__(
        self,
        clauses: tuple[LibraryPath, ...],
        templates: tuple[LibraryPath, ...],
        language: Language = ENGLISH,
    ) -> None:
        self.language = language
        self.clause_folders = clauses
        """The folders of clauses and vocabularies, the lowest first."""
        self.template_folders = templates
        """The folders of rules and templates, the lowest first."""
        self._clauses: dict[str, Clause] = {}
        self._mechanisms: dict[str, Mechanism] = {}
        self._suggestion_count = 0

    # ---- clauses and vocabularies ----

    @cached_property
    def themes(self) -> Themes:
        """Themes, groups, positions, addressees and conflicts; higher folders replace lower ones."""
        merged = Themes.model_construct()
        for folder in self.clause_folders:
            file = topmost_file((folder,), "themes.yaml")
            if file is not None:
                text = read_text(file)
                themes = load_value(Themes, text, str(file), VOCABULARIES, may_be_empty=True)
                merged = _merge_themes(merged, themes)
        return merged

    @cached_property
    def authorities(self) -> Mapping[str, Authority]:
        """The authorities that clauses may cite, by id."""
        return self._vocabulary(Authority, "authorities.yaml")

    @cached_property
    def long_names(self) -> Mapping[str, LongName]:
        """The names that a document shortens after their first mention, by id."""
        return self._vocabulary(LongName, "names.yaml")

    @cached_property
    def sources(self) -> Mapping[str, SourceDocument]:
        """The documents that clauses are drawn from, by id."""
        return self._vocabulary(SourceDocument, "sources.yaml")

    def _vocabulary(self, kind: type[V], file_name: str) -> Mapping[str, V]:
        """Return the values of *kind* from every folder, by id. Raises DrafterError with all faults."""
        vocabularies: list[Mapping[str, V]] = []
        faults: list[Fault] = []
        for folder in self.clause_folders:
            file = topmost_file((folder,), file_name)
            try:
                if file is not None:
                    group = f"{VOCABULARIES} {file_name}"
                    vocabularies.append(load_values(kind, read_text(file), str(file), group))
            except DrafterError as error:
                faults += error.faults
        if faults:
            raise DrafterError(faults)
        return vocabularies[0] if len(vocabularies) == 1 else ChainMap(*map(dict, reversed(vocabularies)))

    @cached_property
    def known_words(self) -> frozenset[str]:
        """The right words that a general dictionary does not have (``words.txt``), in small letters."""
        files = [topmost_file((folder,), "words.txt") for folder in self.clause_folders]
        lines = (line.strip() for file in files if file for line in read_text(file).splitlines())
        return frozenset(line.lower() for line in lines if line and not line.startswith("#"))

    def clause(self, clause_id: str) -> Clause:
        """Return the clause *clause_id*. Raises DrafterError if it is unknown or has faults."""
        if clause_id not in self._clauses:
            file = self.clause_file(clause_id)
            if file is None:
                raise DrafterError(Fault(f"there is no clause '{clause_id}'", self._suggest(clause_id)))
            find_base = self._base_finder(file)
            self._clauses[clause_id] = read_clause(clause_id, file, self.themes.themes, find_base)
        return self._clauses[clause_id]

    def clause_file(self, clause_id: str) -> LibraryPath | None:
        """Return the file of the clause *clause_id* from the highest folder that has it, or ``None``."""
        if "_clause_files" in self.__dict__:
            return self._clause_files.get(clause_id)
        return topmost_file(self.clause_folders, f"{clause_id}.md") if clause_id.count("/") == 1 else None

    @cached_property
    def _clause_files(self) -> dict[str, LibraryPath]:
        """The file of every clause by its id, in the order of the ids."""
        files = {name: file for folder in self.clause_folders for name, file in files_in(folder, ".md")}
        return dict(sorted(files.items()))

    def _base_finder(self, file: LibraryPath) -> FindBase:
        """Return a function that finds the file of a clause but skips *file*.

        So a clause can extend the clause with the same id in a lower folder.
        """

        def find(clause_id: str) -> LibraryPath | None:
            for folder in reversed(self.clause_folders):
                candidate = topmost_file((folder,), f"{clause_id}.md")
                if candidate is not None and str(candidate) != str(file):
                    return candidate
            return None

        return find

    def _suggest(self, clause_id: str) -> str:
        """Return the remedy for an unknown *clause_id*, with similar ids for the first few of them."""
        show_all = "'drafter clauses list' shows all clauses."
        self._suggestion_count += 1
        if self._suggestion_count > SUGGESTIONS or len(clause_id) > KEY_CHARACTERS:
            return show_all
        hint = did_you_mean(nearest(clause_id, self.clause_ids(), cutoff=0.5), self.language)
        return f"{hint} {show_all}".lstrip()

    def clause_ids(self) -> Iterator[str]:
        """Yield the id of every clause, in order. The folders are listed only once."""
        yield from self._clause_files

    def all_clauses(self) -> tuple[list[Clause], list[Fault]]:
        """Return every clause that can be read, and the faults of the others."""
        clauses: list[Clause] = []
        faults: list[Fault] = []
        for clause_id in self.clause_ids():
            try:
                clauses.append(self.clause(clause_id))
            except DrafterError as error:
                faults += error.faults
        return clauses, faults

    # ---- States and mechanisms ----

    @cached_property
    def _states(self) -> States:
        file = topmost_file(self.template_folders, "states.csv")
        return States(read_text(file) if file is not None else "", self.language)

    @property
    def states(self) -> Mapping[str, State]:
        """The States by code."""
        return self._states.by_code

    def state(self, name_or_code: str) -> State | None:
        """Return the State with this name or code, or ``None``."""
        return self._states.find(name_or_code)

    @cached_property
    def treaties(self) -> Mapping[str, Treaty]:
        """The treaties and competences that the table of parties has rows for, by id."""
        file = topmost_file(self.template_folders, "treaties.yaml")
        return {} if file is None else load_values(Treaty, read_text(file), str(file), VOCABULARIES)

    @cached_property
    def _treaty_parties(self) -> TreatyParties:
        file = topmost_file(self.template_folders, "treaty_parties.csv")
        return TreatyParties(read_text(file) if file is not None else "")

    def memberships(self, state: State | None) -> Mapping[str, Membership]:
        """Return what *state* has to do with each treaty, by id; a treaty that is missing is not known."""
        return {} if state is None else self._treaty_parties.of(state.code)

    @cached_property
    def mechanism_ids(self) -> tuple[str, ...]:
        """The ids of all mechanisms, in order."""
        ids = {
            name.split("/")[0]
            for folder in self.template_folders
            for name, _ in files_in(folder, "rules.yaml")
        }
        return tuple(sorted(ids))

    @cached_property
    def mechanisms(self) -> dict[str, Mechanism]:
        """All mechanisms by id."""
        return {mechanism_id: self.mechanism(mechanism_id) for mechanism_id in self.mechanism_ids}

    def mechanism(self, mechanism_id: str) -> Mechanism:
        """Return the mechanism *mechanism_id*. Raises DrafterError if it is unknown or has faults."""
        if mechanism_id not in self._mechanisms:
            file = topmost_file(self.template_folders, f"{mechanism_id}/rules.yaml")
            if file is None:
                fault = f"there is no mechanism '{mechanism_id}'"
                raise DrafterError(Fault(fault, f"Use one of these: {', '.join(self.mechanism_ids)}."))
            group = f"rules {mechanism_id}"
            mechanism = load_value(Mechanism, read_text(file), str(file), group, references=True)
            self._mechanisms[mechanism_id] = self._with_shared(mechanism, mechanism_id, str(file))
        return self._mechanisms[mechanism_id]

    @cached_property
    def shared(self) -> Mapping[str, Shared]:
        """The questions and gates that several documents share (``common.yaml``), by name."""
        files = [topmost_file((folder,), "common.yaml") for folder in reversed(self.template_folders)]
        tables = [
            load_values(Shared, read_text(file), str(file), VOCABULARIES, references=True)
            for file in files
            if file is not None
        ]
        return ChainMap(*map(dict, tables)) if len(tables) > 1 else tables[0] if tables else {}

    def _with_shared(self, mechanism: Mechanism, mechanism_id: str, file: str) -> Mechanism:
        """Return *mechanism* with what its documents share: see ``_add_shared``."""
        documents = {}
        body = NamedBody(id=mechanism_id, title=mechanism.title, by_states=mechanism.by_states)
        for name, rules in mechanism.documents.items():
            unknown = [shared for shared in rules.uses if shared not in self.shared]
            if unknown:
                path = f"documents › {name} › uses"
                raise DrafterError(Fault(f"'{unknown[0]}' is not in common.yaml", "Correct it.", file, path))
            rules = _add_shared(rules, [self.shared[shared] for shared in rules.uses])  # noqa: PLW2901
            documents[name] = _with_body(rules, body)
        return mechanism.model_copy(update={"documents": documents})

    def document(self, document_id: str) -> DocumentType:
        """Return the document type ``mechanism/document``. Raises DrafterError if there is none."""
        mechanism_id, _, name = document_id.partition("/")
        if mechanism_id in self.mechanism_ids:
            mechanism = self.mechanism(mechanism_id)
            if name in mechanism.documents:
                return DocumentType(document_id, mechanism, mechanism.documents[name])
        remedy = document_remedy(document_id, map(self.document, self.document_ids()), self.language)
        raise DrafterError(Fault(f"there is no document '{document_id}'", remedy))

    def document_ids(self) -> Iterator[str]:
        """Yield ``mechanism/document`` for every document."""
        for mechanism_id, mechanism in self.mechanisms.items():
            for name in mechanism.documents:
                yield f"{mechanism_id}/{name}"

    def template(self, path: str) -> LibraryPath | None:
        """Return the template file at *path* from the highest folder that has it, or ``None``."""
        return topmost_file(self.template_folders, path)


def _add_shared(rules: DocumentRules, shared: list[Shared]) -> DocumentRules:
    """Return *rules* with the questions and gates of *shared* before its own.

    *shared* may also say how the document uses earlier recommendations.

    A document's own question or gate replaces the shared one of the same name, at the position of that one.
    """
    asks = [*(ask for item in shared for ask in item.asks), *rules.asks]
    gates = [*(gate for item in shared for gate in item.gates), *rules.gates]
    asks_by_name = {ask.name: ask for ask in asks}
    gates_by_code = {gate.code: gate for gate in gates}
    update: dict[str, object] = {"asks": tuple(asks_by_name.values()), "gates": tuple(gates_by_code.values())}
    shared_earlier = [item.earlier for item in shared if item.earlier is not None]
    if shared_earlier and "earlier" not in rules.model_fields_set:
        update["earlier"] = shared_earlier[-1]
    return rules.model_copy(update=update)


def _with_body(rules: DocumentRules, body: NamedBody) -> DocumentRules:
    """Return *rules*, with *body* in those that use only its own earlier recommendations."""
    if not rules.earlier.own:
        return rules
    return rules.model_copy(update={"earlier": rules.earlier.model_copy(update={"body": body})})


def _merge_themes(lower: Themes, higher: Themes) -> Themes:
    """Return *lower* with the entries of *higher* added; entries with the same id are replaced."""
    conflicts = {conflict.id: conflict for conflict in (*lower.conflicts, *higher.conflicts)}
    return Themes.model_construct(
        drug_words=higher.drug_words or lower.drug_words,
        themes={**lower.themes, **higher.themes},
        groups={**lower.groups, **higher.groups},
        positions={**lower.positions, **higher.positions},
        addressees={**lower.addressees, **higher.addressees},
        conflicts=tuple(conflicts.values()),
    )
