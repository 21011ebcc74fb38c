"""`announce`: the announcements, ready to be pasted."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.announce.render import RECORD, Rendered, render, render_record, save
from sheets_sync.commands.exit_codes import DONE, FAILED, UNUSABLE
from sheets_sync.commands.opening import open_league, problem_json, stopped
from sheets_sync.commands.terminal import print_json, print_problems, say
from sheets_sync.pipeline import Run
from sheets_sync.problems import Problem, has_errors
from sheets_sync.tables.explain import explain


def run(league: Path, keep: bool, driver: str | None, as_of: str | None, as_json: bool) -> int:
    opened = open_league(league, as_of, as_json, say_unread=True)
    if opened.run is None:
        return opened.code
    if driver is not None:
        return _record(opened.run, driver, as_json)
    rendered, problems = render(opened.run.setup.league, opened.run.season, opened.run.problems)
    if keep and any(each.blocks for each in opened.run.problems):
        say("Nothing is saved before that is mended.")
        return FAILED
    if keep:
        _, found = save(opened.run.setup.league, rendered)
        problems += found
    if as_json:
        texts = {each.template: list(each.messages) for each in rendered}
        print_json({"announcements": texts, "problems": [problem_json(each) for each in problems]})
    else:
        _print(opened.run, rendered, problems)
    if has_errors(problems):
        return FAILED
    return FAILED if opened.code == FAILED else DONE


def _print(run: Run, rendered: list[Rendered], problems: list[Problem]) -> None:
    print_problems(problems)
    if not run.setup.league.announcements:
        say("The league file names no announcements: add a list 'announcements' with their templates.")
    for each in rendered:
        for index, message in enumerate(each.messages, 1):
            say(f"----- {each.template}, message {index} of {len(each.messages)} -----")
            print(message)


def _record(run: Run, driver: str, as_json: bool) -> int:
    """One driver's own conduct, to be sent to that driver alone; it is never kept in a file."""
    found, problems = explain(run.season, driver, None)
    if found is None:
        return stopped(problems, as_json, UNUSABLE)
    texts = render_record(run.setup.league, run.season, found.person)
    if as_json:
        print_json({"announcements": {RECORD: texts}, "problems": []})
    else:
        say(f"----- {RECORD}, for {run.season.name(found.person)} alone -----")
        print("\n".join(texts))
    return DONE
