"""The way back: fifty kinds of edit that people make in Word, taken over and built again."""

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from docx.document import Document as WordDocument

from drafter.answers.paths import MISSING, at
from drafter.answers.store import Store
from drafter.drafting.merging.building import texts_of
from drafter.drafting.merging.lines import lines_of_document
from drafter.drafting.merging.merged import Merged
from drafter.drafting.merging.note_pairs import note_words
from drafter.drafting.merging.word_merge import ReturnedFile, open_returned
from drafter.errors import DrafterError
from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.blocks import Document
from drafter.word.reader.content import read_content
from tests.support import word_edits as by_hand
from tests.support.libreoffice import HAS_LIBREOFFICE, LibreOfficeEdit, edited_by_libreoffice
from tests.support.random_edits import without_paragraph_numbers
from tests.support.script import LIBRARY
from tests.support.word_edits import having
from tests.support.word_files import built, edited, example

UPR, CEDAW, FOLLOW_UP = "ruritania-upr-joint", "ruritania-cedaw", "ruritania-ccpr-follow-up"
Edit = Callable[[WordDocument], Any]


class Kind(NamedTuple):
    """A kind of edit: what is edited, how, and what the answers have then."""

    name: str
    edit: Edit
    path: tuple[str | int, ...]
    value: str
    """A part of the new answer at *path*; empty if nothing must be there any more."""
    example: str = UPR


def _words(old: str, new: str, *, everywhere: bool = False) -> Edit:
    return partial(by_hand.replace, words=old, better=new, everywhere=everywhere)


def _after(mark: str, text: str) -> Edit:
    return lambda word: by_hand.add_after(having(word, mark), text)


def _without(mark: str) -> Edit:
    return lambda word: by_hand.delete(having(word, mark))


def _split(mark: str) -> Edit:
    return lambda word: by_hand.split(having(word, mark), mark)


def _joined(first: str, second: str) -> Edit:
    return lambda word: by_hand.join(having(word, first), having(word, second))


def _moved(mark: str, target: str) -> Edit:
    return lambda word: by_hand.move_after(having(word, mark), having(word, target))


def _noted(mark: str, text: str) -> Edit:
    return lambda word: by_hand.add_note(word, having(word, mark), text)


def _note(old: str, new: str) -> Edit:
    return partial(by_hand.replace_in_note, words=old, better=new)


def _tracked(old: str, new: str) -> Edit:
    return lambda word: by_hand.replace_tracked(having(word, old), old, new)


def _bold(words: str) -> Edit:
    return lambda word: by_hand.embolden(having(word, words), words)


def _appended(mark: str, text: str) -> Edit:
    return lambda word: having(word, mark).add_run(text)


def _all(*edits: Edit) -> Edit:
    def edit(word: WordDocument) -> None:
        for each in edits:
            each(word)

    return edit


KINDS = [
    # values of one line
    Kind("title", _words("Drug policy and", "Drug laws and"), ("title",), "Drug laws and human"),
    Kind("keyword", _words("prison health", "health in prison"), ("keywords", 3), "health in prison"),
    Kind("session", _words("an example session", "session 50"), ("details", "session"), "session 50"),
    Kind(
        "name of an organisation, wherever it is",
        _words("Families Together", "Families United", everywhere=True),
        ("organisations", 4, "name"),
        "Families United",
    ),
    Kind("town", _words("Zenda, Ruritania", "Hofbau, Ruritania"), ("organisations", 3, "city"), "Hofbau"),
    Kind("year", _words("founded in 2008", "founded in 2009"), ("organisations", 1, "founded"), "2009"),
    Kind("date of signature", _words("14 March 2025", "20 March 2025"), ("sign_off", "date"), "20 March"),
    Kind(
        "place of signature", _words("Strelsau, 14 March", "Zenda, 14 March"), ("sign_off", "place"), "Zenda"
    ),
    Kind(
        "heading of a section, wherever it is",
        _words("Missing figures", "What is not counted", everywhere=True),
        ("themes", 6, "heading"),
        "What is not counted",
    ),
    Kind(
        "wording of an earlier recommendation",
        _words("Provide HIV prevention", "Offer HIV prevention"),
        ("earlier", 1, "text"),
        "Offer HIV prevention",
    ),
    Kind(
        "pseudonym of a case",
        _words("Person B", "Person K"),
        ("cases", "C1", "pseudonym"),
        "Person K",
        CEDAW,
    ),
    # words of longer texts
    Kind("summary", _words("mainly by detaining", "mostly by holding"), ("summary",), "mostly by holding"),
    Kind("method", _words("covers January 2021", "covers March 2021"), ("method",), "covers March 2021"),
    Kind(
        "conclusion, whose references stay references",
        _words("are connected", "belong together"),
        ("closing",),
        "belong together (see {paragraphs compulsory-treatment, recovery, harm-reduction}). A person",
    ),
    Kind(
        "what an organisation does",
        _words("parents, partners", "mothers, partners"),
        ("organisations", 4, "what"),
        "mothers, partners",
    ),
    Kind(
        "answer of a longer question",
        _words("No law has been changed.", "The law has not changed."),
        ("earlier", 0, "measures"),
        "The law has not changed. A circular",
        FOLLOW_UP,
    ),
    Kind(
        "story of a case",
        _words("She used no other drug", "She took no other drug"),
        ("cases", "C1", "text"),
        "She took no other drug",
        CEDAW,
    ),
    Kind(
        "own paragraph",
        _words("The police chief’s order can", "The order can"),
        ("themes", 0, "own", 0, "text"),
        "The order can be contested",
    ),
    Kind(
        "own paragraph before its fact",
        _words("People who have been released", "Former patients"),
        ("themes", 0, "own", 1, "text"),
        "Former patients say",
    ),
    Kind(
        "own recommendation",
        _words("Publish the number of deaths", "Publish yearly the number of deaths"),
        ("themes", 6, "own", 1, "text"),
        "Publish yearly",
    ),
    Kind(
        "standard of the library",
        _words("In 2012 twelve", "In March 2012, twelve"),
        ("themes", 0, "clauses", 1, "text"),
        "In March 2012, twelve",
    ),
    Kind(
        "concern of the library with facts",
        _words("Placement rests on", "Admission rests on"),
        ("themes", 0, "clauses", 2, "text"),
        "Admission rests on an order of the district police chief, and confinement may last up to two years. "
        "{facts} The International Guidelines",
    ),
    Kind(
        "clause and fact in one paragraph",
        _all(_words("Placement rests on", "Admission rests on"), _words("held 2,140 people", "held 2,141")),
        ("facts", "F1"),
        "held 2,141, 388 more",
    ),
    Kind(
        "recommendation of the library",
        _words("Close without delay", "Close at once"),
        ("themes", 0, "clauses", 3, "text"),
        "Close at once every centre",
    ),
    Kind(
        "conclusion of the library",
        _words("Sentencing people to death", "Condemning people to death"),
        ("themes", 5, "clauses", 2, "text"),
        "Condemning people",
    ),
    Kind(
        "answer that is printed in two places, changed in both",
        _words("section 14 of the Narcotics Act 1976", "section 14 of the Drugs Act 1976", everywhere=True),
        ("themes", 0, "answers", "law"),
        "section 14 of the Drugs Act 1976",
    ),
    Kind(
        "answer that is printed in two places, changed in one",
        _words("Amend section 14 of the Narcotics Act 1976", "Amend section 14 of the Drugs Act 1976"),
        ("themes", 0, "clauses", 4, "text"),
        "Amend section 14 of the Drugs Act 1976",
    ),
    Kind(
        "figure of a fact",
        _words("118 were refused", "117 were refused"),
        ("facts", "F7", "text"),
        "117 were",
    ),
    Kind(
        "groups of a fact",
        _words("of the 154, 101 men and 53 women", "100 men, 54 women"),
        ("facts", "F22", "disaggregation"),
        "100 men, 54 women",
    ),
    Kind(
        "what became of an earlier recommendation",
        _words("A sixth centre was opened", "Two centres were opened"),
        ("earlier", 4, "evidence"),
        "Two centres were opened in 2023",
    ),
    Kind("words in bold", _bold("Voluntary care ends"), ("summary",), "**Voluntary care ends**"),
    Kind(
        "sentence at the end",
        _appended("they would not do so again", " Others have said the same."),
        ("themes", 0, "own", 2, "text"),
        "they would not do so again",
    ),
    Kind(
        "tracked change",
        _tracked("mainly by detaining", "mostly by holding"),
        ("summary",),
        "mostly by holding",
    ),
    # paragraphs
    Kind(
        "new paragraph after an own one",
        _after("The police chief’s order", "Nobody has won such a case."),
        ("themes", 0, "own", 1, "text"),
        "Nobody has won such a case.",
    ),
    Kind(
        "new paragraph after a clause",
        _after("In 2012 twelve United Nations", "Ruritania was among them."),
        ("themes", 0, "own", 3, "text"),
        "Ruritania was among them.",
    ),
    Kind(
        "new paragraph in the summary",
        _after("mainly by detaining", "It was agreed in Zenda."),
        ("summary",),
        "\n\nIt was agreed in Zenda.",
    ),
    Kind(
        "new paragraph before the summary",
        lambda word: by_hand.add_before(having(word, "mainly by detaining"), "It was agreed in Zenda."),
        ("summary",),
        "It was agreed in Zenda.\n\nRuritania responds",
    ),
    Kind(
        "new recommendation",
        _after("Close without delay", "Publish the names of the centres."),
        ("themes", 0, "own", 3, "text"),
        "Publish the names of the centres.",
    ),
    Kind("own paragraph deleted", _without("Women’s House Strelsau is"), ("themes", 4, "own", 0), ""),
    Kind("clause deleted", _without("Abolish all minimum sentences"), ("themes", 4, "clauses", 8), ""),
    Kind("case deleted", _without("The case of Person B"), ("themes", 1, "cases", 0), "", CEDAW),
    Kind(
        "own paragraph split",
        _split("Several families had asked"),
        ("themes", 0, "own", 2, "text"),
        "clothing.\n\nSeveral families",
    ),
    Kind(
        "clause split",
        _split("Placement rests on"),
        ("themes", 0, "clauses", 2, "text"),
        "\n\nPlacement rests on",
    ),
    Kind(
        "two own paragraphs joined",
        _joined("The police chief’s order", "People who have been released"),
        ("themes", 0, "own", 0, "text"),
        "People who have been released",
    ),
    Kind(
        "own paragraph moved",
        _moved("The police chief’s order", "The authorities tell families"),
        ("themes", 0, "own", 2, "text"),
        "The police chief’s order",
    ),
    Kind(
        "recommendation moved",
        _moved("Close without delay", "Move the budget"),
        ("themes", 0, "clauses", 5, "clause"),
        "compulsory-treatment/close",
    ),
    # notes
    Kind(
        "new note",
        _noted("The police chief’s order", "Order no. 12 of 2021, sect. 4."),
        ("themes", 0, "own", 0, "text"),
        "[^S",
    ),
    Kind(
        "source in a note",
        _note("surveillance report 2024", "surveillance report, 2024"),
        ("sources",),
        "surveillance report, 2024",
    ),
    Kind(
        "note of the library",
        _note(", para. 9.3", ", para. 9.4"),
        ("sources",),
        "para. 9.4",
    ),
    # several
    Kind(
        "edits in several places",
        _all(_words("Close without delay", "Close at once"), _words("are connected", "belong together")),
        ("closing",),
        "belong together",
    ),
    Kind(
        "fact and the words around it",
        _all(_words("118 were refused", "117 were refused"), _words("who look for work", "who need work")),
        ("themes", 1, "clauses", 3, "text"),
        "who need work",
    ),
]


@pytest.fixture(scope="module")
def word_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The built Word files, not to be changed."""
    folder = tmp_path_factory.mktemp("built")
    return {name: built(folder, example(name)) for name in (UPR, CEDAW, FOLLOW_UP)}


class Desk:
    """A folder with an example's answers and a Word file that colleagues have edited."""

    def __init__(self, folder: Path, word_files: dict[str, Path]) -> None:
        self.folder = folder
        self.word = folder / "edited.docx"
        self._word_files = word_files

    def edit(self, name: str, edit: Edit) -> "Desk":
        """Copy the answers and the Word file of an example, and edit the latter."""
        shutil.copy(example(name), self.folder / "answers.yaml")
        shutil.copy(self._word_files[name], self.word)
        edited(self.word, edit)
        return self

    def compared(self, **options: Any) -> ReturnedFile:
        """Return the Word file compared with the answers."""
        file = self.folder / "answers.yaml"
        return open_returned(file, self.word, LIBRARY, **options)

    @property
    def store(self) -> Store:
        """The answers."""
        return Store.open(self.folder / "answers.yaml", "x")

    @property
    def answers(self) -> Answers:
        """The answers as a value."""
        return self.store.answers

    def taken_over(self, **options: Any) -> Merged:
        """Take all edits over."""
        merge = self.compared(**options).merge
        merged = merge.merge(merge.edits)
        self.store.change(list(merged.changes))
        return merged

    def built_again(self) -> Document:
        """Return what the Word file says that the answers now build."""
        (self.folder / "again").mkdir(exist_ok=True)
        return content(built(self.folder / "again", self.store.file))


def content(file: Path) -> Document:
    """Return what a Word file says."""
    return read_content(file.read_bytes(), str(file)).document


def words_of(document: Document) -> tuple[list[str], list[str]]:
    """Return the lines and the notes of *document*, with ``#`` for the numbers of paragraphs and notes."""
    lines = [text for text in texts_of(lines_of_document(document), ()) if text]
    return list(map(without_paragraph_numbers, lines)), [note_words(note, ENGLISH) for note in document.notes]


@pytest.fixture
def desk(tmp_path: Path, word_files: dict[str, Path]) -> Desk:
    """A desk without edits."""
    return Desk(tmp_path, word_files)


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_an_edit_goes_where_it_belongs_and_the_answers_build_the_colleagues_text(
    kind: Kind, desk: Desk
) -> None:
    desk.edit(kind.example, kind.edit)

    merged = desk.taken_over()

    assert (merged.left, merged.differences) == ((), ())
    assert merged.done
    value = at(desk.answers, kind.path)
    assert kind.value in str(value) if kind.value else value is MISSING
    assert words_of(desk.built_again())[0] == words_of(content(desk.word))[0]
    again = desk.compared().merge.edits  # the title of a source may be in other notes as well
    assert [edit for edit in again if edit.kind != "note"] == []


@pytest.mark.parametrize("mark", ["[^2]", "[^77]", "[^*]"])
def test_an_edit_with_the_mark_of_a_note_of_another_text_is_left_and_shown(desk: Desk, mark: str) -> None:
    desk.edit(UPR, _words("has received eleven petitions", f"has received {mark} eleven petitions"))
    [left] = desk.taken_over().left
    assert mark in str(left)
    assert "[^" not in str(at(desk.answers, ("themes", 5, "own", 1, "text")))
    assert any("has received eleven petitions" in text for text in words_of(desk.built_again())[0])


@pytest.mark.parametrize("name", [UPR, CEDAW, FOLLOW_UP])
def test_a_file_that_nobody_edited_has_no_edits(name: str, desk: Desk) -> None:
    assert desk.edit(name, lambda _: None).compared().merge.edits == ()


def test_a_deleted_row_is_taken_out_and_drafter_counts_again(desk: Desk) -> None:
    desk.edit(UPR, by_hand.delete_row)

    merged = desk.taken_over()

    assert [row.paragraph for row in desk.answers.earlier][-1] == "121.12"
    assert merged.left == ()
    [difference] = merged.differences
    assert difference.printed.startswith("Of the 5 recommendations")
    assert difference.edited.startswith("Of the 6 recommendations")


def test_words_of_the_template_stay_and_are_shown(desk: Desk) -> None:
    desk.edit(UPR, _words("It is recommended that", "We recommend that"))

    merged = desk.taken_over()

    [edit] = merged.left
    assert (edit.origin, edit.plans) == ("", ())
    assert edit.after == "We recommend that the Government of Ruritania:"
    assert merged.changes == ()


def test_a_text_in_front_of_the_title_stays_and_is_shown(desk: Desk) -> None:
    desk.edit(UPR, lambda word: having(word, "Drug policy").insert_paragraph_before("Draft of 3 March"))

    merged = desk.taken_over()

    assert [edit.after for edit in merged.left] == ["Draft of 3 March"]
    assert [difference.edited for difference in merged.differences] == ["Draft of 3 March"]


def test_a_rejected_edit_changes_nothing(desk: Desk) -> None:
    desk.edit(UPR, _all(_words("Close without delay", "Close at once"), _words("are connected", "belong")))
    merge = desk.compared().merge

    merged = merge.merge([edit for edit in merge.edits if edit.path == ("closing",)])

    assert [path for path, _ in merged.changes] == [("closing",)]
    assert merged.differences == ()


def test_tracked_changes_may_count_as_rejected(desk: Desk) -> None:
    desk.edit(UPR, _tracked("mainly by detaining", "mostly by holding"))

    assert desk.compared(changes="reject").merge.edits == ()
    assert len(desk.compared(changes="accept").merge.edits) == 1


def test_what_the_author_has_changed_since_the_build_is_no_edit_of_the_colleagues(desk: Desk) -> None:
    desk.edit(UPR, _words("are connected", "belong together"))
    built_before = desk.folder / "built.docx"
    shutil.copy(desk._word_files[UPR], built_before)
    desk.store.set(("title",), "A newer title")
    desk.store.set(("themes", 0, "own", 0, "text"), "A paragraph that was written anew since then.")

    edits = desk.compared(built=built_before).merge.edits

    assert [edit.path for edit in edits] == [("closing",)]


def test_comments_come_with_the_words_that_they_are_about(desk: Desk) -> None:
    desk.edit(UPR, lambda word: by_hand.comment_on(word, having(word, "are connected"), "Is this so?"))

    file = desk.compared()

    assert [comment.text for comment in file.comments] == ["Is this so?"]
    assert "are connected" in file.comments[0].quoted
    assert file.merge.edits == ()


def test_a_gap_that_was_filled_is_an_answer(desk: Desk, tmp_path: Path) -> None:
    shutil.copy(example(UPR), tmp_path / "answers.yaml")
    store = desk.store
    store.set(("themes", 0, "answers", "law"), None)
    store.set(("summary",), None)
    gap = "[to be completed: Which law permits it]"
    desk.word = edited(
        built(tmp_path, store.file), lambda word: by_hand.fill_gaps(word, "Section 3 is the law.")
    )

    merged = desk.taken_over()

    assert gap not in str(words_of(content(desk.word)))
    assert at(desk.answers, ("themes", 0, "answers", "law")) == "Section 3 is the law."
    assert at(desk.answers, ("summary",)) == "Section 3 is the law."
    assert (merged.left, merged.differences) == ((), ())


def test_another_document_is_refused(desk: Desk) -> None:
    desk.edit(UPR, lambda _: None)
    shutil.copy(example(CEDAW), desk.folder / "answers.yaml")

    with pytest.raises(DrafterError, match="this is a upr/joint document"):
        desk.compared()


# ---- edits in LibreOffice ----

IN_LIBREOFFICE: dict[str, tuple[LibreOfficeEdit, tuple[str | int, ...], str]] = {
    "nothing": (("replace", "mainly by detaining", "mainly by detaining"), ("title",), "Drug policy"),
    "summary": (("replace", "mainly by detaining", "mostly by holding"), ("summary",), "mostly by holding"),
    "tracked": (("tracked", "mainly by detaining", "mostly by holding"), ("summary",), "mostly by holding"),
    "bold": (("bold", "Voluntary care ends", ""), ("summary",), "**Voluntary care ends**"),
    "title": (("replace", "Drug policy and human", "Drug laws and human"), ("title",), "Drug laws and human"),
    "clause": (
        ("replace", "In 2012 twelve", "In March 2012, twelve"),
        ("themes", 0, "clauses", 1, "text"),
        "In March 2012, twelve",
    ),
    "fact": (("replace", "118 were refused", "117 were refused"), ("facts", "F7", "text"), "117 were"),
    "cell": (
        ("replace", "A sixth centre was", "Two centres were"),
        ("earlier", 4, "evidence"),
        "Two centres were",
    ),
    "split": (
        ("split", "Several families had asked", ""),
        ("themes", 0, "own", 2, "text"),
        "clothing.\n\nSeveral families",
    ),
    "new": (
        ("after", "The police chief’s order", "Nobody has won such a case."),
        ("themes", 0, "own", 1, "text"),
        "Nobody has won such a case.",
    ),
    "recommendation": (
        ("after", "Close without delay", "Publish the names of the centres."),
        ("themes", 0, "own", 3, "text"),
        "Publish the names",
    ),
    "deleted": (("delete", "Women’s House Strelsau is", ""), ("themes", 4, "own", 0), ""),
}
"""Edits by name: what is done in LibreOffice, and a part of the answer that it leads to."""


@pytest.fixture(scope="module")
def saved_files(word_files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The Word file of the joint example, edited and saved by LibreOffice, by the name of the edit."""
    edits = {name: edit for name, (edit, _, _) in IN_LIBREOFFICE.items()}
    return edited_by_libreoffice(word_files[UPR].read_bytes(), edits, tmp_path_factory.mktemp("office"))


@pytest.mark.skipif(not HAS_LIBREOFFICE, reason="LibreOffice is not installed")
@pytest.mark.parametrize("name", IN_LIBREOFFICE)
def test_an_edit_in_libreoffice_goes_where_it_belongs(
    name: str, desk: Desk, saved_files: dict[str, bytes]
) -> None:
    desk.edit(UPR, lambda _: None)
    desk.word.write_bytes(saved_files[name])
    _, path, part = IN_LIBREOFFICE[name]

    merged = desk.taken_over()

    assert (merged.left, merged.differences) == ((), ())
    assert len(merged.done) == (name != "nothing")
    value = at(desk.answers, path)
    assert part in str(value) if part else value is MISSING
    assert words_of(desk.built_again())[0] == words_of(content(desk.word))[0]
