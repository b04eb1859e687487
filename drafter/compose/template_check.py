"""What a template may be made of, and where its work is charged: looked at before it becomes Python."""

from typing import TypeVar

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from drafter.limits import TEMPLATE_DEPTH

_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData,
    nodes.If, nodes.For, nodes.Assign, nodes.AssignBlock, nodes.With, nodes.FilterBlock,
    nodes.Block, nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport, nodes.Macro, nodes.CallBlock,
    nodes.Name, nodes.NSRef, nodes.Const, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Keyword,
    nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Call, nodes.Filter, nodes.Test,
    nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand,
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg, nodes.Pos,
    nodes.Concat,
)  # fmt: skip
"""Each of these takes time in proportion to its operands, and those are charged."""

_LITERALS = (nodes.Const, nodes.List, nodes.Tuple, nodes.Dict)

# Filters that the environment adds. They have blanks in their names, so that no template can write them.
CHARGE, COUNT, COMPARE, ITEM, CONCAT = "charge it", "count it", "compare it", "hold it", "join it"

_LEAST, _TEMPLATE = 10, 300
"""What a run through a loop, and the start of another template, cost at least, in steps."""


def refused(tree: nodes.Template) -> tuple[str, int]:
    """Return what *tree* has and a template may not have, with its line; ``("", 0)`` for nothing."""
    waiting: list[tuple[nodes.Node, int, int]] = [(tree, 0, 1)]
    while waiting:
        node, depth, line = waiting.pop()
        line = node.lineno or line
        problem = "it is nested too deeply" if depth > TEMPLATE_DEPTH else _problem(node)
        if problem:
            return problem, line
        waiting += [(child, depth + 1, line) for child in node.iter_child_nodes()]
    return "", 0


def _problem(node: nodes.Node) -> str:
    kind = type(node).__name__
    if not isinstance(node, _ALLOWED):
        return f"'{kind.lower()}' cannot be used in drafter's templates"
    if isinstance(node, nodes.For) and node.recursive:
        return "'recursive' cannot be used in drafter's templates"
    if isinstance(node, nodes.Name) and node.name in ("varargs", "kwargs"):
        return f"'{node.name}' cannot be used in drafter's templates"
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (node.dyn_args or node.dyn_kwargs):
        return "a call cannot have '*' or '**'"
    if isinstance(node, nodes.Compare) and len(node.ops) > 1:
        return "only two values can be compared at a time; put 'and' between two comparisons"
    return ""


N = TypeVar("N", bound=nodes.Node)
B = TypeVar("B", nodes.Template, nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)


class Charging(NodeTransformer):
    """Puts a charge at the head of each body, and around each value whose size decides the time it takes."""

    def visit_Template(self, node: nodes.Template) -> nodes.Template:  # noqa: N802 - Jinja's names
        """Charge the start of a template, which another one may include."""
        return self._charge_body(node, _TEMPLATE)

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802
        """Charge each run through a loop, and each item that its condition passes over."""
        self._charge_body(node)
        if node.test is not None:
            node.test = _at(nodes.And(_filter(CHARGE, _cost(_LEAST, 0)), node.test), node)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Macro:  # noqa: N802
        """Charge each call of a macro."""
        return self._charge_body(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.CallBlock:  # noqa: N802
        """Charge each call of what stands in a call block."""
        return self._charge_body(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Block:  # noqa: N802
        """Charge each time that a block is printed."""
        return self._charge_body(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Charge the letters of what ``~`` puts together, before it does."""
        self.generic_visit(node)
        return _at(_filter(CONCAT, nodes.Tuple(node.nodes, "load")), node)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Compare:  # noqa: N802
        """Charge what is compared."""
        self.generic_visit(node)
        node.expr = _around(COMPARE, node.expr)
        for operand in node.ops:
            operand.expr = _around(COUNT, operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Getitem:  # noqa: N802
        """Charge what a part is cut from."""
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _around(COUNT, node.node)
        return node

    def visit_List(self, node: nodes.List) -> nodes.List:  # noqa: N802
        """Charge what goes into a list."""
        self.generic_visit(node)
        node.items = [_held(item) for item in node.items]
        return node

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Tuple:  # noqa: N802
        """Charge what goes into a tuple; the names on the left of an assignment are one too."""
        self.generic_visit(node)
        if node.ctx == "load":
            node.items = [_held(item) for item in node.items]
        return node

    def visit_Dict(self, node: nodes.Dict) -> nodes.Dict:  # noqa: N802
        """Charge what goes into a dictionary."""
        self.generic_visit(node)
        for pair in node.items:
            pair.key = _around(COMPARE, pair.key)
            pair.value = _held(pair.value)
        return node

    def _charge_body(self, node: B, extra: int = 0) -> B:
        """Return *node* with a charge at the head of its body, for all that stands in the body."""
        steps = letters = 0
        waiting = list(node.body)
        while waiting:
            each = waiting.pop()
            steps += 1
            letters += len(each.data) if isinstance(each, nodes.TemplateData) else 0
            waiting += each.iter_child_nodes()
        self.generic_visit(node)
        charge = nodes.ExprStmt(_filter(CHARGE, _cost(max(steps, _LEAST) + extra, letters)))
        node.body.insert(0, _at(charge, node))
        return node


def _cost(steps: int, letters: int) -> nodes.Const:
    return nodes.Const((steps, letters))


def _filter(name: str, value: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(value, name, [], [], None, None)


def _around(name: str, value: nodes.Expr) -> nodes.Expr:
    return value if isinstance(value, nodes.Const) else _at(_filter(name, value), value)


def _held(value: nodes.Expr) -> nodes.Expr:
    """Return an item of a list, looked at when it is there; one that is written out was looked at here."""
    return value if isinstance(value, _LITERALS) else _around(ITEM, value)


def _at(new: N, old: nodes.Node) -> N:
    """Return *new* with the line of *old*, for messages."""
    new.set_lineno(old.lineno)
    return new
