"""Dates, addresses, symbols and paragraphs: what is wrong is said when it is typed, with a right example."""

import re
from typing import get_args

import pytest

from drafter.answers.paths import MISSING
from drafter.errors import Fault
from drafter.interview.control_flow import Stop
from drafter.interview.forms import EXAMPLES, fault_of_form
from drafter.interview.validator import Accepted, check, fault_sentence
from drafter.model.question import Form, Question
from drafter.terminal.plain import ask as ask_plainly
from drafter.terminal.prompts import ask
from tests.support.script import LIBRARY
from tests.support.typing_keys import CTRL_C, ENTER, keyboard

RIGHT: list[tuple[Form, str]] = [
    ("date", "15 March 2030"),
    ("date", "15 March 2030, 18:00 in Geneva"),
    ("date", "Strelsau, 21 November 2026"),
    ("date", "March 2030"),
    ("month", "2023"),
    ("month", "May 2023, 43rd session"),
    ("year", "March to May 2024"),
    ("year", "2024, second edition"),
    ("email", "sita@himal.org.np"),
    ("link", "www.himal.org"),
    ("link", "himal.org.np/report?id=3#top"),
    ("link", "https://example.org/नेपाल"),
    ("link", "10.1016/j.drugpo.2020.102"),
    ("phone", "+41 22 917 90 00 (office hours)"),
    ("symbol", "A/HRC/32/17"),
    ("symbol", "A/HRC/32/17/Add.1, annex"),
    ("symbol", "UN Doc. CCPR/C/XRU/CO/4 (March 2030)"),
    ("symbol", "OEA/Ser.L/V/II."),
    ("symbol", "CRC/C/GC/20*"),
    ("symbol", "CM/Rec(2018)4"),
    ("symbol", "Decision 14 (2019)"),
    ("paragraph", "para. 34 (b)"),
    ("paragraph", "166.20 and 166.21"),
    ("paragraph", "iv"),
    ("reference", "166.20"),
    ("reference", "report of the second review"),
    ("reference", "A/HRC/32/17, para. 166.20, Norway, Chile"),
    ("place", "Zenda, Ruritania"),
    ("place", "Zenda, Ruritania, founded in 2009"),
    ("contact", "Ana Silva"),
    ("contact", "office@example.org, +41 22 000 00 00"),
    ("contact", "Amina Hadrovic newday@selfhelp.example"),
    ("place", "Ruritania, 2014"),
    ("place", ", Ruritania, 2014"),
    ("place", "Strelsau, Ruritania; 2012"),
    ("place", "1054 Budapest, Hungary, May 1998"),
]
READ: list[tuple[Form, str, str]] = [
    ("date", "2030-03-15", "15 March 2030"),
    ("date", "15.03.2030", "15 March 2030"),
    ("date", "28/11/2026", "28 November 2026"),
    ("date", "28/11/26", "28 November 2026"),
    ("date", "30/6/27", "30 June 2027"),
    ("date", "11/28/2026", "28 November 2026"),
    ("month", "05/2023", "May 2023"),
    ("when", "24/11/2026 about 19h", "24 November 2026 about 19h"),
    ("when", "by her sister, 26.11.26", "by her sister, 26 November 2026"),
]
"""What is read and saved with the month as a word."""
WRONG: list[tuple[Form, str, str]] = [
    ("date", "15 मार्च 2030", "For example: 15 March 2030, or 2030-03-15."),
    ("date", "१५ March २०३०", "For example: 15 March 2030"),
    ("date", "soon", "For example: 15 March 2030"),
    ("date", "2030", "For example: 15 March 2030"),
    ("date", "31 February 2030", "Correct it."),
    ("date", "30 Jnue 2030", "Do you mean June? For example: 15 March 2030."),
    ("date", "03/04/2030", "Write the month as a word: 3 April 2030."),
    ("date", "5/6/2027", "Write the month as a word: 5 June 2027."),
    ("when", "3/12/26 at home", "Write the month as a word: 3 December 2026."),
    ("date", "31/6/27", "Correct it. For example: 15 March 2030."),
    ("date", "yesterday", "Write it like this: "),
    ("date", "24/11", "Write it like this: 24 November "),
    ("month", "मई 2023", "For example: May 2023."),
    ("year", "n.d.", "For example: 2024."),
    ("year", "२०२४", "For example: 2024."),
    ("email", "sita at himal", "For example: office@example.org."),
    ("email", "sita@himal", "An address needs one @, a dot after it"),
    ("email", "sita @himal.org", "no spaces"),
    ("link", "the web page", "For example: https://www.example.org/report.pdf."),
    ("link", "office@example.org", "For example: https"),
    ("phone", "the office", "For example: +41"),
    ("symbol", "concluding observations", "For example: A/HRC/32/17."),
    ("symbol", "a/hrc/32/17", "Type it like this: A/HRC/32/17"),
    ("symbol", "A / HRC / 32 / 17", "Type it like this: A/HRC/32/17"),
    ("symbol", "\u0410/HRC/32/17", "Type it again."),
    ("symbol", "A\u2215HRC\u221532\u221517", "Type it like this: A/HRC/32/17"),
    ("paragraph", "the last one", "For example: 166.20, or 34 (b)."),
    ("paragraph", "१६६.२०", "For example: 166.20"),
    ("reference", "a/hrc/32/17, 166.20", "Type it like this: A/HRC/32/17"),
    ("reference", "A/HRC/32/17, १६६.२०", "Type it like this: A/HRC/32/17, 166.20"),
    ("place", "Zenda, Ruritania, 09", "For example: Zenda, Ruritania, 2009."),
    ("place", "Zenda, Ruritania, 2o12", "For example: Zenda, Ruritania, 2009."),
    ("place", "Zenda, Ruritania, २००९", "Type it like this: Zenda, Ruritania, 2009"),
    ("contact", "sita at himal", "For example: Ana Silva, office@example.org."),
    ("contact", "Sita Rai, sita@himal", "needs one @, a dot after it and no spaces"),
    ("contact", "Sita Rai, the office", "needs one @, a dot after it and no spaces"),
]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("82nd, Septmber 2027", "“Septmber” is not a month. Do you mean September?"),
        ("since 31 June 2026", "This day does not exist: 31 June 2026. Correct it."),
        ("31 Ocotber 2026", "“Ocotber” is not a month. Do you mean October?"),
        ("Novmber 2026, in Zenda", "“Novmber” is not a month. Do you mean November?"),
    ],
)
def test_a_date_in_a_line_of_words_is_refused_like_any_other(typed: str, said: str) -> None:
    asked = Question(path=("details", "session"), section="S", text="When?")
    fault = check(asked, typed)
    assert isinstance(fault, Fault)
    assert fault_sentence(fault).startswith(said)


@pytest.mark.parametrize(
    "typed",
    [
        "82nd, September 2027",
        "the Act of 2019",
        "Marshall 2019",
        "section 12 Narcotics 1976",
        "29 February 2028",
    ],
)
def test_a_line_with_a_right_date_or_none_is_taken(typed: str) -> None:
    asked = Question(path=("details", "session"), section="S", text="When?")
    assert check(asked, typed) == Accepted(typed)


def test_a_name_before_a_year_is_no_month() -> None:
    asked = Question(path=("organisations", 0, "name"), section="S", text="Name?")
    assert check(asked, "Marca 2019") == Accepted("Marca 2019")
    assert isinstance(check(asked, "Raid of 3 Marhc 2019"), Fault)


def question_of(form: Form, **more: bool) -> Question:
    """Return a question for a line of this *form*."""
    return Question.model_validate(
        {"path": ("x",), "section": "S", "text": "What?", "kind": "line", "form": form, **more}
    )


@pytest.mark.parametrize(("form", "typed"), RIGHT)
def test_what_has_the_right_form_is_taken_as_it_was_typed(form: Form, typed: str) -> None:
    assert check(question_of(form), typed) == Accepted(typed)


@pytest.mark.parametrize(("form", "typed", "saved"), READ)
def test_a_date_in_digits_is_saved_and_read_back_with_the_month_as_a_word(
    form: Form, typed: str, saved: str
) -> None:
    assert check(question_of(form), typed) == Accepted(saved, (f"It reads: {saved}.",))
    assert check(question_of(form), saved) == Accepted(saved)


@pytest.mark.parametrize(("form", "typed", "remedy"), WRONG)
def test_what_has_another_form_is_refused_with_an_example(form: Form, typed: str, remedy: str) -> None:
    fault = check(question_of(form), typed)
    assert isinstance(fault, Fault)
    assert remedy in fault.remedy


@pytest.mark.parametrize(("form", "typed", "_"), WRONG)
def test_the_example_of_a_remedy_would_be_taken(form: Form, typed: str, _: str) -> None:
    fault = fault_of_form(form, typed)
    assert fault is not None
    examples = re.findall(r"(?:example|like this|as a word): (.+?)(?:\.$|, or |$)", fault.remedy)
    assert examples
    assert [fault_of_form(form, example) for example in examples] == [None] * len(examples)


def test_every_form_has_an_example_that_is_one() -> None:
    assert set(EXAMPLES) == set(get_args(Form)) - {""}
    assert [form for form, example in EXAMPLES.items() if fault_of_form(form, example)] == []


@pytest.mark.parametrize("document", list(LIBRARY.document_ids()))
def test_every_example_of_a_document_has_the_form_of_its_question(document: str) -> None:
    for ask_ in LIBRARY.document(document).rules.asks:
        for each in (ask_, *ask_.fields):
            if each.form and each.example:
                assert fault_of_form(each.form, each.example) is None, each.name
            assert not re.search(r"month and year|\bnth\b", each.example), each.name


def test_nothing_and_not_known_yet_are_answers_of_every_form() -> None:
    for form in EXAMPLES:
        assert check(question_of(form), "") == Accepted("")
        assert check(question_of(form, allow_unknown=True), "?") == Accepted(None)


def test_a_wrong_date_is_refused_at_once_in_both_modes() -> None:
    asked = question_of("date", allow_unknown=True)
    with keyboard(f"15 मार्च 2030{ENTER}{CTRL_C}"), pytest.raises(Stop) as stopped:
        ask(asked, MISSING, lambda _: None)
    assert stopped.value.typed == "15 मार्च 2030"
    said: list[str] = []
    lines = iter(["15 मार्च 2030", "15 March 2030"])
    assert ask_plainly(asked, MISSING, said.append, lambda _: next(lines)) == "15 March 2030"
    assert (
        "This cannot be read as a date. For example: 15 March 2030, or 2030-03-15. "
        "Type ? if you don't know it yet."
    ) in " ".join(" ".join(said).split())


def test_what_is_wrong_with_an_address_is_no_description_of_what_was_typed() -> None:
    fault = check(question_of("contact"), "Amina Berrada daramal.tetouan@example")
    assert isinstance(fault, Fault)
    assert fault_sentence(fault) == (
        "“daramal.tetouan@example” is not a complete e-mail address. An address needs one @, a dot after it "
        "and no spaces. For example: Ana Silva, office@example.org."
    )
