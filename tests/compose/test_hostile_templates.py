"""A hostile template ends within seconds, in little memory, with a message that names its file."""

import time
from collections.abc import Iterator

import pytest

from drafter.compose.check import check_templates
from drafter.compose.templates import fill_clause, new_environment, render_shape
from drafter.compose.wording import TypedText
from drafter.errors import DrafterError
from drafter.language.english import ENGLISH
from drafter.limits import TEMPLATE_CHARACTERS
from drafter.model.clause import Clause, ClauseHead
from tests.support.attacks import SHAPES, TEMPLATES, Attack, Shapes

SECONDS, MEGABYTES = 5, 150
LARGE = TypedText("x" * 1_000_000)


@pytest.fixture
def bounded() -> Iterator[None]:
    """Fail a test that takes long, or that raises the peak memory of the process by much."""
    started, before = time.process_time(), peak_memory()
    yield
    assert time.process_time() - started < SECONDS
    assert peak_memory() - before < MEGABYTES


def peak_memory() -> float:
    """Return the peak memory of this process in megabytes; 0 if the system does not report it."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("attack", TEMPLATES, ids=[attack.name for attack in TEMPLATES])
def test_a_hostile_clause_is_refused_by_name(attack: Attack) -> None:
    with pytest.raises(DrafterError) as caught:
        fill_clause(attack.text, {"state": TypedText("Norway")}, "clauses/theirs.md", 7, ENGLISH)
    [fault] = caught.value.faults
    assert fault.file == "clauses/theirs.md"
    assert attack.refusal in fault.fault
    assert len(fault.fault) < 300


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("attack", SHAPES, ids=[attack.name for attack in SHAPES])
def test_a_hostile_shape_is_refused_by_name(attack: Shapes) -> None:
    templates = {path: (text, f"theirs/{path}.jinja") for path, text in attack.files.items()}
    with pytest.raises(DrafterError) as caught:
        render_shape(
            new_environment(templates.get, ENGLISH), "a", {"state": TypedText("Norway"), "large": LARGE}
        )
    [fault] = caught.value.faults
    assert fault.file in {"a", *(file for _, file in templates.values())}
    assert attack.refusal in fault.fault


@pytest.mark.parametrize("attack", TEMPLATES, ids=[attack.name for attack in TEMPLATES])
def test_checking_a_hostile_clause_ends(attack: Attack) -> None:
    """The check renders nothing, so it may find no fault, but it must return."""
    head = ClauseHead(title="A", kind="concern", themes=("a",))
    clause = Clause(id="a/b", head=head, text=attack.text, file="clauses/theirs.md")
    faults = list(check_templates([clause], ENGLISH))
    assert all(fault.file == "clauses/theirs.md" for fault in faults)


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("{{ state }}: {{ 2 * 3 + 1 }}", "Norway: 7"),
        ("{% for a in range(3) %}{{ loop.index }}{{ 'x' if not loop.last }}{% endfor %}", "1x2x3"),
        ("{% for a, b in [('x', state), ('y', '')] if b %}{{ a }} {{ b }}{% endfor %}", "x Norway"),
        ("{% macro m(a) %}<{{ a }}>{% endmacro %}{{ m(state) ~ m('b') }}", "<Norway><b>"),
        ("{{ [state, 'b', ''] | select | join(' and ') }}", "Norway and b"),
        ("{{ 'yes' if state.startswith('N') and 'w' in state else 'no' }}", "yes"),
        ("{% set n = namespace(x=1) %}{% for a in 'abc' %}{% set n.x = n.x + 1 %}{% endfor %}{{ n.x }}", "4"),
        ("{{ {'a': 'b'}.get('a') }}{{ state[1:3] }}", "bor"),
        ("{{ state | indent(3) | upper }}", "NORWAY"),
    ],
)
def test_ordinary_templates_work(text: str, result: str) -> None:
    assert fill_clause(text, {"state": TypedText("Norway")}, "a.md", 1, ENGLISH) == result


def test_each_clause_has_a_budget_of_its_own() -> None:
    """The steps of one clause are not charged to the next."""
    text = "{% for a in range(9000) %}{{ '' }}{% endfor %}"
    for _ in range(20):
        assert fill_clause(text, {}, "a.md", 1, ENGLISH) == ""


def test_a_template_of_the_maximum_length_is_accepted() -> None:
    text = ("{{ state }}" * (TEMPLATE_CHARACTERS // 11)).ljust(TEMPLATE_CHARACTERS, "x")
    assert fill_clause(text, {"state": TypedText("N")}, "a.md", 1, ENGLISH).startswith("NNN")
    with pytest.raises(DrafterError, match="50,001 characters"):
        fill_clause(text + "x", {"state": TypedText("N")}, "a.md", 1, ENGLISH)
