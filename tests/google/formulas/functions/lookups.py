"""Functions that look something up, and places of cells."""

from __future__ import annotations

import re
from typing import Any

from ..values import Fault, flat, number, rank, same, text
from .conditions import _wild
from .registry import whole


def _place(wanted: Any, values: list[Any], exact: bool, name: str) -> int:
    """The place of a value: exact, or the last that isn't larger in sorted values."""
    if isinstance(wanted, Fault):
        raise wanted
    if exact:
        pattern = (
            re.compile(_wild(wanted), re.I | re.S)
            if isinstance(wanted, str) and re.search(r"[*?]", wanted)
            else None
        )
        for at, value in enumerate(values):
            if pattern and isinstance(value, str) and pattern.fullmatch(value):
                return at
            if value is not None and not isinstance(value, Fault) and same(value, wanted):
                return at
    else:
        below = [
            at
            for at, value in enumerate(values)
            if rank(value)[0] == rank(wanted)[0] and not rank(wanted) < rank(value)
        ]
        if below:
            return below[-1]
    raise Fault("N_A", f"Did not find value '{text(wanted)}' in {name} evaluation.")


@whole("VLOOKUP")
def vlookup(wanted: Any, table: Any, index: Any, is_sorted: Any = True) -> Any:
    at = int(number(index, "VLOOKUP", 3))
    if not 1 <= at <= len(table[0]):
        raise Fault("REF" if at > 0 else "VALUE", "VLOOKUP evaluates to an out of bounds range.")
    found = wanted[0][0] if isinstance(wanted, list) else wanted
    return table[_place(found, [line[0] for line in table], not is_sorted, "VLOOKUP")][at - 1]


@whole("HLOOKUP")
def hlookup(wanted: Any, table: Any, index: Any, is_sorted: Any = True) -> Any:
    at = int(number(index, "HLOOKUP", 3))
    if not 1 <= at <= len(table):
        raise Fault("REF" if at > 0 else "VALUE", "HLOOKUP evaluates to an out of bounds range.")
    found = wanted[0][0] if isinstance(wanted, list) else wanted
    return table[at - 1][_place(found, list(table[0]), not is_sorted, "HLOOKUP")]


@whole("XLOOKUP")
def xlookup(wanted: Any, values: Any, results: Any, missing: Any = None, mode: Any = 0, way: Any = 1) -> Any:
    found = wanted[0][0] if isinstance(wanted, list) else wanted
    line = flat(values)
    order = range(len(line)) if way != -1 else range(len(line) - 1, -1, -1)
    at = next((place for place in order if line[place] is not None and same(line[place], found)), None)
    if at is None:
        if missing is None:
            raise Fault("N_A", f"Did not find value '{text(found)}' in XLOOKUP evaluation.")
        return missing
    grid = results if isinstance(results, list) else [[results]]
    if len(grid) == 1 and len(line) > 1:
        return grid[0][at] if at < len(grid[0]) else None
    if at >= len(grid):
        return None  # below the filled part of a whole column
    return grid[at][0] if len(grid[at]) == 1 else [grid[at]]


@whole("LOOKUP")
def lookup(wanted: Any, values: Any, results: Any = None) -> Any:
    at = _place(wanted, flat(values), False, "LOOKUP")
    return flat(values if results is None else results)[at]


@whole("MATCH")
def match(wanted: Any, values: Any, kind: Any = 1) -> int:
    found = wanted[0][0] if isinstance(wanted, list) else wanted
    line = flat(values)
    if kind == -1:
        above = [
            at
            for at, value in enumerate(line)
            if rank(value)[0] == rank(found)[0] and not rank(value) < rank(found)
        ]
        if not above:
            raise Fault("N_A", f"Did not find value '{text(found)}' in MATCH evaluation.")
        return above[-1] + 1
    return _place(found, line, kind == 0, "MATCH") + 1


@whole("INDEX")
def index(table: Any, row: Any = 0, column: Any = 0) -> Any:
    grid = table if isinstance(table, list) else [[table]]
    down, right = int(number(row, "INDEX", 2)), int(number(column, "INDEX", 3))
    if len(grid) == 1 and not right and down > 1:
        down, right = 1, down
    if not 0 <= down <= len(grid) or not 0 <= right <= len(grid[0]):
        raise Fault(
            "NUM",
            f"Function INDEX parameter 2 value is {down}. "
            f"Valid values are between 0 and {len(grid)} inclusive.",
        )
    lines = [grid[down - 1]] if down else grid
    return (
        [[line[right - 1]] if right else line for line in lines]
        if not (down and right)
        else lines[0][right - 1]
    )


@whole("CHOOSE")
def choose(which: Any, *values: Any) -> Any:
    at = int(number(which, "CHOOSE", 1))
    if not 1 <= at <= len(values):
        raise Fault(
            "NUM",
            f"Function CHOOSE parameter 1 value is {at}. "
            f"Valid values are between 1 and {len(values)} inclusive.",
        )
    return values[at - 1]
