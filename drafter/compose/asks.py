"""The recommendations of a document in groups: by theme, by addressee or by time.

Groups and recommendations keep the author's order; only the times have an order of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from drafter.compose.views import AskView, SectionView
from drafter.compose.wording import TypedText
from drafter.frozen import frozen
from drafter.model.recommendations import Grouping, Term
from drafter.model.vocabulary import Themes

TIMES = (*get_args(Term), "")
"""The times from the nearest to the last; the recommendations without one are the last group."""


@frozen
class AddresseeView:
    """The recommendations to one addressee."""

    title: str
    items: tuple[AskView, ...]


@frozen
class AskGroup:
    """The recommendations of one theme, to one addressee or for one time."""

    key: str
    """The theme, the addressee or the time; empty for recommendations without a time."""
    title: str
    """The heading of the theme or the name of the addressee; a shape has the words for a time."""
    asks: tuple[AskView, ...]
    addressed: tuple[AddresseeView, ...]
    """The same recommendations by addressee."""


def ask_groups(sections: Sequence[SectionView], vocabulary: Themes) -> dict[Grouping, tuple[AskGroup, ...]]:
    """Return the recommendations of *sections* in groups, for each way to group them."""
    asks = [ask for section in sections for ask in section.recommendations]
    by_time = {time: [ask for ask in asks if ask.term == time] for time in TIMES}
    return {
        "theme": tuple(
            _group(section.theme, section.heading, section.recommendations, vocabulary)
            for section in sections
            if section.recommendations
        ),
        "addressee": tuple(
            _group(group.items[0].addressee, group.title, group.items, vocabulary)
            for group in by_addressee(asks, vocabulary)
        ),
        "time": tuple(_group(time, "", by_time[time], vocabulary) for time in TIMES if by_time[time]),
    }


def by_addressee(asks: Iterable[AskView], vocabulary: Themes) -> Iterator[AddresseeView]:
    """Yield *asks* by addressee; addressees and recommendations keep the author's order."""
    groups: dict[str, list[AskView]] = {}
    for ask in asks:
        groups.setdefault(ask.addressee, []).append(ask)
    for name, items in groups.items():
        addressee = vocabulary.addressees.get(name)
        yield AddresseeView(TypedText(addressee.title if addressee else name), tuple(items))


def _group(key: str, title: str, asks: Sequence[AskView], vocabulary: Themes) -> AskGroup:
    return AskGroup(key, title, tuple(asks), tuple(by_addressee(asks, vocabulary)))
