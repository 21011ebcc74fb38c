"""The stewards' desk as a view: for private announcements only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sheets_sync.announce.views import Desk, OpenCase, OpenDecision, TallyLine
from sheets_sync.problems import Problem, Severity
from sheets_sync.rules.cases.rule import State
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.results import round_name
from sheets_sync.tables.tallies import tally_table


def desk_view(season: Season, problems: Iterable[Problem]) -> Desk:
    """Open decisions, unclosed cases, tallies near a threshold, and how many problems there are."""
    decisions = tuple(
        OpenDecision(each.id, each.question, ", ".join(each.options), each.default)
        for each in season.decisions
        if each.is_open
    )
    severities = [problem.severity for problem in problems]
    counts = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return Desk(decisions, tuple(_cases(season)), tuple(_tallies(season)), *counts)


def _cases(season: Season) -> Iterator[OpenCase]:
    contestable = season.ruleset.cases.usual.contest is not None
    unclosed = {State.OPEN, State.CONTESTED} | ({State.DECIDED} if contestable else set())
    for case in season.cases:
        if case.state in unclosed:
            name, where = season.name(case.row.driver), round_name(season, case.event.round)
            undecided = case.state is State.OPEN
            overdue = undecided and case.due is not None and season.now > case.due
            due = case.due if undecided else None
            yield OpenCase(case.row.case, name, where, case.state.value, due, overdue)


def _tallies(season: Season) -> Iterator[TallyLine]:
    for name in season.ruleset.tallies:
        table = tally_table(season, name)
        index = {column.key: position for position, column in enumerate(table.columns)}
        figure = "left" if "left" in index else "spent"
        for row in table.rows:
            if row[index["state"]]:
                amount = f"{row[index[figure]]} {'left' if figure == 'left' else 'counted'}"
                yield TallyLine(name, str(row[index["driver"]]), amount, str(row[index["state"]]))
