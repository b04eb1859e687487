"""Run openxml-audit over Word files: ``python -m tests.support.audit FILE …`` writes FILE.audit.json.

Each file has its own process, because openxml-audit 0.8.0 confuses the notes of several files. The processes
are forked from one that has loaded it, which takes half as long as loading it in each.
"""

import multiprocessing
import sys
from contextlib import redirect_stdout
from pathlib import Path


def audit(file: Path) -> None:
    """Write the findings of openxml-audit about *file* to a file beside it."""
    from openxml_audit.cli import main

    with file.with_suffix(".audit.json").open("w", encoding="utf-8") as out, redirect_stdout(out):
        main(["-o", "json", str(file)])


def audit_each(files: list[Path]) -> None:
    """Audit each of *files* in its own process."""
    import openxml_audit.cli  # noqa: F401 - loaded once, for all processes that are forked from this one

    if "fork" in multiprocessing.get_all_start_methods():
        multiprocessing.set_start_method("fork")
    for file in files:
        process = multiprocessing.Process(target=audit, args=(file,))
        process.start()
        process.join()


if __name__ == "__main__":
    audit_each([Path(argument) for argument in sys.argv[1:]])
