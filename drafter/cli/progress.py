"""What ``drafter new`` prints around its questions: where the interview is, and the whole before a build."""

from drafter.answers.working import WorkingAnswers
from drafter.cli.layout import show, table, wrapped
from drafter.cli.remarks import remarks_in_words
from drafter.drafting.composing import draft_length
from drafter.drafting.pipeline import ReviewedDraft
from drafter.drafting.resolve import resolve
from drafter.errors import DrafterError
from drafter.interview.flow import Questionnaire
from drafter.interview.items.item import Item
from drafter.interview.progress import SectionProgress, section_progress
from drafter.markup.count import document_sections
from drafter.model.question import Question

WIDTH = 78


class Announcer:
    """Prints where the interview is, when it enters a section, and what a document warns of."""

    def __init__(self, questionnaire: Questionnaire, *, plain: bool) -> None:
        self.questionnaire = questionnaire
        self.plain = plain
        self.section = ""
        self.warned = ""
        """The document whose warning was printed last."""
        self.length = ""
        """The words so far of the limit, as they were when the section began."""

    def __call__(self, item: Item, answers: WorkingAnswers) -> None:
        """Print what is new about the position of *item* in the interview."""
        document = answers.document or ""
        library = self.questionnaire.library
        if document != self.warned and document in library.document_ids():
            self.warned = document
            warning = library.document(document).rules.warning
            if warning:
                print(f"\n{wrapped(warning, '    ')}")
        if item.section != self.section:
            self.section = item.section
            self.length = self._length(answers) if document else ""
            progress = section_progress(item, answers, self.questionnaire)
            print(_spoken(progress, self.length) if self.plain else _drawn(progress, self.length))

    def with_length(self, question: Question) -> Question:
        """Return *question*; the help for a long text or for clauses says how long the document is so far."""
        adds_words = question.kind == "long" or any(choice.words for choice in question.choices)
        if not adds_words or not self.length:
            return question
        return question.model_copy(update={"help": f"{question.help} So far: {self.length}."})

    def _length(self, answers: WorkingAnswers) -> str:
        """Return the words so far of the limit, or nothing where the answers make no document yet."""
        try:
            return str(draft_length(resolve(answers, self.questionnaire.library)))
        except DrafterError:
            return ""


def _drawn(progress: SectionProgress, length: str) -> str:
    """Return the line that opens a section on the screen."""
    more = "+" if progress.may_grow else ""
    position = f"{progress.number} of {progress.total}{more}  " if progress.number else ""
    left = f" · {progress.open_count} to answer" if progress.open_count > 1 else ""
    widest = WIDTH - 9 - len(length) - len(left)
    title = f"{position}{progress.title}"
    title = title if len(title) <= widest else f"{title[: widest - 1]}…"
    return f"\n── {title}{left} {'─' * (widest + 3 - len(title))} {length}".rstrip()


def _spoken(progress: SectionProgress, length: str) -> str:
    """Return the line that opens a section for a screen reader: nothing that only the eye reads."""
    more = " or more" if progress.may_grow else ""
    position = f" {progress.number} of {progress.total}{more}" if progress.number else ""
    title = progress.title.replace(" · ", ", ")
    left = f", {progress.open_count} to answer" if progress.open_count > 1 else ""
    spoken = f"Section{position}: {title}{left}."
    return f"\n{wrapped(f'{spoken} {length}.' if length else spoken)}"


def print_before_building(draft: ReviewedDraft) -> None:
    """Print the sections of *draft* with their words, and its remarks."""
    length = str(draft.length)
    print(f"\n── Before you build {'─' * max(WIDTH - 22 - len(length), 3)} {length}")
    rows = [
        (f"  {section.title or 'Title page'}", f"{section.total:,} words")
        for section in document_sections(draft.draft.document)
        if section.level < 2
    ]
    print(table(rows))
    show(remarks_in_words(draft.remarks))
    if not any(remark.level == "error" for remark in draft.remarks):  # a waived error remains a risk
        print("  Nothing here would get the submission refused.")
