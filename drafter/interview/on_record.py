"""What the person's other files know: the organisations that submitted before, and the last submission."""

from drafter.frozen import frozen
from drafter.language.english import SCREEN
from drafter.model.node import Tree
from drafter.search import search_form


@frozen
class KnownOrganisation:
    """An organisation in other files, as the last changed of them describes it."""

    saved: Tree
    """What is saved about it, without its role and whether it agreed: that was for another submission."""
    name: str
    acronym: str
    what: str
    files: tuple[str, ...]
    """The names of the files that have it, the last changed first."""

    @property
    def key(self) -> str:
        """Its name in the form in which names are compared."""
        return organisation_key(self.name)


@frozen
class LastSubmission:
    """The file that was changed last."""

    name: str
    tree: Tree
    """Its answers as they are saved."""


@frozen
class OnRecord:
    """What other files know."""

    organisations: tuple[KnownOrganisation, ...] = ()
    last: LastSubmission | None = None
    """``None`` if no other file has an organisation."""
    own_organisation: str = ""
    """The key of the organisation in the profile; empty: there is none."""


NOTHING_ON_RECORD = OnRecord()


def organisation_key(name: str | None) -> str:
    """Return the *name* of an organisation in the form in which names are compared."""
    return " ".join(search_form(name or "", SCREEN).replace(",", " ").split())
