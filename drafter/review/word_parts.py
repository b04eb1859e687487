"""Checks of the parts of a Word file: those that the rules require, and an ask in each section."""

from collections.abc import Iterator, Sequence

from drafter.model.mechanism import STAGE_KINDS
from drafter.model.remark import Level, Remark
from drafter.model.requirements import REQUIRED
from drafter.review.asks import THEME_WITHOUT_ASK
from drafter.review.display_names import excerpt
from drafter.review.passages import Passage
from drafter.review.required import KINDS, REQUIRED_MISSING, required_names
from drafter.review.severity import LEVEL_BY_CONFIDENCE, rule_origin
from drafter.review.submission import Submission
from drafter.review.word_file import WordFile, WordLine

FEWEST = 2
"""Sections with an ask from which every section between them should have one."""


def check_parts(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a remark on each required part that a reader would not find in *file*.

    Parts are recognised by words, so that none is an error. Only a body can tell that one is missing.
    """
    rule = submission.rules.required
    level: Level = "note" if LEVEL_BY_CONFIDENCE[rule.confidence] == "note" else "warning"
    for name in required_names(submission):
        if _is_missing(name, file, submission):
            yield REQUIRED_MISSING.remark(
                "this document",
                f"Required by the rules, and not seen by drafter: {REQUIRED[name]}.",
                f"Add it if it is not there. {rule_origin(rule, submission.rule_sources)}".strip(),
                level=level,
            )


def _is_missing(name: str, file: WordFile, submission: Submission) -> bool:
    """Return whether the required *name* is certainly not in *file*; False for what cannot be recognised."""
    words = submission.language.review_words().outline()
    if name in KINDS:
        return not any(passage.role == KINDS[name] for passage in submission.read_passages or ())
    if name == "keywords":
        return not any(words.keywords.search(line.text) for line in file.lines)
    return False


def check_asks_of_sections(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a warning on each section without an ask that is between sections that have one."""
    kind = STAGE_KINDS[submission.rules.stage][-1]
    if f"{kind}s" not in required_names(submission):
        return
    with_ask = _sections_with(kind, submission.read_passages or ())
    headings = [line for line in file.lines if _is_section(line, submission)]
    asked = [number for number, line in enumerate(headings) if line.text in with_ask]
    between = headings[asked[0] : asked[-1]] if asked else []
    if len(asked) < FEWEST or 2 * len(asked) <= len(between):
        return  # the document has its asks in one part, and a few elsewhere
    for line in between:
        if line.text not in with_ask and _has_text(line, file):
            yield THEME_WITHOUT_ASK.remark(
                f"the section {excerpt(line.text)}",
                f"It has no {kind}, so nobody can take anything from it.",
                f"Add a {kind} for it.",
            )


def _is_section(line: WordLine, submission: Submission) -> bool:
    """Return whether *line* is the heading of a section, and not of the recommendations of all sections."""
    words = submission.language.review_words().outline()
    is_about_asks = words.asks_heading.search(line.text) or words.earlier_heading.search(line.text)
    return line.kind == "heading" and line.level == 1 and not is_about_asks


def _sections_with(kind: str, passages: Sequence[Passage]) -> frozenset[str]:
    """Return the headings over the asks of this *kind*, which may be at the end of the document."""
    return frozenset(passage.section for passage in passages if passage.role == kind)


def _has_text(heading: WordLine, file: WordFile) -> bool:
    """Return whether there is text between *heading* and the next one."""
    return any(line.heading == heading.text and line.kind in ("paragraph", "item") for line in file.lines)
