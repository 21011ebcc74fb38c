"""What a rule case may expect of the stewards' desk: refusals, refunds, signatures, checks and due dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sheets_sync.cells import CellRef
from sheets_sync.rules.season import Season


def _refusals(season: Season, _: Any) -> Any:
    """[tab, row below the header, keyword] of every row that a rule refuses."""
    places = [(each.at, each.refusal) for each in season.problems if each.refusal]
    return sorted([at.tab, str(at.row - 1), word] for at, word in places if isinstance(at, CellRef))


def _refunds(season: Season, _: Any) -> Any:
    """{case: the fee that goes back}."""
    return {case.row.case: case.refund_due for case in season.cases if case.refund_due}


def _history(season: Season, _: Any) -> Any:
    """The codes of the decisions before each row's, in the order of the rows."""
    ordered = sorted(season.cases, key=lambda case: case.row.row.row)
    return [[row.code for row in case.history] for case in ordered]


def _signed(season: Season, _: Any) -> Any:
    """{R1: [who, when]} of every round whose results are signed."""
    return {
        f"R{number}": [state.signed_by, _spoken(season, state.signed_at)]
        for number, state in season.states.items()
        if state.signed_by
    }


def _spoken(season: Season, moment: datetime | None) -> str:
    zone = season.ruleset.season.usual.zone
    return f"{moment.astimezone(zone):%Y-%m-%d %H:%M}" if moment else "none"


def _announceable(season: Season, _: Any) -> Any:
    """The rounds whose final results may be announced."""
    return [f"R{number}" for number, state in season.states.items() if state.announceable]


def _checks(season: Season, _: Any) -> Any:
    """[tab, row below the header, name of the check] of every row that a check reports."""
    failed = [each for each in season.problems if each.rule.startswith("checks.") and not each.refusal]
    rows = [(each.at, each.rule.removeprefix("checks.")) for each in failed]
    return sorted([at.tab, str(at.row - 1), name] for at, name in rows if isinstance(at, CellRef))


def _cases_by_name(season: Season, _: Any) -> Any:
    """{case: its state}, those that checks raise among them."""
    return {case.row.case: case.state.value for case in season.cases}


WORDS: Mapping[str, Callable[[Season, Any], Any]] = {
    "refusals": _refusals,
    "refunds": _refunds,
    "history": _history,
    "signed": _signed,
    "announceable": _announceable,
    "checks": _checks,
    "cases by name": _cases_by_name,
}
