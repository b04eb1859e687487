"""Treaties, and what a State has to do with each: party, signed, not a party, withdrawn."""

from typing import Literal

from drafter.model.base import Value
from drafter.model.mechanism import Confidence

TreatyKind = Literal["treaty", "competence", "opt-out"]
PartyStatus = Literal["party", "signed", "none", "withdrawn"]


class Treaty(Value):
    """A treaty, or a competence of a body that a State accepts or excludes by a declaration."""

    title: str
    kind: TreatyKind = "treaty"
    needs: str = ""
    """The treaty that it presupposes."""
    what: str = ""
    """What it allows: individual communications to a committee, for example."""
    core: bool = False
    """Whether it is one of the core human rights treaties of the United Nations."""
    nearly_universal: bool = False
    """Whether it binds more than nine of ten States."""
    caution: str = ""
    """What authors must know before they rely on it. Never printed."""


class Membership(Value):
    """What a State has to do with a treaty, as far as a source says it."""

    treaty: str
    status: PartyStatus
    since: str = ""
    """The day of the deposit, the signature or the end: ``1992-09-24``, a year, or empty if not known."""
    as_of: str
    """The date of the newest source that has the status."""
    confidence: Confidence
    """Of the status, not of the date."""
    source: str

    @property
    def binds(self) -> bool:
        """Whether the State is bound, or has accepted the competence."""
        return self.status == "party"


class Memberships(Value):
    """What a State has to do with each treaty that is known of it."""

    by_treaty: dict[str, Membership] = {}
