"""`rules lint`: what a ruleset says that can't be meant, line by line."""

from __future__ import annotations

from sheets_sync.commands.exit_codes import DONE, PROBLEMS
from sheets_sync.commands.naming import Named, all_named
from sheets_sync.commands.opening import count_words, problem_json
from sheets_sync.commands.terminal import print_json, print_problems, say
from sheets_sync.problems import Problem, Severity, has_errors
from sheets_sync.ruleset.lint.findings import findings


def run(name: str, as_json: bool) -> int:
    wanted, problems = all_named(name)
    found = {each.name: _found(each) for each in wanted}
    everything = [*problems, *(problem for each in found.values() for problem in each)]
    if as_json:
        listed = {name: [problem_json(each) for each in these] for name, these in found.items()}
        print_json({"rulesets": listed, "problems": [problem_json(each) for each in problems]})
    else:
        _print(found, problems)
    return PROBLEMS if has_errors(everything) else DONE


def _found(named: Named) -> list[Problem]:
    """Errors first, then warnings and notes, each down the file."""
    found = findings(named.name, named.folders, named.at, named.changes)
    return sorted(found, key=lambda each: list(Severity).index(each.severity))


def _print(found: dict[str, list[Problem]], problems: list[Problem]) -> None:
    print_problems(problems)
    for name, these in found.items():
        print_problems(these)
        say(f"{name}: {count_words(these)}.")
