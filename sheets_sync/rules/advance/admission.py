"""Admission: a selection makes the field and the reserves, and the rest aren't admitted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.entries import Entrant
from sheets_sync.rules.advance.bracket import Place
from sheets_sync.rules.advance.rankings import Advancing
from sheets_sync.rules.ledger import Entry, Event, Findings, Subject
from sheets_sync.rules.roster.seats import BEFORE_ALL
from sheets_sync.ruleset.kinds.advance import Advance

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

Rules = list[tuple[str, Advance]]


def admit(course: Course, rules: Rules, after: int | None) -> Findings:
    """Gives the seats of the field, numbers the reserves, and says who isn't admitted. Changes the course."""
    return _Admission(course, rules, after).admit()


class _Admission:
    def __init__(self, course: Course, rules: Rules, after: int | None) -> None:
        self.course, self.rules, self.after = course, rules, after
        numbers = [e.number for e in course.ruleset.rounds if after is None or e.number > after]
        self.first = min(numbers, default=1)
        self.findings = Findings()
        self.cite = {name: settings.cite("take") for name, settings in rules}

    def admit(self) -> Findings:
        field = self._advancing("field")
        reserves = self._advancing("reserves")
        roles = {each.person: "driver" for each in field} | {each.person: "reserve" for each in reserves}
        orders = {each.person: order for order, each in enumerate(reserves, 1)}
        by = {each.person: each for each in (*field, *reserves)}
        for person, entry in list(self.course.seats.entrants.items()):
            if person in self.course.seats.refused or entry.role == "guest":
                continue
            role = self._role(entry, roles.get(person, ""), by.get(person))
            self._seat(entry, role, orders.get(person))
        places = [Place(each.person, each) for each in field if self._is_seated(each.person)]
        if field:
            self.course.bracket.places[self.first] = places
            self.findings.entries += [self._entry(each) for each in field if self._is_seated(each.person)]
        return self.findings

    def _advancing(self, into: str) -> list[Advancing]:
        rankings = self.course.bracket.rankings
        return [each for name, s in self.rules if s.into == into for each in rankings[name].advancing]

    def _is_seated(self, person: str) -> bool:
        return self.course.seats.holder(person, self.first) is not None

    def _role(self, entry: Entrant, role: str, by: Advancing | None) -> str:
        """What is written in the entry list wins over a selection by results."""
        written = entry.role if entry.role_given and entry.role != "candidate" else ""
        if self.after is None or not written:
            return entry.role if self.after is None and entry.role == "reserve" else role
        if written != role:
            found = f"a {role} ({by.says})" if by else "not admitted"
            message = f"{entry.driver} is a {written} in the entry list, but {found} by the selection."
            message += " The entry list counts."
            self._warn(entry, "role", message)
        return written

    def _seat(self, entry: Entrant, role: str, order: int | None) -> None:
        seats, person = self.course.seats, entry.key
        if role == "driver":
            if person not in seats.holdings:
                seats.seat(person, person, BEFORE_ALL if self.after is None else self.first)
            seats.change(person, role="driver")
            return
        seats.holdings.pop(person, None)
        if role == "reserve":
            self._reserve(entry, order)
        else:
            seats.change(person, role="candidate")
            self._not_admitted(entry)

    def _reserve(self, entry: Entrant, order: int | None) -> None:
        written = entry.reserve_order
        if written is not None and order is not None and written != order:
            message = f"{entry.driver} is reserve {written} in the entry list, but {order} by the selection."
            self._warn(entry, "reserve_order", f"{message} The entry list counts.")
        self.course.seats.change(entry.key, role="reserve", reserve_order=written or order)

    def _warn(self, entry: Entrant, field: str, message: str) -> None:
        at, cite = entry.row.cell(field), next(iter(self.cite.values()), "")
        hint = "Empty the cell, if the selection is right."
        self.findings.problems.append(Problem(message, at, hint, Severity.WARNING, "advance", cite))

    def _not_admitted(self, entry: Entrant) -> None:
        """Of an entry list that is cut an error on the row; after a selection that was driven, to know."""
        behind = self._behind(entry.key)
        says = f": {behind.says}" if behind else ""
        severity = Severity.ERROR if self.after is None else Severity.NOTE
        name, cite = next(iter(self.cite.items()), ("", ""))
        problem = Problem(
            f"{entry.driver} isn't admitted{says}.",
            entry.row.cell("driver"),
            "",
            severity,
            f"advance.{name}",
            cite,
            refusal="not admitted" if self.after is None else "",
        )
        self.findings.problems.append(problem)

    def _behind(self, person: str) -> Advancing | None:
        rankings = (self.course.bracket.rankings[name] for name, _ in self.rules)
        listed: Iterable[Advancing] = (e for r in rankings for own in r.following.values() for e in own)
        return next((each for each in listed if each.person == person), None)

    def _entry(self, each: Advancing) -> Entry:
        known = self.course.schedule.last_end(self.after if self.after is not None else self.first - 1)
        subject, rule = Subject("seat", each.person), f"advance.{each.rule}"
        cite = self.cite[each.rule]
        return Entry("field", subject, Event(self.first), 0, known, known, rule, cite, each.cells, each.says)
