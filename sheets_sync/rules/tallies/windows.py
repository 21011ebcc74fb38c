"""Over which time a tally counts: what belongs together, and when what was counted expires."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from sheets_sync.rules.sanctions.penalties import Act
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.moments import Window

Scope = tuple[object, ...]


def scope_of(window: Window, act: Act, zone: ZoneInfo) -> Scope:
    """What is counted together with this act."""
    event = act.event
    if window.kind in ("race", "session"):
        return (event.round, event.session, event.pool)
    if window.kind == "round":
        return (event.round,)
    if window.kind == "year":
        return ("", act.happened.astimezone(zone).year if act.happened != LONG_AGO else 0)
    if window.kind == "blocks":
        return ((event.round - 1) // window.rounds,)
    return ()


def is_active(window: Window, act: Act, at: datetime, number: int, zone: ZoneInfo) -> bool:
    """Whether the act still counts at that moment, in the round that is looked at."""
    if window.kind == "length":
        return act.happened == LONG_AGO or act.happened + window.length > at
    if window.kind == "last":
        return act.event.round > number - window.rounds
    if window.kind == "year":
        return (
            LONG_AGO in (act.happened, at) or act.happened.astimezone(zone).year == at.astimezone(zone).year
        )
    if window.kind in ("race", "session", "round"):
        return act.event.round >= number
    if window.kind == "blocks":
        return (act.event.round - 1) // window.rounds >= (number - 1) // window.rounds
    return True


def expired_at(
    window: Window, act: Act, now: datetime, zone: ZoneInfo, starts: Iterable[datetime]
) -> datetime:
    """When the act ceased to count: its own expiry, else the first start of a round that came later."""
    if window.kind == "length":
        return act.happened + window.length
    if window.kind == "year" and act.happened != LONG_AGO:
        return datetime(act.happened.astimezone(zone).year + 1, 1, 1, tzinfo=zone)
    return min((each for each in starts if each > act.known), default=now)
