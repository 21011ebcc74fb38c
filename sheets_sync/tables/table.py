"""A table: what it is called, its columns, its rows, and whether it may be shown in public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from fractions import Fraction
from typing import Literal

Cellable = None | str | int | Fraction | datetime
Access = Literal["private", "public"]


class Kind(Enum):
    """How a column's values are shown: points to some decimals, a change as an arrow, a time as 1:23.456, a
    moment to the minute or only as its day."""

    TEXT = "text"
    NUMBER = "number"
    POINTS = "points"
    CHANGE = "change"
    TIME = "time"
    MOMENT = "moment"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """``extra``: shown only where it is asked for by its key; ``private``: never in public; ``decimals`` of
    points that aren't whole; ``also``: other headers that people may give it."""

    key: str
    title: str
    kind: Kind = Kind.TEXT
    extra: bool = False
    private: bool = False
    decimals: int = 2
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` hold exact values, one for each column: points as int or Fraction, times in ms, moments
    in the league's zone.

    ``comes_and_goes``: rows are expected to vanish (problems are mended, decisions taken); ``about``: the
    round that it shows, where it always shows only one."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cellable, ...], ...]
    access: Access
    comes_and_goes: bool = False
    about: str = ""

    def chosen(self, keys: list[str] | None) -> Table:
        """The table with only these columns, in this order; without keys all but the extra ones."""
        if keys is None:
            keys = [column.key for column in self.columns if not column.extra]
        index = {column.key: position for position, column in enumerate(self.columns)}
        columns = tuple(self.columns[index[key]] for key in keys)
        rows = tuple(tuple(row[index[key]] for key in keys) for row in self.rows)
        return replace(self, columns=columns, rows=rows)

    def titled(self, titles: Mapping[str, str]) -> Table:
        """The table with other headers: text -> column."""
        named = {key: text for text, key in titles.items()}
        columns = tuple(replace(each, title=named.get(each.key, each.title)) for each in self.columns)
        return replace(self, columns=columns)


def shown(column: Column, value: Cellable) -> str:
    """The value as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if column.kind is Kind.DAY else f"{value:%Y-%m-%d %H:%M}"
    if column.kind is Kind.CHANGE:
        number = int(value)
        return "=" if number == 0 else f"{'▲' if number > 0 else '▼'}{abs(number)}"
    if column.kind is Kind.TIME:
        return time_text(int(value))
    if column.kind is Kind.POINTS and not isinstance(value, str):
        return points_text(value, column.decimals)
    return str(value)


def shown_column(column: Column, values: Iterable[Cellable]) -> list[str]:
    """The values of a column as a person reads them, in one style: where one of the points isn't whole, all
    have as many decimals as they need."""
    listed = list(values)
    figures = [each for each in listed if isinstance(each, int | Fraction)]
    if column.kind is not Kind.POINTS or all(Fraction(each).denominator == 1 for each in figures):
        return [shown(column, each) for each in listed]
    needed = max(map(_decimals, figures))
    styled = [f"{decimal(Fraction(each), min(needed, column.decimals))}" for each in figures]
    texts = iter(styled)
    return [next(texts) if isinstance(each, int | Fraction) else shown(column, each) for each in listed]


def _decimals(value: int | Fraction) -> int:
    """How many decimals say it exactly; very many where none do."""
    return next((places for places in range(9) if (Fraction(value) * 10**places).denominator == 1), 9)


def points_text(value: int | Fraction, decimals: int) -> str:
    """30 and 27, but 17.67."""
    exact = Fraction(value)
    return str(exact.numerator) if exact.denominator == 1 else str(decimal(exact, decimals))


def decimal(value: Fraction, decimals: int) -> Decimal:
    """To so many decimals, halves up: 53/3 -> 17.67."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def time_text(ms: int) -> str:
    """96123 -> 1:36.123; from an hour on 1:02:03.456."""
    minutes, rest = divmod(ms, 60_000)
    seconds = f"{rest // 1000:02d}.{rest % 1000:03d}"
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{seconds}" if hours else f"{minutes}:{seconds}"


def written(column: Column, value: Cellable, number_format: str) -> str | int | Decimal | None:
    """The value as it goes into a cell with that number format.

    Points are numbers. A time or a change is a number only where the cell's format shows it as one.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return shown(column, value)
    if column.kind is Kind.POINTS and isinstance(value, Fraction):
        return decimal(value, column.decimals)
    if column.kind is Kind.TIME:
        return day_share(int(value)) if ":" in number_format else time_text(int(value))
    if column.kind is Kind.CHANGE and number_format in ("", "General", "@"):
        return shown(column, value)
    return int(value)


def day_share(ms: int) -> Decimal:
    """A time as the fraction of a day that spreadsheets keep."""
    return Decimal(repr(ms / 86_400_000))
