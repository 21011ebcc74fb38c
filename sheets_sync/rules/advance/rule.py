"""advance: the best of a ranking go on.

A rule is decided ``after`` a round, by its name, or after the ``entries``. It ranks ``by`` measures:
``place``, the place in that round's last race; ``best lap``, over all its sessions and pools; the name of a
standing; a column of the entries. Who has no place in the round isn't ranked, unless a standing decides.
``take`` is a range of that ranking: of everybody together, or ``from_each`` pool or class. With ``best``
and ``best_by`` only so many of those who were taken go on, such as the best of the three drivers in 10th
place. Two who are level at the last place are reported; the upper row of the entry list goes on.

``into`` a later round: only who has advanced is in its field, its pools and its grids. Several rules may
lead into one round. ``into: field`` selects who takes part at all, ``into: reserves`` makes reserves,
numbered in the order of the ranking; up to that round everybody who entered may race. Who isn't among them
is listed as not admitted, on the row of the entry list. A role or a reserve number that stands in the entry
list wins over a selection after a round, and where they differ it is said. ``mark`` is a text that stands
beside these drivers in the results.

Nothing is decided before every pool of the round has raced; until its results are final, it is provisional.
Who withdraws or is removed before the round leaves a place: with ``vacated: next`` it goes to who comes
next in the ranking, of that pool or class, or in the ranking of a race that was driven since; with
``empty`` to nobody. Where a reserve takes the seat over, the place goes along. A result of somebody who
hasn't advanced counts, and is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.advance.admission import admit
from sheets_sync.rules.advance.bracket import Place, decided_after, fill_vacated, target
from sheets_sync.rules.advance.candidates import candidates
from sheets_sync.rules.advance.rankings import Advancing, ranking
from sheets_sync.rules.classification.sessions import Runner
from sheets_sync.rules.ledger import Entry, Event, Findings, Subject
from sheets_sync.rules.season.completeness import is_complete
from sheets_sync.ruleset.kinds.advance import Advance

if TYPE_CHECKING:
    from sheets_sync.rules.course import Course


@dataclass(frozen=True, slots=True)
class Qualified:
    """Who goes on into a round: ``people`` in the order of their ranking, each with how (``says``).
    ``missing``: the rules that aren't decided yet; ``provisional``: whether a deciding result isn't final."""

    round: int
    people: tuple[str, ...]
    says: tuple[str, ...]
    article: str
    missing: tuple[str, ...] = ()
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A driver who is marked in the results of a round."""

    person: str
    round: int
    text: str
    article: str


def qualify(course: Course, after: int | None) -> Findings:
    """Decides who goes on after a round that was raced (None: from the entries). Changes the course."""
    findings = Findings()
    rules = _decided(course, after)
    if not rules or (after is not None and not is_complete(course, after)):
        return findings
    for name, settings in rules:
        found = ranking(course, name, settings, after, candidates(course, settings, after))
        findings.problems += found.problems
        course.bracket.rankings[name] = found
        if settings.mark and after is not None:
            cite = settings.cite("mark")
            course.marked += [Marked(each.person, after, settings.mark, cite) for each in found.advancing]
        into = target(course.ruleset, name)
        if into is not None:
            course.bracket.places.setdefault(into, [])
            course.bracket.places[into] += _places(course, found.advancing, into)
            findings.entries += [_entry(course, settings, each, into) for each in found.advancing]
    selecting = [(name, settings) for name, settings in rules if settings.into in ("field", "reserves")]
    if selecting:
        findings.add(admit(course, selecting, after))
    _tell(course)
    return findings


def _decided(course: Course, after: int | None) -> list[tuple[str, Advance]]:
    """The rules that are decided now, as they hold there."""
    rules = course.ruleset.advance
    if after is None:
        return [(name, rule.usual) for name, rule in rules.items() if rule.usual.after == "entries"]
    where = course.ruleset.where(after)
    found = [
        (name, rule.at(where)) for name, rule in rules.items() if decided_after(course.ruleset, name) == after
    ]
    return [(name, settings) for name, settings in found if settings is not None]


def _places(course: Course, advancing: Iterable[Advancing], into: int) -> list[Place]:
    """The places of those who go on, each once however many rules lead them there."""
    taken = {place.seat for place in course.bracket.places.get(into, ())}
    found = []
    for each in advancing:
        seat = course.seats.seat_of(each.person, into) or each.person
        if seat not in taken:
            taken.add(seat)
            found.append(Place(seat, each))
    return found


def _entry(course: Course, rules: Advance, each: Advancing, into: int) -> Entry:
    seat = course.seats.seat_of(each.person, into) or each.person
    known = course.schedule.last_end(decided_after(course.ruleset, each.rule) or 0)
    subject, cite = Subject("seat", seat), rules.cite("take")
    return Entry(
        "field", subject, Event(into), 0, known, known, f"advance.{each.rule}", cite, each.cells, each.says
    )


def settle(course: Course, number: int) -> Findings:
    """Before a round: who left since is followed, and a round that nobody has advanced into yet is said."""
    findings = Findings()
    follow(course, number)
    if number in course.bracket.rounds and number not in course.qualified:
        names = [name for name in course.ruleset.advance if target(course.ruleset, name) == number]
        after = {decided_after(course.ruleset, name) for name in names}
        rounds = " and ".join(course.ruleset.name_of(each) for each in sorted(filter(None, after)))
        where = course.ruleset.name_of(number)
        message = f"Nobody has advanced into the {where} yet: {rounds} isn't complete."
        hint = "Look into the results tab."
        findings.problems.append(Problem(message, None, hint, Severity.WARNING, "advance"))
    return findings


def follow(course: Course, number: int) -> None:
    """The places of those who have left before that round go on. Changes the course."""
    fill_vacated(course, number)
    _tell(course)


def _tell(course: Course) -> None:
    """Writes down who is qualified for every round of the bracket."""
    ruleset, bracket = course.ruleset, course.bracket
    for into, places in bracket.places.items():
        leading = [name for name in ruleset.advance if target(ruleset, name) == into]
        rules = list(dict.fromkeys([*leading, *(place.by.rule for place in places)]))
        known = [name for name in rules if name in bracket.rankings]
        held = [(course.seats.holder(place.seat, into), place.by.says) for place in places]
        there = [(person, says) for person, says in held if person is not None]
        course.qualified[into] = Qualified(
            into,
            tuple(person for person, _ in there),
            tuple(says for _, says in there),
            ", ".join(dict.fromkeys(ruleset.advance[name].usual.cite("after") for name in known)),
            tuple(name for name in rules if name not in known),
            any(_is_open(course, decided_after(ruleset, name)) for name in known),
        )


def _is_open(course: Course, number: int | None) -> bool:
    state = course.states.get(number) if number is not None else None
    return state is not None and state.word != "final"


def uninvited(course: Course, number: int, runners: Iterable[Runner]) -> list[Problem]:
    """A warning on each result of somebody who hasn't advanced into the round."""
    qualified = course.qualified.get(number)
    if qualified is None or number not in course.bracket.rounds or qualified.missing:
        return []
    where = course.ruleset.name_of(number)
    hint = "Check the name, or the results that decided it."
    rows = {r.person.key: r for r in runners if r.person.key not in qualified.people}
    return [
        Problem(
            f"{runner.person.driver} hasn't advanced into the {where}. The row counts all the same.",
            runner.result.row.cell("driver"),
            hint,
            Severity.WARNING,
            "advance",
            qualified.article,
        )
        for runner in rows.values()
    ]
