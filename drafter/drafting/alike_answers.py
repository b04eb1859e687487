"""Answers about a person and an event, for another document that asks the same in other words.

A letter to the special procedures, a case for a working group and a complaint to a committee ask for the same
person and the same event. Nobody has to type that again, and nothing counts as answered before the author has
read it: the words are on the line of the new question, as if they had been half typed.
"""

from collections.abc import Iterator, Mapping, Sequence

from drafter.answers.paths import keys, maps
from drafter.frozen import frozen
from drafter.model.node import Node, Tree
from drafter.model.question import Ask

_DESCRIBED = ("victims.sex", "victims.age", "victims.nationality", "victims.occupation")
_BY_WHOM = ("arrest_force", "forces", "state_agents", "perpetrators.name_or_unit")
_HELD = ("detention_places", "held_where", "victims.detention", "victims.whereabouts")
ALIKE: Mapping[str, tuple[str, ...]] = {
    "person": ("victims.name",),
    "identity": (*_DESCRIBED, "about_person"),
    "about_person": (*_DESCRIBED, "identity"),
    "date_of_event": ("arrest_date", "date_missing"),
    "arrest_date": ("date_of_event", "date_missing"),
    "date_missing": ("date_of_event", "arrest_date"),
    "place_of_event": ("arrest_place", "place_missing"),
    "arrest_place": ("place_of_event", "place_missing"),
    "place_missing": ("place_of_event", "arrest_place"),
    "arrest_force": _BY_WHOM,
    "forces": _BY_WHOM,
    "state_agents": _BY_WHOM,
    "law_applied": ("arrest_reasons",),
    "arrest_reasons": ("law_applied",),
    "detention_places": _HELD,
    "held_where": _HELD,
    "urgency": ("protection",),
    "protection": ("urgency",),
    "victims.name": ("victims.name", "person"),
    "victims.harm": ("victims.status",),
    "victims.status": ("victims.harm",),
    "victims.whereabouts": _HELD,
    "victims.detention": _HELD,
}
"""By a question, or a group and one of its fields: those of other documents whose answer may fit it."""
_TEXTS = ("line", "long")
Row = Mapping[str, Node]


@frozen
class AlikeAnswers:
    """What the new document shows again."""

    groups: Mapping[str, tuple[Node, ...]]
    """The entries of each group of people, without their answers: the group is asked anyway."""
    typed: Mapping[str, str]
    """The words on the line of each question, by its dotted path."""
    asked: tuple[str, ...]
    """These questions in words."""
    used: frozenset[str]
    """The names of the old answers whose words are shown."""


def alike_answers(
    before: Tree, asks: Mapping[str, Ask], after: Tree, new_asks: Mapping[str, Ask]
) -> AlikeAnswers:
    """Return what of the details *before*, to the questions *asks*, may answer those of *new_asks*.

    A question that has an answer in the details *after* is left alone.
    """
    groups: dict[str, tuple[Node, ...]] = {}
    typed: dict[str, str] = {}
    asked: list[str] = []
    for ask in new_asks.values():
        if after.get(ask.name) not in (None, "", [], ()):
            continue
        if ask.kind in _TEXTS and (words := _words(before, asks, ask.name)):
            typed[f"details.{ask.name}"] = words
            asked.append(ask.ask)
        elif any(field.person for field in ask.fields):
            count = len(maps(before, (ask.name,))) or int(bool(before.get("person")))
            for number in range(count):
                for field in ask.fields:
                    if words := _words(before, asks, f"{ask.name}.{field.name}", number):
                        typed[f"details.{ask.name}.{number}.{field.name}"] = words
            if count:
                groups[ask.name] = tuple({} for _ in range(count))
                asked.append(ask.ask)
    names = [path.split(".") for path in typed]
    sources = {
        other for path in names for other in ALIKE.get(f"{path[1]}.{path[-1]}" if path[2:] else path[1], ())
    }
    return AlikeAnswers(groups, typed, tuple(asked), frozenset(other.split(".")[0] for other in sources))


def _words(before: Tree, asks: Mapping[str, Ask], name: str, number: int | None = None) -> str:
    """Return the words of every answer *before* that may fit the question *name*, each once.

    Of several people, only those of the one with this *number* fit.
    """
    texts = [text for other in ALIKE.get(name, ()) for text in _texts(before, asks, other, number)]
    return ", ".join(dict.fromkeys(texts))


def _texts(before: Tree, asks: Mapping[str, Ask], name: str, number: int | None) -> Iterator[str]:
    """Yield the text or texts that answer the question *name*, which may be a field of a group."""
    group, _, field = name.partition(".")
    ask = asks.get(group)
    if ask is None:
        return
    if not field:
        if ask.kind in _TEXTS and (text := str(before.get(group) or "").strip()):
            yield text
        return
    rows: Sequence[Row] = maps(before, (group,))
    if any(each.person for each in ask.fields):
        rows = _of_one_person(rows, number)
    for row in rows:
        if text := str(keys(row, ()).get(field) or "").strip():
            yield text


def _of_one_person(rows: Sequence[Row], number: int | None) -> Sequence[Row]:
    """Return the entry of the person with this *number*; without one, the only entry, none of several."""
    if number is None:
        return rows if len(rows) == 1 else []
    return rows[number : number + 1]
