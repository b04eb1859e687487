"""The names of the styles that drafter uses in a look."""

from drafter.word.ooxml import NoteKind

ROLE_STYLES: dict[tuple[str, bool], str] = {
    ("body", True): "Numbered Paragraph",
    ("body", False): "Body Text",
    ("lead", True): "Numbered Paragraph",
    ("lead", False): "Lead In",
    ("title", False): "Title",
    ("subtitle", False): "Subtitle",
    ("cover", False): "Cover Line",
    ("organisation", False): "Organisation",
    ("keywords", False): "Keywords",
    ("quote", False): "Quote",
    ("signature", False): "Signature",
}
"""The name of a paragraph's style, by its role and whether it is numbered."""

NOTE_STYLES: dict[NoteKind, tuple[str, str]] = {
    "endnote": ("Endnote Text", "Endnote Reference"),
    "footnote": ("Footnote Text", "Footnote Reference"),
}
"""The names of two styles by kind of note: for its text, and for the references to it."""

LINK_STYLE = "Hyperlink"
"""The style of web addresses; without it, they look like the text around them."""
GAP_STYLE = "Gap"
"""The style of the text that marks a gap."""
