"""Tables of points: lists, lists by starters, formulas, and names of tables."""

from __future__ import annotations

from fractions import Fraction

from sheets_sync.ruleset.kinds.points import Formula
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.values import Number, simplest

OPEN = "ask"


def table_of(ruleset: Ruleset, table: object, starters: int, entries: int = 0) -> list[Number]:
    """The points from the first place down, for that many starters."""
    if isinstance(table, str):
        return list(ruleset.tables.get(table, ()))
    if isinstance(table, dict):
        fitting = min((size for size in table if size >= starters), default=max(table, default=0))
        return list(table.get(fitting, []))
    if isinstance(table, Formula):
        return _formula(table, starters, entries)
    return list(table) if isinstance(table, list) else []


def _formula(formula: Formula, starters: int, entries: int) -> list[Number]:
    """Points that fall end at 0; points that rise are low-point scores."""
    step, places = Fraction(formula.step), max(starters, entries if formula.first == "entries" else 0)
    if formula.last is not None:
        first = Fraction(formula.last) - step * (places - 1)
    elif isinstance(formula.first, str):
        first = Fraction(starters if formula.first == "starters" else entries)
    else:
        first = Fraction(formula.first or 0)
    values = (first + step * index for index in range(places))
    return [simplest(max(value, Fraction(0)) if step < 0 else value) for value in values]


def value_of(table: list[Number], place: int) -> Number:
    """0 beyond the table."""
    return table[place - 1] if 1 <= place <= len(table) else 0
