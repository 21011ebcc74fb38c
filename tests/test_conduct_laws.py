"""Laws of leagues with penalty points, warnings, bans, movement and ballast: order, time and sums."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from law_conduct import END, Conduct, conducts, season

from sheets_sync.rules.ledger import Entry, balance
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.tallies.rule import account
from sheets_sync.tables.registry import make_tables

LATER = datetime(2024, 2, 1, tzinfo=UTC)
few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("conduct")


def told(entry: Entry) -> str:
    """An entry but for its cells."""
    because = sorted(told(each) for each in entry.because)
    return str((replace(entry, cells=(), because=()), because))


def ledger(found: Season) -> list[str]:
    return sorted(map(told, found.entries))


def tables(found: Season) -> dict[str, object]:
    """Every table but its cells' names."""
    made = make_tables(found, ())
    return {
        name: table.chosen([c.key for c in table.columns if c.key != "cell"]).rows
        for name, table in made.items()
    }


@few
@given(written=conducts(), seed=st.integers(0, 2**32))
def test_the_order_of_rows_changes_nothing_but_cells(folder: Path, written: Conduct, seed: int) -> None:
    shuffled = random.Random(seed)
    mixed = {tab: shuffled.sample(list(rows), len(rows)) for tab, rows in written.tabs.items()}
    mixed["Entries"] = (
        written.entries
    )  # where nothing else says who is last, their order does, and it is said
    first, second = season(folder, written.tabs, LATER), season(folder, mixed, LATER)
    assert ledger(first) == ledger(second)
    assert tables(first) == tables(second)
    assert first.ballast == second.ballast
    assert {each.id for each in first.decisions} == {each.id for each in second.decisions}


@few
@given(written=conducts())
def test_a_new_result_changes_no_earlier_classification_and_no_points(folder: Path, written: Conduct) -> None:
    """Only whether a round counts, or is dropped, may change."""
    whole = season(folder, written.tabs, LATER)
    for number in written.rounds:
        before = season(folder, written.until(number).tabs, LATER)
        earlier = {event: each for event, each in whole.classifications.items() if event.round <= number}
        assert dict(before.classifications) == earlier
        assert awarded(before, number) == awarded(whole, number)
        assert before.standings[number] == whole.standings[number]


def awarded(found: Season, number: int) -> list[str]:
    return sorted(
        told(each)
        for each in found.entries
        if each.account.startswith("points.") and each.event.round <= number
    )


@few
@given(written=conducts(), hours=st.integers(0, 24 * 25))
def test_as_of_a_moment_only_what_was_known_counts(folder: Path, written: Conduct, hours: int) -> None:
    now = END + timedelta(hours=hours)
    looked_back = season(folder, written.tabs, now)
    at_the_time = season(folder, written.known_at(now).tabs, now)
    assert tables(looked_back) == tables(at_the_time)
    assert ledger(looked_back) == ledger(at_the_time)


@few
@given(written=conducts())
def test_an_account_sums_to_its_table(folder: Path, written: Conduct) -> None:
    found = season(folder, written.tabs, LATER)
    made = make_tables(found, ())
    for name in ("pp", "warning"):
        for driver, _, counted, _ in made[name].rows:
            mine = [each for each in found.entries if each.subject.key == str(driver).casefold()]
            assert counted == balance(each for each in mine if each.account == account(name))
    (table,) = found.standings[found.last_round or 0]
    for line in table.rows:
        own = [each for each in found.entries if each.subject.key == line.seat]
        points = [each for each in own if each.account.startswith("points.")]
        dropped = [e for e in points if e.event.round in line.dropped and e.account != "points.deductions"]
        assert line.total == balance(points) - balance(dropped)
        assert line.deductions == balance(e for e in points if e.account == "points.deductions")
