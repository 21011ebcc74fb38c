"""What stands in the column that a check looks at, in the row of a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from sheets_sync.cells import Cell, CellRef
from sheets_sync.records import numbers, times, words
from sheets_sync.records.context import ReadingContext
from sheets_sync.records.facts import Facts
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.names import fold
from sheets_sync.row_refs import RowRef
from sheets_sync.ruleset.columns import field_of
from sheets_sync.ruleset.values import Number

_PARTS = re.compile(r"\s*(?:[,;/&+]|\band\b)\s*")
_WITH_UNIT = re.compile(r"(\d+(?:[.,]\d+)?)\s*[A-Za-z%]{1,3}")
_QUOTES = str.maketrans("’‘`´", "''''")


@dataclass(frozen=True, slots=True)
class Looked:
    """A column of a kind of record, as one check names it."""

    facts: Facts
    kind: str
    column: str
    zone: ZoneInfo

    @property
    def field(self) -> str | None:
        """The field of that name or header; a further column where the header itself stands in the tab."""
        return field_of(self.kind, self.column)

    def value(self, record: Any) -> Value | None:
        """What stands there; None where it is blank."""
        cell = self.facts.column(record.row, self.column)
        if cell is not None:
            return Value(cell, self.zone)
        found = getattr(record, self.field) if self.field else None
        return None if found in (None, "") else Value(found, self.zone)

    def at(self, record: Any) -> CellRef:
        row: RowRef = record.row
        return row.cell(self._name(row))

    def cells(self, record: Any) -> tuple[CellRef, ...]:
        row: RowRef = record.row
        return row.cells("driver", self._name(row))

    def header(self, record: Any) -> str:
        """The column as the record's tab calls it."""
        row: RowRef = record.row
        return row.source.headers.get(self._name(row), self.column)

    def is_there(self, record: Any) -> bool:
        """Whether the record's tab has the column, or says its value for all rows."""
        return self._name(record.row) in record.row.source.columns or self.value(record) is not None

    def _name(self, row: RowRef) -> str:
        """Under what the tab's columns list it."""
        own = self.column in row.source.columns
        return self.column if own or not self.field else self.field


@dataclass(frozen=True, slots=True)
class Value:
    """A field's value, already read, or a cell of a further column. Each way to read it gives None where the
    value is no such thing."""

    raw: object
    zone: ZoneInfo

    @property
    def text(self) -> str:
        if isinstance(self.raw, Cell):
            try:
                return words.text(self.raw, self._context)
            except Unreadable:
                return str(self.raw.value)
        if isinstance(self.raw, bool):
            return "yes" if self.raw else "no"
        if isinstance(self.raw, datetime):
            return f"{self.raw.astimezone(self.zone):%a %d %b %Y %H:%M}"
        return str(self.raw)

    @property
    def word(self) -> str:
        """For comparing: without case, accents and the kind of apostrophe."""
        return word_of(self.text)

    @property
    def yes(self) -> bool | None:
        if isinstance(self.raw, bool):
            return self.raw
        found = self._read(words.yes)
        return found if isinstance(found, bool) else None

    @property
    def number(self) -> Number | None:
        """The number; of a list in one cell, how many different things it names."""
        if isinstance(self.raw, (int, Fraction)) and not isinstance(self.raw, bool):
            return self.raw
        found = self._read(numbers.number)
        if isinstance(found, (int, Fraction)):
            return found
        with_unit = _WITH_UNIT.fullmatch(self.text)
        return Fraction(with_unit[1].replace(",", ".")) if with_unit else self._count()

    def _count(self) -> int:
        return len({fold(part) for part in _PARTS.split(self.text) if part})

    @property
    def moment(self) -> datetime | None:
        """With its time."""
        if isinstance(self.raw, datetime):
            return self.raw
        found = self._read(times.moment)
        return found if isinstance(found, datetime) else None

    @property
    def day(self) -> date | None:
        if isinstance(self.raw, datetime):
            return self.raw.astimezone(self.zone).date()
        if isinstance(self.raw, date):
            return self.raw
        for scalar in (times.born, times.moment):
            found = self._read(scalar)
            if isinstance(found, datetime):
                return found.astimezone(self.zone).date()
            if isinstance(found, date):
                return found
        return None

    def _read(self, scalar: Any) -> object:
        cell = self.raw if isinstance(self.raw, Cell) else Cell(CellRef("", "", 1, 1), self.text, "", None)
        try:
            return scalar(cell, self._context)
        except Unreadable:
            return None

    @property
    def _context(self) -> ReadingContext:
        return ReadingContext(self.zone)


def word_of(text: str) -> str:
    return fold(text.translate(_QUOTES))
