"""What the benchmark builds: a submission of an exact length, and the same for the other programs."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx

from drafter.drafting.pipeline import ReviewedDraft, draft_file
from drafter.drafting.word_file import look_content
from drafter.library.eligibility import fits_document
from drafter.library.folders import overlay
from drafter.library.library import Library
from drafter.markup.count import count_words
from drafter.model.blocks import Block, Heading, Inline, Listing, NoteMark, NoteNumber, Paragraph, Table, Text
from drafter.word.style_names import ROLE_STYLES

DOCUMENT = "upr/joint"
WORDS, NOTES, ROWS = 5600, 60, 20
SENTENCE = (
    "The organisations documented what happened in the district between the two reviews and found that the "
    "*services* which the law **guarantees** to everyone were open on few days & closed to most people."
)


# ---- the submission: library clauses, facts, a table and paragraphs, to an exact length ----


def write_answers(file: Path) -> ReviewedDraft:
    """Write answers that make a submission of the wanted length, notes and table; return what they make."""
    clauses, notes = 60, 0
    filler: list[str] = []
    while True:
        facts = NOTES - notes if notes else 0
        file.write_text(
            json.dumps(answers(clauses, facts, filler), ensure_ascii=False, indent=1), encoding="utf-8"
        )
        made = draft_file(file)
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
    size = count_words(SENTENCE) * 2
    whole, rest = divmod(words, size)
    return [f"{SENTENCE} {SENTENCE}"] * whole + ([" ".join(SENTENCE.split()[:rest])] if rest else [])


def answers(clauses: int, facts: int, filler: list[str]) -> dict[str, Any]:
    """Return answers with so many clauses and facts, a table, and the paragraphs of *filler*."""
    library = Library(overlay("clauses"), overlay("templates"))
    document = library.document(DOCUMENT)
    fitting = [
        clause
        for clause in library.all_clauses()[0]
        if clause.head.position == "neutral" and fits_document(clause, document)
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
        "details": {ask.name: "the next one" for ask in document.rules.asks if ask.kind in ("line", "long")},
        "themes": sections,
        "facts": {key: {"text": f"In this year {key} was counted", "source": "s"} for key in keys},
        "sources": {"s": {"author": "An Author", "title": "A Title", "date": 2025}},
        "accept_conflicts": [
            {"conflict": conflict.id, "reason": "a benchmark"} for conflict in library.themes.conflicts
        ],
    }


# ---- the same document for the others ----


def plain_content(made: ReviewedDraft, own_look: Path | None) -> dict[str, Any]:
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
                style = ROLE_STYLES.get((role, numbered), "Recommendation")
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


def emptied_look(made: ReviewedDraft, file: Path) -> Path:
    """Write the look without its sample text, ready for the plain script."""
    file.write_bytes(look_content(made))
    document = docx.Document(io.BytesIO(look_content(made)))
    for child in list(document.element.body)[:-1]:
        document.element.body.remove(child)
    document.save(str(file))
    return file
