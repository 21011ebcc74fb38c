"""Where a driver's figures come from: every entry with its rule, its article and its cells.

Sanctions that act inside a race, such as seconds, are no entries of the ledger, because the order of the race
holds them already. They are told all the same, as entries of the account ``sanction``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.rules.ledger import Decision, Entry, Subject, balance, reversal
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.possible import IN_ITS_ROUND
from sheets_sync.rules.sanctions.serving import kind_of
from sheets_sync.rules.season.season import Season
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import Number
from sheets_sync.validation import nearest

_IN_THE_RACE = (IN_ITS_ROUND - {Sanction.POINTS}) | {Sanction.REPRIMAND}


@dataclass(frozen=True, slots=True)
class Explanation:
    """``entries`` in the order of rounds; ``people`` are all who have held the seat, in order. ``total``: the
    sum over the points accounts, without what the championship has dropped; ``dropped``: round -> the points
    that don't count."""

    person: str
    people: tuple[str, ...]
    entries: tuple[Entry, ...]
    decisions: tuple[Decision, ...]
    total: Number
    dropped: Mapping[int, Number] = field(default_factory=dict)


def explain(season: Season, name: str, number: int | None) -> tuple[Explanation | None, list[Problem]]:
    """The explanation for a driver, of one round or of the whole season."""
    person, problem = _find(season, name)
    if person is None:
        return None, [problem] if problem else []
    seats = [seat for seat, held in season.seats.holdings.items() if person in [each.person for each in held]]
    people = [each.person for seat in seats for each in season.seats.holdings[seat] if each.person]
    people = list(dict.fromkeys(people or [person]))
    if person in season.seats.visitors and person not in seats:
        seats.append(person)
    mine = {("person", each) for each in people} | {("seat", seat) for seat in seats}
    entries = [
        entry
        for entry in (*season.entries, *_in_the_race(season, people))
        if (entry.subject.kind, entry.subject.key) in mine and number in (None, entry.event.round)
    ]
    entries.sort(key=lambda entry: (entry.event.round, entry.account == "seat", entry.known))
    decisions = [each for each in season.decisions if each.subject.key in people]
    total = balance(entry for entry in entries if entry.account.startswith("points."))
    dropped = _dropped(season, {*seats, person}) if number is None else {}
    total -= sum(dropped.values())
    return Explanation(person, tuple(people), tuple(entries), tuple(decisions), total, dropped), []


def _in_the_race(season: Season, people: Collection[str]) -> Iterator[Entry]:
    """Seconds, places, laps, disqualifications and reprimands, and where one of them holds no more."""
    for penalty in season.penalties:
        shaping = penalty.sanction in _IN_THE_RACE and not penalty.phrase.suspended
        if penalty.person in people and shaping:
            entry = _imposed(penalty)
            yield entry
            if penalty.undone is not None:
                yield reversal(entry, f"{entry.says}: {penalty.undone_says}", penalty.undone)


def _imposed(penalty: Penalty) -> Entry:
    return Entry(
        f"sanction.{kind_of(penalty)}",
        Subject("person", penalty.person),
        penalty.event,
        penalty.amount,
        penalty.happened,
        penalty.known,
        penalty.rule,
        penalty.article,
        penalty.cells,
        f"{penalty.phrase}: {penalty.says}",
        penalty.because,
    )


def _dropped(season: Season, keys: Collection[str]) -> dict[int, Number]:
    """What the championship has dropped for good; a round of which only one session is stays as it is."""
    tables = season.standings[season.last_round] if season.last_round is not None else ()
    own = (row for table in tables if table.name == "drivers" for row in table.rows if row.seat in keys)
    row = next(own, None)
    if row is None or not row.drops_shown:
        return {}
    kept = sum(row.rounds.values()) - sum(row.rounds.get(number, 0) for number in row.dropped)
    whole = row.total == kept + row.deductions + row.carried
    return {number: row.rounds.get(number, 0) for number in row.dropped} if whole else {}


def _find(season: Season, name: str) -> tuple[str | None, Problem | None]:
    spelled = {fold(entrant.driver): key for key, entrant in season.seats.entrants.items()}
    key = spelled.get(fold(name))
    if key is not None:
        return key, None
    partly = [each for word, each in spelled.items() if f" {word}".find(f" {fold(name)}") >= 0]
    if len(partly) == 1:
        return partly[0], None
    names = [entrant.driver for entrant in season.seats.entrants.values()]
    if partly:
        return None, Problem(f"'{name}' can be {' or '.join(season.name(each) for each in partly)}.", None)
    proposal = nearest(name, names)
    return None, Problem(
        f"There is no driver '{name}'.",
        None,
        proposal if proposal.startswith("Did") else "Look into the entries.",
    )
