"""Functions whose result covers several cells."""

from __future__ import annotations

import csv
from typing import Any

from ...entered import entered
from ...locales import KNOWN
from ..values import Fault, flat, number, rank, text
from .registry import lazy, scalar_function, whole

Grid = list[list[Any]]


def _grid(value: Any) -> Grid:
    return value if isinstance(value, list) else [[value]]


@lazy("ARRAYFORMULA", "ARRAY_CONSTRAIN")
def arrayformula(evaluation: Any, value: Any, rows: Any = None, columns: Any = None) -> Any:
    before, evaluation.array = evaluation.array, True
    try:
        found = evaluation.of(value)
    finally:
        evaluation.array = before
    if rows is not None:
        height = int(number(evaluation.single(rows), "ARRAY_CONSTRAIN", 2))
        width = int(number(evaluation.single(columns), "ARRAY_CONSTRAIN", 3))
        return [line[:width] for line in _grid(found)[:height]]
    return found


@whole("TRANSPOSE")
def transpose(value: Any) -> Grid:
    return [list(line) for line in zip(*_grid(value), strict=True)]


@whole("FLATTEN")
def flatten(*values: Any) -> Grid:
    return [[one] for value in values for one in flat(value)]


@whole("UNIQUE")
def unique(value: Any) -> Grid:
    seen: list[tuple[Any, ...]] = []
    found = []
    for line in _grid(value):
        key = tuple(rank(one) for one in line)
        if key not in seen:
            seen.append(key)
            found.append(line)
    return found


@whole("SORT")
def sort(value: Any, *specs: Any) -> Grid:
    found = list(_grid(value))
    pairs = list(zip(specs[::2], specs[1::2], strict=False)) or [(1, True)]
    for key, ascending in reversed(pairs):
        if isinstance(key, list):
            keys = [rank(line[0]) for line in key]
            order = sorted(range(len(found)), key=keys.__getitem__, reverse=not ascending)
            found = [found[at] for at in order]
        else:
            at = int(number(key, "SORT", 2)) - 1
            found.sort(key=lambda line: rank(line[at]), reverse=not ascending)
    return found


@lazy("FILTER")
def filter_(evaluation: Any, value: Any, *tests: Any) -> Grid:
    before, evaluation.array = evaluation.array, True
    try:
        grid, wanted = _grid(evaluation.of(value)), [_grid(evaluation.of(test)) for test in tests]
    finally:
        evaluation.array = before
    if all(len(test) == 1 and len(test[0]) == len(grid[0]) for test in wanted) and len(grid) != 1:
        keep = [all(_is(test[0][at]) for test in wanted) for at in range(len(grid[0]))]
        found = [[one for one, kept in zip(line, keep, strict=True) if kept] for line in grid]
    else:
        found = [
            line
            for at, line in enumerate(grid)
            if all(at < len(test) and _is(test[at][0]) for test in wanted)
        ]
    if not found or not found[0]:
        raise Fault("N_A", "No matches are found in FILTER evaluation.")
    return found


def _is(value: Any) -> bool:
    return isinstance(value, bool | int | float) and bool(value)


@whole("SEQUENCE")
def sequence(rows: Any, columns: Any = 1, start: Any = 1, step: Any = 1) -> Grid:
    high, wide = int(number(rows, "SEQUENCE", 1)), int(number(columns, "SEQUENCE", 2))
    return [[start + step * (down * wide + right) for right in range(wide)] for down in range(high)]


@scalar_function("SPLIT")
def split(value: Any, delimiter: Any, each: Any = True, skip_empty: Any = True) -> Grid:
    whole_text, signs = text(value), text(delimiter)
    if each and len(signs) > 1:
        for sign in signs[1:]:
            whole_text = whole_text.replace(sign, signs[0])
        signs = signs[0]
    parts = (
        next(csv.reader([whole_text], delimiter=signs, quoting=csv.QUOTE_NONE), [])
        if len(signs) == 1
        else whole_text.split(signs)
    )
    return [[_typed(part) for part in parts if part or not skip_empty]]


def _typed(part: str) -> Any:
    read = entered(part, KNOWN["en_US"]).value if part else {}
    return read.get("numberValue", part)
