"""Refusing note marks and paragraph roles that name nothing, with the file and line where they are."""

from collections.abc import Iterable

from drafter.compose.sections import Library
from drafter.compose.wording import nonblank
from drafter.errors import DrafterError, Fault
from drafter.model.answers import Answers
from drafter.model.blocks import ROLES, Block, Paragraph
from drafter.model.text_walk import path_in_words, texts_of


def refuse_unknown_roles(blocks: Iterable[Block], shape: str) -> None:
    """Raise DrafterError if a ``:::`` fence in a shape or a clause has a role without a style."""
    unknown = {block.role for block in blocks if isinstance(block, Paragraph)}.difference(ROLES)
    if unknown:
        roles = ", ".join(sorted(ROLES))
        raise DrafterError(
            Fault(f"'{role}' is not the role of a paragraph", f"After ':::' write one of: {roles}.", shape)
            for role in sorted(unknown)
        )


def refuse_unknown_notes(keys: Iterable[str], answers: Answers, library: Library) -> None:
    """Raise DrafterError with a fault for each of *keys* that names no fact, no source and no authority."""
    faults = []
    for key in dict.fromkeys(keys):
        problem = _problem(key, answers, library)
        if problem:
            faults.append(Fault(*problem, *_location(f"[^{key}]", answers, library)))
    if faults:
        raise DrafterError(faults)


def _problem(key: str, answers: Answers, library: Library) -> tuple[str, str] | None:
    """Return fault and remedy for the note *key*, ``None`` if it names something."""
    if key in answers.facts or key in answers.sources:
        return None
    name, _, locator = key.partition(":")
    authority = library.authorities.get(name)
    if authority is None:
        return f"the note [^{key}] names no fact and no authority", "Correct it or add the fact."
    if locator and locator not in authority.locators:
        locators = ", ".join(authority.locators) or "none"
        return f"the authority '{name}' has no place '{locator}'", f"It has these places: {locators}."
    return None


def _location(mark: str, answers: Answers, library: Library) -> tuple[str, str]:
    """Return file and line of the chosen clause that contains *mark*.

    If none does, the file is empty and the line is the path of the text in the answers.
    """
    for section in answers.themes:
        for chosen in section.clauses:
            clause = library.clause(chosen.clause)
            if nonblank(chosen.text) is not None:
                continue
            if mark in clause.text:
                line = clause.text_line + clause.text[: clause.text.index(mark)].count("\n")
                return clause.file or clause.id, f"line {line}"
            if any(mark in text for text in clause.texts):
                return clause.file or clause.id, ""
    paths = (path for path, text in texts_of(answers.model_dump()) if mark in text)
    return "", path_in_words(next(paths, ()))
