"""`announce`: the announcements, ready to be pasted."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.announce.render import render, save
from sheets_sync.commands.exit_codes import DONE, FAILED
from sheets_sync.commands.opening import open_league, problem_json
from sheets_sync.commands.terminal import print_json, print_problems, say


def run(league: Path, keep: bool, as_of: str | None, as_json: bool) -> int:
    opened = open_league(league, as_of, as_json, say_unread=True)
    if opened.run is None:
        return opened.code
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
        print_problems(problems)
        if not opened.run.setup.league.announcements:
            say("The league file names no announcements: add a list 'announcements' with their templates.")
        for each in rendered:
            for index, message in enumerate(each.messages, 1):
                say(f"----- {each.template}, message {index} of {len(each.messages)} -----")
                print(message)
    if problems:
        return FAILED
    return FAILED if opened.code == FAILED else DONE
