"""What ``drafter new`` prints around its questions: where the interview is, and the whole before a build."""

from drafter.answers.working import WorkingAnswers
from drafter.cli.layout import wrapped
from drafter.drafting.composing import draft_length
from drafter.drafting.resolve import resolve
from drafter.errors import DrafterError
from drafter.interview.flow import Questionnaire
from drafter.interview.items.item import Item
from drafter.interview.pace import Pace
from drafter.interview.progress import SectionProgress, section_progress
from drafter.interview.section_words import section_of
from drafter.library.library import Library
from drafter.model.question import Question
from drafter.terminal.asker import warning_key

WIDTH = 78


class Announcer:
    """Prints where the interview is, when it enters a section, and what a document warns of."""

    def __init__(
        self, questionnaire: Questionnaire, *, plain: bool, warned: str = "", pace: Pace | None = None
    ) -> None:
        self.questionnaire = questionnaire
        self.pace = pace or Pace()
        self.plain = plain
        self.section = ""
        self.warned = ""
        """The document whose warning was printed last."""
        self.known = warned
        """The document whose warning the person has read before: only the key is named."""
        self.length = ""
        """The words so far of the limit, as they were when the section began."""

    def __call__(self, item: Item, answers: WorkingAnswers) -> None:
        """Print what is new about the position of *item* in the interview."""
        document = answers.document or ""
        library = self.questionnaire.library
        if document != self.warned:
            self.warned = document
            if warning := document_warning(document, library):
                key = warning_key(plain=self.plain)
                known = f"    There is a warning about this document. {key}"
                print(known if document == self.known else f"\n{warning}\n    {key}")
        if item.section != self.section and document:  # before that, nobody knows how many sections there are
            is_new_part = section_of(item) != self.section.split(" · ")[0]
            self.section = item.section
            self.length = self._length(answers)
            progress = section_progress(item, answers, self.questionnaire)
            print(_spoken(progress, self.length) if self.plain else _drawn(progress, self.length))
            if is_new_part and (rest := self.pace.rest(answers, self.questionnaire)):
                print(rest if self.plain else f"    {rest}")

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


def document_warning(document: str, library: Library) -> str:
    """Return the warning of *document*, wrapped for the screen; ``""`` if there is none."""
    warning = library.document(document).rules.warning if document in library.document_ids() else ""
    return wrapped(warning, "    ") if warning else ""


def _drawn(progress: SectionProgress, length: str) -> str:
    """Return the line that opens a section on the screen."""
    position = f"{progress.number} of {progress.total} · " if progress.number else ""
    theme = f"theme {progress.theme_number} of {progress.theme_total} · " if progress.theme_number else ""
    widest = WIDTH - 9 - len(length)
    title = f"{position}{theme}{progress.title}"
    title = title if len(title) <= widest else f"{title[: widest - 1]}…"
    return f"\n── {title} {'─' * (widest + 3 - len(title))} {length}".rstrip()


def _spoken(progress: SectionProgress, length: str) -> str:
    """Return the line that opens a section for a screen reader: nothing that only the eye reads."""
    position = f" {progress.number} of {progress.total}" if progress.number else ""
    theme = f"theme {progress.theme_number} of {progress.theme_total}, " if progress.theme_number else ""
    spoken = f"Section{position}: {theme}{progress.title.replace(' · ', ', ')}."
    return f"\n{wrapped(f'{spoken} {length}.' if length else spoken)}"
