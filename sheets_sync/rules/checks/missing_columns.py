"""Columns that the ruleset names and that a tab doesn't have: said once, for nobody sees what isn't
looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.rules.checks.values import Looked
from sheets_sync.ruleset.columns import named_columns

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class _Need:
    """``what`` looks at the column: a rule by its section and name. ``kinds``: it may stand in any of
    them."""

    what: str
    kinds: tuple[str, ...]
    column: str
    rule: str
    article: str


def missing_columns(course: Course) -> list[Problem]:
    """A note for each check and tab, and for each other rule whose column stands nowhere."""
    problems = [each for name in course.ruleset.checks for each in _check(course, name)]
    if not course.facts.complete:  # It may stand in the tab that couldn't be read.
        return problems
    return [*problems, *(_nowhere(course, need) for need in _needs(course) if _is_nowhere(course, need))]


def _check(course: Course, name: str) -> Iterator[Problem]:
    rule = course.ruleset.checks[name].usual
    columns = [rule.column, *([rule.unique_in] if rule.unique_in else [])]
    for column in columns:
        looked = _looked(course, rule.tab, column)
        for at, rows in _by_tab(course, rule.tab).items():
            looked_at = any(_holds(course, name, row) for row in rows)
            if looked_at and not any(map(looked.is_there, rows)):
                message = f"The tab has no column '{column}', so that the check '{name}' isn't made."
                yield _note(message, at, looked, rule.cite(), "checks")


def _holds(course: Course, name: str, row: Any) -> bool:
    """Whether the check looks at that row; what names no session is about the round's first race."""
    ruleset, number = course.ruleset, getattr(row, "round", None)
    if number is None:
        return True
    races = [each for each in ruleset.programme(number) if ruleset.is_race(each)]
    session = getattr(row, "session", None) or next(iter(races), "")
    where = ruleset.where(number, session, getattr(row, "pool", None) or "")
    return ruleset.checks[name].at(where) is not None


def _needs(course: Course) -> Iterator[_Need]:
    """What rules other than checks go by."""
    for section, name, dated in course.ruleset.rules():
        if section == "checks":
            continue
        found: dict[str, list[str]] = {}
        named = (pair for item in (dated.usual, *dated.variants()) for pair in named_columns(item))
        for kind, column in dict.fromkeys(named):
            found.setdefault(column, []).append(kind)
        for column, kinds in found.items():
            what = f"{section} > {name}" if name else section
            yield _Need(what, tuple(kinds), column, section, dated.usual.cite())


def _is_nowhere(course: Course, need: _Need) -> bool:
    looked = [_looked(course, kind, need.column) for kind in need.kinds]
    rows = [(each, row) for each in looked for row in getattr(course.facts, each.kind)]
    return bool(rows) and not any(each.is_there(row) for each, row in rows)


def _nowhere(course: Course, need: _Need) -> Problem:
    kind, at = next((kind, at) for kind in need.kinds for at in _by_tab(course, kind))
    others = [other for other in need.kinds if other != kind]
    where = f"Neither this tab nor the {' or the '.join(others)} have a" if others else "The tab has no"
    message = f"{where} column '{need.column}', by which '{need.what}' goes."
    return _note(message, at, _looked(course, kind, need.column), need.article, need.rule)


def _note(message: str, at: TabRef, looked: Looked, article: str, rule: str) -> Problem:
    key = looked.field or looked.column
    hint = f"Add the column, or write its header under columns in league.yaml ('{key}: ...')."
    return Problem(message, at, hint, Severity.NOTE, rule, article)


def _looked(course: Course, kind: str, column: str) -> Looked:
    return Looked(course.facts, kind, column, course.ruleset.season.usual.zone)


def _by_tab(course: Course, kind: str) -> dict[TabRef, list[Any]]:
    found: dict[TabRef, list[Any]] = {}
    for row in getattr(course.facts, kind):
        source = row.row.source
        found.setdefault(TabRef(source.spreadsheet, source.tab), []).append(row)
    return found
