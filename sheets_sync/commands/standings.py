"""`standings`: the tables after the last round raced."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

from sheets_sync.commands.exit_codes import DONE, FAILED
from sheets_sync.commands.opening import count_words, open_league
from sheets_sync.commands.terminal import print_json, print_table, say
from sheets_sync.rules.season.season import Season
from sheets_sync.rules.standings.rule import Standing
from sheets_sync.tables.standings import full_name, is_provisional, latest, standings_table


def run(league: Path, as_of: str | None, as_json: bool) -> int:
    opened = open_league(league, as_of, as_json, say_unread=True)
    if opened.run is None:
        return opened.code
    season = opened.run.season
    tables = latest(season)
    if as_json:
        print_json({full_name(table): [_row(season, row) for row in table.rows] for table in tables})
        return opened.code
    for table in tables:
        whole = standings_table(season, table)
        ties = any(row.tie_break for row in table.rows)
        keys = [each.key for each in whole.columns if not each.extra or (ties and each.key == "tie_break")]
        print_table(whole, keys, spare=("tie_break", "team", "number"))
    if not tables and opened.code != FAILED:
        say("No round has been raced yet.")
    if opened.code != DONE:
        say(f"{count_words(opened.run.problems)}: sheets-sync check lists them.")
    return opened.code


def _row(season: Season, row: Standing) -> dict[str, object]:
    """``points`` and ``rounds`` are exact, as text; ``rounds`` are without ``penalties``, and with what is
    ``dropped``; ``carried``: brought along from another standing."""
    names = {each.number: each.name for each in season.ruleset.rounds}
    entrant = season.entrant(row.person) if row.person else None
    return {
        "rank": row.rank,
        "name": entrant.driver if entrant else row.seat,
        "points": exact(row.total),
        "change": row.change,
        "number": entrant.number if entrant else None,
        "team": entrant.team if entrant else row.seat,
        "replaces": [season.name(person) for person in row.predecessors],
        "carried": exact(row.carried),
        "rounds": {
            season.ruleset.name_of(number): exact(value) for number, value in sorted(row.rounds.items())
        },
        "penalties": exact(row.deductions),
        "floor": exact(row.raised.beside),
        "dropped": [names[number] for number in row.dropped] if row.drops_shown else [],
        "drops_to_come": [] if row.drops_shown else [names[number] for number in row.dropped],
        "tie_break": row.tie_break,
        "provisional": is_provisional(season, row),
    }


def exact(value: int | Fraction) -> str:
    return str(value)
