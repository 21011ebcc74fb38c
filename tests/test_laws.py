"""Laws that hold for whatever league: order, time, exactness, writing twice, and what a text may do."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from law_leagues import END, Row, Written, leagues, scaled, season, set_up, text, write_workbooks

from sheets_sync import pipeline
from sheets_sync.announce.discord import code_table, escape
from sheets_sync.cells import MAX_COLUMNS, MAX_ROWS, CellRange, a1, parse_a1
from sheets_sync.jobs.run import now_of, sync
from sheets_sync.plan.memory import Memory, digest
from sheets_sync.plan.safety import Consent
from sheets_sync.rules.ledger import Entry, balance
from sheets_sync.rules.season.season import Season
from sheets_sync.sources.snapshot import CellWrite
from sheets_sync.sources.workbook import read_workbook, write_workbook
from sheets_sync.tables.explain import explain
from sheets_sync.tables.registry import make_tables

DEMO = Path(__file__).parent.parent / "examples" / "rover-demo"
LATER = datetime(2030, 1, 1, tzinfo=UTC)
few = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
fewer = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("laws")


def told(entry: Entry) -> tuple[object, ...]:
    """An entry but for its cells."""
    because = tuple(told(each) for each in entry.because)
    return (*(getattr(replace(entry, cells=(), because=()), name) for name in Entry.__slots__), because)


def ledger(found: Season) -> list[str]:
    return sorted(str(told(entry)) for entry in found.entries)


def rows_of(found: Season) -> dict[str, object]:
    return {name: table.rows for name, table in make_tables(found, ()).items() if name != "open decisions"}


@few
@given(written=leagues(), seed=st.integers(0, 2**32))
def test_the_order_of_rows_changes_nothing_but_cells(folder: Path, written: Written, seed: int) -> None:
    mixed = {tab: random.Random(seed).sample(list(rows), len(rows)) for tab, rows in written.tabs.items()}
    first, second = season(folder, written.tabs, LATER), season(folder, mixed, LATER)
    assert ledger(first) == ledger(second)
    assert rows_of(first) == rows_of(second)
    assert {each.id for each in first.decisions} == {each.id for each in second.decisions}


@few
@given(written=leagues())
def test_entries_sum_to_the_standing(folder: Path, written: Written) -> None:
    found = season(folder, written.tabs, LATER)
    for number, (table,) in found.standings.items():
        for line in table.rows:
            mine = [
                entry
                for entry in found.entries
                if entry.subject.key == line.seat
                and entry.account.startswith("points.")
                and entry.event.round <= number
            ]
            assert line.total == balance(mine) == sum(line.rounds.values()) + line.deductions


@few
@given(
    written=leagues(),
    floor=st.sampled_from(["none", "round", "total"]),
    lost=st.sampled_from(["stay", "drop with the round"]),
)
def test_entries_and_what_the_floor_gives_back_sum_to_the_standing(
    folder: Path, written: Written, floor: str, lost: str
) -> None:
    changes = (
        f"standings: {{drivers: {{floor: {floor}, deductions: {lost}}}}}\ntariff: {{codes: {{A: 15}}}}\n"
    )
    found = season(folder, written.tabs, LATER, scaled(folder, changes))
    for line in found.standings[found.last_round or 0][0].rows if found.last_round else ():
        mine = [e for e in found.entries if e.subject.key == line.seat and e.account.startswith("points.")]
        assert line.total == balance(mine) + line.raised.total
        assert line.total == sum(line.rounds.values()) + line.deductions + line.raised.beside
        assert floor == "none" or line.total >= 0
        explanation, _ = explain(found, found.name(line.person), None)
        assert explanation is not None and explanation.total == line.total
        assert sum(each.amount for each in explanation.adjustments) == line.raised.total


@few
@given(written=leagues())
def test_a_later_round_changes_nothing_of_an_earlier_one(folder: Path, written: Written) -> None:
    whole = season(folder, written.tabs, LATER)
    for number in whole.standings:
        before = season(folder, written.until(number).tabs, LATER)
        earlier = {event: each for event, each in whole.classifications.items() if event.round <= number}
        assert dict(before.classifications) == earlier
        assert before.entries == tuple(e for e in whole.entries if e.event.round <= number)
        assert before.standings[number] == whole.standings[number]


def known_rows(written: Written, moment: datetime) -> Written:
    """The rows as they would have stood at that moment, had nobody written ahead."""
    limit = text(moment)
    results = [row for row in written.results if _raced(row) <= moment]
    return Written(
        tuple(results), tuple(_known_case(row, limit) for row in written.cases if _at(row, 4) <= limit)
    )


def _raced(row: Row) -> datetime:
    """A race counts from its end on, its qualifying from a day before its start, an hour before that end."""
    end = END + timedelta(days=7 * (int(row[0] or 0) - 1))
    return end if row[1] == "race" else end - timedelta(days=1, hours=1)


def _at(row: Row, column: int) -> str:
    return str(row[column] or "")


def _known_case(row: Row, limit: str) -> Row:
    """``yyyy-mm-dd hh:mm`` sorts as text. A decision is known from its publication on."""
    for column in (6, 7, 8):
        if _at(row, column) > limit:
            keep = 5 if column < 8 else column
            return (*row[:keep], *[None] * (len(row) - keep))
    return row


@few
@given(written=leagues(), hours=st.integers(0, 24 * 25))
def test_as_of_a_moment_only_what_was_known_counts(folder: Path, written: Written, hours: int) -> None:
    local = END + timedelta(hours=hours)
    now = local.replace(tzinfo=set_up(folder)[1].season.usual.zone)
    looked_back = season(folder, written.tabs, now)
    at_the_time = season(folder, known_rows(written, local).tabs, now)
    assert rows_of(looked_back) == rows_of(at_the_time)
    assert ledger(looked_back) == ledger(at_the_time)


@few
@given(written=leagues(), scale=st.fractions(Fraction(1, 97), 50, max_denominator=97))
def test_points_are_exact(folder: Path, written: Written, scale: Fraction) -> None:
    only = "standings: {drivers: {sum: race}}\n"
    plain = season(folder, written.tabs, LATER, scaled(folder, only))
    times = season(
        folder, written.tabs, LATER, scaled(folder, f"{only}points: {{race: {{scale: {scale}}}}}\n")
    )
    for number, (table,) in plain.standings.items():
        totals = {line.seat: line.total for line in table.rows}
        for line in times.standings[number][0].rows:
            assert isinstance(line.total, (int, Fraction))
            assert line.total == totals[line.seat] * scale


@fewer
@given(written=leagues())
def test_a_plan_after_its_apply_is_empty(tmp_path_factory: pytest.TempPathFactory, written: Written) -> None:
    folder = tmp_path_factory.mktemp("league")
    set_up(folder)
    write_workbooks(folder, written.tabs)
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, problems
    first = sync(pipeline.compute(setup, LATER), Consent())
    assert first.problems == () and first.plan.problems == () and first.plan.changes
    bytes_then = [(folder / name).read_bytes() for name in ("in.xlsx", "out.xlsx")]
    again = pipeline.plan(pipeline.compute(setup, LATER), Consent())
    assert again.changes == [] and again.problems == ()
    assert sync(pipeline.compute(setup, LATER), Consent()).applied.written == ()
    assert [(folder / name).read_bytes() for name in ("in.xlsx", "out.xlsx")] == bytes_then


tricky = st.text() | st.text("*_`~|>[]()#<@\\-+1.: \n\thtps/dicorgevyn&!", max_size=40)
_SIGNS = re.compile(r"[*_`~|>\[\]()#<\\]")


def without_escapes(escaped: str) -> str:
    return re.sub(r"\\.", "", escaped)


@given(tricky)
def test_escaped_text_formats_links_and_pings_nothing(typed: str) -> None:
    escaped = escape(typed)
    bare = without_escapes(escaped)
    assert not _SIGNS.search(bare), escaped
    assert not re.search(r"@(?![\u200b\s]|$)", escaped), escaped
    assert not re.search(r"(?i)https?://|discord\.gg", escaped), escaped
    assert not re.match(r"\s*(-|\+|\d+\.)\s", escaped), escaped
    assert "\n" not in escaped


@given(tricky)
def test_escaped_text_reads_as_it_was_typed(typed: str) -> None:
    shown = re.sub(r"\\(.)", r"\1", escape(typed)).replace("\u200b", "")
    assert shown == re.sub(r"\s+", " ", typed) or "\u200b" in typed


@given(st.lists(st.lists(tricky, min_size=2, max_size=2), max_size=4))
def test_a_table_never_leaves_its_code_block(rows: list[list[str]]) -> None:
    table = code_table(rows, "<>")
    inside = table.removeprefix("```\n").removesuffix("\n```")
    assert "`" not in inside
    assert not re.search(r"@(?![\u200b\s]|$)", inside)
    assert not rows or len(inside.split("\n")) == len(rows)


@given(st.integers(1, MAX_ROWS), st.integers(1, MAX_COLUMNS), st.integers(1, 99), st.integers(1, 99))
def test_a1_is_read_as_it_is_printed(row: int, column: int, high: int, wide: int) -> None:
    assert parse_a1(a1(row, column)) == (row, column)
    last = (min(row + high, MAX_ROWS), min(column + wide, MAX_COLUMNS))
    area = CellRange(row, column, *last)
    assert CellRange.parse(str(area)) == area
    assert CellRange.parse(f"{a1(*last)}:${a1(row, column)}") == area


spots = st.tuples(st.text(max_size=8), st.integers(1, MAX_ROWS), st.integers(1, MAX_COLUMNS))
values = (
    st.text(min_size=1) | st.integers(-(10**14), 10**14) | st.floats(allow_nan=False, allow_infinity=False)
)


@given(
    st.text(),
    st.integers(0, 10**9),
    st.dictionaries(spots, values.map(digest), max_size=8),
    st.dictionaries(st.text(max_size=8), st.integers(0, 10**6), max_size=4),
)
def test_memory_survives_its_text(
    identity: str, generation: int, digests: dict[tuple[str, int, int], str], inputs: dict[str, int]
) -> None:
    memory = Memory(identity, generation, digests, inputs)
    assert Memory.parse(memory.text()) == memory


@given(st.text() | st.none())
def test_no_text_breaks_the_memory(typed: str | None) -> None:
    assert Memory.parse(typed) is None


_ROWS = st.sampled_from([row for row in range(6, 132) if (row - 5) % 16 not in (0, 15)])
_EDITS = st.tuples(
    st.sampled_from("ABCEFH"), _ROWS, st.sampled_from([None, 1, "R2", "DNF", "Kenji Sato", "1:59.9"])
)


@settings(max_examples=3, deadline=None)
@given(edits=st.lists(_EDITS, min_size=1, max_size=4))
def test_the_demo_is_at_rest_after_its_sync_whatever_was_edited(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int, str | int | None]]
) -> None:
    folder = tmp_path_factory.mktemp("demo")
    for name in ("league.yaml", "coordinators.xlsx", "stewards.xlsx", "public.xlsx"):
        shutil.copyfile(DEMO / name, folder / name)
    book, _ = read_workbook("coordinators", folder / "coordinators.xlsx", "", ["Results"])
    assert book is not None
    cells = {parse_a1(f"{column}{row}"): value for column, row, value in edits}
    assert (
        write_workbook(book, [CellWrite("Results", *place, value) for place, value in cells.items()], "")
        == []
    )
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, problems
    now, _ = now_of(setup, None)
    first = sync(pipeline.compute(setup, now), Consent())
    assert first.plan.problems == () and first.plan.changes
    again = pipeline.plan(pipeline.compute(setup, now), Consent())
    assert again.changes == [] and again.problems == ()
