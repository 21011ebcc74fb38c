"""Record kind -> field -> the headers that it is found under besides its own.

``HEADERS`` are words for that field and no other of its kind. ``MAYBE`` may mean something else, too: they
are asked only where a required field stands under none of its headers.
"""

from __future__ import annotations

from collections.abc import Mapping

from sheets_sync.records.vocabulary import columns_general as general
from sheets_sync.records.vocabulary import columns_people as people
from sheets_sync.records.vocabulary import columns_racing as racing
from sheets_sync.records.vocabulary import columns_stewarding as stewarding
from sheets_sync.records.vocabulary.languages import Words

_NOTED = {"at": general.AT, "reason": stewarding.REASON}

HEADERS: Mapping[str, Mapping[str, Words]] = {
    "entries": {
        "driver": people.DRIVER,
        "number": people.NUMBER,
        "platform_id": people.PLATFORM_ID,
        "team": people.TEAM,
        "role": people.ROLE,
        "reserve_order": people.RESERVE_ORDER,
        "car_class": people.CLASS,
        "pool": people.POOL,
        "car": people.CAR,
        "licence_number": people.LICENCE_NUMBER,
        "entered_at": general.ENTERED_AT,
        "aliases": people.ALIASES,
    },
    "aliases": {
        "written": people.WRITTEN,
        "driver": people.DRIVER,
        "by": general.BY,
        "at": general.AT,
    },
    "calendar": {
        "round": racing.ROUND,
        "pool": people.POOL,
        "date": general.DATE,
        "start": general.START,
        "ended_at": general.ENDED_AT,
        "circuit": racing.CIRCUIT,
        "car": people.CAR,
        "laps": racing.LAPS,
        "weather": racing.WEATHER,
        "tyre_wear": racing.TYRE_WEAR,
        "fuel": racing.FUEL,
        "briefing": racing.BRIEFING,
        "moved_from": general.MOVED_FROM,
        "cancelled": general.CANCELLED,
        "note": stewarding.NOTE,
    },
    "results": {
        "round": racing.ROUND,
        "driver": people.DRIVER,
        "session": racing.SESSION,
        "pool": people.POOL,
        "place": racing.PLACE,
        "number": people.NUMBER,
        "status": racing.STATUS,
        "total_time": racing.TOTAL_TIME,
        "best_lap": racing.BEST_LAP,
        "gap": racing.GAP,
        "interval": racing.INTERVAL,
        "laps": racing.LAPS,
        "start": racing.GRID,
        "laps_led": racing.LAPS_LED,
        "incidents": racing.INCIDENTS,
        "unserved": racing.UNSERVED,
        "sectors": racing.SECTORS,
        "part": racing.PART,
        "disconnected_at": racing.DISCONNECTED_AT,
        "disconnected_for": racing.DISCONNECTED_FOR,
        "car": people.CAR,
        "at": general.WRITTEN_DOWN_AT,
    },
    "choices": {
        "driver": people.DRIVER,
        "round": racing.ROUND,
        "pool": general.CHOSEN_POOL,
        "at": general.CHOICE_AT,
    },
    "swaps": {
        "round": racing.ROUND,
        "driver": people.DRIVER,
        "partner": people.PARTNER,
        "at": general.AT,
        "confirmed": general.CONFIRMED_BY_DRIVER,
        "partner_confirmed": general.CONFIRMED_BY_PARTNER,
    },
    "moves": {
        "round": racing.ROUND,
        "driver": people.DRIVER,
        "pool": (*people.TO_POOL, *people.POOL),
        "partner": people.PARTNER,
        "confirmed": general.CONFIRMED,
        **_NOTED,
    },
    "sign_outs": {
        "driver": people.DRIVER,
        "round": racing.ROUND,
        "sent_by": stewarding.SENT_BY,
        "proper": stewarding.PROPER_REASON,
        "kind": stewarding.KIND,
        "line": stewarding.SIGN_OUT_LINE,
        **_NOTED,
    },
    "attendance": {"driver": people.DRIVER, "round": racing.ROUND, "at": general.AT},
    "replacements": {
        "driver": (*people.LEAVING, *people.DRIVER),
        "from_round": racing.FROM_ROUND,
        "replacement": people.REPLACED_BY,
        **_NOTED,
    },
    "transfers": {
        "driver": people.DRIVER,
        "from_round": racing.FROM_ROUND,
        "role": (*people.ROLE, "becomes"),
        "pool": people.POOL,
        "car_class": people.CLASS,
        "team": people.TEAM,
        "league": people.LEAGUE,
        **_NOTED,
    },
    "cases": {
        "case": stewarding.CASE,
        "round": racing.ROUND,
        "driver": stewarding.OFFENDER,
        "code": stewarding.CODE,
        "pool": people.POOL,
        "session": racing.SESSION,
        "reported_at": stewarding.REPORTED_AT,
        "reported_by": stewarding.REPORTED_BY,
        "lap": stewarding.LAP,
        "turn": stewarding.TURN,
        "verdict": stewarding.VERDICT,
        "penalty": stewarding.PENALTY,
        "decided_at": stewarding.DECIDED_AT,
        "published_at": stewarding.PUBLISHED_AT,
        "contested_at": stewarding.CONTESTED_AT,
        "ruling": stewarding.RULING,
        "article": stewarding.ARTICLE,
        "note": stewarding.NOTE,
        "source": stewarding.SOURCE,
        "affected": stewarding.AFFECTED,
        "description": stewarding.DESCRIPTION,
        "evidence": stewarding.EVIDENCE,
        "new_evidence": stewarding.NEW_EVIDENCE,
        "unreported": stewarding.UNREPORTED,
        "no_advantage": stewarding.NO_ADVANTAGE,
        "served": stewarding.SERVED,
        "points": stewarding.PENALTY_POINTS,
        "panel": stewarding.PANEL,
        "fee_paid": stewarding.FEE_PAID,
    },
    "votes": {
        "case": stewarding.CASE,
        "steward": stewarding.STEWARD,
        "vote": (*stewarding.VOTE, *stewarding.VERDICT),
        "penalty": stewarding.PENALTY,
        "senior": stewarding.SENIOR,
        "at": general.AT,
    },
    "interruptions": {
        "round": racing.ROUND,
        "kind": stewarding.KIND_OF_INTERRUPTION,
        "pool": people.POOL,
        "session": racing.SESSION,
        "completed": racing.COMPLETED,
        "lap": stewarding.LAP,
        "laps": racing.OF_LAPS,
        "drivers": racing.DRIVERS_LOST,
        "cause": racing.CAUSE,
        "restarted": racing.RESTARTED,
        "verdict": stewarding.VERDICT,
        "at": general.AT,
        "note": stewarding.NOTE,
    },
    "awards": {
        "round": racing.ROUND,
        "driver": people.DRIVER,
        "code": stewarding.CODE,
        "reason": stewarding.REASON_OF_AWARD,
        "by": general.BY,
        "at": general.AT,
    },
    "decisions": {
        "driver": people.DRIVER,
        "what": general.WHAT,
        "round": racing.FROM_ROUND,
        "also": people.SECOND_DRIVER,
        "by": general.BY,
        **_NOTED,
    },
    "opening": {
        "driver": people.DRIVER,
        "account": general.ACCOUNT,
        "amount": general.AMOUNT,
        "happened": general.HAPPENED,
        "reason": stewarding.REASON,
    },
    "blacklist": {
        "name": people.DRIVER,
        "since": general.SINCE,
        "until": general.UNTIL,
        "reason": stewarding.REASON,
    },
    "approvals": {
        "what": general.DOCUMENT,
        "round": racing.ROUND,
        "signed_by": general.SIGNED_BY,
        "at": general.SIGNED_AT,
    },
    "answers": {
        "decision": general.DECISION,
        "choice": general.CHOICE,
        "by": general.BY,
        "at": general.AT,
        "why": stewarding.REASON,
    },
}

_DRIVER = {"driver": people.MAYBE_DRIVER}
_IN_ROUND = {"round": racing.MAYBE_ROUND_OR_LAP, **_DRIVER}
_FROM_ROUND = {"from_round": racing.MAYBE_ROUND_OR_LAP, **_DRIVER}

MAYBE: Mapping[str, Mapping[str, Words]] = {
    "entries": _DRIVER,
    "aliases": _DRIVER,
    "calendar": {"round": racing.MAYBE_ROUND_OR_LAP},
    "results": _IN_ROUND,
    "choices": _IN_ROUND,
    "swaps": _IN_ROUND,
    "moves": _IN_ROUND,
    "sign_outs": _IN_ROUND,
    "attendance": _DRIVER,
    "replacements": _FROM_ROUND,
    "transfers": _FROM_ROUND,
    "cases": {"round": racing.MAYBE_ROUND},
    "interruptions": {"round": racing.MAYBE_ROUND},
    "awards": _IN_ROUND,
    "decisions": _DRIVER,
    "opening": _DRIVER,
}

_IDS = ("psn id", "platform id", "gamertag", "iracing id", *people.PLATFORM_ID)
_NUMBERS = ("no.", "number", "#", *people.NUMBER)

INSTEAD: Mapping[str, Mapping[str, tuple[Words, ...]]] = {
    "results": {"driver": (_IDS, _NUMBERS)},
    "choices": {"driver": (_IDS,)},
    "sign_outs": {"driver": (_IDS,)},
    "attendance": {"driver": (_IDS,)},
}
"""Columns that tell the driver where no column of names does; the first list that is found counts."""
