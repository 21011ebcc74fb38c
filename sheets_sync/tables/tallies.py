"""Conduct: how a tally stands for every driver. Always private."""

from __future__ import annotations

from sheets_sync.rules.season.season import Season
from sheets_sync.rules.tallies.rule import Count, counts
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.tables.table import Cellable, Column, Kind, Table


def tally_table(season: Season, name: str) -> Table:
    """One tally: who has the least left, or the most counted, stands first."""
    rules = season.ruleset.tallies[name].usual
    people = dict.fromkeys(
        each.person for held in season.seats.holdings.values() for each in held if each.person
    )
    lines = counts(season.ruleset, name, season.entries, people)
    lines.sort(key=lambda line: (-line.total, season.name(line.person)))
    columns = [Column("driver", "Driver"), Column("team", "Team")]
    if rules.credit is not None:
        columns.append(Column("credit", "Credit", Kind.POINTS))
    columns.append(Column("spent", "Spent" if rules.credit is not None else "Counted", Kind.POINTS))
    if rules.credit is not None:
        columns.append(Column("left", "Left", Kind.POINTS))
    columns.append(Column("state", "State"))
    rows = tuple(_row(season, name, rules, line) for line in lines)
    return Table(name, f"{name.capitalize()} per driver", tuple(columns), rows, "private")


def _row(season: Season, name: str, rules: Tally, line: Count) -> tuple[Cellable, ...]:
    entrant = season.entrant(line.person)
    figures: tuple[Cellable, ...] = (line.total,)
    if rules.credit is not None:
        figures = (rules.credit, line.total, line.left)
    return (entrant.driver, entrant.team, *figures, _state_of(season, name, rules, line))


def _state_of(season: Season, name: str, rules: Tally, line: Count) -> str | None:
    """What is counted apart by a column has reached something only where something followed from it."""
    acted = any(each.rule == f"tallies.{name}" and each.person == line.person for each in season.penalties)
    return _state(rules, line) if rules.same is None or acted else None


def _state(rules: Tally, line: Count) -> str | None:
    if line.left is None:
        reached = [at for at in rules.at if line.total >= at.at]
        warned = rules.warn_at is not None and line.total >= rules.warn_at
        if reached:
            return f"threshold {max(reached, key=lambda each: each.at)} reached"
        return "warning" if warned else None
    if any(line.left <= at.at for at in rules.at):
        return "exhausted"
    if rules.warn_at is not None and line.left <= rules.warn_at:
        return "warning"
    return None
