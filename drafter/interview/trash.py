"""Taking out an organisation, a fact, a case, a paragraph; and bringing it back. Pure: changes come out.

What is taken out rests among the inactive answers, where nothing is printed from. A person's case does not:
whoever takes back a story wants it gone, so it is erased, from the private file too.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from drafter.answers.paths import MISSING, Change, Path, at, keys, next_key, rows
from drafter.drafting.aside import REMOVED
from drafter.drafting.aside_words import aside_in_words
from drafter.drafting.moving_details import AGREED, Move, valid
from drafter.drafting.moving_sections import fits
from drafter.errors import DrafterError
from drafter.interview.items.declared import TYPED
from drafter.library.library import Library
from drafter.model.answers import GONE

_WIDEST = 60


def removable(data: Mapping[str, Any], library: Library) -> Iterator[tuple[Path, str]]:
    """Yield the place and the name of everything that can be taken out."""
    given = rows(data, ("organisations",))
    for number, one in enumerate(given if len(given) > 1 else ()):
        yield ("organisations", number), f"organisation: {_short(one.get('name'))}"
    yield from _details(data)
    for number, one in enumerate(rows(data, ("earlier",))):
        yield ("earlier", number), f"earlier recommendation: {_short(one.get('text'))}"
    used = {(fact or {}).get("source") for fact in keys(data, ("facts",)).values()}
    for bank, says in (("facts", "text"), ("sources", "title"), ("cases", "pseudonym")):
        for key, one in keys(data, (bank,)).items():
            if key not in used:
                yield (bank, key), f"{bank[:-1]} {key}: {_short((one or {}).get(says))}"
    for number, section in enumerate(rows(data, ("themes",))):
        known = library.themes.themes.get(str(section.get("theme")))
        title = known.title if known else section.get("theme")
        for place, one in enumerate(rows(section, ("own",))):
            yield ("themes", number, "own", place), f"your {one.get('kind')} in “{title}”: {_said(one)}"


def _details(data: Mapping[str, Any]) -> Iterator[tuple[Path, str]]:
    """Yield each of the groups that a document asks for several times."""
    for name, value in keys(data, ("details",)).items():
        for number, one in enumerate(value if isinstance(value, list) else ()):
            if isinstance(one, Mapping):
                yield ("details", name, number), f"{name.replace('_', ' ')}: {_said(one)}"


def taken_out(data: Mapping[str, Any], path: Path) -> list[Change]:
    """Return the changes that take out what stands at *path*, and every mention of it."""
    changes: list[Change] = []
    if path[0] in ("facts", "cases"):
        changes += _mentions(data, str(path[0]), str(path[1]))
    if path[0] == "cases":
        half = [one for one in keys(data, TYPED) if one.startswith(f"cases.{path[1]}.")]
        changes += _consents_gone(data, str(path[1]))
        return [*changes, *(((*TYPED, one), GONE) for one in half), (path, GONE), (("private", *path), GONE)]
    if path[:2] == ("details", "questions"):
        changes += _renumbered(data, int(path[2]))
    place = [str(at(data, (*path[:2], "theme"))) if number == 1 and path[0] == "themes" else step
             for number, step in enumerate(path[:-1])]  # fmt: skip
    kept: dict[str, Any] = {
        "place": [str(step) for step in place],
        "key": str(path[-1]),
        "value": at(data, path),
    }
    if path[:2] == ("details", "questions"):
        under = [one for one in rows(data, ("themes",)) if one.get("under") == int(path[2]) + 1]
        kept["sections"] = [str(one.get("theme")) for one in under]
    # It is put behind the other records: written anew, they would have every mention back.
    changes += [((*REMOVED, len(rows(data, REMOVED))), kept), (path, GONE)]
    if path[0] == "organisations" and at(data, (*path, "role")) == "lead":
        first = 1 if path[-1] == 0 else 0  # as it is numbered until the other is gone
        changes.insert(-1, (("organisations", first, "role"), GONE))  # who leads now is asked
    return changes


def resting(data: Mapping[str, Any], library: Library) -> Iterator[tuple[int, str]]:
    """Yield the number and the name of everything that has a place in the document to come back to.

    That is what was taken out, and what was put aside for another document and fits this one as well.
    """
    for number, one in enumerate(rows(data, REMOVED)):
        if "document" not in one:
            if _place(data, one) is not None:
                yield number, _said(one.get("value") or {})
        elif _has_room(data, one, library):
            yield number, "; ".join(aside_in_words(one, library))


def brought_back(data: Mapping[str, Any], number: int) -> list[Change]:
    """Return the changes that bring back what was taken out as the *number*-th."""
    one = rows(data, REMOVED)[number]
    place = _place(data, one) or ()
    left: list[Change] = [((*REMOVED, number), GONE)]
    if "document" in one and len(place) < 2:  # a part of the document, or one of its own answers
        return [*left, ((*place, one["key"]), one["value"]), *_under_again(data, one)]
    if place[0] in ("facts", "sources"):
        bank = keys(data, place)
        key = one["key"] if one["key"] not in bank else next_key(str(place[0])[0].upper(), bank)
        return [*left, ((*place, key), one["value"])]
    before = rows(data, place)
    number = min(int(one["key"]), len(before))
    changes = [*left, (place, [*before[:number], one["value"], *before[number:]])]
    if place == ("details", "questions"):
        changes += _renumbered(data, number, back=one.get("sections") or [])
    return changes


def _place(data: Mapping[str, Any], one: Mapping[str, Any]) -> Path | None:
    """Return where what was taken out belongs, ``None`` while its theme is not one of the submission."""
    place: Path = tuple(one["place"])
    if place[:1] != ("themes",):
        return place
    sections = [section.get("theme") for section in rows(data, ("themes",))]
    return ("themes", sections.index(place[1]), *place[2:]) if place[1] in sections else None


def _has_room(data: Mapping[str, Any], one: Mapping[str, Any], library: Library) -> bool:
    """Return whether the document of *data* can print what was put aside, and nothing stands in its place.

    A consent does not come back this way: whether it holds for this document, only the person can say.
    """
    place, key, value = tuple(one["place"]), str(one["key"]), one["value"]
    try:
        step = Move(str(one["document"]), str(data.get("document") or ""), library)
        rules = step.rules
    except DrafterError:
        return False
    if place == ():
        return key not in (*rules.left_out, "state") and not data.get(key)
    if place == ("details",):
        free = at(data, ("details", key)) in (MISSING, None, "", [])
        return free and key in step.asks and key not in AGREED and valid(step.asks[key], value)
    return place[0] == "themes" and _place(data, one) is not None and fits(step, str(place[-1]), value)


def _under_again(data: Mapping[str, Any], one: Mapping[str, Any]) -> Iterator[Change]:
    """Yield the changes that put each theme under its question of the call again."""
    for number, section in enumerate(rows(data, ("themes",))):
        if (under := keys(one, ("under",)).get(str(section.get("theme")))) is not None:
            yield ("themes", number, "under"), under


def _consents_gone(data: Mapping[str, Any], case: str) -> list[Change]:
    """Return the changes that erase what *case* agreed to for other documents, the last record first."""
    agreed = [n for n, one in enumerate(rows(data, REMOVED)) if list(one["place"]) == ["cases", case]]
    return [((*REMOVED, number), GONE) for number in reversed(agreed)]


def _mentions(data: Any, kind: str, key: str, path: Path = ()) -> Iterator[Change]:
    """Yield the changes that leave *key* out of every list of facts or cases, those that rest included.

    A theme that comes back with a fact that is gone would make a file that no command reads.
    """
    steps: Iterator[tuple[str | int, Any]] = iter(())
    if isinstance(data, Mapping):
        steps = iter(data.items())
    elif isinstance(data, Sequence) and not isinstance(data, str):
        steps = iter(enumerate(data))
    for step, inner in steps:
        here = (*path, step)
        if step == kind and key in rows(data, (step,)):
            yield here, [one for one in inner if one != key]
        elif here != ("private",):
            yield from _mentions(inner, kind, key, here)


def _renumbered(data: Mapping[str, Any], place: int, back: list[str] | None = None) -> Iterator[Change]:
    """Yield the changes that keep each theme under its question of a call, counted from 1.

    The question at *place* goes; or it comes back, and with it the themes that stood under it.
    """
    for number, section in enumerate(rows(data, ("themes",))):
        under = section.get("under")
        if back is not None and section.get("theme") in back:
            yield ("themes", number, "under"), place + 1
        elif isinstance(under, int) and under > place:
            moved = under + 1 if back is not None else under - 1
            yield ("themes", number, "under"), 0 if under == place + 1 and back is None else moved


def _said(one: Mapping[str, Any]) -> str:
    """Return the first words of *one*."""
    said = one.get("text") or one.get("name") or one.get("title") or keys(one, ("parts",)).get("what")
    return _short(said or next((text for text in one.values() if text and isinstance(text, str)), ""))


def _short(text: Any) -> str:
    words = " ".join(str(text or "nothing in it yet").split())
    return words if len(words) <= _WIDEST else f"{words[: _WIDEST - 1]}…"
