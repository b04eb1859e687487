"""Mutate answers files and run ``build`` and ``preview`` on them in this process.

    python -m tests.fuzz.fuzz_answers --count 10000 --seed 1

A mutation is at the level of the text (lines cut, doubled, moved; awkward letters; quotation marks) or of the
data (wrong kinds, missing keys, huge and empty values). Whatever comes out but a message and an exit status
is a failure: its seed and its file are printed. Where a document is made, each text that was typed comes out
letter for letter.
"""

import argparse
import contextlib
import copy
import io
import json
import random
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

from drafter.cli import main
from drafter.errors import DrafterError
from drafter.word.searchable_text import read_text
from drafter.yaml_text import read_yaml
from tests.support.checkout import EXAMPLES
from tests.support.yaml_texts import AWKWARD

MARK = "Zq7 {} q7Z"
"""A text that stands nowhere else, with what was typed in it."""
TYPED = (
    "plain words", "*stars* and _lines_",
    "[^F1] [x](y)",
    "a | b | c", "# no heading", "1) no list", "<b>&amp;</b>", "{{ x }}", "{% if %}",
    "back\\slash", "“quoted”", "Ünï – cödé", "فارسی", "日本語",
    "e\u0301", "a  b", "x" * 200, "::: role", "---", "~~~",
)  # fmt: skip


ENDINGS = ("  # x", " #", "}", "]", "\t", " \\")
COLONS = ("", "::", ": |", ": >-", ": &a", ": *a", ": !!int", ": {", ": [")


def mutated(seed: int) -> tuple[str, list[str]]:
    """Return the answers file that *seed* makes of an example, and the typed texts that it may print."""
    chance = random.Random(seed)
    files = sorted(EXAMPLES.glob("*.yaml"))
    text = chance.choice(files).read_text("utf-8")
    if seed % 3 == 0:
        return _as_text(text, chance), []
    data = read_yaml(text, "example")
    marks = [] if seed % 3 == 1 else list(_marked(data, chance))
    if seed % 3 == 1:
        for _ in range(chance.randint(1, 4)):
            _as_data(data, chance)
    return json.dumps(data, ensure_ascii=chance.random() < 0.5), marks


def _as_text(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 5)):
        at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
        line = lines[at]
        match chance.randrange(9):
            case 0:
                del lines[min(at, to) : min(at, to) + chance.randint(1, 8)]
            case 1:
                lines.insert(to, line)
            case 2:
                lines[at], lines[to] = lines[to], line
            case 3:
                lines[at] = " " * chance.randrange(6) + line.lstrip()
            case 4:
                place = chance.randrange(len(line) + 1)
                lines[at] = line[:place] + chance.choice(AWKWARD) + line[place:]
            case 5:
                lines[at] = line.replace(":", chance.choice(COLONS), 1)
            case 6:
                lines[at] = line + chance.choice(ENDINGS)
            case 7:
                lines[at] = line[: chance.randrange(len(line) + 1)]
            case _:
                lines[at] = line.replace('"', "'") if '"' in line else f"{line}{line}"
        lines = lines or [""]
    return "\n".join(lines)


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each mapping or list in *value* with each of its keys or places."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from _places(value[key])


def _as_data(data: Any, chance: random.Random) -> None:
    places = list(_places(data))
    holder, key = chance.choice(places)
    other, there = chance.choice(places)
    values: tuple[Any, ...] = (
        None, "", "?", True, 0, -1, 1.5, 10**17, [], {}, [[]], {"": ""}, ["?"], "x" * 3000, "word " * 2000,
        chance.choice(AWKWARD), copy.deepcopy(other[there]),
    )  # fmt: skip
    match chance.randrange(4):
        case 0 if isinstance(holder, dict):
            del holder[key]
        case 1 if isinstance(holder, dict):
            holder[chance.choice(AWKWARD)] = holder.pop(key)
        case _:
            holder[key] = chance.choice(values)


def _marked(data: Any, chance: random.Random) -> Iterator[str]:
    """Put typed texts where an example has texts that are printed as they are, and yield each."""
    number = count(1)
    for holder, name in _one_line_fields(data):
        if holder.get(name) and chance.random() < 0.3:
            holder[name] = MARK.format(f"{next(number)}-{chance.choice(TYPED)}")
            yield holder[name]


ONE_LINE = {
    "organisations": ("name", "city"), "facts": ("text", "locator"),
    "sources": ("author", "title", "publisher"), "themes": ("heading",), "earlier": ("text", "document"),
}  # fmt: skip
"""The one-line texts of the items in each list or mapping of the answers."""


def _one_line_fields(data: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield each mapping of the answers that has one-line texts, with the name of such a text."""
    yield data, "title"
    for name in ("place", "name", "function"):
        yield data.get("sign_off") or {}, name
    for organisation in data.get("organisations") or ():
        for name in ("person", "address", "phone"):
            yield organisation.get("contact") or {}, name
    for section, names in ONE_LINE.items():
        items = data.get(section) or ()
        for item in items.values() if isinstance(items, dict) else items:
            for name in names:
                yield item, name


def run(file: Path, marks: list[str]) -> str:
    """Build and preview *file*; return how it ended. Raises whatever is a fault of drafter's own."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        built = main(["build", str(file), "--force"])
        shown = main(["preview", str(file), "--json"])
    if built not in (0, 1) or shown not in (0, 1):
        raise AssertionError(f"exit status {built}, {shown}")
    if built and not err.getvalue().strip():
        raise AssertionError("refused without a word")
    if not built:
        printed = _letter_for_letter(file, marks)
        return "built, typed texts printed" if printed else "built"
    return "built" if not built else "refused"


def _letter_for_letter(file: Path, marks: list[str]) -> int:
    """Return how many of *marks* the built Word file prints.

    Raises AssertionError if one is printed changed.
    """
    flat = " ".join(read_text(file.with_suffix(".docx")).split())
    printed = 0
    for mark in marks:
        wanted = " ".join(mark.split())
        start = wanted.partition("-")[0] + "-"
        if start not in flat:
            continue
        printed += 1
        if wanted not in flat:
            at = flat.index(start)
            raise AssertionError(f"{wanted!r} was typed, {flat[at : at + len(wanted)]!r} is printed")
    return printed


def fuzz(seeds: range, folder: Path) -> Counter[str]:
    """Run each of *seeds* in *folder*, print each failure, and return how they ended."""
    ended: Counter[str] = Counter()
    for seed in seeds:
        text, marks = mutated(seed)
        file = folder / f"s{seed}.yaml"
        file.write_text(text, "utf-8", errors="surrogatepass")
        try:
            ended[run(file, marks)] += 1
        except (DrafterError, Exception) as error:  # noqa: BLE001 - finding them is what this is for
            ended["failed"] += 1
            traceback.print_exc(file=sys.__stderr__)
            print(f"seed {seed}: {type(error).__name__}: {error}", file=sys.__stderr__)
            continue
        for left in folder.glob(f"s{seed}.*"):
            left.unlink()
    return ended


def command() -> int:
    """Run from the command line and return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="drafter-fuzz-"))
    ended = fuzz(range(options.seed, options.seed + options.count), folder)
    print(dict(ended), f"files of failures: {folder}" if ended["failed"] else "")
    return 1 if ended["failed"] else 0


if __name__ == "__main__":
    sys.exit(command())
