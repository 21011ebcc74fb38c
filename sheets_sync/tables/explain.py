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
from sheets_sync.rules.standings.rule import Standing
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import Number, simplest
from sheets_sync.validation import nearest

_CHAMPIONSHIP = "drivers"
_IN_THE_RACE = (IN_ITS_ROUND - {Sanction.POINTS}) | {Sanction.REPRIMAND}


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the championship's table adds to the entries, or leaves out of them."""

    says: str
    amount: Number
    article: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """``entries`` in the order of rounds; ``people`` are all who have held the seat, in order. ``total``: the
    sum over the points accounts, without what the championship has dropped, and with its ``adjustments``;
    ``dropped``: round -> the points that don't count."""

    person: str
    people: tuple[str, ...]
    entries: tuple[Entry, ...]
    decisions: tuple[Decision, ...]
    total: Number
    dropped: Mapping[int, Number] = field(default_factory=dict)
    adjustments: tuple[Adjustment, ...] = ()


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
    row = _line_of(season, {*seats, person}) if number is None else None
    dropped = _dropped(row) if row else {}
    total -= sum(dropped.values())
    adjusted = tuple(_adjustments(season, row, total)) if row else ()
    total = simplest(total + sum(each.amount for each in adjusted))
    return Explanation(person, tuple(people), tuple(entries), tuple(decisions), total, dropped, adjusted), []


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


def _line_of(season: Season, keys: Collection[str]) -> Standing | None:
    """The driver's line of the championship; None where there is none, or one in several tables."""
    tables = season.standings[season.last_round] if season.last_round is not None else ()
    own = [row for table in tables if table.name == _CHAMPIONSHIP for row in table.rows if row.seat in keys]
    return own[0] if len(own) == 1 else None


def _adjustments(season: Season, row: Standing, total: Number) -> Iterator[Adjustment]:
    """From the entries that count to the total of the table."""
    rule = season.ruleset.standings[_CHAMPIONSHIP]
    rules = rule.at(season.ruleset.where(season.last_round or 0)) or rule.usual
    article = rules.cite("floor")
    for number, amount in row.raised.rounds.items():
        yield Adjustment(f"floor: {season.ruleset.name_of(number)} stops at 0", amount, article)
    if row.raised.rest:
        yield Adjustment("floor: the total stops at 0", row.raised.rest, article)
    if row.carried:
        yield Adjustment("brought along from another standing", row.carried, rules.cite("carry"))
    rest = row.total - total - row.raised.total - row.carried
    if rest:
        yield Adjustment(
            f"what the standing '{_CHAMPIONSHIP}' doesn't count", simplest(rest), rules.cite("count")
        )


def _dropped(row: Standing) -> dict[int, Number]:
    """What the championship has dropped for good; a round of which only one session is stays as it is."""
    if not row.drops_shown:
        return {}
    kept = sum(row.rounds.values()) - sum(row.rounds.get(number, 0) for number in row.dropped)
    whole = row.total == kept + row.deductions + row.carried + row.raised.beside
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
