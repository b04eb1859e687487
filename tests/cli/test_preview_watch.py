"""``drafter preview --watch``: what changes is shown after each save, and nothing ends it but the person."""

import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from drafter.cli import DONE, USAGE, main, preview_watch
from drafter.cli.preview_watch import SECONDS, Watch, watched
from drafter.cli.watch_views import PlainView, ScreenView
from drafter.terminal.single_keys import single_keys
from tests.support.checkout import CHECKOUT
from tests.support.keys_at_a_terminal import CTRL_C, Session

Out = pytest.CaptureFixture[str]
SENTENCE = "All women have been promised access to justice, health and safety."
FOLDED = re.compile(SENTENCE.replace(" ", r"\s+"))


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """A finished statement."""
    file = tmp_path / "a.yaml"
    file.write_text((CHECKOUT / "examples" / "csw-statement.yaml").read_text("utf-8"), "utf-8")
    return file


def save(file: Path, sentence: str) -> None:
    """Save the answers with another first sentence of the summary."""
    text = (CHECKOUT / "examples" / "csw-statement.yaml").read_text("utf-8")
    file.write_text(FOLDED.sub(sentence, text), "utf-8")


def after_each_wait(*steps: Callable[[], object]) -> Callable[[float], str]:
    """Return a function that takes one of *steps* at each call, and then is the key q."""
    left: Iterator[Callable[[], object]] = iter(steps)

    def wait(seconds: float) -> str:
        assert seconds == SECONDS
        step = next(left, None)
        if step is None:
            return "q"
        step()
        return ""

    return wait


def test_only_what_changes_is_printed_in_plain_lines(answers: Path, capsys: Out) -> None:
    printed: list[str] = []

    def note() -> None:
        printed.append(capsys.readouterr().out)

    wait = after_each_wait(
        note,
        lambda: save(answers, "Women wait."),
        note,
        answers.touch,
        note,
        lambda: answers.write_text("format: [", "utf-8"),
        note,
        answers.unlink,
        note,
        lambda: save(answers, SENTENCE),
        note,
    )
    assert Watch(answers, PlainView(answers)).run(wait) == DONE

    first, changed, same, unreadable, missing, back = printed
    assert first == f"Watching {answers}. Ctrl-C ends it.\nTotal: 691 of 1,400 words.\n"
    assert "Title page: " in changed
    assert "9 fewer." in changed
    assert "Changed: Women wait. For women who use drugs" in changed
    assert changed.endswith("Total: 682 of 1,400 words.\n")
    assert same == ""
    assert "this is not valid YAML" in unreadable
    assert "there is no such file" in missing
    assert f"Changed: {SENTENCE[:40]}" in back


def test_the_screen_is_drawn_again_within_its_height(
    answers: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drafter.cli.watch_views._rows", lambda: 15)
    watch = Watch(answers, ScreenView(answers))
    watch.look()
    first = capsys.readouterr().out
    assert "Each change is shown here." in first
    assert "691 of 1,400 words" in first
    assert len(first.splitlines()) <= 15

    save(answers, "Women wait.")
    watch.look()
    changed = capsys.readouterr().out
    assert "Changed: Women wait." in changed
    assert len(changed.splitlines()) <= 15

    watch.look()
    assert capsys.readouterr().out == "", "nothing was saved"
    answers.write_text("format: [", "utf-8")
    watch.look()
    assert "not valid YAML" in capsys.readouterr().out


def test_only_the_counts_are_drawn_on_request(answers: Path, capsys: Out) -> None:
    watch = Watch(answers, ScreenView(answers, counts_only=True))
    watch.look()
    save(answers, "Women wait.")
    watch.look()
    assert "Women wait" not in capsys.readouterr().out


def test_a_change_of_the_private_file_is_seen(
    answers: Path, capsys: Out, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamps = iter([1, 2, 1, 3])
    monkeypatch.setattr(preview_watch, "_stamp", lambda _: (next(stamps), 0, 0))
    watch = Watch(answers, ScreenView(answers))
    watch.look()
    capsys.readouterr()
    watch.look()
    assert "691 of 1,400 words" in capsys.readouterr().out


def test_json_is_not_for_a_person(answers: Path, capsys: Out) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["preview", str(answers), "--watch", "--json"])
    assert ended.value.code == USAGE
    assert "--watch shows the document to a person" in capsys.readouterr().err


def test_without_a_keyboard_waiting_only_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: PTH123, SIM115
    with single_keys() as wait:
        begin = time.monotonic()
        assert wait(0.2) == ""
        assert 0.15 < time.monotonic() - begin < 5


def test_ctrl_c_ends_it_without_an_error(answers: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    def interrupted(_: float) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("drafter.terminal.single_keys._only_wait", interrupted)
    monkeypatch.setattr("sys.stdin", open(os.devnull))  # noqa: PTH123, SIM115
    assert watched(answers, PlainView(answers)) == DONE
    assert "Total: 691" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.seconds(120)
@pytest.mark.parametrize("key", ["q", CTRL_C])
def test_at_a_terminal_a_key_ends_it_and_the_keyboard_is_as_before(answers: Path, key: str) -> None:
    session = Session(answers.parent, "-m", "drafter", "preview", str(answers), "--watch")
    session.child.expect("691 of 1,400 words")
    save(answers, "Women wait.")
    session.child.expect("Changed: Women wait.")
    session.child.send(key)
    session.child.expect_exact("\x1b[?1049l")
    session.child.wait()
    assert session.child.exitstatus == DONE
