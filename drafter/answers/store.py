"""An answers file that is being written, and its private file: a change is on disk before the next question.

Both files are edited in place, so that comments, order and quotation marks stay as a person left them. Before
each save the store looks whether somebody else has changed them. What both changed differently is asked
about, the rest is merged, and nothing is overwritten silently.
"""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

from drafter.answers.changes import Change, applied
from drafter.answers.disk import (
    FOR_ALL,
    Write,
    complete,
    journal_file,
    recover,
    sweep,
    write_together,
    write_whole,
)
from drafter.answers.load import read_answers
from drafter.answers.lock import saving
from drafter.answers.merge import Clash, changed_places, merge, new_keys, with_new_keys
from drafter.answers.older_files import upgrades
from drafter.answers.tie import mismatched, tied
from drafter.answers.working import WorkingAnswers
from drafter.answers.yaml_file import OnDisk, YamlFile
from drafter.errors import DrafterError, Fault, Refused
from drafter.model.answers import FORMAT, GONE
from drafter.privacy.gitignore import gitignore_text
from drafter.privacy.private_file import (
    ID,
    PSEUDONYM,
    find_private_file,
    private_path,
    read_private,
    refuse_other_person,
    refuse_untied,
    secrets_of,
)
from drafter.privacy.traces import Person
from drafter.text_file import file_exists, real_path
from drafter.yaml_text import KeyPath

PRIVATE = "private"
"""What the first step of a path is called that leads into the private file."""

BANNER = """\
Answers for a submission. Change them here or with 'drafter new'; comments are kept.
null (or nothing after the colon) means "I don't know yet": the place is marked in the draft.
Build the Word file:  drafter build {name}"""

PRIVATE_BANNER = """\
Real names and identifiers for {name}. Only you can read this file: never send it, never print it.
private_id and the pseudonyms tie it to the answers; leave them as they are."""


class Listener:
    """What a store tells, and asks, whoever works with it. This one is for a command that asks nothing."""

    def merged(self, file: Path, places: list[KeyPath]) -> None:
        """Hear that somebody else changed these *places* of *file*; their changes are kept."""

    def gone(self, file: Path) -> None:
        """Hear that *file* was deleted or renamed by somebody; it is written again."""

    def decide(self, file: Path, clash: Clash) -> Literal["ours", "theirs"]:
        """Return which of two answers to keep that were changed at the same time."""
        path = ".".join(map(str, clash.path))
        raise Refused(
            Fault(
                f"somebody has changed the same answer in this file meanwhile ({path})",
                "Nothing was saved. Look at the file, then give your answer again.",
                str(file),
            )
        )

    def unreadable(self, error: DrafterError, rescue: Callable[[], Path]) -> None:  # noqa: ARG002
        """Wait until the file that somebody has changed can be read again.

        *rescue* saves this side's answers to another file and returns it, for a person who gives up.
        """
        raise error

    def erased(self, person: Person) -> None:
        """Hear that the case of *person* was taken out of both files."""


class Store:
    """An answers file on disk with its private file, and their content, kept the same."""

    def __init__(self, answers: YamlFile, private: YamlFile, check: Callable[[Path], object]) -> None:
        self.file = answers.file
        self.check = check
        """Refuses a file that somebody has changed into something that drafter cannot use."""
        self.listener = Listener()
        self._answers = answers
        self._private = private
        self._working: tuple[tuple[int, int], WorkingAnswers] | None = None

    @property
    def data(self) -> Mapping[str, Any]:
        """What was answered so far, with what is private under ``private``."""
        return {**self._answers.data, **({PRIVATE: self._private.data} if self._private.data else {})}

    @property
    def answers(self) -> WorkingAnswers:
        """What was answered so far, as a value; the same one until something changes."""
        key = (id(self._answers.data), id(self._private.data))
        if self._working is None or self._working[0] != key:
            self._working = key, WorkingAnswers.model_validate(self.data)
        return self._working[1]

    @property
    def private_path(self) -> Path:
        """Where the private file is, or will be."""
        return self._private.file

    @classmethod
    def open(
        cls,
        file: Path,
        made_with: str,
        banner: str = BANNER,
        check: Callable[[Path], object] = read_answers,
        *,
        tie: bool = False,
    ) -> "Store":
        """Return the store of *file*, which is begun with *banner* where it is not there yet.

        What a crash has left is completed or cleared first. *check* refuses a file that holds something else.
        With *tie* the private file beside it is tied to it: the person has said that they belong together.
        Raises DrafterError for a file that is wrong in any value, for one that cannot be written, and where
        the private file belongs to other answers; Untied where nothing says whose it is.
        """
        real_path(file)  # refuses a name that leads nowhere, before anything beside it is touched
        with saving(file):
            recover(journal_file(file))
            if file_exists(file):
                check(file)  # reports what is wrong before anything is asked or written
            answers = YamlFile(file)
            private = _private_path(answers, tie=tie)
            sweep(file, private)
            store = cls(answers, YamlFile(private), check)
        if not answers.data:
            answers.text = _commented(banner, file)
            _ignore_in_git(file)
            store.change([(("format",), FORMAT), (("made_with",), made_with)])
        else:
            changes = upgrades(answers.data)
            if changes or tie or answers.data.get("made_with") != made_with:
                store.change([(("made_with",), made_with), *changes])
        return store

    def set(self, path: KeyPath, value: Any) -> None:
        """Put *value* at *path* and save. Lists grow by one; mappings on the way are begun."""
        self.change([(path, value)])

    def change(self, made: list[Change]) -> None:
        """Put each value at its place, then save once: all of them are on disk, or none. GONE takes away.

        What belongs to the private file is written there, and nowhere else. Raises DrafterError where that
        cannot be done, and where somebody has changed the same answer and the listener cannot decide.
        """
        private = [(path[1:], value) for path, value in made if path[0] == PRIVATE]
        public = [(path, value) for path, value in made if path[0] != PRIVATE]
        erased = list(self._erased(public))
        before = (self._answers.data, self._private.data)
        ours = applied(self._answers.data, public)
        answers, names = ours, applied(self._private.data, private)
        is_saved = False
        while not is_saved:
            complete(self.file)
            # A person may be asked here: nobody else may have to wait for that with a save of their own.
            answers = self._merged(self._answers, answers)
            names = self._merged(self._private, names)
            with saving(self.file):
                if not (self._answers.is_changed_on_disk() or self._private.is_changed_on_disk()):
                    self._write(*tied(answers, names, before, ours))
                    is_saved = True
        for person in erased:
            self.listener.erased(person)

    def save(self) -> None:
        """Write the answers to disk where they are not as they are here."""
        self.change([])

    def _write(self, answers: Mapping[str, Any], names: Mapping[str, Any]) -> None:
        if others := mismatched(answers, names):
            refuse_other_person(self._private.file, self.file, others)
        changed: list[tuple[YamlFile, Mapping[str, Any], Write]] = []
        if write := self._private_write(names):
            _ignore_in_git(self._private.file)
            changed.append((self._private, names, write))
        write = self._answers.edited(answers)
        if not self._answers.has(write):
            changed.append((self._answers, answers, write))
        write_together([write for _, _, write in changed], journal_file(self.file))
        for file, data, write in changed:
            file.take_written(write, data)

    def _private_write(self, names: Mapping[str, Any]) -> Write | None:
        """Return the write that makes the private file hold *names*, ``None`` where it does."""
        file = self._private
        if not names:
            return Write(file.file, None) if file.is_there else None
        file.text = file.text or _commented(PRIVATE_BANNER, self.file)
        write = file.edited(names)
        return None if file.has(write) else write

    def _merged(self, file: YamlFile, ours: dict[str, Any]) -> dict[str, Any]:
        """Return *ours* with what somebody else has changed in *file* since it was last read or written."""
        if not file.is_changed_on_disk():
            return ours
        disk = self._read(file, ours)
        if disk[0] is None:
            self.listener.gone(file.file)
            file.forget_disk()
            return ours
        base, theirs = file.data, disk[2]
        ours = with_new_keys(ours, new_keys(base, ours, theirs))
        asked: list[KeyPath] = []

        def decide(clash: Clash) -> Literal["ours", "theirs"]:
            asked.append(clash.path)
            return self.listener.decide(file.file, clash)

        merged = dict(merge(base, ours, theirs, decide))
        file.take_in(disk)
        if places := [place for place in changed_places(base, theirs) if place not in asked]:
            self.listener.merged(file.file, places)
        return merged

    def _read(self, file: YamlFile, ours: Mapping[str, Any]) -> OnDisk:
        def rescue() -> Path:
            ending = ".private.yaml" if file is self._private else ".yaml"
            copy = file.file.with_name(f"{file.file.name.removesuffix(ending)}.rescued{ending}")
            write_whole(copy, file.edited(ours).text or "")
            return copy

        while True:
            try:
                if file is self._answers and file_exists(file.file):
                    self.check(file.file)
                return file.read_disk()
            except DrafterError as error:
                self.listener.unreadable(error, rescue)

    def _erased(self, public: list[Change]) -> Iterator[Person]:
        cases = self._answers.data.get("cases") or {}
        for path, value in public:
            if value is GONE and path[0] == "cases" and len(path) == 2 and path[1] in cases:
                case = cases[path[1]] or {}
                secrets = secrets_of((self._private.data.get("cases") or {}).get(path[1]))
                yield Person(str(path[1]), case.get(PSEUDONYM) or "", case.get("text") or "", secrets)


def _private_path(answers: YamlFile, *, tie: bool) -> Path:
    """Return where the private file of *answers* is or will be. Raises as ``Store.open`` does."""
    private_id = str(answers.data.get(ID) or "")
    path = find_private_file(answers.file, private_id)
    if path is not None and not tie:
        if not private_id:
            refuse_untied(path, answers.file)
        cases = answers.data.get("cases") or {}
        pseudonyms = {key: (case or {}).get(PSEUDONYM) for key, case in cases.items()}
        read_private(answers.file, private_id, pseudonyms)
    return path or private_path(answers.file)


def _commented(banner: str, file: Path) -> str:
    return "".join(f"# {line}\n" for line in banner.format(name=file.name).splitlines())


def _ignore_in_git(file: Path) -> None:
    """Name private files for git to ignore, before the first of them is in the folder."""
    if wanted := gitignore_text(file):
        write_whole(file.resolve().with_name(".gitignore"), wanted, mode=FOR_ALL)
