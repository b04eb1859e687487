"""What the review says of a submission: a stable code, how grave it is, where, why, and what to do."""

from typing import Literal

from drafter.frozen import frozen


@frozen
class Remark:
    """One remark. An ``error`` stops a final build, a ``warning`` and a ``note`` do not."""

    code: str
    level: Literal["error", "warning", "note"]
    place: str
    text: str
    remedy: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        remedy = f" {self.remedy}" if self.remedy else ""
        return f"{self.level} {self.code}  {where}{self.text}{remedy}"
