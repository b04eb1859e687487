"""The value that the review checks: the answers, what they choose, and the composed document."""

from collections.abc import Callable, Mapping
from datetime import date

from drafter.frozen import factory_default, frozen
from drafter.language.language import Language
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.model.clause import Clause
from drafter.model.cross_references import ReferenceProblem
from drafter.model.mechanism import DocumentRules, RuleSource
from drafter.model.vocabulary import Authority, State, Themes
from drafter.review.conflicts import ConflictHit
from drafter.review.display_names import DisplayNames
from drafter.review.length import Length
from drafter.review.passages import Passage, passages_of
from drafter.review.treaty_status import TreatyStatus


@frozen
class Submission:
    """A submission under review. Each check reads from it what it needs."""

    answers: Answers
    rules: DocumentRules
    """The rules of the document type."""
    language: Language
    """The language of the document and of the remarks."""
    vocabulary: Themes = factory_default(factory=Themes)
    """The titles of themes and positions, and the known addressees."""
    state: State | None = None
    """The State that the document is about; ``None`` if none is chosen."""
    find_state: Callable[[str], State | None] = lambda _: None
    """Returns the State with a name or code, if there is one."""
    known_words: frozenset[str] | None = None
    """Right words in small letters that no general dictionary has; ``None`` leaves spelling unchecked."""
    clauses: tuple[Clause, ...] = ()
    """The chosen clauses, in the order of the themes; a clause chosen twice is in it twice."""
    conflicts: tuple[ConflictHit, ...] = ()
    """The conflicts among the chosen clauses and the submitters' positions."""
    refused_clauses: tuple[tuple[Clause, str], ...] = ()
    """The chosen clauses whose position the submitters refuse, each with the title of that position."""
    document: Document | None = None
    """The printed document; ``None`` before it is composed."""
    gaps: tuple[str, ...] = ()
    """The answers that are marked in the document as not known yet."""
    reference_problems: tuple[ReferenceProblem, ...] = ()
    """The cross references and labels that the document cannot print."""
    length: Length | None = None
    """The length of the document; ``None`` before it is composed."""
    words_without: Callable[[Answers], int] | None = None
    """Returns the words that would count with other answers; ``None`` if nothing can be composed here."""
    authorities: Mapping[str, Authority] = factory_default(factory=dict)
    """The authorities that clauses may cite, by id."""
    treaties: Mapping[str, TreatyStatus] = factory_default(factory=dict)
    """What the State has to do with each treaty, by id; a treaty that is missing is not known."""
    today: date | None = None
    """The current day; ``None`` leaves out the checks that depend on it."""
    rule_sources: Mapping[str, RuleSource] = factory_default(factory=dict)
    """The texts in which the rules were read, by the key that a rule names."""
    read_passages: tuple[Passage, ...] | None = None
    """The passages that are known already, such as those of a Word file; ``None`` to read the answers."""

    @property
    def names(self) -> DisplayNames:
        """The display names of themes, own texts, clauses, positions, facts and sources."""
        return DisplayNames(self.answers, self.clauses, self.vocabulary)

    @property
    def unbound(self) -> tuple[TreatyStatus, ...]:
        """The treaties that do not bind the State."""
        return tuple(status for status in self.treaties.values() if not status.membership.binds)

    @property
    def acronyms(self) -> tuple[str, ...]:
        """The acronyms of the organisations; their names are printed at the beginning."""
        return tuple(entry.acronym for entry in self.answers.organisations if entry.acronym)

    @property
    def proper_names(self) -> tuple[str, ...]:
        """The names of the organisations and of sources, whose words the author did not choose."""
        names = [entry.name for entry in self.answers.organisations]
        names += [part for source in self.answers.sources.values() for part in (source.title, source.author)]
        return tuple(name for name in names if name)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The texts of the author's own that the document prints."""
        if self.read_passages is not None:
            return tuple(passage for passage in self.read_passages if not passage.is_library)
        return passages_of(self.answers, self.rules, self.names, self.language)
