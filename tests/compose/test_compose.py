"""From answers to a document: notes, facts, gaps; typed text reaches the Word file letter for letter."""

from pathlib import Path
from typing import Any

import pytest

from drafter.compose.sections import cited_articles
from drafter.dates import printed_date
from drafter.drafting.pipeline import draft_file
from drafter.errors import DrafterError, Fault
from drafter.language.english import ENGLISH
from drafter.markup.count import block_text
from drafter.model.blocks import ROLES, Paragraph
from drafter.model.clause import Clause, ClauseHead
from drafter.model.question import Ask
from drafter.word.style_names import ROLE_STYLES
from tests.support.small_library import RULES, SHAPE, clause, write_library
from tests.support.submissions import BUNDLED, ORGANISATION, notes, printed, section, submission, texts


def fault_in(file: Path) -> Fault:
    """Return the only fault that stops the draft of *file*."""
    with pytest.raises(DrafterError) as caught:
        draft_file(file)
    [fault] = caught.value.faults
    return fault


# ---- notes ----


def test_a_note_is_full_the_first_time_and_then_short_with_its_number(tmp_path: Path) -> None:
    write_library(
        tmp_path,
        {
            "jails/a": clause("One.[^pact:9] Two.[^report]", kind="standard"),
            "jails/b": clause("Three.[^pact:9] Four.[^report] Five.[^pact]", kind="concern"),
        },
    )
    reviewed = draft_file(submission(tmp_path, themes=section("jails/a", "jails/b")))
    assert texts(reviewed)[2:] == ["One.[1] Two.[2]", "Three.[3] Four.[4] Five.[5]"]
    assert notes(reviewed) == [
        "the Pact on Everything, art. 9.",
        "The Body, Report on Something (A/1, 2020).",
        "See note 1.",
        "See note 2.",
        "the Pact (note 1).",
    ]


def test_an_unconfirmed_locator_is_not_printed_and_a_remark_says_so(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("One.[^pact:10]", kind="standard")})
    reviewed = draft_file(submission(tmp_path, themes=section("jails/a")))
    assert notes(reviewed) == ["the Pact on Everything."]
    [remark] = [remark for remark in reviewed.remarks if remark.code == "locator-unconfirmed"]
    assert "art. 10 of the Pact" in remark.text
    assert "'pact:10'" in remark.remedy
    confirmed = draft_file(submission(tmp_path, themes=section("jails/a"), confirmed_authorities=["pact:10"]))
    assert notes(confirmed) == ["the Pact on Everything, art. 10."]
    assert "locator-unconfirmed" not in {remark.code for remark in confirmed.remarks}


def test_the_source_of_a_fact_is_full_the_first_time_and_then_short(tmp_path: Path) -> None:
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
    reviewed = draft_file(
        submission(tmp_path, themes=section(facts=list(facts)), facts=facts, sources=sources)
    )
    assert notes(reviewed) == [
        "An Office, A & B (C, 2024), p. 1, https://x.org (accessed 1 May).",
        "An Office, A & B (note 1), p. 2.",
        "Own interviews [example source, not a real publication].",
        "[source of fact F4?].",
        "D, [title of the source?].",
    ]
    assert reviewed.draft.gaps == ("source of fact F4", "title of the source")


def test_there_are_as_many_notes_as_marks(tmp_path: Path) -> None:
    write_library(
        tmp_path,
        {"jails/a": clause("**One[^pact:9]**\n\n| a[^report] |\n|---|\n| b[^pact] |\n\n- c[^report]")},
    )
    reviewed = draft_file(submission(tmp_path, themes=section("jails/a")))
    marks = "".join(texts(reviewed)).count("[")
    assert marks == len(reviewed.draft.document.notes) == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.[^nobody]", "the note [^nobody] names no fact and no authority"),
        ("One.\n\n[^pact:77]", "the authority 'pact' has no place '77'"),
    ],
)
def test_an_unknown_note_mark_is_reported_with_the_line_of_the_clause(
    tmp_path: Path, text: str, expected: str
) -> None:
    write_library(tmp_path, {"jails/a": clause(text)})
    fault = fault_in(submission(tmp_path, themes=section("jails/a")))
    assert (Path(fault.file).name, fault.place, fault.fault) == ("a.md", "line 9", expected)
    assert fault.remedy


def test_an_unknown_note_mark_in_the_answers_is_reported_with_its_line(tmp_path: Path) -> None:
    write_library(tmp_path)
    file = submission(tmp_path, themes=section(own=[{"text": "One.[^F7]"}]))
    line = file.read_text("utf-8").splitlines().index("      - text: One.[^F7]") + 1
    fault = fault_in(file)
    assert (fault.file, fault.place) == (str(file), f"line {line}, themes › 1 › own › 1 › text")


# ---- answers with "I don't know yet" ----


def test_null_leaves_a_marked_gap_in_every_part_of_a_note_that_is_printed(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "one", "source": "S1", "locator": None}, "F2": {"text": "two", "source": "S1"}}
    sources = {
        "S1": {"author": None, "title": "T", "publisher": None, "date": None, "address": None, "seen": None}
    }
    reviewed = draft_file(
        submission(tmp_path, themes=section(facts=["F1", "F2"]), facts=facts, sources=sources)
    )
    assert notes(reviewed) == [
        "[author of “T”?], T ([publisher of “T”?], [date of “T”?]), [page or paragraph of fact F1?], "
        "[web address of “T”?] (accessed [day on which “T” was opened?]).",
        "[author of “T”?], T (note 1).",
    ]


def test_an_empty_or_unasked_part_of_a_note_leaves_no_gap(tmp_path: Path) -> None:
    write_library(tmp_path)
    facts = {"F1": {"text": "one", "source": "S1", "locator": ""}, "F2": {"text": "two", "source": "S2"}}
    sources = {"S1": {"author": "", "title": "T", "publisher": " ", "date": "", "seen": "1 May 2026"}}
    sources["S2"] = {"title": "U"}
    reviewed = draft_file(
        submission(tmp_path, themes=section(facts=["F1", "F2"]), facts=facts, sources=sources)
    )
    assert notes(reviewed) == ["T.", "U."]


ORGANISATIONS = """{% for one in organisations %}
{{ one.label }}{% if one.place %}, {{ one.place }}{% endif %}
{% if one.founded %}, founded in {{ one.founded }}{% endif %}
{% if one.ecosoc %}, {{ one.ecosoc }}{% endif %}
{% if one.contact %}. {{ one.contact | join(", ") }}{% endif %}


{% endfor %}
{{ [sign_off.place, sign_off.date] | select | join(", ") }}

{% if sign_off.name %}{{ sign_off.name }}, {{ sign_off.function }}{% endif %}
"""


def test_null_leaves_a_marked_gap_in_organisations_and_signatures(
    tmp_path: Path,
) -> None:
    write_library(tmp_path, shape=SHAPE + ORGANISATIONS)
    nothing = dict.fromkeys(("acronym", "founded", "city", "country", "ecosoc"))
    contact = dict.fromkeys(("person", "email", "phone", "address", "website"))
    organisation = {"name": "A", "what": "A group.", **nothing, "contact": contact}
    signed = dict.fromkeys(("place", "date", "name", "function"))
    reviewed = draft_file(submission(tmp_path, organisations=[organisation], sign_off=signed))
    who, where, name = texts(reviewed)[-3:]
    assert who == (
        "A ([acronym of A?]), [city of A?], [country of A?], founded in [year in which A was founded?]"
        ", [consultative status of A?]. [contact person of A?], [e-mail address of A?], "
        "[telephone number of A?], [address of A?], [website of A?]"
    )
    assert where == "[place of signature?], [date of signature?]"
    assert name == "[name of the person who signs?], [function of the person who signs?]"
    assert {remark.code for remark in reviewed.errors} == {"gap"}
    assert dict(reviewed.draft.document.layout.fields)["organisation"] == "A"


def test_empty_parts_of_an_organisation_leave_neither_a_gap_nor_stray_commas(tmp_path: Path) -> None:
    write_library(tmp_path, shape=SHAPE + ORGANISATIONS)
    reviewed = draft_file(
        submission(tmp_path, organisations=[{"name": "A", "what": "A group.", "acronym": ""}])
    )
    assert texts(reviewed)[1:] == ["A"]
    assert reviewed.draft.gaps == ()


def test_a_recommendation_in_parts_has_a_gap_for_each_unknown_part(tmp_path: Path) -> None:
    write_library(tmp_path)
    parts = [
        {"verb": "close", "what": "the centres", "how": None, "by_when": "within a year."},
        {"verb": None, "what": "the centres"},
        {"verb": "Close", "what": "the centres", "how": ""},
    ]
    own = [{"kind": "recommendation", "manner": "parts", "parts": part} for part in parts]
    reviewed = draft_file(submission(tmp_path, themes=section(own=own)))
    assert texts(reviewed)[-3:] == [
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
EVERY_PART: dict[str, Any] = {
    "title": "The title", "keywords": ["the keyword"], "summary": "The summary.", "method": "The method.",
    "closing": "The closing.", "sign_off": {"name": "The signature"}, "earlier": [{"text": "The earlier."}],
    "themes": [{"theme": "jails", "heading": "The theme", "own": [{"text": "Own words."}]}],
}  # fmt: skip


@pytest.mark.parametrize(
    "text", ["a short part", "See {section jails} above. The rest is long.", "*Good* news."]
)
def test_a_part_that_is_printed_otherwise_than_it_is_typed_is_known_as_printed(
    tmp_path: Path, text: str
) -> None:
    write_library(tmp_path, {"jails/a": clause("Close it.")}, shape=SHAPE + EVERYTHING)

    reviewed = draft_file(submission(tmp_path, **EVERY_PART | {"summary": text}))

    assert "part-not-printed" not in {remark.code for remark in reviewed.remarks}


@pytest.mark.parametrize("part", [*EVERY_PART, ""])
def test_a_part_that_the_document_leaves_out_is_not_printed_although_it_is_answered(
    tmp_path: Path, part: str
) -> None:
    brief = {**RULES["documents"]["brief"], "leaves_out": [part] if part else []}
    write_library(tmp_path, rules={**RULES, "documents": {"brief": brief}}, shape=SHAPE + EVERYTHING)
    reviewed = draft_file(submission(tmp_path, **EVERY_PART))
    shown = "\n".join(texts(reviewed)).lower()
    words = {"keywords": "keyword", "sign_off": "signature", "themes": "theme"}
    missing = {name for name in EVERY_PART if f"the {words.get(name, name)}" not in shown}
    assert missing == ({part} if part else set())
    assert ("keyword" in reviewed.draft.document.properties.keywords) is (part != "keywords")
    assert ("part-not-printed" in {remark.code for remark in reviewed.remarks}) is bool(part)


def test_a_case_has_no_earlier_recommendations(tmp_path: Path) -> None:
    brief = {**RULES["documents"]["brief"], "stage": "case"}
    write_library(tmp_path, rules={**RULES, "documents": {"brief": brief}}, shape=SHAPE + EVERYTHING)
    reviewed = draft_file(submission(tmp_path, **EVERY_PART))
    assert "The earlier." not in texts(reviewed)
    assert "The method." in " ".join(texts(reviewed))
    codes = {remark.place: remark.level for remark in reviewed.remarks if remark.code == "part-not-printed"}
    assert [place for place, level in codes.items() if level == "warning"] == ["the earlier recommendations"]


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
def test_an_iso_date_is_printed_in_words_and_other_text_as_typed(typed: str, shown: str) -> None:
    assert printed_date(typed, ENGLISH).strip() == shown


def test_iso_dates_are_printed_in_words_everywhere(tmp_path: Path) -> None:
    asks = [
        {"name": "when", "ask": "When?"},
        {"name": "rows", "ask": "?", "kind": "group", "fields": [{"name": "day", "ask": "Which day?"}]},
    ]
    brief = {**RULES["documents"]["brief"], "asks": asks}
    shape = SHAPE + "\n{{ sign_off.date }}; {{ details.when }}; {{ details.rows[0].day }}\n"
    asking = clause("Close it by {{ body }}.", questions=["body"])
    write_library(tmp_path, {"jails/a": asking}, rules={**RULES, "documents": {"brief": brief}}, shape=shape)
    reviewed = draft_file(
        submission(
            tmp_path,
            details={"when": "2026-01-02", "rows": [{"day": "2026-03-04"}]},
            sign_off={"date": "2026-11-21"},
            themes=section("jails/a", answers={"body": "2026-05-06"}, facts=["F1"]),
            facts={"F1": {"text": "On 2026-01-01 one", "source": "S1"}},
            sources={"S1": {"title": "T", "date": "2025-12-31", "address": "x.org", "seen": "2026-02-01"}},
        )
    )
    assert "21 November 2026; 2 January 2026; 4 March 2026" in texts(reviewed)
    assert "(1) Close it by 6 May 2026." in texts(reviewed)
    assert "On 2026-01-01 one.[1]" in texts(reviewed)
    assert notes(reviewed) == ["T (31 December 2025), x.org (accessed 1 February 2026)."]
    assert reviewed.draft.document.properties.date == "2026-11-21"


# ---- facts ----


def test_facts_follow_the_clauses_in_paragraphs_of_three(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Law.", kind="standard")})
    facts = {f"F{number}": {"text": f"fact {number}", "source": "S1"} for number in range(1, 6)}
    reviewed = draft_file(
        submission(
            tmp_path,
            themes=section("jails/a", facts=list(facts)),
            facts=facts,
            sources={"S1": {"title": "T"}},
        )
    )
    assert texts(reviewed)[2:] == ["Law.", "Fact 1.[1] Fact 2.[2] Fact 3.[3]", "Fact 4.[4] Fact 5.[5]"]


def test_a_clause_with_a_facts_field_takes_three_facts_after_its_attached_ones(tmp_path: Path) -> None:
    write_library(
        tmp_path,
        {
            "jails/a": clause("Here: {{ facts }}", kind="concern"),
            "jails/b": clause("There: {{ facts }}", kind="concern"),
        },
    )
    facts = {f"F{number}": {"text": f"fact {number}", "source": "S1"} for number in range(1, 6)}
    chosen = ({"clause": "jails/a", "facts": ["F5"]}, "jails/b")
    reviewed = draft_file(
        submission(
            tmp_path, themes=section(*chosen, facts=list(facts)), facts=facts, sources={"S1": {"title": "T"}}
        )
    )
    assert texts(reviewed)[2:] == ["Here: Fact 5.[1] Fact 1.[2] Fact 2.[3] Fact 3.[4]", "There: Fact 4.[5]"]


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
def test_a_fact_after_an_own_text_is_not_absorbed_by_its_last_block(
    tmp_path: Path, text: str, last: str
) -> None:
    write_library(tmp_path)
    own = [{"text": text, "facts": ["F1"]}]
    reviewed = draft_file(submission(tmp_path, themes=section(own=own), facts={"F1": {"text": "fact"}}))
    assert texts(reviewed)[-1] == last


# ---- clauses and own texts ----


def test_a_section_has_paragraphs_facts_and_then_questions_and_recommendations(tmp_path: Path) -> None:
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
    reviewed = draft_file(submission(tmp_path, themes=themes, facts={"F1": {"text": "fact"}}))
    assert texts(reviewed) == [
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


def test_own_wording_replaces_the_librarys_and_keeps_its_marks_and_facts(tmp_path: Path) -> None:
    write_library(
        tmp_path, {"jails/a": clause("Library words of {{ body }}.", kind="concern", questions=["body"])}
    )
    own = {"clause": "jails/a", "text": "Our *own* {{ body }}.[^pact:9]", "facts": ["F1"]}
    reviewed = draft_file(submission(tmp_path, themes=section(own), facts={"F1": {"text": "fact"}}))
    assert texts(reviewed)[-1] == "Our own {{ body }}.[1] Fact.[2]"


def test_blank_own_wording_keeps_the_librarys(tmp_path: Path) -> None:
    write_library(tmp_path, {"jails/a": clause("Library words.")})
    reviewed = draft_file(submission(tmp_path, themes=section({"clause": "jails/a", "text": "  "})))
    assert texts(reviewed)[-1] == "(1) Library words."


def test_an_answer_of_the_clause_overrides_that_of_the_theme(tmp_path: Path) -> None:
    ask = clause("Ask {{ body }} for {{ number }}.", questions=["body", "number"])
    write_library(tmp_path, {"jails/a": ask, "jails/b": ask})
    chosen = ({"clause": "jails/a", "answers": {"body": "this one"}}, "jails/b")
    reviewed = draft_file(
        submission(tmp_path, themes=section(*chosen, answers={"body": "that one", "number": "12"}))
    )
    assert texts(reviewed)[-2:] == ["(1) Ask this one for 12.", "(2) Ask that one for 12."]


@pytest.mark.parametrize("answers", [{}, {"body": None}, {"body": ""}, {"body": "  "}])
def test_a_missing_answer_becomes_a_gap(tmp_path: Path, answers: dict[str, Any]) -> None:
    write_library(
        tmp_path, {"jails/a": clause("Ask {{ body }}{% if body %} now{% endif %}.", questions=["body"])}
    )
    reviewed = draft_file(submission(tmp_path, themes=section("jails/a", answers=answers)))
    assert texts(reviewed)[-1] == "(1) Ask [Which authority runs them?]."
    assert reviewed.draft.gaps == ("Which authority runs them",)
    assert "gap" in {remark.code for remark in reviewed.errors}


def test_every_other_blank_text_becomes_a_gap_too(tmp_path: Path) -> None:
    write_library(tmp_path)
    own = [{"text": " "}, {"kind": "recommendation", "text": ""}]
    reviewed = draft_file(
        submission(tmp_path, themes=section(own=own, facts=["F1"]), facts={"F1": {"text": " "}})
    )
    assert reviewed.draft.gaps == ("own paragraph", "fact F1", "own recommendation", "source of fact F1")


def test_blank_titles_and_keywords_are_not_printed(tmp_path: Path) -> None:
    write_library(tmp_path, shape=SHAPE + "\nKeys: {{ keywords | join(', ') }}\n")
    reviewed = draft_file(submission(tmp_path, title="  ", keywords=[" ", "a ", ""]))
    assert texts(reviewed) == ["Brief: Ruritania", "Keys: a"]
    assert reviewed.draft.document.properties.keywords == "a"


def test_the_heading_lists_the_cited_articles_of_the_treaty() -> None:
    def clause_on(*basis: str) -> Clause:
        head = ClauseHead(title="x", kind="standard", themes=("t",), legal_basis=basis)
        return Clause(id="t/x", head=head, text="x")

    assert (
        cited_articles("pact", [clause_on("pact:9", "other:1"), clause_on("pact:10(2)", "pact:9")], ENGLISH)
        == "arts. 9 and 10"
    )
    assert (
        cited_articles("pact", [clause_on("pact:9"), clause_on("pact:10"), clause_on("pact:7")], ENGLISH)
        == "arts. 7, 9 and 10"
    )
    assert cited_articles("pact", [clause_on("pact:9")], ENGLISH) == "art. 9"
    assert cited_articles("", [clause_on("pact:9")], ENGLISH) == ""


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
def test_a_faulty_or_hostile_template_is_refused_with_file_and_line(
    tmp_path: Path, text: str, words: str
) -> None:
    write_library(tmp_path, {"jails/a": clause(text, questions=["body"])})
    fault = fault_in(submission(tmp_path, themes=section("jails/a", answers={"body": "B"})))
    assert Path(fault.file).name == "a.md" or "include" in text
    assert fault.place in ("line 10", "") if "include" in text else fault.place == "line 10"
    assert words in fault.fault
    assert fault.remedy


@pytest.mark.parametrize("change", ["details.update({'x': 1})", "sign_off.clear()", "[].append(1)"])
def test_a_template_cannot_change_its_values(tmp_path: Path, change: str) -> None:
    write_library(tmp_path, shape=SHAPE + f"{{% set _ = {change} %}}")
    fault = fault_in(submission(tmp_path))
    assert fault.fault.endswith("is unsafe.")


def test_texts_from_the_rules_are_printed_letter_for_letter_too(tmp_path: Path) -> None:
    brief = {**RULES["documents"]["brief"], "name": "*A* [^x] # <b> &amp;"}
    shape = "{{ rules.name }}\n\n{{ rules.name ~ '_c_' }}\n\n{{ document_name }}"
    write_library(tmp_path, rules={**RULES, "documents": {"brief": brief}}, shape=shape)
    assert texts(draft_file(submission(tmp_path))) == [
        "*A* [^x] # <b> &amp;",
        "*A* [^x] # <b> &amp;_c_",
        "*A* [^x] # <b> &amp;",
    ]


def test_a_fault_in_an_imported_template_names_its_own_file(tmp_path: Path) -> None:
    write_library(tmp_path, shape='{% import "court/parts.md.jinja" as parts %}\n\n{{ parts.part(title) }}\n')
    (tmp_path / "templates/court/parts.md.jinja").write_text(
        "{% macro part(x) %}\n\n\n{{ wrong }}\n{% endmacro %}\n"
    )
    fault = fault_in(submission(tmp_path))
    assert (fault.file, fault.place) == (str(tmp_path / "templates/court/parts.md.jinja"), "line 4")
    assert "'wrong' is undefined" in fault.fault


def test_a_misspelt_name_in_a_shape_is_refused(tmp_path: Path) -> None:
    write_library(tmp_path, shape="{{ documnet_name }}")
    fault = fault_in(submission(tmp_path))
    assert "'documnet_name' is undefined" in fault.fault
    assert fault.place == "line 1"


def test_a_paragraph_of_an_unknown_role_is_refused(tmp_path: Path) -> None:
    write_library(tmp_path, shape="::: poster\nx\n:::\n")
    fault = fault_in(submission(tmp_path))
    assert fault.fault == "'poster' is not the role of a paragraph"
    assert fault.file == "court/brief.md.jinja"


def test_word_has_a_style_for_exactly_the_roles_that_compose_allows() -> None:
    assert {role for role, _ in ROLE_STYLES} == ROLES


def test_a_missing_shape_is_reported(tmp_path: Path) -> None:
    rules = {**RULES, "documents": {"brief": {**RULES["documents"]["brief"], "shape": "gone.md.jinja"}}}
    write_library(tmp_path, rules=rules)
    assert fault_in(submission(tmp_path)).fault == "the shape 'gone.md.jinja' does not exist"


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
def test_every_typed_line_is_printed_letter_for_letter(tmp_path: Path, hostile: str) -> None:
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
    numbers = iter(range(100))

    def typed() -> str:
        return f"<{next(numbers)}> {hostile} «"

    answers = {
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
    text = printed(draft_file(submission(tmp_path, **answers)))
    missing = [number for number in range(next(numbers)) if f"<{number}> {hostile} «" not in text]
    assert missing == []


def test_long_text_is_markdown_but_has_no_fences_and_no_code(tmp_path: Path) -> None:
    shape = SHAPE + "\n{{ summary }}\n\nAfter.\n"
    write_library(tmp_path, shape=shape)
    summary = "# Mine\n\n::: title\nNever closed.\n\n- ::: cover\n\n**bold** `code` <b>\n\n```\nfence"
    reviewed = draft_file(submission(tmp_path, summary=summary))
    blocks = reviewed.draft.document.blocks
    assert [block_text(block) for block in blocks] == [
        "Brief: Ruritania",
        "Mine",
        "::: title Never closed.",
        "::: cover",
        "bold code <b>".replace("code", "`code`"),
        "``` fence",
        "After.",
    ]
    assert [block.role for block in blocks if isinstance(block, Paragraph)] == [
        "title",
        "body",
        "body",
        "body",
        "body",
    ]


def test_an_item_with_several_blocks_is_written_to_word(tmp_path: Path) -> None:
    write_library(tmp_path)
    text = "One.\n\nTwo.\n\n- three\n\n  four\n\n> five\n\n| six |\n|---|\n| seven |"
    reviewed = draft_file(
        submission(tmp_path, themes=section(own=[{"kind": "recommendation", "text": text}]))
    )
    text = printed(reviewed)
    for word in ("One.", "Two.", "three", "four", "five", "six", "seven"):
        assert word in text


def longest_documents() -> list[str]:
    """Return for each bundled shape the id of the document with the most questions."""
    longest: dict[str, tuple[int, str]] = {}
    for name in BUNDLED.document_ids():
        rules = BUNDLED.document(name).rules
        shape = rules.shape if BUNDLED.template(f"shapes/{rules.shape}") else f"{name} {rules.shape}"
        longest[shape] = max(longest.get(shape, (0, "")), (len(rules.asks), name))
    return sorted(name for _, name in longest.values())


@pytest.mark.parametrize("document", longest_documents())
def test_every_shape_prints_typed_lines_letter_for_letter(tmp_path: Path, document: str) -> None:
    rules = BUNDLED.document(document).rules
    typed_lines: list[str] = []

    def typed() -> str:
        typed_lines.append(f"1. x (item {len(typed_lines)}) # & <b> [^x] {{{{ y }}}} ::: *z* _ |")
        return typed_lines[-1]

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
    changed = [line for line in typed_lines if line[5:15] in text and line[5:] not in text]
    assert changed == []
    assert sum(line[5:] in text for line in typed_lines) >= 3


def test_the_word_file_has_no_characters_illegal_in_xml(tmp_path: Path) -> None:
    write_library(tmp_path, shape=SHAPE + "\n{{ keywords | join(', ') }}\n\n{{ summary }}")
    reviewed = draft_file(
        submission(
            tmp_path, title="a\x01b", keywords=["c\x0bd"], summary="E\x1ff.", themes=section(heading="g\x00h")
        )
    )
    text = printed(reviewed)
    for word in ("ab", "cd", "Ef.", "gh"):
        assert word in text
    [remark] = [remark for remark in reviewed.remarks if remark.code == "characters-dropped"]
    assert "leaves out 3 of them" in remark.text
