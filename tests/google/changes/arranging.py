"""Rows of a range in another order."""

from __future__ import annotations

import random
from typing import Any

from ..areas import Area
from ..book import Cell
from ..errors import Refusal
from ..formulas.calculator import Calculator, calculator
from ..formulas.rewriting import copied
from ..formulas.values import rank
from .registry import Edit, Given, change


@change("sortRange")
def sort_range(edit: Edit, given: Given) -> None:
    area = edit.area(given.get("range")).clipped()
    specs = given.get("sortSpecs", [])
    if not specs:
        raise Refusal("No sortSpecs specified.")
    for spec in specs:
        column = spec.get("dimensionIndex", 0)
        if not area.left <= column < area.end_column:
            raise Refusal(f"sortSpecs.dimensionIndex {column} is outside of the range.")
    _refuse_merged(area)
    calculating = calculator(edit.book)
    order = list(range(area.top, area.end_row))
    for spec in reversed(specs):
        column, down = spec.get("dimensionIndex", 0), spec.get("sortOrder") == "DESCENDING"
        keys = {row: rank(calculating.value(area.sheet, row, column)) for row in order}
        blanks = [row for row in order if keys[row][0] == 5]
        filled = sorted((row for row in order if keys[row][0] != 5), key=lambda row: keys[row], reverse=False)
        order = (_reversed(filled, keys) if down else filled) + blanks
    put_rows(area, order)


def _reversed(rows: list[int], keys: dict[int, Any]) -> list[int]:
    """Downwards, but equal rows as they were."""
    return sorted(rows, key=_Downwards(keys))


class _Downwards:
    def __init__(self, keys: dict[int, Any]) -> None:
        places = {key: place for place, key in enumerate(sorted(set(keys.values()), reverse=True))}
        self.places = {row: places[key] for row, key in keys.items()}

    def __call__(self, row: int) -> int:
        return self.places[row]


def _refuse_merged(area: Area) -> None:
    for given in area.sheet.parts.get("merges", []):
        rows = given["startRowIndex"] < area.end_row and area.top < given["endRowIndex"]
        if rows and given["startColumnIndex"] < area.end_column and area.left < given["endColumnIndex"]:
            raise Refusal("You can't sort a range that contains merged cells.")


def put_rows(area: Area, order: list[int]) -> None:
    """The rows of an area in the order of their old places; formulas follow their row."""
    sheet = area.sheet
    taken = {key: sheet.cells.pop(key) for key in area.among(sheet.cells)}
    for place, row in enumerate(order, area.top):
        for column in range(area.left, area.end_column):
            cell = taken.get((row, column))
            if cell:
                sheet.put(place, column, moved(cell, place - row, 0))


def moved(cell: Cell, rows: int, columns: int) -> Cell:
    """A cell as it is copied so far: its relative references follow."""
    formula = cell.get("userEnteredValue", {}).get("formulaValue")
    if not formula or not (rows or columns):
        return cell
    return {**cell, "userEnteredValue": {"formulaValue": copied(formula, rows, columns)}}


@change("randomizeRange")
def randomize_range(edit: Edit, given: Given) -> None:
    area = edit.area(given.get("range")).clipped()
    order = list(range(area.top, area.end_row))
    random.shuffle(order)
    put_rows(area, order)


@change("deleteDuplicates")
def delete_duplicates(edit: Edit, given: Given) -> Given:
    """Rows that are like an earlier one go, and those below move up."""
    area = edit.area(given.get("range")).clipped()
    columns = [
        column
        for part in given.get("comparisonColumns", [])
        for column in range(part.get("startIndex", area.left), part.get("endIndex", area.end_column))
    ] or list(range(area.left, area.end_column))
    calculating = calculator(edit.book)
    last = max((row for row, column in area.sheet.cells if area.holds(row, column)), default=area.top - 1)
    seen: set[Any] = set()
    kept = []
    for row in range(area.top, last + 1):
        key = _likeness(calculating, area, row, columns)
        if key not in seen:
            kept.append(row)
        seen.add(key)
    put_rows(area, kept)
    gone = last + 1 - area.top - len(kept)
    return {"duplicatesRemovedCount": gone} if gone else {}


def _likeness(calculating: Calculator, area: Area, row: int, columns: list[int]) -> tuple[Any, ...]:
    return tuple(rank(calculating.value(area.sheet, row, column)) for column in columns)
