"""Compare what the software computes for the season with the league's own published class tables.

    python examples/league-nxt/compare.py [FOLDER] [DATA]

FOLDER is what make_workbook.py laid out (./league-nxt); DATA the folder with the published rows. A
cell is the points of one driver in one round. Every cell that differs is listed under its reason.
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

from sheets_sync import pipeline
from sheets_sync.rules.season import Season
from sheets_sync.rules.standings import Standing
from sheets_sync.ruleset.values import Number

PENALTIES = 0  # stands for the column of lost points, beside the numbers of the rounds


@dataclass(frozen=True, slots=True)
class Compared:
    """One cell of a class table. ``why`` is empty where both agree."""

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

    @property
    def differing(self) -> list[Compared]:
        return [cell for cell in self.rounds if cell.why]


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
    return int(any(cell.why == UNEXPLAINED for cell in (*comparison.rounds, *comparison.penalties)))


def fold(folder: Path) -> Season | None:
    """The league's season as the software computes it; None where its files can't be used."""
    setup, problems = pipeline.set_up(folder)
    run = pipeline.compute(setup, datetime.now(UTC)) if setup else None
    for problem in run.problems if run else problems:
        print(f"{problem.severity.value} {problem.at}: {problem.message}", file=sys.stderr)
    return run.season if run else None


def compare(season: Season, rows: Published) -> Comparison:
    """Every cell of the published class tables beside ours."""
    lines = {(group, season.name(line.person)): line for group, line in _lines(season)}
    rounds, penalties = [], []
    for row in rows.official_class_standings:
        if row["table"] == "OVERALL":
            continue
        line = lines.get((row["table"], row["driver"]))
        if row["round"].isdigit():
            rounds.append(_round(season, line, row))
        elif row["round"] == "PENALTIES":
            penalties.append(_lost(line, row))
    return Comparison(tuple(rounds), tuple(penalties))


def _lines(season: Season) -> Iterator[tuple[str, Standing]]:
    for table in season.standings[season.last_round] if season.last_round is not None else ():
        yield from ((table.group, line) for line in table.rows)


def _round(season: Season, line: Standing | None, row: dict[str, str]) -> Compared:
    number, theirs = int(row["round"]), int(row["points"])
    ours = line.rounds.get(number, 0) if line else 0
    why = "" if ours == theirs else UNEXPLAINED
    if why and line is not None:
        why = reason(season, line.person, number, ours, theirs)
    return Compared(row["table"], row["driver"], number, ours, theirs, why)


def _lost(line: Standing | None, row: dict[str, str]) -> Compared:
    ours, theirs = line.deductions if line else 0, int(row["points"])
    why = "" if ours == theirs else UNEXPLAINED
    return Compared(row["table"], row["driver"], PENALTIES, ours, theirs, why)


def report(comparison: Comparison) -> Iterator[str]:
    """The figures, then every differing cell under its reason."""
    yield f"Driver-round cells: {_share(comparison.rounds)}"
    yield f"  of those with points on either side: {_share(_with_points(comparison.rounds))}"
    for table in dict.fromkeys(cell.table for cell in comparison.rounds):
        yield f"  {table}: {_share([cell for cell in comparison.rounds if cell.table == table])}"
    yield f"Points lost by penalties: {_share(comparison.penalties)}"
    yield "Totals are not compared: the dropped round is not applied yet."
    differing = [*comparison.differing, *(cell for cell in comparison.penalties if cell.why)]
    for why, count in Counter(cell.why for cell in differing).most_common():
        yield f"\n{count} cell{'' if count == 1 else 's'}: {why}"
        for cell in differing:
            if cell.why == why:
                where = f"round {cell.round}" if cell.round != PENALTIES else "points lost"
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
