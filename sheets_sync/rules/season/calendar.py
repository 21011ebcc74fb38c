"""The schedule of a season: the rounds that the ruleset prints, with what the calendar tab says of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.calendar import CalendarRow
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.times import localised
from sheets_sync.rules.season.rule import Schedule, Slot
from sheets_sync.ruleset.model import Round, Ruleset
from sheets_sync.ruleset.round_words import in_words


def make_schedule(ruleset: Ruleset, rows: Iterable[CalendarRow]) -> tuple[Schedule, list[Problem]]:
    """The schedule, and a warning on each calendar row whose date isn't the ruleset's."""
    by_slot, problems = _by_slot(rows)
    slots = {}
    for each in ruleset.rounds:
        for pool in _pools(each, by_slot):
            slot, found = _slot(
                ruleset, each, pool, by_slot.get((each.number, pool)) or by_slot.get((each.number, ""))
            )
            slots[each.number, pool] = slot
            problems += found
    words = {each.number: in_words(ruleset, each.number) for each in ruleset.rounds}
    return Schedule(slots, ruleset.season.usual.zone, words), problems


def _by_slot(rows: Iterable[CalendarRow]) -> tuple[dict[tuple[int, str], CalendarRow], list[Problem]]:
    """(round, pool) -> the first row about it."""
    by_slot: dict[tuple[int, str], CalendarRow] = {}
    problems: list[Problem] = []
    for row in rows:
        key = (row.round, row.pool or "")
        if key in by_slot:
            first = by_slot[key].row.cell("round").a1
            message = f"This race stands in the calendar twice, first in {first}; the first counts."
            problems.append(Problem(message, row.row.cell("round"), "Take one out."))
        by_slot.setdefault(key, row)
    return by_slot, problems


def _pools(each: Round, rows: Mapping[tuple[int, str], CalendarRow]) -> list[str]:
    written = [pool for number, pool in rows if number == each.number]
    found = list(dict.fromkeys([*each.dates, *written])) or [""]
    return [pool for pool in found if pool] or [""]


def _slot(ruleset: Ruleset, each: Round, pool: str, row: CalendarRow | None) -> tuple[Slot, list[Problem]]:
    problems: list[Problem] = []
    printed = each.dates.get(pool) or each.dates.get("")
    day = row.date if row and row.date else printed
    if row and row.date and printed and row.date != printed:
        race = f"{each.name} {pool}".strip()
        dates = f"{printed:%a %d %b %Y} for {race}; the tab's {row.date:%a %d %b %Y} counts"
        message = f"The ruleset prints {dates}."
        problems.append(Problem(message, row.row.cell("date"), "", Severity.NOTE))
    start, found = _start(ruleset, each.number, pool, day, row)
    season = ruleset.season.at(ruleset.where(each.number, pool=pool)) or ruleset.season.usual
    ended = row.ended_at if row else None
    end = ended or (start + season.duration if start else None)
    cells = row.row.cells("date", "start", "ended_at") if row else ()
    circuit, car = (row.circuit or "", row.car or "") if row else ("", "")
    sessions = _sessions(season.times, start) if start else {}
    made = Slot(each.number, pool, start, end, circuit, car, cells, row, printed, season.lobby, sessions)
    return made, problems + found


def _sessions(times: Mapping[str, time], start: datetime) -> dict[str, datetime]:
    """The sessions of that evening, each at its printed time."""
    return {name: start.replace(hour=at.hour, minute=at.minute) for name, at in times.items()}


def _start(
    ruleset: Ruleset, number: int, pool: str, day: date | None, row: CalendarRow | None
) -> tuple[datetime | None, list[Problem]]:
    season = ruleset.season.at(ruleset.where(number, pool=pool)) or ruleset.season.usual
    race = next(filter(ruleset.is_race, ruleset.programme(number)), "")
    clock = (row.start if row else None) or season.times.get(race) or season.start
    if day is None or clock is None:
        return None, []
    try:
        return localised(datetime.combine(day, clock), season.zone), []
    except Unreadable as error:
        moved = datetime.combine(day, clock, season.zone)
        shown = moved.astimezone(UTC).astimezone(season.zone)
        message = f"{error} The race is taken to start at {shown:%H:%M} ({shown:%Z})."
        return moved, [Problem(message, row.row.cell("start") if row else None, "Write another time.")]
