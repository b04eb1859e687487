"""The texts of comments in a Word file: on gaps, on remarks of the review, on paragraphs of the library."""

from collections.abc import Iterator, Sequence

from drafter.drafting.open_answers import OpenPlace
from drafter.language.language import Language
from drafter.library.library import Library
from drafter.model.answers import ChosenClause
from drafter.model.question import Ask
from drafter.model.remark import Remark
from drafter.word.working_copy import CommentText


def gap_comment(
    label: str, place: OpenPlace | None, remarks: Sequence[Remark], language: Language
) -> CommentText:
    """Return the comment on the gap with this *label*: what is missing, why, and what the rules want.

    *place* is the open answer; *remarks* are those on it.
    """
    words = language.comment_words()
    paragraphs = [words.missing.format(label=label)]
    if place and place.name:
        paragraphs.append(words.wanted[place.name])
    if place and place.ask:
        paragraphs = [place.ask.ask, *_about_question(place.ask, language)]
    return (*paragraphs, *map(_remark, remarks))


def _about_question(ask: Ask, language: Language) -> Iterator[str]:
    """Yield what the rules or the clause say about a question: its help, an example, its choices."""
    words = language.comment_words()
    if ask.help:
        yield " ".join(ask.help.split())
    if ask.example:
        yield words.example.format(example=ask.example)
    if ask.choices:
        yield words.choices.format(choices=language.listed([choice.title for choice in ask.choices], "or"))
    if ask.required:
        yield words.required


def remark_comment(remark: Remark, language: Language) -> CommentText:
    """Return the comment for *remark*: how serious it is, what it is about, what is wrong and what to do."""
    words = language.comment_words()
    about = words.about.format(place=remark.place) if remark.place else ""
    parts = (words.levels[remark.level], about, _remark(remark), f"({remark.code})")
    return (" ".join(filter(None, parts)),)


def clause_comment(chosen: ChosenClause, library: Library) -> CommentText:
    """Return the comment on a paragraph of the library: its clause, the sources and the authorities."""
    words, clause = library.language.comment_words(), library.clause(chosen.clause)
    paragraphs = [words.clause.format(title=clause.head.title, id=clause.id)]
    paragraphs += [words.own_wording] if chosen.text else []
    paragraphs += _sources(clause.head.sources, library)
    names = dict.fromkeys(pair.partition(":")[0] for pair in clause.head.authorities)
    cited = [library.authorities[name].short for name in names if name in library.authorities]
    paragraphs += [words.rests_on.format(authorities=library.language.listed(cited))] if cited else []
    return tuple(paragraphs)


def _sources(pairs: Sequence[str], library: Library) -> Iterator[str]:
    words = library.language.comment_words()
    for pair in pairs:
        name, _, item = pair.partition(":")
        source = library.sources.get(name)
        if source and item in source.items:
            says = " ".join(source.items[item].says.split())
            yield words.drawn_from.format(source=f"“{source.title}”, {item}", says=says)


def _remark(remark: Remark) -> str:
    return " ".join(filter(None, (remark.text, remark.remedy)))
