"""Real names that come back in a Word file: they go into the private file, and nowhere else."""

from collections.abc import Mapping, Sequence

from drafter.drafting.merging.context import MergeContext
from drafter.drafting.merging.lines import Line
from drafter.drafting.merging.plans import Plan
from drafter.drafting.merging.segments import Segment
from drafter.drafting.merging.steps import Insertion, Removal, Step, private_name
from drafter.frozen import frozen, replaced
from drafter.model.answers import Gone
from drafter.model.blocks import Inline, Text
from drafter.model.node import Node
from drafter.privacy.hidden_names import HIDDEN_TEXT, has_private_detail
from drafter.privacy.leak_search import leaking_cases
from drafter.privacy.private_file import NAME, Secrets


@frozen
class People:
    """The people of the answers: what is private of each, and the name under which each is printed."""

    secrets: Secrets
    pseudonyms: Mapping[str, str]
    """By the key of the case."""

    def hidden(self, segments: Sequence[Segment]) -> int:
        """Put the pseudonym in place of each real name that was typed, and return how many there were.

        A name that drafter printed stays: it comes from the private file.
        """
        count = 0
        for segment in segments:
            for index, (old, new) in enumerate(segment.pairs):
                if new is not None:
                    line, hidden = self._hidden(new, "" if old is None else old.text)
                    segment.pairs[index] = (old, line)
                    count += hidden
            for index, new in enumerate(segment.added_after):
                segment.added_after[index], hidden = self._hidden(new, "")
                count += hidden
        return count

    def _hidden(self, line: Line, printed: str) -> tuple[Line, int]:
        count = 0
        for key, secrets in self.secrets.items():
            name = secrets.get(NAME, "").strip()
            typed = line.text.count(name) - printed.count(name) if name else 0
            if typed > 0:
                pseudonym = self.pseudonyms.get(key) or "…"
                inlines = _replaced(line.inlines, name, pseudonym, keep=printed.count(name))
                line = replaced(line, block=replaced(line.block, inlines=inlines))
                count += typed
        return line, count

    def shown(self, text: str) -> str:
        """Return *text* for the screen: with pseudonyms, and not at all if it has another private detail."""
        for key, secrets in self.secrets.items():
            if name := secrets.get(NAME, "").strip():
                text = text.replace(name, self.pseudonyms.get(key) or "…")
        return HIDDEN_TEXT if has_private_detail(text, self.secrets, self._harmless) else text

    @property
    def _harmless(self) -> str:
        return " ".join(self.pseudonyms.values())

    def reveals(self, plan: Plan) -> bool:
        """Return whether *plan* would put a private detail of a person into the answers file."""
        return any(
            any(leaking_cases(text, self.secrets, frozenset())) for step in plan for text in _texts_of(step)
        )

    def in_place(self, plan: Plan, context: MergeContext) -> Plan:
        """Return *plan* with a changed real name as a change of the private file."""
        return tuple(self._in_place(step, context) for step in plan)

    def _in_place(self, step: Step, context: MergeContext) -> Step:
        if isinstance(step, Insertion | Removal):
            return step
        path, value = step
        pseudonym = context.value(path)
        key = next((key for key in context.real_names if self.pseudonyms.get(key) == pseudonym), "")
        if path[:1] != ("details",) or not key or not isinstance(value, str):
            return step
        # Where a document asks who is concerned, it prints the real name with the pseudonym.
        form = context.language.labels.name_and_pseudonym.format(name="\0", pseudonym=pseudonym)
        before, _, after = form.partition("\0")
        if not value.startswith(before) or not value.endswith(after):
            return step
        return private_name(key), value.removeprefix(before).removesuffix(after).strip()


def changed_name(plan: Plan) -> str:
    """Return the key of the case whose real name *plan* changes, ``""`` if it changes none."""
    paths = (step[0] for step in plan if not isinstance(step, Insertion | Removal))
    return next((str(path[2]) for path in paths if path[:2] == ("private", "cases")), "")


def _replaced(inlines: Sequence[Inline], name: str, pseudonym: str, *, keep: int) -> tuple[Inline, ...]:
    """Return *inlines* with *pseudonym* in place of each *name* but the first ones, of which *keep* stay."""
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, Text) and name in inline.text:
            before, *others = inline.text.split(name)
            for other in others:
                before += (name if keep > 0 else pseudonym) + other
                keep -= 1
            result.append(replaced(inline, text=before))
        else:
            result.append(inline)
    return tuple(result)


def _texts_of(step: Step) -> list[str]:
    match step:
        case Insertion(value=value):
            return _texts_in(value)
        case Removal():
            return []
        case (path, value):
            return [] if isinstance(value, Gone) or path[0] == "private" else _texts_in(value)


def _texts_in(value: Node) -> list[str]:
    match value:
        case str():
            return [value]
        case Mapping():
            return [text for inner in value.values() for text in _texts_in(inner)]
        case list() | tuple():
            return [text for inner in value for text in _texts_in(inner)]
        case _:
            return []
