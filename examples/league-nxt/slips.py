"""Why a published cell differs: the two slips of the league's scorer, each worked out and not guessed.

A slip counts as the reason only where it gives exactly the published points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.ledger import balance
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.kinds.points import Points
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import Number

PROMOTED = (
    "A penalty for a car ahead moved up one that is not classified (connection lost, or too few laps), "
    "and the scorer gave it the points of its new place."
)
FLAG_PLACE = (
    "The scorer took the penalised car's place as the one at the flag plus the places of its last penalty, "
    "whatever other penalties did and however few cars were behind: two cars share a place, or one is "
    "behind the last."
)
UNEXPLAINED = "No reason found."


def reason(season: Season, person: str, number: int, ours: Number, theirs: Number) -> str:
    """The slip that turns our points of that driver and round into the published ones."""
    for slip, worth in ((PROMOTED, _promoted), (FLAG_PLACE, _by_flag)):
        if ours + sum(_changes(season, person, number, worth)) == theirs != ours:
            return slip
    return UNEXPLAINED


_Worth = Callable[[Season, Classification, Classified], int | None]


def _changes(season: Season, person: str, number: int, place_by: _Worth) -> Iterator[Number]:
    """What a slip adds to each of the driver's sessions of the round."""
    for event, classification in season.classifications.items():
        row = classification.row_of(person)
        if event.round != number or row is None:
            continue
        place = place_by(season, classification, row)
        if place is not None:
            yield _value(season, classification, place) - _scored(season, classification, row)


def _promoted(season: Season, classification: Classification, row: Classified) -> int | None:
    """The place an unclassified car is moved up to; the scorer lets no such car lose places itself."""
    at_flag = flag_place(classification, row)
    if at_flag is None or _classified(season, classification, row):
        return None
    ahead = [each for each in _rivals(classification, row) if (each.entered or 0) < (row.entered or 0)]
    fallen = [
        each for each in ahead if each.entered and (each.place is None or each.place > (row.place or 0))
    ]
    passed = sum(_classified(season, classification, each) for each in fallen)
    return at_flag - passed if passed else None


def _by_flag(_: Season, classification: Classification, row: Classified) -> int | None:
    lost = [int(each.amount) for each in row.penalties if each.sanction is Sanction.PLACES]
    at_flag = flag_place(classification, row)
    return at_flag + lost[-1] if lost and at_flag is not None else None


def flag_place(classification: Classification, row: Classified) -> int | None:
    """The place in the class before any penalty."""
    own = row.entered
    if own is None:
        return None
    return sum(each.entered is not None and each.entered <= own for each in _rivals(classification, row))


def _rivals(classification: Classification, row: Classified) -> list[Classified]:
    """The driver's class."""
    return [each for each in classification.rows if each.runner.car_class == row.runner.car_class]


def _classified(season: Season, classification: Classification, row: Classified) -> bool:
    """Whether the status allows points and the least share of the laps was driven."""
    _, rules = _place_rule(season, classification)
    least = rules.distance[-1].from_ if rules.distance else Fraction(0)
    best = max(each.runner.result.laps or 0 for each in _rivals(classification, row))
    return row.runner.meaning.points != "none" and (row.runner.result.laps or 0) >= least * best


def _place_rule(season: Season, classification: Classification) -> tuple[str, Points]:
    """The points rule for places in that session."""
    event = classification.event
    for name, rule in season.ruleset.points.items():
        rules = rule.at(season.ruleset.where(event.round, event.session, event.pool))
        if rules is not None and rules.for_.kind == "place":
            return name, rules
    raise LookupError(f"no points for places in the {event.session}")


def _value(season: Season, classification: Classification, place: int) -> Number:
    _, rules = _place_rule(season, classification)
    table = season.ruleset.tables[rules.table] if isinstance(rules.table, str) else rules.table
    return table[place - 1] if place <= len(table) else 0


def _scored(season: Season, classification: Classification, row: Classified) -> Number:
    """What the driver got for the place in that session."""
    name, _ = _place_rule(season, classification)
    return balance(
        entry
        for entry in season.entries
        if entry.rule == f"points.{name}"
        and entry.event == classification.event
        and entry.subject.key == row.runner.seat
    )
