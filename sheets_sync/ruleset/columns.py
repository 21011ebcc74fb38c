"""The columns beyond the usual fields that a ruleset names: by checks, measures, tallies and standings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sheets_sync.records.facts import KINDS
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.checks import Check
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.model import Ruleset


def extra_columns(ruleset: Ruleset) -> Mapping[str, tuple[str, ...]]:
    """Record kind -> the headers that its tabs are read for besides their fields."""
    found: dict[str, dict[str, None]] = {}
    for _, _, rule in ruleset.rules():
        for item in (rule.usual, *rule.variants()):
            for kind, column in _named(item):
                if kind in KINDS and KINDS[kind].field(field_name(column)) is None:
                    found.setdefault(kind, {})[column] = None
    return {kind: tuple(columns) for kind, columns in found.items()}


def field_name(column: str) -> str:
    """``disconnected at`` is the field ``disconnected_at``."""
    return column.replace(" ", "_")


def _named(item: Item) -> Iterator[tuple[str, str]]:
    if isinstance(item, Check):
        yield item.tab, item.column
        if item.unique_in:
            yield item.tab, item.unique_in
    if isinstance(item, Standing) and item.of not in ("driver", "team"):
        yield "entries", item.of
    if isinstance(item, Tally):
        for word in item.counts:
            if word.startswith("column "):
                yield "results", word.removeprefix("column ")
    for measure in _measures(item):
        if measure.kind == "column":
            yield "entries", measure.name
            yield "results", measure.name


def _measures(item: Item) -> Iterator[Measure]:
    for name in type(item).model_fields:
        value = getattr(item, name)
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Measure):
                yield each
