"""The section of one theme, with everything on which its questions depend."""

from drafter.answers.paths import KeyPath
from drafter.answers.working import WorkingAnswers
from drafter.frozen import frozen
from drafter.library.library import Library
from drafter.model.answers import ThemeSection
from drafter.model.mechanism import DocumentRules, DocumentType


@frozen
class SectionContext:
    """A section of the submission, seen from its questions."""

    answers: WorkingAnswers
    library: Library
    document: DocumentType
    number: int
    """The place of the section among the themes, counted from 0."""

    @property
    def path(self) -> KeyPath:
        """The path of the section in the answers."""
        return ("themes", self.number)

    @property
    def section(self) -> ThemeSection:
        """The answers of the section."""
        return self.answers.themes[self.number]

    @property
    def theme(self) -> str:
        """The id of the theme."""
        return self.section.theme

    @property
    def title(self) -> str:
        """The title of the theme, its id where the library does not have it."""
        return theme_title(self.theme, self.library)

    @property
    def rules(self) -> DocumentRules:
        """The rules of the document."""
        return self.document.rules


def section_context(answers: WorkingAnswers, library: Library, theme: str) -> SectionContext:
    """Return the section about *theme*. Raises KeyError if it is not one of the themes."""
    document = library.document(answers.document or "")
    return SectionContext(answers, library, document, section_number(answers, theme))


def theme_title(theme: str, library: Library) -> str:
    """Return the title of *theme*, its id where the library does not have it."""
    known = library.themes.themes.get(theme)
    return known.title if known else theme


def section_number(answers: WorkingAnswers, theme: str) -> int:
    """Return the place of the section about *theme*. Raises KeyError if it is not one of the themes."""
    for number, section in enumerate(answers.themes):
        if section.theme == theme:
            return number
    raise KeyError(theme)


def section_path(answers: WorkingAnswers, theme: str) -> KeyPath:
    """Return the path of the section about *theme*. Raises KeyError if it is not one of the themes."""
    return ("themes", section_number(answers, theme))
