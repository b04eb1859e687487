"""Regular expressions that are compiled when they are used first.

All of drafter's take 20 milliseconds to compile, and most commands need only a few of them.
"""

import re
from typing import AnyStr, Generic, cast

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
        compiled = re.compile(*self._text_and_flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def pattern(text: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """Return the regular expression *text*, compiled at its first use. Functions of ``re`` do not take it.

    An error in *text* shows at the first use, too.
    """
    return cast(re.Pattern[AnyStr], _Pattern(text, flags))
