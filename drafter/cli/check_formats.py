"""The remarks of ``drafter check`` for programs: as JSON, as GitHub annotations, as SARIF."""

from collections.abc import Sequence

from drafter import __version__
from drafter.answers.paths import dotted
from drafter.cli.sarif import sarif_log
from drafter.cli.streams import print_json
from drafter.drafting.checked_file import CheckedFile
from drafter.drafting.remark_types import find_type
from drafter.model.check_report import CheckReport, FileReport, ReportedRemark, Summary, Tool
from drafter.model.remark import Remark

GITHUB_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}


def print_report(files: Sequence[CheckedFile]) -> None:
    """Print *files* as one JSON object."""
    report = CheckReport(
        format=1, tool=Tool(name="drafter", version=__version__), files=tuple(map(_file_report, files))
    )
    print_json(report.model_dump(mode="json"))


def _file_report(checked: CheckedFile) -> FileReport:
    shares = checked.library_share, checked.own_share
    library, own = (None if share is None else round(share, 3) for share in shares)
    return FileReport(
        file=str(checked.file),
        kind=checked.kind,
        document=checked.document or None,
        words=checked.words,
        limit=checked.limit,
        library_share=library,
        own_share=own,
        remarks=tuple(map(_reported, checked.remarks)),
        summary=Summary(
            errors=checked.count("error"),
            warnings=checked.count("warning"),
            notes=checked.count("note"),
            waived=sum(bool(remark.waived) for remark in checked.remarks),
        ),
    )


def _reported(remark: Remark) -> ReportedRemark:
    kind = find_type(remark.code)
    return ReportedRemark(
        code=remark.code,
        family=kind.family if kind else None,
        level=remark.level,
        place=remark.place,
        path=dotted(remark.path),
        text=remark.text,
        remedy=remark.remedy,
        waived=remark.waived or None,
    )


def print_sarif(files: Sequence[CheckedFile]) -> None:
    """Print *files* as a log in SARIF 2.1.0."""
    print_json(sarif_log(files))


# ---- GitHub ----


def print_github(files: Sequence[CheckedFile]) -> None:
    """Print the remarks on *files* as commands that GitHub shows beside the lines of a file.

    Waived remarks are left out. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for checked in files:
        for remark, line in checked.located_remarks():
            if not remark.waived:
                print(_command(checked, remark, line))


def _command(checked: CheckedFile, remark: Remark, line: int | None) -> str:
    properties = {"file": checked.file.as_posix(), "line": line, "title": remark.code}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
    place = f"{remark.place}: " if remark.place else ""
    message = f"{place}{remark.text} {remark.remedy}".rstrip()
    return f"::{GITHUB_LEVELS[remark.level]} {listed}::{_data(message)}"


def _data(text: str) -> str:
    """Return *text* as GitHub reads it after the second double colon."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Return *text* as GitHub reads it in the value of a property."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
