"""Checks of what only a Word file has: tracked changes, comments, hidden words, links, properties."""

from collections.abc import Callable, Iterator, Sequence

from drafter.model.remark import Remark, RemarkType
from drafter.review.submission import Submission
from drafter.review.word_file import WordFile, WordLine

SHOWN = 3
"""How many places one remark names."""

CHANGES = RemarkType(
    "word-changes",
    "form",
    "error",
    "A file that is sent has no tracked changes.",
    "Word shows them, with the names of those who made them, to everybody who opens the file; so does the "
    "website on which a body publishes it.",
    bad="A Word file in which a colleague's deletions are still tracked.",
    good="The same file after Review › Accept All Changes.",
    example="described",
    other_levels="a warning if only the format was changed",
)
COMMENTS = RemarkType(
    "word-comments",
    "form",
    "error",
    "A file that is sent has no comments.",
    "A comment shows the name of who wrote it, and often a doubt about the text or the name of a person.",
    bad="A Word file with the comment “Do we have a source for this?” in it.",
    good="The same file after Review › Delete All Comments.",
    example="described",
)
HIDDEN = RemarkType(
    "word-hidden",
    "form",
    "warning",
    "A file that is sent has no hidden text.",
    "No body has such a rule: hidden text is not printed, but everybody who opens the file can show it.",
    bad="A Word file in which a sentence has the format “Hidden”.",
    good="The same file without that sentence.",
    example="described",
)
HIGHLIGHT = RemarkType(
    "word-highlight",
    "form",
    "warning",
    "A file that is sent has no words that are highlighted in colour.",
    "No body has such a rule: authors mark with a highlighter what is still to be done, and a reader takes "
    "the text for unfinished.",
    bad="A Word file in which “2,140 people” is highlighted in yellow.",
    good="The same file after the figure was checked and the colour removed.",
    example="described",
)
LOCAL_LINK = RemarkType(
    "word-link-local",
    "form",
    "warning",
    "A link leads to a public address.",
    "No body has such a rule: a link to a file on your own computer works for nobody else, and its path can "
    "show the name of a person.",
    bad=r"A link to file:///C:/Users/anna/Documents/report.pdf.",
    good="A link to https://www.example.org/report.pdf.",
    example="described",
)
PICTURE = RemarkType(
    "word-picture",
    "form",
    "note",
    "Each picture has words that describe it (alternative text).",
    "United Nations accessibility guidelines for documents: who cannot see a picture hears these words.",
    bad="A photo of a closed ward without alternative text.",
    good="The same photo with the alternative text “A ward with eight beds and a barred window”.",
    example="described",
)
LANGUAGE = RemarkType(
    "word-language",
    "form",
    "note",
    "The language of the file is the language of its text.",
    "No body has such a rule: Word checks the spelling, and a screen reader pronounces the text, by it.",
    bad="An English text in a file whose language is German.",
    good="An English text in a file whose language is English.",
    example="described",
)
BOLD_HEADING = RemarkType(
    "word-heading-bold",
    "form",
    "note",
    "A heading has a heading style.",
    "United Nations accessibility guidelines for documents: without the style, the heading is missing in the "
    "navigation, in a table of contents and for people who use a screen reader.",
    bad="A line in bold above each section, in the style “Normal”.",
    good="The same lines in the style “Heading 1”.",
    example="described",
)
NO_RULES = RemarkType(
    "rules-unknown",
    "form",
    "note",
    "A check against the rules of a body needs to know the document.",
    "The length, the parts and the terms that count differ from document to document.",
    bad="drafter check statement.docx, where drafter did not write that file.",
    good="The same with --as upr/joint.",
    example="described",
)
TYPES = (NO_RULES, CHANGES, COMMENTS, HIDDEN, HIGHLIGHT, LOCAL_LINK, PICTURE, LANGUAGE, BOLD_HEADING)
THE_FILE = "this file"
_PUBLIC = ("http://", "https://", "mailto:", "#")


def check_changes(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield an error on tracked changes that are left in *file*, a warning if they are about format alone."""
    if not file.change_authors:
        return
    lines = [line for line in file.lines if line.changes == "text"]
    only_format = not lines and any(line.changes for line in file.lines)
    language = submission.language
    by = language.counted(file.change_authors, "person")
    yield CHANGES.remark(
        _places(lines or [line for line in file.lines if line.changes], submission),
        f"Tracked changes {'of the format ' if only_format else ''}by {by} are left in the text. "
        "drafter has read the text as if they were accepted.",
        "In Word: Review › Accept › Accept All Changes.",
        level="warning" if only_format else "error",
    )


def check_comments(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield an error on comments that are left in *file*."""
    if not (count := file.comments):
        return
    comments, own = submission.language.counted(count, "comment"), file.own_comments
    are_left = f"{'is' if count == 1 else 'are'} left in the file"
    if own == count:
        text = f"{comments} by drafter {are_left}."
        remedy = "Delete all comments in Word under Review, or fill the gaps and make the final version."
    else:
        text = f"{comments} {are_left}, with the name of who wrote it."
        text += f" drafter wrote {own} of them." if own else ""
        remedy = "Answer them, then in Word: Review › Delete › Delete All Comments."
    lines = [line for line in file.lines if line.comments]
    yield COMMENTS.remark(_places(lines, submission), text, remedy)


def check_hidden(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a warning on text that Word does not show."""
    if lines := [line for line in file.lines if line.hidden]:
        yield HIDDEN.remark(
            _places(lines, submission),
            "Hidden text: Word does not print it, but every reader can show it.",
            "In Word, show it with Home › ¶, then delete it.",
        )


def check_highlights(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a warning on words with a colour behind them, unless they are a gap of drafter's."""
    if lines := [line for line in file.lines if line.highlighted]:
        words = submission.language.quote(_shortened(lines[0].highlighted))
        yield HIGHLIGHT.remark(
            _places(lines, submission),
            f"Words are highlighted in colour, such as {words}. A reader takes the text for unfinished.",
            "Check what is marked, then remove the colour.",
        )


def check_links(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a warning on links that lead to somebody's own computer."""
    lines = [line for line in file.lines if any(map(_is_local, line.links))]
    if lines:
        yield LOCAL_LINK.remark(
            _places(lines, submission),
            "A link leads to a file on your own computer or network.",
            "Remove the link, or give it a public address.",
        )


def check_pictures(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a note on pictures that no words describe."""
    lines = [line for line in file.lines if line.pictures_without_words]
    if lines:
        count = submission.language.counted(sum(line.pictures_without_words for line in lines), "picture")
        yield PICTURE.remark(
            _places(lines, submission),
            f"{count} without alternative text.",
            "In Word, right-click the picture and choose View Alt Text. Describe it in a sentence.",
        )


def check_language(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a note if the language of *file* is not that of the submission."""
    code = submission.language.code
    if file.language and not file.language.lower().startswith(code):
        yield LANGUAGE.remark(
            THE_FILE,
            f"Its language is {file.language}, but the text is in {submission.language.proofing}.",
            "In Word, select all the text, then Review › Language › Set Proofing Language.",
        )


def check_bold_headings(file: WordFile, submission: Submission) -> Iterator[Remark]:
    """Yield a note on headings that are only bold."""
    if lines := [line for line in file.lines if line.is_bold_heading]:
        yield BOLD_HEADING.remark(
            _places(lines, submission),
            "Headings are marked by bold letters only.",
            "Give them the styles Heading 1 and Heading 2.",
        )


FILE_CHECKS: tuple[Callable[[WordFile, Submission], Iterator[Remark]], ...] = (
    check_changes,
    check_comments,
    check_hidden,
    check_highlights,
    check_links,
    check_pictures,
    check_language,
    check_bold_headings,
)
"""The checks of a Word file, in the order in which their remarks are shown within one level."""


def _places(lines: Sequence[WordLine], submission: Submission) -> str:
    """Return the places of the first *lines* in words, and the number of the others."""
    places = list(dict.fromkeys(line.place for line in lines))
    more = len(places) - SHOWN
    if not places:
        return THE_FILE
    return submission.language.listed([*places[:SHOWN], *([f"{more} more"] if more > 0 else [])])


def _is_local(address: str) -> bool:
    """Return whether *address* leads to a file and not to the web or to an e-mail address."""
    return not address.strip().lower().startswith(_PUBLIC)


def _shortened(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + (" …" if len(words) > 6 else "")
