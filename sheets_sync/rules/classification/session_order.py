"""The order in which a session ended, before sanctions take places: as entered, or by the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.classification.cars import Car
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.statuses.rule import FINISHED
from sheets_sync.ruleset.kinds.classification import Classification as Rules
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import Number

Clock = tuple[int, int, int]
_NO_PLACE = 10**6


@dataclass(slots=True)
class Order:
    """``cars`` in order, each with its place; ``rest``: who has none."""

    cars: list[Car]
    rest: list[Runner]
    problems: list[Problem]


@dataclass(frozen=True, slots=True)
class Terms:
    """What a session goes ``by``, the rules, and each driver's own penalties."""

    by: str
    rules: Rules
    mine: Mapping[str, tuple[Penalty, ...]]

    def lost(self, runner: Runner, sanction: Sanction) -> Number:
        own = self.mine[runner.person.key]
        return sum((each.amount for each in own if each.sanction is sanction), start=0) if own else 0

    def added(self, runner: Runner) -> int:
        """Seconds on top of the time, ms: what the stewards gave, and what the game's penalties cost."""
        if not self.mine[runner.person.key] and not runner.result.unserved:
            return 0
        return int(self.lost(runner, Sanction.SECONDS) * 1000) + self.unserved(runner)

    def unserved(self, runner: Runner) -> int:
        """A penalty of the game that wasn't served, and what each sector until then costs; ms."""
        own, rules = runner.result.unserved, self.rules.unserved
        if not own or rules is None:
            return 0
        return own + int(Fraction(rules.per_sector or 0) * 1000) * (runner.result.sectors or 0)


def in_order(cars: list[Car], terms: Terms) -> Order:
    """The cars in order, those without a place, and what was wrong."""
    by_place: dict[str, list[Car]] = {"own": [], "last": [], "none": []}
    for car in cars:
        by_place[car.place].append(car)
    own, last, none = by_place["own"], by_place["last"], by_place["none"]
    if terms.by == "place":
        # Whoever was taken out of a list of places leaves a place behind, into which the others move up.
        removed = [car for car in none if car.lead.meaning.starts and car.lead.result.place is not None]
        none = [car for car in none if car not in removed]
        order = _as_entered(own + removed, terms)
    else:
        order = _by_clock(own, terms)
    next_place = max((car.slot for car in order.cars), default=0) + 1
    for index, car in enumerate(sorted(last, key=_at_the_end)):
        car.slot = next_place + index
        order.cars.append(car)
    order.rest.sort(key=_by_name)
    order.rest += sorted((runner for car in none for runner in car.runners), key=_by_name)
    return order


def _by_name(runner: Runner) -> str:
    return runner.person.key


def _at_the_end(car: Car) -> tuple[int, int, int]:
    """Among those who didn't finish: the place where it is entered, else more laps, else the row."""
    result = car.lead.result
    return result.place or _NO_PLACE, -(result.laps or 0), result.row.row


def _as_entered(cars: list[Car], terms: Terms) -> Order:
    by_place: dict[int, list[Car]] = {}
    order = Order([], [], [])
    for car in cars:
        if car.lead.result.place is None:
            message = f"{car.names} has neither a place nor a status. The row scores nothing."
            at = car.lead.result.row.cell("place")
            hint = "Fill in the place, or a status."
            order.problems.append(Problem(message, at, hint, refusal="incomplete"))
            order.rest += car.runners
        else:
            by_place.setdefault(car.lead.result.place, []).append(car)
    for place, holders in sorted(by_place.items()):
        if len(holders) == 1 or terms.rules.dead_heat == "share":
            for car in holders:
                car.slot, car.tie = place, place if len(holders) > 1 else 0
            order.cars += holders
            continue
        order.rest += [runner for car in holders for runner in car.runners]
        order.problems += [_doubled(place, car, holders) for car in holders]
    return order


def _doubled(place: int, car: Car, holders: list[Car]) -> Problem:
    others = ", ".join(str(each.lead.result.row.cell("place").a1) for each in holders if each is not car)
    message = f"P{place} stands here and in {others}; neither row scores until one is mended."
    at, hint = car.lead.result.row.cell("place"), "Give each driver a place of their own."
    return Problem(message, at, hint, refusal="doubled")


def _by_clock(cars: list[Car], terms: Terms) -> Order:
    order = Order([], [], [])
    timed: list[tuple[Clock, Car]] = []
    for car in cars:
        clock = _clock(car, terms)
        if clock is not None:
            timed.append((clock, car))
            continue
        order.rest += car.runners
        if terms.by == "time":
            message = f"{car.names} has no total time. The row scores nothing."
            at = car.lead.result.row.cell("total_time")
            order.problems.append(Problem(message, at, "Fill in the time.", refusal="incomplete"))
    timed.sort(key=lambda pair: (pair[0], pair[1].lead.result.place or 0, pair[1].lead.result.row.row))
    slot = 1
    for clock, tied in groupby(timed, key=lambda pair: pair[0]):
        equal = [car for _, car in tied]
        _place_equal(order, equal, slot, terms, timeless=bool(clock[1]))
        slot += len(equal)
    return order


def _place_equal(order: Order, equal: list[Car], slot: int, terms: Terms, timeless: bool) -> None:
    """Cars that the clock can't tell apart: they share, or go by their places; else neither is used."""
    if len(equal) == 1:
        equal[0].slot, equal[0].tie = slot, 0
        order.cars += equal
        return
    shares = terms.rules.dead_heat == "share" and not timeless
    told_apart = len({car.lead.result.place or 0 for car in equal}) == len(equal)
    if not (shares or told_apart or timeless):
        order.rest += [runner for car in equal for runner in car.runners]
        order.problems += [_equal_times(car, equal) for car in equal]
        return
    for index, car in enumerate(equal):
        car.slot = slot if shares else slot + index
        car.tie = slot if shares else 0
    order.cars += equal
    if timeless:
        names = ", ".join(car.names for car in equal)
        message = f"{names} have no times and drove as many laps; the upper row is taken to be ahead."
        at, hint = equal[0].lead.result.row.cell("place"), "Fill in their places."
        order.problems.append(Problem(message, at, hint, Severity.NOTE, "classification"))


def _equal_times(car: Car, equal: list[Car]) -> Problem:
    names = ", ".join(each.names for each in equal)
    message = f"{names} have equal times; no row of them scores until their places say who was ahead."
    at, hint = car.lead.result.row.cell("place"), "Fill in the places of these drivers."
    return Problem(message, at, hint, refusal="doubled")


def _clock(car: Car, terms: Terms) -> Clock | None:
    """What is compared: laps (more is ahead), a time before none, and the time in ms with the seconds
    added. Who didn't finish and keeps the own place needs no time: then the entered place is compared."""
    runner = car.lead
    result, added = runner.result, sum(terms.added(each) for each in car.runners)
    if terms.by == "best lap":
        return None if result.best_lap is None else (0, 0, result.best_lap + added)
    laps = (result.laps or 0) - int(terms.lost(runner, Sanction.LAPS))
    if result.total_time is not None:
        return -laps, 0, result.total_time + added
    return None if runner.status == FINISHED else (-laps, 1, result.place or _NO_PLACE)
