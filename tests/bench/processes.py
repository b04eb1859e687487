"""Measuring whole processes: CPU time, time on the clock and memory, in an environment of their own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# A small process starts the one that is measured: memory is counted from what the starting one has.
_STARTER = """
import json, os, sys, time
begun = time.perf_counter()
nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=nowhere)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - begun
scale = 1 if sys.platform == "darwin" else 1024
cpu, memory = used.ru_utime + used.ru_stime, used.ru_maxrss * scale
print(json.dumps([os.waitstatus_to_exitcode(status), cpu, wall, memory]))
"""


class Run(NamedTuple):
    """What one process took: milliseconds and megabytes."""

    cpu: float
    wall: float
    memory: float


class Place:
    """A folder in which drafter runs, with a configuration, a state and a cache that nobody else has."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("PYTHONDONTWRITEBYTECODE", "ACCESSIBLE", "EDITOR", "VISUAL", "COLUMNS")
        }
        for kind in ("CONFIG", "STATE", "CACHE", "DATA"):
            self.environment[f"XDG_{kind}_HOME"] = str(folder / "home" / kind.lower())

    def run(self, command: Sequence[str], folder: Path | None = None) -> Run:
        """Run *command* and return what it took. Raises RuntimeError where it fails."""
        program = shutil.which(command[0]) or command[0]
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", _STARTER, program, *command[1:]],
            cwd=folder or self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        status, cpu, wall, memory = json.loads(done.stdout)
        if status:
            raise RuntimeError(f"{' '.join(map(str, command))} ended with {status}")
        return Run(1000 * cpu, 1000 * wall, memory / 1_000_000)
