"""What ``drafter new`` prints around its questions: where the interview is, and the whole before a build."""

from drafter.answers.working import WorkingAnswers
from drafter.cli.layout import ruled_heading, wrapped
from drafter.cli.paging import paged
from drafter.drafting.composing import finished_length
from drafter.drafting.resolve import resolve
from drafter.errors import DrafterError
from drafter.frozen import replaced
from drafter.interview.flow import Questionnaire
from drafter.interview.items.item import Item, is_finished
from drafter.interview.pace import Pace
from drafter.interview.progress import PART, SectionProgress, decided, section_progress
from drafter.library.library import Library
from drafter.model.question import Question
from drafter.review.length import limit_depends_on_submitters
from drafter.terminal.asker import warning_key
from drafter.terminal.width import PrintedAbove

_LINES_OF_LIST = 14


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
        """The words so far of the limit, for the question that is asked now."""
        self.highest = 0
        """The highest number of a section that was shown."""
        self.total = 0
        """The highest number of sections that was shown."""
        self.has_explained = False
        """Whether it was said what the number of words counts."""

    def __call__(self, item: Item, answers: WorkingAnswers) -> None:
        """Print what is new about the position of *item* in the interview."""
        document = answers.document or ""
        library = self.questionnaire.library
        if document != self.warned:
            self.warned = document
            if warning := document_warning(document, library):
                self._warn(warning, is_known=document == self.known)
        is_new = item.section != self.section and bool(document)  # before, nobody knows how many there are
        if is_new or _adds_words(item):
            self.length = self._length(answers)
        if is_new:
            before, self.section = self.section, item.section
            self._announce_section(item, answers, before)

    def _warn(self, warning: str, *, is_known: bool) -> None:
        """Show *warning*. If a list below it would push it off the screen, show it on a separate page."""
        key = warning_key(plain=self.plain)
        if is_known:
            print(f"    There is a warning about this document. {key}")
            return
        shown = f"\n{warning}\n    {key}"
        with paged(plain=self.plain, lines_below=_LINES_OF_LIST) as page:
            print(shown)
        PrintedAbove.lines += 0 if page.by_page else shown.count("\n") + 1

    def _announce_section(self, item: Item, answers: WorkingAnswers, before: str) -> None:
        """Print the section of *item*; if *before* was in it, only the part of it, such as a fact, if any.

        A part that is only counted, such as "1 of 20", says nothing without its section.
        """
        section, _, part = item.section.partition(PART)
        is_same = section == before.partition(PART)[0]
        if is_same and not part:
            return
        if is_same:
            progress = SectionProgress(item.section if part[0].isdigit() else part, None, 0)
        else:
            progress = self._forward(section_progress(item, answers, self.questionnaire))
        heading = _spoken(progress, self.length) if self.plain else _drawn(progress, self.length)
        print(heading)
        PrintedAbove.lines += heading.count("\n") + 1
        self._explain()
        if not is_same and (rest := self.pace.rest(answers, self.questionnaire)):
            print(rest if self.plain else f"    {rest}")

    def _forward(self, progress: SectionProgress) -> SectionProgress:
        """Return *progress* without its number if a later section was shown: numbers never go back.

        A question of an earlier section may come because of a later answer, or because the person went back.
        """
        if progress.number is None:
            return progress
        self.total = max(self.total, progress.total)
        is_back = progress.number < self.highest
        self.highest = max(self.highest, progress.number)
        return replaced(progress, number=None if is_back else progress.number, total=self.total)

    def _explain(self) -> None:
        """Say once what the number of words counts."""
        if self.has_explained or not self.length:
            return
        self.has_explained = True
        where = "The number of words is that" if self.plain else "On the right: the words"
        shown = wrapped(
            f"{where} of the Word file so far, without what is open.", "" if self.plain else "    "
        )
        print(shown)
        PrintedAbove.lines += shown.count("\n") + 1

    def with_length(self, question: Question) -> Question:
        """Return *question*; the help for a long text or for clauses says how long the document is so far."""
        if not _adds_words(question) or not self.length:
            return question
        return question.model_copy(update={"help": f"{question.help} So far: {self.length}."})

    def _length(self, answers: WorkingAnswers) -> str:
        """Return the words so far of the limit, or nothing where the answers make no document yet.

        A limit that depends on how many organisations submit is shown once that is known.
        """
        try:
            resolved = resolve(decided(answers), self.questionnaire.library)
            length = finished_length(resolved)
        except DrafterError:
            return ""
        confirmed = sum(each.status == "confirmed" for each in resolved.answers.organisations)
        is_known = confirmed > 1 or is_finished(answers, "organisations")
        if limit_depends_on_submitters(resolved.rules) and not is_known:
            length = replaced(length, limit=None)
        return str(length)


def _adds_words(question: Question) -> bool:
    """Return whether the answer to *question* makes the document longer by more than a line."""
    return question.kind == "long" or any(choice.words for choice in question.choices)


def document_warning(document: str, library: Library) -> str:
    """Return the warning of *document*, wrapped for the screen; ``""`` if there is none."""
    warning = library.document(document).rules.warning if document in library.document_ids() else ""
    return wrapped(warning, "    ") if warning else ""


def _drawn(progress: SectionProgress, length: str) -> str:
    """Return the line that opens a section on the screen."""
    position = f"{progress.number} of {progress.total} · " if progress.number else ""
    theme = f"theme {progress.theme_number} of {progress.theme_total} · " if progress.theme_number else ""
    return ruled_heading(f"{position}{theme}{progress.title}", length)


def _spoken(progress: SectionProgress, length: str) -> str:
    """Return the line that opens a section for a screen reader: nothing that only the eye reads."""
    position = f" {progress.number} of {progress.total}" if progress.number else ""
    theme = f"theme {progress.theme_number} of {progress.theme_total}, " if progress.theme_number else ""
    opening = f"Section{position}: {theme}" if progress.total else ""
    title = progress.title.replace(PART, ", ")
    spoken = f"{opening}{title if opening else title[:1].upper() + title[1:]}."
    return f"\n{wrapped(f'{spoken} {length}.' if length else spoken)}"
