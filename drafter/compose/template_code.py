"""From a parsed template to Python code: what a template may contain, and where its work is charged."""

from collections.abc import Iterable

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, operators

from drafter.limits import TEMPLATE_DEPTH

_ALLOWED = frozenset(
    (
        nodes.Template, nodes.Output, nodes.TemplateData,
        nodes.If, nodes.For, nodes.Assign, nodes.AssignBlock, nodes.With, nodes.FilterBlock,
        nodes.Block, nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport, nodes.Macro,
        nodes.CallBlock,
        nodes.Name, nodes.NSRef, nodes.Const, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair, nodes.Keyword,
        nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Call, nodes.Filter, nodes.Test,
        nodes.CondExpr, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Concat,
        nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow, nodes.Neg,
        nodes.Pos,
    )
)  # fmt: skip
"""The nodes that a template may contain. Each takes time in proportion to its operands, which are charged."""

_LITERALS = (nodes.Const, nodes.List, nodes.Tuple, nodes.Dict)
_LEAST_STEPS, _TEMPLATE_STEPS = 10, 300
"""The least cost of an iteration, and the extra cost of starting another template."""


def add_charges(tree: nodes.Template) -> tuple[str, int]:
    """Add to *tree* the statements that charge its loops, macros and blocks.

    Returns the first construct that is not allowed and its line; ``("", 0)`` if there is none.
    """
    problems: list[tuple[str, int]] = []
    _charge(tree, 1, problems)
    return min(problems, key=lambda problem: problem[1], default=("", 0))


def _charge(node: nodes.Node, depth: int, problems: list[tuple[str, int]]) -> tuple[int, int]:
    """Add a charge at the head of each body in *node*. Return the number of its nodes and characters."""
    problem = "it is nested too deeply" if depth > TEMPLATE_DEPTH else _problem(node)
    if problem:
        problems.append((problem, node.lineno))
        return 0, 0
    steps, characters = 1, len(node.data) if isinstance(node, nodes.TemplateData) else 0
    for child in node.iter_child_nodes():
        child_steps, child_characters = _charge(child, depth + 1, problems)
        steps, characters = steps + child_steps, characters + child_characters
    if isinstance(node, nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block):
        cost = max(steps, _LEAST_STEPS) + (_TEMPLATE_STEPS if isinstance(node, nodes.Template) else 0)
        node.body.insert(0, nodes.ExprStmt(nodes.Const((cost, characters)), lineno=node.lineno))
    if isinstance(node, nodes.For) and node.test is not None:
        node.test = nodes.And(nodes.EnvironmentAttribute("charged_iteration"), node.test)
    return steps, characters


def _problem(node: nodes.Node) -> str:
    """Return why *node* itself is not allowed, or ``""``."""
    if type(node) not in _ALLOWED:
        return f"'{type(node).__name__.lower()}' cannot be used in drafter's templates"
    if isinstance(node, nodes.For) and node.recursive:
        return "'recursive' cannot be used in drafter's templates"
    if isinstance(node, nodes.Name) and node.name in ("varargs", "kwargs"):
        return f"'{node.name}' cannot be used in drafter's templates"
    if isinstance(node, nodes.Call | nodes.Filter | nodes.Test) and (node.dyn_args or node.dyn_kwargs):
        return "a call cannot have '*' or '**'"
    if isinstance(node, nodes.Compare) and len(node.ops) > 1:
        return "only two values can be compared at a time; put 'and' between two comparisons"
    return ""


class ChargingGenerator(CodeGenerator):
    """Jinja's code generator, which also passes each value that may be large through the environment."""

    def visit_ExprStmt(self, node: nodes.ExprStmt, _: Frame) -> None:  # noqa: N802 - Jinja's names
        """Charge a body. Templates have no other expression statements."""
        if isinstance(node.node, nodes.Const):
            steps, characters = node.node.value
            self.writeline(f"environment.charge({steps}, {characters})", node)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Charge the characters that ``~`` joins, before it joins them."""
        self.write("environment.concatenate((")
        for operand in node.nodes:
            self.visit(operand, frame)
            self.write(", ")
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        """Charge both operands of a comparison."""
        [operand] = node.ops
        self.write("(")
        self._pass_through("charged_operand", node.expr, frame)
        self.write(f" {operators[operand.op]} ")
        self._pass_through("charged_value", operand.expr, frame)
        self.write(")")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Charge the value that a slice is taken from."""
        if isinstance(node.arg, nodes.Slice):
            self._pass_through("charged_value", node.node, frame)
            self.write("[")
            self.visit(node.arg, frame)
            self.write("]")
        else:
            super().visit_Getitem(node, frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Charge the items of a list."""
        self.write("[")
        self._items(node.items, frame)
        self.write("]")

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """Charge the items of a tuple, but not the names on the left of an assignment."""
        if node.ctx != "load":
            super().visit_Tuple(node, frame)
            return
        self.write("(")
        self._items(node.items, frame)
        self.write(")")

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Charge the keys and values of a dictionary."""
        self.write("{")
        for pair in node.items:
            self._pass_through("charged_operand", pair.key, frame)
            self.write(": ")
            self._items([pair.value], frame)
        self.write("}")

    def _items(self, items: Iterable[nodes.Expr], frame: Frame) -> None:
        for item in items:
            if isinstance(item, _LITERALS):
                self.visit(item, frame)
            else:
                self._pass_through("charged_item", item, frame)
            self.write(", ")

    def _pass_through(self, method: str, value: nodes.Node, frame: Frame) -> None:
        """Write a call of the environment's *method* with *value*; constants are written without the call."""
        if isinstance(value, nodes.Const):
            self.visit(value, frame)
            return
        self.write(f"environment.{method}(")
        self.visit(value, frame)
        self.write(")")
