"""An open answers file and its private file: every change is on disk before the next question is asked.

Both files are edited in place, so that comments, order and quotation marks stay as a person wrote them.
Before each save the store checks whether somebody else has changed the files. If both sides changed an answer
in different ways, the listener chooses; everything else is merged. Nothing is overwritten silently.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from drafter.answers.about_people import erased_rows
from drafter.answers.changes import Change, applied
from drafter.answers.disk import (
    WORLD_READABLE,
    Write,
    complete_save,
    delete_leftovers,
    journal_file,
    recover,
    write_atomically,
    write_together,
)
from drafter.answers.erased_people import people_at
from drafter.answers.load import read_answers
from drafter.answers.lock import save_lock
from drafter.answers.merge import Clash, Side, changed_paths, merge, replace_keys, replacement_keys
from drafter.answers.older_files import upgrades
from drafter.answers.paths import dotted, is_private
from drafter.answers.tie import Contents, mismatched_cases, pseudonyms_by_case, refuse_odd_cases, tie_together
from drafter.answers.working import WorkingAnswers
from drafter.answers.yaml_file import DiskContent, YamlFile
from drafter.errors import DrafterError, Fault, Refused
from drafter.model.answers import FORMAT
from drafter.model.node import Node, Tree
from drafter.privacy.gitignore import gitignore_text
from drafter.privacy.private_file import (
    ID,
    find_private_file,
    private_path,
    read_private,
    refuse_other_person,
    refuse_untied,
)
from drafter.privacy.traces import Person
from drafter.text_file import as_argument, file_exists, real_path
from drafter.yaml_text import KeyPath

PRIVATE = "private"
"""The first step of every path that leads into the private file."""

BANNER = """\
Answers for a submission. Change them here or with 'drafter new'; comments are kept.
null (or nothing after the colon) means "I don't know yet": the draft marks the gap.
Build the Word file:  drafter build {argument}"""

PRIVATE_BANNER = """\
Real names and identifiers for {name}. Only you can read this file: never send it, never print it.
private_id and the pseudonyms tie this file to the answers: do not change them."""


class Listener:
    """Hears what happens to a store's files, and decides what only a person can. This one asks nobody."""

    def on_merged(self, file: Path, paths: list[KeyPath]) -> None:
        """Called when somebody else changed the values at *paths* of *file*; their changes are kept."""

    def on_deleted(self, file: Path) -> None:
        """Called when somebody deleted or renamed *file*; it is written again."""

    def choose_side(self, file: Path, clash: Clash) -> Side:
        """Return which of two answers in *file* to keep that were changed at the same time."""
        raise Refused(
            Fault(
                f"somebody else has just changed the same answer in this file ({dotted(clash.path)})",
                "Nothing was saved. Look at the file, then give your answer again.",
                str(file),
            )
        )

    def on_unreadable(self, error: DrafterError, rescue: Callable[[], Path]) -> None:  # noqa: ARG002
        """Wait until the file that somebody changed may be readable again. The store then tries again.

        *rescue* saves this side's answers to another file and returns it, for a person who gives up.
        """
        raise error

    def on_case_erased(self, person: Person) -> None:
        """Called when *person* was erased from the answers, a case from the private file too."""


class Store:
    """An answers file on disk together with its private file, and their content."""

    def __init__(self, answers: YamlFile, private: YamlFile, check: Callable[[Path], object]) -> None:
        self.file = answers.file
        self.check = check
        """Raises DrafterError if somebody has changed the file into something that drafter cannot use."""
        self.listener = Listener()
        self._answers = answers
        self._private = private
        self._working: tuple[Tree, Tree, WorkingAnswers] | None = None
        """The last value of ``answers``, with the content of both files that it was made from."""

    @property
    def data(self) -> Tree:
        """The answers so far, with the content of the private file under ``private``."""
        return {**self._answers.data, **({PRIVATE: self._private.data} if self._private.data else {})}

    @property
    def answers(self) -> WorkingAnswers:
        """The answers so far, as a value; the same object until something changes."""
        public, private = self._answers.data, self._private.data
        if self._working is None or self._working[0] is not public or self._working[1] is not private:
            self._working = public, private, WorkingAnswers.read(self.data)
        return self._working[2]

    @property
    def private_path(self) -> Path:
        """The path of the private file, whether it exists yet or not."""
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
        """Return the store of *file*, which is started with *banner* if it does not exist yet.

        A save that a crash interrupted is completed first. *check* raises DrafterError for a file that holds
        something else. With *tie* the private file beside it is tied to it: the user has said that the two
        belong together. Raises DrafterError if a value in the file is wrong, if it cannot be written, or if
        the private file belongs to other answers; Untied if nothing says whose it is.
        """
        real_path(file)  # refuses a name that leads nowhere, before anything beside it is touched
        with save_lock(file):
            recover(journal_file(file))
            if file_exists(file):
                check(file)  # reports what is wrong before anything is asked or written
            answers = YamlFile(file)
            private = _private_path(answers, tie=tie)
            delete_leftovers(file, private)
            store = cls(answers, YamlFile(private), check)
        if not answers.data:
            answers.text = _commented(banner, file)
            _add_to_gitignore(file)
            store.change([(("format",), FORMAT), (("made_with",), made_with)])
        else:
            changes = upgrades(answers.data)
            if changes or tie or answers.data.get("made_with") != made_with:
                store.change([(("made_with",), made_with), *changes])
        return store

    def set(self, path: KeyPath, value: Node) -> None:
        """Put *value* at *path* and save, as ``change`` does."""
        self.change([(path, value)])

    def change(self, changes: list[Change]) -> None:
        """Make *changes*, then save once: afterwards all of them are on disk, or none.

        What is private is written to the private file, and nowhere else. Raises DrafterError if that is not
        possible, and if somebody else has changed the same answer and the listener cannot choose.
        """
        private_changes = [(path[1:], value) for path, value in changes if is_private(path)]
        public_changes = [(path, value) for path, value in changes if not is_private(path)]
        erased = list(self._erased_people(public_changes))
        before = Contents(self._answers.data, self._private.data)
        ours = applied(self._answers.data, public_changes)
        answers, private = ours, applied(self._private.data, private_changes)
        is_saved = False
        while not is_saved:
            complete_save(self.file)
            # The listener may ask a person here. Without the lock, nobody else has to wait for the answer.
            answers = self._merged_with_disk(self._answers, answers)
            private = self._merged_with_disk(self._private, private)
            with save_lock(self.file):
                if not (self._answers.is_changed_on_disk() or self._private.is_changed_on_disk()):
                    refuse_odd_cases(private, self._private.file)
                    self._write(tie_together(Contents(answers, private), before, ours))
                    is_saved = True
        for person in erased:
            self.listener.on_case_erased(person)

    def save(self) -> None:
        """Write the answers to disk if the files there differ."""
        self.change([])

    def _write(self, contents: Contents) -> None:
        if others := mismatched_cases(contents):
            refuse_other_person(self._private.file, self.file, others)
        planned: list[tuple[YamlFile, Tree, Write]] = []
        if write := self._plan_private_write(contents.private):
            _add_to_gitignore(self._private.file)
            planned.append((self._private, contents.private, write))
        write = self._answers.plan_write(contents.answers)
        if not self._answers.is_written(write):
            planned.append((self._answers, contents.answers, write))
        write_together([write for _, _, write in planned], journal_file(self.file))
        for file, data, write in planned:
            file.accept_write(write, data)

    def _plan_private_write(self, data: Tree) -> Write | None:
        """Return the write after which the private file holds *data*, ``None`` if it already does."""
        file = self._private
        if not data:
            return Write(file.file, None) if file.exists else None
        file.text = file.text or _commented(PRIVATE_BANNER, self.file)
        write = file.plan_write(data)
        return None if file.is_written(write) else write

    def _merged_with_disk(self, file: YamlFile, ours: dict[str, Node]) -> dict[str, Node]:
        """Return *ours* with what somebody else has changed in *file* since it was last read or written."""
        if not file.is_changed_on_disk():
            return ours
        disk = self._read_again(file, ours)
        if disk.content is None:
            self.listener.on_deleted(file.file)
            file.accept_loss()
            return ours
        base, theirs = file.data, disk.data
        ours = replace_keys(ours, replacement_keys(base, ours, theirs))
        clashes: list[KeyPath] = []

        def choose(clash: Clash) -> Side:
            clashes.append(clash.path)
            return self.listener.choose_side(file.file, clash)

        merged = dict(merge(base, ours, theirs, choose))
        file.accept(disk)
        if paths := [path for path in changed_paths(base, theirs) if path not in clashes]:
            self.listener.on_merged(file.file, paths)
        return merged

    def _read_again(self, file: YamlFile, ours: Tree) -> DiskContent:
        """Return the content of *file* on disk, as soon as drafter can use it."""

        def rescue() -> Path:
            ending = ".private.yaml" if file is self._private else ".yaml"
            copy = file.file.with_name(f"{file.file.name.removesuffix(ending)}.rescued{ending}")
            write_atomically(copy, file.plan_write(ours).text or "")
            return copy

        while True:
            try:
                if file is self._answers and file_exists(file.file):
                    self.check(file.file)
                return file.read_disk()
            except DrafterError as error:
                self.listener.on_unreadable(error, rescue)

    def _erased_people(self, public_changes: list[Change]) -> Iterator[Person]:
        """Yield each person that *public_changes* erase, unless nothing was known of the person."""
        for path in erased_rows(public_changes):
            for person in people_at(self.data, path):
                if person.pseudonym or person.text or any(person.secrets.values()):
                    yield person


def _private_path(answers: YamlFile, *, tie: bool) -> Path:
    """Return the path of the private file of *answers*, existing or not. Raises as ``Store.open`` does."""
    private_id = str(answers.data.get(ID) or "")
    path = find_private_file(answers.file, private_id)
    if path is not None and not tie:
        if not private_id:
            refuse_untied(path, answers.file)
        read_private(answers.file, private_id, pseudonyms_by_case(answers.data))
    return path or private_path(answers.file)


def _commented(banner: str, file: Path) -> str:
    return "".join(
        f"# {line}\n" for line in banner.format(name=file.name, argument=as_argument(file.name)).splitlines()
    )


def _add_to_gitignore(file: Path) -> None:
    """Tell git to ignore private files, before the first one is in the folder of *file*."""
    if text := gitignore_text(file):
        write_atomically(file.resolve().with_name(".gitignore"), text, mode=WORLD_READABLE)
