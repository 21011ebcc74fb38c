"""Whether an interruption hit as many drivers as its rule asks for."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity, number_of
from sheets_sync.rules.interruptions.rows import Broken
from sheets_sync.ruleset.kinds.interruptions import Enough

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def hit_enough(course: Course, broken: Broken, said: list[Problem]) -> bool:
    """Whether enough drivers were hit. What nobody wrote down is taken as enough, and said."""
    needed, hit = broken.rules.counts_from, broken.row.drivers
    if needed is None:
        return True
    if not isinstance(needed, Enough):
        said.append(_open(course, broken))
        return True
    if hit is None:
        said.append(_not_told(broken, needed))
        return True
    if hit >= _limit(broken, needed):
        return True
    said.append(_too_few(broken, needed, hit))
    return False


def _limit(broken: Broken, needed: Enough) -> Fraction:
    return Fraction(needed.drivers or 0) if needed.share is None else needed.share * broken.starters


def _in_words(broken: Broken, needed: Enough) -> str:
    """``3 drivers``, ``half of 20 starters``, ``30 % of 20 starters``."""
    if needed.share is None:
        return number_of(needed.drivers, "driver")
    share = "half" if needed.share == Fraction(1, 2) else f"{float(needed.share * 100):g} %"
    return f"{share} of {broken.starters} starters"


def _not_told(broken: Broken, needed: Enough) -> Problem:
    who = f"'{broken.name}' in {broken.where}"
    message = f"{who} doesn't say how many drivers it hit; it is taken as enough."
    hint = f"Fill them in: it takes {_in_words(broken, needed)}."
    return _problem(broken, message, hint, Severity.WARNING)


def _too_few(broken: Broken, needed: Enough, hit: int) -> Problem:
    counts = f"hit {number_of(hit, 'driver')}, and it takes {_in_words(broken, needed)}"
    message = f"'{broken.name}' in {broken.where} {counts}: nothing is done."
    return _problem(broken, message, "", Severity.NOTE)


def _open(course: Course, broken: Broken) -> Problem:
    """The document doesn't say how many it takes."""
    setting = f"interruptions.{broken.name}.counts_from"
    leaves = f"{course.ruleset.document} leaves open how many drivers make '{broken.name}' one"
    message = f"{leaves}: {setting}. That in {broken.where} is taken as one."
    line = f"rules: {{interruptions: {{{broken.name}: {{counts_from: ...}}}}}}"
    return _problem(broken, message, f"Write it into league.yaml, as '{line}'.", Severity.WARNING)


def _problem(broken: Broken, message: str, hint: str, severity: Severity) -> Problem:
    at, cite = broken.row.row.cell("drivers"), broken.rules.cite("counts_from")
    return Problem(message, at, hint, severity, "interruptions", cite)
