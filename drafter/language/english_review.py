"""The tables of words of English, each imported when it is first used."""

from drafter.language.day_words import DayWords
from drafter.language.figure_words import FigureWords, SourceWords
from drafter.language.outline_words import OutlineWords
from drafter.language.person_words import PersonWords
from drafter.language.review_words import (
    Abbreviations,
    ActionVerbs,
    CoordinationWords,
    DemandWords,
    Emphasis,
    FormWords,
    NameWords,
    ReviewWords,
    TermTable,
    ViolationWords,
)
from drafter.language.sentence_words import AddresseeWords, CitationWords, SentenceWords, SpellingWords


def _outline() -> OutlineWords:
    from drafter.language.english_outline import OUTLINE

    return OUTLINE


def _actions() -> ActionVerbs:
    from drafter.language.english_verbs import ACTION_VERBS

    return ACTION_VERBS


def _coordination() -> CoordinationWords:
    from drafter.language.english_coordination import COORDINATION

    return COORDINATION


def _demands() -> DemandWords:
    from drafter.language.english_demands import DEMANDS

    return DEMANDS


def _names() -> NameWords:
    from drafter.language.english_names import NAMES

    return NAMES


def _stigma() -> TermTable:
    from drafter.language.english_stigma import STIGMA

    return STIGMA


def _tone() -> TermTable:
    from drafter.language.english_tone import TONE

    return TONE


def _emphasis() -> Emphasis:
    from drafter.language.english_emphasis import EMPHASIS

    return EMPHASIS


def _abbreviations() -> Abbreviations:
    from drafter.language.english_abbreviations import ABBREVIATIONS

    return ABBREVIATIONS


def _sources() -> SourceWords:
    from drafter.language.english_sources import SOURCES

    return SOURCES


def _figures() -> FigureWords:
    from drafter.language.english_figures import FIGURES

    return FIGURES


def _sentences() -> SentenceWords:
    from drafter.language.english_sentences import SENTENCES

    return SENTENCES


def _citations() -> CitationWords:
    from drafter.language.english_citations import CITATIONS

    return CITATIONS


def _addressees() -> AddresseeWords:
    from drafter.language.english_addressees import ADDRESSEES

    return ADDRESSEES


def _form() -> FormWords:
    from drafter.language.english_form import FORM

    return FORM


def _days() -> DayWords:
    from drafter.language.english_days import DAYS

    return DAYS


def _people() -> PersonWords:
    from drafter.language.english_people import PERSON_WORDS

    return PERSON_WORDS


def _violations() -> ViolationWords:
    from drafter.language.english_violations import VIOLATIONS

    return VIOLATIONS


def _spelling() -> SpellingWords:
    from drafter.language.english_spelling import SPELLING

    return SPELLING


ENGLISH_REVIEW_WORDS = ReviewWords(
    outline=_outline,
    actions=_actions,
    coordination=_coordination,
    demands=_demands,
    names=_names,
    stigma=_stigma,
    tone=_tone,
    emphasis=_emphasis,
    abbreviations=_abbreviations,
    figures=_figures,
    sources=_sources,
    sentences=_sentences,
    citations=_citations,
    addressees=_addressees,
    spelling=_spelling,
    form=_form,
    days=_days,
    people=_people,
    violations=_violations,
)
