"""Regular expressions that are compiled when they are used first.

All of drafter's take 20 milliseconds to compile, and most commands need only a few of them.
"""

import re
import sys
from importlib import import_module
from typing import AnyStr, Generic, cast

_COMPILE = re.compile
_METHODS = ("findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub", "subn")


class _Pattern(Generic[AnyStr]):
    """Stands for a compiled pattern; the first use of an attribute compiles it."""

    __slots__ = ("_text_and_flags", *_METHODS)
    _text_and_flags: tuple[AnyStr, re.RegexFlag]

    def __init__(self, text: AnyStr, flags: re.RegexFlag) -> None:
        self._text_and_flags = text, flags

    def __getattr__(self, name: str) -> object:
        # Only a slot that is still empty leads here: from the first use on, the methods are found directly.
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = _COMPILE(*self._text_and_flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def pattern(text: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """Return the regular expression *text*, compiled at its first use. Functions of ``re`` do not take it.

    An error in *text* shows at the first use, too.
    """
    return cast(re.Pattern[AnyStr], _Pattern(text, flags))


def import_quickly(library: str) -> None:
    """Import *library* so that the patterns in its modules are compiled at their first use, too.

    Markdown-it, Jinja and PyYAML compile patterns for what drafter has no use for, such as HTML or PyYAML's
    slower reader: together a tenth of a build. So while the library is imported, and only then, its
    ``re.compile`` is :func:`pattern`.
    """
    if library in sys.modules:
        return

    def compile_later(text: AnyStr, flags: int | re.RegexFlag = 0) -> re.Pattern[AnyStr]:
        is_text = isinstance(text, str | bytes)
        return pattern(text, re.RegexFlag(flags)) if is_text else _COMPILE(text, flags)

    re.compile = compile_later  # type: ignore[assignment]
    try:
        import_module(library)
    finally:
        re.compile = _COMPILE
