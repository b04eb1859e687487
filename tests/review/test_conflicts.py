"""Conflicts between positions and clauses: the interview shows them, and the grave ones stop a build.

Conflicts are data. This module repeats their ids, the pairs that only look like a conflict and the ids that
stop a build, so that none can vanish from the data unnoticed.
"""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from drafter.cli import DONE, FAULT, main
from drafter.interview.flow import questions
from drafter.interview.messages import notices
from drafter.library.eligibility import fits_position, offered_clauses, refused_positions
from drafter.library.folders import read_text, topmost_file
from drafter.model.clause import Clause, ClauseHead
from drafter.model.vocabulary import Conflict
from drafter.review.conflicts import ConflictHit, find_conflicts
from tests.support.script import LIBRARY
from tests.support.trees import working

IDS = [
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "C10", "C11",
    "C12", "C13", "C14", "C15", "C16", "C17", "C18", "C19", "C20", "C21", "C22",
]  # fmt: skip
BLOCKS = ["C1", "C2", "C4", "C13"]
"""The conflicts that stop a build."""
WITHOUT_CLAUSES: set[str] = set()
"""Conflicts that no two clauses of the library cause."""

FALSE_FRIENDS = [
    (["run-2023:R26"], ["ipo-2024:R4", "ppf-2019:R1", "ppf-2019:V1"]),
    (["run-2023:F9", "run-2023:V2"], ["idpc:R16"]),
    (["run-2023:R10"], ["ppf-2019:R6", "ppf-2019:V5", "ipo-2024:R2"]),
    (["run-2023:R8"], ["idpc:R2", "idpc:R6", "idpc:R7", "inpud-2021:V6"]),
    (["run-2023:R3"], ["ppf-2019:R14", "ppf-2019:F11"]),
    (["run-2023:R14"], ["ipo-2024:R1"]),
    (["ppf-2019:V3", "ppf-2019:R4"], ["run-2023:R27"]),
]
"""Pairs that look like a conflict but are not."""

CONFLICTS = {conflict.id: conflict for conflict in LIBRARY.themes.conflicts}
CLAUSES = {clause.id: clause for clause in LIBRARY.all_clauses()[0]}


def conflict_by_id(name: str) -> Conflict:
    """Return the conflict with this id."""
    assert name in CONFLICTS, f"{name} is gone from themes.yaml"
    return CONFLICTS[name]


def tiny(name: str, number: int) -> Clause:
    """Return a minimal clause for *name*: a source item, ``position:KEY`` or the id of the clause itself."""
    kind, _, rest = name.partition(":")
    position = rest if kind == "position" else "neutral"
    sources = (name,) if rest and kind != "position" else ()
    head = ClauseHead(
        title=f"Tiny {number}", kind="concern", themes=("data",), position=position, sources=sources
    )
    return Clause(id=f"data/tiny-{number}" if rest else name, head=head, text="It is so.")


def hits(chosen: Sequence[Clause], stand_for: Sequence[str] = ()) -> tuple[ConflictHit, ...]:
    """Return the conflicts of the library among the *chosen* clauses and the positions *stand_for*."""
    return find_conflicts(LIBRARY.themes.conflicts, stand_for, chosen)


def ids(chosen: Sequence[Clause], stand_for: Sequence[str] = ()) -> set[str]:
    """Return the ids of the conflicts among *chosen*."""
    return {hit.conflict.id for hit in hits(chosen, stand_for)}


def pairs(conflict: Conflict) -> Iterator[tuple[str, str]]:
    """Yield every pair of a name on one side and a name on the other."""
    yield from product(*conflict.sides)


def on_side(side: Sequence[str]) -> list[Clause]:
    """Return the clauses of the library on this side of a conflict."""
    names = set(side)
    return [
        clause
        for clause in CLAUSES.values()
        if names & {clause.id, f"position:{clause.head.position}", *clause.head.sources}
    ]


def near_side(side: Sequence[str]) -> list[Clause]:
    """Return the clauses on this side and those that only touch on its items."""
    names = set(side)
    touching = [clause for clause in CLAUSES.values() if names & set(clause.head.touches)]
    return list({clause.id: clause for clause in (*on_side(side), *touching)}.values())


def real_pairs(conflict: Conflict) -> list[tuple[Clause, Clause]]:
    """Return the pairs of clauses in *conflict*, without those on both sides or that resolve it."""
    first, second = (on_side(side) for side in conflict.sides)
    excluded = [clause.id for clause in first if clause in second] + list(conflict.resolved_by)
    return [pair for pair in product(first, second) if not {pair[0].id, pair[1].id} & set(excluded)]


# ---- the 22 pairs ----


def test_the_conflicts_are_these_twenty_two() -> None:
    assert [conflict.id for conflict in LIBRARY.themes.conflicts] == IDS
    assert len(IDS) == 22


def test_these_four_stop_a_build() -> None:
    blocking = [conflict.id for conflict in LIBRARY.themes.conflicts if conflict.severity == "block"]
    assert blocking == BLOCKS


@pytest.mark.parametrize("name", IDS)
def test_each_pair_of_the_two_sides_is_found_in_any_order(name: str) -> None:
    conflict = conflict_by_id(name)
    missed = [
        (first, second)
        for first, second in pairs(conflict)
        for chosen in ([tiny(first, 1), tiny(second, 2)], [tiny(second, 2), tiny(first, 1)])
        if name not in ids(chosen)
    ]
    assert missed == []


@pytest.mark.parametrize("name", IDS)
def test_a_hit_names_what_is_on_each_side(name: str) -> None:
    conflict = conflict_by_id(name)
    chosen = [tiny(conflict.sides[0][0], 1), tiny(conflict.sides[1][0], 2)]
    [hit] = [hit for hit in hits(chosen) if hit.conflict.id == name]
    assert (hit.first, hit.second) == ((chosen[0].id,), (chosen[1].id,))
    assert not hit.accepted


@pytest.mark.parametrize("name", IDS)
def test_one_side_alone_is_no_conflict(name: str) -> None:
    conflict = conflict_by_id(name)
    for side in conflict.sides:
        assert name not in ids([tiny(item, number) for number, item in enumerate(side)])


def both_sides(conflict: Conflict) -> Clause | None:
    """Return a clause that is on both sides by its id, position or sources; ``None`` if none can be."""
    for items in pairs(conflict):
        by_id = [item for item in items if ":" not in item]
        positions = [item.partition(":")[2] for item in items if item.startswith("position:")]
        if len(by_id) < 2 and len(positions) < 2:  # a clause has one id and one position
            sources = tuple(item for item in items if ":" in item and not item.startswith("position:"))
            position = positions[0] if positions else "neutral"
            head = ClauseHead(
                title="Both", kind="concern", themes=("data",), position=position, sources=sources
            )
            return Clause(id=by_id[0] if by_id else "data/both", head=head, text="It is so, and so.")
    return None


@pytest.mark.parametrize(
    ("name", "both"),
    [(conflict.id, both) for conflict in CONFLICTS.values() if (both := both_sides(conflict)) is not None],
)
def test_a_clause_on_both_sides_makes_no_conflict_with_itself(name: str, both: Clause) -> None:
    assert name not in ids([both])


@pytest.mark.parametrize("name", [name for name in IDS if name in CONFLICTS and CONFLICTS[name].resolved_by])
def test_a_clause_that_resolves_the_conflict_ends_it(name: str) -> None:
    conflict = conflict_by_id(name)
    chosen = [tiny(conflict.sides[0][0], 1), tiny(conflict.sides[1][0], 2)]
    unresolved = [
        clause_id for clause_id in conflict.resolved_by if name in ids([*chosen, CLAUSES[clause_id]])
    ]
    assert name in ids(chosen)
    assert unresolved == []


def test_some_conflicts_have_a_clause_that_ends_them() -> None:
    assert sum(bool(conflict.resolved_by) for conflict in CONFLICTS.values()) >= 15


@pytest.mark.parametrize("name", IDS)
def test_each_pair_of_real_clauses_is_found(name: str) -> None:
    candidates = real_pairs(conflict_by_id(name))
    assert bool(candidates) is (name not in WITHOUT_CLAUSES)
    assert [(a.id, b.id) for a, b in candidates if name not in ids([a, b])] == []


@pytest.mark.parametrize("held", ["first", "second"])
@pytest.mark.parametrize(
    "name",
    [
        name
        for name, conflict in CONFLICTS.items()
        if any("position:" in item for side in conflict.sides for item in side)
    ],
)
def test_a_position_of_the_submitters_counts_like_a_clause(name: str, held: str) -> None:
    conflict = conflict_by_id(name)
    held_side, other_side = conflict.sides if held == "first" else conflict.sides[::-1]
    positions = [item.partition(":")[2] for item in held_side if item.startswith("position:")]
    missed = [
        (position, item)
        for position, item in product(positions, other_side)
        if name not in ids([tiny(item, 1)], [position])
    ]
    assert missed == []


def test_two_positions_that_conflict_are_found_before_any_clause_is_chosen() -> None:
    assert ids([], ["no-legalisation", "legal-regulation"]) == {"C1"}
    assert ids([], ["no-legalisation", "decriminalisation"]) == {"C10"}
    assert ids([], ["recovery-oriented", "harm-reduction"]) == set()


@pytest.mark.parametrize("name", IDS)
def test_the_reason_and_the_resolution_are_full_sentences(name: str) -> None:
    conflict = conflict_by_id(name)
    for text in (conflict.why, conflict.resolve):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "  " not in text
        assert len(text.split()) > 6


NOTHING_TO_RESOLVE = [
    ("recovery/care-without-a-right-to-use", "prevention/accurate-information"),
    ("recovery/care-without-a-right-to-use", "participation/a-say-in-drug-policy"),
    ("participation/people-in-recovery-decide-too", "participation/who-took-part"),
    ("participation/people-in-recovery-decide-too", "participation/treaty-bodies-hear-networks"),
    ("participation/people-in-recovery-decide-too", "cities/plan-made-in-the-city"),
    ("treatment-access/ways-into-recovery", "treatment-access/opioid-agonist-treatment"),
    ("cooperation/neighbours-against-trafficking", "right-to-life/killed-in-operations"),
    ("cooperation/neighbours-against-trafficking", "torture/investigate-outside-the-service"),
    ("children/pursue-recruiters", "access-to-justice/documented-and-unanswered"),
]
"""Pairs of clauses whose texts already resolve a possible conflict: both groups, a choice, a limit."""


@pytest.mark.parametrize("pair", NOTHING_TO_RESOLVE, ids="+".join)
def test_clauses_that_resolve_a_conflict_themselves_make_none(pair: tuple[str, str]) -> None:
    assert ids([CLAUSES[name] for name in pair]) == set()


# ---- the 7 pairs that only look like a conflict ----


@pytest.mark.parametrize("pair", FALSE_FRIENDS, ids=lambda pair: pair[0][0])
def test_a_false_friend_makes_no_conflict(pair: tuple[list[str], list[str]]) -> None:
    hits_by_pair = {
        (first, second): ids([tiny(first, 1), tiny(second, 2)])
        for first, second in product(*pair)
        if ids([tiny(first, 1), tiny(second, 2)])
    }
    assert hits_by_pair == {}


@pytest.mark.parametrize("pair", FALSE_FRIENDS, ids=lambda pair: pair[0][0])
def test_real_clauses_of_a_false_friend_make_no_conflict(pair: tuple[list[str], list[str]]) -> None:
    first, second = (near_side(side) for side in pair)
    chosen = [(a, b) for a, b in product(first, second) if a != b]
    assert len(chosen) > 10
    assert [(a.id, b.id, ids([a, b])) for a, b in chosen if ids([a, b])] == []


def test_the_false_friends_are_those_in_the_data() -> None:
    file = topmost_file(LIBRARY.clause_folders, "themes.yaml")
    assert file is not None
    listed = re.findall(
        r"^# - (.+) with (.+):$", read_text(file).partition("Looks like a conflict")[2], re.MULTILINE
    )
    assert [(first.split(", "), second.split(", ")) for first, second in listed] == FALSE_FRIENDS
    assert len(FALSE_FRIENDS) == 7


# ---- a refused position is not offered ----

POSITIONS = [name for name in LIBRARY.themes.positions if name != "neutral"]


def offered_positions(refused: frozenset[str]) -> set[str]:
    """Return the positions of all clauses that the interview offers for a document, under any theme."""
    return {
        clause.head.position
        for theme in LIBRARY.themes.themes
        for clause in offered_clauses(CLAUSES.values(), theme, LIBRARY.document("upr/joint"), refused)
    }


@pytest.mark.parametrize("position", POSITIONS)
def test_no_clause_of_a_refused_position_is_offered(position: str) -> None:
    everything = set(LIBRARY.themes.positions)
    assert offered_positions(frozenset()) == everything
    assert offered_positions(frozenset({position})) == everything - {position}


@pytest.mark.parametrize(
    ("held", "not_offered"),
    [("no-legalisation", "legal-regulation"), ("legal-regulation", "no-legalisation")],
)
def test_a_position_refuses_its_contrary(held: str, not_offered: str) -> None:
    refused = refused_positions(LIBRARY.themes.positions, [held], [])
    assert refused == {not_offered}
    assert not_offered not in offered_positions(refused)
    assert held in offered_positions(refused)


@pytest.mark.parametrize("position", POSITIONS)
def test_the_interview_leaves_out_refused_positions(position: str) -> None:
    themes = [{"theme": name} for name in LIBRARY.themes.themes]
    data: dict[str, Any] = {"format": 1, "document": "upr/joint", "state": "NOR", "themes": themes}

    def shown(refused: list[str]) -> set[str]:
        return {
            LIBRARY.clause(choice.value).head.position
            for question in questions(working({**data, "refuse": refused}), LIBRARY)
            if question.path[-1] == "clauses"
            for choice in question.choices
        }

    assert position in shown([])
    assert position not in shown([position])


def test_neutral_clauses_are_offered_whatever_is_refused() -> None:
    refused = frozenset(POSITIONS)
    left = [clause for clause in CLAUSES.values() if fits_position(clause, refused)]
    assert {clause.head.position for clause in left} == {"neutral"}
    assert len(left) > 200


# ---- in the interview ----


def data_with(*clauses: str, **more: Any) -> dict[str, Any]:
    """Return the data of an answers file with these clauses."""
    sections: dict[str, list[str]] = {}
    for name in clauses:
        sections.setdefault(name.partition("/")[0], []).append(name)
    themes = [{"theme": theme, "clauses": chosen} for theme, chosen in sections.items()]
    return {"format": 1, "document": "upr/joint", "state": "NOR", "themes": themes, **more}


def asked_about(data: dict[str, Any]) -> list[str]:
    """Return the text and help of each question of the interview on a conflict that stops a build."""
    return [
        f"{question.text} {question.help}"
        for question in questions(working(data), LIBRARY)
        if question.automatic and str(question.path[-1]).startswith("conflict/")
    ]


@pytest.mark.parametrize("name", [name for name in IDS if name not in WITHOUT_CLAUSES])
def test_the_second_clause_of_a_pair_brings_the_resolution(name: str) -> None:
    conflict = conflict_by_id(name)
    first, second = real_pairs(conflict)[0]
    before, after = data_with(first.id), data_with(first.id, second.id)
    messages = [text for text in notices(working(before), working(after), LIBRARY) if conflict.why in text]
    asked = [text for text in asked_about(after) if conflict.why in text]
    [text] = [*messages, *asked]
    assert conflict.resolve in text
    assert f"“{first.head.title}”" in text
    assert f"“{second.head.title}”" in text
    # A conflict that stops a build gets a question; any other gets a message, and the interview goes on.
    assert bool(asked) is (conflict.severity == "block")


def test_a_conflict_is_shown_once_and_not_after_every_answer() -> None:
    chosen = ("privacy/information-without-a-name", "children-of-parents/ask-at-intake")
    after = data_with(*chosen)
    assert list(notices(working(after), working({**after, "state": "IRN"}), LIBRARY)) == []
    assert list(notices(working(data_with(chosen[0])), working(after), LIBRARY)) != []
    assert list(notices(working(after), working(data_with(chosen[0])), LIBRARY)) == []


def test_a_conflict_that_stops_a_build_is_a_question_until_the_author_gives_a_reason() -> None:
    after = data_with("quality-of-facilities/license-and-inspect", "compulsory-treatment/close-the-centres")
    kept = {"accept_conflicts": [{"conflict": "C13", "reason": "Each has its own part."}]}
    assert len(asked_about(after)) == 1
    assert asked_about({**after, **kept}) == []


def test_a_position_that_conflicts_with_a_chosen_clause_is_shown() -> None:
    before = data_with("regulation/license-step-by-step")
    after = {**before, "stand_for": ["no-legalisation"]}
    title = LIBRARY.clause("regulation/license-step-by-step").head.title
    assert any(conflict_by_id("C1").resolve in text for text in asked_about(after))
    assert any(
        f"“{title}” takes a position that you refuse" in text
        for text in notices(working(before), working(after), LIBRARY)
    )


# ---- in the build ----


def written(folder: Path, clauses: Sequence[str], accepted: str = "", **more: str) -> Path:
    """Write an answers file with these clauses and return its path."""
    lines = [
        "format: 1",
        "document: upr/individual",
        "state: NOR",
        *(f"{key}: {value}" for key, value in more.items()),
        "organisations:",
        "  - {name: Open Road, role: lead, what: a network, contact: {email: a@b.example}}",
        "themes:",
    ]
    for name in clauses:
        lines += [f"  - theme: {name.partition('/')[0]}", f"    clauses: [{name}]"]
    if accepted:
        lines += ["accept_conflicts:", accepted]
    file = folder / "a.yaml"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def blocking_pair(name: str) -> tuple[str, str]:
    """Return a pair of real clauses that stops a build, if possible only because of this conflict."""
    candidates = real_pairs(conflict_by_id(name))
    alone = [pair for pair in candidates if ids(pair) & set(BLOCKS) == {name}]
    first, second = (alone or candidates)[0]
    return first.id, second.id


def acceptance(names: Sequence[str]) -> str:
    """Return the lines that accept, with a reason, each conflict of these clauses that stops a build."""
    blocking = sorted(ids([CLAUSES[name] for name in names]) & set(BLOCKS))
    return "\n".join(f"  - {{conflict: {name}, reason: Each has its own part.}}" for name in blocking)


@pytest.mark.parametrize("name", BLOCKS)
def test_a_pair_that_blocks_stops_the_build_with_the_resolution(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, blocking_pair(name))
    assert main(["build", str(file)]) == FAULT
    printed = " ".join(capsys.readouterr().err.split())
    assert conflict_by_id(name).why in printed
    assert conflict_by_id(name).resolve in printed
    assert f"drafter new {file}" in printed, "the command that removes one of them or records why both stay"
    assert not file.with_suffix(".docx").exists()


def remarks_on(file: Path, capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    """Build *file* and return the code and level of each remark."""
    assert main(["build", "--json", "--force", str(file)]) == DONE
    [result] = json.loads(capsys.readouterr().out)
    return [(remark["code"], remark["level"]) for remark in result["remarks"]]


@pytest.mark.parametrize("name", BLOCKS)
def test_a_pair_that_blocks_is_a_note_once_it_is_accepted_with_a_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = blocking_pair(name)
    file = written(tmp_path, pair, acceptance(pair))
    assert (f"conflict-{name}", "note") in remarks_on(file, capsys)
    assert file.with_suffix(".docx").stat().st_size > 5000


@pytest.mark.parametrize(
    "entry",
    [
        "  - {conflict: C13, reason: ''}",
        "  - {conflict: C13, reason: '   '}",
        "  - {conflict: C13, reason: }",
        "  - {conflict: C13}",
    ],
)
def test_a_conflict_accepted_without_a_reason_is_refused(
    entry: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, blocking_pair("C13"), entry)
    assert main(["build", str(file)]) == FAULT
    printed = capsys.readouterr().err
    assert "accept_conflicts" in printed
    assert "reason" in printed
    assert not file.with_suffix(".docx").exists()


def test_accepting_another_conflict_lets_nothing_through(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, blocking_pair("C13"), "  - {conflict: C5, reason: Seen.}")
    assert main(["build", str(file)]) == FAULT
    assert conflict_by_id("C13").why in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize(
    ("name", "level"),
    [
        (name, {"warn": "warning", "note": "note"}[conflict.severity])
        for name, conflict in CONFLICTS.items()
        if conflict.severity != "block" and name not in WITHOUT_CLAUSES
    ],
)
def test_any_other_pair_has_a_remark_and_does_not_stop_the_build(
    name: str, level: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    conflict = conflict_by_id(name)
    pair = [clause.id for clause in min(real_pairs(conflict), key=lambda pair: len(ids(pair) & set(BLOCKS)))]
    file = written(tmp_path, pair, acceptance(pair))
    assert main(["build", str(file)]) == DONE
    assert conflict.resolve in " ".join(capsys.readouterr().err.split())
    assert (f"conflict-{name}", level) in remarks_on(file, capsys)


def test_a_clause_with_a_refused_position_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, ["regulation/license-step-by-step"], refuse="[legal-regulation]")
    assert main(["build", str(file), "--final"]) == FAULT
    printed = " ".join(capsys.readouterr().err.split())
    assert (
        f"It takes a position that you refuse: “{LIBRARY.themes.positions['legal-regulation'].title}”."
        in printed
    )
