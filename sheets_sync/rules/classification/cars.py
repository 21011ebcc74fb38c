"""The cars of a session: one driver each, or several who share one and so its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.names import fold
from sheets_sync.rules.classification.sessions import Runner


@dataclass(slots=True, eq=False)
class Car:
    """``slot``: its place before sanctions; cars with the same ``tie``, above 0, share one."""

    runners: list[Runner]
    slot: int = 0
    tie: int = 0

    @property
    def lead(self) -> Runner:
        return self.runners[0]

    @property
    def place(self) -> str:
        """Where its status puts it: own, last, none."""
        return self.runners[0].meaning.place

    @property
    def names(self) -> str:
        return " and ".join(runner.person.driver for runner in self.runners)


def cars_of(runners: Iterable[Runner]) -> list[Car]:
    """The cars of a session. Drivers share one whose rows name the same car at the same place or time; one
    that others name at another place is a model, and nobody's alone."""
    rows = list(runners)
    models = _models(rows)
    found: list[Car] = []
    shared: dict[object, Car] = {}
    for runner in rows:
        result = runner.result
        is_model = fold(result.car or "") in models
        if not result.car or is_model or (result.place is None and result.total_time is None):
            found.append(Car([runner]))
            continue
        identity = _identity(runner)
        if identity in shared:
            shared[identity].runners.append(runner)
        else:
            found.append(shared.setdefault(identity, Car([runner])))
    return found


def _identity(runner: Runner) -> tuple[object, ...]:
    result = runner.result
    return fold(result.car or ""), result.place, result.total_time, runner.meaning.place


def _models(runners: Iterable[Runner]) -> set[str]:
    """The cars that stand at more than one place or time."""
    found: dict[str, set[object]] = {}
    for each in runners:
        if each.result.car and (each.result.place is not None or each.result.total_time is not None):
            found.setdefault(fold(each.result.car), set()).add(_identity(each))
    return {car for car, places in found.items() if len(places) > 1}


def starting(runners: Iterable[Runner]) -> int:
    """How many cars started."""
    rows = list(runners)
    if any(runner.result.car for runner in rows):
        return sum(car.lead.meaning.starts for car in cars_of(rows))
    return sum(runner.meaning.starts for runner in rows)


def shared(cars: Iterable[Car]) -> list[Problem]:
    """A note on each car that several drivers share: equal places could also be a slip."""
    return [
        Problem(
            f"{car.names} share the car {car.lead.result.car}, and so its place.",
            car.lead.result.row.cell("car"),
            "Mend the place or the car if they don't.",
            Severity.NOTE,
            "classification",
        )
        for car in cars
        if len(car.runners) > 1
    ]
