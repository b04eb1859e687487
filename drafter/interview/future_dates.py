"""A date in the future where something has come out or begun already, said at the answer."""

from collections.abc import Iterator
from datetime import date

from drafter.answers.working import WorkingAnswers
from drafter.dates import parse_date
from drafter.language.language import Language

_REMEDY = "If that is wrong, change it: Ctrl-B, or Ctrl-O."


def future_dates(before: WorkingAnswers, after: WorkingAnswers, language: Language) -> Iterator[str]:
    """Yield a sentence on each source that is newly dated after today, and each new year of foundation."""
    today = date.today()
    for key, source in after.sources.items():
        old = before.sources.get(key)
        text = str(source.date or "")
        if text and text != str((old and old.date) or "") and _is_later(text, today, language):
            name = language.quote(source.title) if source.title else f"the source {key}"
            yield f"The date of {name}, {text}, is in the future. {_REMEDY}"
    for number, organisation in enumerate(after.organisations):
        known = before.organisations[number] if number < len(before.organisations) else None
        text = str(organisation.founded or "")
        if text and text != str((known and known.founded) or "") and _is_later(text, today, language):
            yield f"The year of foundation, {text}, is in the future. {_REMEDY}"


def _is_later(text: str, today: date, language: Language) -> bool:
    """Return whether *text* is a date of which the first day is after *today*."""
    parsed = parse_date(text, language)
    return parsed is not None and bool(parsed.days) and min(parsed.days) > today
