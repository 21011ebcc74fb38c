"""Lap and race times as people write them in a text, and gaps to another car."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sheets_sync.problems import number_of
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.marks import plain
from sheets_sync.records.names import fold
from sheets_sync.records.vocabulary.answers import LAPS

HINT = "Write it like 1:23.456, or as a duration cell."
GAP_HINT = "Write it like +1.234, +1:02.3 or +1 lap."
_FRACTION = r"(?P<ms>\d{1,3})0*"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<m>\d{1,3}):(?P<s>\d{2}):(?P<ms>\d{3})",
        rf"(?:(?:(?P<h>\d{{1,2}}):)?(?P<m>\d{{1,3}}):)?(?P<s>\d{{1,3}})(?:[.,]{_FRACTION})?(?:\s?s(?:ec)?\.?)?",
        rf"(?:(?P<h>\d{{1,2}})[.,])?(?P<m>\d{{1,3}})[.,](?P<s>\d{{2}})[.,]{_FRACTION}",
        rf"(?:(?P<h>\d{{1,2}})h)?\s?(?P<m>\d{{1,3}})'\s?(?P<s>\d{{1,2}})(?:(?:\"|''|[.,]){_FRACTION}|\")?\"?",
        rf"(?:(?P<h>\d{{1,2}})\s?h)?\s?(?P<m>\d{{1,3}})\s?(?:m(?:in)?\.?|:)\s?(?P<s>\d{{1,2}})"
        rf"(?:[.,]{_FRACTION})?\s?(?:s(?:ec)?\.?)?",
        r"(?P<h>\d{1,2})\s?h\s?(?P<m>\d{1,2})\s?(?:m(?:in)?\.?)?",
    )
)
_BEHIND = re.compile(r"([+-]?)\s?(\d{1,3})\s?([^\W\d_]+)\.?")
_LAP_WORDS = frozenset(map(fold, LAPS))


@dataclass(frozen=True, slots=True)
class Gap:
    """How far behind another car: a time in ms, or whole laps. ``signed``: whether a plus says that it is
    one; without it the text could be a whole time as well."""

    ms: int | None = None
    laps: int | None = None
    signed: bool = field(default=True, compare=False)

    def __str__(self) -> str:
        """``+3.100 s``, ``+1 lap``"""
        return (
            number_of(f"+{self.laps}", "lap") if self.laps is not None else f"+{(self.ms or 0) / 1000:.3f} s"
        )


def milliseconds(text: str) -> int:
    """A whole time in ms; raises `Unreadable`."""
    written = plain(text)
    match = next((found for form in _FORMS if (found := form.fullmatch(written))), None)
    if match is None:
        raise Unreadable(f"'{written or text}' is no time.", HINT)
    parts = match.groupdict()
    hours, minutes, seconds = (int(parts.get(name) or 0) for name in "hms")
    if seconds > 59 and parts.get("m"):
        raise Unreadable(f"'{written}' has {seconds} seconds.", HINT)
    if minutes > 59 and parts.get("h"):
        raise Unreadable(f"'{written}' has {minutes} minutes.", HINT)
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int((parts.get("ms") or "").ljust(3, "0"))


def gap_in(text: str) -> Gap | None:
    """What a text says of the way to another car; None where it isn't a gap.

    ``+1.234``, ``+1:02.3``, ``+1 lap``, ``2 Runden``, ``+1L``; ``1.234`` isn't signed.
    """
    written = plain(text)
    behind = _BEHIND.fullmatch(written)
    if behind and fold(behind[3]) in _LAP_WORDS and int(behind[2]):
        return Gap(laps=int(behind[2]))
    signed = written.startswith("+")
    try:
        return Gap(ms=milliseconds(written.lstrip("+ ")), signed=signed)
    except Unreadable:
        return None
