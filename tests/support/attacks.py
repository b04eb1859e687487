"""Hostile input, made by code: templates, Markdown and answers that a stranger or an accident may bring.

Each attack has a name, what is given to drafter, and words of the message with which it has to be refused.
"""

import json
from typing import NamedTuple


class Attack(NamedTuple):
    """Something hostile, and how it has to end."""

    name: str
    text: str
    refusal: str
    """Words of the message. Empty where the text is harmless once it is read in bounded time."""


class Shapes(NamedTuple):
    """A set of templates of which the first, ``a``, is rendered."""

    name: str
    files: dict[str, str]
    refusal: str


STEPS = "more steps than any document needs"
DEEP = "nested too deeply"

TEMPLATES = (
    Attack("a long text times a number", "{{ 'a' * 10 ** 10 }}", "'*' is for numbers alone"),
    Attack("a list times a number", "{{ ([0] * 10 ** 9) | length }}", "'*' is for numbers alone"),
    Attack("a power of powers", "{{ 9 ** 9 ** 9 }}", "a number is too large"),
    Attack("powers that grow", "{{ 64 ** 64 }}", "a number is too large"),
    Attack("a width in a format", "{{ '%9999999999d' % 1 }}", "'%' is for numbers alone"),
    Attack("a width in format()", "{{ '{:>9999999999}'.format(1) }}", "'format' is unsafe"),
    Attack("format_map", "{{ '{a:>9999999999}'.format_map({'a': 1}) }}", "'format_map' is unsafe"),
    Attack("a width in a method", "{{ state.center(10 ** 9) }}", "'center' is unsafe"),
    Attack("zfill", "{{ state.zfill(10 ** 9) }}", "'zfill' is unsafe"),
    Attack("tabs", "{{ '\\t'.expandtabs(10 ** 9) }}", "'expandtabs' is unsafe"),
    Attack("replace", "{{ state.replace('', state) }}", "'replace' is unsafe"),
    Attack("center as a filter", "{{ state | center(10 ** 9) }}", "No filter named 'center'"),
    Attack("format as a filter", "{{ '%9999999999d' | format(1) }}", "No filter named 'format'"),
    Attack("batch", "{{ [1] | batch(10 ** 9, 0) | list | length }}", "No filter named 'batch'"),
    Attack("words of nonsense", "{{ lipsum(n=10 ** 9) }}", "'lipsum' is undefined"),
    Attack("an indent", "{{ state | indent(10 ** 9) }}", "the width of 'indent'"),
    Attack("an indent of text", "{{ state | indent(state) }}", "the width of 'indent'"),
    Attack("an indent through map", "{{ [state] | map('indent', 10 ** 9) | join }}", "the width of 'indent'"),
    Attack("a range", "{% for a in range(10 ** 9) %}{% endfor %}", "Range too big"),
    Attack(
        "a loop in a loop",
        "{% for a in range(10000) %}{% for b in range(10000) %}{% endfor %}{% endfor %}",
        STEPS,
    ),
    Attack(
        "a loop that passes everything over",
        "{% for a in range(10000) %}{% for b in range(10000) if false %}{% endfor %}{% endfor %}",
        STEPS,
    ),
    Attack(
        "long lists made in a loop",
        "{% for a in range(90000) %}{{ range(90000) | list | length }}{% endfor %}",
        STEPS,
    ),
    Attack(
        "long lists searched",
        "{% set l = range(90000) | list %}{% for a in l %}{{ -1 in l }}{% endfor %}",
        STEPS,
    ),
    Attack("a text that doubles", "{% set x = state %}" + "{% set x = x ~ x %}" * 60 + "{{ x }}", STEPS),
    Attack("a sum that doubles", "{% set x = state %}" + "{% set x = x + x %}" * 60 + "{{ x }}", STEPS),
    Attack(
        "a text that doubles in a loop",
        "{% set n = namespace(x=state) %}{% for a in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        STEPS,
    ),
    Attack(
        "a block that doubles",
        "{% set x %}{{ state }}{% endset %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 60 + "{{ x }}",
        STEPS,
    ),
    Attack(
        "a list that doubles, joined",
        "{% set x = [state] %}" + "{% set x = x + x %}" * 60 + "{{ x | join }}",
        STEPS,
    ),
    Attack(
        "lists in lists", "{% set x = [1] %}" + "{% set x = [x, x] %}" * 60 + "{{ x }}", "lists are in lists"
    ),
    Attack("a list, printed", "{{ [state] }}", "a list cannot be printed"),
    Attack("a list, put into text", "{{ 'a' ~ [state] }}", "a list cannot be printed"),
    Attack("lists compared", "{{ [state] == [state] }}", "a list cannot be compared"),
    Attack("a list as a key", "{{ {(1, state): 3} | length }}", "a list cannot be compared or be a key"),
    Attack("much text in a loop", "{% for a in range(90000) %}" + "x" * 40_000 + "{% endfor %}", STEPS),
    Attack(
        "a macro that calls itself twice",
        "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
        "without end",
    ),
    Attack(
        "a macro that calls itself often, to a depth",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        STEPS,
    ),
    Attack(
        "a block that prints itself", "{% block b %}{{ self.b() }}{{ self.b() }}{% endblock %}", "without end"
    ),
    Attack(
        "a loop that calls itself",
        "{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}",
        "'recursive' cannot",
    ),
    Attack("brackets", "{{ " + "(" * 3000 + "state" + ")" * 3000 + " }}", DEEP),
    Attack("lists written in lists", "{{ " + "[" * 3000 + "]" * 3000 + " }}", DEEP),
    Attack("brackets that stay open", "{{ " + "[" * 20_000, DEEP),
    Attack("not not not", "{{ " + "not " * 10_000 + "state }}", DEEP),
    Attack("minus minus", "{{ " + "-" * 10_000 + "1 }}", DEEP),
    Attack("filters without end", "{{ state" + "|upper" * 7000 + " }}", DEEP),
    Attack("keys without end", "{{ state" + ".a" * 9000 + " }}", DEEP),
    Attack("conditions in conditions", "{% if state %}" * 500 + "{% endif %}" * 500, DEEP),
    Attack("loops in loops", "{% for a in 'a' %}" * 30 + "{% endfor %}" * 30, DEEP),
    Attack("one value or another, without end", "{{ " + "state if state else " * 2000 + "state }}", DEEP),
    Attack("a number of digits without end", "{{ " + "9" * 40_000 + " }}", "4300 digits"),
    Attack("a template of a megabyte", "{{ state }}" * 100_000, "has 1,100,000 characters"),
    Attack("Python inside", "{{ state.__class__.__mro__ }}", "unsafe"),
    Attack(
        "arguments without names",
        "{% macro m() %}{{ m(varargs, varargs) }}{% endmacro %}{{ m() }}",
        "'varargs' cannot",
    ),
    Attack("arguments in a list", "{{ range(*[1, 2]) | join }}", "a call cannot have '*'"),
)
"""The texts of clauses."""

SHAPES = (
    Shapes("a template that includes itself", {"a": "{% include 'a' %}"}, "without end"),
    Shapes(
        "a template that includes itself twice", {"a": "{% include 'a' %}{% include 'a' %}"}, "without end"
    ),
    Shapes("a template that extends itself", {"a": "{% extends 'a' %}"}, "without end"),
    Shapes("two that extend each other", {"a": "{% extends 'b' %}", "b": "{% extends 'a' %}"}, "without end"),
    Shapes(
        "two that import each other",
        {"a": "{% import 'b' as b %}", "b": "{% import 'a' as a %}"},
        "without end",
    ),
    Shapes(
        "includes that double",
        {"a": "{% include 'b0' %}"}
        | {f"b{n}": f"{{% include 'b{n + 1}' %}}{{% include 'b{n + 1}' %}}" for n in range(60)}
        | {"b60": "x"},
        STEPS,
    ),
    Shapes(
        "a loop in a loop in a loop",
        {"a": "{% for a in range(90000) %}" * 3 + "{{ state }}" + "{% endfor %}" * 3},
        STEPS,
    ),
    Shapes(
        "a text of a gigabyte", {"a": "{% for a in range(90000) %}" + "x" * 40_000 + "{% endfor %}"}, STEPS
    ),
    Shapes("a large text often", {"a": "{% for a in range(90000) %}{{ large }}{% endfor %}"}, STEPS),
    Shapes("a large text joined", {"a": "{{ [" + "large, " * 5000 + "] | join }}"}, STEPS),
    Shapes("a large text put together", {"a": "{{ " + "large ~ " * 5000 + "large }}"}, STEPS),
)
"""Shapes, which are given a ``large`` text of a million characters."""


def laughs(levels: int) -> str:
    """Return YAML in which each of *levels* lists refers nine times to the one before it."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    for level in range(1, levels):
        before = ", ".join([f"*a{level - 1}"] * 9)
        lines.append(f"a{level}: &a{level} [{before}]")
    return "\n".join(lines)


HEAD = """\
format: 1
document: upr/individual
language: en
state: NOR
organisations: [{name: A, role: lead, status: confirmed, what: W.}]
"""


def answers(summary: str) -> str:
    """Return an answers file with this *summary*."""
    return f"{HEAD}summary: {json.dumps(summary)}\n"


def _many(count: int, line: str) -> str:
    return "".join(line.format(n=number) for number in range(count))


ANSWERS = (
    Attack(
        "aliases of aliases",
        HEAD + "inactive:\n  " + laughs(8).replace("\n", "\n  ") + "\n",
        "YAML reference",
    ),
    Attack("a line of 20 MB", answers("a" * 20_000_000), "this text has 20,000,000 characters"),
    Attack("a file of 30 MB", "#" * 30_000_000, "up to 25 MB"),
    Attack("ten million brackets", HEAD + "summary: " + "[" * 10_000_000, DEEP),
    Attack("ten million pipes", HEAD + "summary: '" + "|" * 10_000_000 + "'", "10,000,000 characters"),
    Attack("brackets", answers("[" * 900_000), "900,000 line breaks and characters"),
    Attack("marks of notes", answers("[^" * 400_000), "400,000 line breaks and characters"),
    Attack("stars", answers("*a_ " * 250_000), "500,000 line breaks and characters"),
    Attack("lines", answers("a\n" * 400_000), "400,000 line breaks and characters"),
    Attack(
        "many texts of signs",
        HEAD
        + "themes: [{theme: recovery, own: ["
        + "{text: '"
        + "*" * 60_000
        + "'},"
        + "{text: '[['}," * 2
        + "]}]\n"
        + "method: '"
        + "_" * 150_000
        + "'\n",
        "210,004 line breaks and characters",
    ),
    Attack("a table as wide as no page", answers("|a" * 70 + "|\n" + "|-" * 70 + "|\n"), "70 columns"),
    Attack("quotations in quotations", answers(">" * 5000 + " a"), "more than 20 levels deep"),
    Attack("lists in lists", answers("- " * 5000 + "a"), "more than 20 levels deep"),
    Attack(
        "indented lists", answers("".join("  " * n + "- a\n" for n in range(300))), "more than 20 levels deep"
    ),
    Attack(
        "200,000 facts",
        HEAD + "facts:\n" + _many(200_000, "  F{n}: {{text: a}}\n"),
        "more than 100,000 values",
    ),
    Attack(
        "key words without end",
        HEAD + "keywords:\n" + _many(90_000, f"  - {'word ' * 20}{{n}}\n"),
        "a paragraph of",
    ),
    Attack(
        "faults without end",
        HEAD + "facts:\n" + _many(30_000, "  F{n}: {{text: a, x: y}}\n"),
        "… and 29,900 more",
    ),
    Attack(
        "unknown clauses",
        HEAD + "themes:\n" + _many(12_000, "  - {{theme: recovery, clauses: [a/b{n}]}}\n"),
        "… and 11,900 more",
    ),
    Attack("a State of a megabyte", HEAD.replace("NOR", "N" * 900_000), "there is no State 'NNN"),
    Attack("a document of a megabyte", HEAD.replace("upr/", "u" * 900_000), "there is no document 'uuu"),
)
"""Answers files."""
