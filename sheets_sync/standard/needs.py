"""Which record kinds a ruleset makes use of: a tab is asked for only where a rule reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Need:
    """A record kind's standard tab. ``why`` says in words what ``when`` asks the ruleset."""

    kind: str
    tab: str
    why: str
    when: Callable[[Uses], bool]


def _choices(uses: Uses) -> bool:
    return any(each.fill in ("choice", "tab", "draw") for each in uses.every("pools", Pools))


def _swaps(uses: Uses) -> bool:
    return any(each.swap is not None for each in uses.every("pools", Pools))


def _moves(uses: Uses) -> bool:
    return any(each.move is not None for each in uses.every("pools", Pools))


def _sign_outs(uses: Uses) -> bool:
    counted = {name for tally in uses.every("tallies", Tally) for name in tally.counts}
    return uses.ruleset.absence.usual.notice is not None or "SO" in counted


def _checks(kind: str) -> Callable[[Uses], bool]:
    return lambda uses: any(each.tab == kind for each in uses.every("checks", Check))


def _replacements(uses: Uses) -> bool:
    roster = uses.ruleset.roster.usual
    erased = "erase" in (roster.withdrawn, roster.removed)
    return roster.replacement != "no" or erased or uses.sanction(Sanction.REPLACEMENT)


def _transfers(uses: Uses) -> bool:
    written = "transfer" in uses.ruleset.roster.node.items
    moving = uses.ruleset.movement.usual.up is not None or uses.ruleset.movement.usual.down is not None
    return written or moving or uses.sanction(Sanction.DEMOTION, Sanction.PROMOTION)


def _cases(uses: Uses) -> bool:
    tariff = uses.ruleset.tariff.usual
    return bool(uses.codes or tariff.ladder) or uses.ruleset.cases.usual.report is not None


def _votes(uses: Uses) -> bool:
    return any(each.votes is not None for each in uses.every("cases", Cases))


def _decisions(uses: Uses) -> bool:
    return bool(uses.ruleset.checks) or uses.sanction(*_PERSONAL)


def _opening(uses: Uses) -> bool:
    lasting = any(tally.over.kind in _LASTING for tally in uses.every("tallies", Tally))
    return lasting or any(each.carry is not None for each in uses.every("standings", Standing))


def _blacklist(uses: Uses) -> bool:
    checks = any(check.not_in == "blacklist" for check in uses.every("checks", Check))
    return checks or uses.sanction(Sanction.BLACKLIST, Sanction.LIFE_BAN)


def _approvals(uses: Uses) -> bool:
    signed = any(each.final and each.final.when == "signed" for each in uses.every("cases", Cases))
    return signed or any(notice.needs for notice in uses.every("notices", Notice))


def _answers(uses: Uses) -> bool:
    counts = any(tally.at or tally.every for tally in uses.every("tallies", Tally))
    followed = any(status.then for status in uses.every("statuses", Status))
    return uses.sanction(Sanction.DECIDE) or counts or followed or bool(uses.ruleset.interruptions)


def _always(_: Uses) -> bool:
    return True


NEEDS = (
    Need("entries", "Entries", "always", _always),
    Need("calendar", "Calendar", "always", _always),
    Need("results", "Results", "always", _always),
    Need("choices", "Pool choice", "pools > fill is choice, tab or draw", _choices),
    Need("swaps", "Swaps", "pools > swap is written", _swaps),
    Need("moves", "Moves", "pools > move is written", _moves),
    Need("sign_outs", "Sign-outs", "absence > notice is written, or a tally counts SO", _sign_outs),
    Need("attendance", "Attendance", "a check looks at the attendance", _checks("attendance")),
    Need("replacements", "Replacements", "roster > replacement, or results are erased", _replacements),
    Need("transfers", "Transfers", "roster > transfer, movement, or a demotion is written", _transfers),
    Need("cases", "Penalties", "the tariff has codes, or cases > report is written", _cases),
    Need("votes", "Votes", "cases > votes is written", _votes),
    Need(
        "interruptions", "Interruptions", "there are interruptions", lambda u: bool(u.ruleset.interruptions)
    ),
    Need("awards", "Awards", "a rule names a code that isn't in the tariff", lambda u: bool(u.awards)),
    Need("decisions", "Decisions", "there are checks, or a sanction moves a driver", _decisions),
    Need("opening", "Opening balances", "a tally outlasts the season, or a standing carries", _opening),
    Need("blacklist", "Blacklist", "a check or a sanction names the blacklist", _blacklist),
    Need("approvals", "Approvals", "cases > final is signed, or a notice waits", _approvals),
    Need("answers", "Answers", "something may be left to people to decide", _answers),
)
"""Every record kind with its standard tab; the order is that of the tabs in a new workbook."""
