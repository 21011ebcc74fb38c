"""The standard tabs: which a ruleset needs, and that their headers lead back to their fields."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sheets_sync.addresses import TabAddress
from sheets_sync.cells import Grid
from sheets_sync.commands import rules_tabs
from sheets_sync.league_file import TabRead
from sheets_sync.records.facts import KINDS
from sheets_sync.records.layouts.rows import find_headers
from sheets_sync.ruleset.files import known
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard.columns import ASKED
from sheets_sync.standard.needs import NEEDS
from sheets_sync.standard.tabs import StandardColumn, StandardTab, standard_tabs, titled
from sheets_sync.standard.types import TYPES

SMALL = "calendar: 8\npoints: {race: {table: [3, 2, 1], article: usage-cases}}\n"


def loaded(folder: Path, text: str) -> Ruleset:
    (folder / "small").mkdir()
    (folder / "small" / "ruleset.yaml").write_text(text, encoding="utf-8")
    ruleset, problems = load_ruleset("small", [folder])
    assert ruleset is not None, [str(each) for each in problems]
    return ruleset


def headers(tabs: list[StandardTab], kind: str) -> list[str]:
    return [column.header for tab in tabs if tab.kind == kind for column in tab.columns]


def test_a_small_league_needs_three_tabs(tmp_path: Path) -> None:
    tabs = standard_tabs(loaded(tmp_path, SMALL))
    assert [tab.tab for tab in tabs] == ["Entries", "Calendar", "Results"]
    assert headers(tabs, "entries") == ["Driver", "No.", "PSN ID", "Team"]
    assert headers(tabs, "results") == ["Round", "Driver", "Pos", "Status", "Total time", "Best lap"]


def test_each_rule_asks_for_its_tabs_and_columns(tmp_path: Path) -> None:
    text = """
calendar: {Monza: {dates: 2024-03-05}, Spa: {dates: 2024-03-12}}
season: {zone: Europe/Paris, programme: [qualifying, race], article: usage-cases}
pools: {names: [Gold, Silver], fill: choice, swap: {confirmed_by: both}, article: usage-cases}
roster: {replacement: next reserve, article: usage-cases}
tariff: {codes: {T1: 5, T2: 10}, article: usage-cases}
cases: {report: {within: 24 h after own race end}, votes: {by: majority}, article: usage-cases}
checks:
  licence: {tab: entries, column: MSL licence, filled: yes, article: usage-cases}
  ping: {tab: entries, column: ping, at_most: 149, article: usage-cases}
points: {fair play: {for: code FAIR, table: [1], article: usage-cases}}
"""
    tabs = standard_tabs(loaded(tmp_path, text))
    expected = (
        "Entries, Calendar, Results, Pool choice, Swaps, Replacements, Penalties, Votes, Awards, Decisions"
    )
    assert ", ".join(tab.tab for tab in tabs) == expected
    entries = next(tab for tab in tabs if tab.kind == "entries")
    assert headers(tabs, "entries") == [
        "Driver", "No.", "PSN ID", "Team", "Status", "Reserve no.", "Pool", "MSL licence", "Ping",
    ]  # fmt: skip
    assert entries.columns[-1].says == "Looked at by the check ping."
    cases = {column.field: column for tab in tabs if tab.kind == "cases" for column in tab.columns}
    assert cases["round"].sort.values == ("Monza", "Spa") and cases["round"].sort.only
    assert cases["code"].sort.values == ("T1", "T2")
    assert cases["session"].sort.values == ("qualifying", "race")
    assert (cases["reported_at"].sort.type, cases["reported_at"].sort.unit) == (
        "date and time",
        "Europe/Paris",
    )
    awards = {column.field: column for tab in tabs if tab.kind == "awards" for column in tab.columns}
    assert awards["code"].sort.values == ("FAIR", "T1", "T2")


def test_every_record_kind_says_when_it_is_needed() -> None:
    assert [need.kind for need in NEEDS if need.kind not in KINDS] == []
    assert [kind for kind in KINDS if kind not in {need.kind for need in NEEDS}] == []
    asked = [(kind, name) for kind, fields in ASKED.items() for name in fields]
    assert [each for each in asked if KINDS[each[0]].field(each[1]) is None] == []


def test_every_sort_of_cell_has_a_type() -> None:
    scalars = {field.scalar for kind in KINDS.values() for field in kind.fields}
    assert [scalar.__name__ for scalar in scalars - set(TYPES)] == []


@pytest.mark.parametrize("name", KINDS)
def test_the_standard_headers_lead_to_their_fields(name: str) -> None:
    """A tab with all of a kind's standard headers: each field is found under its own."""
    kind = KINDS[name]
    texts = [titled(field.headers[0]) for field in kind.fields]
    grid = Grid("book", "tab", [[text, None] for text in texts], [["", ""] for _ in texts])
    tab = TabRead(tab=TabAddress("book", "tab"))
    headers, problems = find_headers(grid, kind, tab)
    assert problems == []
    assert len(headers) == 1
    assert headers[0].columns.columns == {field.name: index for index, field in enumerate(kind.fields, 1)}


@pytest.mark.parametrize("name", known([]))
def test_the_tabs_of_the_shipped_rulesets(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert rules_tabs.run(name, as_json=True) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["ruleset"] == name
    assert {"entries", "calendar", "results"} <= {tab["kind"] for tab in printed["tabs"]}
    assert rules_tabs.run(name, as_json=False) == 0


def columns(name: str, kind: str) -> dict[str, StandardColumn]:
    """Header -> column of a shipped ruleset's standard tab."""
    ruleset, _ = load_ruleset(name)
    assert ruleset is not None
    return {each.header: each for tab in standard_tabs(ruleset) if tab.kind == kind for each in tab.columns}


def test_what_notices_have_to_tell_has_a_column() -> None:
    """JMS: the schedule tells the briefing and the car, the track its laps, weather, tyre wear and fuel."""
    laid_out = columns("jms-national-final-2021", "calendar")
    assert {"Briefing", "Laps", "Car", "Circuit", "Weather", "Tyre wear", "Fuel"} <= set(laid_out)
    assert "Briefing" not in columns("msa-2021", "calendar")


def test_a_sign_out_can_be_one_line() -> None:
    """Then neither driver nor round has to be filled in, so that nothing is marked."""
    laid_out = columns("msa-2021", "sign_outs")
    assert [header for header, each in laid_out.items() if each.required] == []
    assert list(laid_out)[:2] == ["Driver", "Round"] and list(laid_out)[-1] == "Sign-out"


def test_the_words_that_a_check_allows_are_offered() -> None:
    """Rover: eleven cars, for the entries and for each round; what to write for a livery is said."""
    entries, calendar = columns("rover-oceasia-2023", "entries"), columns("rover-oceasia-2023", "calendar")
    assert len(entries["Car"].sort.values) == 11 == len(calendar["Car"].sort.values)
    assert entries["Car"].sort.values[-1] == "Suzuki VGT (Gr.3)"
    assert entries["Official livery"].says == (
        "No two rows of one team may have the same here; empty, or no, where it doesn't apply. "
        "Looked at by the check livery."
    )
