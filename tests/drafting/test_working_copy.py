"""Working copies: gaps that can be filled in Word, comments, and names by which lines are known again."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from drafter.answers.paths import MISSING, at
from drafter.drafting.open_answers import gap_answers
from drafter.drafting.pipeline import draft_file
from drafter.drafting.word_file import NotReady, build_file
from drafter.drafting.working_copy import CommentChoice
from drafter.frozen import replaced
from drafter.language.english import ENGLISH
from drafter.language.labels import GapName
from drafter.markup.count import plain_text
from drafter.model.blocks import lines_of
from drafter.word.files import document_origin
from drafter.word.package import write_parts
from drafter.word.reader.content import read_content
from tests.support.many_gaps import ANSWERS, bookmarks, comments, controls, write_answers
from tests.support.ooxml import W, invariants, read, tree
from tests.support.outline import outline
from tests.support.people import NAME, SENT, letter
from tests.support.script import LIBRARY
from tests.support.word_files import checked

Build = Callable[..., bytes]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Return a function that builds a Word file of *answers* and returns its content."""

    def _build(answers: str = ANSWERS, choice: CommentChoice = "gaps") -> bytes:
        file = tmp_path / "a.yaml"
        file.write_text(answers, "utf-8")
        target = tmp_path / "a.docx"
        build_file(file, target, force=True, library=LIBRARY, comments=choice)
        data = target.read_bytes()
        assert invariants(data) == []
        return data

    return _build


# ---- gaps ----


def test_each_gap_is_a_placeholder_that_a_click_selects(build: Build) -> None:
    data = build()
    gaps = outline(data).count("{gap: ")
    shown = controls(data)
    assert len(shown) == gaps > 25
    assert all(control.text.startswith("[to be completed: ") for control in shown)
    parts = read(data)
    for part in ("word/document.xml", "word/endnotes.xml"):
        for control in tree(parts, part).iter(f"{W}sdt"):
            assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
            styles = {style.get(f"{W}val") for style in control.iter(f"{W}rStyle")}
            assert styles == {"Gap"}


def test_the_tag_of_a_gap_names_the_answer_that_is_missing(build: Build) -> None:
    tags = {control.tag.removeprefix("drafter:"): control.text for control in controls(build())}
    assert tags["details.session"].endswith("Which session of the Working Group will review the State]")
    assert {
        "organisations.0.acronym",
        "organisations.0.what",
        "organisations.0.contact.phone",
        "organisations.1.what",
        "earlier.0.document",
        "earlier.0.position",
        "earlier.0.status",
        "earlier.1.document",
        "earlier.1.status",
        "summary",
        "method",
        "closing",
        "themes.compulsory-treatment.answers.body",
        "themes.compulsory-treatment.own.1.parts.what",
        "themes.compulsory-treatment.own.1.parts.by_when",
        "themes.compulsory-treatment.own.2.text",
        "facts.F1.locator",
        "facts.F2.text",
        "facts.F2.locator",
        "sources.S1.author",
        "sources.S1.address",
        "sources.S2.title",
        "sources.S2.date",
        "sign_off.place",
        "sign_off.name",
    } <= set(tags)


def test_the_path_of_each_gap_leads_to_an_open_answer(tmp_path: Path) -> None:
    reviewed = draft_file(write_answers(tmp_path), library=LIBRARY, origins=True)
    assert reviewed.origins is not None
    behind = gap_answers(reviewed.resolved, reviewed.draft.document, reviewed.origins)
    assert len(behind) == len(reviewed.draft.gaps)
    for place, label in zip(behind, reviewed.draft.gaps, strict=True):
        assert place is not None, label
        assert place.label == label
        assert at(reviewed.answers, place.path) in (None, MISSING)


def test_a_tag_stays_when_another_theme_comes_before_its_own(build: Build) -> None:
    before = {control.tag for control in controls(build())}
    moved = ANSWERS.replace("themes:\n", "themes:\n  - {theme: stigma, own: [{text: New words.}]}\n")
    assert moved != ANSWERS
    assert {control.tag for control in controls(build(moved))} == before


# ---- comments on gaps ----


def test_a_comment_at_each_gap_says_what_is_missing_and_what_is_wanted(build: Build) -> None:
    data = build()
    by_text = dict(comments(data))
    session = by_text["[to be completed: Which session of the Working Group will review the State]"]
    assert session.split("\n")[0] == "Which session of the Working Group will review the State?"
    assert "For example: " in session
    assert "The rules of this document require an answer." in session
    assert by_text["[to be completed: summary of the main points]"].startswith(
        "Missing: summary of the main points.\nWrite one or two paragraphs"
    )
    assert len(comments(data)) == len(controls(data))


def test_only_the_first_comment_says_how_to_fill_a_gap(build: Build) -> None:
    how = [text for _, text in comments(build()) if "click the yellow words and type" in text]
    assert how == [comments(build())[0][1]]


def test_the_same_answer_is_explained_once(build: Build) -> None:
    acronym = [
        text
        for about, text in comments(build())
        if about == "[to be completed: acronym of House of Examples]"
    ]
    assert len(acronym) == 2
    assert acronym[0].startswith("Missing: acronym of House of Examples.\nGive it as you use it")
    assert acronym[1] == "Also missing here: acronym of House of Examples."


def test_the_comment_on_a_gap_in_a_note_is_at_the_note_mark(build: Build) -> None:
    in_notes = [(about, text) for about, text in comments(build()) if text.startswith("In note 1.")]
    assert [about for about, _ in in_notes] == ["*"] * 4
    assert "In note 1. Missing: author of “A register”." in in_notes[0][1]


def test_every_kind_of_gap_has_an_explanation() -> None:
    assert set(ENGLISH.comment_words().wanted) == set(GapName.__args__)  # type: ignore[attr-defined]


# ---- all comments ----


def test_the_remarks_of_check_are_comments_at_their_paragraph(build: Build) -> None:
    by_text = dict(comments(build(choice="all")))
    own = by_text["Our own words on substance abuse."]
    assert "Words that can hurt the people it is about: “substance abuse”." in own
    assert own.startswith("Good to know.")
    assert own.endswith("(word-stigmatises)")


def test_remarks_on_no_line_of_the_text_are_at_the_title(build: Build) -> None:
    data = build(choice="all")
    title = dict(comments(data))["Submission to the Universal Periodic Review: Ruritania"]
    assert "Good to know. About the State: Ruritania is not a real State." in title


def test_each_remark_is_in_one_comment_or_about_a_gap(tmp_path: Path) -> None:
    reviewed = draft_file(write_answers(tmp_path), library=LIBRARY)
    build_file(tmp_path / "gaps.yaml", tmp_path / "a.docx", library=LIBRARY, comments="all")
    said = "\n".join(text for _, text in comments((tmp_path / "a.docx").read_bytes()))
    missing = [
        remark
        for remark in reviewed.remarks
        if said.count(remark.text) != 1 and not remark.text.startswith("Not known yet: ")
    ]
    assert missing == []


def test_a_paragraph_of_the_library_names_its_clause_and_its_source(build: Build) -> None:
    clause_id = "compulsory-treatment/close-the-centres"
    clause = LIBRARY.clause(clause_id)
    [(about, text)] = [pair for pair in comments(build(choice="all")) if clause_id in pair[1]]
    assert about.startswith("Close without delay every centre that holds people")
    assert text.startswith(f"Clause of the library: {clause.head.title} ({clause_id}).")
    for pair in clause.head.sources:
        source, _, item = pair.partition(":")
        assert f"Drawn from “{LIBRARY.sources[source].title}”, {item}: " in text


def test_a_clause_drawn_from_a_source_says_from_which_item(build: Build) -> None:
    drawn = next(
        clause
        for clause in LIBRARY.all_clauses()[0]
        if clause.head.sources and clause.head.kind == "recommendation" and clause.head.mechanisms == ("all",)
    )
    answers = ANSWERS.replace("compulsory-treatment/close-the-centres", drawn.id).replace(
        "theme: compulsory-treatment", f"theme: {drawn.head.themes[0]}"
    )
    [text] = [text for _, text in comments(build(answers, "all")) if f"({drawn.id})" in text]
    source, _, item = drawn.head.sources[0].partition(":")
    says = " ".join(LIBRARY.sources[source].items[item].says.split())
    assert f"“{LIBRARY.sources[source].title}”, {item}: {says}" in text


def test_a_clause_in_the_authors_words_says_so(build: Build) -> None:
    own = "{clause: compulsory-treatment/close-the-centres, text: Close them all.}"
    data = build(ANSWERS.replace("[compulsory-treatment/close-the-centres]", f"[{own}]"), "all")
    [said] = [
        text for about, text in comments(data) if about == "Close them all." and "of the library" in text
    ]
    assert "The wording is your own, in place of the library’s." in said


# ---- names of lines ----


def test_each_line_has_a_bookmark_that_word_hides(build: Build) -> None:
    data = build()
    marked = bookmarks(data)
    names = [name for name, _ in marked]
    assert len(set(names)) == len(names)
    texts = {text for _, text in marked}
    for start in ("Submission to the Universal", "Our own words", "Close without delay", "Train the police."):
        assert any(text.startswith(start) for text in texts), start
    assert "Notes" not in texts


def test_a_line_keeps_its_name_when_it_is_reworded_and_others_come_before_it(build: Build) -> None:
    before = {text: name for name, text in bookmarks(build())}
    changed = ANSWERS.replace("Our own words on substance abuse.", "Quite another sentence.").replace(
        "themes:\n", "themes:\n  - {theme: stigma, own: [{text: New words.}]}\n"
    )
    after = {text: name for name, text in bookmarks(build(changed))}
    assert after["Quite another sentence."] == before["Our own words on substance abuse."]
    for text in ("Train the police.", "Sources and method", "Close the centres."):
        assert after[text] == before[text]
    assert after["New words."] not in before.values()


# ---- none ----


@pytest.mark.parametrize("choice", ["none", "gaps", "all"])
def test_the_text_is_the_same_with_and_without_comments(build: Build, choice: CommentChoice) -> None:
    assert outline(build(choice=choice)) == outline(build(choice="none"))


def _traces(data: bytes) -> list[str]:
    """Return what a Word file still has of a working copy."""
    parts = read(data)
    tags = {f"{W}{tag}" for tag in ("sdt", "commentReference", "commentRangeStart", "commentRangeEnd")}
    found = [name for name in parts if "comment" in name.lower()]
    for name, content in parts.items():
        if name.endswith(".xml"):
            found += [f"{name}: {each.tag}" for each in tree(parts, name).iter() if each.tag in tags]
        if name.endswith(("styles.xml", ".rels", "[Content_Types].xml")):
            found += [name for word in (b"comment", b"annotation") if word in content.lower()]
    return found + [name for name, _ in bookmarks(data)]


def test_a_file_without_comments_leaves_nothing_behind(build: Build) -> None:
    assert _traces(build(choice="none")) == []
    assert _traces(build(choice="gaps")) != []


def test_a_final_file_leaves_nothing_behind_whatever_is_asked_for(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "a.docx"
    try:
        build_file(example, target, final=True, library=LIBRARY, comments="all")
    except NotReady:
        pytest.skip("the example leaves something open")
    assert _traces(target.read_bytes()) == []


def test_every_example_builds_with_all_comments(example: Path, tmp_path: Path) -> None:
    plain, working = tmp_path / "plain.docx", tmp_path / "working.docx"
    reviewed = build_file(example, plain, library=LIBRARY, comments="none").reviewed
    build_file(example, working, library=LIBRARY, comments="all")
    data = working.read_bytes()
    assert invariants(data) == []
    assert outline(data) == outline(plain.read_bytes())
    clauses = {chosen.clause for section in reviewed.answers.themes for chosen in section.clauses}
    said = "\n".join(text for _, text in comments(data))
    assert [name for name in clauses if f"({name})" not in said] == []


# ---- the file as before ----


def test_the_same_answers_give_the_same_bytes(build: Build) -> None:
    assert build(choice="all") == build(choice="all")


def test_comments_have_the_date_of_the_document_or_none(build: Build) -> None:
    assert b"w:date" not in read(build())["word/comments.xml"]
    signed = ANSWERS.replace("sign_off: {place: null, date: null", "sign_off: {place: null, date: 2026-03-04")
    assert b'w:date="2026-03-04T00:00:00Z"' in read(build(signed))["word/comments.xml"]


def test_a_working_copy_is_overwritten_until_somebody_changes_it(tmp_path: Path, build: Build) -> None:
    build(choice="all")
    target = tmp_path / "a.docx"
    assert document_origin(target) == "ours"
    build_file(tmp_path / "a.yaml", target, library=LIBRARY)
    parts = read(target.read_bytes())
    assert b"to be completed: summary" in parts["word/document.xml"]


def test_the_words_and_the_gaps_of_a_working_copy_are_read_as_before(tmp_path: Path, build: Build) -> None:
    words = {}
    for choice in ("none", "gaps", "all"):
        build(choice=choice)
        result = checked(tmp_path / "a.docx")
        words[choice] = (
            result.words,
            [remark.text for remark in result.remarks if remark.code == "gap"],
        )
    assert words["none"] == words["gaps"] == words["all"]
    assert len(words["none"][1]) > 20


def test_what_somebody_typed_into_a_gap_is_read_as_text(tmp_path: Path, build: Build) -> None:
    parts = read(build())
    body = parts["word/document.xml"].decode()
    old = "[to be completed: summary of the main points]"
    assert old in body
    filled = body.replace(old, "We saw it ourselves.")
    texts = outline(write_parts({**parts, "word/document.xml": filled.encode()}))
    assert "We saw it ourselves." in texts
    assert old not in texts


# ---- read back ----


def test_each_line_is_read_back_with_its_name(build: Build) -> None:
    data = build(choice="all")
    content = read_content(data)
    assert [name for names in content.names for name in names] == [name for name, _ in bookmarks(data)]
    assert all(len(names) == 1 for names in content.names)
    assert content == replaced(read_content(build(choice="none")), names=content.names)


def test_lines_that_somebody_joins_or_adds_are_read_with_two_names_or_none(
    tmp_path: Path, build: Build
) -> None:
    build()
    word = docx.Document(str(tmp_path / "a.docx"))
    own, following = (
        next(each for each in word.paragraphs if each.text.startswith(start))
        for start in ("Our own words", "Forty saw")
    )
    own.insert_paragraph_before("A new paragraph.", own.style)
    for element in list(following._p)[1:]:  # without its properties
        own._p.append(element)
    following._p.getparent().remove(following._p)
    word.save(str(tmp_path / "a.docx"))
    content = read_content((tmp_path / "a.docx").read_bytes())
    names = dict(zip(map(plain_text, lines_of(content.document.blocks)), content.names, strict=True))
    assert names["A new paragraph."] == ()
    [joined] = [found for text, found in names.items() if text.startswith("Our own words")]
    assert len(joined) == 2


def test_only_the_comments_of_people_are_read_back(tmp_path: Path, build: Build) -> None:
    build(choice="all")
    word = docx.Document(str(tmp_path / "a.docx"))
    own = next(each for each in word.paragraphs if each.text.startswith("Our own words"))
    word.add_comment(own.runs, "Do we have a source?", author="A colleague")
    word.save(str(tmp_path / "a.docx"))
    [comment] = read_content((tmp_path / "a.docx").read_bytes()).comments
    assert comment.text == "Do we have a source?"
    [remark] = [each for each in checked(tmp_path / "a.docx").remarks if each.code == "word-comments"]
    assert "drafter wrote" in remark.text
    assert "A colleague" not in str(remark)


def test_check_says_that_the_comments_of_a_working_copy_are_drafters(tmp_path: Path, build: Build) -> None:
    count = len(comments(build()))
    [remark] = [each for each in checked(tmp_path / "a.docx").remarks if each.code == "word-comments"]
    assert remark.text == f"{count} comments by drafter are left in the file."


# ---- people ----


def test_no_comment_names_a_person_whom_the_text_may_name(tmp_path: Path) -> None:
    told = f"{NAME} was beaten. The police called {NAME.upper()} a junkie."
    file = letter(tmp_path, {**SENT, "facts_of_case": told})
    build_file(file, tmp_path / "a.docx", library=LIBRARY, comments="all", print_names=lambda _: True)
    parts = read((tmp_path / "a.docx").read_bytes())
    assert NAME in "".join(tree(parts, "word/document.xml").itertext())
    said = "".join(tree(parts, "word/comments.xml").itertext()).lower()
    assert "“junkie”" in said
    assert "mira" not in said  # nobody may learn the name behind a pseudonym that other documents have
    assert [word for word in NAME.lower().split() if word in said] == []
