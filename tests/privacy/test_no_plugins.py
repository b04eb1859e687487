"""No other program that is installed beside drafter sees what is checked."""

import os
import subprocess
import sys
from pathlib import Path

PLUGIN = """
from pathlib import Path

class Watcher:
    def new_schema_validator(self, *arguments, **named):
        Path("seen").touch()
        return None, None, None

plugin = Watcher()
"""
CHECK = """
from drafter.model.question import Choice
Choice(value="a", title="Lejla")
"""


def run(folder: Path, code: str) -> None:
    """Run *code* in *folder*, in which a plugin of pydantic is installed."""
    (folder / "watcher.py").write_text(PLUGIN, encoding="utf-8")
    installed = folder / "watcher-1.dist-info"
    installed.mkdir(exist_ok=True)
    about = "Metadata-Version: 2.1\nName: watcher\nVersion: 1\n"
    (installed / "METADATA").write_text(about, encoding="utf-8")
    (installed / "entry_points.txt").write_text("[pydantic]\nwatcher = watcher:plugin\n", encoding="utf-8")
    paths = os.pathsep.join([str(folder), *sys.path])
    environment = {**os.environ, "PYTHONPATH": paths, "PYDANTIC_DISABLE_PLUGINS": ""}
    subprocess.run([sys.executable, "-c", code], cwd=folder, env=environment, check=True)


def test_a_plugin_of_pydantic_is_never_loaded(tmp_path: Path) -> None:
    run(tmp_path, "from pydantic import BaseModel\nclass Any(BaseModel):\n    a: int\nAny(a=1)\n")
    seen = tmp_path / "seen"
    assert seen.exists(), "without drafter, the plugin of this test is not loaded either"
    seen.unlink()
    run(tmp_path, CHECK)
    assert not seen.exists()
