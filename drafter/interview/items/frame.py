"""Questions around the themes: keywords, summary, method, closing paragraph."""

from collections.abc import Iterator

from drafter.answers.changes import Change
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.item import AnswerValue, Item
from drafter.library.library import Library
from drafter.model.marks import UNKNOWN
from drafter.model.mechanism import DocumentRules


class KeywordsItem(Item):
    """The keywords: typed with commas between them, saved as a list."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the keywords as they are typed."""
        return ", ".join(answers.keywords)

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the change that saves each keyword; blanks and question marks are left out."""
        words = [word.strip() for word in str(value or "").split(",")]
        return [(self.path, [word for word in words if word not in ("", UNKNOWN)])]


def frame(rules: DocumentRules, what_became: str) -> Iterator[Item]:
    """Yield the questions around the themes: title, keywords, summary, method, closing paragraph.

    *what_became* counts the earlier recommendations, for the summary.
    """
    section = "Summary and method"
    if "keywords" not in rules.left_out:
        yield KeywordsItem(
            path=("keywords",),
            section=section,
            text="Keywords (three to five, separated by commas)",
            help="The secretariat sorts submissions by them. For example: drug policy, right to health.",
            kind="line",
        )
    if "summary" not in rules.left_out:
        yield Item(
            path=("summary",),
            section=section,
            text="What are the main points?",
            help=f"Write one or two paragraphs. Everybody reads them first; some people read nothing else. "
            f"{what_became}".strip(),
            kind="long",
            allow_unknown=True,
        )
    if "method" not in rules.left_out:
        yield Item(
            path=("method",),
            section=section,
            text="How did you gather the information? From when to when? Who took part?",
            help="Say how you asked people affected, which period you cover, and what the figures leave out.",
            kind="long",
            allow_unknown=True,
        )
    yield Item(
        path=("closing",),
        section=section,
        text="Closing paragraph",
        help="It comes after the recommendations. Leave it empty if you do not want one.",
        kind="long",
        automatic=False,
    )
