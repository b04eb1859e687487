"""Which answers the clauses of a section share, and which of them a clause needs for itself.

Clauses of one theme ask by the same name for the same thing, so the person is asked once. A clause of another
theme may mean something else by that name: which authority decides, and which authority has to help.
"""

from collections.abc import Iterable, Sequence

from drafter.model.question import Ask

ClauseAsk = tuple[int, str]
"""The place of a clause in its section, and the name of one of its questions."""


def asked_apart(asks_by_clause: Sequence[Sequence[Ask]], of_theme: Iterable[Ask] = ()) -> set[ClauseAsk]:
    """Return the questions whose answer is that of the clause alone.

    *asks_by_clause* has the questions of each clause of a section, in order; *of_theme*, those of its theme.
    A name belongs to the theme's question, else to that of the first clause which has it.
    """
    texts = {ask.name: ask.ask for ask in of_theme}
    return {
        (number, ask.name)
        for number, asks in enumerate(asks_by_clause)
        for ask in asks
        if texts.setdefault(ask.name, ask.ask) != ask.ask
    }


def not_shared(asks_by_clause: Sequence[Sequence[Ask]], of_theme: Iterable[Ask] = ()) -> set[ClauseAsk]:
    """Return those of :func:`asked_apart` for which the answer of the section is another clause's.

    Where no other clause of the section has the name, the answer was given to this clause: older answers
    files have all answers there.
    """
    apart = asked_apart(asks_by_clause, of_theme)
    of_section = {
        ask.name
        for number, asks in enumerate(asks_by_clause)
        for ask in asks
        if (number, ask.name) not in apart
    }
    return {(number, name) for number, name in apart if name in of_section}
