"""Answers become a document: notes, facts, gaps, and every typed letter through to the Word file."""

from pathlib import Path
from typing import Any

import pytest

from drafter.compose.sections import articles
from drafter.dates import printed_date
from drafter.drafting.pipeline import draft_file
from drafter.errors import DrafterError, Fault
from drafter.language.english import ENGLISH
from drafter.markup.count import block_text
from drafter.model.blocks import ROLES as COMPOSED_ROLES
from drafter.model.blocks import Paragraph
from drafter.model.clause import Clause, ClauseHead
from drafter.model.question import Ask
from drafter.word.styles import ROLES
from tests.support.small_library import RULES, SHAPE, clause, write_library
from tests.support.submissions import BUNDLED, ORGANISATION, notes, printed, section, submission, texts


def refused(file: Path) -> Fault:
    """Return the one fault for which no draft can be made of *file*."""
    with pytest.raises(DrafterError) as caught:
        draft_file(file)
    [fault] = caught.value.faults
    return fault


# ---- notes ----


def test_a_note_is_whole_the_first_time_and_short_with_its_number_after_that(tmp_path: Path) -> None:
    write_library(
        tmp_path,
        {
            "jails/a": clause("One.[^pact:9] Two.[^report]", kind="standard"),
            "jails/b": clause("Three.[^pact:9] Four.[^report] Five.[^pact]", kind="concern"),
        },
    )
    made = draft_file(submission(tmp_path, themes=section("jails/a", "jails/b")))
    assert texts(made)[2:] == ["One.[1] Two.[2]", "Three.[3] Four.[4] Five.[5]"]
    assert notes(made) == [
        "the Pact on Everything, art. 9.",
        "The Body, Report on Something (A/1, 2020).",
        "the Pact (note 1), art. 9.",
        "Report (note 2).",
        "the Pact (note 1).",
    ]


def test_a_place_that_nobody_has_seen_is_not_printed_and_that_is_said(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("One.[^pact:10]", kind="standard")})
    made = draft_file(submission(tmp_path, themes=section("jails/a")))
    assert notes(made) == ["the Pact on Everything."]
    [remark] = [one for one in made.remarks if one.code == "locator-unconfirmed"]
    assert "art. 10 of the Pact" in remark.text
    assert "'pact:10'" in remark.remedy
    confirmed = draft_file(submission(tmp_path, themes=section("jails/a"), confirmed_authorities=["pact:10"]))
    assert notes(confirmed) == ["the Pact on Everything, art. 10."]
    assert "locator-unconfirmed" not in {one.code for one in confirmed.remarks}


def test_the_source_of_a_fact_is_whole_first_and_short_after_that(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {
        "F1": {"text": "one", "source": "S1", "locator": "p. 1"},
        "F2": {"text": "two", "source": "S1", "locator": "p. 2"},
        "F3": {"text": "three", "source": "S2"},
        "F4": {"text": "four"},
        "F5": {"text": "five", "source": "S3"},
    }
    sources = {
        "S1": {"author": "An Office", "title": "A & B", "publisher": "C", "date": 2024,
               "address": "https://x.org", "seen": "1 May"},
        "S2": {"title": "Own interviews", "example": True},
        "S3": {"author": "D"},
    }  # fmt: skip
    made = draft_file(submission(tmp_path, themes=section(facts=list(facts)), facts=facts, sources=sources))
    assert notes(made) == [
        "An Office, A & B (C, 2024), p. 1, https://x.org (accessed 1 May).",
        "An Office, A & B (note 1), p. 2.",
        "Own interviews [example source, not a real publication].",
        "[source of fact F4?].",
        "D, [title of the source?].",
    ]
    assert made.draft.gaps == ("source of fact F4", "title of the source")


def test_there_are_as_many_notes_as_marks(tmp_path: Path) -> None:
    write_library(
        tmp_path,
        {"jails/a": clause("**One[^pact:9]**\n\n| a[^report] |\n|---|\n| b[^pact] |\n\n- c[^report]")},
    )
    made = draft_file(submission(tmp_path, themes=section("jails/a")))
    marks = "".join(texts(made)).count("[")
    assert marks == len(made.draft.document.notes) == 4


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("One.\n\nTwo.[^nobody]", "the note [^nobody] names no fact and no authority"),
        ("One.\n\n[^pact:77]", "the authority 'pact' has no place '77'"),
    ],
)
def test_a_mark_that_names_nothing_is_told_with_the_line_of_the_clause(
    tmp_path: Path, text: str, fault: str
) -> None:
    write_library(tmp_path, {"jails/a": clause(text)})
    told = refused(submission(tmp_path, themes=section("jails/a")))
    assert (Path(told.file).name, told.place, told.fault) == ("a.md", "line 9", fault)
    assert told.remedy


def test_a_mark_that_names_nothing_in_the_answers_is_told_with_its_line_there(tmp_path: Path) -> None:
    write_library(tmp_path)
    file = submission(tmp_path, themes=section(own=[{"text": "One.[^F7]"}]))
    line = file.read_text("utf-8").splitlines().index("      - text: One.[^F7]") + 1
    told = refused(file)
    assert (told.file, told.place) == (str(file), f"line {line}, themes › 1 › own › 1 › text")


# ---- what was answered with "I don't know yet" ----


def test_null_leaves_a_marked_gap_in_every_part_of_a_note_that_is_printed(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "one", "source": "S1", "locator": None}, "F2": {"text": "two", "source": "S1"}}
    sources = {
        "S1": {"author": None, "title": "T", "publisher": None, "date": None, "address": None, "seen": None}
    }
    made = draft_file(submission(tmp_path, themes=section(facts=["F1", "F2"]), facts=facts, sources=sources))
    assert notes(made) == [
        "[author of “T”?], T ([publisher of “T”?], [date of “T”?]), [page or paragraph of fact F1?], "
        "[web address of “T”?] (accessed [day on which “T” was opened?]).",
        "[author of “T”?], T (note 1).",
    ]


def test_a_part_of_a_note_that_was_left_empty_or_never_asked_leaves_no_gap(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "one", "source": "S1", "locator": ""}, "F2": {"text": "two", "source": "S2"}}
    sources = {"S1": {"author": "", "title": "T", "publisher": " ", "date": "", "seen": "1 May 2026"}}
    sources["S2"] = {"title": "U"}
    made = draft_file(submission(tmp_path, themes=section(facts=["F1", "F2"]), facts=facts, sources=sources))
    assert notes(made) == ["T.", "U."]


WHO = """{% for one in organisations %}
{{ one.label }}{% if one.place %}, {{ one.place }}{% endif %}
{% if one.founded %}, founded in {{ one.founded }}{% endif %}
{% if one.ecosoc %}, {{ one.ecosoc }}{% endif %}
{% if one.contact %}. {{ one.contact | join(", ") }}{% endif %}


{% endfor %}
{{ [sign_off.place, sign_off.date] | select | join(", ") }}

{% if sign_off.name %}{{ sign_off.name }}, {{ sign_off.function }}{% endif %}
"""


def test_null_leaves_a_marked_gap_where_an_organisation_is_printed_and_where_it_signs(
    tmp_path: Path,
) -> None:
    write_library(tmp_path, shape=SHAPE + WHO)
    nothing = dict.fromkeys(("acronym", "founded", "city", "country", "ecosoc"))
    contact = dict.fromkeys(("person", "email", "phone", "address", "website"))
    organisation = {"name": "A", "what": "A group.", **nothing, "contact": contact}
    signed = dict.fromkeys(("place", "date", "name", "function"))
    made = draft_file(submission(tmp_path, organisations=[organisation], sign_off=signed))
    who, where, name = texts(made)[-3:]
    assert who == (
        "A ([acronym of A?]), [city of A?], [country of A?], founded in [year in which A was founded?]"
        ", [consultative status of A?]. [contact person of A?], [e-mail address of A?], "
        "[telephone number of A?], [address of A?], [website of A?]"
    )
    assert where == "[place of signature?], [date of signature?]"
    assert name == "[name of the person who signs?], [function of the person who signs?]"
    assert {one.code for one in made.errors} == {"gap"}
    assert dict(made.draft.document.layout.fields)["organisation"] == "A"


def test_what_was_left_empty_of_an_organisation_leaves_no_gap_and_no_hole(tmp_path: Path) -> None:
    write_library(tmp_path, shape=SHAPE + WHO)
    made = draft_file(submission(tmp_path, organisations=[{"name": "A", "what": "A group.", "acronym": ""}]))
    assert texts(made)[1:] == ["A"]
    assert made.draft.gaps == ()


def test_a_recommendation_from_its_parts_has_a_gap_for_each_that_is_not_known(tmp_path: Path) -> None:
    write_library(tmp_path)
    parts = [
        {"verb": "close", "what": "the centres", "how": None, "by_when": "within a year."},
        {"verb": None, "what": "the centres"},
        {"verb": "Close", "what": "the centres", "how": ""},
    ]
    own = [{"kind": "recommendation", "manner": "parts", "parts": one} for one in parts]
    made = draft_file(submission(tmp_path, themes=section(own=own)))
    assert texts(made)[-3:] == [
        "(1) Close the centres [how, or through whom?] within a year.",
        "(2) [what is to be done?] the centres.",
        "(3) Close the centres.",
    ]


# ---- parts that a document leaves out ----

EVERYTHING = """
{{ title }} {{ keywords | join(" ") }} {{ summary }} {{ method }} {{ closing }} {{ sign_off.name }}

{% for one in earlier %}
{{ one.text }}
{% endfor %}
"""
GIVEN: dict[str, Any] = {
    "title": "The title", "keywords": ["the keyword"], "summary": "The summary.", "method": "The method.",
    "closing": "The closing.", "sign_off": {"name": "The signature"}, "earlier": [{"text": "The earlier."}],
    "themes": [{"theme": "jails", "heading": "The theme", "own": [{"text": "Own words."}]}],
}  # fmt: skip


@pytest.mark.parametrize("part", [*GIVEN, ""])
def test_a_part_that_the_document_leaves_out_is_not_printed_though_it_stands_in_the_answers(
    tmp_path: Path, part: str
) -> None:
    brief = {**RULES["documents"]["brief"], "leaves_out": [part] if part else []}
    write_library(tmp_path, rules={**RULES, "documents": {"brief": brief}}, shape=SHAPE + EVERYTHING)
    made = draft_file(submission(tmp_path, **GIVEN))
    shown = "\n".join(texts(made)).lower()
    words = {"keywords": "keyword", "sign_off": "signature", "themes": "theme"}
    missing = {name for name in GIVEN if f"the {words.get(name, name)}" not in shown}
    assert missing == ({part} if part else set())
    assert ("keyword" in made.draft.document.properties.keywords) is (part != "keywords")
    assert ("part-not-printed" in {one.code for one in made.remarks}) is bool(part)


def test_a_case_has_no_earlier_recommendations(tmp_path: Path) -> None:
    brief = {**RULES["documents"]["brief"], "stage": "case"}
    write_library(tmp_path, rules={**RULES, "documents": {"brief": brief}}, shape=SHAPE + EVERYTHING)
    made = draft_file(submission(tmp_path, **GIVEN))
    assert "The earlier." not in texts(made)
    assert "The method." in " ".join(texts(made))
    [remark] = [one for one in made.remarks if one.code == "part-not-printed" and one.level == "warning"]
    assert remark.place == "the earlier recommendations"


# ---- dates ----


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("2026-11-21", "21 November 2026"),
        ("2026-1-2", "2 January 2026"),
        (" 2024-02-29 ", "29 February 2024"),
        ("2026-11", "November 2026"),
        ("2026-01-01 to 2026-06-30", "1 January 2026 to 30 June 2026"),
        ("2026-01 – 2026-06", "January 2026 – June 2026"),
        ("2026-02-30", "2026-02-30"),
        ("2026-13-45", "2026-13-45"),
        ("2026-13", "2026-13"),
        ("2026", "2026"),
        ("21 November 2026", "21 November 2026"),
        ("31.12.2026", "31.12.2026"),
        ("A/HRC/2026-11-21", "A/HRC/2026-11-21"),
        ("2026-11-21 to be confirmed", "2026-11-21 to be confirmed"),
        ("٢٠٢٦-١١-٢١", "٢٠٢٦-١١-٢١"),
        ("to", "to"),
        ("", ""),
    ],
)
def test_a_day_in_figures_is_printed_as_a_united_nations_document_prints_it(typed: str, shown: str) -> None:
    assert printed_date(typed, ENGLISH).strip() == shown


def test_days_are_printed_in_words_in_every_place_where_a_date_stands(tmp_path: Path) -> None:
    asks = [
        {"name": "when", "ask": "When?"},
        {"name": "rows", "ask": "?", "kind": "group", "fields": [{"name": "day", "ask": "Which day?"}]},
    ]
    brief = {**RULES["documents"]["brief"], "asks": asks}
    shape = SHAPE + "\n{{ sign_off.date }}; {{ details.when }}; {{ details.rows[0].day }}\n"
    asking = clause("Close it by {{ body }}.", questions=["body"])
    write_library(tmp_path, {"jails/a": asking}, rules={**RULES, "documents": {"brief": brief}}, shape=shape)
    made = draft_file(
        submission(
            tmp_path,
            details={"when": "2026-01-02", "rows": [{"day": "2026-03-04"}]},
            sign_off={"date": "2026-11-21"},
            themes=section("jails/a", answers={"body": "2026-05-06"}, facts=["F1"]),
            facts={"F1": {"text": "On 2026-01-01 one", "source": "S1"}},
            sources={"S1": {"title": "T", "date": "2025-12-31", "address": "x.org", "seen": "2026-02-01"}},
        )
    )
    assert "21 November 2026; 2 January 2026; 4 March 2026" in texts(made)
    assert "(1) Close it by 6 May 2026." in texts(made)
    assert "On 2026-01-01 one.[1]" in texts(made)
    assert notes(made) == ["T (31 December 2025), x.org (accessed 1 February 2026)."]
    assert made.draft.document.properties.date == "2026-11-21"


# ---- facts ----


def test_facts_stand_in_paragraphs_of_three_after_the_clauses(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Law.", kind="standard")})
    facts = {f"F{number}": {"text": f"fact {number}", "source": "S1"} for number in range(1, 6)}
    made = draft_file(
        submission(
            tmp_path,
            themes=section("jails/a", facts=list(facts)),
            facts=facts,
            sources={"S1": {"title": "T"}},
        )
    )
    assert texts(made)[2:] == ["Law.", "Fact 1.[1] Fact 2.[2] Fact 3.[3]", "Fact 4.[4] Fact 5.[5]"]


def test_a_clause_with_room_takes_the_first_three_and_a_fact_of_its_own_before_them(tmp_path: Path) -> None:
    write_library(
        tmp_path,
        {
            "jails/a": clause("Here: {{ facts }}", kind="concern"),
            "jails/b": clause("There: {{ facts }}", kind="concern"),
        },
    )
    facts = {f"F{number}": {"text": f"fact {number}", "source": "S1"} for number in range(1, 6)}
    taken = ({"clause": "jails/a", "facts": ["F5"]}, "jails/b")
    made = draft_file(
        submission(
            tmp_path, themes=section(*taken, facts=list(facts)), facts=facts, sources={"S1": {"title": "T"}}
        )
    )
    assert texts(made)[2:] == ["Here: Fact 5.[1] Fact 1.[2] Fact 2.[3] Fact 3.[4]", "There: Fact 4.[5]"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("A table:\n\n| a | b |\n|---|---|\n| 1 | 2 |", "Fact.[1]"),
        ("A list:\n\n- x\n- y", "Fact.[1]"),
        ("> quoted", "Fact.[1]"),
        ("# Heading", "Fact.[1]"),
        ("A sentence.", "A sentence. Fact.[1]"),
    ],
)
def test_a_fact_of_an_own_paragraph_is_never_swallowed_by_what_it_ends_in(
    tmp_path: Path, text: str, last: str
) -> None:
    write_library(tmp_path)
    own = [{"text": text, "facts": ["F1"]}]
    made = draft_file(submission(tmp_path, themes=section(own=own), facts={"F1": {"text": "fact"}}))
    assert texts(made)[-1] == last


# ---- clauses and own words ----


def test_a_section_has_standards_concerns_own_words_and_facts_and_then_what_is_asked(tmp_path: Path) -> None:
    kinds = ("recommendation", "question", "concern", "standard")
    write_library(tmp_path, {f"jails/{kind}": clause(f"The {kind}.", kind=kind) for kind in kinds})
    themes = section(
        *(f"jails/{kind}" for kind in kinds),
        heading="Of & in jails",
        facts=["F1"],
        own=[
            {"text": "Own words."},
            {"kind": "recommendation", "text": "Own ask."},
            {"kind": "question", "text": "Own?"},
        ],
    )
    made = draft_file(submission(tmp_path, themes=themes, facts={"F1": {"text": "fact"}}))
    assert texts(made) == [
        "Brief: Ruritania",
        "Of & in jails",
        "The standard.",
        "The concern.",
        "Own words.",
        "Fact.[1]",
        "(1) The question.",
        "(2) Own?",
        "(3) The recommendation.",
        "(4) Own ask.",
    ]


def test_own_wording_stands_in_place_of_the_librarys_with_its_marks_and_facts(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Library words of {{ body }}.", questions=["body"])})
    own = {"clause": "jails/a", "text": "Our *own* {{ body }}.[^pact:9]", "facts": ["F1"]}
    made = draft_file(submission(tmp_path, themes=section(own), facts={"F1": {"text": "fact"}}))
    assert texts(made)[-1] == "(1) Our own {{ body }}.[1] Fact.[2]"


def test_own_wording_that_is_empty_leaves_the_librarys(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Library words.")})
    made = draft_file(submission(tmp_path, themes=section({"clause": "jails/a", "text": "  "})))
    assert texts(made)[-1] == "(1) Library words."


def test_an_answer_of_the_clause_stands_before_that_of_the_theme(tmp_path: Path) -> None:
    ask = clause("Ask {{ body }} for {{ number }}.", questions=["body", "number"])
    write_library(tmp_path, {"jails/a": ask, "jails/b": ask})
    taken = ({"clause": "jails/a", "answers": {"body": "this one"}}, "jails/b")
    made = draft_file(
        submission(tmp_path, themes=section(*taken, answers={"body": "that one", "number": "12"}))
    )
    assert texts(made)[-2:] == ["(1) Ask this one for 12.", "(2) Ask that one for 12."]


@pytest.mark.parametrize("answers", [{}, {"body": None}, {"body": ""}, {"body": "  "}])
def test_an_answer_that_is_not_there_becomes_a_gap_and_never_a_hole(
    tmp_path: Path, answers: dict[str, Any]
) -> None:
    write_library(
        tmp_path, {"jails/a": clause("Ask {{ body }}{% if body %} now{% endif %}.", questions=["body"])}
    )
    made = draft_file(submission(tmp_path, themes=section("jails/a", answers=answers)))
    assert texts(made)[-1] == "(1) Ask [Which authority runs them?]."
    assert made.draft.gaps == ("Which authority runs them",)
    assert "gap" in {one.code for one in made.errors}


def test_whatever_else_is_empty_becomes_a_gap_too(tmp_path: Path) -> None:
    write_library(tmp_path)
    own = [{"text": " "}, {"kind": "recommendation", "text": ""}]
    made = draft_file(
        submission(tmp_path, themes=section(own=own, facts=["F1"]), facts={"F1": {"text": " "}})
    )
    assert made.draft.gaps == ("own paragraph", "fact F1", "own recommendation", "source of fact F1")


def test_a_blank_title_is_none_and_blank_key_words_are_not_printed(tmp_path: Path) -> None:
    write_library(tmp_path, shape=SHAPE + "\nKeys: {{ keywords | join(', ') }}\n")
    made = draft_file(submission(tmp_path, title="  ", keywords=[" ", "a ", ""]))
    assert texts(made) == ["Brief: Ruritania", "Keys: a"]
    assert made.draft.document.properties.keywords == "a"


def test_the_articles_of_the_treaty_are_gathered_for_the_heading() -> None:
    def restorable(*basis: str) -> Clause:
        head = ClauseHead(title="x", kind="standard", themes=("t",), legal_basis=basis)
        return Clause(id="t/x", head=head, text="x")

    assert (
        articles("pact", [restorable("pact:9", "other:1"), restorable("pact:10(2)", "pact:9")], ENGLISH)
        == "arts. 9 and 10"
    )
    assert (
        articles("pact", [restorable("pact:9"), restorable("pact:10"), restorable("pact:7")], ENGLISH)
        == "arts. 7, 9 and 10"
    )
    assert articles("pact", [restorable("pact:9")], ENGLISH) == "art. 9"
    assert articles("", [restorable("pact:9")], ENGLISH) == ""


# ---- what a template may do ----


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Close\n\n{{ bodi }}.", "'bodi' is undefined"),
        ("Close\n\n{{ body.colour }}.", "has no attribute 'colour'"),
        ("Close\n\n{{ body + 1 }}.", "can only concatenate"),
        ("Close\n\n{{ 1 / 0 }}.", "division by zero"),
        ("Close\n\n{{ body | shout }}.", "No filter named 'shout'"),
        ("Close\n\n{{ body.", "expected name"),
        ("Close\n\n{{ body.__class__ }}.", "unsafe"),
        ("Close\n\n{{ body.__class__.__mro__ }}.", "unsafe"),
        ("Close\n\n{{ ''.__class__.__base__.__subclasses__() }}.", "unsafe"),
        ("Close\n\n{{ '{0.__class__}'.format(body) }}.", "unsafe"),
        ("Close\n\n{{ range(10**9) | list }}.", "Range too big"),
        ("Close\n\n{% include 'upr/rules.yaml' %}.", "upr/rules.yaml"),
        ("Close\n\n{{ self.__init__ }}.", "unsafe"),
    ],
)
def test_a_template_that_is_wrong_or_means_mischief_is_refused_with_file_and_line(
    tmp_path: Path, text: str, words: str
) -> None:
    write_library(tmp_path, {"jails/a": clause(text, questions=["body"])})
    told = refused(submission(tmp_path, themes=section("jails/a", answers={"body": "B"})))
    assert Path(told.file).name == "a.md" or "include" in text
    assert told.place in ("line 10", "") if "include" in text else told.place == "line 10"
    assert words in told.fault
    assert told.remedy


@pytest.mark.parametrize("change", ["details.update({'x': 1})", "sign_off.clear()", "[].append(1)"])
def test_a_template_cannot_change_what_it_is_given(tmp_path: Path, change: str) -> None:
    write_library(tmp_path, shape=SHAPE + f"{{% set _ = {change} %}}")
    told = refused(submission(tmp_path))
    assert told.fault.endswith("is unsafe.")


def test_words_of_the_rules_are_printed_letter_for_letter_too(tmp_path: Path) -> None:
    brief = {**RULES["documents"]["brief"], "name": "*A* [^x] # <b> &amp;"}
    shape = "{{ rules.name }}\n\n{{ rules.name ~ '_c_' }}\n\n{{ document_name }}"
    write_library(tmp_path, rules={**RULES, "documents": {"brief": brief}}, shape=shape)
    assert texts(draft_file(submission(tmp_path))) == [
        "*A* [^x] # <b> &amp;",
        "*A* [^x] # <b> &amp;_c_",
        "*A* [^x] # <b> &amp;",
    ]


def test_a_fault_in_a_shape_names_the_file_it_is_in_even_where_another_takes_it_in(tmp_path: Path) -> None:
    write_library(tmp_path, shape='{% import "court/parts.md.jinja" as parts %}\n\n{{ parts.part(title) }}\n')
    (tmp_path / "templates/court/parts.md.jinja").write_text(
        "{% macro part(x) %}\n\n\n{{ wrong }}\n{% endmacro %}\n"
    )
    told = refused(submission(tmp_path))
    assert (told.file, told.place) == (str(tmp_path / "templates/court/parts.md.jinja"), "line 4")
    assert "'wrong' is undefined" in told.fault


def test_a_misspelt_name_in_a_shape_prints_nothing_silently(tmp_path: Path) -> None:
    write_library(tmp_path, shape="{{ documnet_name }}")
    told = refused(submission(tmp_path))
    assert "'documnet_name' is undefined" in told.fault
    assert told.place == "line 1"


def test_a_paragraph_of_an_unknown_role_is_refused(tmp_path: Path) -> None:
    write_library(tmp_path, shape="::: poster\nx\n:::\n")
    told = refused(submission(tmp_path))
    assert told.fault == "no paragraph can be 'poster'"
    assert told.file == "court/brief.md.jinja"


def test_the_roles_that_compose_lets_through_are_those_that_word_has_styles_for() -> None:
    assert {role for role, _ in ROLES} == COMPOSED_ROLES


def test_a_shape_that_is_not_there_is_told(tmp_path: Path) -> None:
    rules = {**RULES, "documents": {"brief": {**RULES["documents"]["brief"], "shape": "gone.md.jinja"}}}
    write_library(tmp_path, rules=rules)
    assert refused(submission(tmp_path)).fault == "the shape 'gone.md.jinja' is not there"


# ---- letter for letter, through to the Word file ----

HOSTILE = [
    "# 1. Heading & Sons <b>",
    "- * + 1. > | ~~x~~ `y` ***z***",
    "{{ state }} {% raw %} {# x #} ${x}",
    "[^pact:9] [x](gap:) [y](http://z) ![i](j)",
    "::: title x :::",
    "&amp; &lt;w:p/> &#65; ]]> <!-- c -->",
    "\\ \\\\ \\* C:\\temp\\new _a_ __b__",
    "Österreich, Côte d’Ivoire – “ﬁ” 日本 عربي 😀",
    "NO 010 12:30 null ~ 2026-11-21",
    "a  b\u00a0c\u200bd\u3000e",
    "| --- | --- |",
    "= - x" * 30 + "y" * 400,
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_every_line_that_is_typed_comes_out_letter_for_letter(tmp_path: Path, hostile: str) -> None:
    asks = [
        {"name": "line", "ask": "?"},
        {"name": "people", "ask": "?", "kind": "group", "fields": [{"name": "name", "ask": "?"}]},
        {"name": "some", "ask": "?", "kind": "choices"},
    ]
    brief = {**RULES["documents"]["brief"], "asks": asks}
    shape = SHAPE + (
        "{% for one in organisations %}\n\n{{ one.label }} {{ one.place }} {{ one.contact | join('; ') }}\n"
        "{% endfor %}\n\n"
        "{{ keywords | join('; ') }}\n\n- {{ details.line }}\n\n"
        "{% for one in details.people %}\n| x |\n|---|\n| {{ one.name }} |\n{% endfor %}\n\n"
        "{{ details.some | join('; ') }}\n\n**{{ sign_off.name }}**\n"
    )
    answered = clause("Close {{ body }} {{ number }}.", questions=["body", "number"])
    write_library(
        tmp_path, {"jails/a": answered}, rules={**RULES, "documents": {"brief": brief}}, shape=shape
    )
    marked = iter(range(100))

    def typed() -> str:
        return f"<{next(marked)}> {hostile} «"

    given = {
        "title": typed(),
        "organisations": [{name: typed() for name in ("name", "acronym", "city")}
                          | {"role": "lead", "contact": {"person": typed(), "address": typed()}}],
        "keywords": [typed(), typed()],
        "details": {"line": typed(), "people": [{"name": typed()}], "some": [typed()]},
        "themes": section({"clause": "jails/a", "answers": {"body": typed()}}, heading=typed(),
                          answers={"number": typed()}, facts=["F1"]),
        "facts": {"F1": {"text": typed(), "source": "S1", "locator": typed()}},
        "sources": {"S1": {name: typed() for name in ("author", "title", "publisher", "address", "seen")}},
        "sign_off": {"name": typed()},
    }  # fmt: skip
    text = printed(draft_file(submission(tmp_path, **given)))
    missing = [one for one in range(next(marked)) if f"<{one}> {hostile} «" not in text]
    assert missing == []


def test_long_text_is_markdown_but_has_no_fences_and_no_code(tmp_path: Path) -> None:
    shape = SHAPE + "\n{{ summary }}\n\nAfter.\n"
    write_library(tmp_path, shape=shape)
    summary = "# Mine\n\n::: title\nNever closed.\n\n- ::: cover\n\n**bold** `code` <b>\n\n```\nfence"
    made = draft_file(submission(tmp_path, summary=summary))
    blocks = made.draft.document.blocks
    assert [block_text(block) for block in blocks] == [
        "Brief: Ruritania",
        "Mine",
        "::: title Never closed.",
        "::: cover",
        "bold code <b>".replace("code", "`code`"),
        "``` fence",
        "After.",
    ]
    assert [one.role for one in blocks if isinstance(one, Paragraph)] == [
        "title",
        "body",
        "body",
        "body",
        "body",
    ]


def test_an_item_of_several_paragraphs_and_lists_becomes_a_word_file(tmp_path: Path) -> None:
    write_library(tmp_path)
    text = "One.\n\nTwo.\n\n- three\n\n  four\n\n> five\n\n| six |\n|---|\n| seven |"
    made = draft_file(submission(tmp_path, themes=section(own=[{"kind": "recommendation", "text": text}])))
    text = printed(made)
    for word in ("One.", "Two.", "three", "four", "five", "six", "seven"):
        assert word in text


def one_for_each_shape() -> list[str]:
    """Return of the documents of each bundled shape the one that asks most."""
    found: dict[str, tuple[int, str]] = {}
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        shape = rules.shape if BUNDLED.template(f"shapes/{rules.shape}") else f"{name} {rules.shape}"
        found[shape] = max(found.get(shape, (0, "")), (len(rules.asks), name))
    return sorted(name for _, name in found.values())


@pytest.mark.parametrize("document", one_for_each_shape())
def test_every_shape_prints_typed_lines_letter_for_letter_and_stays_sound(
    tmp_path: Path, document: str
) -> None:
    rules = BUNDLED.document(document).rules
    given: list[str] = []

    def typed() -> str:
        given.append(f"1. x (item {len(given)}) # & <b> [^x] {{{{ y }}}} ::: *z* _ |")
        return given[-1]

    def answer(ask: Ask) -> Any:
        match ask.kind:
            case "group":
                return [{field.name: answer(field) for field in ask.fields}]
            case "choice" | "search":
                return ask.choices[0].value if ask.choices else typed()
            case "choices":
                return [ask.choices[0].value] if ask.choices else [typed()]
            case "yes-no":
                return True
            case "number":
                return 7
            case "long":
                return "First & <b>.\n\nSecond."
            case _:
                return typed()

    file = submission(
        tmp_path,
        document=document,
        title=typed(),
        organisations=[{**ORGANISATION, "name": typed()},
                       {**ORGANISATION, "name": typed(), "role": "co-submitter"}],
        details={ask.name: answer(ask) for ask in rules.asks},
        keywords=[typed()],
        summary="Sum & <b>.",
        themes=[{"theme": next(iter(BUNDLED.themes.themes)), "heading": typed(), "facts": ["F1"]}],
        facts={"F1": {"text": typed(), "source": "S1"}},
        sources={"S1": {"title": typed()}},
    )  # fmt: skip
    text = printed(draft_file(file))
    changed = [one for one in given if one[5:15] in text and one[5:] not in text]
    assert changed == []
    assert sum(one[5:] in text for one in given) >= 3


def test_the_word_file_holds_no_character_that_xml_cannot(tmp_path: Path) -> None:
    write_library(tmp_path, shape=SHAPE + "\n{{ keywords | join(', ') }}\n\n{{ summary }}")
    made = draft_file(
        submission(
            tmp_path, title="a\x01b", keywords=["c\x0bd"], summary="e\x1ff", themes=section(heading="g\x00h")
        )
    )
    text = printed(made)
    for word in ("ab", "cd", "ef", "gh"):
        assert word in text
    [remark] = [one for one in made.remarks if one.code == "characters-dropped"]
    assert remark.text.startswith("3 control characters")
