"""classification: the order of a session.

``by: place`` takes the places as entered, ``time`` sorts by laps and total time, ``best lap`` by the
best lap; without it a race goes by place and a session with ``quali`` in its name by best lap. Where it is
written it holds for a qualifying, too, unless an exception says ``best lap`` for that session. ``unserved``
adds the game's penalties that weren't served (result column ``unserved``), and so much for each of the
``sectors`` that were driven before; seconds of the stewards come on top, in a qualifying onto the best lap.

Sanctions act in this ``order``: seconds and laps shape the order itself, places are lost from the back, who
is disqualified goes out and the ranks close up; with ``disqualification`` before ``places`` nobody falls
behind who goes out. ``sprint disqualification`` takes a driver out of that session of the round, wherever it
was earned, and ``round disqualification`` out of all of them. With ``places_among: class`` places are lost
to drivers of the own class only. ``classified_from`` is the share of the winner's laps below which a driver
has no place.

A status that says ``place: last`` comes behind the finishers, who never fall behind it: by the place where
one is entered, else by more laps, else by the row; one that says ``none`` has no place. By time, a status
with ``place: own`` needs none: such a driver stands by laps, behind those with a time on as many laps, in
the order of the entered places. Two equal places are a problem, and neither row is used; equal times are one
too where the places don't say who was ahead. With ``dead_heat: share`` both share the place, and the next
one stays free. Drivers whose rows name the same car at the same place shared it. What can't be applied,
because nobody recorded the session or its times, is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.rules.classification.cars import cars_of, shared, starting
from sheets_sync.rules.classification.notes import gaps, unused
from sheets_sync.rules.classification.session_order import Order, Terms, in_order
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.session_acts import acted
from sheets_sync.ruleset.kinds.classification import Classification as Rules
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import Number


@dataclass(frozen=True, slots=True)
class Classified:
    """One driver in the order. ``place`` None: no place; ``entered``: the place before sanctions;
    ``added``: ms on top of the time; ``classified``: whether enough of the distance was driven."""

    runner: Runner
    place: int | None
    entered: int | None
    penalties: tuple[Penalty, ...] = ()
    added: int = 0
    classified: bool = True


@dataclass(frozen=True, slots=True)
class Classification:
    """The order of one session of one pool; who has no place stands at the end. ``by``: what it goes by;
    ``part``: of a broken race, with the ``weight`` of its points."""

    event: Event
    by: str
    rows: tuple[Classified, ...]
    part: str = ""
    weight: Number = 1
    by_person: dict[str, Classified] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def starters(self) -> int:
        """How many started; drivers who share a car are one."""
        return starting(row.runner for row in self.rows)

    @property
    def missing(self) -> list[int]:
        """Places that nobody holds, as if a row were missing or couldn't be read."""
        held: set[int] = set()
        for car in cars_of(row.runner for row in self.rows if row.entered is not None):
            entered = next(row.entered for row in self.rows if row.runner is car.lead)
            place = entered or 0
            while place in held:  # a dead heat takes up the places behind it, too
                place += 1
            held.add(place)
        return [place for place in range(1, max(held, default=0)) if place not in held]

    def row_of(self, person: str) -> Classified | None:
        if not self.by_person:
            self.by_person.update({row.runner.person.key: row for row in reversed(self.rows)})
        return self.by_person.get(person)


def rules_of(ruleset: Ruleset, event: Event) -> Rules:
    where = ruleset.where(event.round, event.session, event.pool)
    return ruleset.classification.at(where) or ruleset.classification.usual


def goes_by(ruleset: Ruleset, event: Event) -> str:
    """What a session goes by: place, time or best lap."""
    usual = "place" if ruleset.is_race(event.session) else "best lap"
    return rules_of(ruleset, event).by or usual


def classify(
    ruleset: Ruleset,
    event: Event,
    runners: Iterable[Runner],
    penalties: Iterable[Penalty],
    by: str = "",
) -> tuple[Classification, list[Problem]]:
    """Puts one session of one pool in order; ``by`` says what it goes by where that isn't the rule's."""
    found, rules = list(runners), rules_of(ruleset, event)
    by = by or goes_by(ruleset, event)
    only_race = _only_race(ruleset, event.round)
    mine: dict[str, tuple[Penalty, ...]] = {runner.person.key: () for runner in found}
    for each in _of(event, penalties, only_race):
        if each.person in mine:
            mine[each.person] += (each,)
    terms, cars = Terms(by, rules, mine), cars_of(found)
    order = in_order(cars, terms)
    made = Classification(event, by, tuple(_rows(order, terms)))
    problems = order.problems
    if by == "place" and made.rows and not problems:
        problems = gaps(ruleset, made.missing, event, made.rows[0].runner.result.row.cell("place"))
    return made, [*problems, *shared(cars), *unused(terms, found)]


def _only_race(ruleset: Ruleset, number: int) -> str:
    races = [name for name in ruleset.programme(number) if ruleset.ends_round(number, name)]
    return races[0] if len(races) == 1 else ""


def _of(event: Event, penalties: Iterable[Penalty], only_race: str) -> Iterator[Penalty]:
    """The penalties that shape this session: its own, and those that name it or the whole round."""
    for each in penalties:
        session = each.event.session or only_race
        if each.sanction is Sanction.SESSION_DISQUALIFICATION:
            session = event.session if fold(each.phrase.name) == fold(event.session) else ""
        if each.sanction is Sanction.ROUND_DISQUALIFICATION or session == event.session:
            yield each


def _rows(order: Order, terms: Terms) -> Iterator[Classified]:
    entered = {id(runner): car.slot for car in order.cars for runner in car.runners}
    standing = acted(order.cars, terms)
    short = {id(runner) for runner in standing.short}
    placeless = [*standing.out, *standing.short, *order.rest]
    for runner, place in [*standing.placed, *((runner, None) for runner in placeless)]:
        own, at_the_flag = terms.mine[runner.person.key], entered.get(id(runner))
        yield Classified(runner, place, at_the_flag, own, terms.added(runner), id(runner) not in short)
