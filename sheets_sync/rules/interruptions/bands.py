"""What a rule makes of an interruption: whether it is one, and the band that its distance lies in."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.names import fold
from sheets_sync.rules.interruptions.drivers_hit import hit_enough
from sheets_sync.rules.interruptions.rows import Broken
from sheets_sync.ruleset.kinds.interruptions import Band, Point

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

RESULTS = ("restart", "restart from photo", "two parts", "photo", "note")
NOTHING = "none"
_RESTARTS = ("restart", "restart from photo", "two parts")


@dataclass(frozen=True, slots=True)
class Found:
    """What the rule says: a result, the band it came from, and what is to be said."""

    result: str
    band: Band | None = None
    problems: tuple[Problem, ...] = ()


def by_rule(course: Course, broken: Broken, earlier: Collection[tuple[str, str]]) -> Found:
    """What the rule makes of it. ``earlier``: (kind, result) of earlier rows about the same session."""
    refused = _cause(broken) or _restarted_before(broken, earlier)
    if refused is not None:
        return Found(NOTHING, None, (refused,))
    said: list[Problem] = []
    if not hit_enough(course, broken, said):
        return Found(NOTHING, None, tuple(said))
    for band in broken.rules.bands:
        fits = _fits(band, broken)
        if fits is None:
            said.append(_unknown_distance(broken))
            break
        if fits:
            return Found(band.result, band, tuple(said))
    else:
        said.append(_in_no_band(broken))
    return Found(NOTHING, None, tuple(said))


def _cause(broken: Broken) -> Problem | None:
    row = broken.row
    words = f" {_plain(row.cause or '')} "
    if not any(f" {_plain(each)} " in words for each in broken.rules.refuse):
        return None
    message = f"'{row.cause}' is no cause for '{broken.name}' in {broken.where}: nothing is done."
    at, cite = row.row.cell("cause"), broken.rules.cite("refuse")
    return Problem(message, at, "", rule="interruptions", article=cite, refusal="cause")


def _plain(words: str) -> str:
    return fold(words).replace("-", " ")


def _restarted_before(broken: Broken, earlier: Collection[tuple[str, str]]) -> Problem | None:
    most = broken.rules.restarts
    had = sum(kind == broken.name and result in _RESTARTS for kind, result in earlier)
    if most is None or had < most:
        return None
    times = "once" if most == 1 else f"{most} times"
    message = (
        f"{broken.where.capitalize()} was restarted {times} already after '{broken.name}'; there is no more."
    )
    at, cite = broken.row.row.cell("kind"), broken.rules.cite("restarts")
    return Problem(message, at, "", rule="interruptions", article=cite, refusal="second restart")


def _fits(band: Band, broken: Broken) -> bool | None:
    """Whether the distance lies in the band; None where that can't be known."""
    known = [
        _reached(point, broken, limit)
        for limit, point in (
            ("from", band.from_),
            ("above", band.above),
            ("below", band.below),
            ("up_to", band.up_to),
        )
        if point is not None
    ]
    if any(each is False for each in known):
        return False
    return None if any(each is None for each in known) else True


def _reached(point: Point, broken: Broken, limit: str) -> bool | None:
    own: Fraction | int | None = broken.share if point.share is not None else broken.lap
    at = point.share if point.share is not None else point.lap
    if own is None or at is None:
        return None
    return {"from": own >= at, "above": own > at, "below": own < at, "up_to": own <= at}[limit]


def _in_no_band(broken: Broken) -> Problem:
    message = f"No band of '{broken.name}' fits {broken.where}; nothing is done."
    at, cite = broken.row.row.cell("completed"), broken.rules.cite("bands")
    return Problem(message, at, "Write under verdict what is done.", Severity.WARNING, "interruptions", cite)


def _unknown_distance(broken: Broken) -> Problem:
    message = f"'{broken.name}' in {broken.where} doesn't say how far it was; nothing is done."
    at, hint = (
        broken.row.row.cell("completed"),
        "Fill in the share, or the lap and the laps of the whole race.",
    )
    return Problem(
        message, at, hint, rule="interruptions", article=broken.rules.cite("bands"), refusal="incomplete"
    )
