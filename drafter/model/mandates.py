"""The mandates to which a letter can be addressed, as ``templates/mandates.yaml`` has them."""

from pydantic import model_validator

from drafter.model.base import Value
from drafter.model.mechanism import Confidence, RuleSource


class Mandate(Value):
    """A special rapporteur, an independent expert or a working group."""

    subject: str
    """A few words by which people look for it: ``Health``."""
    title: str
    """The official title, without an article."""
    also: tuple[str, ...] = ()
    """Other words by which a search finds it."""
    fits: str
    """A sentence on what it deals with."""
    source: str
    """The key of the source that has the title."""
    confidence: Confidence

    @property
    def in_text(self) -> str:
        """The title within a sentence: ``the Working Group on Arbitrary Detention``."""
        return f"the {self.title}"


class Mandates(Value):
    """The content of ``templates/mandates.yaml``."""

    sources: dict[str, RuleSource]
    mandates: tuple[Mandate, ...]

    @model_validator(mode="after")
    def _sources_are_there(self) -> "Mandates":
        """Raise ValueError if a mandate names a source that is not there."""
        unknown = [each.source for each in self.mandates if each.source not in self.sources]
        if unknown:
            raise ValueError(f"there is no source '{unknown[0]}'")
        return self
