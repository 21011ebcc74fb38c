"""Rule cases: small seasons in YAML, with what has to come out of them.

A case goes the whole way of the data but for the spreadsheet itself: its rows become grids with the
standard headers, `gather` reads them, `fold` applies the ruleset. Every value is compared as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sheets_sync import marked_yaml
from sheets_sync.cells import Grid
from sheets_sync.league import League, Safety, SpreadsheetEntry, TabRead
from sheets_sync.marked_yaml import Map, Sequence
from sheets_sync.pipeline import reading_context
from sheets_sync.problems import Problem
from sheets_sync.records.facts import KINDS
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.gather import gather
from sheets_sync.rules.fold import fold
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import Ruleset

FOLDER = Path(__file__).parent / "cases" / "rules"
LATER = "2100-01-01 00:00"
_KEYS = {"name", "why", "rules", "facts", "now", "expect", "example"}


@dataclass(frozen=True, slots=True)
class RuleCase:
    """One case. ``rules`` keeps its lines, so that a mistake in it is named like one in a ruleset."""

    name: str
    why: str
    rules: Map
    facts: Mapping[str, list[Any]]
    now: str
    expect: Mapping[str, Any]
    example: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a case; ``season`` is None where the ruleset can't be loaded."""

    season: Season | None
    problems: tuple[Problem, ...]


def load_cases(path: Path) -> list[RuleCase]:
    """The cases of one file: a list under ``cases``."""
    node, problems = marked_yaml.load(path)
    assert node is not None and not problems, problems
    listed = node.items["cases"]
    assert isinstance(listed, Sequence)
    return [_case(path, item) for item in listed.items]


def _case(path: Path, node: marked_yaml.Node) -> RuleCase:
    assert isinstance(node, Map), f"{path}: a case is a map"
    assert set(node.items) <= _KEYS, f"{node.at}: unknown keys {set(node.items) - _KEYS}"
    plain = marked_yaml.plain(node)
    rules = node.items["rules"]
    assert isinstance(rules, Map)
    facts, now = plain.get("facts") or {}, plain.get("now") or LATER
    return RuleCase(
        plain["name"], plain["why"], rules, facts, now, plain["expect"], plain.get("example") == "yes"
    )


def run(case: RuleCase) -> Outcome:
    """Lays the case's rules over `base` and folds its facts."""
    return run_on("base", case.rules, case.facts, case.now)


def run_on(name: str, rules: Map | None, facts: Mapping[str, list[Any]], now: str) -> Outcome:
    """Lays rules over a ruleset and folds facts as they stand at a moment of the league's zone."""
    ruleset, problems = load_ruleset(name, changes=rules)
    if ruleset is None:
        return Outcome(None, tuple(problems))
    context = reading_context(ruleset)
    grids = {
        ("book", kind): _grid(KINDS[kind], rows, context.columns.get(kind, ()))
        for kind, rows in facts.items()
    }
    gathered, found = gather(_league(grids), grids, context)
    season = fold(ruleset, gathered.facts, _moment(now, ruleset))
    return Outcome(season, (*problems, *found, *season.problems))


def _moment(text: str, ruleset: Ruleset) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ruleset.season.usual.zone)


def _league(grids: Mapping[tuple[str, str], Grid]) -> League:
    """A league with one spreadsheet, one tab a record kind."""
    read = {kind: (TabRead.model_validate({"tab": f"{book}!{kind}"}),) for book, kind in grids}
    books = {"book": SpreadsheetEntry(path="book.xlsx", access="private")}
    return League(Path("league.yaml"), "case", "base", None, books, read, (), (), Safety(), None, {})


def _grid(kind: RecordKind, rows: list[Any], further: Iterable[str] = ()) -> Grid:
    """The rows below the standard headers. A row that is only a name is a driver. Of the ``further`` columns
    that the ruleset names only those stand in the tab that a row fills."""
    written = [row if isinstance(row, dict) else {"driver": row} for row in rows]
    records = [_by_field(kind, row, further) for row in written]
    values = [[field.headers[0], *(_value(row.get(field.name)) for row in records)] for field in kind.fields]
    used = [name for name in further if any(name in row for row in records)]
    values += [[name, *(_value(row.get(name)) for row in records)] for name in used]
    return Grid("book", kind.name, values, [[""] * len(column) for column in values])


def _by_field(kind: RecordKind, row: Mapping[str, Any], further: Iterable[str]) -> dict[str, Any]:
    """A row's values by field; its keys are fields or headers."""
    fields = {key: field.name for field in kind.fields for key in (*field.headers, field.name)}
    fields = {name: name for name in further} | fields
    unknown = set(row) - set(fields)
    assert not unknown, f"the {kind.name} have no column {unknown}"
    return {fields[key]: value for key, value in row.items()}


def _value(text: str | None) -> str | int | None:
    """As a person's typing would enter the cell: digits become a number."""
    return int(text) if text is not None and text.isdigit() else text
