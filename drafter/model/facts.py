"""Facts and their sources in an answers file."""

from typing import Literal

from pydantic import field_validator

from drafter.model.answer_model import AnswerModel
from drafter.patterns import pattern

_LANGUAGE_CODE = pattern(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Source(AnswerModel):
    """A publication, a record or the organisation's own documentation that supports facts."""

    author: str | None = None
    title: str | None = None
    publisher: str | None = None
    date: str | int | None = None
    address: str | None = None
    seen: str | None = None
    """The date on which the address was opened."""
    citation: str | None = None
    """The whole note, letter for letter, in place of one made of the other fields."""
    language: str | None = None
    """The ISO 639 code of the language of its title and of its author's name, if that is not the document's:
    ``fr``. Word then does not mark them as misspelt, and a screen reader speaks them in that language."""
    example: bool = False
    """True for an invented source in an example; its note says so."""

    @field_validator("language")
    @classmethod
    def _is_code(cls, code: str | None) -> str | None:
        if code and not _LANGUAGE_CODE.fullmatch(code):
            raise ValueError(f"{code!r} is no code of a language; write two or three letters, such as fr")
        return code


FACT_CONTENT = ("text", "period", "place", "disaggregation", "caveat", "source", "cited_in", "locator")
"""The fields of a fact that say something, or say where it is from."""


class Fact(AnswerModel):
    """A fact in one or more sentences, with its source.

    ``period``, ``place`` and ``disaggregation`` are printed in brackets after the text, where the text does
    not say the same.
    """

    text: str | None = None
    period: str | int | None = None
    """When it was so: a year, from when to when, or the day of the count ("on 31 December 2024")."""
    place: str | None = None
    disaggregation: str | None = None
    """The figures for women, men and other groups. Printed if it has a number."""
    caveat: str | None = None
    """What the figure leaves out, as a sentence. It is printed directly after the text."""
    source: str | None = None
    """The key of a source."""
    cited_in: str | None = None
    """The key of the source in which the author read it, if not in ``source`` itself."""
    locator: str | None = None
    """The page or paragraph, as printed: ``p. 12``, ``para. 34``. It is that of the source that was read."""
    checked: bool = False
    """Whether somebody has checked the fact against its source."""
    use: Literal["recent", "background"] | None = None
    """For an old fact: ``recent`` if it is still so, ``background`` if it says how things were."""

    @field_validator("source", mode="before")
    @classmethod
    def _blank_is_not_known(cls, source: object) -> object:
        return None if source == "" else source

    def cites_otherwise(self, other: "Fact") -> bool:
        """Return whether this fact says or cites something else than *other*."""
        return any(getattr(self, name) != getattr(other, name) for name in FACT_CONTENT)

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of its source and of the source in which that is cited."""
        return tuple(key for key in (self.source, self.cited_in) if key)
