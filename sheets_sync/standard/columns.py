"""Which columns of a standard tab a ruleset makes use of; a field that isn't listed is always one."""

from __future__ import annotations

from collections.abc import Callable

from sheets_sync.ruleset.kinds.classification import Classification
from sheets_sync.ruleset.kinds.grids import Grid
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.kinds.pools import Pools
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.standard import of_cases
from sheets_sync.standard.uses import Uses

Asked = Callable[[Uses], bool]


def _never(_: Uses) -> bool:
    """Only where a rule names the column."""
    return False


def _pools(uses: Uses) -> bool:
    return bool(uses.pools)


def _several_sessions(uses: Uses) -> bool:
    return len(uses.sessions) > 1


def _classes(uses: Uses) -> bool:
    by_class = any(each.each == "class" for each in uses.every("standings", Standing))
    among = any(each.among == "class" for each in uses.every("points", Points))
    return by_class or among or uses.ruleset.roster.usual.newcomer is not None


def _reserves(uses: Uses) -> bool:
    roster = uses.ruleset.roster.usual
    return roster.replacement != "no" or roster.reserves is not None or roster.guests != "passed over"


def _entered(uses: Uses) -> bool:
    return uses.compares("entered at")


def _licences(uses: Uses) -> bool:
    return any(tally.of == "licence" for tally in uses.every("tallies", Tally))


def _laps(uses: Uses) -> bool:
    classed = any(
        each.by == "time" or each.classified_from is not None
        for each in uses.every("classification", Classification)
    )
    distance = any(each.distance for each in uses.every("points", Points))
    return classed or distance or bool(uses.ruleset.interruptions) or uses.compares("laps")


def _scheduled(uses: Uses) -> bool:
    scheduled = any(each.distance_of == "scheduled" for each in uses.every("points", Points))
    return scheduled or bool(uses.ruleset.interruptions)


def _interrupted(uses: Uses) -> bool:
    return bool(uses.ruleset.interruptions)


def _unserved(uses: Uses) -> bool:
    return any(each.unserved is not None for each in uses.every("classification", Classification))


def _sectors(uses: Uses) -> bool:
    found = [each.unserved for each in uses.every("classification", Classification)]
    return any(each is not None and each.per_sector is not None for each in found)


def _disconnected(uses: Uses) -> bool:
    return any(each.disconnected is not None for each in uses.every("grids", Grid))


def _shared_cars(uses: Uses) -> bool:
    return any(
        each.shared_car != "each" or each.several_cars != "sum" for each in uses.every("points", Points)
    )


def _swaps_confirmed(uses: Uses) -> bool:
    swaps = [each.swap for each in uses.every("pools", Pools)]
    return any(each is not None and each.confirmed_by == "both" for each in swaps)


def _reasons(uses: Uses) -> bool:
    return uses.ruleset.absence.usual.reason == "needed"


def _senders(uses: Uses) -> bool:
    return uses.ruleset.absence.usual.sent_by == "driver"


def _senior(uses: Uses) -> bool:
    votes = uses.ruleset.cases.usual.votes
    return votes is not None and votes.tie == "senior"


def _told(field: str, word: str = "") -> Asked:
    """Where the ruleset's `info` speaks of it, or a notice has to."""
    return lambda uses: (
        any((word or field) in key.casefold() for key in uses.ruleset.info) or uses.announces(field)
    )


def _laps_told(uses: Uses) -> bool:
    return _scheduled(uses) or uses.announces("laps")


ASKED: dict[str, dict[str, Asked]] = {
    "entries": {
        "role": _reserves,
        "reserve_order": _reserves,
        "car_class": _classes,
        "pool": _pools,
        "car": _never,
        "licence_number": _licences,
        "entered_at": _entered,
        "aliases": _never,
    },
    "calendar": {
        "pool": _pools,
        "car": _told("car"),
        "laps": _laps_told,
        "weather": _told("weather"),
        "tyre_wear": _told("tyre_wear", "tyre"),
        "fuel": _told("fuel"),
        "briefing": _told("briefing"),
    },
    "results": {
        "session": _several_sessions,
        "pool": _pools,
        "number": _never,
        "gap": _never,
        "interval": _never,
        "laps": _laps,
        "start": lambda uses: uses.compares("start", "places gained"),
        "laps_led": lambda uses: uses.compares("laps led", "led a lap"),
        "incidents": lambda uses: uses.compares("incidents"),
        "unserved": _unserved,
        "sectors": _sectors,
        "part": _interrupted,
        "disconnected_at": _disconnected,
        "disconnected_for": _disconnected,
        "car": _shared_cars,
        "at": _never,
    },
    "swaps": {"confirmed": _swaps_confirmed, "partner_confirmed": _swaps_confirmed},
    "sign_outs": {
        "reason": _reasons,
        "sent_by": _senders,
        "proper": _reasons,
        "kind": _never,
    },
    "transfers": {"role": _reserves, "pool": _pools, "car_class": _classes, "league": _never},
    "cases": {
        "pool": _pools,
        "session": _several_sessions,
        "reported_at": of_cases.reported,
        "published_at": of_cases.contested,
        "contested_at": of_cases.contested,
        "ruling": of_cases.contested,
        "source": of_cases.sources,
        "affected": _never,
        "description": _never,
        "evidence": _never,
        "new_evidence": _never,
        "unreported": of_cases.unreported,
        "no_advantage": of_cases.no_advantage,
        "served": of_cases.served,
        "points": _never,
        "panel": of_cases.panels,
        "fee_paid": of_cases.fee,
    },
    "votes": {"senior": _senior},
    "interruptions": {"pool": _pools, "session": _several_sessions},
}
"""Record kind -> field -> whether the ruleset makes use of it; a column that a rule names is there anyway."""
