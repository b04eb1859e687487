"""Frozen values behave like frozen dataclasses with slots."""

import copy
import pickle
from dataclasses import dataclass

import pytest

from drafter.frozen import factory_default, frozen, replaced


@frozen
class Place:
    """A value with and without defaults."""

    name: str
    letters: tuple[str, ...] = ()
    notes: list[str] = factory_default(factory=list)

    @property
    def length(self) -> int:
        """The number of letters."""
        return len(self.letters)

    @classmethod
    def of(cls, word: str) -> "Place":
        """Return the place of *word*."""
        return cls(word, tuple(word))


@frozen
class Other:
    """Another class with the same fields."""

    name: str
    letters: tuple[str, ...] = ()
    notes: list[str] = factory_default(factory=list)


@frozen
class Point:
    """A value that can be hashed."""

    x: int
    y: int = 0


@dataclass(frozen=True, slots=True)
class Model:
    """The dataclass that Point is compared with."""

    x: int
    y: int = 0


def test_the_constructor_takes_positions_names_and_defaults() -> None:
    assert Place("a", ("b",), ["c"]) == Place(name="a", letters=("b",), notes=["c"])
    assert (Place("a").letters, Place("a").notes, Place.of("ab").length) == ((), [], 2)
    for wrong in ({}, {"name": "a", "colour": "b"}):
        with pytest.raises(TypeError):
            Place(**wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Place("a", (), [], "too many")  # type: ignore[call-arg]


def test_each_value_has_its_own_default_list() -> None:
    first, second = Place("a"), Place("a")
    first.notes.append("x")
    assert second.notes == []
    assert first != second


def test_a_value_cannot_be_changed() -> None:
    place = Place("a")
    for change in (
        lambda: setattr(place, "name", "b"),
        lambda: setattr(place, "other", "b"),
        lambda: delattr(place, "name"),
    ):
        with pytest.raises(AttributeError):
            change()  # type: ignore[no-untyped-call]
    assert place.name == "a"
    assert not hasattr(place, "__dict__")


def test_a_value_is_compared_hashed_and_shown_by_its_fields() -> None:
    others: tuple[object, ...] = (Other("a"), "a")
    assert Place("a") not in others
    assert len({Point(1), Point(1, 0), Point(1, 2)}) == 2
    assert hash(Point(1, 2)) == hash(Model(1, 2))
    assert repr(Point(1)) == repr(Model(1)).replace("Model", "Point") == "Point(x=1, y=0)"
    with pytest.raises(TypeError):
        hash(Place("a"))


def test_a_value_can_be_matched_copied_and_replaced() -> None:
    match Point(1, 2):
        case Point(x, y=2):
            assert x == 1
        case _:
            pytest.fail("a pattern does not match it")
    assert replaced(Point(1, 2), y=3) == Point(1, 3)
    with pytest.raises(TypeError):
        replaced(Point(1, 2), z=3)
    assert copy.copy(Point(1, 2)) == copy.deepcopy(Point(1, 2)) == pickle.loads(pickle.dumps(Point(1, 2)))
