"""The level of a remark on a broken rule, by the confidence in that rule; and where the rule was read."""

from collections.abc import Mapping

from drafter.model.mechanism import Confidence, Rule, RuleSource
from drafter.model.remark import Level as Level

LEVEL_BY_CONFIDENCE: dict[Confidence, Level] = {
    "high": "error",
    "medium": "warning",
    "low": "note",
    "unknown": "note",
}
"""Only a rule of high confidence stops a final build. For a doubtful one, the author is asked to check it."""


def rule_origin(rule: Rule, sources: Mapping[str, RuleSource]) -> str:
    """Return where *rule* was read, with the date, as a sentence; or that nobody has confirmed it."""
    source = sources.get(rule.source)
    if source is None:
        return "" if rule.confidence == "high" else "This rule is not confirmed: check the current notice."
    parts = ", ".join(part for part in (source.title, rule.date or source.date) if part)
    doubt = "" if rule.confidence == "high" else " Check the current notice."
    return f"Source: {parts}.{doubt}"
