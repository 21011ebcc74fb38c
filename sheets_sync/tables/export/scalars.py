"""Exact values as the JSON document writes them."""

from __future__ import annotations

from datetime import datetime, tzinfo
from fractions import Fraction

from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.values import Number


def exact(value: Number) -> str:
    """17 2/3 -> ``"53/3"``, 12 -> ``"12"``."""
    return str(Fraction(value))


def moment(value: datetime | None, zone: tzinfo) -> str | None:
    """ISO 8601 in the league's zone; None where nothing is known."""
    if value is None or value == LONG_AGO:
        return None
    return value.astimezone(zone).isoformat()
