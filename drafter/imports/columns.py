"""What the columns of a table contain, by their names.

Names are compared without capitals and punctuation. So the two spellings of the Universal Human Rights Index
("Reccomending Body") are the only ones that need an entry of their own.
"""

from collections.abc import Mapping, Sequence

from drafter.frozen import frozen
from drafter.patterns import pattern

_NO_LETTER = pattern(r"[^a-z0-9#]+")
_GOALS = pattern(r"\bsdgs\b")
_INNER_CAPITAL = pattern(r"(?<=[a-z])(?=[A-Z])")
IGNORED = "-"
"""What a column contains that drafter knows and does not need."""
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "text": (
        "text", "recommendation", "recommendations", "recommendation text", "text of the recommendation",
        "text of recommendation", "full text", "wording", "official wording", "recommendation full text",
        "recommendation and recommending state", "recommendation and recommending states",
    ),
    "number": (
        "number", "no", "nr", "#", "paragraph", "para", "para no", "paragraph number", "paragraph no",
        "recommendation number", "recommendation no", "rec no", "rec number", "recommendation id",
    ),
    "states": (
        "states", "state s", "recommending state", "recommending states", "recommending state s",
        "recommending country", "recommending countries", "upr recommending states", "upr recommending state",
        "upr reccomending states", "upr recommending country", "upr recommending countries",
        "recommended by", "made by", "from",
    ),
    "country": (
        "country", "countries", "country concerned", "countries concerned", "state under review",
        "country under review", "state concerned", "state party", "addressed to", "to",
    ),
    "position": (
        "position", "response", "upr position", "upr positions", "position of the state under review",
        "state position", "position of the state",
    ),
    "document": (
        "document", "symbol", "document symbol", "un symbol", "document reference", "un document symbol",
    ),
    "body": ("body", "recommending body", "reccomending body", "mechanism", "un body", "treaty body"),
    "themes": (
        "theme", "themes", "issue", "issues", "full list of themes", "human rights themes",
        "human rights themes and groups of persons",
    ),
    "groups": (
        "affected persons", "groups of persons", "groups", "groups of people", "persons affected",
        "persons concerned",
    ),
    "goals": ("sdg", "relevant sdg", "goals", "sustainable development goals"),
    "date": ("date", "document publication date", "publication date", "date of the document", "year"),
    "kind": ("type", "annotation type"),
    "session": ("session", "upr session", "upr cycle", "cycle"),
    "key": ("ohchr annotation id", "annotation id", "uuid"),
    IGNORED: (
        "regions concerned", "regions", "recommending regions", "upr recommending regions",
        "date of publication on uhri", "publication date on uhri", "document id", "to rgrp", "to org",
        "from rgrp", "from org", "action", "action category",
    ),
}  # fmt: skip
_FIELD_OF = {name: field for field, names in _FIELDS.items() for name in names}
_STATE = "state"
"""A column whose name can mean two things: it is read only if another column shows which it is."""


@frozen
class Columns:
    """What each column of a table contains."""

    fields: tuple[str, ...]
    """The field of each column, ``""`` if it is not read."""
    unused: tuple[str, ...]
    """The names of columns that mean nothing to drafter, or the same as another one."""
    names: frozenset[str]
    """All names, as they are compared."""

    def __contains__(self, field: str) -> bool:
        return field in self.fields


def columns_of(headers: Sequence[str]) -> Columns | None:
    """Return what the columns *headers* contain; ``None`` if they are no names of columns to read."""
    plain = [plain_name(header) for header in headers]
    fields = [_FIELD_OF.get(name, "") for name in plain]
    if _STATE in plain:
        others = {"states": "country", "country": "states"}
        known = [field for field in others if field in fields]
        fields[plain.index(_STATE)] = others[known[0]] if len(known) == 1 else ""
    unused: list[str] = []
    for index, field in enumerate(fields):
        if field == IGNORED:
            fields[index] = ""
        elif not field or field in fields[:index]:
            fields[index] = ""
            if headers[index].strip():
                unused.append(" ".join(headers[index].split()))
    if "text" not in fields or len([field for field in fields if field]) < _FEWEST:
        return None
    return Columns(tuple(fields), tuple(unused), frozenset(plain))


_FEWEST = 2
"""The text and something about it: a single word is no header."""


def plain_name(header: str) -> str:
    """Return the name of a column in small letters, words separated by a space: ``AnnotationId`` has two."""
    split = _INNER_CAPITAL.sub(" ", header)
    return _GOALS.sub("sdg", " ".join(_NO_LETTER.sub(" ", split.casefold()).split()))
