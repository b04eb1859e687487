"""Long names in the text of clauses: in full at the first mention in a section, and shorter after that.

Clauses write a long name in full each time. Which mention is the first is known only when the shape has put
the document together, so a name is marked in the clause and shortened in the finished Markdown. What authors
typed keeps its names: the characters of the marks cannot come from them. In an author's wording of a clause,
a name counts as mentioned.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import islice, product
from re import Pattern
from typing import NamedTuple

from drafter.language.language import Language
from drafter.model.vocabulary import LongName
from drafter.patterns import pattern

# Characters that no XML text may contain, and so no answer after it was read.
_IN_TEXT, _IN_ASK, _END, _TYPED = "\x01", "\x02", "\x03", "\x04"
_MARKED = pattern(rf"[{_IN_TEXT}{_IN_ASK}{_TYPED}]([^{_END}]*){_END}")
_MARKS = pattern(rf"[{_IN_TEXT}{_IN_ASK}{_TYPED}{_END}]")
_HEADING = pattern(r"^(#{1,2}) ", re.MULTILINE)
_GOES_ON = pattern(r"[^\W_]")
_MOST_VARIANTS = 100
_NEAR = 30
"""Characters that hold the words next to a name."""
_OPENING = "*_([“‘\"'"


class _Form(NamedTuple):
    """One form of a long name."""

    words: tuple[str, ...]
    key: str


class LongNames:
    """The long names of a library, for marking them in its clauses and for shortening them in a document."""

    def __init__(self, names: Mapping[str, LongName], language: Language) -> None:
        self._names = names
        self._language = language
        self._forms: dict[str, list[_Form]] = {}
        """By their first word, the forms of the names, the longest first."""
        self._key_of: dict[str, str] = {}
        for key, name in names.items():
            for text in name.names:
                words = tuple(text.split())
                self._forms.setdefault(words[0], []).append(_Form(words, key))
                self._key_of[text] = key
        for forms in self._forms.values():
            forms.sort(key=lambda form: len(form.words), reverse=True)

    def marked(self, text: str, *, asks: bool) -> str:
        """Return the clause *text* with its long names marked; *asks* says that it asks for something."""
        return self._with_marks(text, _IN_ASK if asks else _IN_TEXT)

    def _with_marks(self, text: str, mark: str) -> str:
        pieces, start = [], 0
        for begin, end in self._spans(text):
            pieces += [text[start:begin], mark, text[begin:end], _END]
            start = end
        return "".join((*pieces, text[start:]))

    def mentioned(self, text: str) -> str:
        """Return an author's wording of a clause with its long names marked as mentions: they stay."""
        return self._with_marks(text, _TYPED)

    def variants(self, text: str) -> Iterator[str]:
        """Yield the clause *text* with its long names in each form that a document may print."""
        spans = list(self._spans(text))
        forms = [(text[begin:end], *self._later(text[begin:end])) for begin, end in spans]
        for printed in islice(product(*forms), _MOST_VARIANTS):
            pieces, start = [], 0
            for (begin, end), name in zip(spans, printed, strict=True):
                pieces += [text[start:begin], name]
                start = end
            yield "".join((*pieces, text[start:]))

    def _later(self, whole: str) -> tuple[str, ...]:
        return self._names[self._key_of[_plain(whole)]].later

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield beginning and end of each long name after its article in *text*."""
        end = 0
        for article in _articles(self._language).finditer(text):
            if article.start() >= end and (span := self._span(text, article.end())):
                yield span
                end = span[1]

    def _span(self, text: str, begin: int) -> tuple[int, int] | None:
        """Return beginning and end of the longest name that begins at *begin*. Lines may break inside it."""
        first = text[begin:].split(maxsplit=1)[:1]
        for form in self._forms.get(first[0], ()) if first else ():
            end = begin
            for word in form.words:
                end += len(text[end:]) - len(text[end:].lstrip())
                if not text.startswith(word, end):
                    break
                end += len(word)
            else:
                if not _GOES_ON.match(text, end):
                    return begin, end
        return None

    def printed(self, markdown: str, treaty: str) -> str:
        """Return the finished *markdown* with its marked names in full or short.

        A name is in full at its first mention in a section; what is asked in a chapter counts as one section.
        In a document to the body of *treaty*, the names of both are in full once.
        """
        if _END not in markdown:
            return markdown
        own = {key for key, name in self._names.items() if treaty and treaty in name.treaties}
        outline = _Outline(markdown)
        mentioned: set[tuple[str, int]] = set()
        shorter: dict[tuple[str, _Section], str] = {}

        def name(match: re.Match[str]) -> str:
            key = self._key_of.get(_plain(match[1]), "")
            section = outline.section(match.start(), asks=match[0][0] == _IN_ASK)
            first_mention = (key, 0 if key in own else section.start)
            if not key or match[0][0] == _TYPED or first_mention not in mentioned:
                mentioned.add(first_mention)
                return match[1]
            if (key, section) not in shorter:
                shorter[key, section] = self._short(key, own, outline.text(section))
            return shorter[key, section] or match[1]

        return _MARKS.sub("", _MARKED.sub(name, markdown))

    def _short(self, key: str, own: Collection[str], section: str) -> str:
        """Return the shortest name for *key* that can mean nothing else in *section*; empty if none can."""
        later = self._names[key].later
        if key in own:
            return later[0] if later else ""
        taken = {short for each in own for short in self._names[each].later[:1]}
        return next(
            (short for short in later if short not in taken and self._is_clear(short, key, section)), ""
        )

    def _is_clear(self, short: str, key: str, section: str) -> bool:
        """Return whether *short* occurs in *section* only in the names for *key*, or alone."""
        for whole in sorted(self._names[key].names, key=len, reverse=True):
            section = section.replace(whole, "")
        return not any(self._is_name(before, after) for before, after in _around(short, section))

    def _is_name(self, before: str, after: str) -> bool:
        """Return whether a word between *before* and *after* is part of a longer name: Single, on."""
        grammar = self._language.grammar
        is_named = before[:1].isupper() or before[:1].isdigit()
        return after in grammar.name_links or (is_named and before.lower() not in grammar.determiners)


class _Section(NamedTuple):
    """Where a section begins and ends."""

    start: int
    end: int


class _Outline:
    """The chapters of a document and their sections, by the headings of the first two levels."""

    def __init__(self, markdown: str) -> None:
        headings = [(match.start(), len(match[1])) for match in _HEADING.finditer(markdown)]
        self._markdown = markdown
        self._sections = [0, *(start for start, _ in headings), len(markdown)]
        self._chapters = [0, *(start for start, level in headings if level == 1), len(markdown)]

    def section(self, position: int, *, asks: bool) -> _Section:
        """Return the section around *position*; with *asks*, the whole chapter."""
        starts = self._chapters if asks else self._sections
        index = bisect_right(starts, position)
        return _Section(starts[index - 1], starts[index])

    def text(self, section: _Section) -> str:
        """Return the text of *section* without line breaks and marks."""
        return _plain(_MARKS.sub("", self._markdown[section.start : section.end]))


def _plain(text: str) -> str:
    return " ".join(text.split())


def _around(short: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield the words directly before and after each *short* in *text*; empty where there is none."""
    end = 0
    while (begin := text.find(short, end)) >= 0:
        end = begin + len(short)
        before, after = text[max(0, begin - _NEAR) : begin], text[end : end + _NEAR]
        if not after[:1].isalpha():
            yield (
                before.split()[-1].lstrip(_OPENING) if before.endswith(" ") and before.strip() else "",
                after.split()[0] if after.startswith(" ") and after.strip() else "",
            )


@lru_cache(maxsize=8)
def _articles(language: Language) -> Pattern[str]:
    """Return the pattern of the articles of *language*, with the blank after them."""
    articles = {each.strip() for each in language.grammar.articles}
    return pattern(
        "|".join(rf"\b{form}\s+" for each in articles for form in (each, language.upper_first(each)))
    )
