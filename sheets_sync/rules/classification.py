"""classification: the order of a session.

``by: place`` takes the places as entered, ``time`` sorts by laps and total time, ``best lap`` by the
best lap; without it a race goes by place and a session with ``quali`` in its name by best lap.
Sanctions then act in this order: seconds are added, places are lost from the back, who is
disqualified goes out and the ranks close up. With ``places_among: class`` places are lost to drivers
of the own class only. A status that says ``place: last`` comes behind the finishers, one that says
``none`` has no place. Two equal places are a problem, and neither row is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.sessions import Runner
from sheets_sync.rules.tariff import Penalty
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction


@dataclass(frozen=True, slots=True)
class Classified:
    """One driver in the order. ``place`` None: no place. ``entered``: the place before sanctions."""

    runner: Runner
    place: int | None
    entered: int | None
    penalties: tuple[Penalty, ...] = ()


@dataclass(frozen=True, slots=True)
class Classification:
    """The order of one session of one pool; who has no place stands at the end. ``by``: what it goes by."""

    event: Event
    by: str
    rows: tuple[Classified, ...]

    @property
    def starters(self) -> int:
        return sum(row.runner.meaning.starts for row in self.rows)

    def row_of(self, person: str) -> Classified | None:
        return next((row for row in self.rows if row.runner.person.key == person), None)


def classify(
    ruleset: Ruleset, event: Event, runners: Iterable[Runner], penalties: Iterable[Penalty]
) -> tuple[Classification, list[Problem]]:
    """Puts one session of one pool in order."""
    by = _by(ruleset, event)
    at_session = [each for each in penalties if each.event.session == event.session]
    mine = {runner.person.key: tuple(_of(runner, at_session)) for runner in runners}
    order, rest, problems = _ordered(list(runners), by, mine)
    entered = {runner.person.key: place for place, runner in order}
    fallen = _places_lost([runner for _, runner in order], mine, _in_class(ruleset, event))
    final = _without_disqualified(fallen, mine)
    changed = [runner.person.key for runner in final] != [runner.person.key for _, runner in order]
    places = _numbered(final, None if changed else entered)
    rows = [_row(runner, places.get(runner.person.key), entered, mine) for runner in final]
    out = [runner for _, runner in order if runner not in final]
    rows += [_row(runner, None, entered, mine) for runner in [*out, *rest]]
    made = Classification(event, by, tuple(rows))
    return made, problems or (gaps(made) if by == "place" else [])


def _row(
    runner: Runner, place: int | None, entered: Mapping[str, int], mine: Mapping[str, tuple[Penalty, ...]]
) -> Classified:
    key = runner.person.key
    return Classified(runner, place, entered.get(key), mine[key])


def _by(ruleset: Ruleset, event: Event) -> str:
    settings = ruleset.classification.at(ruleset.where(event.round, event.session, event.pool))
    if settings is not None and settings.by:
        return settings.by
    return "place" if ruleset.is_race(event.session) else "best lap"


def _in_class(ruleset: Ruleset, event: Event) -> bool:
    settings = ruleset.classification.at(ruleset.where(event.round, event.session, event.pool))
    return settings is not None and settings.places_among == "class"


def _of(runner: Runner, penalties: Iterable[Penalty]) -> Iterable[Penalty]:
    return (each for each in penalties if each.person == runner.person.key)


_Order = tuple[list[tuple[int, Runner]], list[Runner], list[Problem]]


def _ordered(runners: list[Runner], by: str, mine: Mapping[str, tuple[Penalty, ...]]) -> _Order:
    """The runners with their places, those without one, and what was wrong."""
    own = [runner for runner in runners if runner.meaning.place == "own"]
    last = [runner for runner in runners if runner.meaning.place == "last"]
    none = [runner for runner in runners if runner.meaning.place == "none"]
    if by == "place":
        order, placeless, problems = _as_entered(own)
    else:
        order, placeless, problems = _by_clock(own, by, mine)
    next_place = max((place for place, _ in order), default=0) + 1
    tail = sorted(last, key=lambda runner: (runner.result.place or 10**6, runner.person.key))
    order += [(next_place + index, runner) for index, runner in enumerate(tail)]
    return order, placeless + none, problems


def _as_entered(runners: list[Runner]) -> _Order:
    by_place: dict[int, list[Runner]] = {}
    placeless, problems = [], []
    for runner in runners:
        if runner.result.place is None:
            message = f"{runner.person.driver} has neither a place nor a status. The row scores nothing."
            problems.append(
                Problem(message, runner.result.row.cell("place"), "Fill in the place, or a status.")
            )
            placeless.append(runner)
        else:
            by_place.setdefault(runner.result.place, []).append(runner)
    order = []
    for place, holders in sorted(by_place.items()):
        if len(holders) == 1:
            order.append((place, holders[0]))
            continue
        placeless += holders
        problems += [_doubled(place, runner, holders) for runner in holders]
    return order, placeless, problems


def _doubled(place: int, runner: Runner, holders: list[Runner]) -> Problem:
    others = ", ".join(str(each.result.row.cell("place").a1) for each in holders if each is not runner)
    message = f"P{place} stands here and in {others}; neither row scores until one is mended."
    return Problem(message, runner.result.row.cell("place"), "Give each driver a place of their own.")


def _by_clock(runners: list[Runner], by: str, mine: Mapping[str, tuple[Penalty, ...]]) -> _Order:
    timed = [(key, runner) for runner in runners if (key := _clock(runner, by, mine)) is not None]
    placeless = [runner for runner in runners if _clock(runner, by, mine) is None]
    problems = []
    if by == "time":
        for runner in placeless:
            message = f"{runner.person.driver} has no total time. The row scores nothing."
            problems.append(Problem(message, runner.result.row.cell("total_time"), "Fill in the time."))
    ordered = sorted(timed, key=lambda pair: (pair[0], pair[1].result.place or 0, pair[1].person.key))
    return [(place, runner) for place, (_, runner) in enumerate(ordered, 1)], placeless, problems


def _clock(runner: Runner, by: str, mine: Mapping[str, tuple[Penalty, ...]]) -> tuple[int, int] | None:
    """What is compared: laps (more is ahead) and time in ms with the seconds added."""
    result = runner.result
    added = sum(
        int(each.amount * 1000) for each in mine[runner.person.key] if each.sanction is Sanction.SECONDS
    )
    if by == "best lap":
        return None if result.best_lap is None else (0, result.best_lap + added)
    return None if result.total_time is None else (-(result.laps or 0), result.total_time + added)


def _places_lost(
    order: list[Runner], mine: Mapping[str, tuple[Penalty, ...]], in_class: bool
) -> list[Runner]:
    """Penalised drivers fall back, the last of them first, so that one fall doesn't undo another."""
    result = list(order)
    for runner in reversed(order):
        lost = sum(int(each.amount) for each in mine[runner.person.key] if each.sanction is Sanction.PLACES)
        behind = result[result.index(runner) + 1 :]
        rivals = [each for each in behind if not in_class or each.car_class == runner.car_class]
        passed = rivals[: max(lost, 0)]
        if passed:
            result.remove(runner)
            result.insert(result.index(passed[-1]) + 1, runner)
    return result


def _without_disqualified(order: list[Runner], mine: Mapping[str, tuple[Penalty, ...]]) -> list[Runner]:
    out = (Sanction.DISQUALIFICATION, Sanction.ROUND_DISQUALIFICATION)
    return [runner for runner in order if not any(each.sanction in out for each in mine[runner.person.key])]


def _numbered(order: list[Runner], entered: Mapping[str, int] | None) -> dict[str, int]:
    """Places as entered while nothing changed them, else counted anew."""
    if entered is not None:
        return {runner.person.key: entered[runner.person.key] for runner in order}
    return {runner.person.key: place for place, runner in enumerate(order, 1)}


def gaps(classification: Classification) -> list[Problem]:
    """A note on each place that nobody holds, for a list typed by hand."""
    held = sorted(row.entered for row in classification.rows if row.entered is not None)
    missing = sorted(set(range(1, (held[-1] if held else 0) + 1)) - set(held))
    if not missing or not classification.rows:
        return []
    words = ", ".join(f"P{place}" for place in missing)
    at = classification.rows[0].runner.result.row.cell("place")
    event = f"{classification.event.session} {classification.event.pool}".strip()
    message = f"Nobody holds {words} in the {event} of round {classification.event.round}."
    return [Problem(message, at, "Look for a missing or misread row.", Severity.WARNING)]
