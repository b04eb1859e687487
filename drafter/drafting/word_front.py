"""What the first lines and the properties of a Word file say: the document, the State, who submits it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from drafter.language.language import Language
from drafter.library.library import Library
from drafter.model.answers import Organisation
from drafter.model.mechanism import DocumentType
from drafter.model.vocabulary import State
from drafter.review.word_file import WordFile

FRONT_LINES = 12
"""Lines at the beginning of a file that can be title, occasion and names."""
FEWEST = 2
"""How often a text names the State that it is about."""
SUBJECT = "subject"
"""The property in which drafter writes the name of the document."""
_LABEL = re.compile(r"(?P<name>.*\S)\s*\((?P<acronym>[A-Z][\w&.-]{1,14})\)")


def recognised_document(file: WordFile, library: Library) -> DocumentType | None:
    """Return the document type of a *file* that drafter wrote first, None if that is not certain.

    drafter writes the document type into the properties of the file, and its name as the subject.
    """
    if not file.has_seal:
        return None
    known = tuple(library.document_ids())
    if file.document_type in known:
        return library.document(file.document_type)
    name = file.properties.get(SUBJECT, "").strip()
    same = [kind for kind in map(library.document, known) if name and kind.rules.name == name]
    return same[0] if len(same) == 1 else None


def recognised_state(file: WordFile, library: Library) -> State | None:
    """Return the State that the first lines of *file* name, or else the text by far the most often.

    None if the first lines name several, or if the text is not clear.
    """
    front = _states_in("\n".join(_front(file, with_names=False)), library)
    if front:
        return library.states[next(iter(front))] if len(front) == 1 else None
    counts = _states_in("\n".join(line.text for line in file.lines), library).most_common(2)
    is_clear = counts and counts[0][1] >= FEWEST and (len(counts) == 1 or counts[0][1] >= 2 * counts[1][1])
    return library.states[counts[0][0]] if is_clear else None


def _states_in(text: str, library: Library) -> Counter[str]:
    """Return how often *text* names each State, by its code, and not "Guinea" in "Equatorial Guinea"."""
    codes = {
        name: state.code
        for state in library.states.values()
        for name in (state.name, library.language.without_article(state.in_text))
        if name and name in text
    }
    longest_first = sorted(codes, key=len, reverse=True)
    names = re.findall(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", text) if codes else []
    return Counter(codes[name] for name in names)


def submitters(file: WordFile, language: Language) -> tuple[Organisation, ...]:
    """Return the organisations that the line "Submitted by: …" names; the first one is the lead."""
    words = language.review_words().outline()
    for text in _front(file):
        if match := words.submitters.search(text):
            names = [part.strip(" .") for part in text[match.end() :].split(";")]
            return tuple(
                _organisation(name, language.labels.ecosoc, is_lead=number == 0)
                for number, name in enumerate(filter(None, names))
            )
    return ()


def _organisation(text: str, statuses: Mapping[str, str], *, is_lead: bool) -> Organisation:
    """Return the organisation that *text* names, with its consultative status if it is there."""
    status = next((key for key, words in statuses.items() if words in text), None)
    name = text.split(f", in {statuses[status]}")[0].split(f", {statuses[status]}")[0] if status else text
    match = _LABEL.fullmatch(name)
    return Organisation.model_validate(
        {
            "name": match["name"] if match else name,
            "acronym": match["acronym"] if match else None,
            "role": "lead" if is_lead else "co-submitter",
            "ecosoc": status,
        }
    )


def _front(file: WordFile, *, with_names: bool = True) -> Iterator[str]:
    """Yield the texts before the first heading, at most so many; *with_names* also those of the names."""
    for line in file.lines[:FRONT_LINES]:
        if line.kind == "heading":
            return
        if with_names or line.kind == "title" or ":" not in line.text:
            yield line.text
