"""How long the fold of a season takes: a league of 60 with all conduct rules, and 10,000 drivers.

    python benchmarks/fold.py [DRIVERS]

Reading is left out: the facts are made in memory. Printed are the seconds beside their limits (a ratio
below 1 is within), and the growth from a quarter over the half to all DRIVERS: 10,000 with 50 rounds,
fewer with 10. Linear growth doubles each time.
"""

from __future__ import annotations

import gc
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from sheets_sync import marked_yaml
from sheets_sync.__main__ import look_for_garbage_rarely
from sheets_sync.records.calendar import CalendarRow
from sheets_sync.records.cases import CaseRow
from sheets_sync.records.entries import Entrant
from sheets_sync.records.facts import Facts
from sheets_sync.records.results import Result
from sheets_sync.row_refs import RowRef, TabColumns
from sheets_sync.rules.fold import fold
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset

LIMITS = {60: 0.050, 10_000: 4.0}
MEMORY = 1.5 * 1024**3
GRID = 20
NOW = datetime(2040, 1, 1, tzinfo=UTC)
CODES = ("DANGEROUS", "MINOR", "MODERATE", "SLOW OUT-LAP", "ABUSE")
RULES = """
season: {{start: 20:00, programme: [qualifying, race]}}
calendar: {rounds}
pools: {{names: [{pools}], size: 20, fill: keep}}
cases: {{report: {{within: 48 h after race end}}, contest: {{within: 24 h after publication}}}}
statuses: {{RQ: {{then: reprimand}}, NS: {{then: reprimand}}}}
tariff:
  unit: pp
  codes: {{DANGEROUS: 5, MINOR: 5, MODERATE: 10, SLOW OUT-LAP: qualifying ban, ABUSE: reprimand}}
  ladder: [5 s, 10 s, 20 s, 30 s, qualifying ban, round ban]
tallies:
  pp: {{over: 26 weeks, at: {{15: qualifying ban, 30: round ban, 40: removal, 50: [life ban, blacklist]}}}}
  warning: {{counts: every code, over: 26 weeks, every: {{5: [1 injunction, qualifying ban]}}}}
  injunction: {{over: 26 weeks, at: {{2: round ban, 3: removal}}}}
  reprimands: {{counts: reprimand, over: ever, at: {{3: [removal, blacklist]}}}}
classification: {{by: time}}
points:
  race: {{sessions: race, table: [25, 18, 15, 12, 10, 8, 6, 4, 2, 1]}}
  fastest lap: {{for: best lap, sessions: race, table: [1]}}
standings:
  drivers: {{ties: [countback, pp, best lap]}}
"""


def ruleset(rounds: int, drivers: int) -> Ruleset:
    pools = ", ".join(f"P{number}" for number in range(1, drivers // GRID + 1))
    changes, problems = marked_yaml.parse(RULES.format(rounds=rounds, pools=pools), Path("benchmark.yaml"))
    made, found = load_ruleset("base", changes=changes)
    assert made is not None, [*problems, *found]
    return made


def _columns(tab: str, *names: str) -> TabColumns:
    return TabColumns("book", tab, {name: index for index, name in enumerate(names, 1)})


def facts(drivers: int, rounds: int) -> Facts:
    """Drivers in pools of 20 with a race a week; one case for every tenth driver and round."""
    random = Random(7)
    entries_at, results_at = _columns("Entries", "driver", "pool"), _columns("Results", "round", "driver")
    cases_at, calendar_at = _columns("Cases", "case", "driver", "code"), _columns("Calendar", "round", "date")
    entries = tuple(
        Entrant(RowRef(entries_at, row + 1), f"d{row}", f"Driver {row}", pool=f"P{(row - 1) // GRID + 1}")
        for row in range(1, drivers + 1)
    )
    calendar = tuple(
        CalendarRow(RowRef(calendar_at, number + 1), number, None, date(2030, 1, 1) + timedelta(weeks=number))
        for number in range(1, rounds + 1)
    )
    results = tuple(_results(random, entries, rounds, results_at))
    cases = tuple(_cases(random, entries, rounds, cases_at))
    return Facts(entries=entries, calendar=calendar, results=results, cases=cases)


def _results(random: Random, entries: tuple[Entrant, ...], rounds: int, at: TabColumns) -> Iterator[Result]:
    row = 1
    for number in range(1, rounds + 1):
        for entry in entries:
            row += 1
            total, lap = random.randrange(1_500_000, 1_700_000), random.randrange(90_000, 99_000)
            place = RowRef(at, row)
            yield Result(place, number, entry.key, "race", entry.pool, None, None, None, total, lap, 20)


def _cases(random: Random, entries: tuple[Entrant, ...], rounds: int, at: TabColumns) -> Iterator[CaseRow]:
    row = 1
    for number in range(1, rounds + 1):
        for entry in random.sample(entries, len(entries) // 10):
            row += 1
            decided = datetime(2030, 1, 3, 12, tzinfo=UTC) + timedelta(weeks=number)
            yield CaseRow(
                RowRef(at, row),
                str(row),
                number,
                entry.key,
                random.choice(CODES),
                session="race",
                verdict="penalty",
                decided_at=decided,
                published_at=decided,
            )


def measure(drivers: int, rounds: int, runs: int) -> float:
    made, given = ruleset(rounds, drivers), facts(drivers, rounds)
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.perf_counter()
        season = fold(made, given, NOW)
        table = season.standings[rounds]
        times.append(time.perf_counter() - start)
        assert len(table[0].rows) == drivers and not [p for p in season.problems if p.blocks]
    return statistics.median(times)


def alone(drivers: int, rounds: int) -> tuple[float, float]:
    """Seconds and the peak of memory in a process of its own."""
    command = [sys.executable, __file__, str(drivers), str(rounds)]
    seconds, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(peak)


def main() -> None:
    look_for_garbage_rarely()  # as every command does
    if len(sys.argv) == 3:
        seconds = measure(int(sys.argv[1]), int(sys.argv[2]), 1)
        print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
        return
    most = int(sys.argv[1]) if len(sys.argv) == 2 else 10_000
    small = measure(60, 10, 9)
    print(f"60 drivers, 10 rounds: {small * 1000:.0f} ms, {small / LIMITS[60]:.2f} of the limit")
    rounds, before = (50, 0.0) if most == 10_000 else (10, 0.0)
    for drivers in (most // 4, most // 2, most):
        seconds, peak = alone(drivers, rounds)
        growth = f", {seconds / before:.2f} times the half" if before else ""
        print(f"{drivers} drivers, {rounds} rounds: {seconds:.2f} s, {peak / 1024**2:.0f} MiB{growth}")
        before = seconds
    if most == 10_000:
        print(f"of the limits: {before / LIMITS[10_000]:.2f} in time, {peak / MEMORY:.2f} in memory")


if __name__ == "__main__":
    main()
