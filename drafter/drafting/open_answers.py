"""The open answers of a submission, and which of them each gap of the document marks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import takewhile

from drafter.compose.sections import OWN_TEXT_GAPS, RECOMMENDATION_PARTS
from drafter.compose.views import CONTACT, PLACE, SIGNATURE
from drafter.drafting.resolve import Resolved
from drafter.frozen import frozen
from drafter.language.labels import GapName
from drafter.language.language import Language
from drafter.model.base import Value
from drafter.model.blocks import Document, Gap, Inline, Text, lines_of
from drafter.model.origins import LineOrigins, Origins
from drafter.model.question import Ask
from drafter.yaml_text.key_path import KeyPath

_LONG: tuple[GapName, ...] = ("state", "summary", "method", "closing")
_OF_ROWS: dict[str, GapName] = {
    "document": "earlier_document",
    "paragraph": "earlier_paragraph",
    "text": "earlier_text",
    "states": "earlier_states",
    "position": "earlier_position",
    "status": "earlier_status",
    "evidence": "earlier_evidence",
    "measures": "earlier_measures",
    "needed": "earlier_needed",
}
_OF_SOURCES: dict[str, GapName] = {
    "title": "source_title",
    "author": "source_author",
    "publisher": "source_publisher",
    "date": "source_date",
    "address": "source_address",
    "seen": "source_seen",
}
_OF_ORGANISATIONS: dict[str, GapName] = {
    "name": "organisation",
    "acronym": "acronym",
    "what": "organisation_what",
    "founded": "founded",
    "ecosoc": "ecosoc",
    **{name: name for name in PLACE},
}
_OF_CONTACTS: dict[str, GapName] = {name: name for name in CONTACT}
_OF_PARTS: dict[str, GapName] = {name: name for name in RECOMMENDATION_PARTS}


@frozen
class OpenPlace:
    """An answer that is not known yet."""

    path: KeyPath
    label: str
    """The label of the gap that marks it."""
    name: GapName | None = None
    """The name of the gap; ``None`` for a question of a document or of a clause."""
    ask: Ask | None = None
    """The question of a document or of a clause."""


def gap_answers(resolved: Resolved, document: Document, origins: Origins) -> tuple[OpenPlace | None, ...]:
    """Return the open answer behind each gap of *document*: first of the text, then of the notes.

    ``None`` for a gap of a template, and where several answers are open under one label and the *origins* do
    not tell which is meant.
    """
    by_label: dict[str, list[OpenPlace]] = {}
    for place in open_places(resolved):
        by_label.setdefault(place.label, []).append(place)
    behind: list[OpenPlace | None] = []
    last: KeyPath = ()
    for line, spans in zip(lines_of(document.blocks), origins.lines, strict=True):
        for position, inline in _positions(line):
            near = _innermost(spans, position) or _before(spans, position) or last
            if isinstance(inline, Gap):
                behind.append(_nearest(by_label.get(inline.text, ()), [near]))
        last = spans[-1].path if spans else last
    for note, keys in zip(document.notes, origins.notes, strict=True):
        near_note = list(_cited(keys, resolved))
        gaps = [inline for inline in note if isinstance(inline, Gap)]
        behind += [_nearest(by_label.get(gap.text, ()), near_note) for gap in gaps]
    return tuple(behind)


def open_places(resolved: Resolved) -> Iterator[OpenPlace]:
    """Yield each open answer of *resolved* that a document could mark with a gap."""
    answers, language = resolved.answers, resolved.library.language
    yield from (_place(language, (name,), name) for name in _LONG if _is_open(answers, name))
    yield from _asked((("details",), resolved.rules.asks, answers.details))
    for number, organisation in enumerate(answers.organisations):
        path, name = ("organisations", number), organisation.name or language.labels.unnamed["organisation"]
        yield from _of_value(organisation, path, _OF_ORGANISATIONS, language, name)
        yield from _of_value(organisation.contact, (*path, "contact"), _OF_CONTACTS, language, name)
    for number, row in enumerate(answers.earlier):
        yield from _of_value(row, ("earlier", number), _OF_ROWS, language)
    for key, fact in answers.facts.items():
        fields: dict[str, GapName] = {"text": "fact", "locator": "fact_page", "source": "fact_source"}
        yield from _of_value(fact, ("facts", key), fields, language, key)
    for key, source in answers.sources.items():
        title = (source.title or "").strip()
        of = language.quote(title) if title else language.labels.unnamed["source"]
        yield from _of_value(source, ("sources", key), _OF_SOURCES, language, of)
    for key, case in answers.cases.items():
        yield from _of_value(case, ("cases", key), {"text": "case"}, language)
    yield from _of_value(answers.sign_off, ("sign_off",), SIGNATURE, language)
    yield from _of_themes(resolved, language)


def _of_themes(resolved: Resolved, language: Language) -> Iterator[OpenPlace]:
    """Yield the open answers of clauses and the open own texts."""
    for number, section in enumerate(resolved.answers.themes):
        path = ("themes", number)
        for chosen in section.clauses:
            questions = resolved.library.clause(chosen.clause).questions
            yield from _asked(((*path, "answers"), questions, {**section.answers, **chosen.answers}))
        for index, own in enumerate(section.own):
            at = (*path, "own", index)
            if own.parts.model_fields_set:
                yield from _of_value(own.parts, (*at, "parts"), _OF_PARTS, language)
            yield from _of_value(own, at, {"text": OWN_TEXT_GAPS[own.kind]}, language)


def _asked(asked: tuple[KeyPath, Iterable[Ask], Mapping[str, object]]) -> Iterator[OpenPlace]:
    """Yield the questions without an answer: their path, the questions, and the answers by name."""
    path, asks, answers = asked
    for ask in asks:
        value = answers.get(ask.name)
        if ask.kind == "group":
            rows = value if isinstance(value, list | tuple) else ()
            for number, row in enumerate(rows):
                if isinstance(row, Mapping):
                    yield from _asked(((*path, ask.name, number), ask.fields, row))
        elif _is_nothing(value):
            yield OpenPlace((*path, ask.name), ask.ask.rstrip("?").strip(), ask=ask)


def _of_value(
    value: Value, path: KeyPath, names: Mapping[str, GapName], language: Language, of: str = ""
) -> Iterator[OpenPlace]:
    """Yield the open fields of *value*, which is at *path*; *names* has the gap of each field."""
    for field, name in names.items():
        if _is_open(value, field):
            yield _place(language, (*path, field), name, of)


def _place(language: Language, path: KeyPath, name: GapName, of: str = "") -> OpenPlace:
    return OpenPlace(path, language.gap(name, of), name)


def _is_open(value: Value, field: str) -> bool:
    return _is_nothing(getattr(value, field))


def _is_nothing(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


# ---- which one a gap marks ----


def _positions(line: Sequence[Inline]) -> Iterator[tuple[int, Inline]]:
    """Yield each inline of *line* with its position, as spans count it."""
    position = 0
    for inline in line:
        yield position, inline
        position += len(inline.text) if isinstance(inline, Text) else 1


def _innermost(spans: LineOrigins, position: int) -> KeyPath:
    """Return the path of the shortest of *spans* around *position*; empty if there is none."""
    around = [span for span in spans if span.start <= position < span.end]
    return min(around, key=lambda span: span.end - span.start).path if around else ()


def _before(spans: LineOrigins, position: int) -> KeyPath:
    """Return the path of the last of *spans* that ends before *position*; empty if there is none."""
    before = [span for span in spans if span.end <= position]
    return max(before, key=lambda span: span.end).path if before else ()


def _cited(keys: Iterable[str], resolved: Resolved) -> Iterator[KeyPath]:
    """Yield the paths of the facts *keys* and of their sources."""
    for key in keys:
        if fact := resolved.answers.facts.get(key):
            yield ("facts", key)
            yield from (("sources", source) for source in fact.sources)


def _nearest(places: Sequence[OpenPlace], near: Iterable[KeyPath]) -> OpenPlace | None:
    """Return that of *places* whose path has most in common with one of *near*; the only one in any case."""
    if len(places) == 1:
        return places[0]
    shared = {place.path: max((_common(place.path, path) for path in near), default=0) for place in places}
    most = max(shared.values(), default=0)
    return next((place for place in places if shared[place.path] == most), None) if most else None


def _common(path: KeyPath, other: KeyPath) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(path, other, strict=False)))
