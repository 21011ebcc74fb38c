"""Compare what the software computes for the season with the league's own published class tables.

    python examples/league-nxt/compare.py [FOLDER] [DATA]

FOLDER is what make_workbook.py laid out (./league-nxt); DATA the folder with the published rows. A
cell is the points of one driver in one round; drops, totals and the team tables are compared too. Every
cell that differs is listed under its reason.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from published import DEFAULT, Published, missing, read
from slips import UNEXPLAINED, reason
from sums import FOLLOWS, by_round, dropped, theirs_add_up, two_best

from sheets_sync import pipeline
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.standings.rule import Standing
from sheets_sync.ruleset.values import Number

PENALTIES, DROP, TOTAL = 0, -1, -2  # stand for columns beside the numbers of the rounds
COLUMNS = {PENALTIES: "points lost", DROP: "dropped", TOTAL: "total"}


@dataclass(frozen=True, slots=True)
class Compared:
    """One cell of a class or team table; ``driver`` is the team there. ``why`` is empty where both agree."""

    table: str
    driver: str
    round: int
    ours: Number
    theirs: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    rounds: tuple[Compared, ...]
    penalties: tuple[Compared, ...]
    drops: tuple[Compared, ...] = ()
    totals: tuple[Compared, ...] = ()
    teams: tuple[Compared, ...] = ()
    team_totals: tuple[Compared, ...] = ()

    @property
    def differing(self) -> list[Compared]:
        return [cell for cell in self.rounds if cell.why]

    @property
    def all(self) -> tuple[Compared, ...]:
        return (*self.rounds, *self.penalties, *self.drops, *self.totals, *self.teams, *self.team_totals)


def main(arguments: list[str]) -> int:
    if len(arguments) > 2 or arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    folder = Path(arguments[0]) if arguments else Path("league-nxt")
    data = Path(arguments[1]) if len(arguments) > 1 else DEFAULT
    if problem := missing(data):
        print(problem, file=sys.stderr)
        return 2
    season = fold(folder)
    if season is None:
        return 2
    comparison = compare(season, read(data))
    print("\n".join(report(comparison)))
    return int(any(cell.why == UNEXPLAINED for cell in comparison.all))


def fold(folder: Path) -> Season | None:
    """The league's season as the software computes it; None where its files can't be used."""
    setup, problems = pipeline.set_up(folder)
    run = pipeline.compute(setup, datetime.now(UTC)) if setup else None
    for problem in run.problems if run else problems:
        print(f"{problem.severity.value} {problem.at}: {problem.message}", file=sys.stderr)
    return run.season if run else None


def compare(season: Season, rows: Published) -> Comparison:
    """Every cell of the published class and team tables beside ours."""
    lines = {(group, season.name(line.person)): line for group, line in _lines(season, "drivers")}
    published = by_round(rows.official_class_standings, "table", "driver")
    rounds, penalties, drops, totals = [], [], [], []
    for row in rows.official_class_standings:
        table, driver = row["table"], row["driver"]
        line = lines.get((table, driver))
        if table == "OVERALL":
            continue
        if row["round"].isdigit():
            rounds.append(_round(season, line, row))
        elif row["round"] == "PENALTIES":
            penalties.append(_sum(table, driver, PENALTIES, line.deductions if line else 0, row, False))
        elif row["round"] == "DROP":
            drops.append(_sum(table, driver, DROP, -dropped(line) if line else 0, row, False))
        else:
            follows = theirs_add_up(published[table, driver])
            totals.append(_sum(table, driver, TOTAL, line.total if line else 0, row, follows))
    return Comparison(tuple(rounds), *map(tuple, (penalties, drops, totals, *_teams(season, rows))))


def _lines(season: Season, name: str) -> Iterator[tuple[str, Standing]]:
    for table in season.standings[season.last_round] if season.last_round is not None else ():
        if table.name == name:
            yield from ((table.group, line) for line in table.rows)


def _teams(season: Season, rows: Published) -> tuple[list[Compared], list[Compared]]:
    """Team tables: the rounds, then the totals. What follows from the published class tables is no riddle."""
    lines = {line.seat: line for _, line in _lines(season, "teams")}
    rounds, totals = [], []
    published = by_round(rows.official_team_standings, "team")
    for row in rows.official_team_standings:
        line, team = lines.get(row["team"]), row["team"]
        if row["round"].isdigit():
            number = int(row["round"])
            ours = line.rounds.get(number, 0) if line else 0
            follows = two_best(rows, team, number) == int(row["points"])
            rounds.append(_sum("Teams", team, number, ours, row, follows))
        else:
            follows = theirs_add_up(published[team,])
            totals.append(_sum("Teams", team, TOTAL, line.total if line else 0, row, follows))
    return rounds, totals


def _sum(table: str, whose: str, column: int, ours: Number, row: dict[str, str], follows: bool) -> Compared:
    """``follows``: whether a difference comes from other published cells that are compared by themselves."""
    theirs = int(row["points"])
    why = "" if ours == theirs else FOLLOWS if follows else UNEXPLAINED
    return Compared(table, whose, column, ours, theirs, why)


def _round(season: Season, line: Standing | None, row: dict[str, str]) -> Compared:
    number, theirs = int(row["round"]), int(row["points"])
    ours = line.rounds.get(number, 0) if line else 0
    why = "" if ours == theirs else UNEXPLAINED
    if why and line is not None:
        why = reason(season, line.person, number, ours, theirs)
    return Compared(row["table"], row["driver"], number, ours, theirs, why)


def report(comparison: Comparison) -> Iterator[str]:
    """The figures, then every differing cell under its reason."""
    yield f"Driver-round cells: {_share(comparison.rounds)}"
    yield f"  of those with points on either side: {_share(_with_points(comparison.rounds))}"
    for table in dict.fromkeys(cell.table for cell in comparison.rounds):
        yield f"  {table}: {_share([cell for cell in comparison.rounds if cell.table == table])}"
    yield f"Points lost by penalties: {_share(comparison.penalties)}"
    yield f"Dropped rounds: {_share(comparison.drops)}"
    yield f"Totals: {_share(comparison.totals)}"
    yield f"Team-round cells: {_share(comparison.teams)}"
    yield f"Team totals: {_share(comparison.team_totals)}"
    differing = [cell for cell in comparison.all if cell.why]
    for why, count in Counter(cell.why for cell in differing).most_common():
        yield f"\n{count} cell{'' if count == 1 else 's'}: {why}"
        for cell in differing:
            if cell.why == why:
                where = COLUMNS.get(cell.round, f"round {cell.round}")
                yield f"  {cell.table} {cell.driver}, {where}: {cell.ours} here, {cell.theirs} published"


def _with_points(cells: Iterable[Compared]) -> list[Compared]:
    return [cell for cell in cells if cell.ours or cell.theirs]


def _share(cells: Iterable[Compared]) -> str:
    cells = list(cells)
    agreeing = sum(not cell.why for cell in cells)
    per_cent = f" ({100 * agreeing / len(cells):.1f} %)" if cells else ""
    return f"{agreeing} of {len(cells)} agree{per_cent}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
