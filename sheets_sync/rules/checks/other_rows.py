"""Conditions that look at other rows: of the same tab, of another one, or of a table of the ruleset."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sheets_sync.records.facts import KINDS
from sheets_sync.rules.checks.dates import first_start
from sheets_sync.rules.checks.row import Finding, Row
from sheets_sync.rules.checks.values import Looked, Value, word_of

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_NOT_USED = frozenset({"no", "n", "-", "0", "false"})


def unique_in(row: Row, value: Value) -> Finding | None:
    looked = row.looked
    beside = Looked(looked.facts, looked.kind, row.rule.unique_in or "", looked.zone)
    own = beside.value(row.record)
    if own is None or value.word in _NOT_USED:
        return None
    for other in row.peers:
        if other is row.record:
            return None
        theirs, group = looked.value(other), beside.value(other)
        if theirs and group and theirs.word == value.word and group.word == own.word:
            key = getattr(other, "key", None) or getattr(other, "driver", None)
            entrant = row.course.seats.entrants.get(str(key))
            where = f"with {entrant.driver}" if entrant else f"in {looked.at(other).a1}"
            group_by = beside.header(row.record)
            return Finding(f"is '{value.text}', as {where} of the same {group_by} ({own.text})")
    return None


def in_list(row: Row, value: Value) -> Finding | None:
    names = row.rule.in_list or []
    tables, facts = row.course.ruleset.tables, row.course.facts
    for name in names:
        if name in tables and value.number in tables[name]:
            return None
        if name in KINDS and any(value.word in _names(row.course, each) for each in getattr(facts, name)):
            return None
    return Finding(f"is '{value.text}', which isn't in {' or '.join(names)}")


def not_in(row: Row, value: Value) -> Finding | None:
    words = {value.word}
    if row.looked.kind == "entries" and row.record.platform_id:
        words.add(word_of(row.record.platform_id))
    kind = row.rule.not_in or ""
    for other in getattr(row.course.facts, kind):
        if words & _names(row.course, other) and _binds(row, other):
            until = getattr(other, "until", None)
            ends = f" until {until.astimezone(row.looked.zone):%Y-%m-%d}" if until else ""
            return Finding(f"is '{value.text}', who stands in the {kind}{ends}")
    return None


def _binds(row: Row, listed: Any) -> bool:
    """Whether somebody stood in the list when they entered, else when the season began."""
    at = getattr(row.record, "entered_at", None) or first_start(row.course) or row.course.now
    since, until = getattr(listed, "since", None), getattr(listed, "until", None)
    return (since is None or since <= at) and (until is None or until > at)


def _names(course: Course, record: Any) -> set[str]:
    """Every way in which a row names somebody."""
    written = [getattr(record, name, None) for name in ("driver", "name", "platform_id")]
    entrant = course.seats.entrants.get(written[0]) if written[0] else None
    written += [entrant.driver, entrant.platform_id] if entrant else []
    return {word_of(each) for each in written if each}
