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
    """What counts in a points rule."""
    found = []
    for row in rows:
        if row.account in ruleset.points:
            cells = row.row.cells("driver", "account", "amount")
            subject, happened = Subject("seat", row.driver), row.happened or LONG_AGO
            name, says = f"points.{row.account}", row.reason or "brought along"
            amount = simplest(row.amount)
            found.append(
                Entry(name, subject, _before(ruleset), amount, happened, happened, name, "", cells, says)
            )
    return found


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
        )
        for row in rows
        if row.account not in known and row.account not in off
    ]
