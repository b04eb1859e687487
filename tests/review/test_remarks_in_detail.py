"""What the remarks say exactly, and what they depend on: levels, names, places, the answers behind a gate."""

from typing import Any

import pytest

from drafter.language.english import ENGLISH
from drafter.model.answers import Answers
from drafter.model.blocks import Document, Paragraph, Text
from drafter.model.clause import Clause, ClauseHead
from drafter.model.mechanism import DocumentRules, Gate, Limit, Rule
from drafter.model.question import Ask
from drafter.model.vocabulary import Conflict, State, Themes
from drafter.review.cases import check_cases
from drafter.review.conflicts import find_conflicts
from drafter.review.display_names import DisplayNames, excerpt
from drafter.review.gates import check_gates, gate_results
from drafter.review.length import Length, limit_in_force
from drafter.review.limits import check_length
from drafter.review.locate import located_texts
from drafter.review.missing import check_missing
from drafter.review.organisations import check_organisations
from drafter.review.passage_checks import MOST, remarks_on
from drafter.review.passages import Passage
from drafter.review.recommendations import check_recommendation
from drafter.review.required import check_required
from drafter.review.sections import check_own_content
from drafter.review.state import check_state
from drafter.review.stories import check_stories
from drafter.review.submission import Submission
from drafter.review.unprinted import check_unprinted
from tests.support.small_library import THEMES


def answers(**given: Any) -> Answers:
    """Return answers with these values."""
    return Answers.model_validate({"format": 1, **given})


def rules(**given: Any) -> DocumentRules:
    """Return the rules of a document about a case."""
    return DocumentRules(title="x", name="x", about="x", stage="case", shape="x", **given)


# ---- cases ----


def person(**given: Any) -> dict[str, Any]:
    """Return the answers on an adult's case that every document may tell, changed by what is *given*."""
    agreed = {"body": "yes", "government": "yes", "public": "yes", "given": "in writing"}
    return {"pseudonym": "Mira", "age_group": "adult", "text": "She was held.", "consent": agreed, **given}


@pytest.mark.parametrize(
    ("detail", "words"),
    [
        ("place", "the place"),
        ("work", "the work or school"),
        ("dates", "exact dates"),
        ("age", "the exact age"),
        ("health", "a rare health condition"),
        ("family", "the family"),
        ("event", "an event that was in the news"),
    ],
)
def test_each_detail_that_a_case_keeps_is_named(detail: str, words: str) -> None:
    given = answers(themes=[{"theme": "a", "cases": ["C1"]}], cases={"C1": person(identifying=[detail])})
    [remark] = check_stories(Submission(given, rules(), ENGLISH))
    assert (remark.code, remark.level) == ("details-left", "note")
    assert remark.text.endswith(f"could find the person: {words}.")


@pytest.mark.parametrize("names", [["Mira"], ["Vera", "Mira"], ["Mira", "Vera"], [None, " mira "]])
def test_a_person_whose_case_stays_out_is_found_in_any_row_of_an_answer(names: list[str | None]) -> None:
    asks = (Ask(name="people", ask="Who?", kind="group", fields=(Ask(name="who", ask="?", person=True),)),)
    given = answers(
        themes=[{"theme": "a", "cases": ["C1"]}],
        cases={"C1": person(consent={})},
        details={"people": [{"who": name} for name in names]},
    )
    found = [(one.code, one.level) for one in check_cases(Submission(given, rules(asks=asks), ENGLISH))]
    assert ("case-told-in-details", "error") in found


# ---- names ----


@pytest.mark.parametrize(
    ("heading", "shown"), [(" Ours ", "Ours"), (" ", "Jails & prisons"), (None, "Jails & prisons")]
)
def test_a_theme_has_the_name_of_its_heading_without_spaces_around_it(heading: str, shown: str) -> None:
    given = answers(themes=[{"theme": "jails", "heading": heading}])
    names = DisplayNames(given, (), Themes.model_validate(THEMES))
    assert names.theme(given.themes[0]) == f"theme “{shown}”"


def test_forty_characters_of_a_text_are_shown_whole_and_of_a_longer_one_only_whole_words() -> None:
    forty = f"{'a' * 20} {'b' * 19}"
    assert excerpt(forty) == f"“{forty}”"
    assert excerpt(f"{forty}b") == f"“{'a' * 20} …”"


@pytest.mark.parametrize(
    ("role", "place"),
    [
        ("title", "the title"),
        ("subtitle", "the lines under the title"),
        ("cover", "the lines under the title"),
        ("organisation", "the part on who submits"),
        ("keywords", "the keywords"),
        ("signature", "the signature"),
        ("lead", "a paragraph"),
    ],
)
def test_a_paragraph_without_a_number_has_its_role_as_its_place(role: Any, place: str) -> None:
    document = Document((Paragraph((Text("x"),), role=role, numbered=False),))
    assert list(located_texts(document, lambda _: True)) == [(place, "x")]


# ---- length ----


@pytest.mark.parametrize(
    ("asked", "confidence", "level"),
    [("", "medium", "warning"), ("", "high", "error"), ("most", "medium", "error"), ("most", "low", "error")],
)
def test_a_limit_that_the_author_has_read_in_the_call_is_certain(
    asked: str, confidence: Any, level: str
) -> None:
    rule = Limit(value=3, asked=asked, confidence=confidence)
    length = Length(words=4, notes=0, limit=3, rule=rule, notes_counted=False)
    [remark] = check_length(Submission(answers(), rules(), ENGLISH, length=length))
    assert (remark.code, remark.level) == ("over-limit", level)


@pytest.mark.parametrize(
    ("words", "level"), [(500, ""), (501, "note"), (625, "note"), (626, "warning"), (1_223, "warning")]
)
def test_a_length_that_readers_expect_is_no_limit(words: int, level: str) -> None:
    usual = Limit(value=500, usual=True, confidence="low")
    length = Length(words=words, notes=0, limit=500, rule=usual, notes_counted=None)
    found = check_length(Submission(answers(), rules(), ENGLISH, length=length))
    assert [(one.code, one.level) for one in found] == [("over-usual-length", level)] * bool(level)


@pytest.mark.parametrize(
    ("unit", "words", "code"),
    [
        ("minutes", 450, "limit-other-unit"),
        ("minutes", 451, "over-limit"),
        ("pages", 2_100, "limit-other-unit"),
        ("pages", 2_101, "over-limit"),
    ],
)
def test_a_text_that_cannot_fit_into_the_pages_or_minutes_is_too_long(
    unit: Any, words: int, code: str
) -> None:
    limit = Limit(value=3, unit=unit, confidence="high")
    length = Length(words=words, notes=0, limit=None, rule=None, notes_counted=None)
    [remark] = check_length(Submission(answers(), rules(limits=(limit,)), ENGLISH, length=length))
    assert (remark.code, remark.level) == (code, "warning" if code == "over-limit" else "note")


def test_a_coalition_sees_only_the_limit_that_applies_to_it() -> None:
    limits = (
        Limit(value=10, unit="pages", applies="single"),
        Limit(value=15, unit="pages", applies="coalition"),
    )
    for number, pages in ((1, 10), (2, 15)):
        organisations = [{"name": f"A{index}"} for index in range(number)]
        [remark] = check_length(
            Submission(answers(organisations=organisations), rules(limits=limits), ENGLISH)
        )
        assert remark.text.startswith(f"The limit is {pages} pages.")


def test_a_limit_in_characters_is_counted_with_spaces() -> None:
    limit = Limit(value=5, unit="characters", confidence="high")
    for text, found in (("ab cd", []), ("abc def", ["over-limit"])):
        length = Length(words=2, notes=0, limit=None, rule=None, notes_counted=None)
        document = Document((Paragraph((Text(text),)),))
        remarks = check_length(
            Submission(answers(), rules(limits=(limit,)), ENGLISH, document=document, length=length)
        )
        assert [one.code for one in remarks if one.code == "over-limit"] == found


def test_a_document_that_is_not_measured_yet_has_only_the_remarks_on_other_limits() -> None:
    pages = Limit(value=3, unit="pages")
    found = check_length(Submission(answers(), rules(limits=(pages, Limit(value=100))), ENGLISH))
    assert [(one.code, one.level) for one in found] == [("limit-other-unit", "note")]


def test_a_limit_by_status_depends_on_the_organisation_that_leads() -> None:
    by_status = rules(limits=(Limit(value=1500, status=("special",)), Limit(value=500)))
    leading = {"name": "A", "role": "lead", "ecosoc": "special"}
    other = {"name": "B", "ecosoc": "roster"}
    for organisations, limit in (
        ([other, leading], 1500),
        ([leading, other], 1500),
        ([{**other, "role": "lead"}, {**leading, "role": "co-submitter"}], 500),
        ([{**leading, "role": "co-submitter"}], 500),
    ):
        assert limit_in_force(by_status, answers(organisations=organisations))[0] == limit


# ---- conflicts ----


def test_the_two_sides_of_a_conflict_are_sorted() -> None:
    """Otherwise the remark would differ from one run to the next."""
    sides = [[f"a/{letter}" for letter in "qwertyuiop"], [f"b/{letter}" for letter in "asdfghjkl"]]
    chosen = [
        Clause(id=name, head=ClauseHead(title="x", kind="concern", themes=("x",)), text="x")
        for side in sides
        for name in side
    ]
    conflict = Conflict(id="ab", sides=sides, severity="note", why="x", resolve="x")
    [hit] = find_conflicts([conflict], (), chosen)
    assert [list(hit.first), list(hit.second)] == [sorted(side) for side in sides]


# ---- gates ----


def state_of_gate(of: str, **given: Any) -> str:
    """Return the state of a gate that the answer *of* opens with "yes" or "special"."""
    gate = Gate(code="x", of=of, passes=("yes", "special"), says="x")
    [result] = gate_results([gate], answers(**given))
    return result.state


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (True, "open"),
        (False, "closed"),
        ("yes", "open"),
        ("no", "closed"),
        ("", "unknown"),
        (None, "unknown"),
    ],
)
def test_a_detail_opens_a_gate_with_yes_or_true(answer: Any, state: str) -> None:
    assert state_of_gate("details.consent", details={"consent": answer}) == state


@pytest.mark.parametrize(
    ("organisations", "state"),
    [
        ([{"name": "A", "ecosoc": "special", "role": "lead"}], "open"),
        ([{"name": "A", "ecosoc": "roster", "role": "lead"}], "closed"),
        ([{"name": "B", "ecosoc": "roster"}, {"name": "A", "ecosoc": "special", "role": "lead"}], "open"),
        ([{"name": "A", "ecosoc": "special"}, {"name": "B", "ecosoc": "roster"}], "open"),
        ([{"name": "A", "role": "lead"}], "unknown"),
        ([], "unknown"),
    ],
)
def test_the_lead_organisation_opens_a_gate_or_the_first_where_none_leads(
    organisations: list[dict[str, Any]], state: str
) -> None:
    assert state_of_gate("lead.ecosoc", organisations=organisations) == state


def test_an_open_gate_does_not_hide_a_closed_one_behind_it() -> None:
    gates = tuple(
        Gate(code=name, of=f"details.{name}", passes=("yes",), says=name) for name in ("one", "two", "three")
    )
    given = answers(details={"one": "yes", "two": "no", "three": "yes"})
    found = [(one.code, one.level) for one in check_gates(Submission(given, rules(gates=gates), ENGLISH))]
    assert found == [("gate-two", "error")]


# ---- themes and recommendations ----


@pytest.mark.parametrize(
    ("facts", "own", "level"), [(0, 0, "warning"), (1, 0, ""), (0, 1, ""), (1, 1, ""), (2, 1, "")]
)
def test_a_fact_or_a_paragraph_of_the_authors_own_is_enough(facts: int, own: int, level: str) -> None:
    given = answers(
        facts={f"F{number}": {"text": "x"} for number in range(facts)},
        themes=[{"theme": "a", "own": [{"text": "x"}] * own}],
    )
    chosen = [
        Clause(id=f"a/{number}", head=ClauseHead(title="x", kind="concern", themes=("a",)), text="x")
        for number in range(4)
    ]
    found = check_own_content(Submission(given, rules(), ENGLISH, clauses=tuple(chosen)))
    assert [one.level for one in found] == [level] * bool(level)


def on_recommendation(text: str) -> list[tuple[str, str]]:
    """Return code and level of each remark on a recommendation with this *text*."""
    passage = Passage(text, "x", "recommendation")
    submission = Submission(answers(), rules(), ENGLISH)
    return [(remark.code, remark.level) for remark in check_recommendation(passage, submission)]


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        (5, ("recommendation-short", "note")),
        (6, None),
        (35, None),
        (36, ("recommendation-long", "note")),
        (50, ("recommendation-long", "note")),
        (51, ("recommendation-long", "warning")),
    ],
)
def test_a_recommendation_of_6_to_35_words_is_neither_short_nor_long(
    words: int, remark: tuple[str, str] | None
) -> None:
    text = f"Close it by law{' immediately' * (words - 4)}"
    assert on_recommendation(text) == ([remark] if remark else [])


@pytest.mark.parametrize("verb", ["Consider", "consider", "CONSIDER", "“Consider”"])
def test_a_weak_verb_is_recognised_however_it_is_written(verb: str) -> None:
    found = on_recommendation(f"{verb} closing every centre in the land by law.")
    assert found == [("recommendation-weak", "warning")]


# ---- organisations and State ----


@pytest.mark.parametrize(
    ("contacts", "found"),
    [
        ([{}, {"email": "a@example.org"}], []),
        ([{"phone": "+41 22 000 00 00"}, {}], []),
        ([{}, {}], ["contact-missing"]),
    ],
)
def test_one_organisation_that_can_be_reached_is_enough(
    contacts: list[dict[str, str]], found: list[str]
) -> None:
    given = answers(organisations=[{"name": "A", "contact": contact} for contact in contacts])
    assert [one.code for one in check_organisations(Submission(given, rules(), ENGLISH))] == found


@pytest.mark.parametrize(
    ("status", "found"),
    [("fictional", ["state-fictional"]), ("observer", ["state-observer"]), ("member", [])],
)
def test_the_remark_on_a_state_is_a_note(status: Any, found: list[str]) -> None:
    state = State(code="RUR", name="Ruritania", in_text="Ruritania", formal="x", status=status)
    remarks = list(check_state(Submission(answers(), rules(), ENGLISH, state=state)))
    assert [(one.code, one.level) for one in remarks] == [(code, "note") for code in found]


# ---- what is missing ----


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("victim", "the person concerned"),
        ("perpetrator", "those responsible"),
        ("facts-of-case", "the facts of the case"),
        ("consent", "the consent of the person"),
        ("annexes", "a list of documents"),
        ("follow-up", "what became of earlier recommendations"),
        ("publication-choice", "whether it may be published"),
        ("questions", "a question"),
        ("recommendations", "a recommendation"),
        ("keywords", "keywords"),
        ("summary", "a summary"),
        ("method", "a paragraph on sources and method"),
    ],
)
def test_what_the_rules_require_is_called_by_its_name(value: str, words: str) -> None:
    asks = (Ask(name="x", ask="?", meets=(value,)),)
    required = rules(asks=asks, state_needed=False, required=Rule(value=(value,), confidence="medium"))
    [remark] = check_required(Submission(answers(), required, ENGLISH))
    assert (remark.code, remark.level) == ("required-missing", "warning")
    assert remark.text == f"Required by the rules, but missing: {words}."


def test_a_document_without_a_theme_that_needs_one_is_an_error() -> None:
    needed = rules(state_needed=False, required=Rule(value=("themes",), confidence="medium"))
    [remark] = check_missing(Submission(answers(), needed, ENGLISH))
    assert (remark.code, remark.level) == ("theme-missing", "error")
    assert list(check_missing(Submission(answers(themes=[{"theme": "a"}]), needed, ENGLISH))) == []


# ---- what is not printed ----


def unprinted(printed: str, left_out: tuple[str, ...] = (), **given: Any) -> list[tuple[str, str]]:
    """Return the places and levels of the remarks on *given* answers in a document that says *printed*."""
    document = Document((Paragraph((Text(printed),)),))
    under_review = Submission(answers(**given), rules(leaves_out=left_out), ENGLISH, document=document)
    return [(one.place, one.level) for one in check_unprinted(under_review)]


def test_a_part_counts_as_printed_if_any_piece_of_it_is() -> None:
    assert unprinted("Keywords: jails", keywords=["jails", "courts"]) == []
    assert unprinted("Words", keywords=["jails", "courts"]) == [("the keywords", "note")]


def test_a_blank_piece_of_a_part_does_not_make_it_printed() -> None:
    assert unprinted("Words", sign_off={"name": "Zenda", "place": " "}) == [("the signature", "note")]
    assert unprinted("By Zenda", sign_off={"name": "Zenda", "place": " "}) == []


def test_a_title_is_compared_as_it_is_typed() -> None:
    assert unprinted("On *jails*", title="On *jails*") == []
    assert unprinted("On jails", title="On *jails*") == [("the title", "note")]


def test_a_part_that_the_rules_leave_out_has_a_remark_only_if_it_has_a_text() -> None:
    left_out = ("summary", "keywords", "closing")
    assert unprinted("x", left_out, summary=" ", keywords=[" "], closing=None) == []
    assert unprinted("x", left_out, summary="A", keywords=[" "]) == [("the summary", "warning")]


def test_an_answer_that_no_question_of_the_document_asks_for_is_only_a_note() -> None:
    assert unprinted("x", details={"sesion": "60"}) == [("details › sesion", "note")]


@pytest.mark.parametrize(
    ("text", "is_weak"),
    [
        ("Share the files of the four patients with the court within 30 days.", False),
        ("Examine, with two independent doctors, the cases of all patients held for over a year.", False),
        ("Study the effects of the Act before the end of 2027.", False),
        ("Consider a needle programme in each prison by 2027.", True),
        ("Share good practices.", True),
    ],
)
def test_an_examination_that_has_a_day_or_decides_on_cases_is_not_weak(text: str, is_weak: bool) -> None:
    passage = Passage(text, "x", "recommendation")
    codes = [remark.code for remark in check_recommendation(passage, Submission(answers(), rules(), ENGLISH))]
    assert ("recommendation-weak" in codes) == is_weak


def test_of_more_text_than_any_body_takes_only_the_beginning_is_checked() -> None:
    bad = Passage("These junkies must go. " * 4_000, "x")
    count = 20
    assert len(bad.text) * count > MOST
    remarks = [*remarks_on([bad] * count, Submission(answers(), rules(), ENGLISH))]
    stigma = [remark for remark in remarks if remark.code == "word-stigmatises"]
    assert len(stigma) == -(-MOST // len(bad.text))
