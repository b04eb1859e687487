"""Templates of strangers end: in seconds, in little memory, and with a message that names their file."""

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
    """Fail a test that takes long, or for which the process needs more memory than it ever did."""
    begun, before = time.process_time(), most_memory()
    yield
    assert time.process_time() - begun < SECONDS
    assert most_memory() - before < MEGABYTES


def most_memory() -> float:
    """Return the most memory that this process has had, in megabytes; 0 where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("attack", TEMPLATES, ids=[one.name for one in TEMPLATES])
def test_a_hostile_clause_is_refused_by_name(attack: Attack) -> None:
    with pytest.raises(DrafterError) as caught:
        fill_clause(attack.text, {"state": TypedText("Norway")}, "clauses/theirs.md", 7, ENGLISH)
    [fault] = caught.value.faults
    assert fault.file == "clauses/theirs.md"
    assert attack.refusal in fault.fault
    assert len(fault.fault) < 300


@pytest.mark.usefixtures("bounded")
@pytest.mark.parametrize("attack", SHAPES, ids=[one.name for one in SHAPES])
def test_a_hostile_shape_is_refused_by_name(attack: Shapes) -> None:
    found = {path: (text, f"theirs/{path}.jinja") for path, text in attack.files.items()}
    with pytest.raises(DrafterError) as caught:
        render_shape(new_environment(found.get, ENGLISH), "a", {"state": TypedText("Norway"), "large": LARGE})
    [fault] = caught.value.faults
    assert fault.file in {"a", *(file for _, file in found.values())}
    assert attack.refusal in fault.fault


@pytest.mark.parametrize("attack", TEMPLATES, ids=[one.name for one in TEMPLATES])
def test_the_check_of_clauses_reads_a_hostile_one(attack: Attack) -> None:
    """It renders nothing, so what is wrong only when it runs is no fault to it; it has to come back."""
    head = ClauseHead(title="A", kind="concern", themes=("a",))
    clause = Clause(id="a/b", head=head, text=attack.text, file="clauses/theirs.md")
    faults = list(check_templates([clause], ENGLISH))
    assert all(fault.file == "clauses/theirs.md" for fault in faults)


@pytest.mark.parametrize(
    ("text", "written"),
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
def test_what_templates_are_for_still_works(text: str, written: str) -> None:
    assert fill_clause(text, {"state": TypedText("Norway")}, "a.md", 1, ENGLISH) == written


def test_each_clause_has_a_budget_of_its_own() -> None:
    """What one clause used up is not missing to the next."""
    text = "{% for a in range(9000) %}{{ '' }}{% endfor %}"
    for _ in range(20):
        assert fill_clause(text, {}, "a.md", 1, ENGLISH) == ""


def test_the_longest_template_that_may_be_is_read() -> None:
    text = ("{{ state }}" * (TEMPLATE_CHARACTERS // 11)).ljust(TEMPLATE_CHARACTERS, "x")
    assert fill_clause(text, {"state": TypedText("N")}, "a.md", 1, ENGLISH).startswith("NNN")
    with pytest.raises(DrafterError, match="50,001 characters"):
        fill_clause(text + "x", {"state": TypedText("N")}, "a.md", 1, ENGLISH)
