"""The comments of a file: what they say, and the words that they are about. Names of people are not read."""

from collections.abc import Iterator, Mapping

from drafter.word.reader.document import ReadComment
from drafter.word.working_copy import AUTHOR
from drafter.word.xml_tree import Element, W, nearest_ancestor


def read_comments(texts: Mapping[str, Element], comments: Element) -> Iterator[ReadComment]:
    """Yield the comments under *comments*; *texts* are the roots of the parts that they may be about."""
    quoted: dict[str, list[str]] = {}
    for root in texts.values():
        _collect_quoted(root, quoted)
    for comment in comments.iter(f"{W}comment"):
        comment_id = comment.get(f"{W}id", "")
        paragraphs = (_text(paragraph) for paragraph in comment.iter(f"{W}p"))
        words = " ".join("".join(quoted.get(comment_id, ())).split())
        is_ours = comment.get(f"{W}author") == AUTHOR
        yield ReadComment(comment_id, words, "\n".join(filter(None, paragraphs)), is_ours)


def _collect_quoted(root: Element, quoted: dict[str, list[str]]) -> None:
    """Add the text between the start and the end of each comment's range under *root* to *quoted*."""
    open_ids: dict[str, Element | None] = {}
    for element in root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        comment_id = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            open_ids[comment_id] = None
        elif element.tag == f"{W}commentRangeEnd":
            open_ids.pop(comment_id, None)
        else:
            paragraph = nearest_ancestor(element, f"{W}p")
            for each, last in list(open_ids.items()):
                pieces = quoted.setdefault(each, [])
                if last is not None and last is not paragraph:
                    pieces.append(" ")
                pieces.append(element.text or "")
                open_ids[each] = paragraph


def _text(paragraph: Element) -> str:
    return "".join(element.text or "" for element in paragraph.iter(f"{W}t")).strip()
