"""The order of a grid: who stands by what it goes by, who behind them, who falls back, who isn't on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.records.results import Result
from sheets_sync.rules.classification.rule import Classified
from sheets_sync.rules.grids import sentences as grid_sentences
from sheets_sync.rules.grids import settings as grid_rules
from sheets_sync.rules.grids import words as grid_words
from sheets_sync.rules.grids.falls import fallen
from sheets_sync.rules.grids.parts import Part, Standing
from sheets_sync.rules.grids.settings import Starters
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.standings.measuring import ranked, row_in, value
from sheets_sync.ruleset.kinds.grids import Grid
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.phrases import OUT, Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

_CHAMPIONSHIP = [Measure("named", "drivers")]


@dataclass(frozen=True, slots=True)
class Making:
    """What a grid is made from. ``source``: the session that it goes by, if it goes by one; ``bound``: person
    -> what they have to serve in the round."""

    course: Course
    rule: Grid
    session: str
    starters: Starters
    by: list[Measure]
    source: str
    bound: Mapping[str, list[Penalty]]

    def order(self) -> tuple[list[Standing], list[Standing]]:
        """The grid from the front to the back, and who isn't on it."""
        found = [self._standing(person) for person in self._by(self.by, self.starters.people)]
        on_grid = [each for each in found if not each.out]
        parts = [self._part(part, [each for each in on_grid if each.part is part]) for part in Part]
        ordered = [each for part in parts for each in part]
        return self._after_falls(ordered), [each for each in found if each.out]

    def _by(self, measures: list[Measure], people: tuple[str, ...]) -> list[str]:
        return ranked(self.course, measures, people, self.starters.round)

    def _part(self, part: Part, standings: list[Standing]) -> list[Standing]:
        """One part in its own order."""
        own = {each.person: each for each in standings}
        people = tuple(own)
        if part is Part.BANNED:
            return [own[each] for each in self._by(self.rule.banned_by or _CHAMPIONSHIP, people)]
        if part is Part.DISCONNECTED and self.rule.disconnected is not None:
            return [own[each] for each in self._by(self.rule.disconnected.by, people)]
        if part is Part.LAST:
            named, _ = grid_rules.named_last(self.course, self.rule)
            return [own[each] for each in named if each in own]
        if part is Part.PLACED and self.rule.invert:
            first = [self._inverted(each) for each in standings[: self.rule.invert]]
            return [*reversed(first), *standings[self.rule.invert :]]
        return standings

    def _inverted(self, standing: Standing) -> Standing:
        article = self.rule.cite("invert")
        return replace(
            standing, why=f"{standing.why}; the first {self.rule.invert} reversed", article=article
        )

    def _standing(self, person: str) -> Standing:
        return (
            self._barred(person)
            or self._always_last(person)
            or self._banned(person)
            or self._disconnected(person)
            or self._by_measure(person)
        )

    def _make(
        self, person: str, part: Part, why: str, setting: str, cells: tuple[CellRef, ...], go: str = "back"
    ) -> Standing:
        article = self.rule.cite(setting)
        return Standing(person, part, why, article, cells or self._entry(person), go == "out")

    def _entry(self, person: str) -> tuple[CellRef, ...]:
        return self.course.seats.entrants[person].row.cells("driver")

    def _sentences(self, person: str) -> list[Penalty]:
        return self.bound.get(person, [])

    def _barred(self, person: str) -> Standing | None:
        """Banned from the round or from this very session, or put out of it in the same round."""
        found = grid_sentences.expelled(self.course, person, self.starters.round, self.session)
        for penalty in self._sentences(person):
            own = grid_sentences.is_ban_from(self.course.ruleset, penalty, self.session)
            stays = self.rule.banned == "back" and "banned" in self.rule.model_fields_set
            if penalty.sanction is Sanction.ROUND_BAN or (own and not stays):
                found = found or penalty
        if found is None:
            return None
        article = self.rule.cite("banned") or found.article
        return Standing(person, Part.BANNED, grid_sentences.said(found), article, found.cells, out=True)

    def _always_last(self, person: str) -> Standing | None:
        named, _ = grid_rules.named_last(self.course, self.rule)
        return self._make(person, Part.LAST, "always last", "last", ()) if person in named else None

    def _banned(self, person: str) -> Standing | None:
        for penalty in self._sentences(person):
            own = grid_sentences.is_ban_from(self.course.ruleset, penalty, self.session)
            if own or grid_sentences.is_qualifying_ban(penalty):
                why = grid_sentences.said(penalty)
                made = self._make(person, Part.BANNED, why, "banned", penalty.cells, self.rule.banned)
                return replace(made, article=made.article or penalty.article)
        return None

    def _disconnected(self, person: str) -> Standing | None:
        rules, result = self.rule.disconnected, self._result(person)
        if rules is None or result is None or not is_cut_off(self.rule, result):
            return None
        share = result.disconnected_for or 0
        why = f"disconnected for {round(share * 100)} % of {self.source}; the best time is void"
        cells = result.row.cells("driver", "disconnected_for", "disconnected_at")
        return self._make(person, Part.DISCONNECTED, why, "disconnected", cells, rules.go)

    def _result(self, person: str) -> Result | None:
        row, _ = row_in(self.course, self.source, person, self.starters.round)
        return row.runner.result if row is not None else None

    def _by_measure(self, person: str) -> Standing:
        number = self.starters.round
        row, _ = row_in(self.course, self.source, person, number) if self.source else (None, None)
        if self.source and (row is None or is_out(row)):
            cells = row.runner.result.row.cells("driver", "status") if row is not None else ()
            there = row is not None and row.runner.meaning.starts
            why = f"{'disqualified from' if there else 'took no part in'} {self.source}"
            return self._make(person, Part.ABSENT, why, "absent", cells, self.rule.absent)
        known = [each for each in self.by if not value(self.course, each, person, number)[0]]
        if known and known[0] == self.by[0]:
            why, cells = grid_words.reason(self.course, known[0], person, number)
            return self._make(person, Part.PLACED, why, "by", cells)
        cells = row.runner.result.row.cells("driver", "best_lap", "status") if row is not None else ()
        why = f"no time in {self.source}" if self.source else f"no value for {self.by[0]}"
        timed = self.source or self.by[0].kind == "column"
        return self._make(person, Part.NO_TIME, why, "no_time", cells, self.rule.no_time if timed else "back")

    def _after_falls(self, order: list[Standing]) -> list[Standing]:
        """Grid places and the back of the grid act in the first race of the round."""
        ruleset = self.course.ruleset
        races = (name for name in ruleset.programme(self.starters.round) if ruleset.is_race(name))
        return fallen(order, self.bound) if next(races, None) == self.session else order


def is_out(row: Classified) -> bool:
    """Whether the driver didn't start, or was disqualified by a status or a penalty."""
    meaning = row.runner.meaning
    out = not meaning.starts or meaning.place == "none"
    return out or (row.place is None and any(each.sanction in OUT for each in row.penalties))


def is_cut_off(rule: Grid, result: Result) -> bool:
    """Whether more of the session was missed than the rule lets pass."""
    share = result.disconnected_for
    return rule.disconnected is not None and share is not None and share > rule.disconnected.over
