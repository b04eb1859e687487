"""Answers about an organisation that are typed in one line: name and acronym, place and year, contact."""

from drafter.answers.changes import Change
from drafter.answers.paths import answered, at
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.declared import AddTyped
from drafter.interview.items.item import AnswerValue, Item
from drafter.interview.typed_lines import contact_parts, read_place
from drafter.library.library import Library
from drafter.model.node import Node
from drafter.patterns import pattern

_ACRONYM = pattern(r"(?P<name>.*\S)\s*\((?P<acronym>(?=(?:[^()]*[A-Z]){2})[^()\s,;]{2,12})\)")
_EMAIL = pattern(r"\S+@\S+")
_WEBSITE = pattern(r"(?:https?://|www\.)\S+")
_PHONE = pattern(r"\+?[\d ()/.-]{6,}")


class NameItem(Item):
    """The name of an organisation, with its acronym in brackets. The first organisation leads."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the name with the acronym in brackets, as it is typed."""
        name, acronym = at(answers, self.path), at(answers, (*self.path[:-1], "acronym"))
        return f"{name} ({acronym})" if name and acronym else name

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that save name and acronym, and the role of the lead where nobody has it."""
        entry = self.path[:-1]
        changes: list[Change] = [((*entry, key), part) for key, part in name_and_acronym(value).items()]
        has_lead = answered(answers, ("organisations", 0, "role")) or any(
            organisation.role == "lead" for organisation in answers.organisations
        )
        if entry == ("organisations", 0) and not has_lead:
            changes.append(((*entry, "role"), "lead"))
        return changes


def name_and_acronym(value: AnswerValue) -> dict[str, Node]:
    """Return the name and, if it stands behind it in brackets, the acronym of an organisation."""
    match = _ACRONYM.fullmatch(value.strip()) if isinstance(value, str) else None
    return {"name": match["name"], "acronym": match["acronym"]} if match else {"name": value}


class AddOrganisation(AddTyped):
    """Another organisation, by its name."""

    def entry(self, answers: WorkingAnswers, typed: str, library: Library) -> Node:  # noqa: ARG002
        """Return the organisation; it is a co-submitter if another one leads."""
        has_lead = any(organisation.role == "lead" for organisation in answers.organisations)
        return {**name_and_acronym(typed), **({"role": "co-submitter"} if has_lead else {})}


class PlaceItem(Item):
    """City, country and year of an organisation, with commas between them."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the parts as they are typed, or the answer to the question alone."""
        city = at(answers, self.path)
        parts = [at(answers, (*self.path[:-1], key)) for key in ("city", "country", "founded")]
        typed = ", ".join(str(part) for part in parts if part)
        # Nobody typed a place if there is only a year, or if the country is asked again.
        return typed if city or (city == "" and parts[1]) else city

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that save the parts. A country that is not typed is asked for.

        A State alone is the country: an organisation may leave out its town.
        """
        entry = self.path[:-1]
        if not isinstance(value, str) or not value.strip():
            return [((*entry, key), value) for key in ("city", "country")]
        place = read_place(value, frozenset(library.language.month_numbers))
        city, country = place.city, place.country
        if city and library.state(city) is not None and (not country or country == city):
            city, country = "", city
        changes: list[Change] = [((*entry, "city"), city)]
        if country:
            changes.append(((*entry, "country"), country))
        if place.founded:
            year: Node = int(place.founded) if place.founded.isdecimal() else place.founded
            changes.append(((*entry, "founded"), year))
        return changes


class ContactItem(Item):
    """The contact of an organisation: a name, an e-mail address, a telephone number, a web page."""

    def current(self, answers: WorkingAnswers) -> object:
        """Return the parts as they are typed, or the answer to the question alone."""
        parts = [at(answers, (*self.path[:-1], key)) for key in ("person", "email", "phone", "website")]
        typed = ", ".join(str(part) for part in parts if part)
        return typed or at(answers, self.path)

    def changes(self, answers: WorkingAnswers, value: AnswerValue, library: Library) -> list[Change]:  # noqa: ARG002
        """Return the changes that save each part. An e-mail address that is not typed is asked for."""
        entry = self.path[:-1]
        if not isinstance(value, str):
            return [(self.path, value)]
        parts: dict[str, list[str]] = {"person": []}
        for part in contact_parts(value):
            parts.setdefault(_kind_of_contact(part), []).append(part)
        changes: list[Change] = [((*entry, key), ", ".join(texts)) for key, texts in parts.items()]
        before = str(at(answers, (*entry, "email")) or "")
        is_taken_out = "email" not in parts and before and before in str(self.current(answers))
        return [*changes, ((*entry, "email"), "")] if is_taken_out and value != before else changes


def _kind_of_contact(part: str) -> str:
    if _EMAIL.fullmatch(part):
        return "email"
    if _WEBSITE.fullmatch(part):
        return "website"
    return "phone" if _PHONE.fullmatch(part) else "person"
