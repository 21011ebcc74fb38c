"""roster: who takes part, and who follows when a place falls free.

A seat is a place in the championship. It belongs to an entrant; when that driver withdraws or is removed,
the replacement named in the replacements tab, else the next reserve in order, takes it over from that round
on. Reserves follow in the order of their numbers, those without one in row order behind them; of several
who leave before one round, first whoever left first. ``next reserve`` warns where another one is named,
``any reserve`` doesn't. ``replaces`` says which departures are followed: who leaves by the replacements tab
is ``withdrawn``, who leaves by a sanction (removal, life ban, blacklist) ``removed``; else the seat stays
empty. The sanction ``replacement`` is always followed where there are replacements at all. With
``takes_over: points`` the seat's points stay with the seat, so that the standings show one line; a tally
that is named there goes over too, as it stands, and its thresholds act only on what comes on top. A driver
who left can be named as replacement, also for the own seat while it is free, and so comes back.

Who was removed comes back where that is overturned, from the first round that starts after it on; who had
followed is a reserve again, unless a later row of the replacements tab says otherwise.

``withdrawn`` and ``removed`` say what becomes of results where nobody takes the seat over: with ``erase``
the points are taken back, the line leaves the standings and those behind move up; the races stay as they
were raced.

``full_time`` and ``reserves`` are limits: an entry beyond one is reported on its row, and still counts.
Where reserves are limited and nobody is replaced, they stand in: a reserve's result counts, on a line of
its own. An entrant with the role ``guest`` may race without a seat: ``guests: score`` treats them like
everybody, ``hold places`` gives their place's points to nobody, not to their team either, ``passed over`` to
the next one; the classification shows them all the same, and what such a guest loses is nobody's too. A
``candidate`` has no seat until a selection gives one. ``newcomer`` is the class of an entrant without one.

The transfers tab changes a driver's pool, class, team or role from a round on: who becomes a reserve keeps
the points and is no longer expected, who becomes a driver has a seat, who goes to another league leaves,
with the results kept. The sanction ``reserve spot`` makes a reserve too. ``transfer`` says where earlier
points are when class or team changes: they ``follow``, or ``stay`` with the old one.
"""

from __future__ import annotations

from collections.abc import Iterable

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.entries import Entrant
from sheets_sync.rules.roster.seats import BEFORE_ALL, Holding, Seats, reserve_order
from sheets_sync.ruleset.kinds.roster import Roster
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.round_words import round_called


def settings_of(ruleset: Ruleset, number: int) -> Roster:
    """What the roster's rules are in that round."""
    return ruleset.roster.at(ruleset.where(number)) or ruleset.roster.usual


def opening(ruleset: Ruleset, entries: Iterable[Entrant]) -> Seats:
    """The seats at the start of the season, as the entry list has them."""
    entrants = {entry.key: entry for entry in entries}
    drivers = [key for key, entry in entrants.items() if entry.role == "driver"]
    seats = Seats(dict(entrants), {key: [Holding(BEFORE_ALL, key)] for key in drivers})
    seats.first_entered = entrants
    seats.visitors = {
        key
        for key, entry in entrants.items()
        if entry.role == "guest" or (entry.role == "reserve" and _stand_in(ruleset.roster.usual))
    }
    seats.open_rounds = _open_rounds(ruleset)
    return seats


def _stand_in(rules: Roster) -> bool:
    return rules.reserves is not None and rules.replacement == "no"


def _open_rounds(ruleset: Ruleset) -> frozenset[int]:
    """The rounds up to that after which the field is selected."""
    rules = [rule.usual for rule in ruleset.advance.values() if rule.usual.into in ("field", "reserves")]
    after = [round_called(ruleset, rule.after) for rule in rules]
    last = max((number for number in after if number is not None), default=None)
    numbers = (each.number for each in ruleset.rounds)
    return frozenset(number for number in numbers if last is not None and number <= last)


def too_many(ruleset: Ruleset, seats: Seats) -> list[Problem]:
    """A warning on each row beyond the number of full-time drivers, or of reserves."""
    rules = ruleset.roster.usual
    drivers = [seats.entrants[key] for key in seats.holdings if key in seats.entrants]
    reserves = sorted((e for e in seats.entrants.values() if e.role == "reserve"), key=reserve_order)
    return [
        *_beyond(rules, "full_time", "full-time drivers", drivers),
        *_beyond(rules, "reserves", "reserves", reserves),
    ]


def _beyond(rules: Roster, setting: str, what: str, people: list[Entrant]) -> Iterable[Problem]:
    limit = getattr(rules, setting)
    for place, entry in enumerate(people, 1):
        if limit is not None and place > limit:
            message = f"{entry.driver} is number {place} of the {what}; there may be {limit}."
            hint = "Give the row another role, or take it out."
            at, cite = entry.row.cell("driver"), rules.cite(setting)
            yield Problem(message, at, hint, Severity.WARNING, "roster", cite)
