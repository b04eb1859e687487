"""The law in a section: said once, concluded only where it binds, and general in a text about no State."""

from typing import Any

import pytest

from drafter.compose.clause_values import clause_values
from drafter.compose.names import LongNames
from drafter.compose.repeated import without_repeated
from drafter.compose.sections import SectionBuilder
from drafter.compose.views import StateView
from drafter.compose.wording import TypedText
from drafter.language.english import ENGLISH
from drafter.library.clause_sentences import clause_sentences
from drafter.library.open_library import library_for
from drafter.model.answers import Answers
from drafter.model.clause import Clause, ClauseHead
from drafter.model.question import Ask, Choice

LIBRARY = library_for()
FACT = "People were held for years."
LAW = "Article 9 forbids it.[^iccpr:9]"


def clause(text: str, *questions: Ask, **head: Any) -> Clause:
    """Return a concern with this *text*."""
    usual = {"title": "Held", "kind": "concern", "themes": ("arbitrary-detention",)}
    values = ClauseHead(**{**usual, **head})
    return Clause(id="arbitrary-detention/held", head=values, text=text, questions=questions)


@pytest.mark.parametrize(
    ("text", "repeats", "cited", "printed"),
    [
        (f"{FACT} {LAW}", ("iccpr:9",), {"iccpr:9"}, FACT),
        (f"{FACT} {LAW} {{{{ facts }}}}", ("iccpr:9",), {"iccpr:9"}, f"{FACT} {{{{ facts }}}}"),
        (f"{FACT} {LAW}", ("iccpr:9",), {"iccpr:7"}, f"{FACT} {LAW}"),
        (f"{FACT} {LAW}", (), {"iccpr:9"}, f"{FACT} {LAW}"),
        (f"{LAW} {{{{ facts }}}}", ("iccpr:9",), {"iccpr:9"}, f"{LAW} {{{{ facts }}}}"),
        ("It is so.[^iccpr:9][^cat:2] Yes.", ("iccpr:9",), {"iccpr:9"}, "It is so.[^iccpr:9][^cat:2] Yes."),
    ],
)
def test_a_flagged_sentence_goes_if_the_section_has_said_it(
    text: str, repeats: tuple[str, ...], cited: set[str], printed: str
) -> None:
    assert without_repeated(clause(text, repeats=repeats), cited) == printed


def test_the_notes_after_a_full_stop_belong_to_its_sentence() -> None:
    parts = [
        "Under art. 9 (1), No. 35, it is so in Wenner v. Germany.[^a:1][^b:2]",
        "{{ gap | sentence }}[^a:1]",
        "{{ facts }}",
        "The\nend.",
    ]
    assert clause_sentences(" ".join(parts)) == parts


INQUIRY = Ask(
    name="inquiry",
    ask="Who investigates?",
    kind="choice",
    choices=(
        Choice(value="nobody", title="Nobody", text="{{ body | upper_first }} has opened no inquiry."),
        Choice(value="court", title="a court"),
    ),
)
BODY = Ask(name="body", ask="Which police?")


@pytest.mark.parametrize(
    ("answer", "printed"),
    [
        ("nobody", "The 3rd\\_unit has opened no inquiry."),
        ("court", "a court"),
    ],
)
def test_a_choice_prints_its_own_text_with_its_fields(answer: str, printed: str) -> None:
    answers = {"inquiry": answer, "body": "the 3rd_unit"}
    values = clause_values(clause("{{ inquiry }}", INQUIRY, BODY), answers, {}, ENGLISH)
    assert str(values["inquiry"]) == printed


def test_the_text_of_a_choice_is_prepared_like_the_text_of_its_clause() -> None:
    asked = clause("{{ inquiry }}", INQUIRY, BODY)
    answers = {"inquiry": "nobody", "body": "the police"}
    values = clause_values(asked, answers, {}, ENGLISH, lambda text: text.replace("inquiry", "case"))
    assert str(values["inquiry"]) == "The police has opened no case."


def test_a_choice_without_an_answer_is_an_open_place() -> None:
    for answers in ({}, {"inquiry": None}, {"inquiry": "what somebody typed before there were choices"}):
        values = clause_values(clause("{{ inquiry }}", INQUIRY), answers, {}, ENGLISH)
        assert not values["inquiry"]
        assert getattr(values["inquiry"], "label", "") == "Who investigates"


def section(state: str | None, *clauses: str) -> list[str]:
    """Return the paragraphs of a section with *clauses*, in a document about the State with this code."""
    answers = Answers.model_validate(
        {
            "format": 1,
            "themes": [{"theme": "arbitrary-detention", "clauses": [{"clause": name} for name in clauses]}],
        }
    )
    named = LIBRARY.state(state) if state else None
    builder = SectionBuilder(answers, LIBRARY, StateView(named, TypedText("Ruritania")), "", {})
    names = LongNames(LIBRARY.long_names, ENGLISH)
    view = builder.build(answers.themes[0])
    paragraphs = (*view.grounds, *view.conclusions)
    return [names.printed(str(paragraph), "") for paragraph in paragraphs]


TREATY = "arbitrary-detention/incompatible-with-the-covenant"
DECLARATION = "arbitrary-detention/contrary-to-the-declaration"


@pytest.mark.parametrize(
    ("state", "printed"),
    [("XRU", [TREATY, DECLARATION]), ("XGR", [DECLARATION]), (None, [TREATY, DECLARATION])],
)
def test_a_conclusion_is_printed_only_if_its_treaty_may_bind_the_state(
    state: str | None, printed: list[str]
) -> None:
    texts = [" ".join(LIBRARY.clause(name).text.split()) for name in printed]
    assert [" ".join(text.split()) for text in section(state, TREATY, DECLARATION)] == texts


def test_a_text_about_no_state_gets_the_general_form_and_asks_nothing() -> None:
    concern = clause(
        "In {{ state }}, {{ body }} holds people.", BODY, general="Where people are held, it is wrong."
    )
    general = concern.without_state
    assert (general.text, general.questions) == ("Where people are held, it is wrong.", ())
    assert clause("Always.").without_state.text == "Always."
