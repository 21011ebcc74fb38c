"""For the people who run the league: problems and open decisions. Always private."""

from __future__ import annotations

from collections.abc import Iterable

from sheets_sync.problems import Problem, Severity, place_key
from sheets_sync.rules.season.season import Season
from sheets_sync.tables.table import Column, Table


def problems_table(problems: Iterable[Problem]) -> Table:
    """Errors first, then warnings and notes, each group in the order of the tabs."""
    weight = {severity: index for index, severity in enumerate(Severity)}
    ordered = sorted(problems, key=lambda problem: (weight[problem.severity], place_key(problem)))
    columns = (
        Column("cell", "Where"),
        Column("severity", "Kind"),
        Column("message", "What is wrong"),
        Column("proposal", "What would be right"),
        Column("article", "Article"),
    )
    rows = tuple(
        (str(p.at or ""), p.severity.value, p.message, p.proposal or None, p.article or None) for p in ordered
    )
    return Table("problems", "Problems", columns, rows, "private", comes_and_goes=True)


def decisions_table(season: Season) -> Table:
    """The decisions that nobody has taken yet."""
    columns = (
        Column("id", "ID"),
        Column("question", "Question"),
        Column("about", "About"),
        Column("options", "Options"),
        Column("default", "Until then"),
        Column("article", "Article"),
        Column("cell", "Cell"),
    )
    rows = tuple(
        (
            each.id,
            each.question,
            each.subject.key if each.subject.kind == "race" else season.name(each.subject.key),
            " / ".join(each.options),
            each.default,
            each.article,
            str(each.cells[0]) if each.cells else None,
        )
        for each in season.decisions
        if each.is_open
    )
    return Table("open decisions", "Open decisions", columns, rows, "private", comes_and_goes=True)
