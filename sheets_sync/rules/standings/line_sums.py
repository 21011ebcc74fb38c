"""What the rounds of a standing's line are worth: the points that it sums, of the members that count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sheets_sync.rules.points.scorer import account
from sheets_sync.rules.standings.counting import Counted, Unit
from sheets_sync.rules.standings.scores import RoundScore
from sheets_sync.rules.tariff.deductions import DEDUCTIONS
from sheets_sync.ruleset.kinds.standings import Best, Standing
from sheets_sync.ruleset.values import Number

Scores = Mapping[int, RoundScore]


@dataclass(frozen=True, slots=True)
class Sums:
    """How a standing sums. ``wanted``: the accounts, None for all; ``by_session``: of each session apart;
    ``takes``: deductions, too, and ``in_rounds``: as part of their round."""

    rules: Standing
    members: Best | None
    wanted: frozenset[str] | None
    by_session: bool
    takes: bool
    in_rounds: bool

    @classmethod
    def of(cls, rules: Standing) -> Sums:
        members = rules.members
        each_session = any(each.unit == "session" for each in rules.count)
        by_session = each_session or (members is not None and members.per == "session")
        takes = "all" in rules.sum or DEDUCTIONS.removeprefix("points.") in rules.sum
        in_rounds = takes and rules.deductions != "stay"
        return cls(rules, members, _wanted(rules), by_session, takes, in_rounds)

    def values(self, own: Mapping[str, Scores]) -> dict[Unit, Number]:
        """What each round, or session, is worth, of the members that count."""
        members = self.members
        if members is not None and members.per == "season":
            chosen = self._best_of_season(own, members.best)
            return replace(self, members=None).values({seat: own[seat] for seat in chosen})
        by_unit: dict[Unit, list[Number]] = {}
        for scores in own.values():
            for number, score in scores.items():
                for unit, points in self.units(number, score).items():
                    by_unit.setdefault(unit, []).append(points)
        if members is None:
            return {unit: points[0] if len(points) == 1 else sum(points) for unit, points in by_unit.items()}
        high = self.rules.better == "high"
        return {unit: sum(sorted(each, reverse=high)[: members.best]) for unit, each in by_unit.items()}

    def _best_of_season(self, own: Mapping[str, Scores], best: int) -> list[str]:
        totals: dict[str, Number] = {}
        for seat, scores in own.items():
            worths = (self.units(number, score) for number, score in scores.items())
            found = [points for units in worths for points in units.values()]
            if found:
                totals[seat] = sum(found)
        high = self.rules.better == "high"
        return sorted(totals, key=lambda seat: (-totals[seat] if high else totals[seat], seat))[:best]

    def units(self, number: int, score: RoundScore) -> dict[Unit, Number]:
        """What one round of a seat is worth, or each session of it."""
        found: dict[Unit, Number] = {}
        wanted, by_session = self.wanted, self.by_session
        for (name, session), points in score.points.items():
            if wanted is None or name in wanted:
                unit = (number, session if by_session else "")
                found[unit] = found.get(unit, 0) + points
        if self.in_rounds and score.deductions:
            taken = score.deductions
            if self.rules.floor == "round":
                taken = max(taken, -sum(found.values()))
            unit = (number, next(iter(found), (number, ""))[1] if by_session else "")
            found[unit] = found.get(unit, 0) + taken
        return found

    def deductions(self, scores: Scores, kept: Counted, values: Mapping[Unit, Number]) -> Number:
        """What is taken beside the rounds' points; with ``floor: round`` never more than a round brought."""
        if not self.takes or self.in_rounds:
            return 0
        taken: Number = 0
        for number, score in scores.items():
            if not score.deductions or (kept.covered is not None and number not in kept.covered):
                continue
            lost = score.deductions
            if self.rules.floor == "round":
                lost = max(lost, -sum(worth for (unit, _), worth in values.items() if unit == number))
            taken += lost
        return taken

    def scored(self, scores: Iterable[RoundScore]) -> int:
        """How many entries that aren't 0 the standing sums."""
        wanted = self.wanted
        return sum(wanted is None or name in wanted for score in scores for name in score.accounts)


def _wanted(rules: Standing) -> frozenset[str] | None:
    """The accounts that the standing sums; None for all."""
    if "all" in rules.sum:
        return None
    return frozenset(DEDUCTIONS if name == "deductions" else account(name) for name in rules.sum)
