"""ballast: weight for places, or for the standing.

``for: place`` gives the values of ``table`` from the first place of a session down, as it is classified in
the end; without ``sessions`` of every race. The name of a session gives them for the places in it, the name
of a standing for the ranks after the round. Who has no place, or whose status brings no points, gets
nothing. ``among`` compares the drivers of a pool, or of a class; ``scale`` acts on the table.

What is earned in a round is carried in the next one that is held, whether the driver takes part or not;
with ``lasts: 2 rounds`` in the next two, with ``season`` in all that follow. What is carried adds up, to no
more than ``at_most`` for each rule. ``unit: s`` counts seconds instead of kilograms, on an account of its
own. The sanction `20 kg` comes on top, in the round that it binds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from sheets_sync.cells import CellRef
from sheets_sync.problems import Problem
from sheets_sync.rules.classification.rule import Classification, Classified
from sheets_sync.rules.ledger import Entry, Event, Subject
from sheets_sync.rules.points.tables import table_of, value_of
from sheets_sync.rules.sanctions.serving import Sentence, binding
from sheets_sync.rules.season.rule import Schedule
from sheets_sync.ruleset.kinds.ballast import Ballast
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import OUT, Sanction
from sheets_sync.ruleset.round_words import in_words
from sheets_sync.ruleset.values import Number, simplest

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course

PREFIX = "ballast."
Place = tuple[str, int, Event, str, tuple[CellRef, ...]]


def award_ballast(course: Course, number: int) -> list[Entry]:
    """What a round that was raced brings its drivers for what comes."""
    return [entry for name in course.ruleset.ballast for entry in _award(course, name, number)]


def _award(course: Course, name: str, number: int) -> Iterator[Entry]:
    usual = course.ruleset.ballast[name].usual
    if usual.for_.kind == "named" and usual.for_.name in course.ruleset.standings:
        rules = course.ruleset.ballast[name].at(course.ruleset.where(number))
        if rules is not None:
            places = list(_ranks(course, rules, number))
            yield from _entries(course, name, rules, places, len(places))
        return
    for classification in course.round_classifications(number):
        event = classification.event
        rules = course.ruleset.ballast[name].at(course.ruleset.where(number, event.session, event.pool))
        if rules is not None and _is_meant(course.ruleset, rules, event.session):
            places = list(_places(rules, classification))
            yield from _entries(course, name, rules, places, classification.starters)


def _is_meant(ruleset: Ruleset, rules: Ballast, session: str) -> bool:
    if rules.for_.kind == "named":
        return session == rules.for_.name
    return rules.sessions is not None or ruleset.is_race(session)


def _places(rules: Ballast, classification: Classification) -> Iterator[Place]:
    """Who has a place that counts; among a class the place in it."""
    ahead: dict[str, int] = {}
    for row in classification.rows:
        if row.place is None:
            continue
        group = row.runner.car_class if rules.among == "class" else ""
        ahead[group] = ahead.get(group, 0) + 1
        place = ahead[group] if rules.among == "class" else row.place
        if _counts(row):
            event = classification.event
            says = f"P{place} in the {event.session} of round {event.round}"
            cells = row.runner.result.row.cells("driver", "place", "total_time", "best_lap")
            yield row.runner.person.key, place, event, says, cells


def _counts(row: Classified) -> bool:
    disqualified = any(penalty.sanction in OUT for penalty in row.penalties)
    return row.runner.meaning.points != "none" and row.runner.meaning.starts and not disqualified


def _ranks(course: Course, rules: Ballast, number: int) -> Iterator[Place]:
    for table in course.standings[number]:
        if table.name == rules.for_.name:
            for row in table.rows:
                says = f"{row.rank} in {table.name} after {in_words(course.ruleset, number)}"
                if row.person in course.seats.entrants:
                    cells = course.seats.entrants[row.person].row.cells("driver")
                    yield row.person, row.rank, Event(number), says, cells


def _entries(
    course: Course, name: str, rules: Ballast, places: Iterable[Place], starters: int
) -> Iterator[Entry]:
    if rules.table == "ask":
        _ask(course, name, rules)
        return
    table = table_of(course.ruleset, rules.table, starters)
    for person, place, event, says, cells in places:
        amount = Fraction(value_of(table, place)) * Fraction(rules.scale)
        if amount:
            ended = course.schedule.last_end(event.round)
            subject, rule = Subject("person", person), f"ballast.{name}"
            article, worth = rules.cite("table"), simplest(amount)
            yield Entry(PREFIX + name, subject, event, worth, ended, ended, rule, article, cells, says)


def _ask(course: Course, name: str, rules: Ballast) -> None:
    """Said once, when it is needed for the first time."""
    message = (
        f"ballast > {name} > table: {course.ruleset.document} leaves it open, so that nobody carries any. "
        "Write it into the league's file."
    )
    problem = Problem(message, rule=f"ballast.{name}", article=rules.cite("table"))
    if problem not in course.findings.problems:
        course.findings.problems.append(problem)


def carried(course: Course, number: int) -> dict[str, Number]:
    """person -> what they carry in that round, kg."""
    return carried_by(
        course.ruleset,
        course.schedule,
        course.findings.entries,
        course.sentences(),
        number,
        course.seats.field(number),
    )


def carried_by(
    ruleset: Ruleset,
    schedule: Schedule,
    entries: Iterable[Entry],
    sentences: Iterable[Sentence],
    number: int,
    field: Mapping[str, str],
    unit: Literal["kg", "s"] = "kg",
) -> dict[str, Number]:
    """person -> what those of the field carry in that round, in that unit."""
    by_rule: dict[tuple[str, str], Fraction] = {}
    for entry in entries:
        rules = _rules(ruleset, entry)
        if rules is not None and rules.unit == unit and _lasts(ruleset, schedule, rules, entry, number):
            key = (entry.account, entry.subject.key)
            by_rule[key] = by_rule.get(key, Fraction(0)) + Fraction(entry.amount)
    total: dict[str, Fraction] = {}
    for (name, person), amount in by_rule.items():
        rule = ruleset.ballast[name.removeprefix(PREFIX)]
        most = (rule.at(ruleset.where(number)) or rule.usual).at_most
        capped = amount if most is None else min(amount, Fraction(most))
        total[person] = total.get(person, Fraction(0)) + capped
    for person, amount in _sanctions(schedule, sentences, number) if unit == "kg" else ():
        total[person] = total.get(person, Fraction(0)) + amount
    return {person: simplest(amount) for person, amount in total.items() if amount and person in field}


def _rules(ruleset: Ruleset, entry: Entry) -> Ballast | None:
    if not entry.account.startswith(PREFIX):
        return None
    rule, event = ruleset.ballast[entry.account.removeprefix(PREFIX)], entry.event
    return rule.at(ruleset.where(event.round, event.session, event.pool)) or rule.usual


def _lasts(ruleset: Ruleset, schedule: Schedule, rules: Ballast, entry: Entry, number: int) -> bool:
    """Whether what was earned there is still carried; a round that is cancelled isn't counted."""
    own, last = schedule.turn(entry.event.round), schedule.turn(number)
    between = [each.number for each in ruleset.rounds if own < schedule.turn(each.number) <= last]
    held = [each for each in between if each == number or not schedule.is_cancelled(each)]
    return bool(held) and (rules.lasts == "season" or len(held) <= rules.lasts)


def _sanctions(
    schedule: Schedule, sentences: Iterable[Sentence], number: int
) -> Iterator[tuple[str, Fraction]]:
    """The kilograms of sanctions that bind that round, or were carried in it."""
    own: dict[str, list[Sentence]] = {}
    for each in sentences:
        if each.penalty.sanction is Sanction.BALLAST:
            own.setdefault(each.penalty.person, []).append(each)
    for person, found in own.items():
        bound = [*binding(found, schedule, number, ""), *(each for each in found if number in each.served)]
        for each in bound:
            yield person, Fraction(each.penalty.amount)
