"""What speaks against a plan: asked over all spreadsheets before the first cell is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from sheets_sync.cells import CellRef, Grid, column_letters
from sheets_sync.league import League
from sheets_sync.plan.memory import Memory, Spot, canonical, digest
from sheets_sync.plan.wanted import WantedRange, grows_into
from sheets_sync.problems import Problem, TabRef, number_of
from sheets_sync.records.seen_headers import AllSeen

_ROUNDS = 200


@dataclass(frozen=True, slots=True)
class Consent:
    """What the user allows for this run: to adopt filled ranges that we don't remember writing, to
    overwrite cells that somebody edited, to empty or shrink tables."""

    adopt: bool = False
    overwrite: bool = False
    shrink: bool = False


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the tables were computed from: rows by tab, what keeps spreadsheets, tabs or columns from being
    read or written, and for each tab the columns that were read with the first row of each. ``run``: when
    that was; ``headers``: those of the tabs that were read."""

    rows: Mapping[str, int]
    blocking: tuple[Problem, ...] = ()
    columns: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    run: str = ""
    headers: AllSeen = field(default_factory=dict)


def strangers(grid: Grid, wanted: WantedRange, memory: Memory | None, identity: str) -> list[Problem]:
    """Filled cells that we don't remember writing: never written before they are adopted."""
    is_known = memory is not None and memory.identity == identity
    if is_known and wanted.placed.is_range:
        return []
    filled = [ref for spot, ref in _refs(grid, wanted) if _is_strange(grid, spot, wanted)]
    if not filled:
        return []
    if wanted.placed.known:
        return [_new_column(wanted, min(filled))]
    copied = "this spreadsheet is a copy of another one, or it or its league was renamed"
    why = copied if memory else "there is no memory of our last write"
    why = "we never wrote it" if is_known else why
    message = f"The range of '{wanted.write.table}' is filled, and {why}. Nothing is written."
    return [Problem(message, min(filled), "If the range is ours to write, run once with: sync --adopt")]


def _new_column(wanted: WantedRange, at: CellRef) -> Problem:
    where = f"The column {column_letters(at.column)} of the table '{wanted.write.table}'"
    message = f"{where} is filled, and we never wrote it. Nothing is written."
    return Problem(message, at, "If the column is ours to write, run once with: sync --adopt")


def _is_strange(grid: Grid, spot: Spot, wanted: WantedRange) -> bool:
    """Whether a filled cell is to be adopted. What a table grows into is none of these."""
    placed = wanted.placed
    if not placed.is_range and (placed.holds(spot) or grows_into(wanted, spot)):
        return False
    present = grid.value(*spot[1:])
    is_ours = digest(present) == wanted.placed.digests.get(spot, "")
    return bool(canonical(present)) and canonical(present) != canonical(wanted.cells[spot]) and not is_ours


def _refs(grid: Grid, wanted: WantedRange) -> Iterable[tuple[Spot, CellRef]]:
    return ((spot, grid.ref(*spot[1:])) for spot in wanted.cells)


def shrunk(
    league: League, grid: Grid, wanted: WantedRange, consent: Consent, same: bool = True
) -> list[Problem]:
    """A filled table that would be emptied, or lose more rows than the league allows. ``same``: whether what
    it shows is about what is there now, so that the rows of the two can be compared."""
    if consent.shrink or wanted.comes_and_goes:
        return []
    before, after = _rows(grid, wanted, present=True), _rows(grid, wanted, present=False)
    lost, limits = before - after, league.safety
    at = TabRef(grid.spreadsheet, grid.tab)
    hint = "If that is right, run with: sync --allow-shrink"
    if before and not after:
        what = f"would be emptied ({number_of(before, 'row')})"
        message = f"The table '{wanted.write.table}' {what}. Nothing is written."
        return [Problem(message, at, hint)]
    if not same:
        return []
    if lost > limits.most_rows_removed or lost * 100 > limits.most_share_removed * before:
        what = f"would shrink from {number_of(before, 'row')} to {after}"
        message = f"The table '{wanted.write.table}' {what}. Nothing is written."
        return [Problem(message, at, hint)]
    return []


def emptied_inputs(
    league: League, memory: Memory | None, inputs: Mapping[str, int], consent: Consent
) -> list[Problem]:
    """A tab that gave rows at our last write and now gives none, or far fewer; else a round without any."""
    if memory is None or consent.shrink:
        return []
    names = {digest(key): key for key in inputs}
    names |= {digest(str(tab.tab)): str(tab.tab) for tabs in league.read.values() for tab in tabs}
    names |= {digest(results_of(number)): results_of(number) for number in range(_ROUNDS)}
    before = {names[key]: rows for key, rows in memory.inputs.items() if key in names}
    before |= {key: rows for key, rows in memory.inputs.items() if key in names.values()}
    hidden_keys = {names[key] for key in memory.inputs if key in names}
    tabs = [key for key in before if "!" in key and _fell(league, before[key], inputs.get(key, 0))]
    rounds = [key for key in before if "!" not in key and _fell(league, before[key], inputs.get(key, 0))]
    return [_emptied(key, before[key], inputs.get(key, 0), key in hidden_keys) for key in tabs or rounds]


def _fell(league: League, before: int, now: int) -> bool:
    gone = before > 0 and now == 0
    return gone or (before - now) * 100 > league.safety.most_share_removed * before


def _emptied(key: str, before: int, now: int, is_hidden: bool) -> Problem:
    spreadsheet, is_tab, name = key.partition("!")
    gave = "it gave some" if is_hidden else f"it gave {before}"
    what = "This tab" if is_tab else key
    rows = "rows" if is_tab else "results"
    message = f"{what} gives {now or 'no'} {rows}; at our last write {gave}. Nothing is written."
    hint = "Restore the rows; if it is right, run with: sync --allow-shrink"
    return Problem(message, TabRef(spreadsheet, name) if is_tab else None, hint)


def results_of(number: int) -> str:
    """What the memory calls the race results of a round: one that had some must not lose all."""
    return f"The race of round {number}"


def read_columns(
    league: League, wanted: WantedRange, index: int, grid: Grid, inputs: Inputs
) -> list[Problem]:
    """Cells of ours in columns that are read: what we write would be read as facts the next time."""
    columns = inputs.columns.get(f"{grid.spreadsheet}!{grid.tab}", {})
    inside = [
        row
        for column, row in columns.items()
        for area in wanted.areas
        if area.first_column <= column <= area.last_column and area.last_row >= row
    ]
    if not inside:
        return []
    write = league.write[index]
    message = (
        f"The range of '{write.table}' lies in columns of {write.to.tab} that are read. Nothing is written."
    )
    return [Problem(message, league.line("write", index, "to"), "Give it columns or a tab of its own.")]


def missing_inputs(inputs: Inputs) -> list[Problem]:
    """Nothing is written while a part of the input is missing; each reason says so."""
    fate = "Nothing is written before that is mended."
    return [replace(each, message=f"{each.message} {fate}") for each in inputs.blocking]


def _rows(grid: Grid, wanted: WantedRange, *, present: bool) -> int:
    """The rows of the table's body with anything in them, now or as wanted."""
    filled = set()
    for spot, new in wanted.cells.items():
        _, row, column = spot
        value = grid.value(row, column) if present else new
        if (row, column) in wanted.body and canonical(value):
            filled.add(row)
    return len(filled)
