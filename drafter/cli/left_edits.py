"""The file beside the answers that keeps the edits of a Word file that no answer can hold."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from drafter.cli.merge_view import title_of, without_repetitions
from drafter.drafting.merging.edits import Edit
from drafter.formats.seals import NO_SEAL, SEAL_NAME, save_sealed, sealed


def save_left_edits(edits: Sequence[Edit], answers: Path, word: Path) -> Path:
    """Write *edits*, which are of the file *word*, as Markdown beside *answers*; return the new file.

    A file of the same name stays as it is, unless it says the same.
    """
    data = sealed("\n".join(_lines(edits, word.name))).encode()
    for number in count(1):
        path = answers.with_name(f"{word.stem}-left-out{f'-{number}' if number > 1 else ''}.md")
        if not path.exists():
            save_sealed(data, path, private=True)
            return path
        if path.is_file() and path.read_bytes() == data:
            return path
    raise AssertionError("count has no end")


def _lines(edits: Sequence[Edit], word: str) -> Iterator[str]:
    yield f"# Edits in {word} that no answer can hold"
    for edit in without_repetitions(edits):
        yield from ("", f"## {title_of(edit)}")
        for label, text in (("Was", edit.before), ("Is", edit.after)):
            if text:
                yield from ("", f"{label}:", "", *_quoted(text.splitlines()))
    yield from ("", f"<!-- {SEAL_NAME}: {NO_SEAL} -->", "")


def _quoted(lines: Iterable[str]) -> Iterator[str]:
    return (f"> {line}".rstrip() for line in lines)
