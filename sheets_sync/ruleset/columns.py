"""The columns beyond the usual fields that a ruleset names: by checks, measures, tallies and standings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from sheets_sync.records.facts import KINDS
from sheets_sync.records.names import fold
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.cases import Cases
from sheets_sync.ruleset.kinds.checks import Check
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.leaves import leaves
from sheets_sync.ruleset.model import Ruleset


def extra_columns(ruleset: Ruleset) -> Mapping[str, tuple[str, ...]]:
    """Record kind -> the headers that its tabs are read for besides their fields."""
    found: dict[str, dict[str, None]] = {}
    for _, _, rule in ruleset.rules():
        for item in (rule.usual, *rule.variants()):
            for kind, column in named_columns(item):
                if kind in KINDS and KINDS[kind].field(field_name(column)) is None:
                    found.setdefault(kind, {})[column] = None
    return {kind: tuple(columns) for kind, columns in found.items()}


def field_name(column: str) -> str:
    """``disconnected at`` is the field ``disconnected_at``."""
    return column.replace(" ", "_")


def field_of(kind: str, column: str) -> str | None:
    """The field of a record kind that a rule names by its name or by one of its headers."""
    wanted = fold(column).replace(" ", "_").replace("-", "_")
    return _fields(kind).get(wanted)


@lru_cache
def _fields(kind: str) -> dict[str, str]:
    fields = KINDS[kind].fields
    words = {fold(word).replace(" ", "_"): each.name for each in fields for word in each.headers}
    return words | {each.name: each.name for each in fields}


def named_columns(item: Item) -> Iterator[tuple[str, str]]:
    if isinstance(item, Check):
        yield item.tab, item.column
        if item.unique_in:
            yield item.tab, item.unique_in
    if isinstance(item, Cases):
        yield from (("cases", name) for name in _of_cases(item) if field_of("cases", name) is None)
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


def _of_cases(item: Cases) -> Iterator[str]:
    """The columns that reports and contestations need."""
    contest = None if item.contest == "no" else item.contest
    for step in (item.report, contest):
        yield from (name for either in (step.needs if step else []) for name in either)
    if item.report and item.report.unless:
        yield item.report.unless


def _measures(item: Item) -> Iterator[Measure]:
    yield from (value for _, value in leaves(item) if isinstance(value, Measure))
