"""Race times from gaps: to the winner of the same session and pool, or to the car ahead.

The winner is the row with place 1; where no row has a place, the one with the smallest full time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.results import Result

Group = tuple[int, str, str | None, str | None]
_HINT = "Write the time of the winner, or take the gaps out."


def with_times(results: Iterable[Result]) -> tuple[list[Result], list[Problem]]:
    """The results, in their order, with the race time (ms) and the laps that their gaps say; what stands in a
    cell already stays. Gaps that count from nothing known are problems, one a session and pool."""
    rows = list(results)
    groups: dict[Group, list[int]] = {}
    for index, row in enumerate(rows):
        groups.setdefault((row.round, row.session, row.pool, row.part), []).append(index)
    problems: list[Problem] = []
    for indexes in groups.values():
        members = [rows[index] for index in indexes]
        problems += _too_short(members)
        if any(row.gap or row.interval for row in members):
            made, found = _timed(members)
            problems += found
            for index, row in zip(indexes, made, strict=True):
                rows[index] = row
    return rows, problems


def _timed(rows: Sequence[Result]) -> tuple[list[Result], list[Problem]]:
    rows = [_with_own_time(row) for row in rows]
    winner = _winner(rows)
    if winner is None or winner.total_time is None:
        rows = [_with_laps(row, winner) for row in rows]
        return rows, list(_without_winner(rows, winner))
    too_long = [row for row in rows if _is_a_time(row, winner)]
    rows = [row if row in too_long else _with_laps(_behind(row, winner), winner) for row in rows]
    rows, lost = _by_intervals(rows)
    return rows, [*map(_ambiguous, too_long), *lost]


def _with_own_time(row: Result) -> Result:
    """Who leads has no gap: what stands there without a plus is the race time."""
    own = row.gap or row.interval
    if row.place == 1 and row.total_time is None and own and own.ms and not own.signed:
        return replace(row, total_time=own.ms, gap=None, interval=None)
    return row


def _winner(rows: Sequence[Result]) -> Result | None:
    first = [row for row in rows if row.place == 1]
    if len(first) == 1:
        return first[0]
    timed = [row for row in rows if row.total_time is not None and row.place is None]
    unplaced = not first and all(row.place is None for row in rows)
    return min(timed, key=lambda row: row.total_time or 0) if timed and unplaced else None


def _is_a_time(row: Result, winner: Result) -> bool:
    """A gap without a plus that is as long as the whole race."""
    gap = row.gap
    if gap is None or gap.ms is None or gap.signed or winner.total_time is None:
        return False
    return row.total_time is None and gap.ms >= winner.total_time


def _behind(row: Result, winner: Result) -> Result:
    if row.total_time is not None or row.gap is None or row.gap.ms is None or winner.total_time is None:
        return row
    return replace(row, total_time=winner.total_time + row.gap.ms)


def _with_laps(row: Result, winner: Result | None) -> Result:
    if winner is None or winner.laps is None or row.laps is not None or row.gap is None:
        return row
    return replace(row, laps=winner.laps - row.gap.laps) if row.gap.laps else row


def _by_intervals(rows: Sequence[Result]) -> tuple[list[Result], list[Problem]]:
    """From the first place down, each from the car one place ahead."""
    made = {row.place: row for row in rows if row.place is not None}
    placed = [row.place for row in rows if row.place is not None]
    alone = {place for place in placed if placed.count(place) == 1}
    lost: list[Result] = []
    lapped: set[int] = set()
    for place in sorted(made):
        row = made[place]
        if row.total_time is not None or row.interval is None:
            continue
        ahead = made.get(place - 1) if {place, place - 1} <= alone else None
        if row.interval.laps or (row.gap and row.gap.laps) or (place - 1 in lapped and not row.gap):
            lapped.add(place)
        elif row.interval.ms is None or ahead is None or ahead.total_time is None:
            lost.append(row)
        else:
            made[place] = replace(row, total_time=ahead.total_time + row.interval.ms)
    lost += [
        row for row in rows if row.place is None and row.interval and row.total_time is None and not row.gap
    ]
    timed = [made[row.place] if row.place in alone else row for row in rows]
    return timed, list(_once(lost, "interval", "the car ahead has no race time, so that"))


def _without_winner(rows: Sequence[Result], winner: Result | None) -> Iterator[Problem]:
    untimed = [row for row in rows if row.total_time is None]
    why = "the winner (P1) has no race time" if winner else "no row, or more than one, has the first place"
    for name in ("gap", "interval"):
        gaps = ((row, getattr(row, name)) for row in untimed)
        lost = [row for row, gap in gaps if gap is not None and gap.ms and row is not winner]
        yield from _once(lost, name, f"{why}, so that")


def _once(lost: Sequence[Result], name: str, why: str) -> Iterator[Problem]:
    """One problem a session and pool: on the first cell, with how many follow."""
    if lost:
        more = f" The same in {len(lost) - 1} more of its rows." if len(lost) > 1 else ""
        message = f"In this session {why} the {name} tells no race time.{more}"
        at, *further = (row.row.cell(name) for row in lost)
        yield Problem(message, at, _HINT, Severity.WARNING, further=tuple(further))


def _too_short(rows: Sequence[Result]) -> Iterator[Problem]:
    """Times that are meant as gaps, perhaps: less than half of the winner's, of who drove to the end."""
    winner = _winner(rows)
    if winner is None or winner.total_time is None or winner.place is None:
        return
    for row in rows:
        full = row.status is None and (row.laps is None or winner.laps is None or row.laps >= winner.laps)
        if row.place is None or row.total_time is None or not full:
            continue
        if row.total_time * 2 < winner.total_time:
            message = "The race time is less than half of the winner's. It is used as it stands."
            hint = "If it is the gap to the winner, write a plus before it."
            yield Problem(message, row.row.cell("total_time"), hint, Severity.WARNING)


def _ambiguous(row: Result) -> Problem:
    message = "As a gap this is longer than the winner's whole race, and a race time has its own column."
    hint = "Write a gap with a plus, and a race time under the race time."
    return Problem(f"{message} It is read as empty.", row.row.cell("gap"), hint)
