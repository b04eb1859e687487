"""No built Word file names a person or a machine: every part of each file is searched."""

import getpass
import re
import socket
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from drafter.drafting.word_file import build_file
from drafter.model.blocks import Document, Heading, Layout, NoteMark, Paragraph, Text
from drafter.word.look import clean_look
from drafter.word.write import write_document
from tests.support.hostile_looks import ATTACKS, Attack
from tests.support.ooxml import RELS, W, invariants, read, tree, word_parts

PATHS = re.compile(
    r"[A-Za-z]:\\|\\\\[\w.$-]+\\|(?<![\w./])/(?:home|Users|root|tmp)/|\bfile:|-of-maria|maria", re.IGNORECASE
)
"""Drives, shares, home folders, and names after the person in the hostile looks."""
PATHS_IN_BYTES = re.compile(rb"[A-Z]:\\[\w ]+\\|/home/|/Users/|file:///|-of-maria|Maria|Josef|Author")
SESSIONS = ("rsids", "rsid", "rsidRoot", "docId", "documentProtection", "writeProtection")
FIELDS = {"PAGE", "NUMPAGES", "NOTEREF"}
"""The fields that the bundled look and drafter's notes use."""
ALLOWED_ADDRESS = re.compile(r"https?://[\w-]+\.[\w.-]+(?:[/?#]|$)|mailto:[^@\s]+@\w")


def personal_traces(data: bytes) -> Iterator[str]:
    """Yield a line for each trace of a person or a machine in the .docx *data*."""
    parts = read(data)
    for name, content in parts.items():
        if PATHS.search(name):
            yield f"the name of the part {name}"
        if name.endswith((".xml", ".rels")):
            yield from (f"{name}: {hit[0]}" for hit in PATHS.finditer(content.decode()))
        elif hit := PATHS_IN_BYTES.search(content):
            yield f"{name}: {hit[0]!r}"
    for name, root in word_parts(parts):
        yield from (f"{name}: {mark}" for mark in author_marks(root))
    yield from external_targets(parts)


def author_marks(root: Any) -> Iterator[str]:
    """Yield the marks of authors and editing sessions in a part, and the fields that drafter does not use."""
    for element in root.iter():
        names = [key.rpartition("}")[2] for key in element.attrib]
        own = [key.removeprefix(W) for key in element.attrib if key.startswith(W)]
        yield from (name for name in names if name.startswith("rsid") or name == "paraId")
        is_ours = element.tag == f"{W}comment" and element.get(f"{W}author") == "drafter"
        yield from (name for name in own if name in ("author", "date") and not is_ours)
        yield from (name for name in own if name == "initials")
        yield from (name for name in SESSIONS if element.tag == f"{W}{name}")
    codes = (code.text.split() for code in root.iter(f"{W}instrText") if (code.text or "").strip())
    for words in codes:
        is_to_a_part = words[0] == "REF" and words[1:2] and words[1].startswith("_RefPart_")
        if words[0] not in FIELDS and not is_to_a_part:
            yield f"a field {words[0]}"


def external_targets(parts: dict[str, bytes]) -> Iterator[str]:
    """Yield each target outside the package that is no web or e-mail link."""
    for name in (part for part in parts if part.endswith(".rels")):
        for relation in tree(parts, name).iter(f"{RELS}Relationship"):
            if relation.get("TargetMode") == "External":
                kind, target = relation.get("Type").rpartition("/")[2], relation.get("Target")
                if kind != "hyperlink" or not ALLOWED_ADDRESS.match(target):
                    yield f"{name}: a {kind} to {target}"


def machine_traces(data: bytes) -> Iterator[str]:
    """Yield each part that names the user who runs the test, the home folder or the host."""
    names = {getpass.getuser(), socket.gethostname(), str(Path.home()), Path.home().name}
    words = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in names if len(name) > 2).encode())
    for name, content in read(data).items():
        for hit in words.finditer(content):
            if not (hit[0] == b"root" and b'sz w:val="' in content[: hit.start()][-10:]):
                yield f"{name}: {hit[0]!r}"
    with ZipFile(BytesIO(data)) as archive:
        about = [archive.comment, *(entry.comment + entry.extra for entry in archive.infolist())]
    yield from (f"the zip says {text!r}" for text in about if text)


def small_document(look: bytes) -> bytes:
    """Return a small Word file in the style of *look*."""
    blocks = (Heading((Text("Heading"),)), Paragraph((Text("Text"), NoteMark("x")), numbered=True))
    fields = (("running_title", "Title"),)
    return write_document(Document(blocks, ((Text("A note"),),), layout=Layout(fields=fields)), look)


def test_no_built_example_reveals_the_user_or_the_machine(example: Path, tmp_path: Path) -> None:
    target = build_file(example, tmp_path / "out.docx").target
    data = target.read_bytes()
    assert list(personal_traces(data)) == []
    assert list(machine_traces(data)) == []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_a_hostile_look_leaves_no_personal_trace_in_the_word_file(attack: Attack) -> None:
    data = small_document(attack.data)
    assert list(personal_traces(data)) == []
    assert invariants(data) == []


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_removals_are_reported_without_a_name(attack: Attack) -> None:
    removals = clean_look(attack.data).removed
    assert removals == attack.said
    assert not PATHS.search(" ".join(removals))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
def test_the_visible_letterhead_is_kept(attack: Attack) -> None:
    before, after = (read(data)["word/header1.xml"] for data in (attack.data, small_document(attack.data)))
    if b"Kept" in before:
        assert "Kept" in "".join(tree({"h": after}, "h").itertext())


def test_the_search_finds_a_trace_in_every_hostile_look() -> None:
    """Otherwise the tests above would prove nothing."""
    assert [name for name, attack in ATTACKS.items() if not list(personal_traces(attack.data))] == []
