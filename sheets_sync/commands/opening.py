"""What every command begins with: load the league, look at the clock, read and compute."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sheets_sync import pipeline
from sheets_sync.cells import CellRef
from sheets_sync.commands.exit_codes import DONE, FAILED, PROBLEMS, UNUSABLE
from sheets_sync.commands.terminal import print_json, print_problems, progress
from sheets_sync.jobs.run import now_of
from sheets_sync.pipeline import Run
from sheets_sync.problems import FileLine, Place, Problem, Severity, has_errors


@dataclass(frozen=True, slots=True)
class Opened:
    """``run`` is None where the league can't be used; then ``code`` is what to leave with."""

    run: Run | None
    code: int


def open_league(
    path: Path, as_of: str | None, as_json: bool, say_unread: bool = False, writes: bool = False
) -> Opened:
    """Loads and computes a league. Mistakes in league.yaml or the ruleset are printed, all of them;
    ``say_unread``: files that can't be read too; ``writes``: whether the command may write."""
    setup, problems = pipeline.set_up(path)
    if setup is None:
        return _unusable(problems, as_json)
    now, found = now_of(setup, as_of)
    if found:
        return _unusable(found, as_json)
    with progress(quiet=as_json) as report:
        run = pipeline.compute(setup, now, report, writes)
    code = code_of(run)
    if say_unread and not as_json:
        print_problems(each for each in run.problems if each.blocks)
    return Opened(run, code)


def code_of(run: Run) -> int:
    """0; 1 with errors in the data; 4 where a spreadsheet couldn't be read at all."""
    if len(run.snapshots) < len(run.setup.league.spreadsheets):
        return FAILED
    return PROBLEMS if has_errors(run.problems) else DONE


def _unusable(problems: list[Problem], as_json: bool) -> Opened:
    return Opened(None, stopped(problems, as_json, UNUSABLE))


def stopped(problems: list[Problem], as_json: bool, code: int) -> int:
    """Says why a command can't go on, and gives the code to leave with."""
    if as_json:
        print_json({"problems": [problem_json(each) for each in problems]})
    else:
        print_problems(problems)
    return code


def problem_json(problem: Problem) -> dict[str, object]:
    return {
        "severity": problem.severity.value,
        "at": place_json(problem.at),
        "message": problem.message,
        "proposal": problem.proposal,
        "rule": problem.rule,
        "article": problem.article,
    }


def place_json(at: Place | None) -> dict[str, object] | None:
    if at is None:
        return None
    if isinstance(at, CellRef):
        return {"spreadsheet": at.spreadsheet, "tab": at.tab, "cell": at.a1}
    if isinstance(at, FileLine):
        return {"file": str(at.path), "line": at.line}
    return {"spreadsheet": at.spreadsheet, "tab": at.tab}


def count_words(problems: tuple[Problem, ...] | list[Problem]) -> str:
    """``3 errors, 1 warning``."""
    counts = [(each.value, sum(problem.severity is each for problem in problems)) for each in Severity]
    words = [f"{count} {word}{'' if count == 1 else 's'}" for word, count in counts if count]
    return ", ".join(words) or "no problems"
