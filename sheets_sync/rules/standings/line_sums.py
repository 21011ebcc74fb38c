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
        """What one round of a seat is worth, or each session of it; with its floor."""
        found = self._plain(number, score)
        unit, below = self.below(number, score)
        if below:
            found[unit] = found.get(unit, 0) + below
        return found

    def below(self, number: int, score: RoundScore) -> tuple[Unit, Number]:
        """How far below its floor a round is that takes its deductions along, and where that is made up."""
        found = self._plain(number, score)
        floored = self.in_rounds and self.rules.floor == "round"
        return next(iter(found), (number, "")), max(-sum(found.values()), 0) if floored else 0

    def _plain(self, number: int, score: RoundScore) -> dict[Unit, Number]:
        found: dict[Unit, Number] = {}
        wanted, by_session = self.wanted, self.by_session
        for (name, session), points in score.points.items():
            if wanted is None or name in wanted:
                unit = (number, session if by_session else "")
                found[unit] = found.get(unit, 0) + points
        if self.in_rounds and score.deductions:
            unit = (number, next(iter(found), (number, ""))[1] if by_session else "")
            found[unit] = found.get(unit, 0) + score.deductions
        return found

    def deductions(self, scores: Scores, kept: Counted) -> dict[int, Number]:
        """Round -> what is taken beside its points."""
        if not self.takes or self.in_rounds:
            return {}
        covered = kept.covered
        counting = {n: score for n, score in scores.items() if covered is None or n in covered}
        return {number: score.deductions for number, score in counting.items() if score.deductions}

    def scored(self, scores: Iterable[RoundScore]) -> int:
        """How many entries that aren't 0 the standing sums."""
        wanted = self.wanted
        return sum(wanted is None or name in wanted for score in scores for name in score.accounts)


def _wanted(rules: Standing) -> frozenset[str] | None:
    """The accounts that the standing sums; None for all."""
    if "all" in rules.sum:
        return None
    return frozenset(DEDUCTIONS if name == "deductions" else account(name) for name in rules.sum)
