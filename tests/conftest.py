"""For every test: an alarm, examples, golden files, and no skipping where everything is installed."""

import gc
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path
from types import FrameType

import pytest

from tests.support.checkout import EXAMPLES

GOLDEN = Path(__file__).parent / "golden"
SECONDS = 60
NOTHING_IS_SKIPPED = bool(os.environ.get("DRAFTER_CI"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--accept``."""
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with the present output")


def pytest_configure(config: pytest.Config) -> None:
    """Register the marker for a test that needs longer."""
    config.addinivalue_line("markers", f"seconds(n): the test may take n seconds, not {SECONDS}")
    if not hasattr(config, "workerinput"):  # one cache for all processes of the run, not the user's
        folder = tempfile.mkdtemp(prefix="drafter-tests-")
        os.environ["XDG_CACHE_HOME"] = folder
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


# ---- the order: long tests first ----


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the modules whose tests may take long, so that no worker is left alone with one at the end.

    A module stays with one worker (``--dist loadfile``), and ``--no-loadscope-reorder`` keeps this order.
    """
    longest: dict[Path, int] = {}
    for item in items:
        longest[item.path] = max(longest.get(item.path, 0), seconds_for(item))
    items.sort(key=lambda item: -longest[item.path])


def seconds_for(item: pytest.Item) -> int:
    """Return how long a test may take."""
    marker = item.get_closest_marker("seconds")
    return int(marker.args[0]) if marker else SECONDS


# ---- the alarm: a prompt that waits for a key which never comes fails, it does not hang ----


def pytest_runtest_teardown() -> None:
    """Turn garbage collection on again: a command that ran in this process has turned it off."""
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """Set the alarm for the fixtures."""
    yield from alarmed(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Set the alarm for the test itself."""
    yield from alarmed(item)


def alarmed(item: pytest.Item) -> Generator[None, None, None]:
    """Run the wrapped step and fail it when its time is up. Without SIGALRM, just run it."""
    if not hasattr(signal, "SIGALRM"):
        yield
        return
    seconds = seconds_for(item)

    def ring(_: int, __: FrameType | None) -> None:
        pytest.fail(f"not done after {seconds} seconds; does a prompt wait for a key?")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


# ---- under DRAFTER_CI everything is installed, so no test may be skipped ----


def refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure where nothing may be skipped."""
    if NOTHING_IS_SKIPPED and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid}: nothing may be skipped under DRAFTER_CI. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Refuse a skipped test."""
    report = yield
    refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Refuse a skipped module."""
    report = yield
    refuse_skip(report)
    return report


# ---- examples and golden files ----


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test that uses ``example`` once for each example; without any, it fails."""
    if "example" in metafunc.fixturenames:
        files = sorted(EXAMPLES.glob("*.yaml")) or [EXAMPLES / "there-is-no-example.yaml"]
        metafunc.parametrize("example", files, ids=[file.stem for file in files])


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Return a function that compares a text with the golden file of a name, or rewrites that file."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--accept"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        if not file.exists():
            pytest.fail(f"there is no {file}: write it with 'pytest --accept' and read it")
        assert text == file.read_text(encoding="utf-8"), "if the new text is right: pytest --accept"

    return compare


# ---- no configuration, editor or accessibility setting of the user reaches a test ----


@pytest.fixture(autouse=True)
def no_user_settings(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give every test an empty configuration folder, and no editor that would open on a long question."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.getbasetemp() / "nobody"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path_factory.getbasetemp() / "state"))
    for name in ("VISUAL", "EDITOR", "ACCESSIBLE", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
