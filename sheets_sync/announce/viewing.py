"""Makes the views of a season that templates render."""

from __future__ import annotations

from dataclasses import replace

from sheets_sync.announce.views import (
    Award,
    Decided,
    Penalties,
    Pool,
    PoolResult,
    Pools,
    ResultLine,
    Results,
    StandingLine,
)
from sheets_sync.rules.cases.rule import Case, State
from sheets_sync.rules.classification.rule import Classification
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.pools.allocation import ONE
from sheets_sync.rules.pools.raced import pools_in
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.season.rule import Slot
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.phrases import OUT, Sanction
from sheets_sync.ruleset.values import simplest
from sheets_sync.tables.results import (
    Earnings,
    is_for_place,
    races,
    round_name,
    shown_sanctions,
    shown_status,
)
from sheets_sync.tables.standings import is_published, latest, rules_of, shown_name
from sheets_sync.tables.table import Column, Kind, shown, shown_column

_POINTS = Column("points", "Points", Kind.POINTS)
_CHANGE = Column("change", "+/-", Kind.CHANGE)


def results_view(season: Season) -> Results | None:
    """The results of the last round raced; None before the first."""
    number = season.latest_round
    if number is None:
        return None
    state = season.states[number]
    pools = tuple(_pool_result(season, each) for each in races(season, number))
    return Results(
        round_name(season, number),
        state.word,
        state.turns_final,
        pools,
        tuple(_awards(season, number)),
        _standing(season),
        state.announceable,
        state.why,
        state.signed_by,
        state.signed_at,
    )


def _standing(season: Season) -> tuple[StandingLine, ...]:
    """The first standing that may be shown, as it is now."""
    table = next((each for each in latest(season) if is_published(season, each)), None)
    if table is None:
        return ()
    points = replace(_POINTS, decimals=rules_of(season, table).decimals)
    scored = any(entry.account.startswith("points.") for entry in season.entries)
    totals = shown_column(points, [row.total for row in table.rows])
    return tuple(
        StandingLine(
            row.rank,
            shown(_CHANGE, row.change),
            shown_name(season, row),
            total if scored else "",
        )
        for row, total in zip(table.rows, totals, strict=True)
    )


def _pool_result(season: Season, classification: Classification) -> PoolResult:
    event = classification.event
    slot = season.schedule.slot(event.round, event.pool)
    lines = tuple(
        ResultLine(
            row.place,
            row.runner.person.driver,
            shown_status(row),
            *figures,
            shown_sanctions(classification, row),
        )
        for row, figures in zip(classification.rows, _figures(season, classification), strict=True)
    )
    missing = tuple(classification.missing)
    return PoolResult(_race_name(season, event), slot.circuit, slot.car, slot.start, lines, missing)


def _figures(season: Season, classification: Classification) -> list[tuple[str, str, str]]:
    """Points, bonus and penalty of each row, each column in one style; empty where the race gives none."""
    earnings, rows = Earnings(season, classification.event.round), classification.rows
    if not earnings.are_given(classification):
        return [("", "", "")] * len(rows)
    earned = [earnings.of(row, classification.event) for row in rows]
    totals = shown_column(_POINTS, [simplest(sum(each)) for each in earned])
    bonus = shown_column(_POINTS, [simplest(each[1]) for each in earned])
    return list(
        zip(totals, bonus, shown_column(_POINTS, [simplest(each[2]) for each in earned]), strict=True)
    )


def _race_name(season: Season, event: Event) -> str:
    """The pool; in a round of several races with the session before it."""
    ruleset = season.ruleset
    several = sum(ruleset.ends_round(event.round, name) for name in ruleset.programme(event.round)) > 1
    words = [event.session.capitalize()] if several else []
    return " · ".join([*words, *([event.pool] if event.pool else [])])


def _awards(season: Season, number: int) -> list[Award]:
    """Every bonus of the round: points that no place and no penalty gave."""
    awards = []
    for entry in season.entries:
        name = entry.account.removeprefix("points.")
        rule = season.ruleset.points.get(name)
        if rule is None or not entry.amount or entry.event.round != number or is_for_place(season, entry):
            continue
        holder = season.seats.holder(entry.subject.key, number) or entry.subject.key
        conduct = rule.usual.for_.name in season.ruleset.tallies
        says = rule.usual.for_.name if conduct else entry.says
        awards.append(Award(name, season.name(holder), entry.event.pool, says, shown(_POINTS, entry.amount)))
    return awards


def penalties_view(season: Season, private: bool = False) -> Penalties | None:
    """The decided cases of the last round raced. What they add to a tally is told only in private."""
    number = season.latest_round
    if number is None:
        return None
    cases = [case for case in season.cases if case.event.round == number or _came_since(season, case, number)]
    decided = tuple(_decided(season, case, private) for case in cases if _is_told(season, case))
    open_cases = sum(case.state is State.OPEN for case in season.cases)
    return Penalties(round_name(season, number), decided, open_cases)


def _came_since(season: Season, case: Case, number: int) -> bool:
    """A decision about an earlier round that was taken after the last one began."""
    starts = [slot.start for slot in season.schedule.of_round(number) if slot.start]
    decided = case.row.published_at or case.row.decided_at
    earlier = season.schedule.is_after(number, case.event.round)
    return earlier and decided is not None and bool(starts) and decided > min(starts)


def _is_told(season: Season, case: Case) -> bool:
    """Decisions that were applied or dismissed; a superseded one is told by the one that followed."""
    if case.state in (State.OPEN, State.REFUSED, State.SUPERSEDED):
        return False
    if case.state is State.NO_ACTION:
        return case.undone is None
    return any(each.case is case for each in season.penalties)


def _decided(season: Season, case: Case, private: bool) -> Decided:
    own = [each for each in season.penalties if each.case is case]
    words = [_words(each) for each in own if private or each.sanction is not Sanction.TALLY]
    until = case.contest_until if case.state is State.CONTESTABLE else None
    articles = [
        season.ruleset.articles[each.article].title for each in own if each.article in season.ruleset.articles
    ]
    return Decided(
        case.row.case,
        round_name(season, case.event.round),
        season.name(case.row.driver),
        case.event.pool,
        case.row.lap or "",
        case.row.turn or "",
        case.row.code or "",
        ", ".join(words) or ("a penalty" if own else "no action"),
        case.row.article or ", ".join(dict.fromkeys(articles)),
        case.state.value,
        until,
    )


def _words(penalty: Penalty) -> str:
    sanction, cost = penalty.sanction, penalty.cost
    if sanction is Sanction.POINTS:
        return f"-{cost} {'point' if cost == 1 else 'points'}"
    if sanction is Sanction.NOTE:
        return "noted"
    if sanction in OUT:
        return str(sanction.value)
    return str(penalty.phrase)


def pools_view(season: Season) -> Pools:
    grid = season.pool_grid
    if grid is None:
        return Pools("", (), ())
    pools = []
    for name, placed in grid.pools.items():
        slot: Slot = season.schedule.slot(grid.round, name)
        drivers = tuple(season.name(each.person) for each in placed)
        if not placed and _is_ranked(season, grid.round):
            continue
        free = None if grid.size is None else max(0, grid.size - len(placed))
        shown_pool = "" if name == ONE else name
        pools.append(Pool(shown_pool, slot.start, slot.circuit, slot.car, drivers, free))
    unplaced = tuple(season.name(person) for person in grid.unplaced)
    return Pools(round_name(season, grid.round), tuple(pools), unplaced)


def _is_ranked(season: Season, number: int) -> bool:
    """Whether pools are filled one after the other, so that an empty one isn't needed."""
    return pools_in(season.ruleset, number).fill == "rank"
