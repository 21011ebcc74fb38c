"""`check`: every problem of a league, cell by cell."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.commands.opening import count_words, open_league, problem_json
from sheets_sync.commands.terminal import print_json, print_problems, say
from sheets_sync.problems import Severity, number_of
from sheets_sync.rules.ledger import Decision


def run(league: Path, as_of: str | None, as_json: bool) -> int:
    opened = open_league(league, as_of, as_json)
    if opened.run is None:
        return opened.code
    problems = sorted(opened.run.problems, key=lambda each: list(Severity).index(each.severity))
    decisions = [each for each in opened.run.season.decisions if each.is_open]
    if as_json:
        listed = [problem_json(each) for each in problems]
        print_json({"problems": listed, "open_decisions": [_decision(each) for each in decisions]})
        return opened.code
    print_problems(problems)
    for each in decisions:
        say(f"\nOpen decision {each.id}\n        {each.question}")
        say(f"        options: {', '.join(each.options)}; until it is answered: {each.default}")
    if decisions:
        say("")
    rows = sum(opened.run.gathered.rows.values())
    say(f"{opened.run.setup.league.name}: {number_of(rows, 'row')} read, {count_words(problems)}.")
    return opened.code


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "id": decision.id,
        "question": decision.question,
        "options": list(decision.options),
        "default": decision.default,
    }
