"""The parsers of the commands about versions of a document. Like ``parsers``, it imports nothing else."""

import argparse
from pathlib import Path

from drafter.cli.arguments import add_choice, make_parser


def compare_parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter compare``."""
    parser = make_parser(
        "compare",
        "Show what changed between two versions: two answers files, two Word files, or one of each. Tracked "
        "changes in a Word file count as accepted. Persons have their pseudonyms. Exit status: 0 if both say "
        "the same, 1 if they differ, 2 if a file cannot be compared.",
        "drafter compare monday.docx friday.docx\n"
        "drafter compare my-submission.yaml from-a-colleague.docx\n"
        "drafter compare draft-1.yaml draft-2.yaml -o for-sign-off.docx --author ORR\n"
        "drafter compare old.docx new.docx --markdown > changes.md",
    )
    parser.add_argument(
        "old", type=Path, metavar="OLD", help="the old version: an answers file or a Word file"
    )
    parser.add_argument("new", type=Path, metavar="NEW", help="the new version")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="OUT.docx",
        help="write a Word file with tracked changes: accepted, it is the new version; rejected, the old one",
    )  # fmt: skip
    parser.add_argument(
        "--author",
        default="drafter",
        metavar="NAME",
        help="with -o: whose changes they are (default: drafter)",
    )
    parser.add_argument(
        "--date", default="", metavar="DAY", help="with -o: their date, such as 2025-03-20 (default: none)"
    )
    parser.add_argument(
        "--force", action="store_true", help="with -o: overwrite the file even if it was changed"
    )
    formats = parser.add_mutually_exclusive_group()
    formats.add_argument("--markdown", action="store_true", help="print the changes as Markdown")
    formats.add_argument("--json", action="store_true", help="print the changes as JSON")
    return parser


def merge_parser() -> argparse.ArgumentParser:
    """Return the parser of ``drafter merge``."""
    parser = make_parser(
        "merge",
        "Take the edits that colleagues made in the Word file back into the answers. drafter shows each edit "
        "and asks. The Word file stays as it is. Exit status: 1 if an edit could not be taken over.",
        "drafter merge my-submission.yaml from-a-colleague.docx\n"
        "drafter merge my-submission.yaml from-a-colleague.docx --accept\n"
        "drafter merge my-submission.yaml theirs.docx --built my-submission.docx\n"
        "drafter merge my-submission.yaml theirs.docx --json",
    )
    parser.add_argument("answers", type=Path, metavar="ANSWERS.yaml", help="the answers that were built")
    parser.add_argument("word", type=Path, metavar="FILE.docx", help="the Word file that was edited")
    parser.add_argument("--accept", action="store_true", help="take over all edits without asking")
    add_choice(
        parser, "--changes", ("accept", "reject"), metavar="WHAT", default="accept",
        help="read tracked changes as accepted or rejected: accept or reject (default: accept)",
    )  # fmt: skip
    parser.add_argument(
        "--built", type=Path, metavar="OLD.docx",
        help="the Word file as drafter built it: use this if the answers have changed since then",
    )  # fmt: skip
    parser.add_argument("--plain", action="store_true", help="ask in numbered lines, for a screen reader")
    parser.add_argument("--json", action="store_true", help="print the edits as JSON")
    return parser
