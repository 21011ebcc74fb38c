"""`check`: every problem of a league, cell by cell."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.commands.opening import count_words, open_league, problem_json
from sheets_sync.commands.terminal import print_json, print_problems, print_table, say
from sheets_sync.problems import Severity


def run(league: Path, as_of: str | None, as_json: bool) -> int:
    opened = open_league(league, as_of, as_json)
    if opened.run is None:
        return opened.code
    problems = sorted(opened.run.problems, key=lambda each: list(Severity).index(each.severity))
    decisions = [each for each in opened.run.season.decisions if each.is_open]
    if as_json:
        open_ids = [{"id": each.id, "question": each.question, "default": each.default} for each in decisions]
        print_json({"problems": [problem_json(each) for each in problems], "open_decisions": open_ids})
        return opened.code
    print_problems(problems)
    if decisions:
        print_table(opened.run.tables["open decisions"], ["id", "question", "options", "default"])
    rows = sum(opened.run.gathered.rows.values())
    read = f"{rows} row{'' if rows == 1 else 's'} read"
    say(f"{opened.run.setup.league.name}: {read}, {count_words(problems)}.")
    return opened.code
