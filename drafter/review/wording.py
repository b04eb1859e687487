"""Checks of the author's own words: insults, terms that stigmatise, shouting, abbreviations."""

from collections.abc import Iterator

from drafter.language.abbreviations import unexpanded
from drafter.language.language import Language
from drafter.language.shouting import shouting
from drafter.language.terms import TermHit, loaded_words, stigmatising
from drafter.markup.count import block_text
from drafter.model.remark import Level, Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.passages import Passage
from drafter.review.submission import Submission

STIGMA = RemarkType(
    "word-stigmatises",
    "words",
    "warning",
    "A text names people first and does not stigmatise them.",
    "UNAIDS Terminology Guidelines; the guides of networks of people who use drugs. Quotations, titles and "
    "official names are left alone.",
    bad="The clinic turns junkies away at the door.",
    good="The clinic turns people who use drugs away at the door.",
    example="paragraph",
    other_levels="a note for a term that guides advise against and that some organisations use themselves",
)
INSULT = RemarkType(
    "word-insults",
    "words",
    "warning",
    "A text insults nobody.",
    "OHCHR refuses communications in abusive language; the Human Rights Committee and others ask for "
    "language that is not abusive.",
    bad="The thugs of the drug squad searched the centre three times in May 2024.",
    good="Officers of the drug squad searched the centre three times in May 2024.",
    example="paragraph",
    other_levels="an error in a document about a case, or where the body refuses insults",
)
COMPARISON = RemarkType(
    "comparison-loaded",
    "words",
    "warning",
    "A text describes what happens and does not compare it with camps, dictators or crimes of another kind.",
    "Treaty bodies ask for objective information. A reader argues about the comparison and forgets the fact.",
    bad="The closed ward of the hospital is a gulag.",
    good="The closed ward of the hospital locks patients in for up to 20 hours a day.",
    example="paragraph",
)
LOADED = RemarkType(
    "word-loaded",
    "words",
    "note",
    "A text describes and leaves the judgement to the reader.",
    "The Committee on Economic, Social and Cultural Rights and others ask for specific and reliable facts "
    "without subjective opinion.",
    bad="The draconian law of 2019 doubled the sentences for possession.",
    good="The law of 2019 doubled the sentences for possession.",
    example="paragraph",
)
SHOUTING = RemarkType(
    "shouting",
    "words",
    "warning",
    "A text has no exclamation marks and no words in capitals for emphasis.",
    "No body has such a rule: to a reader at the United Nations, shouting makes a text less credible.",
    bad="Nobody was ever punished for the raid!!!",
    good="Nobody was ever punished for the raid.",
    example="paragraph",
)
ABBREVIATION = RemarkType(
    "abbreviation-unexplained",
    "words",
    "note",
    "An abbreviation is written out where it first occurs.",
    "United Nations Editorial Manual. Members of a committee come from every field of law.",
    bad="The prison service offers OAT in two of eleven prisons.",
    good="The prison service offers opioid agonist treatment (OAT) in two of eleven prisons.",
    example="paragraph",
)
_IN_BRACKETS = pattern(r"\(([A-Z]{2,})s?\)")
TYPES = (STIGMA, INSULT, COMPARISON, LOADED, SHOUTING, ABBREVIATION)


def check_words(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield remarks on words in *passage* that stigmatise, insult, compare, judge or shout."""
    language, names = submission.language, submission.proper_names
    is_title = passage.role in ("title", "heading")
    stigma = stigmatising(passage.text, language, names, is_title=is_title)
    if hits := [hit for hit in stigma if hit.grade == "strong"]:
        yield _term_remark(STIGMA, passage, hits, submission, level="warning")
    if hits := [hit for hit in stigma if hit.grade != "strong"]:
        yield _term_remark(STIGMA, passage, hits, submission, level="note")
    loaded = loaded_words(passage.text, language, names)
    refused = submission.rules.forbidden.value
    is_refused = isinstance(refused, tuple) and "abusive-language" in refused
    is_grave = is_refused or submission.rules.stage == "case"
    kinds: tuple[tuple[str, RemarkType, Level], ...] = (
        ("insult", INSULT, "error" if is_grave else "warning"),
        ("comparison", COMPARISON, "warning"),
        ("loaded", LOADED, "note"),
    )
    for grade, kind, level in kinds:
        if hits := [hit for hit in loaded if hit.grade == grade]:
            yield _term_remark(kind, passage, hits, submission, level=level)
    if shouts := shouting(passage.text, language, names=names):
        quoted = language.listed([*dict.fromkeys(language.quote(hit.text) for hit in shouts)])
        yield SHOUTING.remark(
            passage.place,
            f"To a reader this looks like shouting: {quoted}.",
            "Write it in small letters." if any(map(str.isalpha, quoted)) else "Use a full stop.",
            path=passage.path,
        )


_TEXTS = {
    STIGMA.code: "Words that can hurt the people it is about",
    INSULT.code: "Insulting words",
    COMPARISON.code: "A comparison that readers will argue about",
    LOADED.code: "Words that judge instead of describing",
}
_ADVICE = {
    STIGMA.code: "Leave it out.",
    INSULT.code: "Say what was done, to whom and when.",
    COMPARISON.code: "Say what was done, to whom and when.",
    LOADED.code: "Give the fact that shows it.",
}
"""What to do about words for which the table has no better ones."""


def _term_remark(
    kind: RemarkType, passage: Passage, hits: list[TermHit], submission: Submission, *, level: Level
) -> Remark:
    """Return one remark on all *hits* in a passage, with the better words."""
    language = submission.language
    terms = list(dict.fromkeys(hit.text for hit in hits))
    better = {hit.text: hit.better for hit in hits if hit.better}
    pairs = [
        f"{_choices(words, language)} in place of {language.quote(term)}" for term, words in better.items()
    ]
    advice = f"Write {language.listed(pairs)}." if pairs else _ADVICE[kind.code]
    remedy = f"{advice} If these are the words of another person, put them in quotation marks."
    return kind.remark(
        passage.place,
        f"{_TEXTS[kind.code]}: {language.listed([*map(language.quote, terms)])}.",
        remedy,
        level=level,
        path=passage.path,
    )


def _choices(better: str, language: Language) -> str:
    """Return the better words of a term, separated by commas, as a choice: “in recovery” or “abstinent”."""
    return language.listed([language.quote(words) for words in better.split(", ")], "or")


def _explained_elsewhere(submission: Submission) -> Iterator[str]:
    """Yield the abbreviations that stand in brackets in the printed document: a clause may explain them."""
    for block in submission.document.blocks if submission.document else ():
        yield from _IN_BRACKETS.findall(block_text(block))


def check_abbreviations(submission: Submission) -> Iterator[Remark]:
    """Yield a note on each abbreviation of the author's that nothing explains before its first use."""
    language = submission.language
    passages = [passage for passage in submission.passages if passage.text.strip()]
    own = dict.fromkeys((*submission.acronyms, *_explained_elsewhere(submission)), "")
    for hit in unexpanded([passage.text for passage in passages], own, language):
        passage = passages[hit.index]
        example = f"{hit.expansion} ({hit.abbreviation})" if hit.expansion else "the whole name (its letters)"
        yield ABBREVIATION.remark(
            passage.place,
            f"Not every reader knows {language.quote(hit.abbreviation)}.",
            f"Write it out the first time: {example}.",
            path=passage.path,
        )
