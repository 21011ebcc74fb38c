"""Tie-breaks: what is compared where points are equal, and how it is said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.problems import number_of
from sheets_sync.rules.advance.stages import stage
from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.points.rankings import lap_text
from sheets_sync.rules.standings.lines import Line
from sheets_sync.rules.standings.measuring import value
from sheets_sync.rules.tallies.rule import account as tally_account
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.round_words import in_words
from sheets_sync.ruleset.values import Number

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Key = tuple[object, ...]
_END = 1


@dataclass(frozen=True, slots=True)
class Tie:
    """One line's criteria in order: ``keys`` compare (less is ahead), ``words`` say them."""

    keys: tuple[Key, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparing:
    """What criteria are read from. ``tallies``: (account, person) -> total; ``scoring``: how many places
    bring points; ``by_class``: places count inside the class."""

    course: Course
    after: int
    tallies: Mapping[tuple[str, str], Number]
    scoring: int
    by_class: bool


def tie_of(measures: Iterable[Measure], line: Line, person: str, comparing: Comparing) -> Tie:
    """The criteria of one line."""
    pairs = [_criterion(each, line, person, comparing) for each in measures]
    return Tie(tuple(key for key, _ in pairs), tuple(words for _, words in pairs))


def tally_totals(entries: Iterable[Entry]) -> dict[tuple[str, str], Number]:
    totals: dict[tuple[str, str], Number] = {}
    for entry in entries:
        if entry.subject.kind == "person":
            key = (entry.account, entry.subject.key)
            totals[key] = totals.get(key, 0) + entry.amount
    return totals


def _criterion(measure: Measure, line: Line, person: str, comparing: Comparing) -> tuple[Key, str]:
    key, words = _plain(measure, line, person, comparing)
    if not measure.reverse:
        return key, words
    return tuple(_turned(part) for part in key), f"reverse {words}"


def _turned(part: object) -> object:
    return -part if isinstance(part, int) and not isinstance(part, bool) else part


def _plain(measure: Measure, line: Line, person: str, comparing: Comparing) -> tuple[Key, str]:
    places = _places(line, comparing.by_class)
    if measure.kind == "countback":
        return _countback(Counter(place for _, place in places))
    if measure.kind == "countback of points places":
        return _countback(Counter(place for _, place in places if place <= comparing.scoring))
    if measure.kind == "best lap":
        lap = min((each.best_lap for _, each in line.finishes if each.best_lap is not None), default=None)
        return (lap is None, lap or 0), f"best lap {lap_text(lap)}" if lap is not None else "no lap"
    if measure.kind == "latest result":
        return _latest(comparing.course.ruleset, places)
    if measure.kind == "earliest best result":
        return _earliest(comparing.course.ruleset, places)
    if measure.kind == "points":
        return (-line.total,), number_of(line.total, "point")
    if measure.kind == "stage":
        return stage(comparing.course, person, comparing.after), ""
    return _named(measure, line, person, comparing)


def _places(line: Line, by_class: bool) -> list[tuple[int, int]]:
    """(round, place) of every race with a place."""
    found = ((number, each.in_class if by_class else each.place) for number, each in line.finishes)
    return [(number, place) for number, place in found if place is not None]


def _countback(places: Mapping[int, int]) -> tuple[Key, str]:
    """Most first places are ahead, then second places; no further place is behind any further place."""
    counts = tuple(-places.get(place, 0) for place in range(1, max(places, default=0) + 1))
    words = ", ".join(f"{count} x P{place}" for place, count in sorted(places.items()))
    return (*counts, _END), words or "no places"


def _latest(ruleset: Ruleset, places: list[tuple[int, int]]) -> tuple[Key, str]:
    """The better place in the last round; where that is equal, in the one before."""
    key = tuple(part for number, place in sorted(places, reverse=True) for part in (-number, place))
    words = f"P{max(places)[1]} in {in_words(ruleset, max(places)[0])}" if places else "no places"
    return (*key, _END), words


def _earliest(ruleset: Ruleset, places: list[tuple[int, int]]) -> tuple[Key, str]:
    """Who had the best place first."""
    best = min(((place, number) for number, place in places), default=None)
    words = f"P{best[0]} in {in_words(ruleset, best[1])}" if best else "no places"
    return (best is None, *(best or ())), words


def _named(measure: Measure, line: Line, person: str, comparing: Comparing) -> tuple[Key, str]:
    if measure.name in comparing.course.ruleset.tallies:
        people = [person] if len(line.seats) == 1 else list(line.seats)
        total = sum(comparing.tallies.get((tally_account(measure.name), each), 0) for each in people)
        return (total,), f"{measure.name} {total}"
    if measure.kind == "code":
        rows = comparing.course.facts.awards
        count = sum(row.driver == person and row.code == measure.name.upper() for row in rows)
        return (-count,), f"{count} x {measure.name}"
    bare = Measure(measure.kind, measure.name)
    found = value(comparing.course, bare, person, comparing.after)
    return found, f"{measure} {'-' if found[0] else found[1]}"


def said(ties: Sequence[Tie], index: int, names: Sequence[str]) -> str:
    """What sets one of the tied lines apart from its neighbours, down to the last criterion needed."""
    mine = ties[index]
    neighbours = [*ties[max(index - 1, 0) : index], *ties[index + 1 : index + 2]]
    depths = [_depth(mine, other) for other in neighbours]
    needed = [depth for depth in depths if depth is not None]
    words = list(mine.words[: max(needed) + 1]) if needed else []
    if None in depths:
        words.append(f"shared, equal in {', '.join(names)}" if names else "shared")
    return "; ".join(words)


def _depth(mine: Tie, theirs: Tie) -> int | None:
    """The first criterion in which two lines differ."""
    pairs = enumerate(zip(mine.keys, theirs.keys, strict=True))
    return next((index for index, (own, other) in pairs if own != other), None)
