"""The bracket: who holds the places of the rounds that somebody has to advance into."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sheets_sync.rules.advance.rankings import Advancing, Ranking
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.round_words import round_called

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a round, and the seat that holds it. ``follows``: whether it was somebody else's."""

    seat: str
    by: Advancing
    follows: bool = False


@dataclass(slots=True)
class Bracket:
    """``rounds``: those that are advanced into; ``places``: round -> its places so far; ``rankings``: what
    every rule that is decided has found."""

    rounds: frozenset[int] = frozenset()
    places: dict[int, list[Place]] = field(default_factory=dict)
    rankings: dict[str, Ranking] = field(default_factory=dict)

    @classmethod
    def of(cls, ruleset: Ruleset) -> Bracket:
        return cls(frozenset(into for name in ruleset.advance if (into := target(ruleset, name)) is not None))


def target(ruleset: Ruleset, name: str) -> int | None:
    """The round that a rule leads into."""
    into = ruleset.advance[name].usual.into
    return None if into in (None, "field", "reserves") else round_called(ruleset, into)


def decided_after(ruleset: Ruleset, name: str) -> int | None:
    """The round after which a rule is decided; None for the entries."""
    return round_called(ruleset, ruleset.advance[name].usual.after)


def fill_vacated(course: Course, number: int) -> None:
    """Before round ``number``: the places of those who left go on, from the last round of the bracket to the
    first, since who moves up from a repechage leaves a place there."""
    for into in sorted(course.bracket.places, reverse=True):
        if into >= number:
            _fill(course, into, number)


def _fill(course: Course, into: int, number: int) -> None:
    places = course.bracket.places[into]
    course.bracket.places[into] = kept = []
    for place in places:
        if _still_holds(course, place.seat, into, number):
            kept.append(place)
    for place in (each for each in places if each not in kept):
        follower = _next(course, place, into, number)
        if follower is not None:
            kept.append(follower)


def _still_holds(course: Course, seat: str, into: int, number: int) -> bool:
    moved_up = any(place.follows for place in _further(course, seat, into))
    return course.seats.holder(seat, number) is not None and not moved_up


def _further(course: Course, seat: str, into: int) -> list[Place]:
    """The places that the seat holds in later rounds of the bracket."""
    later = (places for other, places in course.bracket.places.items() if other > into)
    return [place for places in later for place in places if place.seat == seat]


def _next(course: Course, vacated: Place, into: int, number: int) -> Place | None:
    """Who comes next in the ranking that was decided last."""
    rules = course.ruleset.advance[vacated.by.rule].usual
    if rules.vacated == "empty":
        return None
    taken = {each.seat for each in course.bracket.places[into]} | {vacated.seat}
    for each in _following(course, vacated.by, into):
        if rules.into == "field":
            seat = _admitted(course, each.person, number)
        else:
            seat = course.seats.seat_of(each.person, number)
        if seat is not None and seat not in taken and not _further(course, seat, into):
            leaver = course.name(vacated.by.person)
            return Place(seat, replace(each, says=f"{each.says}, for {leaver}"), follows=True)
    return None


def _admitted(course: Course, person: str, number: int) -> str | None:
    """Gives somebody who wasn't admitted a seat, and takes back what was said about that."""
    seats = course.seats
    if seats.entrants[person].role != "candidate" or person in seats.gone or person in seats.refused:
        return None
    seats.seat(person, person, number)
    at, problems = seats.entrants[person].row.cell("driver"), course.findings.problems
    course.findings.problems = [p for p in problems if p.at != at or not p.rule.startswith("advance.")]
    return person


def _following(course: Course, by: Advancing, into: int) -> tuple[Advancing, ...]:
    """The places behind those that were taken: of the own rule, or of one that was decided since."""
    ruleset, rankings = course.ruleset, course.bracket.rankings
    own = decided_after(ruleset, by.rule)
    since = [
        name
        for name in rankings
        if target(ruleset, name) == into and (decided_after(ruleset, name) or 0) > (own or 0)
    ]
    if since:
        last = max(since, key=lambda name: decided_after(ruleset, name) or 0)
        return tuple(each for group in rankings[last].following.values() for each in group)
    following = rankings[by.rule].following
    return following.get(by.group, ()) or following.get("", ())
