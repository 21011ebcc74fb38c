"""From a value of a points table to an entry: scale, what an interruption leaves, rounding, eligibility."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.problems import number_of
from sheets_sync.rules.ledger import Entry, Event, Subject
from sheets_sync.rules.points.compared import Compared
from sheets_sync.rules.points.rounding import rounded
from sheets_sync.rules.points.tables import table_of
from sheets_sync.rules.roster import guests
from sheets_sync.ruleset.kinds.points import Formula, Points
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


def account(name: str) -> str:
    return f"points.{name}"


class Scorer:
    """What a points rule gives to rows: the way from a value of the table to an entry."""

    def __init__(self, course: Course, name: str, known: datetime | None = None) -> None:
        self.course, self.name, self.known = course, name, known
        self._tables: dict[tuple[int, int], list[Number]] = {}
        self._cites: dict[int, str] = {}
        self._ends: dict[tuple[int, str], datetime] = {}

    def table(self, each: Compared, starters: int | None = None) -> list[Number]:
        """The points from the first place down."""
        starters = each.starters if starters is None else starters
        key = id(each.rules), starters
        if key not in self._tables:
            table = each.rules.table
            of_entries = isinstance(table, Formula) and table.first == "entries"
            entries = entered(self.course, each) if of_entries else 0
            self._tables[key] = table_of(self.course.ruleset, table, starters, entries)
        return self._tables[key]

    def cite(self, rules: Points) -> str:
        """The article of the table."""
        key = id(rules)
        if key not in self._cites:
            self._cites[key] = rules.cite("table")
        return self._cites[key]

    def end(self, event: Event) -> datetime:
        key = event.round, event.pool
        if key not in self._ends:
            self._ends[key] = self.course.schedule.end(*key)
        return self._ends[key]

    def entry(self, each: Compared, worth: Number, says: str, *fields: str, article: str = "") -> Entry:
        """An entry of what something is worth: times the rule's scale, and for a place that of the
        interruption; rounded."""
        rules, row, made = each.rules, each.row, each.made
        amount: Number = worth if rules.scale == 1 else Fraction(worth) * Fraction(rules.scale)
        cells, article = row.runner.result.row.cells("driver", *fields), article or self.cite(rules)
        if each.verdict is not None and fields and fields[0] == "place":
            amount, says, cells, article = _of_part(each, amount, says, cells, article)
        if row.place != row.entered:
            cells += tuple(cell for penalty in row.penalties for cell in penalty.cells)
        exact = simplest(amount) if made.weight != 1 else rounded(amount, rules.rounding)
        if not rules.eligible:
            exact, says = 0, f"{says}: {number_of(exact, 'point')} for nobody"
            article = rules.cite("eligible")
        elif guests.score_nothing(self.course.ruleset, row.runner.person, made.event.round):
            exact, says = 0, f"{says}: {number_of(exact, 'point')} for nobody, as a guest's"
            article = guests.cite(self.course.ruleset, made.event.round)
        happened = self.end(made.event)
        known = self.known or happened
        return points_entry(
            self.name, row.runner.seat, made.event, exact, happened, known, article, cells, says
        )


def _of_part(
    each: Compared, amount: Number, says: str, cells: tuple[CellRef, ...], article: str
) -> tuple[Number, str, tuple[CellRef, ...], str]:
    """What an interruption leaves of the points of a place."""
    verdict, made = each.verdict, each.made
    if verdict is None or (verdict.scale == 1 and made.weight == 1):
        return amount, says, cells, article
    share = Fraction(verdict.scale) * made.weight
    part = f" of the part '{made.part}'" if made.part else ""
    says = f"{says}{part}, {simplest(share)} of the points ({verdict.kind})"
    return amount * share, says, cells + verdict.cells, f"{article}, {verdict.article}".strip(", ")


def entered(course: Course, each: Compared) -> int:
    """How many are entered there: in the round, the pool where there are several, the class."""
    field = course.seats.field(each.event.round)
    people = [course.seats.entrants[key] for key in field]
    rules = course.ruleset.pools.at(course.ruleset.where(each.event.round))
    if rules is not None and len(rules.names) > 1:
        return len(each.rivals)
    if each.rules.among == "class":
        own = each.row.runner.person.car_class
        people = [person for person in people if person.car_class == own]
    return len(people)


def points_entry(
    name: str,
    seat: str,
    event: Event,
    amount: Number,
    happened: datetime,
    known: datetime,
    article: str,
    cells: tuple[CellRef, ...],
    says: str,
) -> Entry:
    subject = Subject("seat", seat)
    return Entry(
        account(name), subject, event, amount, happened, known, f"points.{name}", article, cells, says
    )
