"""Which clauses say each item of the sources, and which only touch on it."""

from collections import defaultdict

from drafter.frozen import frozen
from drafter.language.language import Language
from drafter.library.clause_prose import readable_clause
from drafter.library.clause_sentences import clause_sentences
from drafter.library.library import Library
from drafter.model.clause import Clause
from drafter.model.note_marks import NOTE
from drafter.model.vocabulary import SourceItem
from drafter.search import SearchedText, wanted_words

MUST_BE_SAID = ("recommendation", "violation")
"""The kinds of items that a clause has to say. A finding may be touched on."""


@frozen
class ItemCoverage:
    """An item of a source, with the clauses on it."""

    source: str
    """The id of the source."""
    item_id: str
    item: SourceItem
    said_by: tuple[str, ...]
    """The ids of the clauses that say the item."""
    touched_by: tuple[str, ...]
    """The ids of the clauses on the same subject that do not say it."""

    @property
    def clauses(self) -> tuple[str, ...]:
        """The ids of all clauses on the item."""
        return (*self.said_by, *self.touched_by)

    @property
    def is_settled(self) -> bool:
        """Whether clauses or a mechanism cover the item as its kind demands, or the source says why not."""
        enough = self.said_by if self.item.kind in MUST_BE_SAID else self.clauses
        return bool(enough or self.item.carried_by or self.item.not_carried)


def source_coverage(library: Library) -> list[ItemCoverage]:
    """Return every item of every source with the clauses that say it and those that touch on it."""
    said_by: defaultdict[str, list[str]] = defaultdict(list)
    touched_by: defaultdict[str, list[str]] = defaultdict(list)
    for clause in library.all_clauses()[0]:
        for reference in clause.head.sources:
            said_by[reference].append(clause.id)
        for reference in clause.head.touches:
            touched_by[reference].append(clause.id)
    return [
        ItemCoverage(
            source_id,
            item_id,
            item,
            tuple(said_by[f"{source_id}:{item_id}"]),
            tuple(touched_by[f"{source_id}:{item_id}"]),
        )
        for source_id, source in library.sources.items()
        for item_id, item in source.items.items()
    ]


def sentence_on(item: SourceItem, clause: Clause, library: Library) -> str:
    """Return the sentence of *clause* that has most words in common with *item*, the first of several."""
    language = library.language
    wanted = wanted_words(item.says, language)
    candidates = [_plain(sentence, clause, library) for sentence in clause_sentences(clause.text)]
    return max(candidates, key=lambda sentence: _shared(sentence, wanted, language))


def _plain(sentence: str, clause: Clause, library: Library) -> str:
    """Return a *sentence* of *clause* as a person reads it, without its notes."""
    part = clause.model_copy(update={"text": NOTE.sub("", sentence)})
    return readable_clause(part, library.authorities, library.language).text


def _shared(sentence: str, wanted: tuple[str, ...], language: Language) -> int:
    """Return how many of the *wanted* words *sentence* has."""
    searched = SearchedText.of(sentence, language)
    return sum(searched.has(word) for word in wanted)
