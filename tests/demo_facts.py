"""What a demo league's season came to, in the words of the files of expected values in ``demo``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sheets_sync.pipeline import Run
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.tallies.rule import counts


def standings(run: Run, expected: list[Any]) -> list[list[Any]]:
    """The first lines of the drivers' championship: [rank, name, total]."""
    table = next(each for each in run.season.standings[run.season.last_round or 0] if each.name == "drivers")
    return [[row.rank, run.season.name(row.person), row.total] for row in table.rows[: len(expected)]]


def movement(run: Run, expected: Mapping[int, Any]) -> dict[int, dict[str, list[str]]]:
    """{1: {Pool 1 to Pool 2: [Ann]}}: who moved after each round."""
    found: dict[int, dict[str, list[str]]] = {}
    for number in expected:
        for each in run.season.moved[number]:
            way = f"{each.from_pool} to {each.to_pool}"
            found.setdefault(number, {}).setdefault(way, []).append(run.season.name(each.person))
    return {number: {way: sorted(names) for way, names in own.items()} for number, own in found.items()}


def served(run: Run, expected: Any) -> list[list[Any]]:
    """[who, what, the rounds in which it was served]."""
    return sorted(
        [run.season.name(each.penalty.person), str(each.penalty.phrase), list(each.served)]
        for each in run.season.sentences
        if each.penalty.phrase.sanction.value not in ("demotion", "promotion")
    )


def absences(run: Run, expected: Any) -> dict[int, dict[str, str]]:
    """{1: {Ann: NS}}."""
    found: dict[int, dict[str, str]] = {}
    for each in run.season.absences:
        found.setdefault(each.event.round, {})[run.season.name(each.person)] = each.status
    return found


def refusals(run: Run, expected: Any) -> list[list[str]]:
    """[cell, why] of what is refused, in the order of the tabs."""
    return sorted([str(each.at), each.refusal] for each in run.problems if each.refusal)


def warnings(run: Run, expected: Any) -> list[str]:
    """The cells that should be looked at."""
    return sorted(str(each.at) for each in run.problems if each.severity.name == "WARNING")


def interruptions(run: Run, expected: Any) -> list[list[Any]]:
    """[round, pool, kind, result]."""
    return sorted(
        [event.round, event.pool, each.kind, each.result]
        for event, verdict in run.season.verdicts.items()
        for each in (verdict, *verdict.others)
    )


def tallies(run: Run, expected: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, Any]]:
    """{warning: {Ann: 3}} of those who are named."""
    return {name: _counted(run.season, name, own) for name, own in expected.items()}


def _counted(season: Season, name: str, people: Mapping[str, int]) -> dict[str, Any]:
    lines = counts(season.ruleset, name, season.entries, season.seats.entrants)
    return {season.name(each.person): each.total for each in lines if season.name(each.person) in people}


def decisions(run: Run, expected: Any) -> dict[str, str]:
    """The id of a decision -> open, or what was chosen."""
    return {each.id: "open" if each.is_open else each.choice for each in run.season.decisions}


def cases(run: Run, expected: Mapping[str, Any]) -> dict[str, list[str]]:
    """A case -> the states of its rows."""
    found: dict[str, list[str]] = {}
    for each in sorted(run.season.cases, key=lambda case: case.row.row.row):
        found.setdefault(each.row.case, []).append(each.state.value)
    return {case: found[case] for case in expected}


def added(run: Run, expected: Any) -> dict[str, dict[str, int]]:
    """Round -> who got seconds on top of the race time, as it stands in the end."""
    found: dict[str, dict[str, int]] = {}
    for event, classification in sorted(run.season.classifications.items()):
        for line in classification.rows if event.session == "race" else ():
            if line.added:
                own = found.setdefault(f"R{event.round}", {})
                own[run.season.name(line.runner.person.key)] = line.added // 1000
    return found


def gone(run: Run, expected: Any) -> dict[str, int]:
    """Who has left -> the first round without them."""
    return {run.season.name(person): number for person, number in run.season.seats.gone.items()}


def ballast(run: Run, expected: Any) -> dict[str, int]:
    """Who carries how much in the next round."""
    return {run.season.name(person): int(kg) for person, kg in run.season.ballast.items() if kg}


def pools(run: Run, expected: Any) -> dict[str, list[str]]:
    """The pools of the next round."""
    grid = run.season.pool_grid
    assert grid is not None
    return {
        pool: sorted(run.season.name(each.person) for each in placed) for pool, placed in grid.pools.items()
    }


FACTS: Mapping[str, Callable[[Run, Any], Any]] = {
    each.__name__: each
    for each in (
        standings, movement, served, absences, refusals, warnings, interruptions, tallies, decisions, cases,
        added, gone, ballast, pools,
    )
}  # fmt: skip
