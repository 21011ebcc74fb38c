"""What a rule case may expect: each word of `expect` and how it is read off a folded season."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import bracket_outcomes
import desk_outcomes
import grid_outcomes
import pool_outcomes
import table_outcomes

from sheets_sync.rules.season.season import Season
from sheets_sync.rules.standings.rule import Standing, StandingTable
from sheets_sync.rules.tallies import rule as tallies
from sheets_sync.tables.registry import known_tables, make_tables
from sheets_sync.tables.table import shown
from sheets_sync.tables.tallies import tally_table


def found(season: Season, what: str, expected: Any) -> Any:
    """What the season says to one word of `expect`, in the form in which the case writes it."""
    return OUTCOMES[what](season, expected)


def _entries(season: Season, expected: list[list[str]]) -> Any:
    """The whole ledger, sorted: [account, who, amount]. Entries of 0 only explain; a case may name one."""
    lines = [[entry.account, season.name(entry.subject.key), str(entry.amount)] for entry in season.entries]
    return sorted(line for line in lines if line[-1] != "0" or line in expected)


def _places(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1 race ALPHA: {Ann: 1, Ben: none}}, every row of that session."""
    sessions = {
        f"{name} {event.session} {event.pool}".strip(): classification
        for event, classification in season.classifications.items()
        for name in (f"R{event.round}", season.ruleset.name_of(event.round))
    }
    return {
        key: {row.runner.person.driver: str(row.place or "none") for row in sessions[key].rows}
        for key in expected
        if key in sessions
    }


def _standings(season: Season, expected: Mapping[str, Any]) -> Any:
    """{drivers: [[rank, who, points, tie-break]]}; `drivers GT3` for a class, `... after R1` for a round."""
    return {key: _table(season, key, expected[key]) for key in expected}


def _table(season: Season, key: str, expected: list[list[str]]) -> Any:
    title, _, after = key.partition(" after R")
    tables = season.standings.get(int(after) if after else season.last_round or 0, ())
    rows = next((table.rows for table in tables if _title(table) == title), ())
    width = [len(row) for row in expected] + [3] * len(rows)
    return [_line(season, row)[: width[index]] for index, row in enumerate(rows)]


def _title(table: StandingTable) -> str:
    return f"{table.name} {table.group}".strip()


def _line(season: Season, row: Standing) -> list[str]:
    who = season.name(row.person) if row.person else row.seat
    return [str(row.rank), who, str(row.total), row.tie_break, str(row.change)]


def _pools(season: Season, expected: Mapping[str, Any]) -> Any:
    """{round: R1, ALPHA: [Ann], without: [Ben]} of the round that comes next."""
    grid = season.pool_grid
    if grid is None:
        return {}
    pools: dict[str, Any] = {
        pool: [season.name(each.person) for each in placed] for pool, placed in grid.pools.items()
    }
    pools["without"] = [season.name(person) for person in grid.unplaced]
    pools["round"] = pool_outcomes.called(season, grid.round, [expected.get("round")])
    return {key: value for key, value in pools.items() if value or key in expected}


def _shown(season: Season, expected: Mapping[str, Any]) -> Any:
    """{drivers: {Ann: 8.33}}: a total as the table shows it."""
    made = make_tables(season, season.problems)
    found: dict[str, dict[str, str]] = {}
    for name in expected:
        keys = [column.key for column in made[name].columns]
        who, total = keys.index("name"), keys.index("total")
        column = made[name].columns[total]
        found[name] = {str(row[who]): shown(column, row[total]) for row in made[name].rows}
    return found


def _decisions(season: Season, _: Any) -> Any:
    """[id, open], or [id, the choice]."""
    return sorted([each.id, "open" if each.is_open else each.choice] for each in season.decisions)


def _tallies(season: Season, expected: Mapping[str, Any]) -> Any:
    """{licence: {Ann: 10 left}} or {warnings: {Ann: 3}}; who isn't listed has nothing counted."""
    return {name: _counts(season, name, people) for name, people in expected.items()}


def _counts(season: Season, name: str, people: Mapping[str, Any]) -> dict[str, str]:
    lines = tallies.counts(season.ruleset, name, season.entries, season.seats.entrants)
    return {
        season.name(line.person): str(line.total) if line.left is None else f"{line.left} left"
        for line in lines
        if line.total or season.name(line.person) in people
    }


def _tally_states(season: Season, expected: Mapping[str, Any]) -> Any:
    """{licence: {Ann: warning}}: what the conduct table says."""
    return {
        name: {str(row[0]): row[-1] for row in tally_table(season, name).rows if row[-1] is not None}
        for name in expected
    }


def _cases(season: Season, _: Any) -> Any:
    """[case, its state], in the order of the rows."""
    ordered = sorted(season.cases, key=lambda case: case.row.row.row)
    return [[case.row.case, case.state.value] for case in ordered]


def _states(season: Season, _: Any) -> Any:
    """{R1: final} of every round that was raced."""
    return {f"R{number}": state.word for number, state in season.states.items()}


def _final_at(season: Season, _: Any) -> Any:
    return {f"R{number}": _spoken(season, state.turns_final) for number, state in season.states.items()}


def _times(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1 ALPHA: [start, end]}, in the league's zone."""
    slots = {
        f"R{slot.round} {slot.pool}".strip(): [_spoken(season, slot.start), _spoken(season, slot.end)]
        for slot in season.schedule.slots.values()
    }
    return {key: slots.get(key) for key in expected}


def _spoken(season: Season, moment: datetime | None) -> str:
    zone = season.ruleset.season.usual.zone
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}" if moment else "none"


def _seats(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R2: {Ann: Rex, Ben: none}}: who holds the seat that was Ann's at first."""
    return {key: _holders(season, int(key.removeprefix("R"))) for key in expected}


def _holders(season: Season, number: int) -> dict[str, str]:
    holders = {seat: season.seats.holder(seat, number) for seat in season.seats.holdings}
    return {season.name(seat): season.name(who) if who else "none" for seat, who in holders.items()}


def _programme(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1: [qualifying, race]}."""
    return {key: list(season.ruleset.programme(int(key.removeprefix("R")))) for key in expected}


def _access(season: Season, expected: Mapping[str, Any]) -> Any:
    """{best six: private}: whether a table may be shown in public."""
    tables = known_tables(season.ruleset)
    return {name: tables.get(name) for name in expected}


def _interruptions(season: Season, expected: Mapping[str, Any]) -> Any:
    """{R1 race ALPHA: two parts}: what is done; `decide` where that is only the default."""
    done: dict[str, Any] = {}
    for event, verdict in season.verdicts.items():
        for name in (f"R{event.round}", season.ruleset.name_of(event.round)):
            key = f"{name} {event.session} {event.pool}".strip()
            is_open = verdict.decision and expected.get(key) == "decide"
            done[key] = "decide" if is_open else verdict.result
    return {key: done.get(key, "nothing known") for key in expected}


OUTCOMES: Mapping[str, Callable[[Season, Any], Any]] = {
    "entries": _entries,
    "places": _places,
    "standings": _standings,
    "shown": _shown,
    "cells": table_outcomes.cells,
    "titles": table_outcomes.titles,
    "headers": table_outcomes.headers,
    "pools": _pools,
    "decisions": _decisions,
    "tallies": _tallies,
    "tally states": _tally_states,
    "cases": _cases,
    "states": _states,
    "final at": _final_at,
    "times": _times,
    "seats": _seats,
    "programme": _programme,
    "access": _access,
    "interruptions": _interruptions,
    **desk_outcomes.WORDS,
    "out": pool_outcomes.out,
    "movement": pool_outcomes.movement,
    "moved because": pool_outcomes.moved_because,
    "ballast": pool_outcomes.ballast,
    "waits for": pool_outcomes.waits_for,
    "grid": grid_outcomes.grid,
    "groups": grid_outcomes.groups,
    "reasons": grid_outcomes.reasons,
    "articles": grid_outcomes.articles,
    "absences": grid_outcomes.absences,
    "field": bracket_outcomes.field,
    "seeds": bracket_outcomes.seeds,
    "how": bracket_outcomes.how,
    "undecided": bracket_outcomes.undecided,
    "tables": bracket_outcomes.tables,
    "provisional": bracket_outcomes.provisional,
    "reserves": bracket_outcomes.reserves,
    "marks": bracket_outcomes.marks,
}
