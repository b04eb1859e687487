"""Regular expressions that are compiled on first use.

Compiling all of them takes 20 milliseconds, and most commands need only a few.
"""

import re
from typing import AnyStr, Generic, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "pattern", "search", "split", "sub", "subn")


class _Pattern(Generic[AnyStr]):
    """A pattern that is compiled when one of its methods is first used."""

    __slots__ = ("_text_and_flags", *_METHODS)
    _text_and_flags: tuple[AnyStr, re.RegexFlag]

    def __init__(self, text: AnyStr, flags: re.RegexFlag) -> None:
        self._text_and_flags = text, flags

    def __getattr__(self, name: str) -> object:
        # Called only while a slot is empty: after the first use, the methods are attributes of the instance.
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(*self._text_and_flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def pattern(text: AnyStr, flags: re.RegexFlag = re.NOFLAG) -> re.Pattern[AnyStr]:
    """Return the regular expression *text*, compiled on first use.

    Functions such as ``re.sub`` do not accept it. An error in *text* is also raised on first use only.
    """
    return cast(re.Pattern[AnyStr], _Pattern(text, flags))
