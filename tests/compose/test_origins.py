"""The origins of a document: which answer or clause each part of its lines prints."""

from pathlib import Path

import pytest

from drafter.answers.paths import MISSING, at
from drafter.drafting.composing import compose_draft, compose_draft_with_origins
from drafter.drafting.read import read_submission
from drafter.drafting.resolve import Resolved, resolve
from drafter.library.open_library import library_for
from drafter.markup.count import plain_text
from drafter.model.blocks import Gap, Inline, Text, lines_of
from drafter.model.origins import Span
from tests.support.checkout import EXAMPLES
from tests.support.submissions import submission

UPR = {"document": "upr/individual", "state": "XRU"}
EXAMPLE_FILES = sorted(EXAMPLES.glob("*.yaml"))


def _resolved(file: Path) -> Resolved:
    library = library_for(file)
    answers, _ = read_submission(file, library)
    return resolve(answers, library)


def _printed(line: tuple[Inline, ...], span: Span) -> str:
    """Return what the *line* prints within *span*, with ``*`` for whatever is not text."""
    whole = "".join(inline.text if isinstance(inline, Text) else "*" for inline in line)
    return whole[span.start : span.end]


@pytest.mark.parametrize("file", EXAMPLE_FILES, ids=lambda file: file.stem)
def test_tracing_changes_nothing_in_the_document(file: Path) -> None:
    resolved = _resolved(file)

    draft, origins = compose_draft_with_origins(resolved)

    assert draft == compose_draft(resolved)
    assert len(origins.lines) == len(list(lines_of(draft.document.blocks)))
    assert len(origins.notes) == len(draft.document.notes)


@pytest.mark.parametrize("file", EXAMPLE_FILES, ids=lambda file: file.stem)
def test_each_path_leads_to_an_answer_and_typed_lines_are_printed_as_they_are(file: Path) -> None:
    resolved = _resolved(file)
    draft, origins = compose_draft_with_origins(resolved)
    lines = list(lines_of(draft.document.blocks))

    spans = [(line, span) for line, spans in zip(lines, origins.lines, strict=True) for span in spans]

    assert spans
    for line, span in spans:
        value = at(resolved.answers, span.path)
        is_theme_title = span.path[-1] == "heading"
        is_gap = _printed(line, span) == "*"
        assert value is not MISSING or is_theme_title or is_gap, span
        if span.path[0] in ("title", "organisations") and span.path[-1] != "what":
            assert _printed(line, span) == str(value).strip()


def _spans_of(file: Path) -> list[tuple[str, tuple[str | int, ...]]]:
    """Return what each span of the document prints, with its path."""
    resolved = _resolved(file)
    draft, origins = compose_draft_with_origins(resolved)
    assert draft == compose_draft(resolved)
    lines = list(lines_of(draft.document.blocks))
    return [
        (_printed(line, span), span.path)
        for line, spans in zip(lines, origins.lines, strict=True)
        for span in spans
    ]


def test_each_item_cell_and_paragraph_of_a_long_text_has_its_origin(tmp_path: Path) -> None:
    text = (
        "**Bold** begins it,\nand *this* ends it.\n\n- first\n  - inner\n- second\n\n"
        "## A heading\n\n| Year | People |\n|---|---|\n| 2023 | 41 |\n\n> quoted\n"
    )

    spans = _spans_of(submission(tmp_path / "a", **UPR, summary=text))
    printed = [part for part, path in spans if path == ("summary",)]

    assert printed == [
        "Bold begins it, and this ends it.", "first", "inner", "second", "A heading",
        "Year", "People", "2023", "41", "quoted",
    ]  # fmt: skip


def test_an_open_answer_is_known_by_its_gap(tmp_path: Path) -> None:
    resolved = _resolved(submission(tmp_path / "a", **UPR, summary=None))

    draft, origins = compose_draft_with_origins(resolved)

    gaps = [
        (line, spans)
        for line, spans in zip(lines_of(draft.document.blocks), origins.lines, strict=True)
        if any(isinstance(inline, Gap) for inline in line) and any(s.path == ("summary",) for s in spans)
    ]
    assert len(gaps) == 1
    assert "⸢" not in plain_text(gaps[0][0])
