"""The fields of notices: from the calendar, the entries and what the ruleset announces."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from sheets_sync.records.calendar import KIND as CALENDAR
from sheets_sync.records.names import fold
from sheets_sync.rules.season.rule import Slot
from sheets_sync.ruleset.columns import field_of

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_ASK = "ask"
Filled = tuple[tuple[tuple[str, str], ...], tuple[str, ...]]


def filled(course: Course, names: Iterable[str], number: int, pool: str) -> Filled:
    """The fields that can be filled, and those that can't."""
    fields, missing = [], []
    for name in names:
        text, whole = _field(course, name, number, pool)
        if text:
            fields.append((name, text))
        if not whole:
            missing.append(name)
    return tuple(fields), tuple(missing)


def _field(course: Course, name: str, number: int, pool: str) -> tuple[str, bool]:
    """The text, and whether nothing of it is missing."""
    found = _OF_ENTRIES.get(fold(name))
    if found is not None:
        return found(course, number, pool)
    if fold(name) == "settings":
        text = "; ".join(f"{key}: {value}" for key, value in course.ruleset.info.items() if value != _ASK)
        return text, bool(text)
    text, whole = _of_calendar(course, name, number, pool)
    known = course.ruleset.info.get(name, _ASK)
    return (known, True) if not text and known != _ASK else (text, whole)


def _of_calendar(course: Course, name: str, number: int, pool: str) -> tuple[str, bool]:
    """What the calendar has for the round; for each pool where they differ."""
    slots = [slot for slot in course.schedule.of_round(number) if not pool or slot.pool == pool]
    texts = {slot.pool: _of_slot(course, name, slot) for slot in slots}
    if len(set(texts.values())) <= 1:
        text = next(iter(texts.values()), "")
        return text, bool(text)
    words = [f"{own}: {text}" for own, text in texts.items() if text]
    return ", ".join(words), all(texts.values())


def _of_slot(course: Course, name: str, slot: Slot) -> str:
    zone = course.ruleset.season.usual.zone
    if fold(name) in ("date", "day"):
        return f"{slot.start.astimezone(zone):%Y-%m-%d}" if slot.start else _day(slot)
    if fold(name) in ("time", "start"):
        return f"{slot.start.astimezone(zone):%H:%M}" if slot.start else ""
    field = field_of(CALENDAR.name, name)
    value = getattr(slot.row, field, None) if field and slot.row else None
    if value is None:
        return ""
    return f"{value.astimezone(zone):%Y-%m-%d %H:%M}" if hasattr(value, "astimezone") else str(value)


def _day(slot: Slot) -> str:
    day = (slot.row.date if slot.row else None) or slot.printed
    return str(day) if day else ""


def _people(course: Course, number: int, pool: str) -> list[str]:
    """Who may race that round: those of the pool, where they have been placed."""
    field = course.field(number)
    placed = [person for person in field if course.pools.get((number, person)) == pool]
    return placed if pool and placed else list(field)


def _drivers(course: Course, number: int, pool: str) -> tuple[str, bool]:
    names = [course.name(person) for person in _people(course, number, pool)]
    return ", ".join(names), bool(names)


def _ids(course: Course, number: int, pool: str) -> tuple[str, bool]:
    entrants = [course.seats.entrants[person] for person in _people(course, number, pool)]
    text = ", ".join(f"{each.driver}: {each.platform_id}" for each in entrants if each.platform_id)
    return text, bool(entrants) and all(each.platform_id for each in entrants)


_OF_ENTRIES: Mapping[str, Callable[[Course, int, str], tuple[str, bool]]] = {
    "drivers": _drivers,
    "psn ids": _ids,
    "platform ids": _ids,
    "ids": _ids,
}
