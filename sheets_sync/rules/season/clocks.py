"""Moments in messages, by the clock of the league."""

from __future__ import annotations

from datetime import datetime

_MINUTES = "%a %d %b %H:%M"


def at_clock(moment: datetime, like: datetime, form: str = _MINUTES) -> str:
    """The moment by the clock on the wall where the other one is."""
    return f"{moment.astimezone(like.tzinfo):{form}}"


def clocks(moment: datetime, limit: datetime) -> tuple[str, str]:
    """Two moments to be compared, with seconds where their minutes are the same."""
    form = _MINUTES
    if moment != limit and at_clock(moment, limit) == at_clock(limit, limit):
        form = f"{_MINUTES}:%S"
    return at_clock(moment, limit, form), at_clock(limit, limit, form)
