"""Opens a Word file in LibreOffice, updates all its fields as F9 does, and saves it as another Word file.

Run by a Python that has LibreOffice's module ``uno``: ``refresh_fields.py FROM TO PROFILE``.
"""

import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

uno: Any = import_module("uno")


def setting(name: str, value: object) -> Any:
    """Return one of the settings with which a file is opened or saved."""
    result = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    result.Name, result.Value = name, value
    return result


def desktop(pipe: str) -> Any:
    """Return the desktop of the LibreOffice that listens at *pipe*, once it does."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(120):
        try:
            there = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            time.sleep(0.5)
        else:
            return there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
    raise TimeoutError("LibreOffice does not answer")


def main(source: Path, target: Path, profile: Path) -> None:
    """Refresh the fields of *source* and save it as *target*."""
    pipe = f"drafter{time.time_ns()}"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    process = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    try:
        office = desktop(pipe)
        document = office.loadComponentFromURL(source.as_uri(), "_blank", 0, (setting("Hidden", True),))
        document.getTextFields().refresh()
        document.storeToURL(target.as_uri(), (setting("FilterName", "MS Word 2007 XML"),))
        document.close(True)
    finally:
        process.terminate()
        process.wait(30)


if __name__ == "__main__":
    main(*(Path(argument).resolve() for argument in sys.argv[1:4]))
