"""Reading a UTF-8 text file that a person named, with what is wrong told as a fault."""

from pathlib import Path

from drafter.errors import DrafterError, Fault


def read_file(file: Path) -> str:
    """Return the text of *file*. Raises DrafterError where it cannot be read."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        fault = Fault(
            "there is no such file", f"Begin it with 'drafter new {file}', or check the name.", str(file)
        )
    except UnicodeDecodeError as error:
        fault = Fault(
            f"this is not UTF-8 text (byte {error.start}); it may be a Word file or an archive",
            "Give the answers file, the one that ends in .yaml.",
            str(file),
        )
    except OSError as error:
        remedy = "Give the answers file itself, one that you may read."
        fault = Fault(f"this cannot be read: {error.strerror}", remedy, str(file))
    raise DrafterError(fault)
