"""grids: the starting or release order of a session.

A grid is named after its session, and is made for each session of the round that comes next, pool by pool,
once what it goes by is there. Where none is written a race goes by the round's qualifying. ``by`` names
what is compared: a session of the round (the place in it), a standing (the place in it so far), a column of
the entries; ``reverse`` before it turns it round, and a further measure tells apart who ties. ``ask`` says
that the document names no order: when that session comes next, it is said where to write one.

From the front to the back stand: who is placed; who has no time (``no_time``); who took no part in the
session that it goes by or was disqualified from it (``absent``); who goes to the back of the grid by a
sanction; who was disconnected for more than the share ``over`` of ``disconnected``, in the order of its
``by``, and whose best lap is void; who is banned from the qualifying (``banned``), several in the order of
``banned_by`` or of the championship; at last the drivers whom ``last`` names. ``out`` in place of ``back``
keeps them off the grid, and ``absent: out`` disqualifies who raced all the same. Who is banned from the
very session, or from the round, isn't on its grid, unless ``banned: back`` is written for it.

``invert`` turns round the first so many of who is placed. Then grid places act, in the first race of the
round: the last driver falls first, so that one fall doesn't undo another, and nobody falls behind who
stands at the back. Seconds for a qualifying are in its times, and so in the grid. With ``freeze`` what
becomes known after that moment leaves the grid as it was, and is said. ``groups`` releases the drivers in
groups of so many. A race that was broken off and is restarted from its photo starts in that order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.ballast import rule as ballast
from sheets_sync.rules.grids import effects as grid_effects
from sheets_sync.rules.grids import sentences as grid_sentences
from sheets_sync.rules.grids import settings as grid_rules
from sheets_sync.rules.grids.order import Making
from sheets_sync.rules.grids.parts import Part, Standing
from sheets_sync.rules.grids.restart import by_photo
from sheets_sync.rules.grids.settings import Starters
from sheets_sync.rules.ledger import Event, Findings
from sheets_sync.rules.pools.rule import PoolGrid
from sheets_sync.ruleset.kinds.grids import Grid
from sheets_sync.ruleset.values import Number

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class GridPlace:
    """One driver on a grid, and why there. ``ballast``: kg. ``group``: the release group, from 1."""

    person: str
    place: int
    why: str
    article: str
    cells: tuple[CellRef, ...]
    ballast: Number = 0
    group: int = 0


@dataclass(frozen=True, slots=True)
class StartingGrid:
    """The grid of one session of one pool that is still to be driven; ``out``: who isn't on it, and why."""

    event: Event
    places: tuple[GridPlace, ...]
    out: tuple[tuple[str, str], ...]
    article: str


def grids_of(
    course: Course, grid: PoolGrid | None, begun: int | None = None
) -> tuple[tuple[StartingGrid, ...], Findings]:
    """The grids of the next round's sessions that are still to be driven, as far as they can be told; and
    those of a round that has ``begun`` and in which every pool has raced already."""
    found: list[StartingGrid] = []
    findings = Findings()
    for session, starters in _to_drive(course, grid, begun):
        rule = grid_rules.rule_of(course.ruleset, session, starters)
        if rule is None:
            continue
        by = grid_rules.measures(course.ruleset, rule, session, starters.round)
        if grid_rules.ASK in by:
            if grid_rules.is_next(course, session, starters) and grid_rules.is_awaited(course, starters):
                findings.problems.append(_asked(course, rule, session, starters.round))
            continue
        made = _grid(course, rule, session, starters)
        if made is not None:
            found.append(made)
            findings.problems += _nobodies(course, rule, session)
    findings.problems[:] = dict.fromkeys(findings.problems)
    return tuple(found), findings


def _to_drive(course: Course, grid: PoolGrid | None, begun: int | None) -> Iterator[tuple[str, Starters]]:
    """Every session that is still to be driven, with who starts in it together."""
    if begun is not None and (grid is None or begun != grid.round):
        for starters in grid_rules.as_raced(course, begun):
            yield from ((session, starters) for session in grid_rules.to_drive(course, starters))
    if grid is not None:
        for session in course.ruleset.programme(grid.round):
            for starters in grid_rules.starters_of(course, grid, session):
                if session in grid_rules.to_drive(course, starters):
                    yield session, starters


def _grid(course: Course, rule: Grid, session: str, starters: Starters) -> StartingGrid | None:
    """The grid, or None where what it goes by isn't there yet."""
    ruleset, number = course.ruleset, starters.round
    restarted = by_photo(course, session, starters)
    if restarted:
        return _made(course, rule, session, starters, restarted, [])
    by = grid_rules.measures(ruleset, rule, session, number)
    source = grid_rules.source_of(ruleset, by, number)
    if source and not grid_rules.is_driven(course, source, starters):
        return None
    frozen = grid_effects.as_frozen(course, rule, starters, source)
    bound = grid_sentences.bound(course, number, starters.pool)
    order, out = Making(frozen, rule, session, starters, by, source, bound).order()
    if not source and not any(each.part in (Part.PLACED, Part.LAST) for each in order):
        return None
    return _made(course, rule, session, starters, order, out)


def _made(
    course: Course,
    rule: Grid,
    session: str,
    starters: Starters,
    order: list[Standing],
    out: list[Standing],
) -> StartingGrid:
    number = starters.round
    weights = ballast.carried(course, number)
    places = tuple(_place(each, place, rule, weights) for place, each in enumerate(order, 1))
    kept_off = tuple((each.person, each.why) for each in out)
    return StartingGrid(Event(number, session, starters.pool), places, kept_off, rule.cite("by"))


def _place(standing: Standing, place: int, rule: Grid, weights: Mapping[str, Number]) -> GridPlace:
    group = (place - 1) // rule.groups + 1 if rule.groups else 0
    carried = weights.get(standing.person, 0)
    return GridPlace(standing.person, place, standing.why, standing.article, standing.cells, carried, group)


def _asked(course: Course, rule: Grid, session: str, number: int) -> Problem:
    ruleset = course.ruleset
    message = (
        f"{ruleset.document} doesn't say what the grid of the {session} goes by, so that there is none for "
        f"the {session} of {ruleset.name_of(number)}."
    )
    hint = (
        f"Write it in league.yaml, under 'rules': grids: {{{session}: {{by: ...}}}}, or in "
        f"{ruleset.files[0].name} of the ruleset {ruleset.name}."
    )
    return Problem(message, None, hint, rule=f"grids.{session}", article=rule.cite("by"))


def _nobodies(course: Course, rule: Grid, session: str) -> list[Problem]:
    """Names under ``last`` that no entry has."""
    _, unknown = grid_rules.named_last(course, rule)
    hint = f"Name a driver in league.yaml, under 'rules': grids: {{{session}: {{last: ...}}}}."
    cite = rule.cite("last")
    return [
        Problem(
            f"'{name}', who stands last on the grid of the {session}, isn't in the entry list.",
            None,
            hint,
            Severity.NOTE,
            f"grids.{session}",
            cite,
        )
        for name in unknown
    ]
