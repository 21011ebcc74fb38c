"""Two parts of a broken race together: the order by the sum of what their places are worth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.records.results import Result
from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.points.compared import Compared, Field, for_places, of_session_under
from sheets_sync.rules.points.rankings import PlacePoints

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_FAR_BACK = 10**6


def combined(course: Course, event: Event, parts: list[Classification]) -> Classification:
    """The session as a whole: by the sum of the weighted points, then by the places in the first part."""
    sums = _sums(course, parts)
    rows: dict[str, list[Classified]] = {}
    for part in parts:
        for row in part.rows:
            rows.setdefault(row.runner.person.key, []).append(row)
    placed = [key for key, own in rows.items() if any(row.place is not None for row in own)]

    def order(key: str) -> tuple[object, ...]:
        places = [row.place if row else None for row in (part.row_of(key) for part in parts)]
        seat = rows[key][0].runner.seat
        return (-sums.get(seat, Fraction(0)), *(place or _FAR_BACK for place in places), key)

    ranked = sorted(placed, key=order)
    places = {key: index for index, key in enumerate(ranked, 1)}
    rest = [key for key in rows if key not in places]
    made = tuple(_together(rows[key], places.get(key)) for key in [*ranked, *rest])
    return Classification(event, "place", made)


def _sums(course: Course, parts: list[Classification]) -> dict[str, Fraction]:
    """seat -> the points of the places of all parts. Where no points are given, the usual table ranks."""
    rules = [name for name, rule in course.ruleset.points.items() if for_places(course, rule.usual)]
    held = {name: [_under(course, name, part) for part in parts] for name in rules}
    if not any(rows for found in held.values() for rows in found):
        held = {name: [_usual(course, name, part) for part in parts] for name in rules}
    sums: dict[str, Fraction] = {}
    for name, found in held.items():
        for rows in found:
            for entry in PlacePoints(course, name, rows).entries():
                sums[entry.subject.key] = sums.get(entry.subject.key, Fraction(0)) + Fraction(entry.amount)
    return sums


def _under(course: Course, name: str, part: Classification) -> list[Compared]:
    return list(of_session_under(course, name, part))


def _usual(course: Course, name: str, part: Classification) -> list[Compared]:
    """The rows under the rule's usual settings, wherever it holds."""
    rules, session = course.ruleset.points[name].usual, part.event.session
    races = rules.sessions is None and course.ruleset.is_race(session)
    if not races and session not in (rules.sessions or ()):
        return []
    field = Field(part, course.verdicts.get(part.event))
    return [field.compared(row, rules) for row in part.rows]


def _together(own: list[Classified], place: int | None) -> Classified:
    """One row of what a driver did in all parts."""
    results = [row.runner.result for row in own]
    best = min((r for r in results if r.best_lap), key=lambda r: r.best_lap or 0, default=results[0])
    merged = replace(
        best,
        place=place,
        laps=_sum(r.laps for r in results),
        laps_led=_sum(r.laps_led for r in results),
        incidents=_sum(r.incidents for r in results),
        total_time=None,
        start=results[0].start,
    )
    penalties = tuple({id(each): each for row in own for each in row.penalties}.values())
    return replace(
        own[0], runner=own[0].runner._replace(result=merged), place=place, entered=place, penalties=penalties
    )


def _sum(values: Iterable[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def with_best(made: Classification, others: Iterable[Runner]) -> Classification:
    """The same order with the figures of further rows about the same run, such as those beside a photo."""
    by_person: dict[str, list[Result]] = {}
    for runner in others:
        by_person.setdefault(runner.person.key, []).append(runner.result)
    rows = tuple(_filled(row, by_person.get(row.runner.person.key, [])) for row in made.rows)
    return replace(made, rows=rows)


def _filled(row: Classified, others: list[Result]) -> Classified:
    own = row.runner.result
    faster = [each for each in others if each.best_lap and each.best_lap < (own.best_lap or _FAR_BACK * 100)]
    led = next((each.laps_led for each in others if each.laps_led is not None), None)
    best = min(faster, key=lambda each: each.best_lap or 0, default=own)
    if best is own and (own.laps_led is not None or led is None):
        return row
    result = replace(own, row=best.row, best_lap=best.best_lap, laps_led=own.laps_led or led)
    return replace(row, runner=row.runner._replace(result=result))
