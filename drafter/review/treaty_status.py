"""What the State of a submission has to do with a treaty."""

from drafter.frozen import frozen
from drafter.model.treaty import Membership


@frozen
class TreatyStatus:
    """What the State of a submission has to do with a treaty, with the titles of the treaty."""

    title: str
    short: str
    membership: Membership

    @property
    def is_sure(self) -> bool:
        """Whether the sources are recent and agree."""
        return self.membership.confidence == "high"
