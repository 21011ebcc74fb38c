"""Questions to a ruleset: does any rule read these rows?"""

from __future__ import annotations

from collections.abc import Callable

from sheets_sync.ruleset.kinds.cases import Cases
from sheets_sync.ruleset.kinds.checks import Check
from sheets_sync.ruleset.kinds.notices import Notice
from sheets_sync.ruleset.kinds.pools import Pools
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.standard.uses import Uses

_PERSONAL = (Sanction.DEMOTION, Sanction.PROMOTION, Sanction.RESERVE, Sanction.REPLACEMENT, Sanction.REMOVAL)
_LASTING = ("year", "ever", "length")


def choices(uses: Uses) -> bool:
    return any(each.fill in ("choice", "tab", "draw") for each in uses.every("pools", Pools))


def swaps(uses: Uses) -> bool:
    return any(each.swap is not None for each in uses.every("pools", Pools))


def moves(uses: Uses) -> bool:
    return any(each.move is not None for each in uses.every("pools", Pools))


def sign_outs(uses: Uses) -> bool:
    counted = {name for tally in uses.every("tallies", Tally) for name in tally.counts}
    return uses.ruleset.absence.usual.notice is not None or "SO" in counted


def checks(kind: str) -> Callable[[Uses], bool]:
    return lambda uses: any(each.tab == kind for each in uses.every("checks", Check))


def replacements(uses: Uses) -> bool:
    roster = uses.ruleset.roster.usual
    erased = "erase" in (roster.withdrawn, roster.removed)
    return roster.replacement != "no" or erased or uses.sanction(Sanction.REPLACEMENT)


def transfers(uses: Uses) -> bool:
    written = "transfer" in uses.ruleset.roster.node.items
    moving = uses.ruleset.movement.usual.up is not None or uses.ruleset.movement.usual.down is not None
    return written or moving or uses.sanction(Sanction.DEMOTION, Sanction.PROMOTION)


def cases(uses: Uses) -> bool:
    tariff = uses.ruleset.tariff.usual
    return bool(uses.codes or tariff.ladder) or uses.ruleset.cases.usual.report is not None


def votes(uses: Uses) -> bool:
    return any(each.votes is not None for each in uses.every("cases", Cases))


def decisions(uses: Uses) -> bool:
    return bool(uses.ruleset.checks) or uses.sanction(*_PERSONAL)


def opening(uses: Uses) -> bool:
    lasting = any(tally.over.kind in _LASTING for tally in uses.every("tallies", Tally))
    return lasting or any(each.carry is not None for each in uses.every("standings", Standing))


def blacklist(uses: Uses) -> bool:
    checks = any(check.not_in == "blacklist" for check in uses.every("checks", Check))
    return checks or uses.sanction(Sanction.BLACKLIST, Sanction.LIFE_BAN)


def approvals(uses: Uses) -> bool:
    signed = any(each.final and each.final.when == "signed" for each in uses.every("cases", Cases))
    return signed or any(notice.needs for notice in uses.every("notices", Notice))


def answers(uses: Uses) -> bool:
    counts = any(tally.at or tally.every for tally in uses.every("tallies", Tally))
    followed = any(status.then for status in uses.every("statuses", Status))
    return uses.sanction(Sanction.DECIDE) or counts or followed or bool(uses.ruleset.interruptions)


def always(_: Uses) -> bool:
    return True
