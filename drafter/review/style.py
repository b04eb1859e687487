"""Checks of long sentences and of the form of citations."""

from collections.abc import Iterator
from itertools import pairwise

from drafter.language.citation_slips import citation_slips
from drafter.language.sentences import middle_joint, sentences, words_of_own
from drafter.model.note_marks import NOTE
from drafter.model.remark import Remark, RemarkType
from drafter.review.display_names import excerpt
from drafter.review.passages import Passage
from drafter.review.submission import Submission

LONGEST = 40
"""Words that a sentence can have before it is remarked on."""

LONG = RemarkType(
    "sentence-long",
    "words",
    "note",
    "A sentence has at most 40 words.",
    "No body has such a rule: a reader whose first language is another loses the thread of a longer one.",
    bad="""
    summary: >-
      The centre takes people whom the police bring and people whom their families bring, keeps both behind
      the same locked doors for up to two years, and lets nobody see a judge, a lawyer or an independent
      doctor before the commission, which meets twice a year, has heard them.
    """,
    good="""
    summary: >-
      The centre takes people whom the police bring and people whom their families bring, and keeps both
      behind the same locked doors for up to two years. Nobody sees a judge, a lawyer or an independent doctor
      before the commission has heard them. It meets twice a year.
    """,
)
CITATION = RemarkType(
    "citation-form",
    "sources",
    "note",
    "Citations have the form that the United Nations uses.",
    "United Nations Editorial Manual: “para. 5”, “paras. 5–7”, “article 9” in a sentence.",
    bad="The Committee has said so (CCPR/C/GC/35, para. 25-26).",
    good="The Committee has said so (CCPR/C/GC/35, paras. 25–26).",
    example="paragraph",
)
DOUBLED = RemarkType(
    "note-doubled",
    "sources",
    "note",
    "The same note does not stand twice in a row in one paragraph.",
    "No body has such a rule: two equal notes in a row cost words and tell the reader nothing new.",
    bad="The ward has 40 beds.[^F1] In 2024 it held 71 people.[^F1]",
    good="The ward has 40 beds. In 2024 it held 71 people.[^F1]",
    example="paragraph",
)
TYPES = (LONG, CITATION, DOUBLED)


def check_sentences(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a note if *passage* has long sentences. How long a recommendation may be is another check."""
    language = submission.language
    is_list = passage.role == "line" and ";" in passage.text  # such as the mandates that a letter goes to
    if is_list or passage.role == "recommendation" or len(passage.text.split()) <= LONGEST:
        return
    counts = [
        (words_of_own(sentence.text, language), sentence.text)
        for line in ([passage.text] if passage.is_long else passage.text.splitlines())
        for sentence in sentences(line, language)
    ]
    long = [(count, text) for count, text in counts if count > LONGEST]
    if long:
        count, text = max(long)
        several = f"{len(long)} sentences have more than {LONGEST} words. The longest has {count}"
        joint = middle_joint(text, language)
        before = f", for example before {language.quote(f'{joint} …')}" if joint else ""
        yield LONG.remark(
            passage.place,
            f"{several if len(long) > 1 else f'A sentence has {count} words'}: {excerpt(text)}.",
            f"Divide it{before}.",
            path=passage.path,
        )


def check_doubled_notes(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a note if a paragraph of *passage* has the same mark of a note twice in a row."""
    for paragraph in passage.text.split("\n\n"):
        marks = NOTE.findall(paragraph)
        doubled = [mark for mark, following in pairwise(marks) if mark == following]
        if doubled:
            yield DOUBLED.remark(
                passage.place,
                f"The note {submission.language.quote(f'[^{doubled[0]}]')} is there twice in a row.",
                "Keep the last one: it covers what is before it.",
                path=passage.path,
            )
            return


def check_citations(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a note on the citations in *passage* that have another form than the United Nations uses."""
    language = submission.language
    slips = {slip.text: slip.better for slip in citation_slips(passage.text, language)}
    if slips:
        pairs = [
            f"{language.quote(better)} in place of {language.quote(text)}" for text, better in slips.items()
        ]
        yield CITATION.remark(
            passage.place,
            "A citation has a form that the United Nations does not use.",
            f"Write {language.listed(pairs)}.",
            path=passage.path,
        )
