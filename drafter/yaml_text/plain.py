"""Whether a text can be written in YAML without quotation marks."""

import io

import yaml
from yaml.emitter import Emitter

from drafter.patterns import pattern
from drafter.yaml_text.reader import RESOLVERS

_NUMBER = pattern(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+")
"""A number by the core schema of YAML 1.2, as other programs read it."""


def is_plain_text(value: str, *, flow: bool) -> bool:
    """Return whether *value* reads as this text without quotation marks, to drafter and to other programs.

    With *flow* it is between brackets. The check takes time for each letter: it is meant for short texts.
    """
    if not value or not value.isprintable() or _NUMBER.fullmatch(value):
        return False
    for resolvers in (RESOLVERS, yaml.SafeLoader.yaml_implicit_resolvers):
        if any(pattern.match(value) for _, pattern in resolvers.get(value[0], [])):
            return False
    analysis = Emitter(io.StringIO(), allow_unicode=True).analyze_scalar(value)
    return bool(analysis.allow_flow_plain if flow else analysis.allow_block_plain)
