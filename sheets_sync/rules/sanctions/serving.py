"""Serving: a ban or a grid penalty binds the first round that the driver enters after it became known.

What was raced is a fact: a sanction is marked as served there, and a row that shouldn't be there is said.
Bans of the same kind are served one after the other; places and kilograms of one round add up. What was
served before its decision was overturned stays served; where the same was decided anew, it counts for that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from sheets_sync.records.names import fold
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.season.rule import LONG_AGO, Schedule
from sheets_sync.ruleset.phrases import BELONGING, LATER, Phrase, Sanction

_ONE_BY_ONE = frozenset({Sanction.SESSION_BAN, Sanction.ROUND_BAN})


Carried = tuple[str, int, Phrase, str, datetime]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sanction for later. ``served``: the rounds in which it was; ``needed``: in how many it has to be."""

    penalty: Penalty
    served: tuple[int, ...] = ()

    @property
    def needed(self) -> int:
        several = self.penalty.sanction in _ONE_BY_ONE
        return int(self.penalty.amount) if several else 1

    @property
    def left(self) -> int:
        """In how many rounds it would still have to be served."""
        return max(self.needed - len(self.served), 0)

    @property
    def is_open(self) -> bool:
        return self.left > 0 and self.penalty.undone is None


@dataclass(frozen=True, slots=True)
class Held:
    """What the rounds that were raced say: ``rounds`` in order; ``entered``: round -> who started in it;
    ``pools``: (round, person) -> the pool they raced in, or would have; ``carried_out``: demotions and
    promotions -> the round after which the movement carried them out."""

    rounds: tuple[int, ...] = ()
    entered: Mapping[int, Collection[str]] = field(default_factory=dict)
    pools: Mapping[tuple[int, str], str] = field(default_factory=dict)
    carried_out: Mapping[Carried, int] = field(default_factory=dict)


def sentences(penalties: Iterable[Penalty], schedule: Schedule, held: Held) -> list[Sentence]:
    """Every sanction for later, with the rounds in which it was served; what was overturned before that isn't
    one."""
    by_person: dict[str, list[Penalty]] = {}
    for penalty in penalties:
        if penalty.sanction in LATER | BELONGING and not penalty.phrase.suspended:
            by_person.setdefault(penalty.person, []).append(penalty)
    found: list[Sentence] = []
    for person, own in by_person.items():
        own.sort(key=lambda each: (each.known, each.event.round, each.cells))
        found += _served(person, own, schedule, held)
    return found


def _served(person: str, own: list[Penalty], schedule: Schedule, held: Held) -> list[Sentence]:
    made = [Sentence(penalty, _carried_out(penalty, held)) for penalty in own]
    for number in held.rounds:
        bound = binding(made, schedule, number, held.pools.get((number, person), ""))
        here = bound if person in held.entered.get(number, ()) else _round_bans(bound)
        for sentence in here:
            for each in (sentence, *_anew(made, sentence)):
                made[made.index(each)] = replace(each, served=(*each.served, number))
    return [each for each in made if each.penalty.undone is None or (each.served and not _anew(made, each))]


def _anew(made: Iterable[Sentence], sentence: Sentence) -> list[Sentence]:
    """The same sanction for the same case, as it was decided anew once this decision didn't hold any more."""
    old = sentence.penalty
    if old.undone is None or old.case is None:
        return []
    return [each for each in made if _is_anew(each.penalty, old, old.undone, old.case.row.case)]


def _is_anew(new: Penalty, old: Penalty, undone: datetime, case: str) -> bool:
    same = new.case is not None and fold(new.case.row.case) == fold(case)
    return same and new is not old and kind_of(new) == kind_of(old) and new.known >= undone


def carried(penalty: Penalty) -> Carried:
    """What a demotion or promotion is known by, once a movement has carried it out."""
    return penalty.person, penalty.event.round, penalty.phrase, penalty.rule, penalty.known


def _carried_out(penalty: Penalty, held: Held) -> tuple[int, ...]:
    number = held.carried_out.get(carried(penalty))
    return () if number is None else (number,)


def _round_bans(bound: Iterable[Sentence]) -> list[Sentence]:
    """Who doesn't enter a round serves nothing in it but a ban of the whole round."""
    return [each for each in bound if each.penalty.sanction is Sanction.ROUND_BAN]


def binding(own: Iterable[Sentence], schedule: Schedule, number: int, pool: str) -> list[Sentence]:
    """Which of a driver's sentences that aren't served bind that round; of bans of one kind the first."""
    found: list[Sentence] = []
    for each in own:
        penalty = each.penalty
        if not each.left or not binds(penalty, schedule, number, pool) or penalty.sanction in BELONGING:
            continue
        kind = (penalty.sanction, penalty.phrase.name)
        earlier = [(other.penalty.sanction, other.penalty.phrase.name) for other in found]
        if penalty.sanction not in _ONE_BY_ONE or kind not in earlier:
            found.append(each)
    if _round_bans(found):
        return _round_bans(found)
    return found


def binds(penalty: Penalty, schedule: Schedule, number: int, pool: str) -> bool:
    """Whether it was known, and still held, before that race started, or the session that it is a ban from.
    Without dates: whether it is of an earlier round."""
    if not schedule.is_after(number, penalty.event.round):
        return False
    slot = schedule.slot(number, pool)
    start = slot.start if pool else first_start(schedule, number)
    if penalty.sanction is Sanction.SESSION_BAN:
        start = slot.sessions.get(penalty.phrase.name, start)
    if start is None:
        return penalty.undone is None
    held = penalty.undone is None or start < penalty.undone
    return held and (penalty.known == LONG_AGO or penalty.known < start)


def first_start(schedule: Schedule, number: int) -> datetime | None:
    """When the first pool starts."""
    starts = [slot.start for slot in schedule.of_round(number) if slot.start]
    return min(starts, default=None)


def overturned(penalties: Iterable[Penalty], found: Collection[Sentence]) -> list[Sentence]:
    """What was overturned before it was served: none of the sentences ``found``."""
    gone = (each for each in penalties if each.undone is not None and each.sanction in LATER | BELONGING)
    idle = (each for each in gone if not each.phrase.suspended)
    return [Sentence(each) for each in idle if all(each != other.penalty for other in found)]


def kind_of(penalty: Penalty) -> str:
    """The sanction's account: ``qualifying ban`` whatever the length."""
    phrase = penalty.phrase
    if phrase.sanction is Sanction.SECONDS:
        return "seconds"
    return f"{phrase.name} ban" if phrase.sanction is Sanction.SESSION_BAN else str(phrase.sanction.value)
