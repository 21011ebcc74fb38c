"""classification: the order of a session.

``by: place`` takes the places as entered, ``time`` sorts by laps and total time, ``best lap`` by the
best lap; without it a race goes by place and a session with ``quali`` in its name by best lap.
Sanctions then act in this order: seconds are added, places are lost from the back, who is
disqualified goes out and the ranks close up. With ``places_among: class`` places are lost to drivers
of the own class only. A status that says ``place: last`` comes behind the finishers, who never fall
behind it: by the place where one is entered, else by more laps, else by the row; one that says ``none``
has no place. Two equal places are a problem, and neither row is used; equal times are one too where the
places don't say who was ahead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.ledger import Event
from sheets_sync.rules.penalties import Penalty
from sheets_sync.rules.session_order import in_order
from sheets_sync.rules.sessions import Runner
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import OUT, Sanction


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

    @property
    def missing(self) -> list[int]:
        """Places that nobody holds, as if a row were missing or couldn't be read."""
        held = {row.entered for row in self.rows if row.entered is not None}
        return [place for place in range(1, max(held, default=0)) if place not in held]

    def row_of(self, person: str) -> Classified | None:
        return next((row for row in self.rows if row.runner.person.key == person), None)


def classify(
    ruleset: Ruleset, event: Event, runners: Iterable[Runner], penalties: Iterable[Penalty]
) -> tuple[Classification, list[Problem]]:
    """Puts one session of one pool in order."""
    by = _by(ruleset, event)
    mine = {runner.person.key: tuple(_of(runner, event, penalties)) for runner in runners}
    order, rest, problems = in_order(list(runners), by, mine)
    entered = {runner.person.key: place for place, runner in order}
    fallen = _places_lost([runner for _, runner in order], mine, _in_class(ruleset, event))
    out = [runner for runner in fallen if _is_out(runner, mine)]
    places = _closed_up(fallen, [place for place, _ in order], out)
    ranked = [runner for runner in fallen if runner not in out]
    rows = [_row(runner, places.get(runner.person.key), entered, mine) for runner in [*ranked, *out, *rest]]
    made = Classification(event, by, tuple(rows))
    if by == "place":
        problems = (problems or gaps(made)) + list(_seconds_without_times(mine))
    return made, problems


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


def _of(runner: Runner, event: Event, penalties: Iterable[Penalty]) -> Iterable[Penalty]:
    """The penalties that shape this session: its own, and those of the whole round."""
    for each in penalties:
        whole_round = each.sanction is Sanction.ROUND_DISQUALIFICATION
        if each.person == runner.person.key and (whole_round or each.event.session == event.session):
            yield each


def _places_lost(
    order: list[Runner], mine: Mapping[str, tuple[Penalty, ...]], in_class: bool
) -> list[Runner]:
    """Penalised drivers fall back, the last of them first, so that one fall doesn't undo another."""
    result = list(order)
    for runner in reversed(order):
        lost = sum(int(each.amount) for each in mine[runner.person.key] if each.sanction is Sanction.PLACES)
        behind = result[result.index(runner) + 1 :]
        rivals = [each for each in behind if _passes(each, runner, in_class)]
        passed = rivals[: max(lost, 0)]
        if passed:
            result.remove(runner)
            result.insert(result.index(passed[-1]) + 1, runner)
    return result


def _passes(other: Runner, runner: Runner, in_class: bool) -> bool:
    """Who didn't finish passes no finisher."""
    finished = other.meaning.place != "last" or runner.meaning.place == "last"
    return finished and (not in_class or other.car_class == runner.car_class)


def _is_out(runner: Runner, mine: Mapping[str, tuple[Penalty, ...]]) -> bool:
    return runner.meaning.place == "none" or any(each.sanction in OUT for each in mine[runner.person.key])


def _closed_up(fallen: list[Runner], slots: list[int], out: list[Runner]) -> dict[str, int]:
    """The places as entered, each moved up by those taken out ahead; a place nobody holds stays free."""
    places: dict[str, int] = {}
    gone = 0
    for runner, slot in zip(fallen, slots, strict=True):
        if runner in out:
            gone += 1
        else:
            places[runner.person.key] = slot - gone
    return places


def _seconds_without_times(mine: Mapping[str, tuple[Penalty, ...]]) -> Iterable[Problem]:
    """Seconds can't move anybody where the order is a list of places."""
    for penalties in mine.values():
        for each in penalties:
            if each.sanction is Sanction.SECONDS:
                message = f"{each.amount} s can't be applied: this session goes by the places as entered."
                at = each.case.row.row.cell("code") if each.case else next(iter(each.cells), None)
                yield Problem(
                    message, at, "Give places or points, or classify by time.", rule="classification"
                )


def gaps(classification: Classification) -> list[Problem]:
    """A note on each place that nobody holds, for a list typed by hand."""
    missing = classification.missing
    if not missing:
        return []
    words = ", ".join(f"P{place}" for place in missing)
    at = classification.rows[0].runner.result.row.cell("place")
    event = f"{classification.event.session} {classification.event.pool}".strip()
    message = f"Nobody holds {words} in the {event} of round {classification.event.round}."
    return [Problem(message, at, "Look for a missing or misread row.", Severity.WARNING)]
