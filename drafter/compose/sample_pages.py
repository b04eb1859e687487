"""Two sample pages that show what a look makes of each kind of paragraph."""

from drafter.language.language import Language
from drafter.model.blocks import (
    Block,
    Document,
    Gap,
    Heading,
    Inline,
    Layout,
    Listing,
    NoteMark,
    Paragraph,
    Properties,
    Table,
    Text,
)

TITLE = "Sample pages"
_SENTENCE = (
    "A paragraph of running text is as wide as the page allows, so this sentence goes on for two lines."
)
_NOTE = "The text of a note, with the title of a source and its year."


def sample_pages(language: Language, *, footnotes: bool = False) -> Document:
    """Return a document with every kind of paragraph, list, table and note."""
    blocks: tuple[Block, ...] = (
        _line("title", TITLE),
        _line("subtitle", "Subtitle: the document and the body it is for"),
        _line("cover", "Cover line: the session, the State or the date"),
        _line("organisation", "Organisation: who submits, and how to reach them"),
        _line("keywords", "Keywords: words to find the document by"),
        Heading((Text("First heading"),)),
        _numbered(Text(_SENTENCE), NoteMark("a")),
        _numbered(Text("A gap is marked until you complete it: "), Gap("the date of the law")),
        Heading((Text("Second heading"),), level=2),
        _numbered(Text("Bold", bold=True), Text(" and "), Text("italic", italic=True), Text(" words.")),
        Paragraph((Text("A list of recommendations follows:"),), role="lead"),
        Listing((_item("A recommendation."), _item("The second."), _item("The third.")), ordered=True),
        Heading((Text("Third heading"),), level=3),
        Paragraph((Text(f"Without a number. {_SENTENCE}"),)),
        Listing((_item("An item of a list."), (*_item("An item with a list."), Listing((_item("Inner."),))))),
        _line("quote", "A quotation is set apart from the text around it."),
        Table(
            (_cell("Column"), _cell("Another column")),
            ((_cell("A table"), _cell("has lines.")), (_cell("Its first row"), _cell("comes on each page."))),
        ),
        _line("signature", "Place and date\nName, function"),
    )  # fmt: skip
    fields = (("running_title", TITLE), ("title", TITLE), ("organisation", ""), ("state", ""))
    return Document(
        blocks,
        notes=((Text(_NOTE),),),
        properties=Properties(TITLE, language=language),
        layout=Layout(notes="footnotes" if footnotes else "endnotes", fields=fields),
    )


def _line(role: str, text: str) -> Paragraph:
    return Paragraph((Text(text),), role)


def _numbered(*inlines: Inline) -> Paragraph:
    return Paragraph(inlines, numbered=True)


def _item(text: str) -> tuple[Paragraph]:
    return (Paragraph((Text(text),)),)


def _cell(text: str) -> tuple[Text]:
    return (Text(text),)
