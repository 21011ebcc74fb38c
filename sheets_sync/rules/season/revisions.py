"""Revisions of a round: the moments at which its results changed, each with what changed them.

The results as they stood at any of these moments are those of the same facts looked at as of then; so an
older revision stays readable as long as nobody retypes a cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.phrases import OUT, Sanction

_CHANGING = OUT | {
    Sanction.SECONDS,
    Sanction.LAPS,
    Sanction.PLACES,
    Sanction.POINTS,
    Sanction.DRIVE_THROUGH,
    Sanction.STOP_AND_GO,
}


@dataclass(frozen=True, slots=True)
class Revision:
    """The ``number``-th results of a round, from ``at`` on, and what ``changes`` brought them. ``signed``: by
    whom."""

    number: int
    at: datetime
    changes: tuple[str, ...]
    signed: str = ""


def revisions(season: Season, number: int) -> list[Revision]:
    """The revisions of a round that was raced, the oldest first."""
    first = season.schedule.last_end(number)
    changes: dict[datetime, list[str]] = {}
    for at, says in _changes(season, number):
        if at > first:
            changes.setdefault(at, []).append(says)
    signed = {row.at: row.signed_by or "" for row in season.facts.approvals if row.round == number and row.at}
    moments = sorted(changes)
    made = [Revision(1, first, (), _signature(signed, first, moments[:1]))]
    for index, at in enumerate(moments):
        following = moments[index + 1 : index + 2]
        made.append(Revision(index + 2, at, tuple(changes[at]), _signature(signed, at, following)))
    return made


def _changes(season: Season, number: int) -> Iterator[tuple[datetime, str]]:
    for each in _of_round(season, number):
        name = season.name(each.person)
        yield each.known, f"{name}: {each.phrase} ({each.says})"
        if each.undone is not None:
            yield each.undone, f"{name}: {each.phrase} taken back ({each.undone_says})"


def _of_round(season: Season, number: int) -> Iterable[Penalty]:
    return (
        each
        for each in season.penalties
        if each.event.round == number and each.sanction in _CHANGING and not each.phrase.suspended
    )


def _signature(signed: dict[datetime, str], from_: datetime, until: list[datetime]) -> str:
    """Who signed while that revision stood."""
    return next((by for at, by in signed.items() if at >= from_ and (not until or at < until[0])), "")
