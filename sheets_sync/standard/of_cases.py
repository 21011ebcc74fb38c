"""What of a case a ruleset makes use of: contestations, panels, fees, sources, what was served."""

from __future__ import annotations

from sheets_sync.ruleset.kinds.cases import Contest
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.standard.uses import Uses


def contested(uses: Uses) -> bool:
    return isinstance(uses.ruleset.cases.usual.contest, Contest)


def panels(uses: Uses) -> bool:
    contest = uses.ruleset.cases.usual.contest
    return isinstance(contest, Contest) and bool(contest.to)


def fee(uses: Uses) -> bool:
    contest = uses.ruleset.cases.usual.contest
    return isinstance(contest, Contest) and bool(contest.fee)


def reported(uses: Uses) -> bool:
    report = uses.ruleset.cases.usual.report
    return report is not None and report.within is not None


def sources(uses: Uses) -> bool:
    report = uses.ruleset.cases.usual.report
    return report is not None and bool(report.sources)


def unreported(uses: Uses) -> bool:
    return uses.ruleset.tariff.usual.instead.unreported is not None


def no_advantage(uses: Uses) -> bool:
    return uses.ruleset.tariff.usual.instead.no_advantage is not None


def served(uses: Uses) -> bool:
    in_game = uses.sanction(Sanction.DRIVE_THROUGH, Sanction.STOP_AND_GO)
    return in_game or bool(uses.ruleset.tariff.usual.worth)
