"""A gap, a lap behind or a DNF in the cell of a time or a place: each goes where it belongs."""

from __future__ import annotations

import pytest
from test_names import _read

from sheets_sync.cells import Value
from sheets_sync.problems import Problem
from sheets_sync.records.results import Result

MINUTE = 60_000


def _results(*names: str, **columns: list[Value]) -> tuple[list[Result], list[Problem]]:
    count = len(next(iter(columns.values())))
    drivers: list[Value] = ["Max Müller", "José Núñez-Ortiz", "Ann Lee", "Ben O'Neil"]
    tab: list[list[Value]] = [["Round", *([1] * count)], ["Driver", *drivers[:count]]]
    tab += [[name.replace("_", " "), *values] for name, values in columns.items()]
    facts, problems = _read(results=tab)
    return list(facts.results), problems


def _times(**columns: list[Value]) -> tuple[list[int | None], list[str]]:
    rows, problems = _results(**columns)
    return [row.total_time for row in rows], [str(each) for each in problems]


def test_gaps_count_from_the_winner() -> None:
    """45:00.000 and 1.234 s, 62.3 s more; a lap behind there is no time, and a lap less."""
    rows, problems = _results(
        Pos=[1, 2, 3, 4], Time=["45:00.000", "+1.234", "+1:02.3", "+1 lap"], Laps=[25, 25, 25, None]
    )
    assert problems == []
    assert [row.total_time for row in rows] == [45 * MINUTE, 2_701_234, 2_762_300, None]
    assert [row.laps for row in rows] == [25, 25, 25, 24]
    assert str(rows[1].row.cell("total_time")) == "book!results!D3"


def test_a_column_of_gaps_beside_the_time_of_the_winner() -> None:
    times = _times(Pos=[2, 1, 3], Time=[None, "45:00.000", None], Gap=["1.234", "-", "0:02.5"])
    assert times == ([2_701_234, 45 * MINUTE, 2_702_500], [])


def test_a_column_of_gaps_in_which_the_winner_has_the_time() -> None:
    assert _times(Platz=[1, 2], Rückstand=["45:00.000", "+1,5"]) == ([45 * MINUTE, 2_701_500], [])


def test_without_places_the_smallest_time_is_the_winners() -> None:
    assert _times(Zeit=["+1.000", "45:00.000", "46:00.000"]) == ([2_701_000, 45 * MINUTE, 46 * MINUTE], [])


def test_intervals_count_from_the_car_ahead() -> None:
    """45:00, 1 s behind, then 2 s behind that one; who is a lap behind has no time, nor who follows."""
    assert _times(Pos=[3, 1, 2], Time=[None, "45:00.000", None], Interval=["+2.000", "Leader", "+1.000"]) == (
        [2_703_000, 45 * MINUTE, 2_701_000],
        [],
    )
    assert _times(Pos=[1, 2, 3], Time=["45:00.000", None, None], Interval=[None, "1 lap", "+3.5"]) == (
        [45 * MINUTE, None, None],
        [],
    )


def test_a_duration_with_a_plus_in_its_format_is_a_gap() -> None:
    assert _times(Pos=[1, 2], Time=["45:00.000", "＋1.234"])[0] == [45 * MINUTE, 2_701_234]


def test_gaps_that_count_from_nothing_are_said_once() -> None:
    assert _times(Pos=[1, 2, 3], Time=[None, "+1.234", "+2.5"]) == (
        [None, None, None],
        [
            "book!results!D3: In this session the winner (P1) has no race time, so that the gap tells no "
            "race time. The same in 1 more of its rows. Write the time of the winner, or take the gaps out."
        ],
    )


def test_a_gap_is_asked_only_where_there_is_no_time() -> None:
    """Gaps of one's own beside the times, and nonsense among them."""
    times = _times(Pos=[1, 2], Time=["45:00.000", "45:01.000"], Gap=["x", "45 minutes"])
    assert times == ([45 * MINUTE, 45 * MINUTE + 1_000], [])


def test_two_winners_give_no_time() -> None:
    times, problems = _times(Pos=[1, 1, 3], Time=["45:00.000", "45:00.000", "+2.5"])
    assert times == [45 * MINUTE, 45 * MINUTE, None]
    assert problems == [
        "book!results!D4: In this session no row, or more than one, has the first place, so that the gap "
        "tells no race time. Write the time of the winner, or take the gaps out."
    ]


def test_a_gap_without_a_plus_that_is_longer_than_the_race() -> None:
    assert _times(Pos=[1, 2], Time=["45:00.000", None], Gap=[None, "45:01.000"]) == (
        [45 * MINUTE, None],
        [
            "book!results!E3: As a gap this is longer than the winner's whole race, and a race time has its "
            "own column. It is read as empty. Write a gap with a plus, and a race time under the race time."
        ],
    )


def test_a_time_that_is_a_gap_perhaps() -> None:
    assert _times(Pos=[1, 2], Time=["45:00.000", "1.234"]) == (
        [45 * MINUTE, 1_234],
        [
            "book!results!D3: The race time is less than half of the winner's. It is used as it stands. "
            "If it is the gap to the winner, write a plus before it."
        ],
    )


@pytest.mark.parametrize("word", ["DNF", "Abandon", "ritirato", "Ret.", "DNF (engine)"])
@pytest.mark.parametrize("column", ["Pos", "Time", "Best lap", "Laps", "Gap"])
def test_a_status_in_another_cell_is_the_status(word: str, column: str) -> None:
    rows, problems = _results(**{column: [word]})
    assert (rows[0].status, rows[0].place, rows[0].total_time, problems) == ("DNF", None, None, [])
    assert str(rows[0].row.cell("status")) == "book!results!C2"


def test_the_status_may_stand_twice_but_not_differ() -> None:
    rows, problems = _results(
        Pos=["DNF", "DSQ", "DNF"], Status=["ret", "DNF", None], Time=["dnf", None, "DNS"]
    )
    assert ([row.status for row in rows], len(problems)) == (["DNF"], 2)
    assert [str(each) for each in problems] == [
        "book!results!C3: 'DSQ' here and 'DNF' in D3 don't agree. The row is left out. Mend one of them.",
        "book!results!E4: 'DNS' here and 'DNF' in C4 don't agree. The row is left out. Mend one of them.",
    ]


@pytest.mark.parametrize("text", ["-", "--", "—", "n/a", "no time", "keine Zeit"])
def test_a_dash_says_nothing(text: str) -> None:
    rows, problems = _results(Pos=[text], Time=[text], Best_lap=[text], Status=["DNS"])
    assert problems == []
    assert (rows[0].place, rows[0].total_time, rows[0].best_lap, rows[0].status) == (None, None, None, "DNS")


def test_two_of_one_number_are_told_by_the_class_or_the_pool() -> None:
    entries: list[list[Value]] = [
        ["Driver", "Ann", "Ben", "Cid"],
        ["No.", 7, 7, 8],
        ["Pool", "Pool 1", "Pool 2", "Pool 1"],
    ]
    tab: list[list[Value]] = [["Round", 1, 1], ["Pool", "Pool 2", "Pool 1"], ["No.", 7, "#7"], ["Pos", 1, 1]]
    facts, problems = _read(entries=entries, results=tab)
    assert [(each.driver, each.pool) for each in facts.results] == [("ben", "Pool 2"), ("ann", "Pool 1")]
    facts, problems = _read(entries=entries, results=[["Round", 1], ["No.", 7], ["Pos", 1]])
    assert [str(each) for each in problems if each.at and "results" in str(each.at)] == [
        "book!results!B2: '7' can be 'Ann' or 'Ben'. The row is left out. "
        "Write the name as in the entry list."
    ]
