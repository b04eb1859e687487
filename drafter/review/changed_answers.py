"""What no longer holds because the words of a fact or of a story were changed."""

from collections.abc import Iterator

from drafter.model.answers import Answers, Case, Consent


def change_notices(before: Answers, after: Answers) -> Iterator[str]:
    """Yield what no longer holds of a fact or a story because its words were changed."""
    for key, fact in before.facts.items():
        other = after.facts.get(key)
        if fact.checked and other is not None and not other.checked and other.cites_otherwise(fact):
            yield f"{key} was changed, so it no longer counts as checked. Compare it with its source again."
    for key, case in before.cases.items():
        new_text = after.cases.get(key, Case()).text
        if case.text and new_text and new_text != case.text and _has_agreed(case.consent):
            who = case.pseudonym or f"case {key}"
            yield f"{who} agreed to the story as it was. Ask again now that it was changed."


def _has_agreed(consent: Consent) -> bool:
    return "yes" in (consent.body, consent.government, consent.public, consent.confidential)
