"""season: the frame of a league's year: its zone, its clock, its rounds and their sessions.

``calendar`` stands beside it: the number of rounds, or each of them by name, with its dates (one, or one
for each pool), its number where it isn't the next one, and its ``programme`` where it differs. A race
starts on that date at ``start``, or at the clock that ``times`` gives its session, and a row of the calendar
tab counts before all of them. It ends when the tab says so, else after ``duration``; from then on its results
are known. Of an evening with several races those before the last one are facts as soon as they are there:
from the start of the evening, or that race's printed time, on; and a row that says when it was written down
from then on. The lobby opens so long before the start as ``lobby`` says. The sessions of the ``programme``
are races, but for those with ``quali`` in their names. A row without a session is about the round's only
race. A round without a result holds up nothing: it is reported once a later one has been raced.
Rounds are held in the order of their days, whatever their numbers: one that was put off comes next when it
is due, and bans, departures and ballast are counted to it from then on. One without a date comes after the
number before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo

from sheets_sync.cells import CellRef
from sheets_sync.records.calendar import CalendarRow
from sheets_sync.ruleset.model import Round, Ruleset
from sheets_sync.ruleset.moments import Moment

LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Slot:
    """One pool's race. ``start`` and ``end`` are None where no date is known; an ``end`` that nobody
    wrote is the start plus the ruleset's duration. ``sessions``: when those begin whose time is printed."""

    round: int
    pool: str
    start: datetime | None
    end: datetime | None
    circuit: str = ""
    car: str = ""
    cells: tuple[CellRef, ...] = ()
    row: CalendarRow | None = None
    printed: date | None = None
    lobby: timedelta = timedelta()
    sessions: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def cancelled(self) -> bool:
        return self.row is not None and self.row.cancelled

    @property
    def laps(self) -> int | None:
        """The scheduled laps."""
        return self.row.laps if self.row else None


@dataclass(frozen=True, slots=True)
class Schedule:
    """``slots``: (round, pool) -> slot; the pool is empty where a round has one slot for all. ``words``: how
    a round is called in a sentence."""

    slots: Mapping[tuple[int, str], Slot]
    zone: tzinfo = UTC
    words: Mapping[int, str] = field(default_factory=dict)
    by_round: dict[int, list[Slot]] = field(init=False, default_factory=dict, compare=False, repr=False)
    turns: Mapping[int, int] = field(init=False, default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "turns", _turns(self.slots.values()))

    def turn(self, number: int) -> int:
        """Whose turn it is at that round: its own number, or where rounds were postponed the number of the
        round in whose place it is held."""
        return self.turns.get(number, number)

    def is_after(self, number: int, other: int) -> bool:
        """Whether a round is held after another one."""
        return self.turn(number) > self.turn(other)

    def in_order(self, numbers: Iterable[int]) -> list[int]:
        """Rounds in the order in which they are held."""
        return sorted(numbers, key=self.turn)

    def slot(self, number: int, pool: str) -> Slot:
        found = self.slots.get((number, pool)) or self.slots.get((number, ""))
        return found or Slot(number, pool, None, None)

    def in_words(self, number: int) -> str:
        return self.words.get(number, f"round {number}")

    def of_round(self, number: int) -> list[Slot]:
        if not self.by_round:
            for (each, _), slot in self.slots.items():
                self.by_round.setdefault(each, []).append(slot)
        return self.by_round.get(number, [])

    def end(self, number: int, pool: str) -> datetime:
        """The end of a race; long ago where no date is known, so that nothing waits for it."""
        return self.slot(number, pool).end or LONG_AGO

    def moment(
        self,
        moment: Moment,
        number: int,
        pool: str,
        publication: datetime | None = None,
        contestation: datetime | None = None,
    ) -> datetime | None:
        """A moment of a ruleset for one pool's race; None where what it hangs on has no date."""
        if moment.fixed is not None:
            return moment.fixed.replace(tzinfo=self.zone)
        told = {"publication": publication, "contestation": contestation}
        name = moment.anchor
        anchor = told[name] if name in told else self._anchor(name, number, pool)
        return _shifted(anchor, moment) if anchor else None

    def _anchor(self, name: str, number: int, pool: str) -> datetime | None:
        """What the calendar has for the name that a moment hangs on."""
        slot, slots = self.slot(number, pool), self.of_round(number)
        first = min((each.start for each in slots if each.start), default=None)
        return {
            "lobby": slot.start - slot.lobby if slot.start else None,
            "event": first,
            "own race start": slot.start,
            "race start": slot.start,
            "own race end": slot.end,
            "race end": slot.end,
            "first race start": first,
            "last race end": max((each.end for each in slots if each.end), default=None),
        }[name]

    def dated(self, ruleset: Ruleset) -> Ruleset:
        """The ruleset with the days on which the rounds are really held."""
        rounds = tuple(replace(each, dates=self._days(each)) for each in ruleset.rounds)
        return replace(ruleset, rounds=rounds, places={})

    def _days(self, each: Round) -> Mapping[str, date]:
        days = {slot.pool: slot.start.date() for slot in self.of_round(each.number) if slot.start}
        return days or each.dates

    def is_cancelled(self, number: int) -> bool:
        slots = self.of_round(number)
        return bool(slots) and all(slot.cancelled for slot in slots)

    def last_end(self, number: int) -> datetime:
        return max((slot.end for slot in self.of_round(number) if slot.end), default=LONG_AGO)


def _turns(slots: Collection[Slot]) -> dict[int, int]:
    """Round -> the number of the round in whose place it is held, for those that aren't held in the order of
    their numbers. A round without a date is held after the one before it."""
    starts: dict[int, datetime] = {}
    for slot in slots:
        if slot.start is not None:
            starts[slot.round] = min(slot.start, starts.get(slot.round, slot.start))
    numbers = sorted({slot.round for slot in slots})
    held: list[tuple[datetime, int]] = []
    before = LONG_AGO
    for number in numbers:
        before = starts.get(number, before)
        held.append((before, number))
    return {own: place for (_, own), place in zip(sorted(held), numbers, strict=True) if own != place}


def _shifted(anchor: datetime, moment: Moment) -> datetime:
    """Days and weeks go by the clock on the wall, hours and minutes over a change of the clocks, too."""
    if "day" in moment.text or "week" in moment.text:
        return anchor + moment.offset
    return (anchor.astimezone(UTC) + moment.offset).astimezone(anchor.tzinfo)
