"""Scripts other than Latin: their runs need a language, a font and, in part, a direction of their own."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, NamedTuple

from drafter.frozen import frozen
from drafter.model.blocks import Inline, Text
from drafter.patterns import pattern

ScriptKind = Literal["right-to-left", "complex", "east-asian", "alphabetic"]
"""How Word treats a script: it takes font and language of each kind from other properties of a run."""


class RunScript(NamedTuple):
    """What a run needs because of its script and its language."""

    kind: ScriptKind = "alphabetic"
    language: str = ""
    """As Word wants it, ``fr-FR``; empty for the language of the document."""
    font: str = ""
    """Empty if the font of the style has its letters."""


@frozen
class Script:
    """A script, with the properties of a run that has it."""

    kind: ScriptKind
    language: str
    """The likeliest language of a text in it."""
    font: str
    """A font that Word brings for it; empty if the fonts for Latin usually have it as well."""
    letters: str
    """Its characters, for a class in a regular expression."""
    others: tuple[tuple[str, str], ...] = ()
    """Other languages, each with letters that only it has among the languages of this script; a class too."""
    codes: str = ""
    """The ISO codes of all languages that are written in it."""


_SCRIPTS: dict[str, Script] = {
    "arabic": Script(
        "right-to-left",
        "ar-SA",
        "",
        "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
        (("ps-AF", "ټډړښڼې"), ("ur-PK", "ٹڈڑںےہ"), ("ckb-IQ", "ڕڵۆێ"), ("fa-IR", "پچژگ")),
        "ar fa ps ur ckb ku sd ug az pa prs",
    ),
    "hebrew": Script("right-to-left", "he-IL", "", "\u0590-\u05ff\ufb1d-\ufb4f", codes="he yi"),
    "other_rtl": Script(
        "right-to-left", "ar-SA", "", "\u0700-\u074f\u0780-\u089f\U00010800-\U00010fff\U0001e800-\U0001efff"
    ),
    "devanagari": Script(
        "complex", "hi-IN", "Nirmala UI", "\u0900-\u097f\ua8e0-\ua8ff", codes="hi mr ne sa kok mai"
    ),
    "bengali": Script("complex", "bn-BD", "Nirmala UI", "\u0980-\u09ff", (("as-IN", "ৰৱ"),), "bn as"),
    "gurmukhi": Script("complex", "pa-IN", "Nirmala UI", "\u0a00-\u0a7f", codes="pa"),
    "gujarati": Script("complex", "gu-IN", "Nirmala UI", "\u0a80-\u0aff", codes="gu"),
    "odia": Script("complex", "or-IN", "Nirmala UI", "\u0b00-\u0b7f", codes="or"),
    "tamil": Script("complex", "ta-IN", "Nirmala UI", "\u0b80-\u0bff", codes="ta"),
    "telugu": Script("complex", "te-IN", "Nirmala UI", "\u0c00-\u0c7f", codes="te"),
    "kannada": Script("complex", "kn-IN", "Nirmala UI", "\u0c80-\u0cff", codes="kn"),
    "malayalam": Script("complex", "ml-IN", "Nirmala UI", "\u0d00-\u0d7f", codes="ml"),
    "sinhala": Script("complex", "si-LK", "Nirmala UI", "\u0d80-\u0dff", codes="si"),
    "thai": Script("complex", "th-TH", "Leelawadee UI", "\u0e00-\u0e7f", codes="th"),
    "lao": Script("complex", "lo-LA", "Leelawadee UI", "\u0e80-\u0eff", codes="lo"),
    "tibetan": Script("complex", "bo-CN", "Microsoft Himalaya", "\u0f00-\u0fff", codes="bo dz"),
    "burmese": Script("complex", "my-MM", "Myanmar Text", "\u1000-\u109f\uaa60-\uaa7f", codes="my shn"),
    "khmer": Script("complex", "km-KH", "Leelawadee UI", "\u1780-\u17ff\u19e0-\u19ff", codes="km"),
    "cyrillic": Script(
        "alphabetic",
        "ru-RU",
        "",
        "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
        (
            ("kk-KZ", "әқңұһӘҚҢҰҺ"),
            ("tg-TJ", "ҷӣӯҶӢӮ"),
            ("mk-MK", "ѓќѕЃЌЅ"),
            ("sr-Cyrl-RS", "ђћџљњјЂЋЏЉЊЈ"),
            ("be-BY", "ўЎ"),
            ("uk-UA", "їєґЇЄҐ"),
        ),
        "ru uk be bg sr mk kk ky tg mn uz tt ba ce",
    ),
    "greek": Script("alphabetic", "el-GR", "", "\u0370-\u03ff\u1f00-\u1fff", codes="el"),
    "armenian": Script("alphabetic", "hy-AM", "Sylfaen", "\u0530-\u058f", codes="hy"),
    "georgian": Script(
        "alphabetic", "ka-GE", "Sylfaen", "\u10a0-\u10ff\u1c90-\u1cbf\u2d00-\u2d2f", codes="ka"
    ),
    "ethiopic": Script("alphabetic", "am-ET", "Ebrima", "\u1200-\u139f\u2d80-\u2ddf", codes="am ti"),
    "east_asian": Script(
        "east-asian",
        "zh-CN",
        "SimSun",
        "\u1100-\u11ff\u2e80-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
        "\uff01-\uff9f\U00020000-\U0003ffff",
        (
            ("ja-JP", "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"),
            ("ko-KR", "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af"),
            ("zh-TW", "國關禁個這會對臺灣學實"),
        ),
        "zh ja ko yue",
    ),
}
_BETWEEN = r"\s\d.,;:!?()\"'«»“”‘’/–—-"
"""What may be between two words in the same script and then belongs to them."""
_RUN = pattern(
    "|".join(
        f"(?P<{name}>[{script.letters}](?:[{script.letters}{_BETWEEN}]*[{script.letters}])?)"
        for name, script in _SCRIPTS.items()
    )
)
_OTHER_CODES = frozenset(code for script in _SCRIPTS.values() for code in script.codes.split())
_STRONG_LEFT = pattern(r"[^\W\d_]")
_EAST_ASIAN_FONTS = {"ja-JP": "MS Mincho", "ko-KR": "Malgun Gothic", "zh-TW": "PMingLiU"}
_LATIN = (
    "en-GB fr-FR es-ES pt-PT de-DE it-IT nl-NL sv-SE da-DK nb-NO fi-FI pl-PL cs-CZ sk-SK hu-HU ro-RO hr-HR "
    "bs-Latn-BA sq-AL tr-TR id-ID ms-MY fil-PH vi-VN sw-KE et-EE lv-LV lt-LT sl-SI"
)
_NAMES = (
    *_LATIN.split(),
    *("ne-NP", "mr-IN", "bg-BG", "ky-KG", "mn-MN"),
    *(
        name
        for script in _SCRIPTS.values()
        for name in (script.language, *(name for name, _ in script.others))
    ),
)
_REGIONS = {name.partition("-")[0]: name for name in reversed(_NAMES)}
"""The region that Word wants after a language code."""


@frozen
class Piece:
    """A part of a text in one script; ``None`` for Latin and for whatever needs no script."""

    text: str
    script: Script | None = None
    language: str = ""
    """As Word wants it, ``fr-FR``; empty for the language of the document."""

    @property
    def needs(self) -> RunScript:
        """What its run needs."""
        if self.script is None:
            return RunScript("alphabetic", self.language)
        font = _EAST_ASIAN_FONTS.get(self.language, self.script.font)
        return RunScript(self.script.kind, self.language, font)


def pieces_of(text: str, language: str = "") -> Iterator[Piece]:
    """Yield the parts of *text* in one script each; *language* is the ISO code of its language, if known."""
    in_latin = "" if language.partition("-")[0] in _OTHER_CODES else with_region(language)
    if text.isascii():
        yield Piece(text, None, in_latin)
        return
    start = 0
    for match in _RUN.finditer(text):
        if match.start() > start:
            yield Piece(text[start : match.start()], None, in_latin)
        script = _SCRIPTS[match.lastgroup or ""]
        yield Piece(match[0], script, _language(script, match[0], language))
        start = match.end()
    if start < len(text):
        yield Piece(text[start:], None, in_latin)


def _language(script: Script, text: str, language: str) -> str:
    """Return the language of *text* in *script*: the known one if it is written so, else the likeliest."""
    if language.partition("-")[0] in script.codes.split():
        return with_region(language)
    return next((name for name, letters in script.others if re.search(f"[{letters}]", text)), script.language)


@cache
def with_region(language: str) -> str:
    """Return the code of a *language* with a region: ``fr-FR`` for ``fr``."""
    return _REGIONS.get(language.lower(), language)


def is_right_to_left(inlines: Iterable[Inline]) -> bool:
    """Return whether a paragraph of *inlines* runs from right to left, without any other letters."""
    has_letters = False
    for inline in inlines:
        if not isinstance(inline, Text):
            continue
        for piece in pieces_of(inline.text):
            if piece.script is not None and piece.script.kind == "right-to-left":
                has_letters = True
            elif _STRONG_LEFT.search(piece.text):
                return False
    return has_letters
