"""What we wrote last, remembered inside the spreadsheet itself.

A digest for each cell of ours that isn't empty, the identity of the spreadsheet (a copy is another
one) and a generation that counts our writes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from sheets_sync.cells import CellError, Value, a1, parse_a1
from sheets_sync.plan.before import Before, Spot
from sheets_sync.plan.extents import Extent
from sheets_sync.records.seen_headers import AllSeen, SeenHeader
from sheets_sync.sources.snapshot import Formula, Written

VERSION = 1
__all__ = ["VERSION", "Memory", "Spot", "canonical", "digest", "hidden", "tab_in"]


@dataclass(frozen=True, slots=True)
class Memory:
    """``digests``: (tab, row, column) -> digest of what we left there; ``inputs``: the tabs that were
    read for it and how many rows they gave (in a public spreadsheet only digests of their names, and 1);
    ``about``: the corner of a range -> the round that it shows, where it shows one; ``extents``: where each
    table stood that has no range of its own, as ``Standings!drivers``; ``run``: the moment of the run that
    wrote, the same in all its spreadsheets; ``before``: what that replaced, None where it isn't known;
    ``headers``: those of the tabs that were read."""

    identity: str
    generation: int
    digests: Mapping[Spot, str]
    inputs: Mapping[str, int] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    extents: Mapping[str, Extent] = field(default_factory=dict)
    run: str = ""
    before: Before | None = None
    headers: AllSeen = field(default_factory=dict)

    def is_extended(self, spot: Spot) -> bool:
        """Whether the cell is of a table without a range."""
        return any(spot[1:] in each for name, each in self.extents.items() if tab_in(name) == spot[0])

    @property
    def is_public(self) -> bool:
        """Whether it was written for a spreadsheet that everybody may see: it names no tabs then."""
        return not any("!" in key for key in self.inputs)

    @classmethod
    def parse(cls, text: str | None) -> Memory | None:
        """The memory in a spreadsheet; None where there is none, or none that can be read."""
        try:
            data = json.loads(text or "")
            if data["version"] != VERSION:
                return None
            digests = {
                (tab, *parse_a1(cell)): str(digest)
                for tab, cells in data["cells"].items()
                for cell, digest in cells.items()
            }
            inputs = {str(tab): int(rows) for tab, rows in data["inputs"].items()}
            about = {str(corner): str(what) for corner, what in data.get("about", {}).items()}
            extents = {str(name): Extent.parse(each) for name, each in data.get("extents", {}).items()}
            run, before = str(data.get("run", "")), data.get("before")
            before = Before.parse(before) if before is not None else None
            identity, generation = str(data["identity"]), int(data["generation"])
            headers = {
                str(place): tuple(SeenHeader(int(column), str(key), str(name)) for column, key, name in each)
                for place, each in data.get("headers", {}).items()
            }
            return cls(identity, generation, digests, inputs, about, extents, run, before, headers)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None

    def text(self) -> str:
        cells: dict[str, dict[str, str]] = {}
        for (tab, row, column), digest in sorted(self.digests.items()):
            cells.setdefault(tab, {})[a1(row, column)] = digest
        data: dict[str, object] = {
            "version": VERSION,
            "identity": self.identity,
            "generation": self.generation,
            "inputs": dict(self.inputs),
            "about": dict(self.about),
            "cells": cells,
        }
        if self.extents:
            data["extents"] = {name: each.data() for name, each in self.extents.items()}
        if self.headers:
            data["headers"] = {
                place: [[each.column, each.key, each.field] for each in seen]
                for place, seen in self.headers.items()
            }
        if self.run:
            data["run"] = self.run
        if self.before is not None:
            data["before"] = self.before.data()
        return json.dumps(data, ensure_ascii=False, sort_keys=True)


def tab_in(name: str) -> str:
    """The tab in the name of an extent or a corner."""
    return name.rpartition("!")[0]


def digest(value: Value | Written) -> str:
    """Twelve hex digits that two equal cell contents share; an empty cell has none."""
    content = canonical(value)
    return hashlib.sha256(content.encode(errors="surrogatepass")).hexdigest()[:12] if content else ""


def canonical(value: Value | Written) -> str:
    """One spelling for equal contents: 3, 3.0 and Decimal(3) are the same number."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f"b{value}"
    if isinstance(value, (int, float, Decimal)):
        # Spreadsheet programs keep fifteen digits of a number when they save it.
        return f"n{float(value):.15g}"
    if isinstance(value, CellError):
        return f"e{value.code}"
    if isinstance(value, Formula):
        return f"f{value.text}"
    return f"t{value}"


def hidden(inputs: Mapping[str, int]) -> dict[str, int]:
    """Tabs and row counts so that a public spreadsheet tells nobody what is private."""
    return {digest(tab): min(rows, 1) for tab, rows in inputs.items()}
