"""Find and replace, and blanks at the ends of texts."""

from __future__ import annotations

import re

from ..areas import Area
from ..book import Cell, Sheet
from ..cell_text import shown
from ..entered import entered
from ..errors import Refusal
from ..formulas.calculator import calculator
from ..locales import locale
from ..protection import refuse_protected
from .registry import Edit, Given, change

Counts = dict[str, int]


@change("findReplace")
def find_replace(edit: Edit, given: Given) -> Given:
    if not given.get("find"):
        raise Refusal("find must not be empty.")
    pattern = _pattern(given)
    counts: Counts = dict.fromkeys(
        ("valuesChanged", "formulasChanged", "rowsChanged", "sheetsChanged", "occurrencesChanged"), 0
    )
    for area in _areas(edit, given):
        rows = {
            row
            for row, column in sorted(area.sheet.cells)
            if _replaced(edit, area, row, column, given, pattern, counts)
        }
        counts["rowsChanged"] += len(rows)
        counts["sheetsChanged"] += bool(rows)
    return {name: count for name, count in counts.items() if count}


def _areas(edit: Edit, given: Given) -> list[Area]:
    if given.get("allSheets"):
        return [Area(sheet) for sheet in edit.book.sheets]
    if "range" in given:
        return [edit.seen(given["range"])]
    if "sheetId" in given:
        return [Area(edit.sheet(given["sheetId"]))]
    raise Refusal("Must specify one of range, sheetId or allSheets.")


def _pattern(given: Given) -> re.Pattern[str]:
    text = given["find"] if given.get("searchByRegex") else re.escape(given["find"])
    if given.get("matchEntireCell"):
        text = rf"\A(?:{text})\Z"
    try:
        return re.compile(text, 0 if given.get("matchCase") else re.IGNORECASE)
    except re.error:
        raise Refusal(f"Invalid regular expression: {given['find']}") from None


def _replaced(
    edit: Edit, area: Area, row: int, column: int, given: Given, pattern: re.Pattern[str], counts: Counts
) -> bool:
    """Replaces in one cell; whether it changed."""
    if not area.holds(row, column):
        return False
    cell = area.sheet.cells[row, column]
    value = cell.get("userEnteredValue", {})
    formula = "formulaValue" in value
    if not value or (formula and not given.get("includeFormulas")):
        return False
    text = value["formulaValue"] if formula else _text(edit, area.sheet, row, column)
    new, count = pattern.subn(_replacement(given), text)
    if not count:
        return False
    refuse_protected(edit.book, Area(area.sheet, row, column, row + 1, column + 1), edit.email)
    _type(edit, area.sheet, row, column, cell, new)
    counts["occurrencesChanged"] += count
    counts["formulasChanged" if formula else "valuesChanged"] += 1
    return True


def _replacement(given: Given):  # type: ignore[no-untyped-def]
    """The replacement; with a regular expression, $1 and \\1 are its groups."""
    new = given.get("replacement", "")
    if not given.get("searchByRegex"):
        return lambda match: new
    return re.sub(r"\$(\d+)", r"\\\1", new)


def _text(edit: Edit, sheet: Sheet, row: int, column: int) -> str:
    calculating = calculator(edit.book)
    value = calculating.extended(sheet, row, column) or {}
    return shown(value, calculating.number_format(sheet, row, column), locale(edit.book.locale))


def _type(edit: Edit, sheet: Sheet, row: int, column: int, cell: Cell, text: str) -> None:
    """The new text, as if somebody typed it."""
    as_text = cell.get("userEnteredFormat", {}).get("numberFormat", {}).get("type") == "TEXT"
    kept_text = as_text or ("stringValue" in cell.get("userEnteredValue", {}) and not text.startswith("="))
    if not text:
        value = None
    elif as_text:
        value = {"stringValue": text}
    else:
        value = entered(text, locale(edit.book.locale)).value
        if kept_text and "formulaValue" in value:
            value = {"stringValue": text}
    sheet.put(row, column, {**cell, "userEnteredValue": value})


@change("trimWhitespace")
def trim_whitespace(edit: Edit, given: Given) -> Given:
    area = edit.area(given.get("range"))
    changed = 0
    for key in area.among(area.sheet.cells):
        cell = area.sheet.cells[key]
        text = cell.get("userEnteredValue", {}).get("stringValue")
        trimmed = None if text is None else re.sub(r"[^\S\n]+", " ", text).strip()
        if trimmed != text:
            area.sheet.put(*key, {**cell, "userEnteredValue": {"stringValue": trimmed} if trimmed else None})
            changed += 1
    return {"cellsChangedCount": changed} if changed else {}
