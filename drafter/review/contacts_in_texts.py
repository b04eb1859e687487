"""Telephone numbers and e-mail addresses in a text, and the greeting and signature of a pasted letter."""

from collections.abc import Iterator, Mapping

from drafter.model.kinds import ASKING_KINDS
from drafter.model.remark import Remark, RemarkType
from drafter.patterns import pattern
from drafter.review.names_in_stories import NAME_IN_STORY, names_told
from drafter.review.passages import Passage
from drafter.review.submission import Submission

CONTACT_IN_TEXT = RemarkType(
    "contact-in-text",
    "people",
    "warning",
    "No text has a telephone number or an e-mail address. Those of the submitters are under the title.",
    "A number in a pasted message leads to whoever sent it.",
    bad="She was released on Monday. Call my brother: +1 212 555 0123.",
    good="She was released on Monday, after 540 days and 1 200 000 in bail.",
    example="paragraph",
)
TYPES = (CONTACT_IN_TEXT,)
_EMAIL = pattern(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_NUMBER = pattern(
    r"(?<![\w.,/:–-])(?:(?:\+|\b00)\(?\d{1,4}\)?|\(?\d{2,5}\)?)(?:[ .-]?\(?\d{2,5}\)?){1,5}"
    r"(?![\w/:–-]|[.,]\d)"
)
_THOUSANDS = pattern(r"\d{1,3}(?:[ .]\d{3})+")
_DATE_OR_YEARS = pattern(r"\d{4}-\d\d-\d\d|\d{1,2}[ .-]\d{1,2}[ .-](?:\d{4}|\d\d)|\d{4}[ -]\d{4}|\d{4}-\d\d")
_FEWEST_DIGITS, _MOST_DIGITS = 8, 15
"""Digits of a telephone number: E.164 allows 15, and no number that is dialled from afar has fewer than 8."""
_FEWEST_LINES = 3
_GREETING = pattern(
    r"(?:(?:Dear|Hello|Hi|Good (?:morning|evening|day)) )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}),"
)
_SIGNATURE = pattern(r"([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")


def check_contacts(passage: Passage, submission: Submission) -> Iterator[Remark]:  # noqa: ARG001
    """Yield a remark on a telephone number or an e-mail address in a text.

    Of a Word file only the stories are searched: its paragraphs may be those that print the contact.
    """
    if passage.role not in (("paragraph", "case", "fact", *ASKING_KINDS) if passage.path else ("case",)):
        return
    kinds = []
    if any(map(_is_telephone, _NUMBER.findall(passage.text))):
        kinds.append("A telephone number")
    if _EMAIL.search(passage.text):
        kinds.append("An e-mail address")
    for kind in kinds:
        yield CONTACT_IN_TEXT.remark(
            passage.place,
            f"{kind} is in the text.",
            "Take it out: everybody who gets the document can use it.",
            path=passage.path,
        )


def _is_telephone(number: str) -> bool:
    """Return whether the digits *number* may be dialled, and are no amount, date or span of years."""
    digits = sum(map(str.isdecimal, number))
    is_other = _THOUSANDS.fullmatch(number) or _DATE_OR_YEARS.fullmatch(number)
    has_marks = number[:1] in "+0(" or " " in number or "-" in number
    return _FEWEST_DIGITS <= digits <= _MOST_DIGITS and not is_other and has_marks


def check_names_told(passage: Passage, submission: Submission) -> Iterator[Remark]:
    """Yield a question about each name in what a document about a person tells of what happened."""
    if submission.rules.stage != "case" or passage.path[:1] != ("details",) or not passage.is_long:
        return
    state = submission.state
    names_of_state = (state.name, state.in_text, state.formal) if state else ()
    harmless = (*names_of_state, *submission.proper_names, *_pseudonyms(submission))
    names = (*names_told(passage.text, harmless, submission.language), *_of_a_letter(passage.text, harmless))
    for name in dict.fromkeys(names):
        yield NAME_IN_STORY.remark(
            passage.place,
            f"Is “{name}” a real name? It is in the text.",
            "If it is, write a pseudonym, or who it is: her sister. If not, leave it.",
            level="warning",
            path=passage.path,
        )


def _pseudonyms(submission: Submission) -> Iterator[str]:
    """Yield the names by which the document calls people."""
    answers = submission.answers
    yield from (case.pseudonym or "" for case in answers.cases.values())
    for ask in submission.rules.asks:
        value = answers.details.get(ask.name)
        if ask.person:
            yield str(value or "")
        rows = value if isinstance(value, list | tuple) else ()
        people = [row for row in rows if isinstance(row, Mapping)]
        yield from (str(row.get(field.name) or "") for row in people for field in ask.fields if field.person)


def _of_a_letter(text: str, harmless: tuple[str, ...]) -> Iterator[str]:
    """Yield the names in the greeting and under the text of a pasted letter."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) < _FEWEST_LINES:
        return
    known = {word.casefold() for name in harmless for word in name.split()}
    for match in (_GREETING.fullmatch(lines[0]), _SIGNATURE.fullmatch(lines[-1])):
        if match and match[1].split()[0].casefold() not in known:
            yield match[1]
