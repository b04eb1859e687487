"""A long name of the library is in full at its first mention in a section, and shorter after that."""

from pathlib import Path
from typing import Any

import pytest

from drafter.compose.names import LongNames
from drafter.drafting.pipeline import draft_file
from drafter.language.english import ENGLISH
from drafter.model.vocabulary import LongName
from drafter.review.library_text import LibraryText
from tests.support.small_library import RULES, clause, lines, write_library
from tests.support.submissions import BUNDLED, section, submission, texts

CIVIL = "the International Covenant on Civil and Political Rights"
SOCIAL = "the International Covenant on Economic, Social and Cultural Rights"
TORTURE = "the Convention against Torture and Other Cruel, Inhuman or Degrading Treatment or Punishment"
CHILD = "the Convention on the Rights of the Child"
CHILD_COMMITTEE = "the Committee on the Rights of the Child"
SOCIAL_COMMITTEE = "the Committee on Economic, Social and Cultural Rights"
NAMES = dict(BUNDLED.long_names)


def printed(*texts: str, treaty: str = "", headings: bool = False) -> list[str]:
    """Return each of *texts*, the paragraphs of clauses, as printed: in one section, or each in its own."""
    names = LongNames(NAMES, ENGLISH)
    heading = "# One\n\n" if headings else ""
    markdown = "\n\n".join(heading + names.marked(text, asks=False) for text in texts)
    return [part for part in names.printed(markdown, treaty).split("\n\n") if part != "# One"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"A of {CIVIL}. B of {CIVIL}’s article 9.", f"A of {CIVIL}. B of the Covenant’s article 9."),
        (
            f"{CIVIL}, {SOCIAL}. {CIVIL}. {SOCIAL}.",
            f"{CIVIL}, {SOCIAL}. the Covenant on Civil and Political Rights. "
            "the Covenant on Economic, Social and Cultural Rights.",
        ),
        (f"{TORTURE} {TORTURE}, too.", f"{TORTURE} the Convention, too."),
        (f"{TORTURE} {CHILD} {TORTURE}", f"{TORTURE} {CHILD} the Convention against Torture"),
        (f"{CHILD} {CHILD} and the Single Convention.", f"{CHILD} {CHILD} and the Single Convention."),
        (f"{CHILD_COMMITTEE}. {CHILD_COMMITTEE}.", f"{CHILD_COMMITTEE}. the Committee."),
        (
            f"{CHILD_COMMITTEE}. {SOCIAL_COMMITTEE}. {CHILD_COMMITTEE}.",
            f"{CHILD_COMMITTEE}. {SOCIAL_COMMITTEE}. {CHILD_COMMITTEE}.",
        ),
        (f"{CHILD_COMMITTEE} on {CHILD}. {CHILD}.", f"{CHILD_COMMITTEE} on {CHILD}. the Convention."),
        (
            "The International Guidelines on Human Rights and Drug Policy hold. "
            "The International Guidelines\non Human Rights\n  and Drug Policy ask.",
            "The International Guidelines on Human Rights and Drug Policy hold. "
            "The International Guidelines ask.",
        ),
        (
            "In the Single Convention on Narcotic Drugs, 1961, and the Single Convention on Narcotic "
            "Drugs, 1961, as",
            "In the Single Convention on Narcotic Drugs, 1961, and the Single Convention as",
        ),
        (
            "the Optional Protocol to the Convention against Torture. "
            "the Optional Protocol to the Convention against Torture.",
            "the Optional Protocol to the Convention against Torture. "
            "the Optional Protocol to the Convention against Torture.",
        ),
        (
            "the Human Rights Committees, the Human Rights Committees",
            "the Human Rights Committees, the Human Rights Committees",
        ),
    ],
)
def test_a_name_is_short_after_the_first_mention_if_it_is_clear(text: str, shown: str) -> None:
    assert printed(text) == [shown]


def test_each_section_begins_with_the_full_name() -> None:
    assert (
        printed(f"{CIVIL}. {CIVIL}.", f"{CIVIL}. {CIVIL}.", headings=True) == [f"{CIVIL}. the Covenant."] * 2
    )


def test_another_name_counts_only_in_its_own_section() -> None:
    assert printed(f"{CIVIL}. {CIVIL}.", SOCIAL, headings=True)[0] == f"{CIVIL}. the Covenant."


def test_a_text_to_the_committee_of_a_treaty_needs_one_full_mention_of_both() -> None:
    others = f"{TORTURE}. {TORTURE}. {SOCIAL_COMMITTEE}. {SOCIAL_COMMITTEE}."
    text = f"{CHILD_COMMITTEE} reads {CHILD} beside {others}"
    later = (
        f"the Committee reads the Convention beside {TORTURE}. the Convention against Torture. "
        f"{SOCIAL_COMMITTEE}. {SOCIAL_COMMITTEE}."
    )
    assert printed(text, text, treaty="crc", headings=True)[1] == later


def test_what_is_asked_in_a_chapter_counts_as_one_section() -> None:
    names = LongNames(NAMES, ENGLISH)
    asked, law = names.marked(CIVIL, asks=True), names.marked(CIVIL, asks=False)
    markdown = (
        f"# Law\n\n{law}\n\n## More\n\n{law}\n\n# Recommendations\n\n## A\n\n{asked}\n\n## B\n\n{asked}\n"
    )
    paragraphs = [line for line in names.printed(markdown, "").split("\n\n") if not line.startswith("#")]
    assert [paragraph.strip() for paragraph in paragraphs] == [CIVIL, CIVIL, CIVIL, "the Covenant"]


def test_every_form_that_a_document_may_print_is_known() -> None:
    forms = list(LongNames(NAMES, ENGLISH).variants(f"Under {TORTURE} it is."))
    assert forms == [
        f"Under {TORTURE} it is.",
        "Under the Convention it is.",
        "Under the Convention against Torture it is.",
    ]


@pytest.mark.parametrize("key", NAMES)
def test_later_names_are_shorter_and_have_no_article(key: str) -> None:
    name = NAMES[key]
    lengths = [len(later.split()) for later in name.later] + [min(len(each.split()) for each in name.names)]
    assert lengths == sorted(set(lengths))
    assert not any(each.startswith("the ") for each in (*name.names, *name.later))


def test_a_sentence_of_a_word_file_with_a_short_name_is_still_the_library_s() -> None:
    known = LibraryText(
        LongNames(NAMES, ENGLISH).variants(f"Under {TORTURE} each State is to prevent abuse.")
    )
    short = "Under the Convention each State is to prevent abuse."
    assert [piece.kind for piece in known.pieces(short)] == ["library"]
    assert [piece.kind for piece in known.pieces(short.replace("Convention", "Charter"))] == ["own"]


# ---- whole documents ----

PACT = {"pact": {"names": ["Pact on Every Right"], "later": ["Pact"], "treaties": ["pact"]}}


def document(folder: Path, clauses: dict[str, str], themes: list[dict[str, Any]], **more: Any) -> list[str]:
    """Return the texts of a document of the small library, which has one long name."""
    write_library(folder, clauses, **more)
    (folder / "clauses" / "names.yaml").write_text(lines(PACT), "utf-8")
    file = submission(folder, themes=themes)
    drafts = [texts(draft_file(file)) for _ in range(2)]
    assert drafts[0] == drafts[1]
    return drafts[0][1:]


LAW = clause(
    "The Pact on Every Right binds. Under the Pact on\nEvery Right, all are free.[^pact:9]", kind="standard"
)


def test_what_an_author_types_keeps_its_names(tmp_path: Path) -> None:
    typed = "The Pact on Every Right is ours. The Pact on Every Right is *good*."
    fill = clause(
        "In the Pact on Every Right: {{ law }}.", kind="concern", questions=[{"name": "law", "ask": "?"}]
    )
    chosen = {"clause": "jails/b", "answers": {"law": "the Pact on Every Right"}}
    own = [{"kind": "paragraph", "text": typed}]
    themes = section("jails/a", chosen, {"clause": "jails/c", "text": typed}, own=own)
    shown = document(tmp_path, {"jails/a": LAW, "jails/b": fill, "jails/c": LAW}, themes)
    plain = typed.replace("*", "")
    assert plain in shown
    assert "In the Pact: the Pact on Every Right." in shown
    assert shown.count(plain) == 2
    assert "The Pact on Every Right binds. Under the Pact, all are free.[1]" in shown


def test_the_body_of_the_treaty_reads_it_in_full_once(tmp_path: Path) -> None:
    brief = RULES["documents"]["brief"] | {"treaty": "pact"}
    rules = RULES | {"documents": {"brief": brief}}
    themes = [*section("jails/a"), {"theme": "courts", "clauses": ["jails/b"]}]
    shown = document(tmp_path, {"jails/a": LAW, "jails/b": LAW}, themes, rules=rules)
    assert shown[-1] == "The Pact binds. Under the Pact, all are free.[2]"


def test_a_library_without_names_prints_them_whole(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": LAW})
    shown = texts(draft_file(submission(tmp_path, themes=section("jails/a"))))
    assert shown[-1] == "The Pact on Every Right binds. Under the Pact on Every Right, all are free.[1]"


def test_a_name_of_a_user_replaces_the_bundled_one() -> None:
    names = NAMES | {
        "crc": LongName(names=("Convention on the Rights of the Child",), later=("Child Convention",))
    }
    marked = LongNames(names, ENGLISH).marked(f"{CHILD}. {CHILD}.", asks=False)
    assert LongNames(names, ENGLISH).printed(marked, "") == f"{CHILD}. the Child Convention."
