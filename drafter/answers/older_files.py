"""Answers files of earlier versions of drafter, converted to today's form. Pure."""

from collections.abc import Iterator

from drafter.answers.changes import Change, applied
from drafter.answers.older_recommendations import recommendation_upgrades
from drafter.answers.paths import answered, keys, rows, texts
from drafter.model.answers import GONE
from drafter.model.node import Node, Tree
from drafter.yaml_text.key_path import KeyPath

DIALOGUE = ("choosing", "explaining", "seeking")
"""Keys of ``inactive`` under which version 0.1.0 saved what it was about to ask."""
ONCE_ASKED = ("facts", "cases", "own")
"""What version 0.1.0 finished separately for each theme; today one question covers all three."""
RETIRED = ("figure", "unit")
"""What was asked of a fact beside its text, which has both: it was never printed."""
KEPT_FIGURES = ("inactive", "figures")
"""Where these answers are kept, by the key of the fact."""
_FINISHED = ("interview", "finished")
_REMOVED = ("inactive", "removed")


def upgrades(tree: Tree) -> list[Change]:
    """Return the changes that convert the answers *tree* to today's form; none for a file of today."""
    changes: list[Change] = [
        (("inactive", key), GONE) for key in DIALOGUE if answered(tree, ("inactive", key))
    ]
    finished = texts(tree, _FINISHED)
    upgraded = list(dict.fromkeys(_finished_today(finished)))
    if upgraded != finished:
        changes.append((_FINISHED, upgraded))
    if put_aside := list(_put_aside(tree)):
        changes.append((_REMOVED, [*rows(tree, _REMOVED), *put_aside]))
        changes += [
            (("inactive", key), GONE) for key in ("details", "parts") if answered(tree, ("inactive", key))
        ]
    changes += _figures_kept(tree)
    return [*changes, *recommendation_upgrades(applied(tree, changes) if changes else tree)]


def _figures_kept(tree: Tree) -> Iterator[Change]:
    """Yield the changes that keep the figures and units of facts among the inactive answers."""
    facts: list[tuple[KeyPath, str, Node]] = [
        (("facts", key), key, fact) for key, fact in keys(tree, ("facts",)).items()
    ]
    for number, record in enumerate(rows(tree, _REMOVED)):
        if texts(record, ("place",)) == ["facts"]:
            entry = keys(record, ())
            facts.append(((*_REMOVED, number, "value"), str(entry.get("key")), entry.get("value")))
    for path, key, fact in facts:
        for name in RETIRED:
            if answered(fact, (name,)):
                value = keys(fact, ())[name]
                if value not in (None, ""):
                    yield (*KEPT_FIGURES, key, name), value
                yield (*path, name), GONE


def _finished_today(names: list[str]) -> Iterator[str]:
    for name in names:
        part, _, theme = name.partition("/")
        if part not in ONCE_ASKED or not theme:
            yield name
        elif all(f"{other}/{theme}" in names for other in ONCE_ASKED):
            yield f"theme/{theme}"


def _put_aside(tree: Tree) -> Iterator[dict[str, Node]]:
    """Yield a record for each answer that was put aside for another document."""
    for document, details in keys(tree, ("inactive", "details")).items():
        for name, value in keys(details, ()).items():
            yield {"place": ["details"], "key": name, "value": value, "document": document}
    for name, value in keys(tree, ("inactive", "parts")).items():
        yield {"place": [], "key": name, "value": value, "document": ""}
