"""`new`: an empty league, ready to be filled."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.commands.exit_codes import DONE, FAILED, UNUSABLE
from sheets_sync.commands.naming import named
from sheets_sync.commands.opening import stopped
from sheets_sync.commands.terminal import print_json, say
from sheets_sync.jobs.new_league.lay_out import lay_out


def run(name: str, folder: Path, league: str | None, as_json: bool) -> int:
    wanted, problems = named(name)
    ruleset, found = wanted.load() if wanted else (None, [])
    if ruleset is None:
        return stopped([*problems, *found], as_json, UNUSABLE)
    files, problems = lay_out(ruleset, folder, league or ruleset.document)
    if problems:
        return stopped(problems, as_json, FAILED)
    if as_json:
        print_json({"folder": str(folder), "files": [str(path) for path in files]})
        return DONE
    for path in files:
        say(f"Wrote {path}")
    say(f"\nFill in the tab Entries of {folder / 'coordinators.xlsx'}, save it, and see what is read:")
    say(f"  sheets-sync check {folder}")
    return DONE
