"""Copy, cut and paste; pasted text; text in columns."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

from ..areas import Area, grid_range
from ..book import Cell, Sheet
from ..errors import Refusal
from ..formulas.calculator import Calculator, calculator
from ..protection import refuse_protected
from ..writing_cells import put_value
from .arranging import moved
from .registry import Edit, Given, change

TYPED = {"valueInputOption": "USER_ENTERED"}


def pasted(old: Cell, new: Cell, kind: str, value: Given | None) -> Cell:
    """A cell after another was pasted onto it; `value` is what the other one shows."""
    form = new.get("userEnteredFormat")
    if kind == "PASTE_VALUES":
        return {**old, "userEnteredValue": value}
    if kind == "PASTE_FORMULA":
        return {**old, "userEnteredValue": new.get("userEnteredValue")}
    if kind == "PASTE_FORMAT":
        return {**old, "userEnteredFormat": form, "textFormatRuns": old.get("textFormatRuns")}
    if kind == "PASTE_DATA_VALIDATION":
        return {**old, "dataValidation": new.get("dataValidation")}
    if kind == "PASTE_CONDITIONAL_FORMATTING":
        return old
    if kind == "PASTE_NO_BORDERS" and form:
        kept = {name: part for name, part in form.items() if name != "borders"}
        own = old.get("userEnteredFormat", {}).get("borders")
        return {**new, "userEnteredFormat": kept | ({"borders": own} if own else {})}
    return new


def _shown(calculating: Calculator, sheet: Sheet, row: int, column: int) -> Given | None:
    return calculating.extended(sheet, row, column)


@change("copyPaste")
def copy_paste(edit: Edit, given: Given) -> None:
    source = edit.seen(given.get("source")).clipped()
    turned = given.get("pasteOrientation") == "TRANSPOSE"
    height, width = (source.width, source.height) if turned else (source.height, source.width)
    if not height or not width:
        raise Refusal("The source range is empty.")
    asked = edit.area(given.get("destination"))
    rows = asked.height // height * height or height
    columns = asked.width // width * width or width
    sheet = asked.sheet
    target = Area(sheet, asked.top, asked.left, asked.top + rows, asked.left + columns)
    refuse_protected(edit.book, target, edit.email)
    kind = given.get("pasteType", "PASTE_NORMAL")
    calculating = calculator(edit.book)
    cells = {key: source.sheet.cells.get(key, {}) for key in source.places()}
    values = {key: _shown(calculating, source.sheet, *key) for key in cells}
    for row, column in target.places():
        down, right = (row - target.top) % height, (column - target.left) % width
        at = (source.top + right, source.left + down) if turned else (source.top + down, source.left + right)
        new = moved(cells[at], row - at[0], column - at[1])
        sheet.put(row, column, pasted(sheet.cells.get((row, column), {}), new, kind, values[at]))
    if kind in ("PASTE_NORMAL", "PASTE_FORMAT") and not turned:
        _copy_merges(source, target)


def _copy_merges(source: Area, target: Area) -> None:
    for merge in list(source.sheet.parts.get("merges", [])):
        top, left = merge["startRowIndex"], merge["startColumnIndex"]
        if source.holds(top, left):
            rows, columns = target.top - source.top, target.left - source.left
            new = Area(
                target.sheet,
                top + rows,
                left + columns,
                merge["endRowIndex"] + rows,
                merge["endColumnIndex"] + columns,
            )
            if grid_range(new) not in target.sheet.parts.get("merges", []):
                target.sheet.add("merges", grid_range(new))


@change("cutPaste")
def cut_paste(edit: Edit, given: Given) -> None:
    source = edit.area(given.get("source")).clipped()
    place = given.get("destination", {})
    sheet = edit.grid(place)
    top, left = place.get("rowIndex", 0), place.get("columnIndex", 0)
    target = Area(sheet, top, left, top + source.height, left + source.width)
    target.refuse_outside()
    refuse_protected(edit.book, target, edit.email)
    kind = given.get("pasteType", "PASTE_NORMAL")
    calculating = calculator(edit.book)
    values = {key: _shown(calculating, source.sheet, *key) for key in source.places()}
    cells = {key: source.sheet.cells.get(key, {}) for key in source.places()}
    for key in cells:
        source.sheet.put(*key, {})
    for (row, column), cell in cells.items():
        at = (row - source.top + top, column - source.left + left)
        if at[0] < sheet.row_count and at[1] < sheet.column_count:
            sheet.put(*at, pasted(sheet.cells.get(at, {}), cell, kind, values[row, column]))


@change("pasteData")
def paste_data(edit: Edit, given: Given) -> None:
    place = given.get("coordinate", {})
    sheet = edit.grid(place)
    rows = (
        _table(given.get("data", ""))
        if given.get("html")
        else _divided(given.get("data", ""), given.get("delimiter", "\t"))
    )
    top, left = place.get("rowIndex", 0), place.get("columnIndex", 0)
    area = Area(sheet, top, left, top + len(rows), left + max(map(len, rows), default=0))
    area.refuse_outside()
    sheet.resize(max(sheet.row_count, top + len(rows)), max(sheet.column_count, area.right or 0))
    refuse_protected(edit.book, area, edit.email)
    for down, line in enumerate(rows):
        for right, text in enumerate(line):
            put_value(edit.book, sheet, top + down, left + right, text, TYPED)


def _divided(text: str, delimiter: str) -> list[list[str]]:
    if len(delimiter) == 1:
        return list(csv.reader(io.StringIO(text), delimiter=delimiter))
    return [line.split(delimiter) if delimiter else [line] for line in text.splitlines()]


class _Rows(HTMLParser):
    """The texts of the cells of a table."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.inside = True
            (self.rows or self.rows.append([]) or self.rows)[-1].append("")  # type: ignore[func-returns-value]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.rows[-1][-1] += data


def _table(html: str) -> list[list[str]]:
    parser = _Rows()
    parser.feed(html)
    return parser.rows or [[html]]


SIGNS = {"COMMA": ",", "SEMICOLON": ";", "PERIOD": ".", "SPACE": " "}


@change("textToColumns")
def text_to_columns(edit: Edit, given: Given) -> None:
    source = edit.area(given.get("source")).clipped()
    if source.width != 1:
        raise Refusal("The source range must span exactly one column.")
    kind = given.get("delimiterType", "DELIMITER_TYPE_UNSPECIFIED")
    if kind.endswith("UNSPECIFIED"):
        raise Refusal("No delimiterType specified.")
    sheet = source.sheet
    texts = {
        row: cell.get("userEnteredValue", {}).get("stringValue", "")
        for (row, column), cell in sheet.cells.items()
        if source.holds(row, column)
    }
    sign = (
        given.get("delimiter", "") if kind == "CUSTOM" else SIGNS.get(kind) or _guessed(list(texts.values()))
    )
    if not sign:
        raise Refusal("delimiter is required.")
    for row, text in texts.items():
        parts = next(csv.reader([text], delimiter=sign), []) if len(sign) == 1 else text.split(sign)
        wide = source.left + len(parts)
        sheet.resize(columns=max(sheet.column_count, wide))
        for right, part in enumerate(parts if len(parts) > 1 else []):
            put_value(edit.book, sheet, row, source.left + right, part.strip(), TYPED)


def _guessed(texts: list[str]) -> str:
    """The sign that is in most of the texts."""
    return max(SIGNS.values(), key=lambda sign: sum(sign in text for text in texts))
