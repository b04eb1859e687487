"""``drafter mechanisms``: which documents can be written, and what their rules are."""

import argparse
from collections.abc import Iterator
from typing import Any

from drafter.cli import DONE
from drafter.cli.shared import library_for, make_parser, print_json, table, wrapped
from drafter.library.library import Library
from drafter.library.states import plain
from drafter.model.mechanism import RULE_NAMES, DocumentRules, Limit, Mechanism, Rule


def parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter mechanisms``."""
    made = make_parser(
        "mechanisms",
        "List the documents that can be written, and show the rules of one with source, date and confidence.",
        "drafter mechanisms choose\ndrafter mechanisms list women\ndrafter mechanisms show upr/joint",
    )
    actions = made.add_subparsers(dest="action", metavar="choose|list|show")
    choosing = actions.add_parser("choose", help="find the right door from a few questions")
    choosing.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        dest="sets",
        help="answer without being asked",
    )
    choosing.add_argument("--plain", action="store_true", help="numbered questions in plain lines")
    listing = actions.add_parser("list", help="every document with its limit")
    listing.add_argument("words", nargs="*", help="only documents whose title or description has these words")
    showing = actions.add_parser("show", help="the rules of one document, or of all of a mechanism")
    showing.add_argument("id", help="upr/joint, or upr for all its documents")
    listing.add_argument("--markdown", action="store_true", help="print a Markdown table with sources")
    for action in (choosing, listing, showing):
        action.add_argument("--json", action="store_true", help="print JSON")
    return made


def run(options: argparse.Namespace) -> int:
    """Do what *options* say and return the exit status."""
    if options.action is None:
        options = parser().parse_args(["list"])
    library = library_for()
    if options.action == "choose":
        from drafter.cli.choosing import choose

        return choose(library, options)
    if options.action == "list":
        return _list(library, options)
    return _show(library, options)


def _documents(library: Library) -> Iterator[tuple[str, Mechanism, DocumentRules]]:
    for name, mechanism in library.mechanisms.items():
        for document, rules in mechanism.documents.items():
            yield f"{name}/{document}", mechanism, rules


def _list(library: Library, options: argparse.Namespace) -> int:
    wanted = plain(" ".join(options.words)).split()
    found = [
        (name, mechanism, rules)
        for name, mechanism, rules in _documents(library)
        if all(word in plain(f"{name} {mechanism.title} {rules.title} {rules.about}") for word in wanted)
    ]
    if options.markdown:
        print(markdown_table(found))
    elif options.json:
        print_json(
            [
                {"id": name, "title": rules.title, "stage": rules.stage,
                 "limits": [limit.model_dump(mode="json") for limit in rules.limits]}
                for name, _, rules in found
            ]
        )  # fmt: skip
    else:
        print(table((name, f"{rules.title}. {limits(rules)}") for name, _, rules in found))
        if not wanted:
            cited = [name for name, one in library.mechanisms.items() if one.no_submissions]
            print(f"\nTo cite, taking no submissions ('mechanisms show' tells more): {', '.join(cited)}")
    return DONE


def markdown_table(found: list[tuple[str, Mechanism, DocumentRules]]) -> str:
    """Return the documents as a Markdown table with limit, source and confidence."""
    lines = ["| Document | Title | Limit | Source | Confidence |", "|---|---|---|---|---|"]
    for name, mechanism, rules in found:
        told = []
        for limit in rules.limits:
            source = mechanism.sources.get(limit.source)
            where = f"{source.title}, {source.date}" if source else "not confirmed"
            told.append((_limit(limit), where, limit.confidence))
        rows = told or [("limit not known", "not confirmed", "unknown")]
        cells = ["<br>".join(dict.fromkeys(row[at] for row in rows)) for at in range(3)]
        lines.append(
            "| " + " | ".join((f"`{name}`", rules.title, *(cell.replace("|", "/") for cell in cells))) + " |"
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
        mechanism, rules = library.document(options.id)
        chosen = {document: rules}
    else:
        mechanism = library.mechanism(name)
        chosen = mechanism.documents
    if options.json:
        data = mechanism.model_dump(mode="json")
        data["documents"] = {key: value for key, value in data["documents"].items() if key in chosen}
        print_json({"id": name, **data})
        return DONE
    print(f"{mechanism.title}\n")
    print(wrapped(mechanism.about))
    if mechanism.no_submissions:
        print(f"\n{wrapped('It takes no submissions. ' + mechanism.no_submissions)}")
    if mechanism.drug_policy:
        print(f"\nOn drug policy\n{wrapped(mechanism.drug_policy, '  ')}")
    for key, value in chosen.items():
        print(f"\n── {name}/{key}  {value.title}\n{wrapped(value.about, '  ')}\n")
        print(table(_rows(value)))
        if value.warning:
            print(f"\n{wrapped('Before you begin: ' + value.warning, '  ')}")
    used = {rule.source for value in chosen.values() for rule in _rules(value) if rule.source}
    if used:
        print("\nSources")
    print(
        table(
            (f"  {key}", f"{one.title}, {one.date}. {one.address}")
            for key, one in mechanism.sources.items()
            if key in used
        )
    )
    return DONE


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
            yield f"  {name.replace('_', ' ')}", _told(rule, _shown(rule.value))
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
