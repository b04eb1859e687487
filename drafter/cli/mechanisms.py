"""``drafter mechanisms``: which documents can be written, and what their rules are."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from drafter.cli import DONE
from drafter.cli.list_view import Entry, counted, nothing_found, print_entries
from drafter.cli.shared import meant, on_screen, print_json, show, table, wrapped
from drafter.errors import DrafterError, Fault
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.model.mechanism import RULE_NAMES, DocumentRules, DocumentType, Limit, Mechanism, Rule
from drafter.search import SearchedText, wanted_words

_LABELS = {
    "count_notes": "notes count",
    "count_annexes": "annexes count",
    "plain": "plain text",
    "consent_form": "form of consent",
}
"""Words for the rules whose names are not words."""


def run(options: argparse.Namespace) -> int:
    """Do what *options* say and return the exit status."""
    library = library_for()
    if options.action == "choose":
        from drafter.cli.mechanism_choice import choose

        return choose(library, options)
    if options.action == "list":
        return _list(library, options)
    return _show(library, options)


def _documents(library: Library) -> Iterator[DocumentType]:
    return map(library.document, library.document_ids())


def _list(library: Library, options: argparse.Namespace) -> int:
    wanted = wanted_words(" ".join(options.words), library.language)
    texts = {
        one.id: f"{one.id} {one.mechanism.title} {one.rules.title} {one.rules.about}"
        for one in _documents(library)
    }
    kept = {name for name, text in texts.items() if SearchedText.of(text, library.language).has_all(wanted)}
    found = [one for one in _documents(library) if one.id in kept]
    if options.markdown:
        print(markdown_table(found))
    elif options.json:
        print_json(
            [
                {"id": one.id, "title": one.rules.title, "stage": one.rules.stage,
                 "limits": [limit.model_dump(mode="json") for limit in one.rules.limits]}
                for one in found
            ]
        )  # fmt: skip
    elif not found:
        print(nothing_found("document", wanted, texts.values(), "drafter mechanisms list"), file=sys.stderr)
    else:
        print_entries(
            [
                Entry(
                    one.rules.title,
                    f"{one.id} · {limits(one.rules)}",
                    (one.id, one.rules.title, limits(one.rules)),
                )
                for one in found
            ]
        )
        if on_screen():
            print(f"\n{_after_the_list(library, len(found), whole=not wanted)}")
    return DONE


def _after_the_list(library: Library, count: int, *, whole: bool) -> str:
    """Return how many there are, what to do next, and below the *whole* list what takes no submissions."""
    lines = [wrapped(f"{counted(count, 'document')}. The rules of one: drafter mechanisms show ID")]
    if whole:
        cited = [name for name, one in library.mechanisms.items() if one.no_submissions]
        lines.append(wrapped(f"To cite, taking no submissions ('show' tells more): {', '.join(cited)}."))
    return "\n".join(lines)


def markdown_table(documents: Iterable[DocumentType]) -> str:
    """Return the documents as a Markdown table with limit, source and confidence."""
    lines = ["| Document | Title | Limit | Source | Confidence |", "|---|---|---|---|---|"]
    for document in documents:
        rules = document.rules
        told = []
        for limit in rules.limits:
            source = document.mechanism.sources.get(limit.source)
            where = f"{source.title}, {source.date}" if source else "not confirmed"
            told.append((_limit(limit), where, limit.confidence))
        rows = told or [("limit not known", "not confirmed", "unknown")]
        cells = ["<br>".join(dict.fromkeys(row[at] for row in rows)) for at in range(3)]
        lines.append(
            "| "
            + " | ".join((f"`{document.id}`", rules.title, *(cell.replace("|", "/") for cell in cells)))
            + " |"
        )
    return "\n".join(lines)


def limits(rules: DocumentRules) -> str:
    """Return the limits of a document in a few words."""
    return " / ".join(_limit(limit) for limit in rules.limits) or "limit not known"


def _limit(limit: Limit) -> str:
    if isinstance(limit.value, str):
        return limit.value
    if limit.asked:
        return "as the call says" if limit.applies != "per-answer" else "per answer as the call says"
    if limit.value is None:
        return "limit not known"
    who = {"coalition": " for a coalition", "single": " for one", "per-answer": " an answer"}.get(
        limit.applies, ""
    )
    if limit.status:
        who = f" ({', '.join(limit.status)} status)"
    return f"{limit.value:,} {limit.unit}{who}"


def _show(library: Library, options: argparse.Namespace) -> int:
    name, _, document = options.id.partition("/")
    if document:
        shown = library.document(options.id)
        mechanism, chosen = shown.mechanism, {document: shown.rules}
    else:
        mechanism = _mechanism(library, name)
        chosen = mechanism.documents
    if options.json:
        data = mechanism.model_dump(mode="json")
        data["documents"] = {key: value for key, value in data["documents"].items() if key in chosen}
        print_json({"id": name, **data})
        return DONE
    show([(wrapped(mechanism.title), "bold"), ("", "")])
    print(wrapped(mechanism.about))
    if mechanism.no_submissions:
        print(f"\n{wrapped('It takes no submissions. ' + mechanism.no_submissions)}")
    if mechanism.drug_policy:
        show([("\nOn drug policy", "bold"), (wrapped(mechanism.drug_policy, "  "), "")])
    for key, value in chosen.items():
        show([(f"\n{wrapped(f'── {name}/{key}  {value.title}', hanging='   ')}", "bold")])
        print(f"{wrapped(value.about, '  ')}\n")
        print(table(_rows(value)))
        if value.warning:
            print(f"\n{wrapped('Before you begin: ' + value.warning, '  ')}")
    used = {rule.source for value in chosen.values() for rule in _rules(value) if rule.source}
    if used:
        show([("\nSources", "bold")])
    print(
        table(
            (f"  {key}", f"{one.title}, {one.date}. {one.address}")
            for key, one in mechanism.sources.items()
            if key in used
        )
    )
    return DONE


def _mechanism(library: Library, name: str) -> Mechanism:
    """Return the mechanism *name*. Raises DrafterError, for an unknown one with what may be meant."""
    if name in library.mechanism_ids:
        return library.mechanism(name)
    hint = meant(name, (*library.mechanism_ids, *library.document_ids()))
    remedy = f"{hint} 'drafter mechanisms list' shows them all; a word after it narrows the list."
    raise DrafterError(Fault(f"there is no mechanism '{name}'", remedy.strip()))


def _rules(rules: DocumentRules) -> Iterator[Rule]:
    yield from rules.limits
    yield from (getattr(rules, name) for name in RULE_NAMES)
    yield from rules.remarks


def _rows(rules: DocumentRules) -> Iterator[tuple[str, str]]:
    for limit in rules.limits:
        yield "  limit", _told(limit, _limit(limit))
    for name in RULE_NAMES:
        rule: Rule = getattr(rules, name)
        if rule.value is not None or rule.note or rule.source:
            yield f"  {_LABELS.get(name, name)}", _told(rule, _shown(rule.value))
    for remark in rules.remarks:
        yield "  also", _told(remark, _shown(remark.value))


def _shown(value: Any) -> str:
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _told(rule: Rule, value: str) -> str:
    """Return a rule's value with its note, its confidence and where it was read."""
    where = ", ".join(part for part in (rule.source, rule.date) if part)
    sure = f"({rule.confidence}{': ' + where if where else ''})"
    return " ".join(part for part in (value, f"– {rule.note}" if rule.note else "", sure) if part)
