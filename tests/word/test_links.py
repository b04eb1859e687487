"""Web addresses in notes are links; the address that is printed stays letter for letter."""

from typing import Literal

import pytest

from drafter.model.blocks import Document, Layout, NoteMark, Paragraph, Properties, Text
from drafter.word.package import write_parts
from drafter.word.write import write_document
from tests.support.checkout import CHECKOUT
from tests.support.ooxml import R, W, invariants, read, tree

LOOK = (CHECKOUT / "templates" / "look.docx").read_bytes()


def linked(
    note: str, kind: Literal["endnotes", "footnotes"] = "endnotes", *, plain: bool = False, look: bytes = LOOK
) -> list[tuple[str, str]]:
    """Return the text and the target of each link in a document whose note is *note*."""
    layout = Layout(kind, fields=(("running_title", "x"),), plain=plain)
    paragraph = Paragraph((Text("See https://body.example."), NoteMark("x")))
    data = write_document(Document((paragraph,), ((Text(note),),), Properties("T"), layout), look)
    assert invariants(data) == []
    parts = read(data)
    name = f"word/{kind}.xml"
    root = tree(parts, name)
    [*_, last] = root
    assert "".join(text for text in last.itertext(f"{W}t")) == note
    rels = f"word/_rels/{kind}.xml.rels"
    targets = {each.get("Id"): each.get("Target") for each in (tree(parts, rels) if rels in parts else ())}
    return [("".join(link.itertext()), targets[link.get(f"{R}id")]) for link in root.iter(f"{W}hyperlink")]


@pytest.mark.parametrize(
    ("note", "links"),
    [
        ("A, https://x.org/a (accessed 1 May).", [("https://x.org/a", "https://x.org/a")]),
        ("http://x.org/a_(b), p. 3.", [("http://x.org/a_(b)", "http://x.org/a_(b)")]),
        ("(https://x.org/é?a=1&b=%20).", [("https://x.org/é?a=1&b=%20", "https://x.org/%C3%A9?a=1&b=%20")]),
        (
            "https://x.org, https://y.org.",
            [("https://x.org", "https://x.org"), ("https://y.org", "https://y.org")],
        ),
        ("www.x.org, ftp://x.org, mailto:a@x.org, https:// and https://localhost", []),
        ("https://maria:secret@x.org and file:///home/maria/a", []),
    ],
)
def test_an_address_is_a_link(note: str, links: list[tuple[str, str]]) -> None:
    assert linked(note) == links
    assert linked(note, "footnotes") == links


def test_a_body_that_takes_only_plain_text_gets_no_links() -> None:
    assert linked("A, https://x.org/a.", plain=True) == []


def test_a_link_has_the_style_of_the_look_if_there_is_one() -> None:
    parts = read(LOOK)
    style = '<w:style w:type="character" w:styleId="Lien"><w:name w:val="Hyperlink"/></w:style></w:styles>'
    styles = parts["word/styles.xml"].decode().replace("</w:styles>", style)
    look = write_parts({**parts, "word/styles.xml": styles.encode()})
    data = write_document(
        Document(
            (Paragraph((NoteMark("x"),)),),
            ((Text("A, https://x.org."),),),
            Properties("T"),
            Layout(fields=(("running_title", "x"),)),
        ),
        look,
    )
    [link] = tree(read(data), "word/endnotes.xml").iter(f"{W}hyperlink")
    assert [each.get(f"{W}val") for each in link.iter(f"{W}rStyle")] == ["Lien"]
