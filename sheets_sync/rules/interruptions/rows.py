"""One row of the interruptions tab: what it is about, and what its rule makes of it."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity, number_of
from sheets_sync.records.interruptions import InterruptionRow
from sheets_sync.records.names import fold
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.ledger import Event
from sheets_sync.ruleset.kinds.interruptions import Band, Enough, Interruption, Point
from sheets_sync.ruleset.round_words import at_first, in_words
from sheets_sync.validation import nearest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

RESULTS = ("restart", "restart from photo", "two parts", "photo", "note")
NOTHING = "none"
_RESTARTS = ("restart", "restart from photo", "two parts")


@dataclass(frozen=True, slots=True)
class Broken:
    """A row with the rule of its kind: how far the session was, and how many started it."""

    row: InterruptionRow
    name: str
    rules: Interruption
    event: Event
    starters: int
    share: Fraction | None
    lap: int | None

    @property
    def where(self) -> str:
        session = f"{self.event.session} {self.event.pool}".strip()
        return f"the {session} of round {self.event.round}"


@dataclass(frozen=True, slots=True)
class Found:
    """What the rule says: a result, the band it came from, and what is to be said."""

    result: str
    band: Band | None = None
    problems: tuple[Problem, ...] = ()


def read(
    course: Course, row: InterruptionRow, sessions: Mapping[Event, Collection[Runner]]
) -> Broken | Problem:
    """The row with its rule and its session, or why it can't be used."""
    names = {fold(name): name for name in course.ruleset.interruptions}
    name = names.get(fold(row.kind))
    if name is None:
        hint = nearest(row.kind, list(course.ruleset.interruptions))
        message = f"There is no interruption '{row.kind}'. The row is left out."
        return Problem(message, row.row.cell("kind"), hint, rule="interruptions")
    rule = course.ruleset.interruptions[name]
    event = _event(course, row, rule.usual, sessions)
    if isinstance(event, Problem):
        return event
    rules = rule.at(course.ruleset.where(event.round, event.session, event.pool))
    if rules is None:
        message = (
            f"'{name}' isn't possible in the {event.session} of {in_words(course.ruleset, event.round)}; the "
            "row is left out."
        )
        at = row.row.cell("session")
        return Problem(
            message, at, "Mend the session or the kind.", rule="interruptions", article=rule.usual.cite()
        )
    starters = {r.person.key for r in sessions.get(event, ()) if r.meaning.starts}
    share, lap = _distance(course, row, event)
    return Broken(row, name, rules, event, len(starters), share, lap)


def _event(
    course: Course,
    row: InterruptionRow,
    rules: Interruption,
    sessions: Mapping[Event, Collection[Runner]],
) -> Event | Problem:
    programme, called = course.ruleset.programme(row.round), at_first(course.ruleset, row.round)
    races = [name for name in programme if course.ruleset.ends_round(row.round, name)]
    possible = [name for name in programme if name in (rules.sessions or races)]
    first = possible[:1] if rules.when == "before the race" else possible
    session = row.session or (first[0] if len(first) == 1 else "")
    if not session:
        message = f"{called} has several races, and the row doesn't say which. It is left out."
        hint = f"Fill in the session: {', '.join(possible or programme)}."
        return Problem(message, row.row.cell("session"), hint, rule="interruptions")
    pools = [event.pool for event in sessions if event.session == session]
    pool = row.pool or (pools[0] if len(pools) == 1 else "")
    if not pool and len(pools) > 1 and rules.when == "in the race":
        message = f"{called} has several pools, and the row doesn't say which. It is left out."
        return Problem(
            message, row.row.cell("pool"), f"Write one of: {', '.join(pools)}.", rule="interruptions"
        )
    return Event(row.round, session, pool)


def _distance(course: Course, row: InterruptionRow, event: Event) -> tuple[Fraction | None, int | None]:
    """How far it was: the share that was driven, and the lap."""
    laps = row.laps or course.schedule.slot(event.round, event.pool).laps
    share, lap = row.completed, row.lap
    if share is None and lap is not None and laps:
        share = min(Fraction(lap, laps), Fraction(1))
    if lap is None and share is not None and laps:
        lap = math.ceil(share * laps)
    return share, lap


def by_rule(course: Course, broken: Broken, earlier: Collection[tuple[str, str]]) -> Found:
    """What the rule makes of it. ``earlier``: (kind, result) of earlier rows about the same session."""
    refused = _cause(broken) or _restarted_before(broken, earlier)
    if refused is not None:
        return Found(NOTHING, None, (refused,))
    said: list[Problem] = []
    if not _enough(course, broken, said):
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


def _enough(course: Course, broken: Broken, said: list[Problem]) -> bool:
    """Whether enough drivers were hit. What nobody wrote down is taken as enough, and said."""
    needed, lost = broken.rules.counts_from, broken.row.drivers
    if needed is None:
        return True
    if not isinstance(needed, Enough):
        said.append(_open(course, broken))
        return True
    limit = Fraction(needed.drivers or 0) if needed.share is None else needed.share * broken.starters
    words = f"half of {broken.starters} starters"
    if needed.share is None:
        words = number_of(needed.drivers, "driver")
    elif needed.share != Fraction(1, 2):
        words = f"{float(needed.share * 100):g} % of {broken.starters} starters"
    cite = broken.rules.cite("counts_from")
    if lost is None:
        message = (
            f"'{broken.name}' in {broken.where} doesn't say how many drivers it hit; it is taken as enough."
        )
        hint = f"Fill them in: it takes {words}."
        at = broken.row.row.cell("drivers")
        said.append(Problem(message, at, hint, Severity.WARNING, "interruptions", cite))
        return True
    if lost < limit:
        hit = f"hit {number_of(lost, 'driver')}, and it takes {words}"
        message = f"'{broken.name}' in {broken.where} {hit}: nothing is done."
        at = broken.row.row.cell("drivers")
        said.append(Problem(message, at, "", Severity.NOTE, "interruptions", cite))
    return lost >= limit


def _open(course: Course, broken: Broken) -> Problem:
    setting = f"interruptions.{broken.name}.counts_from"
    message = (
        f"{course.ruleset.document} leaves open how many drivers make '{broken.name}' one: {setting}. "
        f"That in {broken.where} is taken as one."
    )
    hint = (
        f"Write it into league.yaml, as 'rules: {{interruptions: {{{broken.name}: {{counts_from: ...}}}}}}'."
    )
    at, cite = broken.row.row.cell("drivers"), broken.rules.cite("counts_from")
    return Problem(message, at, hint, Severity.WARNING, "interruptions", cite)


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
