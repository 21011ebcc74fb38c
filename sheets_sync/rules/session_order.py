"""The order in which a session ended, before sanctions take places: as entered, or by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from sheets_sync.problems import Problem
from sheets_sync.rules.penalties import Penalty
from sheets_sync.rules.sessions import Runner
from sheets_sync.ruleset.phrases import Sanction

Order = tuple[list[tuple[int, Runner]], list[Runner], list[Problem]]


def in_order(runners: list[Runner], by: str, mine: Mapping[str, tuple[Penalty, ...]]) -> Order:
    """The runners with their places, those without one, and what was wrong."""
    own = [runner for runner in runners if runner.meaning.place == "own"]
    last = [runner for runner in runners if runner.meaning.place == "last"]
    none = [runner for runner in runners if runner.meaning.place == "none"]
    if by == "place":
        # Whoever was taken out of a list of places leaves a place behind, into which the others move up.
        removed = [runner for runner in none if runner.meaning.starts and runner.result.place is not None]
        none = [runner for runner in none if runner not in removed]
        order, placeless, problems = _as_entered(own + removed)
    else:
        order, placeless, problems = _by_clock(own, by, mine)
    next_place = max((place for place, _ in order), default=0) + 1
    tail = sorted(last, key=_at_the_end)
    order += [(next_place + index, runner) for index, runner in enumerate(tail)]
    rest = [*sorted(placeless, key=_by_name), *sorted(none, key=_by_name)]
    return order, rest, problems


def _by_name(runner: Runner) -> str:
    return runner.person.key


def _at_the_end(runner: Runner) -> tuple[int, int, int]:
    """Among those who didn't finish: the place where it is entered, else more laps, else the row."""
    result = runner.result
    return result.place or 10**6, -(result.laps or 0), result.row.row


def _as_entered(runners: list[Runner]) -> Order:
    by_place: dict[int, list[Runner]] = {}
    placeless, problems = [], []
    for runner in runners:
        if runner.result.place is None:
            message = f"{runner.person.driver} has neither a place nor a status. The row scores nothing."
            problems.append(
                Problem(message, runner.result.row.cell("place"), "Fill in the place, or a status.")
            )
            placeless.append(runner)
        else:
            by_place.setdefault(runner.result.place, []).append(runner)
    order = []
    for place, holders in sorted(by_place.items()):
        if len(holders) == 1:
            order.append((place, holders[0]))
            continue
        placeless += holders
        problems += [_doubled(place, runner, holders) for runner in holders]
    return order, placeless, problems


def _doubled(place: int, runner: Runner, holders: list[Runner]) -> Problem:
    others = ", ".join(str(each.result.row.cell("place").a1) for each in holders if each is not runner)
    message = f"P{place} stands here and in {others}; neither row scores until one is mended."
    return Problem(message, runner.result.row.cell("place"), "Give each driver a place of their own.")


def _by_clock(runners: list[Runner], by: str, mine: Mapping[str, tuple[Penalty, ...]]) -> Order:
    timed = [(key, runner) for runner in runners if (key := _clock(runner, by, mine)) is not None]
    placeless = [runner for runner in runners if _clock(runner, by, mine) is None]
    problems = []
    if by == "time":
        for runner in placeless:
            message = f"{runner.person.driver} has no total time. The row scores nothing."
            problems.append(Problem(message, runner.result.row.cell("total_time"), "Fill in the time."))
    ordered = sorted(timed, key=lambda pair: (pair[0], pair[1].result.place or 0, pair[1].result.row.row))
    order = [(place, runner) for place, (_, runner) in enumerate(ordered, 1)]
    for _, tied in groupby(ordered, key=lambda pair: pair[0]):
        equal = [runner for _, runner in tied]
        if len({runner.result.place or 0 for runner in equal}) < len(equal):
            placeless += equal
            order = [(place, runner) for place, runner in order if runner not in equal]
            problems += [_equal_times(runner, equal) for runner in equal]
    return order, placeless, problems


def _equal_times(runner: Runner, equal: list[Runner]) -> Problem:
    names = ", ".join(each.person.driver for each in equal)
    message = f"{names} have equal times; no row of them scores until their places say who was ahead."
    return Problem(message, runner.result.row.cell("place"), "Fill in the places of these drivers.")


def _clock(runner: Runner, by: str, mine: Mapping[str, tuple[Penalty, ...]]) -> tuple[int, int] | None:
    """What is compared: laps (more is ahead) and time in ms with the seconds added."""
    result = runner.result
    added = sum(
        int(each.amount * 1000) for each in mine[runner.person.key] if each.sanction is Sanction.SECONDS
    )
    if by == "best lap":
        return None if result.best_lap is None else (0, result.best_lap + added)
    return None if result.total_time is None else (-(result.laps or 0), result.total_time + added)
