"""Calculates a spreadsheet's cells when they are asked for, and remembers the results until it is edited."""

from __future__ import annotations

import re
from typing import Any

from ..book import Book, Sheet
from ..cell_text import is_moment
from ..locales import locale
from .evaluation import Evaluation
from .values import Fault, Formatted, extended, scalar

SPILLS = re.compile(
    r"[{]|ARRAYFORMULA|SORT|UNIQUE|FILTER|TRANSPOSE|SEQUENCE|SPLIT|QUERY|FLATTEN|RANDARRAY|MMULT|FREQUENCY",
    re.I,
)
PLACE = tuple[int, int, int]
CIRCULAR = "Circular dependency detected. To resolve with iterative calculation, see File > Settings."


def calculator(book: Book) -> Calculator:
    """The book's calculator, a new one after an edit."""
    if book.calculated is None:
        book.calculated = Calculator(book)
    return book.calculated  # type: ignore[no-any-return]


class Calculator:
    def __init__(self, book: Book) -> None:
        self.book = book
        self.locale = locale(book.locale)
        self.known: dict[PLACE, Any] = {}
        self.running: list[PLACE] = []
        self.circular: set[PLACE] = set()
        self.spilled: dict[PLACE, Any] | None = None
        self.formats: dict[Any, dict[str, Any]] = {}

    def value(self, sheet: Sheet, row: int, column: int) -> Any:
        """A cell's value: None for an empty one, a Fault for an error."""
        entered = sheet.cells.get((row, column), {}).get("userEnteredValue")
        if entered is None:
            return self.spills().get((sheet.id, row, column))
        if "formulaValue" in entered:
            return self._formula(sheet, row, column, entered["formulaValue"])
        if "errorValue" in entered:
            return Fault(entered["errorValue"].get("type", "ERROR"), entered["errorValue"].get("message", ""))
        found = next(iter(entered.values()), None)
        form = sheet.cells[row, column].get("userEnteredFormat", {}).get("numberFormat")
        if (
            form
            and "numberValue" in entered
            and (is_moment(form) or form.get("type") in ("PERCENT", "CURRENCY"))
        ):
            return Formatted(entered["numberValue"], form)
        return found

    def extended(self, sheet: Sheet, row: int, column: int) -> dict[str, Any] | None:
        """A cell's effective value in the API's form, None for an empty cell."""
        found = self.value(sheet, row, column)
        return None if found is None else extended(found)

    def number_format(self, sheet: Sheet, row: int, column: int) -> dict[str, Any] | None:
        """The cell's own number format, else the one that its formula's value brings."""
        own = sheet.cells.get((row, column), {}).get("userEnteredFormat", {}).get("numberFormat")
        if own and own.get("type") != "NUMBER_FORMAT_TYPE_UNSPECIFIED":
            return dict(own)
        return getattr(self.value(sheet, row, column), "number_format", None)

    def spills(self) -> dict[PLACE, Any]:
        """The values that formulas put into cells beside their own."""
        if self.spilled is None:
            self.spilled = {}
            for sheet in [sheet for sheet in self.book.sheets if sheet.calculates]:
                for (row, column), cell in list(sheet.cells.items()):
                    formula = cell.get("userEnteredValue", {}).get("formulaValue", "")
                    if formula and SPILLS.search(formula):
                        self._formula(sheet, row, column, formula)
        return self.spilled

    def _formula(self, sheet: Sheet, row: int, column: int, formula: str) -> Any:
        place = (sheet.id, row, column)
        if place in self.known:
            return self.known[place]
        if place in self.running:
            self.circular.update(self.running[self.running.index(place) :])
            return Fault("REF", CIRCULAR)
        self.running.append(place)
        try:
            found = Evaluation(self, sheet, row, column).result(formula)
        finally:
            self.running.pop()
        if place in self.circular:
            found = Fault("REF", CIRCULAR)
        self.known[place] = self._spread(place, found)
        return self.known[place]

    def _spread(self, place: PLACE, found: Any) -> Any:
        if not isinstance(found, list):
            return "" if found is None else found
        spilled = self.spills()
        for down, line in enumerate(found):
            for right, value in enumerate(line):
                if down or right:
                    spilled[place[0], place[1] + down, place[2] + right] = value
        first = scalar(found)
        return "" if first is None else first
