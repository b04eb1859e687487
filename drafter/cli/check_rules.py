"""``drafter check --list`` and ``--explain``: the rules behind the remarks."""

import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from drafter.cli import DONE
from drafter.cli.layout import on_screen, show, wrapped
from drafter.cli.list_view import Entry, counted, nothing_found, print_entries
from drafter.cli.streams import print_json
from drafter.drafting.remark_types import remark_types
from drafter.drafting.waivers import can_be_waived
from drafter.language.english import SCREEN
from drafter.model.remark import FAMILIES, Level, RemarkType
from drafter.search import SearchedText, wanted_words

LIST_COMMAND = "drafter check --list"
LEVELS: dict[Level, str] = {
    "error": "the body may refuse the document, or somebody may be harmed",
    "warning": "the document is weaker than it could be",
    "note": "good to know",
}
"""What each level means, in words."""
_INDENT = "  "


# ---- the list ----


def list_rules(words: Sequence[str], *, as_json: bool, markdown: bool) -> int:
    """Print the rules that have all *words*, by family, and return the exit status."""
    wanted = wanted_words(" ".join(words), SCREEN)
    texts = {kind.code: _searchable(kind) for kind in remark_types()}
    kinds = [kind for kind in remark_types() if SearchedText.of(texts[kind.code], SCREEN).has_all(wanted)]
    if as_json:
        print_json([_as_data(kind) for kind in kinds])
    elif markdown:
        print(markdown_rules(kinds))
    elif not kinds:
        print(nothing_found("rule", wanted, texts.values(), LIST_COMMAND), file=sys.stderr)
    elif not on_screen():
        print_entries([_entry(kind) for kind in kinds])
    else:
        for family, group in groupby(kinds, lambda kind: kind.family):
            print_entries([_entry(kind) for kind in group], FAMILIES[family])
        print(f"\n{counted(len(kinds), 'rule')}. To read one: drafter check --explain CODE")
    return DONE


def _entry(kind: RemarkType) -> Entry:
    return Entry(kind.rule, f"{kind.code} · {kind.level}", (kind.code, kind.family, kind.level, kind.rule))


def _searchable(kind: RemarkType) -> str:
    """Return the text of *kind* in which words are searched."""
    return f"{kind.code} {kind.level} {FAMILIES[kind.family]} {kind.rule} {kind.source} {kind.bad}"


def _as_data(kind: RemarkType) -> dict[str, object]:
    return {
        "code": kind.code,
        "family": kind.family,
        "level": kind.level,
        "other_levels": kind.other_levels,
        "rule": kind.rule,
        "source": kind.source,
        "bad": _text(kind.bad),
        "good": _text(kind.good),
        "example": kind.example,
        "waivable": can_be_waived(kind.code),
    }


# ---- one rule ----


def explain(kind: RemarkType, *, as_json: bool) -> int:
    """Print the rule behind the remarks of *kind*, and return the exit status."""
    if as_json:
        print_json(_as_data(kind))
        return DONE
    level = f"{kind.level}: {LEVELS[kind.level]}."
    show([(f"{kind.code}   {FAMILIES[kind.family]}", "bold")])
    for title, text in (
        ("The rule", kind.rule),
        ("Its level", f"{level} {kind.other_levels}".strip()),
        ("Where it comes from", kind.source),
    ):
        show([(f"\n{title}", "bold"), (wrapped(text, _INDENT), "")])
    for title, example in (("This breaks it", kind.bad), ("This keeps it", kind.good)):
        show([(f"\n{title}", "bold"), (_shown_example(kind, example), "")])
    show([("\nTo leave it as it is", "bold"), (_how_to_waive(kind), "")])
    return DONE


def _shown_example(kind: RemarkType, example: str) -> str:
    """Return *example* indented: a part of an answers file keeps its lines, a sentence is wrapped."""
    text = _text(example)
    return textwrap.indent(text, _INDENT) if kind.example == "answers" else wrapped(text, _INDENT)


def _how_to_waive(kind: RemarkType) -> str:
    """Return what to write into the answers file to leave remarks of *kind* as they are."""
    if not can_be_waived(kind.code):
        return wrapped("That is not possible: correct what the remark is about.", _INDENT)
    where = "# where: PATH, for one place only: --json prints the path of each remark"
    lines = ("waive:", f"  - code: {kind.code}", "    reason: why you leave it", f"    {where}")
    say = wrapped("Write into the answers file:", _INDENT)
    return "\n".join([say, *(f"{_INDENT}{_INDENT}{line}" for line in lines)])


def _text(example: str) -> str:
    """Return *example* without the indent that it has in the code."""
    return textwrap.dedent(example).strip()


# ---- the page of the documentation ----


PAGE = """# What drafter checks

`drafter check` reads an answers file or a Word file and says what would be better. These are its rules, by
subject. Each has a code, a level, a source, an example that breaks it and one that keeps it. In the terminal,
`drafter check --explain CODE` prints one of them.

- **error**: the body may refuse the document, or somebody may be harmed. A final build is refused.
- **warning**: the document is weaker than it could be.
- **note**: good to know.

You may leave a remark as it is: write its code and your reason under `waive` in the answers file."""
"""The beginning of the page."""


def markdown_rules(kinds: Iterable[RemarkType]) -> str:
    """Return *kinds* as a page in Markdown, by family: ``docs/checks.md``."""
    parts = [PAGE]
    for family, group in groupby(kinds, lambda kind: kind.family):
        parts += [f"## {FAMILIES[family]}", *(part for kind in group for part in _markdown(kind))]
    return "\n\n".join(parts)


def _markdown(kind: RemarkType) -> Iterator[str]:
    """Yield the parts of the section about *kind*."""
    yield f"### `{kind.code}`"
    level = f"**{kind.level}**. {kind.other_levels}".strip()
    waived = "" if can_be_waived(kind.code) else " It cannot be waived."
    yield f"{kind.rule}\n\nLevel: {level}{waived}\n\nSource: {kind.source}"
    for title, example in (("Breaks it:", kind.bad), ("Keeps it:", kind.good)):
        text = _text(example)
        if kind.example == "answers":
            yield f"{title}\n\n```yaml\n{text}\n```"
        else:
            yield f"{title}\n\n{textwrap.indent(text, '> ', lambda _: True)}"
