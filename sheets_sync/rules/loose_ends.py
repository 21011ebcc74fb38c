"""Rows that no rule takes up: they are said, never dropped in silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from sheets_sync.problems import Problem, Severity
from sheets_sync.records.awards import Award
from sheets_sync.records.entries import Entrant
from sheets_sync.records.facts import Facts
from sheets_sync.records.results import Result
from sheets_sync.rules.season.rule import Schedule
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.round_words import at_first, in_words
from sheets_sync.validation import nearest


def unraced(
    ruleset: Ruleset, schedule: Schedule, facts: Facts, raced: Collection[int], last: int | None
) -> list[Problem]:
    """Rounds that were jumped over, and cases and awards of rounds without a race result."""
    problems = []
    for each in ruleset.rounds:
        skipped = each.number not in raced and not schedule.is_cancelled(each.number)
        races = any(map(ruleset.is_race, ruleset.programme(each.number)))
        if last is not None and schedule.is_after(last, each.number) and skipped and races:
            message = f"{each.name} has no race results, though a later round has."
            problems.append(
                Problem(message, proposal="Look into the results tab.", severity=Severity.WARNING)
            )
    waiting = [(row.round, row.row.cell("round")) for row in facts.cases]
    waiting += [(row.round, row.row.cell("round")) for row in facts.awards]
    waiting += [(row.round, row.row.cell("round")) for row in facts.interruptions]
    for number, at in waiting:
        if number not in raced:
            message = f"{at_first(ruleset, number)} has no race results yet; the row waits."
            problems.append(Problem(message, at, severity=Severity.NOTE))
    return problems


def unknown_awards(ruleset: Ruleset, awards: Iterable[Award]) -> list[Problem]:
    """Codes that no points rule names."""
    rules = [rule.usual.for_ for rule in ruleset.points.values()]
    known = [rule.name.upper() for rule in rules if rule.kind == "code"]
    known += [word.upper() for tally in ruleset.tallies.values() for word in tally.usual.counts]
    known += [word.upper() for words in ruleset.tariff.usual.needs.values() for word in words]
    scopes = [scope for _, _, rule in ruleset.rules() for scope in (rule.usual, *rule.scopes)]
    known += [word.upper() for scope in scopes for word in scope.code or ()]
    return [
        Problem(
            f"No points rule names the code '{row.code}'. The row is left out.",
            row.row.cell("code"),
            nearest(row.code, known),
            rule="points",
        )
        for row in awards
        if row.code not in known
    ]


def awards_to_nobody(
    ruleset: Ruleset, awards: Iterable[Award], field: Mapping[str, str], entrants: Mapping[str, Entrant]
) -> list[Problem]:
    """Awards for drivers who held no place in that round."""
    return [
        Problem(
            f"{entrants[row.driver].driver} held no place in {in_words(ruleset, row.round)}. The row is left "
            "out.",
            row.row.cell("driver"),
            "Check the driver and the round.",
            rule="points",
        )
        for row in awards
        if row.driver not in field
    ]


def lonely_classes(ruleset: Ruleset, entries: Iterable[Entrant]) -> list[Problem]:
    """Where classes are scored: an entrant without one, and a class that looks like another one misspelt."""
    if not any(rule.usual.each == "class" for rule in ruleset.standings.values()):
        return []
    newcomer = ruleset.roster.usual.newcomer
    members: dict[str, list[Entrant]] = {}
    for entry in entries:
        members.setdefault(entry.car_class or newcomer or "", []).append(entry)
    problems = []
    for name, people in members.items():
        at = people[0].row.cell("car_class")
        if not name:
            message = f"{people[0].driver} has no class and stands in a table without a name."
            problems.append(Problem(message, at, "Fill in the class.", Severity.WARNING, "roster"))
        near = nearest(name, [each for each in members if each != name])
        if name and len(people) == 1 and near.startswith("Did you mean"):
            message = f"{people[0].driver} is the only one in the class '{name}'."
            problems.append(Problem(message, at, near, Severity.WARNING, "roster"))
    return problems


def waiting(ruleset: Ruleset, results: Collection[Result], driven: Collection[Result]) -> list[Problem]:
    """Results of races that can't have ended when the rows were read. ``driven``: those of all others."""
    counts: dict[int, int] = {}
    seen = {id(row) for row in driven}
    for row in results:
        if id(row) not in seen:
            counts[row.round] = counts.get(row.round, 0) + 1
    return [
        Problem(
            f"Results of {in_words(ruleset, number)} are there before the race has ended ({count}); they "
            "don't count yet.",
            proposal="Check the dates in the calendar, if they have been driven.",
            severity=Severity.NOTE,
        )
        for number, count in counts.items()
    ]


def unfinished(ruleset: Ruleset, missing: Mapping[int, str]) -> list[Problem]:
    """Rounds of which a race is missing, though a later round was raced. ``missing``: round -> which."""
    return [
        Problem(
            f"{ruleset.name_of(number)} isn't complete: there are no results of {what}, though a later round "
            "has some.",
            proposal="Look into the results tab; points among the whole round wait for it.",
            severity=Severity.WARNING,
        )
        for number, what in sorted(missing.items())
    ]
