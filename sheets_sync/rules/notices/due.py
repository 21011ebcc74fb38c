"""What falls due: a notice or a deadline, with its moment and what it carries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sheets_sync.records.names import fold
from sheets_sync.rules.notices.fields import filled
from sheets_sync.ruleset.kinds.notices import Notice

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

THE_DRIVER = "the driver"
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Due:
    """One notice: when it falls due, what it says, the fields it carries and those that are missing;
    ``waits`` names the approval that it needs first; ``person``: whom alone it is for."""

    name: str
    round: int
    pool: str
    due: datetime | None
    says: str
    to: str
    fields: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    waits: str
    article: str
    person: str = ""


def in_order(due: Due) -> tuple[datetime, int, str, str, str]:
    """By the moment; what has none stands last."""
    return (due.due or _LAST, due.round, due.name, due.pool, due.person)


def made(
    course: Course, name: str, rule: Notice, number: int, pool: str = "", due: datetime | None = None
) -> Due:
    """A notice with its fields filled."""
    fields, missing = filled(course, rule.fields, number, pool)
    waits = rule.needs if rule.needs and not _is_approved(course, rule.needs, number) else ""
    return Due(name, number, pool, due, rule.says, rule.to, fields, missing, waits, rule.cite())


def addressed(course: Course, due: Due) -> list[Due]:
    """What is for the driver goes to each of the round's field."""
    if due.to != THE_DRIVER:
        return [due]
    return [replace(due, person=person) for person in course.field(due.round)]


def _is_approved(course: Course, needed: str, number: int) -> bool:
    """``entry list approved``: whether the approvals have a signature under ``entry list``."""
    what = fold(needed).removesuffix(" approved").removesuffix(" signed")
    rows = (row for row in course.facts.approvals if fold(row.what) == what)
    return any(row.signed_by and row.round in (None, number) for row in rows)
