"""`doctor`: whether each spreadsheet of a league can be opened, read and written."""

from __future__ import annotations

from pathlib import Path

from sheets_sync import pipeline
from sheets_sync.commands.exit_codes import DONE, PROBLEMS, UNUSABLE
from sheets_sync.commands.opening import problem_json, stopped
from sheets_sync.commands.terminal import print_json, print_problems, say
from sheets_sync.jobs.doctor import Report, look_at
from sheets_sync.problems import has_errors


def run(league: Path, as_json: bool) -> int:
    setup, problems = pipeline.set_up(league)
    if setup is None:
        return stopped(problems, as_json, UNUSABLE)
    report = look_at(setup.league)
    if as_json:
        print_json(_json(report))
    else:
        _print(report)
    return PROBLEMS if has_errors(report.problems) else DONE


def _print(report: Report) -> None:
    if report.account:
        say(f"Signed in to Google as {report.account}.")
    print_problems(report.general)
    for each in report.spreadsheets:
        say(f"{each.name}: {each.address}")
        for finding in each.findings:
            if finding.problem is None:
                say(f"  well     {finding.what}")
            else:
                print_problems([finding.problem])
    if report.spent:
        say(report.spent)


def _json(report: Report) -> dict[str, object]:
    return {
        "account": report.account,
        "problems": [problem_json(each) for each in report.general],
        "spreadsheets": {
            each.name: [
                {"what": one.what, "problem": problem_json(one.problem) if one.problem else None}
                for one in each.findings
            ]
            for each in report.spreadsheets
        },
        "quota": report.spent,
    }
