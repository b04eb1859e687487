"""The bodies that make recommendations, by the abbreviations that databases and symbols of documents use."""

from collections.abc import Mapping

from drafter.model.imported import UPR

_NAMES: Mapping[str, str] = {
    "UPR": UPR,
    "CCPR": "Human Rights Committee",
    "HRCttee": "Human Rights Committee",
    "CESCR": "Committee on Economic, Social and Cultural Rights",
    "E": "Committee on Economic, Social and Cultural Rights",  # its symbols begin with E/C.12
    "CEDAW": "Committee on the Elimination of Discrimination against Women",
    "CERD": "Committee on the Elimination of Racial Discrimination",
    "CRC": "Committee on the Rights of the Child",
    "CRPD": "Committee on the Rights of Persons with Disabilities",
    "CAT": "Committee against Torture",
    "CED": "Committee on Enforced Disappearances",
    "CMW": "Committee on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    "SPT": "Subcommittee on Prevention of Torture",
}
SYMBOL_PATTERN = (
    r"(?:(?:CCPR|CEDAW|CERD|CRC|CRPD|CAT|CED|CMW)/C(?:/OP[A-Z-]*)?|E/C\.12)"
    r"/[A-Z]{3}/CO/\d{1,2}(?:-\d{1,2})?"
    r"(?:/(?:Add|Rev|Corr)\.\d)?"
)
"""The symbol of concluding observations: ``CRC/C/PER/CO/6-7``."""


def body_name(text: str) -> str:
    """Return the name of the body that *text* abbreviates; a mandate such as "SR Torture" as it is."""
    return _NAMES.get(text.strip(), text.strip())


def body_of_symbol(symbol: str) -> str:
    """Return the name of the body whose document has *symbol*, ``""`` if it is not known."""
    return _NAMES.get(symbol.partition("/")[0], "")
