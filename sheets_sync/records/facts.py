"""The typed facts of a league, and the registry of their record kinds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Protocol, TypeVar, cast

from sheets_sync.cells import Cell
from sheets_sync.records import (
    aliases,
    answers,
    approvals,
    attendance,
    awards,
    blacklist,
    calendar,
    cases,
    choices,
    decisions,
    entries,
    interruptions,
    moves,
    opening,
    replacements,
    results,
    sign_outs,
    swaps,
    transfers,
    votes,
)
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.header_words import with_words
from sheets_sync.records.results import Result
from sheets_sync.row_refs import RowKey, RowRef

KINDS: dict[str, RecordKind] = {
    module.KIND.name: with_words(module.KIND)
    for module in (
        entries,
        aliases,
        calendar,
        results,
        choices,
        swaps,
        moves,
        sign_outs,
        attendance,
        replacements,
        transfers,
        cases,
        votes,
        interruptions,
        awards,
        decisions,
        opening,
        blacklist,
        approvals,
        answers,
    )
}


class _InRound(Protocol):
    @property
    def round(self) -> int | None: ...


class _OfDriver(Protocol):
    @property
    def driver(self) -> str: ...


class _DriverInRound(_InRound, _OfDriver, Protocol): ...


Numbered = TypeVar("Numbered", bound=_InRound)
Named = TypeVar("Named", bound=_OfDriver)
Both = TypeVar("Both", bound=_DriverInRound)


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that was read, one tuple a record kind, in the order of the rows. It isn't ``complete``
    where a tab couldn't be read: then much that seems to be missing isn't. ``columns``: what stands in
    further columns, by the fact's row; ``photos``: grid photos of races that haven't ended."""

    entries: tuple[entries.Entrant, ...] = ()
    calendar: tuple[calendar.CalendarRow, ...] = ()
    results: tuple[results.Result, ...] = ()
    choices: tuple[choices.PoolChoice, ...] = ()
    swaps: tuple[swaps.Swap, ...] = ()
    moves: tuple[moves.Move, ...] = ()
    sign_outs: tuple[sign_outs.SignOut, ...] = ()
    attendance: tuple[attendance.Attendance, ...] = ()
    replacements: tuple[replacements.Replacement, ...] = ()
    transfers: tuple[transfers.Transfer, ...] = ()
    cases: tuple[cases.CaseRow, ...] = ()
    votes: tuple[votes.Vote, ...] = ()
    interruptions: tuple[interruptions.InterruptionRow, ...] = ()
    awards: tuple[awards.Award, ...] = ()
    decisions: tuple[decisions.DecisionRow, ...] = ()
    opening: tuple[opening.Opening, ...] = ()
    blacklist: tuple[blacklist.Blacklisted, ...] = ()
    approvals: tuple[approvals.Approval, ...] = ()
    answers: tuple[answers.Answer, ...] = ()
    aliases: tuple[aliases.Alias, ...] = ()
    complete: bool = True
    indexes: dict[tuple[object, int], dict[Any, list[Any]]] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )
    columns: Mapping[RowKey, Mapping[str, Cell]] = field(default_factory=dict)
    photos: tuple[Result, ...] = ()

    def column(self, row: RowRef, name: str) -> Cell | None:
        """The cell of a further column that the ruleset names; None where it is blank or not there."""
        return self.columns.get(row.key, {}).get(name)

    def signed_out(self, number: int) -> frozenset[str]:
        """Who has signed out of that round."""
        return frozenset(row.driver for row in self.sign_outs if row.is_for(number))

    @property
    def raced(self) -> set[tuple[int, str]]:
        """(round, driver) of every result."""
        made = self.indexes.setdefault(("raced", 0), {})
        if not made:
            made["all"] = [{(row.round, row.driver) for row in self.results}]
        return cast("set[tuple[int, str]]", made["all"][0])

    def in_round(self, rows: tuple[Numbered, ...], number: int) -> list[Numbered]:
        """Those of one of the facts' tuples that are about that round, in their order."""
        return self._index("round", rows).get(number, [])

    def of_driver(self, rows: tuple[Named, ...], driver: str) -> list[Named]:
        """Those of one of the facts' tuples that are about that driver, in their order."""
        return self._index("driver", rows).get(driver, [])

    def of_driver_in(self, rows: tuple[Both, ...], driver: str, number: int) -> list[Both]:
        """Those that are about that driver in that round, in their order."""
        return self._index(("driver", "round"), rows).get((driver, number), [])

    def _index(self, by: str | tuple[str, str], rows: tuple[Any, ...]) -> dict[Any, list[Any]]:
        key = (by, id(rows))
        if key not in self.indexes:
            made: dict[Any, list[Any]] = {}
            of = attrgetter(by) if isinstance(by, str) else attrgetter(*by)
            for row in rows:
                made.setdefault(of(row), []).append(row)
            self.indexes[key] = made
        return self.indexes[key]
