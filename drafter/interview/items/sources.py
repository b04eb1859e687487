"""Questions about the source of a fact: one line for a new one, or the key of a source that is there."""

from collections.abc import Mapping
from textwrap import shorten

from drafter.answers.changes import Change
from drafter.answers.paths import MISSING, next_key
from drafter.answers.working import WorkingAnswers
from drafter.dates import printed_day, years_in
from drafter.interview.items.declared import NOT_SAVED
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.items.source_line import SourceLine, read_source_line, source_line
from drafter.interview.items.typed_fact import is_not_known
from drafter.language.english import SCREEN
from drafter.library.library import Library
from drafter.model.answers import GONE
from drafter.model.facts import Source
from drafter.model.node import Node
from drafter.model.question import Choice
from drafter.patterns import pattern

NEW = "new"
"""The answer that adds a source to the bank, whose parts are then asked one by one."""
MOST_SHOWN = 3
"""Known sources that the help names, the last ones first: the screen has 24 lines."""
_KEY = pattern(r"(?P<key>[Ss]\d+)(?: *[,;:] *(?P<locator>.+))?")
_LONGEST_NAME = 32


class SourceItem(Item):
    """The source of a fact: the key of one that is there, or a new one as a line."""

    has_follow_ups = True
    waits_for_follow_up = True

    def current(self, answers: WorkingAnswers) -> object:
        """Return the source as a line with the page of the fact; its key if other facts use it too."""
        key = self.key(answers)
        if not key or key not in answers.sources:
            return super().current(answers)
        fact = answers.facts[str(self.path[1])]
        locator = str(fact.locator or "") if self._has_page(answers) else ""
        if self._is_shared(answers, key):
            return f"{key}, {locator}" if locator else key
        return source_line(answers.sources[key], locator) or key

    def key(self, answers: WorkingAnswers) -> str:
        """Return the key of the source so far, ``""`` for none."""
        return str(super().current(answers) or "")

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that name the source, begin it if it is new, and remove one left empty."""
        typed = str(value or "").strip()
        before = self.key(answers)
        if is_not_known(typed, library.language):
            value, typed = None, ""
        if not typed:
            is_open = value is None or self.path[-1] == "source"  # a fact has a source, known or not
            return [(self.path, None if is_open else ""), *self._without_abandoned(answers, before)]
        if typed == self.current(answers):
            return [(self.path, before)]
        if typed == NEW:
            key = next_key("S", answers.sources)
            return [(("sources", key), {}), (self.path, key), *self._without_abandoned(answers, before)]
        if known := known_source(typed, answers.sources):
            key, locator = known
            abandoned = [] if key == before else self._without_abandoned(answers, before)
            return [(self.path, key), *self._page(answers, locator, answers.sources[key].title), *abandoned]
        line = read_source_line(typed, library.language)
        if before in answers.sources and line.is_page_alone:
            return [(self.path, before), *self._page(answers, line.locator, answers.sources[before].title)]
        is_corrected = bool(before) and before in answers.sources and not self._is_shared(answers, before)
        key = before if is_corrected else next_key("S", answers.sources)
        source = _source_of(line, answers.sources[key] if is_corrected else None)
        return [(("sources", key), source), (self.path, key), *self._page(answers, line.locator, line.title)]

    def follow_up(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> Item | None:
        """Return the question whether a line was read rightly, if it may mean something else."""
        typed = str(value or "").strip()
        if not typed or typed in (NEW, self.current(answers)) or known_source(typed, answers.sources):
            return None
        if is_not_known(typed, library.language):
            return None
        line = read_source_line(typed, library.language)
        if line.is_certain and not _KEY.fullmatch(typed):
            return None
        if line.is_page_alone and self.key(answers) in answers.sources:
            return None
        return ReadRightlyItem(
            path=(*NOT_SAVED, f"source/{self.path[1]}"),
            section=self.section,
            text="Has drafter read the source rightly?",
            help=f"It reads: {line_in_words(line)}. Nothing is saved before your answer.",
            kind="choice",
            choices=(Choice(value="yes", title="Yes"), Choice(value="no", title="No, ask for each part")),
            default="yes",
            source=self,
            typed=typed,
        )

    def _has_page(self, answers: WorkingAnswers) -> bool:
        """Return whether the page belongs to this source, and not to the one in which it is cited."""
        return self.path[-1] == "cited_in" or not answers.facts[str(self.path[1])].cited_in

    def _page(self, answers: WorkingAnswers, locator: str, title: str | None) -> list[Change]:
        """Return the change that saves the page of the fact; none where one is needed and not given."""
        if not self._has_page(answers) or (not locator and "/" in (title or "")):
            return []  # a document of the United Nations is cited by paragraph: the interview asks for it
        return [(("facts", self.path[1], "locator"), locator)]

    def _is_shared(self, answers: WorkingAnswers, key: str) -> bool:
        others = [fact for name, fact in answers.facts.items() if name != self.path[1]]
        fact = answers.facts[str(self.path[1])]
        return any(key in other.sources for other in others) or fact.source == fact.cited_in

    def _without_abandoned(self, answers: WorkingAnswers, key: str) -> list[Change]:
        """Return the change that removes the source *key*, if nothing is in it and no other fact uses it."""
        is_empty = key in answers.sources and not answers.sources[key].model_fields_set
        return [(("sources", key), GONE)] if key and is_empty and not self._is_shared(answers, key) else []


class ReadRightlyItem(Item):
    """Whether a line was read rightly; after a no, each part of the source but a web address is asked for."""

    says_what_was_read = True
    source: SourceItem
    """The question that was answered with the line."""
    typed: str

    def current(self, answers: WorkingAnswers) -> object:  # noqa: ARG002
        """Return that nothing was answered: the question comes after a line alone."""
        return MISSING

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:
        """Return the changes that save the line as it was read; after a no, those that begin its source."""
        changes = self.source.changes(answers, self.typed, library)
        read = [path for path, _ in changes if path[0] == "sources"][:1] if value == "no" else []
        address = read_source_line(self.typed, library.language).address
        begun: dict[str, Node] = {"address": address} if address else {}
        return [*changes, *((path, begun) for path in read)]


def source_question(
    path: tuple[str, str, str], section: str, sources: Mapping[str, Source], fact: str
) -> SourceItem:
    """Return the question for the source of the fact that is named *fact*."""
    known = f"Or one that you have, with the page (S1, p. 12): {_known_in_words(sources)}"
    first = "Your own register or interviews are a source too."
    return SourceItem(
        path=path,
        section=section,
        text=f"What is the source of {fact}?",
        help="Author, title, year, publisher, page. For example: Ombudsman, Annual report, 2024, p. 12. "
        f"{known if sources else first}",
        kind="line",
        form="source",
        choices=tuple(Choice(value=key, title=_name(key, source)) for key, source in sources.items()),
        allow_unknown=True,
    )


def cited_in_question(path: tuple[str, str, str], section: str, sources: Mapping[str, Source]) -> SourceItem:
    """Return the question in which other source the author read a fact; only the overview asks it."""
    return SourceItem(
        path=path,
        section=section,
        text="Did you read it in another source, which cites this one? Which?",
        help="The note then says “as cited in”, and the page is that of the source that you read. "
        f"Leave it empty if you read this source itself. {_known_in_words(sources)}".strip(),
        kind="line",
        form="source",
        choices=tuple(Choice(value=key, title=_name(key, source)) for key, source in sources.items()),
        automatic=False,
    )


def sourced(
    answers: WorkingAnswers, key: str, typed: str, library: Library, *, is_confirmed: bool = False
) -> list[Change]:
    """Return the changes that give the fact *key* the source that is *typed*; none for ``""``.

    A line that may mean something else is taken only if it *is_confirmed*: the interview asks.
    """
    known = known_source(typed, answers.sources)
    if not typed or not (known or is_confirmed or is_clear_source(typed, library)):
        return []
    if known:
        return [(("facts", key, "source"), known[0]), (("facts", key, "locator"), known[1])]
    line = read_source_line(typed, library.language)
    source = next_key("S", answers.sources)
    page: list[Change] = [(("facts", key, "locator"), line.locator)]
    return [
        (("sources", source), _source_of(line, None)),
        (("facts", key, "source"), source),
        *(page if line.locator or "/" not in line.title else []),
    ]


def is_clear_source(typed: str, library: Library) -> bool:
    """Return whether the line *typed* names a new source and can hardly be read in another way."""
    line = read_source_line(typed, library.language)
    names_it = bool(line.title or line.author or line.address)
    return line.is_certain and names_it and not _KEY.fullmatch(typed)


def line_in_words(line: SourceLine) -> str:
    """Return what a line says about a source, each part with its name."""
    parts = (
        ("author", line.author),
        ("title", f"“{line.title}”" if line.title else "not named yet"),
        ("published by", line.publisher),
        ("date", printed_day(line.date, SCREEN)),
        ("address", line.address),
        ("page or paragraph", line.locator),
    )
    return "; ".join(f"{name} {text}" for name, text in parts if text)


def _source_of(line: SourceLine, before: Source | None) -> dict[str, Node]:
    """Return the source that *line* describes, as it is saved; what it need not have is answered as empty.

    An author is asked for if nobody is named, a date if the title has no year. Of the source *before*, the
    day stays on which the same address was opened.
    """
    source: dict[str, Node] = {"title": line.title} if line.title else {}
    if line.author or line.publisher:
        source["author"] = line.author
    source["publisher"] = line.publisher
    if line.date or years_in(line.title):
        source["date"] = line.date
    source["address"] = line.address
    if before is not None and before.seen and before.address == line.address:
        source["seen"] = before.seen
    return source


def known_source(typed: str, sources: Mapping[str, Source]) -> tuple[str, str] | None:
    """Return the key and the page of a *typed* text such as ``S1, p. 12``, ``None`` if it is no known key.

    The whole of a source that is there, typed once more, means that source.
    """
    match = _KEY.fullmatch(typed)
    if match and match["key"].upper() in sources:
        return match["key"].upper(), (match["locator"] or "").strip()
    same = [key for key, source in sources.items() if source_line(source).casefold() == typed.casefold()]
    return (same[0], "") if len(same) == 1 else None


def _known_in_words(sources: Mapping[str, Source]) -> str:
    """Return the last sources with their keys, as far as the screen has room."""
    names = [_name(key, source) for key, source in reversed(list(sources.items()))]
    more = f" and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else ""
    known = f"{'; '.join(names[:MOST_SHOWN])}{more}"
    return known if known.endswith("…") or not names else f"{known}."


def _name(key: str, source: Source) -> str:
    name = f"{key} {', '.join(filter(None, (source.author, source.title)))}"
    return shorten(name, _LONGEST_NAME, placeholder="…")


def fact_source_in_words(source: Source, locator: str | None) -> str:
    """Return a source and the page of a fact, each part with its name."""
    return line_in_words(
        SourceLine(
            source.title or "",
            source.author or "",
            source.publisher or "",
            str(source.date or ""),
            source.address or "",
            locator or "",
        )
    )
