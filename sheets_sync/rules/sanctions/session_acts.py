"""What sanctions do to an order: places lost, drivers taken out, ranks closed up."""

from __future__ import annotations

from dataclasses import dataclass

from sheets_sync.rules.classification.cars import Car
from sheets_sync.rules.classification.session_order import Terms
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.ruleset.phrases import OUT, Sanction


@dataclass(frozen=True, slots=True)
class Acted:
    """Who is ``placed`` where; who is ``out``; who drove too ``short`` a distance for a place."""

    placed: tuple[tuple[Runner, int], ...]
    out: tuple[Runner, ...]
    short: tuple[Runner, ...]


def acted(order: list[Car], terms: Terms) -> Acted:
    """The order after the sanctions, in the order in which they act."""
    cars, slots = list(order), [car.slot for car in order]
    out = [car for car in cars if _is_out(car, terms)]
    short = [car for car in _short(cars, terms) if car not in out]
    gone = [car for car in cars if car in short or car in out] if short or out else []
    for act in terms.rules.order:
        if act == "places":
            cars = _places_lost(cars, terms)
        elif act == "disqualification":
            out_in_order = [car for car in cars if car in gone]
            cars, slots = _closed_up(cars, slots, gone)
    placed = [(runner, place) for car, place in _places(cars, slots) for runner in car.runners]
    alone = [runner for runner, _ in placed if runner_is_out(runner, terms)]
    return Acted(
        tuple(pair for pair in placed if pair[0] not in alone) if alone else tuple(placed),
        (*alone, *(runner for car in out_in_order if car not in short for runner in car.runners)),
        tuple(runner for car in out_in_order if car in short for runner in car.runners),
    )


def _places_lost(order: list[Car], terms: Terms) -> list[Car]:
    """Penalised drivers fall back, the last of them first, so that one fall doesn't undo another."""
    result = list(order)
    if not any(each.sanction is Sanction.PLACES for own in terms.mine.values() for each in own):
        return result
    for car in reversed(order):
        lost = sum(int(terms.lost(runner, Sanction.PLACES)) for runner in car.runners)
        if lost <= 0:
            continue
        behind = result[result.index(car) + 1 :]
        rivals = [each for each in behind if _passes(each, car, terms.rules.places_among == "class")]
        passed = rivals[:lost]
        if passed:
            result.remove(car)
            result.insert(result.index(passed[-1]) + 1, car)
    return result


def _passes(other: Car, car: Car, in_class: bool) -> bool:
    """Who didn't finish passes no finisher."""
    finished = other.place != "last" or car.place == "last"
    return finished and (not in_class or other.lead.car_class == car.lead.car_class)


def _is_out(car: Car, terms: Terms) -> bool:
    return all(runner_is_out(runner, terms) for runner in car.runners)


def runner_is_out(runner: Runner, terms: Terms) -> bool:
    own = terms.mine[runner.person.key]
    return runner.meaning.place == "none" or (bool(own) and any(each.sanction in OUT for each in own))


def _short(cars: list[Car], terms: Terms) -> list[Car]:
    """Cars that drove less than the share of the winner's laps from which one is classified."""
    share = terms.rules.classified_from
    if share is None:
        return []
    most = max((car.lead.result.laps or 0 for car in cars if not _is_out(car, terms)), default=0)
    laps = [(car, car.lead.result.laps) for car in cars]
    return [car for car, own in laps if own is not None and own < share * most]


def _closed_up(cars: list[Car], slots: list[int], gone: list[Car]) -> tuple[list[Car], list[int]]:
    """The places as entered, each moved up by those taken out ahead; a place nobody holds stays free."""
    stay: list[Car] = []
    free: list[int] = []
    taken = 0
    for car, slot in zip(cars, slots, strict=True):
        if car in gone:
            taken += 1
        else:
            stay.append(car)
            free.append(slot - taken)
    return stay, free


def _places(cars: list[Car], slots: list[int]) -> list[tuple[Car, int]]:
    """Each car with its place; those in a dead heat that still stand together share it."""
    found: list[tuple[Car, int]] = []
    place = held = 0
    for car, slot in zip(cars, slots, strict=True):
        if found and car.tie and found[-1][0].tie == car.tie:
            held += 1
        else:
            place, held = max(slot, place + held), 1
        found.append((car, place))
    return found
