"""``drafter mechanisms``: list the documents that drafter can write, and show their rules."""

import argparse
import sys
from collections.abc import Iterable, Iterator

from drafter.cli import DONE
from drafter.cli.faults import similar_hint
from drafter.cli.layout import on_screen, show, table, wrapped
from drafter.cli.list_view import Entry, counted, nothing_found, print_entries
from drafter.cli.streams import print_json
from drafter.errors import DrafterError, Fault
from drafter.library.library import Library
from drafter.library.open_library import library_for
from drafter.library.recommend import documents_by_family
from drafter.model.mechanism import RULE_NAMES, DocumentRules, DocumentType, Limit, Mechanism, Rule
from drafter.model.requirements import FORBIDDEN, REQUIRED
from drafter.search import SearchedText, wanted_words

_LABELS = {
    "count_notes": "limit includes notes",
    "count_annexes": "limit includes annexes",
    "plain": "plain text",
    "consent_form": "form of consent",
    "forbidden": "not taken",
}
"""Labels of the rules whose names are not plain words."""


def run(options: argparse.Namespace) -> int:
    """Run the action in *options* and return the exit status."""
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
        document.id: f"{document.id} {document.rules.title} {document.other_names} {document.rules.about}"
        for document in _documents(library)
    }
    matches = [
        document
        for document in _documents(library)
        if SearchedText.of(texts[document.id], library.language).has_all(wanted)
    ]
    if options.markdown:
        print(markdown_table(matches))
    elif options.json:
        print_json(
            [
                {
                    "id": document.id,
                    "title": document.rules.title,
                    "stage": document.rules.stage,
                    "limits": [limit.model_dump(mode="json") for limit in document.rules.limits],
                }
                for document in matches
            ]
        )
    elif not matches:
        print(nothing_found("document", wanted, texts.values(), "drafter mechanisms list"), file=sys.stderr)
    else:
        if on_screen():  # in the order of the interview; a script finds them by their ids
            order = [document_id for document_id, _ in documents_by_family(library)]
            matches.sort(key=lambda document: order.index(document.id))
        print_entries([_entry(document) for document in matches])
        if on_screen():
            print(f"\n{_after_the_list(library, len(matches), is_whole=not wanted)}")
    return DONE


def _entry(document: DocumentType) -> Entry:
    title, limit = document.rules.title, limits(document.rules)
    return Entry(title, f"{document.id} · {limit}", (document.id, title, limit))


def _after_the_list(library: Library, count: int, *, is_whole: bool) -> str:
    """Return how many documents there are and what to do next.

    Below the whole list, also the mechanisms that take no submissions.
    """
    lines = [wrapped(f"{counted(count, 'document')}. To see the rules of one: drafter mechanisms show ID")]
    if is_whole:
        no_submissions = [name for name, each in library.mechanisms.items() if each.no_submissions]
        names = ", ".join(no_submissions)
        lines.append(
            wrapped(f"These take no submissions, but you can cite them ('show' says more): {names}.")
        )
    return "\n".join(lines)


def markdown_table(documents: Iterable[DocumentType]) -> str:
    """Return *documents* as a Markdown table with limit, source and confidence."""
    lines = ["| Document | Title | Limit | Source | Confidence |", "|---|---|---|---|---|"]
    for document in documents:
        rules = document.rules
        rows = []
        for limit in rules.limits:
            source = document.mechanism.sources.get(limit.source)
            cited = f"{source.title}, {source.date}" if source else "not confirmed"
            rows.append((_limit(limit), cited, limit.confidence))
        rows = rows or [("limit not known", "not confirmed", "unknown")]
        cells = ["<br>".join(dict.fromkeys(row[column] for row in rows)) for column in range(3)]
        lines.append(
            "| "
            + " | ".join((f"`{document.id}`", rules.title, *(cell.replace("|", "/") for cell in cells)))
            + " |"
        )
    return "\n".join(lines)


def limits(rules: DocumentRules) -> str:
    """Return the limits in *rules* in a few words."""
    return " / ".join(_limit(limit) for limit in rules.limits) or "limit not known"


def _limit(limit: Limit) -> str:
    if isinstance(limit.value, str):
        return limit.value
    if limit.asked:
        return "limit in the call" if limit.applies != "per-answer" else "limit per answer in the call"
    if limit.value is None:
        return "limit not known"
    applies_to = {
        "coalition": " for a coalition",
        "single": " for one organisation",
        "per-answer": " per answer",
    }.get(limit.applies, "")
    if limit.status:
        applies_to = f" ({', '.join(limit.status)} status)"
    return f"{'about ' if limit.usual else ''}{limit.value:,} {limit.unit}{applies_to}"


def _value_in_words(name: str, value: object) -> str:
    """Return the *value* of the rule *name*; what is required or not taken in words, not by its name."""
    known = {"required": REQUIRED, "forbidden": FORBIDDEN}.get(name, {})
    if isinstance(value, tuple):
        return _in_words(tuple(known.get(each, each) for each in value))
    return _in_words(value)


def _show(library: Library, options: argparse.Namespace) -> int:
    name, _, document_name = options.id.partition("/")
    if document_name:
        document = library.document(options.id)
        mechanism, shown = document.mechanism, {document_name: document.rules}
    else:
        mechanism = _mechanism(library, name)
        shown = mechanism.documents
    if options.json:
        data = mechanism.model_dump(mode="json")
        data["documents"] = {key: value for key, value in data["documents"].items() if key in shown}
        print_json({"id": name, **data})
        return DONE
    show([(wrapped(mechanism.title), "bold"), ("", "")])
    print(wrapped(mechanism.about))
    if mechanism.no_submissions:
        print(f"\n{wrapped('It takes no submissions. ' + mechanism.no_submissions)}")
    if mechanism.drug_policy:
        show([("\nOn drug policy", "bold"), (wrapped(mechanism.drug_policy, "  "), "")])
    for key, rules in shown.items():
        show([(f"\n{wrapped(f'── {name}/{key}  {rules.title}', hanging='   ')}", "bold")])
        print(f"{wrapped(rules.about, '  ')}\n")
        print(table(_rows(rules)))
        if rules.warning:
            print(f"\n{wrapped('Before you begin: ' + rules.warning, '  ')}")
    used = {rule.source for rules in shown.values() for rule in _rules(rules) if rule.source}
    if used:
        show([("\nSources", "bold")])
    print(
        table(
            (f"  {key}", f"{source.title}, {source.date}. {source.address}")
            for key, source in mechanism.sources.items()
            if key in used
        )
    )
    return DONE


def _mechanism(library: Library, name: str) -> Mechanism:
    """Return the mechanism *name*. Raises DrafterError with similar names if there is none."""
    if name in library.mechanism_ids:
        return library.mechanism(name)
    hint = similar_hint(name, (*library.mechanism_ids, *library.document_ids()))
    remedy = f"{hint} 'drafter mechanisms list' shows all documents. Add a word to shorten the list."
    raise DrafterError(Fault(f"there is no mechanism '{name}'", remedy.strip()))


def _rules(rules: DocumentRules) -> Iterator[Rule]:
    yield from rules.limits
    yield from (getattr(rules, name) for name in RULE_NAMES)
    yield from rules.remarks


def _rows(rules: DocumentRules) -> Iterator[tuple[str, str]]:
    for limit in rules.limits:
        yield "  limit", _with_source(limit, _limit(limit))
    for name in RULE_NAMES:
        rule: Rule = getattr(rules, name)
        if rule.value is not None or rule.note or rule.source:
            yield f"  {_LABELS.get(name, name)}", _with_source(rule, _value_in_words(name, rule.value))
    for remark in rules.remarks:
        yield "  also", _with_source(remark, _in_words(remark.value))


def _in_words(value: object) -> str:
    """Return the *value* of a rule in words."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _with_source(rule: Rule, value: str) -> str:
    """Return *value* with the note, the confidence, the source and the date of *rule*."""
    source = ", ".join(part for part in (rule.source, rule.date) if part)
    confidence = f"({rule.confidence}{': ' + source if source else ''})"
    return " ".join(part for part in (value, f"– {rule.note}" if rule.note else "", confidence) if part)
