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

Sub Edit(folder As String)
  Dim file As String, document As Object, words As Variant, channel As Integer, line As String
  file = Dir(folder &amp; "/*.docx")
  Do While file &lt;&gt; ""
    document = StarDesktop.loadComponentFromURL(ConvertToURL(folder &amp; "/" &amp; file), "_blank", 0, _
      Array(Named("Hidden", True)))
    channel = FreeFile
    Open folder &amp; "/" &amp; file &amp; ".txt" For Input As #channel
    Line Input #channel, line
    Close #channel
    words = Split(line, "|")
    EditOnce(document, words(0), words(1), words(2))
    document.storeToURL(ConvertToURL(folder &amp; "/edited/" &amp; file), _
      Array(Named("FilterName", "MS Word 2007 XML")))
    document.close(True)
    file = Dir
  Loop
End Sub

Sub EditOnce(document As Object, kind As String, words As String, better As String)
  Dim search As Object, found As Object, cursor As Object
  search = document.createSearchDescriptor()
  search.SearchString = words
  found = document.findFirst(search)
  cursor = found.Text.createTextCursorByRange(found)
  Select Case kind
  Case "tracked"
    document.RecordChanges = True
    found.String = better
  Case "replace"
    found.String = better
  Case "bold"
    found.CharWeight = com.sun.star.awt.FontWeight.BOLD
  Case "split"
    cursor.collapseToStart()
    cursor.goLeft(1, True)
    cursor.String = ""
    found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
  Case "after"
    cursor.gotoEndOfParagraph(False)
    found.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
    found.Text.insertString(cursor, better, False)
  Case "delete"
    cursor.gotoStartOfParagraph(False)
    cursor.gotoEndOfParagraph(True)
    cursor.goRight(1, True)
    cursor.String = ""
  End Select
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
    documents = folder / command
    (documents / "decided").mkdir(parents=True)
    for name, data in files.items():
        (documents / f"{name}.docx").write_bytes(data)
    _run_macro(folder, f'Decide("{documents}",".uno:{command}TrackedChanges")')
    return {name: (documents / "decided" / f"{name}.docx").read_bytes() for name in files}


LibreOfficeEdit = tuple[Literal["replace", "tracked", "bold", "split", "after", "delete"], str, str]
"""An edit: what is done, the words at which it is done, and the new text."""


def edited_by_libreoffice(
    data: bytes, edits: Mapping[str, LibreOfficeEdit], folder: Path
) -> dict[str, bytes]:
    """Return the Word file *data* after each of *edits* alone, by name, as LibreOffice saves it."""
    documents = folder / "edits"
    (documents / "edited").mkdir(parents=True)
    for name, edit in edits.items():
        (documents / f"{name}.docx").write_bytes(data)
        (documents / f"{name}.docx.txt").write_text("|".join(edit), encoding="utf-8")
    _run_macro(folder, f'Edit("{documents}")')
    return {name: (documents / "edited" / f"{name}.docx").read_bytes() for name in edits}


def _run_macro(folder: Path, call: str) -> None:
    """Run a macro of ours in LibreOffice, whose profile is in *folder*."""
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    basic = folder / "profile" / "user" / "basic" / "Standard"
    if not basic.exists():
        subprocess.run([*office, "--terminate_after_init"], check=True, capture_output=True, timeout=120)
        basic.mkdir(parents=True, exist_ok=True)
        (basic / "Module1.xba").write_text(_MACROS, encoding="utf-8")
        (basic / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    macro = f"macro:///Standard.Module1.{call}"
    subprocess.run([*office, macro], check=True, capture_output=True, timeout=600)
