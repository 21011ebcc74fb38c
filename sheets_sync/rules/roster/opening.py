"""Opening balances: what a driver brings along into the season."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sheets_sync.problems import Problem
from sheets_sync.records.opening import Opening
from sheets_sync.rules.ledger import Entry, Event, Subject
from sheets_sync.rules.sanctions.penalties import Act
from sheets_sync.rules.season.rule import LONG_AGO, Schedule
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.values import simplest
from sheets_sync.validation import nearest


def _before(ruleset: Ruleset) -> Event:
    """The time before the first round."""
    return Event(min((each.number for each in ruleset.rounds), default=1) - 1)


def acts(ruleset: Ruleset, schedule: Schedule, rows: Iterable[Opening]) -> list[Act]:
    """What counts in a tally. A row without a date is of the season's first day."""
    starts = [slot.start for slot in schedule.slots.values() if slot.start]
    first = min(starts) - timedelta(seconds=1) if starts else LONG_AGO
    before = _before(ruleset)
    return [_act(row, before, row.happened or first) for row in rows if row.account in ruleset.tallies]


def _act(row: Opening, before: Event, happened: datetime) -> Act:
    cells = row.row.cells("driver", "account", "amount", "happened")
    return Act(
        "opening",
        row.account,
        row.driver,
        before,
        simplest(row.amount),
        happened,
        happened,
        "",
        cells,
        row.reason or "brought along",
        inherited=True,
    )


def entries(ruleset: Ruleset, rows: Iterable[Opening]) -> list[Entry]:
    """What counts in a points rule before the first round."""
    return [_entry(row, _before(ruleset)) for row in rows if row.account in ruleset.points and not row.round]


def given_by_hand(ruleset: Ruleset, rows: Iterable[Opening], number: int) -> list[Entry]:
    """The points of a round that aren't reckoned from results."""
    own = (row for row in rows if row.round == number and row.account in ruleset.points)
    return [_entry(row, Event(number)) for row in own]


def given_twice(ruleset: Ruleset, rows: Iterable[Opening], number: int) -> list[Problem]:
    """Points of a round that has results, so that they are reckoned: one of the two is too many."""
    return [
        Problem(
            f"The points of round {number} are reckoned from its results; these are left out.",
            row.row.cell("amount"),
            "Take out the results of the round, or these points.",
            rule="roster",
            refusal="doubled",
        )
        for row in rows
        if row.round == number and row.account in ruleset.points
    ]


def _entry(row: Opening, event: Event) -> Entry:
    cells = row.row.cells("driver", "round", "account", "amount")
    subject, happened = Subject("seat", row.driver), row.happened or LONG_AGO
    name = f"points.{row.account}"
    says = row.reason or ("given by hand" if row.round else "brought along")
    return Entry(name, subject, event, simplest(row.amount), happened, happened, name, "", cells, says)


def unknown(ruleset: Ruleset, rows: Iterable[Opening]) -> list[Problem]:
    """Rows of an account that is neither a tally nor a rule of points."""
    known = [*ruleset.tallies, *ruleset.points]
    off = {name for _, name in ruleset.switched_off}
    return [
        Problem(
            f"There is no account '{row.account}': neither a tally nor a rule of points. The row is left "
            "out.",
            row.row.cell("account"),
            nearest(row.account, known) if known else "",
            rule="roster",
            refusal="unknown account",
        )
        for row in rows
        if row.account not in known and row.account not in off
    ]
