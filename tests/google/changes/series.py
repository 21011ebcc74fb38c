"""autoFill: the cells beside a source continue it."""

from __future__ import annotations

import re

from ..areas import Area
from ..book import Cell
from ..errors import Refusal
from ..moments import DAYS, MONTHS
from .arranging import moved
from .registry import Edit, Given, change


@change("autoFill")
def auto_fill(edit: Edit, given: Given) -> None:
    if "sourceAndDestination" in given:
        ask = given["sourceAndDestination"]
        source = edit.seen(ask.get("source")).clipped()
        down = ask.get("dimension", "ROWS") == "ROWS"
        length = ask.get("fillLength", 0)
    else:
        whole = edit.area(given.get("range")).clipped()
        source, down, length = _found(whole)
    if not source.height or not source.width or not length:
        raise Refusal("There is nothing to fill from, or nowhere to fill to.")
    alternate = bool(given.get("useAlternateSeries"))
    lines = range(source.left, source.end_column) if down else range(source.top, source.end_row)
    for line in lines:
        _fill(edit, source, line, down, length, alternate)


def _found(whole: Area) -> tuple[Area, bool, int]:
    """The filled part at the start of a range, and how much of the rest it has to fill."""
    filled = [
        key
        for key in whole.sheet.cells
        if whole.holds(*key) and whole.sheet.cells[key].get("userEnteredValue")
    ]
    if not filled:
        raise Refusal("The range has no data to fill from.")
    bottom, right = max(row for row, _ in filled) + 1, max(column for _, column in filled) + 1
    source = Area(whole.sheet, whole.top, whole.left, bottom, right)
    if bottom < whole.end_row:
        return (
            Area(whole.sheet, whole.top, whole.left, bottom, whole.end_column),
            True,
            whole.end_row - bottom,
        )
    return source, False, whole.end_column - right


def _fill(edit: Edit, source: Area, line: int, down: bool, length: int, alternate: bool) -> None:
    places = range(source.top, source.end_row) if down else range(source.left, source.end_column)
    keys = [(place, line) if down else (line, place) for place in places]
    cells = [source.sheet.cells.get(key, {}) for key in keys]
    first = (places[-1] + 1) if length > 0 else places[0] - 1
    step = 1 if length > 0 else -1
    for count in range(abs(length)):
        place = first + step * count
        index = len(cells) + count if step > 0 else -1 - count
        key = (place, line) if down else (line, place)
        if min(key) < 0 or key[0] >= source.sheet.row_count or key[1] >= source.sheet.column_count:
            return
        source.sheet.put(*key, _continued(cells, keys, index, key, alternate))


def _continued(
    cells: list[Cell], keys: list[tuple[int, int]], index: int, key: tuple[int, int], alternate: bool
) -> Cell:
    """The cell at an index of the series that the source begins."""
    base = cells[index % len(cells)]
    from_key = keys[index % len(cells)]
    values = [cell.get("userEnteredValue", {}) for cell in cells]
    cell = moved({k: v for k, v in base.items() if k != "note"}, key[0] - from_key[0], key[1] - from_key[1])
    numbers = [value.get("numberValue") for value in values]
    if all(number is not None for number in numbers) and (len(numbers) > 1) != alternate:
        value = _linear([float(number) for number in numbers if number is not None], index)
        return {**cell, "userEnteredValue": {"numberValue": int(value) if value == int(value) else value}}
    texts = [value.get("stringValue") for value in values]
    if all(texts) and not alternate:
        return {**cell, "userEnteredValue": {"stringValue": _text([str(text) for text in texts], index)}}
    return cell


def _linear(numbers: list[float], index: int) -> float:
    if len(numbers) == 1:
        return numbers[0] + index
    count = len(numbers)
    middle, mean = (count - 1) / 2, sum(numbers) / count
    slope = sum((at - middle) * (number - mean) for at, number in enumerate(numbers)) / sum(
        (at - middle) ** 2 for at in range(count)
    )
    return round(mean + slope * (index - middle), 10)


def _text(texts: list[str], index: int) -> str:
    """Item 1, Item 2, ...; Monday, Tuesday, ...; else the texts again."""
    for names in (DAYS, MONTHS, [day[:3] for day in DAYS], [month[:3] for month in MONTHS]):
        if all(text in names for text in texts):
            step = (names.index(texts[1]) - names.index(texts[0])) if len(texts) > 1 else 1
            return names[(names.index(texts[0]) + step * index) % len(names)]
    found = [re.fullmatch(r"(.*?)(\d+)", text) for text in texts]
    if all(found):
        heads = {match[1] for match in found if match}
        if len(heads) == 1:
            return heads.pop() + str(int(_linear([float(match[2]) for match in found if match], index)))
    return texts[index % len(texts)]
