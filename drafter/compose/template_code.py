"""From the parsed template to Python: what a template may be made of, and where its work is charged."""

from typing import Any

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
"""Each of these takes time in proportion to its operands, and those are charged."""

_LITERALS = (nodes.Const, nodes.List, nodes.Tuple, nodes.Dict)
_LEAST, _TEMPLATE = 10, 300
"""What a run through a loop, and the start of another template, cost at least, in steps."""


def prepare(tree: nodes.Template) -> tuple[str, int]:
    """Put into *tree* what charges its loops, macros and blocks.

    Return what it has and a template may not have, with the line; ``("", 0)`` for nothing.
    """
    wrong: list[tuple[str, int]] = []
    _charge(tree, 1, wrong)
    return min(wrong, key=lambda one: one[1], default=("", 0))


def _charge(node: nodes.Node, depth: int, wrong: list[tuple[str, int]]) -> tuple[int, int]:
    """Return how many nodes and letters *node* has, with a charge put at the head of each body in it."""
    problem = "it is nested too deeply" if depth > TEMPLATE_DEPTH else _problem(node)
    if problem:
        wrong.append((problem, node.lineno))
        return 0, 0
    steps, letters = 1, len(node.data) if isinstance(node, nodes.TemplateData) else 0
    for child in node.iter_child_nodes():
        more_steps, more_letters = _charge(child, depth + 1, wrong)
        steps, letters = steps + more_steps, letters + more_letters
    if isinstance(node, nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block):
        cost = max(steps, _LEAST) + (_TEMPLATE if isinstance(node, nodes.Template) else 0)
        node.body.insert(0, nodes.ExprStmt(nodes.Const((cost, letters)), lineno=node.lineno))
    if isinstance(node, nodes.For) and node.test is not None:
        node.test = nodes.And(nodes.EnvironmentAttribute("run"), node.test)
    return steps, letters


def _problem(node: nodes.Node) -> str:
    """Return what is wrong with *node* itself, or ``""``."""
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
    """Jinja's code generator, with a call of the environment around each value that may be large."""

    def visit_ExprStmt(self, node: nodes.ExprStmt, _: Frame) -> None:  # noqa: N802 - Jinja's names
        """Charge a body; no other such statement gets here."""
        if isinstance(node.node, nodes.Const):
            steps, letters = node.node.value
            self.writeline(f"environment.charge({steps}, {letters})", node)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Charge the letters of what ``~`` puts together, before it does."""
        self.write("environment.put_together((")
        for each in node.nodes:
            self.visit(each, frame)
            self.write(", ")
        self.write("))")

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        """Charge what is compared."""
        [operand] = node.ops
        self.write("(")
        self._around("compared", node.expr, frame)
        self.write(f" {operators[operand.op]} ")
        self._around("counted", operand.expr, frame)
        self.write(")")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Charge what a part is cut from."""
        if isinstance(node.arg, nodes.Slice):
            self._around("counted", node.node, frame)
            self.write("[")
            self.visit(node.arg, frame)
            self.write("]")
        else:
            super().visit_Getitem(node, frame)

    def visit_List(self, node: nodes.List, frame: Frame) -> None:  # noqa: N802
        """Charge what goes into a list."""
        self.write("[")
        self._items(node.items, frame)
        self.write("]")

    def visit_Tuple(self, node: nodes.Tuple, frame: Frame) -> None:  # noqa: N802
        """Charge what goes into a tuple; the names on the left of an assignment are one too."""
        if node.ctx != "load":
            super().visit_Tuple(node, frame)
            return
        self.write("(")
        self._items(node.items, frame)
        self.write(")")

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Charge what goes into a dictionary."""
        self.write("{")
        for pair in node.items:
            self._around("compared", pair.key, frame)
            self.write(": ")
            self._items([pair.value], frame)
        self.write("}")

    def _items(self, items: list[Any], frame: Frame) -> None:
        for item in items:
            if isinstance(item, _LITERALS):
                self.visit(item, frame)
            else:
                self._around("item", item, frame)
            self.write(", ")

    def _around(self, method: str, value: nodes.Node, frame: Frame) -> None:
        """Write *value*, in a call of that *method* of the environment where it is not written out."""
        if isinstance(value, nodes.Const):
            self.visit(value, frame)
            return
        self.write(f"environment.{method}(")
        self.visit(value, frame)
        self.write(")")
