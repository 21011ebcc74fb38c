"""What a rule case may expect of the stewards' desk: refusals, refunds, signatures, checks and due dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sheets_sync.cells import CellRef
from sheets_sync.rules.notices.due import in_order
from sheets_sync.rules.season.season import Season


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


def _why_not_final(season: Season, _: Any) -> Any:
    """{R1: what holds its results up} of every round that was raced."""
    return {f"R{number}": state.why for number, state in season.states.items()}


def _checks(season: Season, _: Any) -> Any:
    """[tab, row below the header, name of the check] of every row that a check reports."""
    failed = [each for each in season.problems if each.rule.startswith("checks.") and not each.refusal]
    rows = [(each.at, each.rule.removeprefix("checks.")) for each in failed]
    return sorted([at.tab, str(at.row - 1), name] for at, name in rows if isinstance(at, CellRef))


def _cases_by_name(season: Season, _: Any) -> Any:
    """{case: its state}, those that checks raise among them."""
    return {case.row.case: case.state.value for case in season.cases}


def _due(season: Season, expected: Mapping[str, Any]) -> Any:
    """{schedule: 2021-07-08 19:00, claims R1 ALPHA: ...}: of several rounds without one named, the first."""
    found: dict[str, str] = {}
    for each in sorted((*season.notices, *season.deadlines), key=in_order):
        place = f"{each.name} {season.ruleset.name_of(each.round)} {each.pool}".strip()
        for key in (each.name, f"{each.name} R{each.round}", f"{each.name} R{each.round} {each.pool}", place):
            found.setdefault(key.strip(), _spoken(season, each.due))
    return {key: found.get(key, "not there") for key in expected}


def _missing(season: Season, expected: Mapping[str, Any]) -> Any:
    """{schedule: [circuit]}: what the notice of the next round can't say."""
    found: dict[str, list[str]] = {}
    coming = season.pool_grid.round if season.pool_grid else 0
    for each in sorted(season.notices, key=lambda due: due.round != coming):
        found.setdefault(each.name, list(each.missing))
    return {
        key: sorted(found.get(key, ["not there"]), key=lambda name: _place(expected[key], name))
        for key in expected
    }


def _place(names: list[str], name: str) -> int:
    return names.index(name) if name in names else len(names)


def _told(season: Season, expected: Mapping[str, Any]) -> Any:
    """{name of the notice: [[whom, what]]}: what it says, and whom alone it is for."""
    return {
        key: [
            [season.name(each.person) if each.person else each.to, each.says]
            for each in season.notices
            if each.name == key
        ]
        for key in expected
    }


def _filled(season: Season, expected: Mapping[str, Any]) -> Any:
    """{name of the notice: {field: text}}, for the first that there is."""
    found = {each.name: dict(each.fields) for each in reversed(season.notices)}
    return {key: {name: found[key].get(name, "") for name in expected[key]} for key in expected}


def _waits(season: Season, expected: Mapping[str, Any]) -> Any:
    """{name of the notice: the approval that it waits for}."""
    found = {each.name: each.waits for each in season.notices}
    return {key: found.get(key, "not there") for key in expected}


WORDS: Mapping[str, Callable[[Season, Any], Any]] = {
    "refusals": _refusals,
    "refunds": _refunds,
    "history": _history,
    "signed": _signed,
    "announceable": _announceable,
    "why not final": _why_not_final,
    "checks": _checks,
    "cases by name": _cases_by_name,
    "due": _due,
    "missing": _missing,
    "told": _told,
    "filled": _filled,
    "waits": _waits,
}
