"""Word files as LibreOffice saves them."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

HAS_LIBREOFFICE = bool(shutil.which("soffice"))
WORD_2007 = "docx:MS Word 2007 XML"


def saved_by_libreoffice(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Return the Word *files* as LibreOffice saves them, by name; *folder* is for its own use."""
    saved = folder / "saved"
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    names = [str(folder / f"{name}.docx") for name in files]
    arguments = ["--convert-to", WORD_2007, "--outdir", str(saved), *names]
    subprocess.run([*command, *arguments], check=True, capture_output=True, timeout=300)
    return {name: (saved / f"{name}.docx").read_bytes() for name in files}


_MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Function Named(name As String, value As Variant) As Object
  Dim pair As New com.sun.star.beans.PropertyValue
  pair.Name = name
  pair.Value = value
  Named = pair
End Function

Sub Decide(folder As String, command As String)
  Dim file As String, document As Object, dispatcher As Object
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  file = Dir(folder &amp; "/*.docx")
  Do While file &lt;&gt; ""
    document = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/" &amp; file), "_blank", 0, _
      Array(Named("Hidden", True)))
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
    document.storeToURL(ConvertToURL(folder &amp; "/decided/" &amp; file), _
      Array(Named("FilterName", "MS Word 2007 XML")))
    document.close(True)
    file = Dir
  Loop
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
 library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
"""


def decided_by_libreoffice(
    files: Mapping[str, bytes], folder: Path, command: Literal["AcceptAll", "RejectAll"]
) -> dict[str, bytes]:
    """Return the Word *files* after LibreOffice has accepted or rejected all tracked changes."""
    basic, documents = folder / "profile" / "user" / "basic" / "Standard", folder / command
    if not basic.exists():
        profile = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--terminate_after_init",
        ]
        subprocess.run(profile, check=True, capture_output=True, timeout=120)
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(_MACROS, encoding="utf-8")
        (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (documents / "decided").mkdir(parents=True)
    for name, data in files.items():
        (documents / f"{name}.docx").write_bytes(data)
    macro = f'macro:///Standard.Module1.Decide("{documents}",".uno:{command}TrackedChanges")'
    call = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", macro]
    subprocess.run(call, check=True, capture_output=True, timeout=600)
    return {name: (documents / "decided" / f"{name}.docx").read_bytes() for name in files}
