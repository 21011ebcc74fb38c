"""The methods that clear values: formats and notes stay."""

from __future__ import annotations

from typing import Any

from .areas import Area
from .book import Book
from .errors import Refusal, invalid
from .filters_of_data import matching
from .protection import refuse_protected
from .writing_values import written_area


def clear(book: Book, text: str, email: str) -> dict[str, Any]:
    """The answer of values.clear: formats and notes stay."""
    try:
        area = written_area(book, text)
        clear_area(book, area, email)
    except Refusal as refusal:
        raise invalid(str(refusal)) from None
    return {"spreadsheetId": book.id, "clearedRange": area.name()}


def clear_area(book: Book, area: Area, email: str) -> None:
    refuse_protected(book, area, email)
    for key in area.among(area.sheet.cells):
        area.sheet.put(*key, {**area.sheet.cells[key], "userEnteredValue": None, "textFormatRuns": None})
    book.edited()


def batch_clear(book: Book, texts: list[str], email: str) -> dict[str, Any]:
    """The answer of values.batchClear."""
    cleared = []
    for place, text in enumerate(texts):
        try:
            area = written_area(book, text)
            clear_area(book, area, email)
        except Refusal as refusal:
            raise invalid(f"Invalid range[{place}]: {refusal}") from None
        cleared.append(area.name())
    return {"spreadsheetId": book.id} | ({"clearedRanges": cleared} if cleared else {})


def batch_clear_by_filter(book: Book, filters: list[dict[str, Any]], email: str) -> dict[str, Any]:
    """The answer of values.batchClearByDataFilter."""
    found = [area for data_filter in filters for area in matching(book, data_filter)]
    for area in found:
        try:
            clear_area(book, area, email)
        except Refusal as refusal:
            raise invalid(str(refusal)) from None
    return {"spreadsheetId": book.id} | ({"clearedRanges": [area.name() for area in found]} if found else {})
