"""What each seat has gathered, round by round: points by rule and session, deductions, places, laps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.roster import guests
from sheets_sync.rules.statuses import rule as statuses
from sheets_sync.rules.tariff.deductions import DEDUCTIONS
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.values import Number

Earned = tuple[str, str]
"""The points rule's account and the session."""


class Finish(NamedTuple):
    """One race of a seat. ``place`` None: no place; ``in_class``: the place among the own class."""

    session: str
    place: int | None
    in_class: int | None
    best_lap: int | None
    started: bool
    drops: str


@dataclass(slots=True)
class RoundScore:
    """One seat in one round. ``accounts``: of every entry that isn't 0. Tuples, for there are very many."""

    points: dict[Earned, Number] = field(default_factory=dict)
    deductions: Number = 0
    accounts: tuple[str, ...] = ()
    finishes: tuple[Finish, ...] = ()


@dataclass(slots=True)
class Scores:
    """``seats``: seat -> round -> what it got there."""

    seats: dict[str, dict[int, RoundScore]] = field(default_factory=dict)
    taken: int = 0

    def take(self, entries: list[Entry]) -> None:
        """Adds what was entered since the last time."""
        for entry in entries[self.taken :]:
            if entry.subject.kind in ("seat", "team") and entry.account.startswith("points."):
                add_entry(self.of(entry.subject.key, entry.event.round), entry)
        self.taken = len(entries)

    def take_races(self, ruleset: Ruleset, races: Iterable[Classification]) -> None:
        for race in races:
            ahead: Counter[str] = Counter()
            for row in race.rows:
                meaning = statuses.of_row(ruleset, row, race.event)
                made = _finish(race, row, meaning, ahead)
                if not guests.score_nothing(ruleset, row.runner.person, race.event.round):
                    self.of(row.runner.seat, race.event.round).finishes += (made,)

    def of(self, seat: str, number: int) -> RoundScore:
        rounds = self.seats.setdefault(seat, {})
        score = rounds.get(number)
        if score is None:
            score = rounds[number] = RoundScore()
        return score


def add_entry(score: RoundScore, entry: Entry) -> None:
    if entry.amount:
        score.accounts += (entry.account,)
    if entry.account == DEDUCTIONS:
        score.deductions += entry.amount
    else:
        earned = (entry.account, entry.event.session)
        score.points[earned] = score.points.get(earned, 0) + entry.amount


def _finish(race: Classification, row: Classified, meaning: Status, ahead: Counter[str]) -> Finish:
    in_class = None
    if row.place is not None:
        ahead[row.runner.car_class] += 1
        in_class = ahead[row.runner.car_class]
    started, lap = row.runner.meaning.starts, row.runner.result.best_lap
    return Finish(race.event.session, row.place, in_class, lap, started, meaning.drops)


def with_entries(scores: Mapping[int, RoundScore], entries: Iterable[Entry]) -> dict[int, RoundScore]:
    """A seat's scores with further entries, such as points that a tally took; the scores stay as they are."""
    merged = dict(scores)
    copied: set[int] = set()
    for entry in entries:
        number = entry.event.round
        old = merged.get(number, RoundScore())
        if number not in copied:
            merged[number] = RoundScore(dict(old.points), old.deductions, old.accounts, old.finishes)
            copied.add(number)
        add_entry(merged[number], entry)
    return merged
