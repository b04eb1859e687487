"""Checking the library: unknown ids, missing kinds, weak recommendations, words that stigmatise."""

import re
from collections.abc import Collection, Iterable, Iterator

from drafter.errors import Fault
from drafter.language.language import Language
from drafter.language.terms import stigmatising
from drafter.library.binding import cited_treaties
from drafter.library.check_authorities import check_authorities
from drafter.library.check_law import check_modal_verbs, check_repeated_places
from drafter.library.check_references import check_references
from drafter.library.coverage import source_coverage
from drafter.library.library import Library
from drafter.library.skeleton import PLACEHOLDER
from drafter.model.clause import Clause
from drafter.model.cross_references import REFERENCE
from drafter.model.facts_field import facts_field_faults
from drafter.model.kinds import CLAUSE_KINDS
from drafter.model.note_marks import NOTE
from drafter.model.requirements import FORBIDDEN, REQUIRED
from drafter.model.vocabulary import Conflict
from drafter.patterns import pattern

MAX_WORDS = 50
"""Words in a recommendation. A longer one is hard to read aloud and is seldom adopted whole."""

_SINGLE_BRACES = pattern(r"(?<!\{)\{(?![{%#])[^{}\n]*\}(?!\})")
"""Text in single braces: it looks like a blank but is printed as it is."""


def count_words(text: str) -> int:
    """Return the number of words in a clause's *text*, without notes; a template field counts as one."""
    return len(re.sub(r"\{[{%].*?[}%]\}", "x", NOTE.sub("", text)).split())


def check_clauses(clauses: Iterable[Clause], library: Library) -> Iterator[Fault]:
    """Yield every fault of *clauses*: unknown names, forgotten placeholders, weak wording."""
    tags = {"all", *library.mechanism_ids}
    tags.update(family for mechanism in library.mechanisms.values() for family in mechanism.families)
    for clause in clauses:
        yield from _check_names(clause, library, tags)
        yield from _check_citations(clause, library)
        yield from _check_blanks(clause)
        yield from check_references(clause, library.themes.themes)
        if clause.head.kind == "recommendation":
            yield from _check_recommendation(clause, library.language)
        yield from _check_basis(clause)
        yield from check_modal_verbs(clause, library)
        yield from _check_wording(clause, library.language)


def check_library(library: Library) -> list[Fault]:
    """Return every fault of the library: of files that cannot be read, of clauses, of the vocabularies."""
    clauses, faults = library.all_clauses()
    faults += check_clauses(clauses, library)
    faults += _check_kinds(clauses, library)
    faults += _check_universal_standards(clauses, library)
    faults += _check_theme_words(library)
    faults += check_repeated_places(clauses, library)
    faults += _check_conflicts(clauses, library)
    faults += _check_requirements(library)
    faults += check_authorities(library.authorities)
    faults += [
        Fault(
            f"no clause says the item {row.item_id} of '{row.source}'",
            "Name it in the 'sources' of a clause that says it, or say in 'not_carried' why none does.",
            "sources.yaml",
            f"{row.source} › {row.item_id}",
        )
        for row in source_coverage(library)
        if not row.is_settled
    ]
    return faults


def _check_requirements(library: Library) -> Iterator[Fault]:
    """Yield a fault for each name under ``required`` or ``forbidden`` that no check of the review knows."""
    for name in library.document_ids():
        rules = library.document(name).rules
        mechanism, _, document = name.partition("/")
        for key, rule, known in (
            ("required", rules.required, REQUIRED),
            ("forbidden", rules.forbidden, FORBIDDEN),
        ):
            names = rule.value if isinstance(rule.value, tuple) else ()
            for unknown in (each for each in names if each not in known):
                yield Fault(
                    f"no check knows '{unknown}'",
                    f"Use one of: {', '.join(sorted(known))}. What cannot be checked belongs in 'remarks'.",
                    f"templates/{mechanism}/rules.yaml",
                    f"documents › {document} › {key}",
                )


def _check_names(clause: Clause, library: Library, mechanism_tags: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each name in the head that is not in its vocabulary."""
    head, themes = clause.head, library.themes
    tables: tuple[tuple[str, Iterable[str], Collection[str]], ...] = (
        ("themes", head.themes, themes.themes),
        ("groups", head.groups, themes.groups),
        ("position", (head.position,), themes.positions),
        ("addressee", (head.addressee,), themes.addressees),
        ("mechanisms", head.mechanisms, mechanism_tags),
    )
    for key, names, vocabulary in tables:
        for name in names:
            if name not in vocabulary:
                yield _fault(clause, key, f"'{name}' is unknown", "Correct it, or add it to the vocabulary.")
    if clause.id.split("/")[0] != head.themes[0]:
        yield _fault(
            clause, "themes", "the first theme is not the folder's name", "Put it first, or move the file."
        )


def _check_citations(clause: Clause, library: Library) -> Iterator[Fault]:
    """Yield a fault for each authority, source item or note that does not exist."""
    head = clause.head
    for key, references in (("authorities", head.authorities), ("legal_basis", head.legal_basis)):
        for reference in references:
            yield from _check_authority(clause, key, reference, library)
    for key, items in (("sources", head.sources), ("touches", head.touches)):
        for reference in items:
            source, _, item = reference.partition(":")
            if source not in library.sources or item not in library.sources[source].items:
                yield _fault(clause, key, f"'{reference}' is not an item of a source", "See sources.yaml.")
    for reference in sorted(set(head.sources).intersection(head.touches)):
        fault = f"'{reference}' is under both 'sources' and 'touches'"
        yield _fault(clause, "touches", fault, "Leave it under 'sources' only if the text says it.")
    for reference in clause.notes:
        if reference not in head.authorities:
            fault = f"the note [^{reference}] is not among the authorities"
            yield _fault(clause, "text", fault, "Add it to 'authorities'.")


def _check_authority(clause: Clause, key: str, reference: str, library: Library) -> Iterator[Fault]:
    name, _, locator = reference.partition(":")
    if name not in library.authorities:
        yield _fault(clause, key, f"the authority '{name}' is unknown", "See authorities.yaml.")
    elif locator and locator not in library.authorities[name].locators:
        fault = f"'{name}' has no locator '{locator}'"
        yield _fault(clause, key, fault, "Add it to authorities.yaml, with its status.")


def _check_blanks(clause: Clause) -> Iterator[Fault]:
    """Yield a fault for each placeholder and each blank in single braces."""
    for part, written in (("title", clause.head.title), ("text", clause.text)):
        if PLACEHOLDER in written:
            fault = f"the placeholder '{PLACEHOLDER}' is still there"
            yield _fault(clause, part, fault, "Replace it with your text.")
    for blank in _SINGLE_BRACES.findall(REFERENCE.sub("", clause.text)):
        fault = f"'{blank}' has single braces, so no question is asked for it"
        remedy = (
            "Write a blank with double braces, {{ house }}, and add a question named 'house' to 'questions'."
        )
        yield _fault(clause, "text", fault, remedy)


def _check_basis(clause: Clause) -> Iterator[Fault]:
    """Yield a fault for a missing legal basis, and for a standard without a note."""
    head = clause.head
    if head.kind != "question" and not head.legal_basis:
        yield _fault(
            clause, "legal_basis", "it has no legal basis", "Name the treaty article, such as iccpr:9."
        )
    if head.kind == "standard" and not NOTE.search(clause.text):
        fault = "a standard needs a note, so that readers can check it"
        yield _fault(clause, "text", fault, "Cite the authority with [^authority:place].")


def _check_wording(clause: Clause, language: Language) -> Iterator[Fault]:
    """Yield a fault for ``{{ facts }}`` within a sentence, and for each word that stigmatises."""
    for fault, remedy in facts_field_faults(clause.text):
        yield _fault(clause, "text", fault, remedy)
    text = " ".join((clause.head.title, *clause.texts))
    for hit in stigmatising(text, language):
        remedy = f"Write '{hit.better}'." if hit.better else "Leave it out."
        yield _fault(clause, "text", f"'{hit.text}' stigmatises", remedy)


def _check_recommendation(clause: Clause, language: Language) -> Iterator[Fault]:
    """Yield the faults that make a recommendation weak: no verb, no clear demand, too many words."""
    first = re.sub(r"[^a-z-]", "", clause.text.split(maxsplit=1)[0].lower())
    if first in language.asks.non_verbs or not clause.text[0].isupper():
        fault = f"it begins with '{first}', which is not a verb"
        yield _fault(clause, "text", fault, "Begin with a verb that says what to do.")
    if first in language.asks.weak_verbs:
        fault = f"'{first}' alone asks for nothing"
        yield _fault(clause, "text", fault, "Say what to do, and how.")
    word_count = count_words(clause.text)
    if word_count > MAX_WORDS:
        yield _fault(clause, "text", f"it has {word_count} words", f"Use at most {MAX_WORDS} words.")


def _check_kinds(clauses: list[Clause], library: Library) -> Iterator[Fault]:
    """Yield a fault for each theme that lacks a clause of one of the kinds."""
    for theme in library.themes.themes:
        present = {clause.head.kind for clause in clauses if theme in clause.head.themes}
        missing = [kind for kind in CLAUSE_KINDS if kind not in present]
        if missing:
            yield Fault(
                f"the theme has no {' and no '.join(missing)}",
                f"Add a clause to clauses/{theme}.",
                "themes.yaml",
                theme,
            )


def _check_theme_words(library: Library) -> Iterator[Fault]:
    """Yield a fault for each theme by which no recommendation of others can be found."""
    for name, theme in library.themes.themes.items():
        for key, values in (("uhri", theme.uhri), ("words", theme.words)):
            if not values:
                yield Fault(
                    f"the theme has no '{key}', by which recommendations on it are found",
                    "Name the nearest theme of the Universal Human Rights Index."
                    if key == "uhri"
                    else "Add words and phrases that such recommendations use.",
                    "themes.yaml",
                    name,
                )


def _check_universal_standards(clauses: list[Clause], library: Library) -> Iterator[Fault]:
    """Yield a fault for each theme whose standards all rest on a treaty: some States are not party to it."""
    for theme in library.themes.themes:
        standards = [
            clause for clause in clauses if clause.head.kind == "standard" and theme in clause.head.themes
        ]
        if standards and all(_needs_ratification(clause, library) for clause in standards):
            yield Fault(
                "every standard of the theme rests on a treaty to which some States are not party",
                f"Add a standard to clauses/{theme} that rests on the Universal Declaration, on resolutions "
                "or on guidelines.",
                "themes.yaml",
                theme,
            )


def _needs_ratification(clause: Clause, library: Library) -> bool:
    """Return whether *clause* cites a known treaty that more than one State in ten has not ratified."""
    cited = cited_treaties(clause, library.authorities)
    known = (library.treaties[treaty] for treaty in cited if treaty in library.treaties)
    return not all(treaty.nearly_universal for treaty in known)


def _check_conflicts(clauses: list[Clause], library: Library) -> Iterator[Fault]:
    """Yield a fault for each unknown name in a conflict."""
    clause_ids = {clause.id for clause in clauses}
    for conflict in library.themes.conflicts:
        for name in conflict.resolved_by:
            if name not in clause_ids:
                yield _conflict_fault(conflict, f"there is no clause '{name}'")
        for name in (*conflict.sides[0], *conflict.sides[1]):
            kind, _, item = name.partition(":")
            is_known = (
                item in library.themes.positions
                if kind == "position"
                else name in clause_ids or (kind in library.sources and item in library.sources[kind].items)
            )
            if not is_known:
                yield _conflict_fault(conflict, f"'{name}' is unknown")


def _conflict_fault(conflict: Conflict, fault: str) -> Fault:
    return Fault(fault, "Correct it.", "themes.yaml", f"conflicts › {conflict.id}")


def _fault(clause: Clause, part: str, fault: str, remedy: str) -> Fault:
    return Fault(fault, remedy, clause.file or clause.id, part)
