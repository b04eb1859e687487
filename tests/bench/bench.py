"""How long drafter takes, against a plain python-docx script and against limits, in one run on one machine.

    python tests/bench/bench.py --rounds 11

Whole processes, in CPU time, interleaved, with everything compiled and the cache filled beforehand. What is
held against a limit is the best of all rounds, which others on the machine disturb least; a ratio is that of
two such figures. Ends with status 1 where a limit is broken by more than the noise.
"""

import argparse
import compileall
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import drafter
from drafter.cli import COMMANDS
from drafter.drafting.look_choice import LOOK_NAMES
from drafter.drafting.pipeline import draft_file
from drafter.yaml_text import read_yaml
from tests.bench.bodies import emptied_look, markdown, plain_content, write_answers
from tests.bench.processes import Place, Run
from tests.bench.prompts import Prompts
from tests.support.checkout import CHECKOUT, EXAMPLES

NOISE = 1.05
BODIES = ("recovery-network", "ruritania-upr-joint")
BENCH_BODY = "bench-body"
JOINT = BODIES[1]
TIMES_BUILD, TIMES_NEXT_FILE, MEGABYTES = 1.5, 0.35, 80
MANY = 100
CLAUSES = 10_000
FEWEST_REVIEWS = 7
"""Runs of the review of which the median counts."""
RECOMMENDATIONS, SHORT_FORM = 250_000, 10
"""In the store, and what part of them with fewer rounds than that: the short form must stay short."""
LINE_TAKEN = 2
"""Milliseconds below which a line was only read."""
ANSWERS = 25
"""Given one after the other, to see how long the next prompt takes."""


class Row(NamedTuple):
    """A line of the table."""

    name: str
    shown: str
    """The figures, in words."""
    value: float
    """What is held against the limit."""
    limit: float = 0
    """0 for none."""
    unit: str = "ms"

    @property
    def is_broken(self) -> bool:
        """Whether the value is over the limit by more than the noise."""
        return bool(self.limit) and self.value > self.limit * NOISE


def ratio(ours: list[Run], theirs: list[Run]) -> float:
    """Return how many times the CPU time of *theirs* we take, each at its best."""
    return min(run.cpu for run in ours) / min(run.cpu for run in theirs)


def figures(runs: list[Run]) -> str:
    """Return CPU time, time on the clock and memory of *runs*, in words."""
    cpu, wall = statistics.median(run.cpu for run in runs), statistics.median(run.wall for run in runs)
    best, memory = min(run.cpu for run in runs), max(run.memory for run in runs)
    return f"{cpu:6.0f}  (best {best:.0f}){wall:8.0f}{memory:8.0f}"


class Bench:
    """The benchmark in a folder: what is measured, and how."""

    def __init__(self, folder: Path, rounds: int, program: Path | None = None) -> None:
        self.place = Place(folder)
        self.folder = folder
        self.rounds = rounds
        beside = program or Path(sys.executable).with_name("drafter")
        self.drafter = [str(beside)] if beside.exists() else [sys.executable, "-m", "drafter"]

    def measured(self, commands: dict[str, list[str]], folder: Path | None = None) -> dict[str, list[Run]]:
        """Return the runs of each of *commands*, in turn, after one of each that is not counted."""
        runs: dict[str, list[Run]] = {name: [] for name in commands}
        for turn in range(self.rounds + 1):
            for name in random.sample(list(commands), len(commands)):
                run = self.place.run(commands[name], folder)
                if turn:
                    runs[name].append(run)
        return runs

    # ---- builds ----

    def builds(self) -> Iterable[Row]:
        """Yield a line for each body, built by drafter and by the script, and for pandoc."""
        made = write_answers(self.folder / f"{BENCH_BODY}.yaml")
        look = emptied_look(made, self.folder / LOOK_NAMES[0])
        script = str(Path(__file__).with_name("plain_script.py"))
        commands = {}
        for name in (*BODIES, BENCH_BODY):
            file = self.folder / f"{name}.yaml"
            content = plain_content(made if name == BENCH_BODY else draft_file(self.example(name)), look)
            (self.folder / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
            out = str(self.folder / "plain" / f"{name}.docx")
            commands[f"{name}: script"] = [sys.executable, script, str(self.folder / f"{name}.json"), out]
            commands[f"{name}: drafter"] = [*self.drafter, "build", str(file), "--force"]
        (self.folder / "plain").mkdir()
        if shutil.which("pandoc"):
            (self.folder / "pandoc.md").write_text(markdown(content), encoding="utf-8")
            commands["pandoc"] = ["pandoc", "pandoc.md", "-o", "plain/pandoc.docx"]
        look.rename(self.folder / "plain" / LOOK_NAMES[0])  # drafter builds with the look that comes with it
        for name in (*BODIES, BENCH_BODY):
            file = self.folder / f"{name}.json"
            file.write_text(file.read_text().replace(str(look), str(self.folder / "plain" / LOOK_NAMES[0])))
        self.runs = self.measured(commands)
        for name in (*BODIES, BENCH_BODY):
            plain, ours = self.runs[f"{name}: script"], self.runs[f"{name}: drafter"]
            yield Row(f"{name}: plain python-docx script", figures(plain), 0)
            yield Row(f"{name}: drafter build", figures(ours), ratio(ours, plain), TIMES_BUILD, "×")
        if "pandoc" in self.runs:
            pandoc = self.runs["pandoc"]
            yield Row("bench-body: pandoc", figures(pandoc), ratio(pandoc, plain), 0, "×")

    def batch(self) -> Iterable[Row]:
        """Yield what a further file of a batch takes, and the memory of a hundred."""
        folder = self.folder / "batch"
        folder.mkdir()
        files = [f"{number}.yaml" for number in range(MANY)]
        for file in files:
            shutil.copy(self.example(JOINT), folder / file)
        build = [*self.drafter, "build", "--force"]
        runs = self.measured({"one": [*build, files[0]], "eleven": [*build, *files[:11]]}, folder)
        further = [
            Run(*((many - one) / 10 for many, one in zip(eleven, first, strict=True)))
            for eleven, first in zip(runs["eleven"], runs["one"], strict=True)
        ]
        value = ratio(further, self.runs[f"{JOINT}: script"])
        yield Row("each further file of a batch", figures(further), value, TIMES_NEXT_FILE, "×")
        all_files = self.place.run([*build, *files], folder)
        yield Row(f"{MANY} files", figures([all_files]), all_files.memory, MEGABYTES, "MB")

    def review(self) -> Iterable[Row]:
        """Yield what the review adds to reading a submission of 5,600 words."""
        file = self.folder / f"{BENCH_BODY}.yaml"
        script = [sys.executable, str(Path(__file__).with_name("review_time.py")), str(file)]
        environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
        times = [
            float(subprocess.run(script, env=environment, capture_output=True, check=True).stdout.split()[0])
            for _ in range(max(self.rounds, FEWEST_REVIEWS) + 1)
        ][1:]
        median = statistics.median(times)
        yield Row("bench-body: review", f"{median:6.0f}  (best {min(times):.0f})", median, 150)

    # ---- commands ----

    def commands(self) -> Iterable[Row]:
        """Yield a line for each command that has a limit."""
        joint = str(self.example(JOINT))
        limits = {
            "clauses show": (["clauses", "show", "recovery/national-continuum-of-care"], 200),
            "mechanisms list": (["mechanisms", "list"], 200),
            "check": (["check", joint], 600),
            "check --list": (["check", "--list"], 400),
            "clauses search": (["clauses", "search", "overdose", "prison"], 250),
            "new --no-input, nothing to do": (["new", joint, "--no-input"], 400),
            "--help": (["--help"], 200),
            **{f"{name} --help": ([name, "--help"], 200) for name in COMMANDS},
        }
        runs = self.measured({name: [*self.drafter, *words] for name, (words, _) in limits.items()})
        yield from (timed(name, runs[name], limits[name][1]) for name in limits)

    def many_clauses(self) -> Iterable[Row]:
        """Yield how long it takes to search and list a library of 10,000 clauses after the first run."""
        folder = self.folder / "many"
        bundled = sorted((CHECKOUT / "clauses").glob("*/*.md"))
        for number in range(CLAUSES - len(bundled)):
            copied = bundled[number % len(bundled)]
            file = folder / "clauses" / copied.parent.name / f"{copied.stem}-{number}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = copied.read_text(encoding="utf-8")
            text = re.sub(r"^title: .*", f"title: Number {number}", text, count=1, flags=re.MULTILINE)
            file.write_text(text, encoding="utf-8")
        search, listing = ["clauses", "search", "overdose", "prison"], ["clauses", "list"]
        commands = {"search": [*self.drafter, *search], "list": [*self.drafter, *listing]}
        runs = self.measured(commands, folder)
        yield from (timed(f"{CLAUSES:,} clauses: {name}", runs[name], 1500) for name in commands)

    def store(self) -> Iterable[Row]:
        """Yield what it takes to fill a store of recommendations and to search it, beside a plain scan."""
        count = RECOMMENDATIONS if self.rounds >= FEWEST_REVIEWS else RECOMMENDATIONS // SHORT_FORM
        path = Path(self.place.environment["XDG_DATA_HOME"]) / "drafter" / "recommendations.sqlite"
        script = [
            sys.executable,
            str(Path(__file__).with_name("many_recommendations.py")),
            str(count),
            str(path),
        ]
        environment = {**self.place.environment, "PYTHONPATH": str(CHECKOUT)}
        done = subprocess.run(script, env=environment, capture_output=True, check=True)
        took = json.loads(done.stdout)
        name = f"{count:,} recommendations"
        size = f"{took['filling']:6.0f}  ({took['size']:.0f} MB on the disk, {took['memory']:.0f} in memory)"
        yield Row(f"{name}: import", size, took["filling"])
        yield Row(f"{name}: import again", f"{took['again']:6.0f}", took["again"])
        yield Row(f"{name}: plain scan", f"{took['scan']:6.0f}", took["scan"])
        yield Row(
            f"{name}: slowest search",
            f"{took['slowest']:6.0f}  (median {took['median']:.0f})",
            took["slowest"],
            60,
        )
        yield Row(f"{name}: suggestions", f"{took['suggestions']:6.0f}", took["suggestions"], 100)
        commands = {
            "search": ["search", "overdose", "prison"],
            "search --theme": ["search", "drug", "--theme", "prison-health"],
            "stats": ["stats"],
        }
        runs = self.measured(
            {each: [*self.drafter, "recommendations", *words] for each, words in commands.items()}
        )
        yield from (timed(f"recommendations {each}", runs[each], 350) for each in commands)

    # ---- prompts ----

    def menu(self) -> Iterable[Row]:
        """Yield how long the start menu takes to its first prompt, with five recent files."""
        folder = self.folder / "menu"
        folder.mkdir()
        for file in sorted(EXAMPLES.glob("*.yaml"))[:5]:
            shutil.copy(file, folder)
        times = []
        for _ in range(self.rounds + 1):
            menu = Prompts(self.place, self.drafter, folder)
            times.append(menu.until_it_asks())
            menu.end()
        yield asked("start menu, five files: first prompt", times[1:], 400)

    def interview(self) -> Iterable[Row]:
        """Yield how long it is from Enter to the next prompt, in an example and in one ten times as big."""
        for name, times, limit in (("", 1, 100), (", ten times as big", 10, 200)):
            file = self.folder / f"interview-{times}.yaml"
            whole: dict[str, Any] = read_yaml(self.example(JOINT).read_text(encoding="utf-8"), JOINT)
            file.write_text(json.dumps(emptied(grown(whole, times))), encoding="utf-8")
            interview = Prompts(self.place, [*self.drafter, "new", str(file), "--plain"], self.folder)
            interview.until_it_asks()
            taken = []
            for _ in range(ANSWERS):
                interview.answer("1")
                work = interview.until_it_asks()
                for line in (".", "15 March 2030"):
                    if work < LINE_TAKEN:  # a line of a long text, which a full stop ends; or no date
                        interview.answer(line)
                        work = interview.until_it_asks()
                taken.append(work)
                if not interview.is_running:
                    break
            interview.end()
            shown = f"{statistics.median(taken):6.0f}  (most {max(taken):.0f}, {len(taken)} answers)"
            yield Row(f"interview{name}: Enter to next prompt", shown, max(taken), limit)

    def example(self, name: str) -> Path:
        """Return a copy of an example, which may be written to."""
        file = self.folder / f"{name}.yaml"
        if not file.exists():
            shutil.copy(EXAMPLES / f"{name}.yaml", file)
        return file


def emptied(answers: dict[str, Any]) -> dict[str, Any]:
    """Return *answers* without those that are asked for one after the other, some of them theme by theme."""
    kept = {name: value for name, value in answers.items() if name not in ("summary", "method", "closing")}
    sections = [{**section, "answers": {}} for section in kept["themes"]]
    return kept | {"themes": sections, "details": {}, "sign_off": {}}


def grown(answers: dict[str, Any], times: int) -> dict[str, Any]:
    """Return *answers* with so many times the facts and texts of their own."""
    facts = answers["facts"]
    more = {f"{key}{number}": fact for number in range(1, times) for key, fact in facts.items()}
    sections = [
        {
            **section,
            "own": section.get("own", []) * times,
            "facts": [
                *section.get("facts", []),
                *(f"{key}{number}" for number in range(1, times) for key in section.get("facts", [])),
            ],
        }
        for section in answers["themes"]
    ]
    return answers | {"facts": facts | more, "themes": sections}


def timed(name: str, runs: list[Run], limit: float) -> Row:
    """Return the line of a command that has a limit in milliseconds."""
    return Row(name, figures(runs), min(run.cpu for run in runs), limit)


def asked(name: str, times: list[float], limit: float) -> Row:
    """Return the line of something that is measured to a prompt."""
    return Row(name, f"{statistics.median(times):6.0f}  (best {min(times):.0f})", min(times), limit)


def show(row: Row) -> None:
    """Print one line of the table."""
    held = f"{row.value:{'.2f' if row.unit == '×' else '.0f'}} {row.unit}" if row.value else ""
    limit = f"{row.limit:g} {row.unit}" if row.limit else ""
    mark = "OVER" if row.is_broken else ""
    print(f"{row.name:<42}{row.shown:<38}{held:>10}{limit:>10}  {mark}".rstrip(), flush=True)


def main() -> int:
    """Run the benchmark, print its table and return 1 where a limit is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument(
        "--drafter", type=Path, help="the command to measure (default: the one beside Python)"
    )
    options = parser.parse_args()
    compileall.compile_dir(Path(drafter.__file__).parent, quiet=2)
    broken = []
    print(f"{'':<42}{'CPU ms':>6}{'wall':>20}{'MB':>8}{'':4}{'figure':>10}{'limit':>10}")
    with tempfile.TemporaryDirectory() as temporary:
        bench = Bench(Path(temporary), options.rounds, options.drafter)
        parts = [bench.builds, bench.review, bench.batch, bench.commands, bench.many_clauses, bench.store]
        if Prompts.can_be_measured():
            parts += [bench.menu, bench.interview]
        for part in parts:
            for row in part():
                show(row)
                broken += [row] if row.is_broken else []
    for row in broken:
        print(f"over the limit: {row.name}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
