"""One formula calculated in its cell."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from ..areas import Area, of_grid_range
from ..book import Sheet
from ..errors import Refusal
from . import operators, tree
from .functions import call
from .mapping import mapped
from .tokens import Reference
from .values import Fault, scalar

if TYPE_CHECKING:
    from .calculator import Calculator


TOO_LARGE = "Numeric value is greater than 1.79769E+308 and cannot be displayed properly."


class Evaluation:
    """One formula in its cell."""

    def __init__(self, calculator: Calculator, sheet: Sheet, row: int, column: int) -> None:
        self.calculator, self.sheet, self.row, self.column = calculator, sheet, row, column
        self.array = False

    def result(self, formula: str) -> Any:
        try:
            root = tree.parsed(formula, self.calculator.locale.decimal)
        except (tree.Unreadable, RecursionError):
            return Fault("ERROR", "Formula parse error.")
        try:
            found = self.of(root)
            plain = isinstance(root, tree.Cells | tree.Name)
            value = self.one(root, found) if plain else found
        except Fault as fault:
            return fault
        except (ArithmeticError, ValueError):
            return Fault("NUM", TOO_LARGE)
        except RecursionError:
            return Fault("REF", "Circular dependency detected.")
        endless = isinstance(value, float) and not math.isfinite(value)
        return Fault("NUM", TOO_LARGE) if endless else value

    def of(self, node: Any) -> Any:
        """The value of a node: a scalar, or a grid."""
        if isinstance(node, tree.Constant):
            return node.value
        if isinstance(node, tree.Cells):
            return self.cells(self.area(node.reference))
        if isinstance(node, tree.Name):
            return self.cells(self.named(node.name))
        if isinstance(node, tree.Rows):
            return self.rows(node)
        if node.name in operators.OPERATORS:
            return self.operated(node)
        return call(self, node)

    def single(self, node: Any) -> Any:
        """The value of a node where one is wanted: of a range the one in this row or column."""
        return self.one(node, self.of(node))

    def one(self, node: Any, found: Any) -> Any:
        if not isinstance(found, list):
            return found
        area = self.area_of(node)
        if area is None or (area.height, area.width) == (1, 1):
            return scalar(found)
        if area.width == 1 and area.top <= self.row < area.end_row:
            return found[self.row - area.top][0]
        if area.height == 1 and area.left <= self.column < area.end_column:
            return found[0][self.column - area.left]
        return Fault("VALUE", "An array value could not be found.")

    def area_of(self, node: Any) -> Area | None:
        """The cells that a node names."""
        if isinstance(node, tree.Cells):
            return self.area(node.reference)
        return self.named(node.name) if isinstance(node, tree.Name) else None

    def area(self, found: Reference) -> Area:
        sheet = self.sheet if found.title is None else self.calculator.book.titled(found.title)
        if sheet is None:
            raise Fault("REF", f"Unresolved sheet name '{found.title}'.")
        last = found.last or found.first
        tops = [row for row in (found.first.row, last.row) if row is not None]
        lefts = [column for column in (found.first.column, last.column) if column is not None]
        bottom = None if last.row is None else max(tops) + 1
        right = None if last.column is None else max(lefts) + 1
        area = Area(sheet, min(tops, default=0), min(lefts, default=0), bottom, right)
        if area.top >= sheet.row_count or area.left >= sheet.column_count:
            raise Fault("REF", "Reference does not exist.")
        return area

    def named(self, name: str) -> Area:
        book = self.calculator.book
        named = book.named(name)
        if named is None:
            raise Fault("NAME", f"Unknown range name: '{name.upper()}'.")
        try:
            return of_grid_range(book, named["range"])
        except Refusal:
            raise Fault("REF", "Reference does not exist.") from None

    def cells(self, area: Area) -> Any:
        sheet = area.sheet
        if area.bottom is None or area.right is None or area.height * area.width > 2000:
            area = _used(area)
        value = self.calculator.value
        columns = range(area.left, max(area.end_column, area.left + 1))
        rows = range(area.top, max(area.end_row, area.top + 1))
        return [[value(sheet, row, column) for column in columns] for row in rows]

    def rows(self, node: tree.Rows) -> Any:
        out: list[list[Any]] = []
        for row in node.rows:
            blocks = [found if isinstance(found, list) else [[found]] for found in map(self.of, row)]
            height = max(map(len, blocks), default=0)
            if any(len(block) != height for block in blocks):
                raise Fault(
                    "VALUE", "In ARRAY_ROW, an Array Literal was missing values for one or more rows."
                )
            out += [[value for block in blocks for value in block[line]] for line in range(height)]
        if len({len(line) for line in out}) > 1:
            raise Fault(
                "VALUE", "In ARRAY_LITERAL, an Array Literal was missing values for one or more rows."
            )
        return out

    def operated(self, node: tree.Call) -> Any:
        found = [self.of(argument) for argument in node.arguments]
        wide = [value for value in found if isinstance(value, list) and (len(value) > 1 or len(value[0]) > 1)]
        if wide and (
            self.array
            or not all(
                self.area_of(argument) for argument in node.arguments if isinstance(self.of(argument), list)
            )
        ):
            return mapped(lambda *values: operators.apply(node.name, *values), found)
        return operators.apply(
            node.name,
            *[self.one(argument, value) for argument, value in zip(node.arguments, found, strict=True)],
        )


def _used(area: Area) -> Area:
    """The part of a large area down to the last filled row of its sheet, the same for each of its columns."""
    filled = area.sheet.cells
    bottom = max((row + 1 for row, _ in filled), default=0)
    right = max((column + 1 for _, column in filled), default=0) if area.right is None else area.end_column
    return Area(
        area.sheet,
        area.top,
        area.left,
        max(min(bottom, area.end_row), area.top + 1),
        max(min(right, area.end_column), area.left + 1),
    )
