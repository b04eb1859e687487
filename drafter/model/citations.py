"""How an authority is cited: in the first note of a document, and where a clause is shown."""

from collections.abc import Mapping

from drafter.language.language import Language
from drafter.model.vocabulary import Authority
from drafter.patterns import pattern

_SYMBOL_OF_RESOLUTION = pattern(r"(?:A/(?:HRC/)?RES/|resolution )(?P<number>.+)")
"""``A/RES/73/192``, ``A/HRC/RES/52/24`` or, for a body without such symbols, ``resolution 55/7``."""


def full_title(authority: Authority, language: Language) -> str:
    """Return an authority as its first note prints it, in the form that the United Nations uses.

    - A treaty is its title alone.
    - A resolution begins with its body and number: *Human Rights Council resolution 52/24, “…” (2023)*. A
      title in a small letter only describes it and is not quoted: *resolution 67/4 on … (2024)*.
    - Any other text is its body, title, symbol and year. The body is left out if the title names it, and the
      year if the title has it in brackets, as those of general comments do.
    """
    if authority.kind == "treaty":
        return authority.title
    resolution = _resolution(authority, language)
    if resolution and authority.kind == "resolution":
        year = f" ({authority.year})" if authority.year else ""
        is_described = authority.title[:1].islower()
        title = f" {authority.title}" if is_described else f", {language.quote(authority.title)}"
        return f"{resolution}{title}{year}"
    is_named = authority.body.casefold() in authority.title.casefold()
    body = "" if resolution or is_named else f"{authority.body}, "
    year = "" if f"({authority.year})" in authority.title else authority.year
    symbol_and_year = ", ".join(part for part in (resolution or authority.symbol, year) if part)
    in_brackets = f" ({symbol_and_year})" if symbol_and_year else ""
    return f"{body}{authority.title}{in_brackets}"


def citation(reference: str, authorities: Mapping[str, Authority], language: Language) -> str:
    """Return the citation of ``authority:locator`` as a first note prints it, also with an unread locator.

    Says so if documents do not print the locator. Returns *reference* itself if the authority is unknown.
    """
    name, _, locator_name = reference.partition(":")
    authority = authorities.get(name)
    if authority is None:
        return reference
    locator = authority.locators.get(locator_name)
    pinpoint = f", {language.cite(locator.cite)}" if locator else ""
    is_unchecked = locator is not None and locator.status != "verified"
    doubt = " (not checked yet, so documents do not print it)" if is_unchecked else ""
    return f"{full_title(authority, language)}{pinpoint}{doubt}"


def _resolution(authority: Authority, language: Language) -> str:
    """Return the body and number of the resolution that is or contains *authority*; empty without one."""
    match = _SYMBOL_OF_RESOLUTION.fullmatch(authority.symbol)
    return language.notes.resolution.format(authority.body, match["number"]) if match else ""
