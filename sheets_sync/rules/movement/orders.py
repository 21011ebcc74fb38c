"""Who has to move after a round whatever the ranking says, and who is spared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sheets_sync.cells import CellRef
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.serving import Carried, binds, carried, kind_of
from sheets_sync.rules.season.rule import LONG_AGO
from sheets_sync.ruleset.kinds.movement import Movement
from sheets_sync.ruleset.phrases import GONE, Sanction

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Mover:
    """A driver who moves, and why. ``known``: when that became known."""

    person: str
    says: str
    article: str
    cells: tuple[CellRef, ...]
    known: datetime = LONG_AGO


class Orders:
    """Demotions and promotions that are still to be carried out, and the statuses and bans of the round."""

    def __init__(self, course: Course, number: int) -> None:
        self.course, self.number = course, number
        following = [each for each in course.rounds if course.schedule.is_after(each, number)]
        held = [each for each in following if not course.schedule.is_cancelled(each)]
        after = next(iter(held), 10**6)
        sentences = course.sentences()
        self.open = [
            each.penalty
            for each in sentences
            if each.penalty.sanction in (Sanction.DEMOTION, Sanction.PROMOTION)
            and each.is_open
            and binds(each.penalty, course.schedule, after, "")
        ]
        self.gone = {each.penalty.person for each in sentences if each.penalty.sanction in GONE}
        self.bans = {
            (each.penalty.person, kind_of(each.penalty).casefold())
            for each in sentences
            if number in each.served
        }
        self.carried_out: list[Carried] = [carried(each) for each in self.open]

    def statuses(self, person: str) -> dict[str, tuple[CellRef, ...]]:
        """The statuses of a driver in the round, with the cells that say so."""
        found = {
            each.status: each.cells
            for each in self.course.absences
            if each.person == person and each.event.round == self.number
        }
        for event, runners in self.course.sessions.items():
            for runner in runners if event.round == self.number else ():
                if runner.person.key == person and runner.result.status:
                    found[runner.status] = runner.result.row.cells("driver", "status")
        return found

    def of(self, sanction: Sanction, person: str) -> list[Penalty]:
        return [each for each in self.open if each.sanction is sanction and each.person == person]

    def first_down(self, rules: Movement | None, people: Iterable[str]) -> list[Mover]:
        """Those who go down whatever the ranking says, in the order of ``first_down``, then all others."""
        members, found = list(people), dict[str, Mover]()
        for name in rules.first_down if rules is not None else ():
            for person in members:
                mover = self._by_status(rules, name, person) or self._by_tally(name, person)
                if mover is not None:
                    found.setdefault(person, mover)
        for mover in self.ordered(Sanction.DEMOTION, members):
            found.setdefault(mover.person, mover)
        return list(found.values())

    def ordered(self, sanction: Sanction, people: Iterable[str]) -> list[Mover]:
        """Those of whom it was decided, in the order in which it became known."""
        members = set(people)
        own = [each for each in self.open if each.sanction is sanction and each.person in members]
        own.sort(key=lambda each: (each.known, each.cells))
        return list({each.person: _by_penalty(each) for each in reversed(own)}.values())[::-1]

    def _by_status(self, rules: Movement | None, name: str, person: str) -> Mover | None:
        cells = self.statuses(person).get(name)
        if cells is None or rules is None:
            return None
        article = rules.cite("first_down")
        return Mover(person, f"{name} in round {self.number}", article, cells)

    def _by_tally(self, name: str, person: str) -> Mover | None:
        own = [each for each in self.of(Sanction.DEMOTION, person) if each.rule == f"tallies.{name}"]
        return _by_penalty(own[0]) if own else None

    def is_spared(self, rules: Movement, person: str) -> bool:
        words = {word.casefold() for word in rules.spare}
        statuses = {status.casefold() for status in self.statuses(person)}
        return bool(words & statuses) or any((person, word) in self.bans for word in words)


def _by_penalty(penalty: Penalty) -> Mover:
    return Mover(penalty.person, penalty.says, penalty.article, penalty.cells, penalty.known)
