"""The names of the rows of the overview: the object first, such as "F3 · source", then the answer."""

from collections.abc import Iterable, Iterator, Sequence

from drafter.answers.paths import MISSING, KeyPath, answered, dotted, is_private
from drafter.answers.working import WorkingAnswers
from drafter.interview.items.item import Item
from drafter.library.library import Library
from drafter.model.question import Choice, Question

WIDEST_OBJECT = 26
"""Letters of an object: the label and the answer have to fit beside it."""
WIDEST_QUESTION = 40
"""Letters of a question in a row, where no shorter label was given."""
_LABELS: dict[KeyPath, str] = {
    ("document",): "Document",
    ("state",): "State",
    ("language",): "Language",
    ("title",): "Title",
    ("keywords",): "Keywords",
    ("summary",): "Summary",
    ("method",): "Sources and method",
    ("closing",): "Closing paragraph",
    ("stand_for",): "What you stand for",
    ("refuse",): "What you refuse",
    ("themes",): "Themes",
    ("confirmed_authorities",): "Paragraphs that you looked up",
    ("interview", "more", "checked"): "Facts · checked",
    ("recommendations", "grouped_by"): "Recommendations · grouped",
    ("earlier_table", "place"): "Table · place",
    ("earlier_table", "by_theme"): "Table · by theme",
    ("earlier_table", "picture"): "Table · counts",
    ("sign_off", "place"): "Signature · place",
    ("sign_off", "date"): "Signature · date",
    ("sign_off", "name"): "Signature · name",
    ("sign_off", "function"): "Signature · position",
}
"""Labels of the questions that there are once, by path."""
_LINES = {
    ("organisations", "acronym"): "name",
    ("organisations", "country"): "city",
    ("organisations", "founded"): "city",
    ("organisations", "email"): "person",
    ("organisations", "phone"): "person",
    ("organisations", "website"): "person",
    ("earlier", "paragraph"): "document",
    ("earlier", "states"): "document",
}
"""By the first and the last step of its path: the question whose line has the answer too."""
_PARTS = {
    "organisations": {
        "name": "name", "acronym": "acronym", "role": "role", "status": "agreed?", "what": "what it does",
        "city": "place and year", "country": "country", "founded": "year", "ecosoc": "status (ECOSOC)",
        "person": "contact", "email": "e-mail", "phone": "telephone", "address": "address",
        "website": "web page",
    },
    "facts": {
        "text": "text", "period": "when and where", "disaggregation": "women, men, groups",
        "caveat": "what it leaves out", "source": "source", "cited_in": "cited in", "locator": "page",
        "checked": "checked", "use": "old or still so",
    },
    "sources": {
        "title": "title", "author": "author", "publisher": "publisher", "date": "date", "address": "link",
        "seen": "opened on",
    },
    "cases": {
        "pseudonym": "pseudonym", "age_group": "adult or child", "text": "story",
        "identifying": "what identifies", "given": "how consent was given", "body": "consent: the body",
        "government": "consent: Government", "public": "consent: publication",
        "confidential": "consent: confidential", "guardian": "consent: guardian",
        "details": "consent: details",
        "name": "real name",
    },
    "earlier": {
        "text": "text", "body": "made by", "document": "document", "paragraph": "paragraph",
        "states": "States", "position": "response", "status": "what became of it", "evidence": "how you know",
        "measures": "what was done", "needed": "what is needed", "themes": "themes", "facts": "facts",
        "answered_by": "taken up by",
    },
    "own": {
        "manner": "manner", "addressee": "who should do it", "text": "text", "verb": "verb", "what": "what",
        "how": "how", "by_when": "by when", "term": "when",
    },
}  # fmt: skip
"""Labels of the questions about an object, by the kind of the object and the last step of the path."""


def row_name(item: Item, answers: WorkingAnswers) -> str:
    """Return what a row is about: its object and a label, or the question in short."""
    path: KeyPath = item.path[1:] if is_private(item.path) else item.path
    label = _LABELS.get(path)
    if label:
        return label
    kind, last = str(path[0]), str(path[-1])
    if kind == "themes" and path[2:3] == ("own",):
        own = answers.themes[int(path[1])].own[int(path[3])]
        return f"Own {own.kind} {int(path[3]) + 1} · {_PARTS['own'].get(last, last)}"
    if kind == "themes" and last in ("clauses", "facts", "heading", "under"):
        return {
            "clauses": "Clauses",
            "facts": "Facts",
            "heading": "Heading",
            "under": "Question of the call",
        }[last]
    if kind in _PARTS and last in _PARTS[kind]:
        return f"{_object(kind, path, answers)} · {_PARTS[kind][last]}"
    if kind == "details" and len(path) == 4:
        return f"{str(path[1]).replace('_', ' ')} {int(path[2]) + 1} · {last.replace('_', ' ')}"
    return _cut(item.text, WIDEST_QUESTION)


def _object(kind: str, path: KeyPath, answers: WorkingAnswers) -> str:
    """Return the object that a path is about: ``F3``, the acronym of an organisation, the number of a row."""
    key = path[1]
    match kind:
        case "organisations":
            known = int(key) < len(answers.organisations)
            organisation = answers.organisations[int(key)] if known else None
            name = (organisation.acronym or organisation.name) if organisation else None
            return _cut(name, WIDEST_OBJECT) if name else f"Organisation {int(key) + 1}"
        case "earlier":
            row = answers.earlier[int(key)]
            return str(row.paragraph) if row.paragraph else f"Recommendation {int(key) + 1}"
        case "cases":
            case = answers.cases.get(str(key))
            return f"{key} {_cut(case.pseudonym, WIDEST_OBJECT)}" if case and case.pseudonym else str(key)
    return str(key)


def overview_row(
    item: Item, answers: WorkingAnswers, library: Library, remarks: Sequence[str] = ()
) -> tuple[Choice, Item]:
    """Return the row that shows *item* with its answer and *remarks*; a private answer is not shown."""
    private = is_private(item.path)
    current = MISSING if private else item.current(answers)
    if item.path == ("state",) and isinstance(current, str) and (state := library.state(current)):
        current = state.name  # the file may have its code
    if (item.path[0], item.path[-1]) == ("earlier", "body") and current in library.mechanism_ids:
        current = library.mechanism(str(current)).title
    words = "in the private file" if private else answer_in_words(item, current)
    whole = "" if private else answer_in_words(item, current, None)
    choice = Choice(
        value=dotted(item.path),
        title=f"{row_name(item, answers)} → {words}",
        note=f"! {remarks[0]}" if remarks else "",
        also=item.section,
        more="\n".join((f"{item.text} {whole}", *remarks)),
    )
    return choice, item


def is_in_a_line(item: Item, answers: WorkingAnswers) -> bool:
    """Return whether the answer to *item* is a part of a line that is a row already."""
    line = _LINES.get((str(item.path[0]), str(item.path[-1])))
    return line is not None and answered(answers, (*item.path[:-1], line))


def answer_in_words(question: Question, value: object, widest: int | None = 60) -> str:
    """Return an answer in a few words, or whole where no *widest* is given."""
    if value is MISSING and not question.automatic:
        return "as usual"
    titles = {choice.value: choice.title.split("  ")[-1].strip() for choice in question.choices}
    if question.kind not in ("choice", "search", "choices"):
        titles = {}  # of a line, choices are examples
    if isinstance(value, str) and value in titles:
        return titles[value]
    if value is None or value is MISSING:
        return "not known yet"
    if value in ("", [], ()):
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        several = ", ".join(titles.get(str(item), str(item)) for item in value)
        return several if widest is None else _cut(several, widest)
    words = titles.get(str(value), " ".join(str(value).split()))
    return words if widest is None else _cut(words, widest)


def told_apart(names: Iterable[str], width: int) -> Iterator[str]:
    """Yield each of *names*; one that begins like another one before it has a number in front of it."""
    seen: dict[str, int] = {}
    for name in names:
        count = seen[name[:width]] = seen.get(name[:width], 0) + 1
        yield name if count == 1 else f"({count}) {name}"


def _cut(text: str, widest: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= widest else f"{words[: widest - 1]}…"
