"""Messy tabs made of clean records: the reader gives the records back, or a problem on the right cell."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sheets_sync.cells import CellError, CellRef, Grid
from sheets_sync.league import League, load_league
from sheets_sync.pipeline import reading_context
from sheets_sync.problems import Problem, Severity
from sheets_sync.records.facts import Facts
from sheets_sync.records.gather import gather
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset
from tests.messy.languages import LANGUAGES
from tests.messy.layouts import LAYOUTS
from tests.messy.season import DRIVERS, NUMBERS, RULESET, Clean, seasons
from tests.messy.sheets import Laid
from tests.messy.writing import Hand, Written, hands

LEAGUE = """
league: Messy
ruleset: messy
spreadsheets: {{season: {{path: season.xlsx, access: private}}}}
read:
  entries: {{tab: season!Entries}}
  {kind}: {read}
"""
_JUNK = {
    "driver": ("Nobody Atall", "?!", CellError("#REF!"), 45_000.5),
    "place": ("first or second", "0", -3, 1.5, CellError("#N/A")),
    "status": ("gone fishing", CellError("#VALUE!")),
    "time": ("1:75.000", "about an hour", CellError("#DIV/0!")),
    "round": ("R9", "somewhere", CellError("#REF!")),
    "pool": ("OMEGA", CellError("#REF!")),
}
_JUNK_HEADINGS = ("R9", "Round 17", CellError("#REF!"))
"""Any word may stand over a further column of a matrix."""


@cache
def rules(folder: Path) -> Ruleset:
    (folder / "rulesets" / "messy").mkdir(parents=True, exist_ok=True)
    (folder / "rulesets" / "messy" / "ruleset.yaml").write_text(RULESET, encoding="utf-8")
    ruleset, problems = load_ruleset("messy", [folder / "rulesets"])
    assert ruleset is not None, problems
    return ruleset


@cache
def league(folder: Path, kind: str, read: str) -> League:
    (folder / "league.yaml").write_text(LEAGUE.format(kind=kind, read=read), encoding="utf-8")
    found, problems = load_league(folder)
    assert found is not None and not problems, problems
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("messy")


def entries() -> Grid:
    values = [["Driver", *DRIVERS], ["No.", *(NUMBERS[name] for name in DRIVERS)]]
    return Grid("season", "Entries", values, [[""] * len(column) for column in values])


def read(folder: Path, laid: Laid) -> tuple[Facts, list[Problem]]:
    grids = {("season", sheet.tab): sheet.grid() for sheet in laid.sheets} | {
        ("season", "Entries"): entries()
    }
    found = league(folder, laid.kind, laid.read)
    gathered, problems = gather(found, grids, reading_context(rules(folder)))
    return gathered.facts, problems


def given_back(facts: Facts, kind: str) -> list[Clean]:
    names = {entry.key: entry.driver for entry in facts.entries}
    found = [_clean(each, names, kind) for each in getattr(facts, kind)]
    return sorted(found, key=lambda each: each.order)


def _clean(fact: Any, names: dict[str, str], kind: str) -> Clean:
    if kind == "choices":
        return Clean(fact.round, names[fact.driver], fact.pool or "", None, None)
    status = None if fact.status == "FIN" else fact.status
    return Clean(fact.round, names[fact.driver], fact.pool or "", fact.place, status, fact.total_time)


def said(problems: Iterable[Problem]) -> list[Any]:
    """Where something is wrong, or to be looked at."""
    return [each.at for each in problems if each.severity is not Severity.NOTE]


def errors(problems: Iterable[Problem]) -> list[Problem]:
    return [each for each in problems if each.severity is Severity.ERROR]


@st.composite
def laid_out(draw: st.DrawFn, layout: str) -> Laid:
    season = draw(seasons())
    hand: Hand = draw(hands(LANGUAGES))
    found: Laid = draw(LAYOUTS[layout](season, hand))
    return found


every_layout = pytest.mark.parametrize("layout", LAYOUTS)
often = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@every_layout
@often
@given(data=st.data())
def test_clean_records_come_back(layout: str, data: st.DataObject, folder: Path) -> None:
    laid = data.draw(laid_out(layout))
    facts, problems = read(folder, laid)
    assert errors(problems) == []
    assert given_back(facts, laid.kind) == laid.expected


@every_layout
@often
@given(data=st.data())
def test_a_spoilt_cell_is_named(layout: str, data: st.DataObject, folder: Path) -> None:
    """One cell can't be read: a problem stands on it, and every other record is as it was."""
    laid = data.draw(laid_out(layout))
    spoilt = data.draw(st.sampled_from(laid.expected))
    name, (tab, row, column) = data.draw(st.sampled_from(sorted(laid.cells[spoilt].items())))
    sheet = next(each for each in laid.sheets if each.tab == tab)
    junk = _JUNK_HEADINGS if layout == "matrix" and name == "round" else _JUNK[name]
    sheet.cells[row, column] = Written(data.draw(st.sampled_from(junk)))
    facts, problems = read(folder, laid)
    at = CellRef("season", tab, row, column)
    assert at in said(problems)
    touched = {each for each in laid.expected if (tab, row, column) in laid.cells[each].values()}
    back = given_back(facts, laid.kind)
    assert [each for each in laid.expected if each not in touched and each not in back] == []
    invented = [each for each in back if each not in laid.expected]
    assert [each for each in invented if not _is_part_of(each, touched)] == []


def _is_part_of(found: Clean, touched: Iterable[Clean]) -> bool:
    """A record whose time alone can't be read stands without it."""
    return any(
        found == Clean(each.round, each.driver, each.pool, each.place, each.status) for each in touched
    )
