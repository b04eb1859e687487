"""An authority is cited as the United Nations cites it: in a document, and where a clause is shown."""

import re

import pytest

from drafter.compose.notes import Notes
from drafter.language.english import ENGLISH
from drafter.markup.count import plain_text
from drafter.model.citations import citation, full_title
from drafter.model.vocabulary import Authority
from tests.support.script import LIBRARY


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("iccpr", "International Covenant on Civil and Political Rights"),
        (
            "udhr",
            "Universal Declaration of Human Rights (General Assembly resolution 217 A (III), 1948)",
        ),
        (
            "cescr-gc14",
            "Committee on Economic, Social and Cultural Rights, general comment No. 14 (2000) on the right "
            "to the highest attainable standard of health (E/C.12/2000/4)",
        ),
        (
            "a-res-73-192",
            "General Assembly resolution 73/192, “International cooperation to address and counter the world "
            "drug problem” (2018)",
        ),
        (
            "hrc-60-26",
            "Human Rights Council resolution 60/26, “The human rights implications of drug policy” (2025)",
        ),
        (
            "cnd-overdose-2024",
            "Commission on Narcotic Drugs resolution 67/4 on preventing and responding to drug overdose "
            "(2024)",
        ),
        (
            "a-hrc-10-44",
            "Report of the Special Rapporteur on torture and other cruel, inhuman or degrading treatment or "
            "punishment (A/HRC/10/44, 2009)",
        ),
        (
            "co-ccpr-rus-7",
            "Human Rights Committee, concluding observations on the seventh periodic report of the Russian "
            "Federation (CCPR/C/RUS/CO/7, 2015)",
        ),
    ],
)
def test_an_authority_is_cited_in_the_form_of_the_united_nations(name: str, printed: str) -> None:
    assert full_title(LIBRARY.authorities[name], ENGLISH) == printed


@pytest.mark.parametrize("name", LIBRARY.authorities)
def test_no_authority_names_its_body_or_its_year_twice_or_a_draft(name: str) -> None:
    authority = LIBRARY.authorities[name]
    printed = full_title(authority, ENGLISH)
    if authority.kind != "resolution":
        assert printed.casefold().count((authority.body or "no body").casefold()) <= 1, printed
        assert printed.count("Special Rapporteur") <= 1, printed
    assert "/L." not in printed, printed
    assert not authority.year or printed.count(f"({authority.year})") <= 1, printed
    assert not re.search(r"\(\s*\)|, ,|  ", printed), printed


def test_every_general_comment_is_named_with_its_number_and_year() -> None:
    form = re.compile(r"general (?:comment|recommendation) No\. \d+ \((\d{4})\) on ")
    comments = [each for each in LIBRARY.authorities.values() if "No. " in each.short and each.treaty]
    assert len(comments) > 30
    for authority in comments:
        match = form.match(authority.title)
        assert match is not None, authority.title
        assert match[1] == authority.year, authority.title


def test_a_text_with_neither_body_nor_year_is_its_title_and_symbol() -> None:
    bare = Authority(title="Rules", short="Rules", kind="standard", symbol="X/1")
    assert full_title(bare, ENGLISH) == "Rules (X/1)"
    assert full_title(bare.model_copy(update={"symbol": ""}), ENGLISH) == "Rules"


@pytest.mark.parametrize("key", ["cescr-gc14:8", "cnd-55-7:1", "mandela-rules:24", "iccpr:9"])
def test_a_clause_is_shown_with_the_words_of_the_first_note(key: str) -> None:
    notes = Notes(LIBRARY.authorities, {}, {}, (), ENGLISH)
    notes.add(key)
    assert plain_text(notes.texts[0]) == f"{citation(key, LIBRARY.authorities, ENGLISH)}."


VOTE = re.compile(r"by \d+ votes to (?:\d+|none)(?:, with (?:\d+|no) abstentions?)?")
VOTES = {each.id: VOTE.findall(" ".join(" ".join(each.texts).split())) for each in LIBRARY.all_clauses()[0]}


@pytest.mark.parametrize("name", [name for name, votes in VOTES.items() if votes])
def test_a_clause_gives_a_vote_with_its_abstentions_as_its_authority_does(name: str) -> None:
    cited = [LIBRARY.authorities[key.split(":")[0]] for key in LIBRARY.clause(name).head.authorities]
    recorded = {vote for each in cited for vote in VOTE.findall(f"{each.adoption} {each.caution}")}
    assert [vote for vote in VOTES[name] if "abstention" not in vote] == []
    assert set(VOTES[name]) <= recorded
