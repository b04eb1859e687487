"""Citations in a form that the United Nations does not use."""

import pytest

from drafter.language.citation_slips import citation_slips
from drafter.language.english import ENGLISH


@pytest.mark.parametrize(
    ("text", "slip", "better"),
    [
        ("See CAT/C/RUR/CO/3, para. 25-26.", "para. 25-26", "paras. 25–26"),
        ("It violates article 9 and 14 of the Covenant.", "article 9 and 14", "articles 9 and 14"),
        ("Article 9 and 14 apply.", "Article 9 and 14", "Articles 9 and 14"),
        ("We rely on art. 2, 6 and 26 of the Covenant.", "art. 2, 6 and 26", "arts. 2, 6 and 26"),
        ("See paras. 5 of the report.", "paras. 5", "para. 5"),
        ("Under Art. 9 of the Covenant this is unlawful.", "Art. 9", "article 9"),
        ("The Covenant (Art. 9) forbids it.", "Art. 9", "art. 9"),
        ("The report A / HRC / 44 / 22 says so.", "A / HRC / 44 / 22", "A/HRC/44/22"),
        ("See CCPR/C /GC/36, too.", "CCPR/C /GC/36", "CCPR/C/GC/36"),
    ],
)
def test_a_slip(text: str, slip: str, better: str) -> None:
    (hit,) = citation_slips(text, ENGLISH)
    assert (hit.text, hit.better) == (slip, better)
    assert text[hit.start :].startswith(slip)


@pytest.mark.parametrize(
    "text",
    [
        "See paras. 25–26, paras. 17-18 and para. 3.",
        "Article 6, paragraph 2, and article 14, paragraph 5, apply.",
        "Article 12 (1) and (2) of the Covenant applies.",
        "The complaint was filed under article 9 and 14 days after the arrest it was rejected.",
        "In para. 12 and 3 of its 5 annexes the report differs.",
        "Art. 9 begins the sentence.",
        "Its reports A/HRC/44/22 and CCPR/C/GC/36 say so, and NGO / CSO networks agree.",
        "The form says “para. 25-26”.",
        "Sections 8 to 11 of the Act differ.",
    ],
)
def test_no_slip(text: str) -> None:
    assert citation_slips(text, ENGLISH) == ()
