"""What our cells held before our last write: kept with the memory, so that any machine can put it back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sheets_sync.cells import CellError, Value
from sheets_sync.notation import a1, parse_a1
from sheets_sync.plan.extents import Extent

Spot = tuple[str, int, int]
"""A cell by its tab, row and column."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a cell held. ``formula``: its text without the sign before it, where it had one, and ``value``
    what it showed; ``number_format``: the format code that it had, None where the write left that alone."""

    value: Value = None
    formula: str = ""
    number_format: str | None = None

    @classmethod
    def parse(cls, data: Any) -> Earlier:
        if not isinstance(data, dict):
            return cls(data)
        code = data.get("format")
        value = CellError(str(data["error"])) if "error" in data else data.get("value")
        return cls(value, str(data.get("formula", "")), None if code is None else str(code))

    def data(self) -> Any:
        """Most cells are a bare value."""
        is_error = isinstance(self.value, CellError)
        if not (self.formula or self.number_format is not None or is_error):
            return self.value
        kept: dict[str, Any] = {"error" if is_error else "value": str(self.value) if is_error else self.value}
        kept |= {"formula": self.formula} if self.formula else {}
        return kept | ({} if self.number_format is None else {"format": self.number_format})


@dataclass(frozen=True, slots=True)
class Before:
    """``run``: the moment of the write before the last one, empty where there was none; ``cells``: those that
    the last write changed; the others as in `Memory`, as they were then."""

    run: str
    cells: Mapping[Spot, Earlier]
    inputs: Mapping[str, int] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    extents: Mapping[str, Extent] = field(default_factory=dict)

    def is_extended(self, spot: Spot) -> bool:
        """Whether the cell was that of a table without a range of its own."""
        return any(
            name.rpartition("!")[0] == spot[0] and spot[1:] in each for name, each in self.extents.items()
        )

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Before:
        """As the memory keeps it. Raises ValueError, KeyError, TypeError or AttributeError for others."""
        cells = {
            (str(tab), *parse_a1(cell)): Earlier.parse(each)
            for tab, found in data["cells"].items()
            for cell, each in found.items()
        }
        inputs = {str(tab): int(rows) for tab, rows in data["inputs"].items()}
        about = {str(corner): str(what) for corner, what in data["about"].items()}
        extents = {str(name): Extent.parse(each) for name, each in data["extents"].items()}
        return cls(str(data["run"]), cells, inputs, about, extents)

    def data(self) -> dict[str, Any]:
        cells: dict[str, dict[str, Any]] = {}
        for (tab, row, column), each in sorted(self.cells.items()):
            cells.setdefault(tab, {})[a1(row, column)] = each.data()
        extents = {name: each.data() for name, each in self.extents.items()}
        about, inputs = dict(self.about), dict(self.inputs)
        return {"run": self.run, "cells": cells, "inputs": inputs, "about": about, "extents": extents}
