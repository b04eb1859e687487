"""A remark of the review: a stable code, a level, the place, the problem and the remedy."""

from typing import Literal

from drafter.frozen import frozen


@frozen
class Remark:
    """A remark on a submission. Only an ``error`` stops a final build."""

    code: str
    level: Literal["error", "warning", "note"]
    place: str
    text: str
    remedy: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.level} {self.code}  {where}{self.text}{remedy}"
