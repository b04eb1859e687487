"""How long drafter takes, against the simplest things that do the same work, in one run on one machine.

    python tests/bench/bench.py --rounds 11

Whole processes, each round in another order, one round thrown away as warm-up. Look at the ratios: the median
of each round's own ratio to the line that it is held against. Nothing here fails for being slow.
"""

import argparse
import io
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import docx

from drafter.cli.build import LOOK, look
from drafter.drafting.pipeline import Made, make
from drafter.library.check import check
from drafter.library.eligibility import fits_document
from drafter.library.folders import stacked
from drafter.library.library import Library
from drafter.markup.count import count
from drafter.model.blocks import Block, Heading, Inline, Listing, NoteMark, NoteNumber, Paragraph, Table, Text
from drafter.word.styles import ROLES

DOCUMENT = "upr/joint"
WORDS, NOTES, ROWS = 5600, 60, 20
SENTENCE = (
    "The organisations documented what happened in the district between the two reviews and found that the "
    "*services* which the law **guarantees** to everyone were open on few days & closed to most people."
)


class Contender(NamedTuple):
    """A process that is timed, and the one that it is held against."""

    name: str
    command: list[str]
    against: str


# ---- the submission: library clauses, facts, a table and paragraphs, to an exact length ----


def write_answers(file: Path) -> Made:
    """Write answers that make a submission of the wanted length, notes and table; return what they make."""
    clauses, notes = 60, 0
    filler: list[str] = []
    while True:
        facts = NOTES - notes if notes else 0
        file.write_text(
            json.dumps(answers(clauses, facts, filler), ensure_ascii=False, indent=1), encoding="utf-8"
        )
        made = make(file)
        have, words = len(made.draft.document.notes) - facts, made.length.words
        if have > NOTES * 3 // 4 or (words > WORDS * 9 // 10 and not filler):
            clauses -= 1
        elif have != notes or not facts:
            notes = have
        elif words == WORDS:
            return made
        else:
            filler = [*filler, *fill(WORDS - words)]


def fill(words: int) -> list[str]:
    """Return paragraphs of about 60 words, *words* in all."""
    size = count(SENTENCE) * 2
    whole, rest = divmod(words, size)
    return [f"{SENTENCE} {SENTENCE}"] * whole + ([" ".join(SENTENCE.split()[:rest])] if rest else [])


def answers(clauses: int, facts: int, filler: list[str]) -> dict[str, Any]:
    """Return answers with so many clauses and facts, a table, and the paragraphs of *filler*."""
    library = Library(stacked("clauses"), stacked("templates"))
    mechanism, rules = library.document(DOCUMENT)
    fitting = [
        clause
        for clause in library.all_clauses()[0]
        if clause.head.position == "neutral"
        and fits_document(clause, DOCUMENT.partition("/")[0], mechanism, rules.stage)
    ][:clauses]
    themes: dict[str, dict[str, Any]] = {}
    for clause in fitting:
        section = themes.setdefault(
            clause.head.themes[0],
            {"theme": clause.head.themes[0], "clauses": [], "answers": {}, "facts": [], "own": []},
        )
        section["clauses"].append(clause.id)
        section["answers"] |= {ask.name: "the Ministry of Health" for ask in clause.questions}
    sections = list(themes.values())
    keys = [f"F{n}" for n in range(1, facts + 1)]
    for at, key in enumerate(keys):
        sections[at % len(sections)]["facts"].append(key)
    for at, text in enumerate(filler):
        sections[at % len(sections)]["own"].append({"text": text})
    rows = [f"| District {n} | {n * 37} people | {n % 7} services |" for n in range(1, ROWS + 1)]
    table = "\n".join(["| District | In need | Open |", "|---|---|---|", *rows])
    sections[0]["own"].append({"text": table})
    return {
        "format": 1,
        "document": DOCUMENT,
        "language": "en",
        "state": "CHE",
        "organisations": [
            {"name": f"Organisation {n}", "role": role, "what": SENTENCE, "contact": {"email": "a@b.example"}}
            for n, role in enumerate(("lead", "co-submitter"), 1)
        ],
        "summary": SENTENCE,
        "method": SENTENCE,
        "details": {ask.name: "the next one" for ask in rules.asks if ask.kind in ("line", "long")},
        "themes": sections,
        "facts": {key: {"text": f"In this year {key} was counted", "source": "s"} for key in keys},
        "sources": {"s": {"author": "An Author", "title": "A Title", "date": 2025}},
        "accept_conflicts": [
            {"conflict": conflict.id, "reason": "a benchmark"} for conflict in library.themes.conflicts
        ],
    }


# ---- the same document for the others ----


def plain_content(made: Made, own_look: Path | None) -> dict[str, Any]:
    """Return the document for the plain script; without a look, in the styles of python-docx's template."""
    numbers = iter(range(1, 1 + len(made.draft.document.notes)))
    blocks = [
        block if own_look or block["kind"] == "heading" else {**block, "style": template_style(block)}
        for block in plain_blocks(made.draft.document.blocks, numbers)
    ]
    return {
        "title": made.draft.document.properties.title,
        "look": str(own_look or ""),
        "blocks": blocks,
        "notes": [plain_runs(note, numbers) for note in made.draft.document.notes],
    }


def template_style(block: dict[str, Any]) -> str:
    """Return the style of python-docx's template that comes nearest."""
    if block["kind"] == "table":
        return "Table Grid"
    names = {"Numbered Paragraph": "List Number", "Recommendation": "List Number 2", "Title": "Title"}
    return names.get(block["style"], "Body Text")


def plain_blocks(blocks: tuple[Block, ...], numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    """Yield *blocks* as headings, paragraphs and tables."""
    for block in blocks:
        match block:
            case Heading(inlines=inlines, level=level):
                yield {"kind": "heading", "level": level, "runs": plain_runs(inlines, numbers)}
            case Paragraph(inlines=inlines, role=role, numbered=numbered):
                style = ROLES.get((role, numbered), "Recommendation")
                yield {"kind": "paragraph", "style": style, "runs": plain_runs(inlines, numbers)}
            case Listing(items=items):
                for item in items:
                    yield from plain_blocks(item, numbers)
            case Table(header=header, rows=rows):
                cells = [[plain_runs(cell, numbers) for cell in row] for row in (header, *rows)]
                yield {"kind": "table", "style": "Submission Table", "rows": cells}


def plain_runs(inlines: tuple[Inline, ...], numbers: Iterator[int]) -> list[Any]:
    """Return *inlines* as [text, bold, italic], marks as the number of their note."""
    runs: list[Any] = []
    for inline in inlines:
        match inline:
            case Text(text=text, bold=bold, italic=italic):
                runs.append([text, bold, italic])
            case NoteNumber(number=number):
                runs.append([str(number), False, False])
            case NoteMark():
                runs.append(next(numbers))
    return runs


def markdown(content: dict[str, Any]) -> str:
    """Return the plain content as Markdown for pandoc, with its notes as footnotes."""

    def line(runs: list[Any]) -> str:
        return "".join(f"[^{run}]" if isinstance(run, int) else run[0].replace("*", "\\*") for run in runs)

    parts = []
    for block in content["blocks"]:
        if block["kind"] == "heading":
            parts.append(f"{'#' * block['level']} {line(block['runs'])}")
        elif block["kind"] == "paragraph":
            lead = "1. " if block["style"] == "Numbered Paragraph" else ""
            parts.append(lead + line(block["runs"]))
        else:
            head, *rows = [f"| {' | '.join(map(line, row))} |" for row in block["rows"]]
            parts.append("\n".join([head, "|---" * len(block["rows"][0]) + "|", *rows]))
    parts += [f"[^{number}]: {line(note)}" for number, note in enumerate(content["notes"], 1)]
    return "\n\n".join(parts) + "\n"


def emptied_look(made: Made, file: Path) -> Path:
    """Write the look without its sample text, ready for the plain script."""
    file.write_bytes(look(made))
    document = docx.Document(io.BytesIO(look(made)))
    for child in list(document.element.body)[:-1]:
        document.element.body.remove(child)
    document.save(str(file))
    return file


def contenders(folder: Path, made: Made) -> list[Contender]:
    """Return every process that is timed. What each writes goes into *folder*."""
    python, script = sys.executable, Path(__file__).with_name("plain_script.py")
    drafter = [str(Path(python).with_name("drafter"))]
    if not Path(drafter[0]).exists():
        drafter = [python, "-m", "drafter"]
    ours = plain_content(made, emptied_look(made, folder / LOOK))
    for name, content in (("same", ours), ("own", plain_content(made, None))):
        (folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "pandoc.md").write_text(markdown(ours), encoding="utf-8")
    plain = "plain python-docx script, the same look"
    found = [
        Contender(plain, [python, str(script), str(folder / "same.json"), str(folder / "same.docx")], ""),
        Contender(
            "plain python-docx script, python-docx's template",
            [python, str(script), str(folder / "own.json"), str(folder / "own.docx")],
            plain,
        ),
        Contender(
            "drafter build", [*drafter, "build", str(made.file), "-o", str(folder / "ours.docx")], plain
        ),
    ]
    if pandoc := shutil.which("pandoc"):
        command = [pandoc, str(folder / "pandoc.md"), "-o", str(folder / "pandoc.docx")]
        found.append(Contender("pandoc, footnotes", command, plain))
    return [
        *found,
        Contender("python -c pass", [python, "-c", "pass"], ""),
        Contender("drafter --help", [*drafter, "--help"], "python -c pass"),
    ]


# ---- timing ----


def seconds(work: Callable[[], object]) -> float:
    """Return how long *work* takes."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def timed(contender: Contender, folder: Path) -> float:
    """Return how long the process takes, from its start to its end."""
    for file in folder.glob("*.docx"):
        if file.name != LOOK:
            file.unlink()
    return seconds(lambda: subprocess.run(contender.command, check=True, capture_output=True, cwd=folder))


def rounds(found: list[Contender], number: int, folder: Path) -> dict[str, list[float]]:
    """Return the times of each contender, round by round, after a round that is thrown away."""
    times: dict[str, list[float]] = {contender.name: [] for contender in found}
    for turn in range(number + 1):
        for contender in random.sample(found, len(found)):
            taken = timed(contender, folder)
            if turn:
                times[contender.name].append(taken)
    return times


def show(name: str, times: list[float], ratio: str = "") -> None:
    """Print one line of the table, in milliseconds."""
    low, middle, high = (1000 * of(times) for of in (min, statistics.median, max))
    print(f"{name:<50}{middle:7.0f}  ({low:.0f}–{high:.0f}){'':4}{ratio}")


def load_and_check() -> None:
    """Load the whole clause library and check it."""
    library = Library(stacked("clauses"), stacked("templates"))
    library.all_clauses()
    check(library)


def main() -> None:
    """Run the benchmark and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--keep", type=Path, help="a folder in which the generated files are left")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        made = write_answers(folder / "answers.yaml")
        notes = len(made.draft.document.notes)
        print(f"{made.length.words:,} words, {notes} notes, a table of {ROWS} rows; {options.rounds} rounds")
        print(f"{'':<50}{'median ms':>9}")
        found = contenders(folder, made)
        times = rounds(found, options.rounds, folder)
        for contender in found:
            pairs = zip(times[contender.name], times.get(contender.against, ()), strict=False)
            ratios = [one / other for one, other in pairs]
            ratio = f"{statistics.median(ratios):.2f} × {contender.against}" if ratios else ""
            show(contender.name, times[contender.name], ratio)
        clauses = len(list(made.library.clause_ids()))
        show(f"load and check {clauses} clauses, in process", [seconds(load_and_check) for _ in range(5)])


if __name__ == "__main__":
    main()
