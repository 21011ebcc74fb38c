"""`new`: an empty league, ready to be filled."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sheets_sync.commands.exit_codes import DONE, FAILED, UNUSABLE
from sheets_sync.commands.naming import Named, named
from sheets_sync.commands.opening import stopped
from sheets_sync.commands.terminal import print_json, say
from sheets_sync.jobs.new_league.lay_out import lay_out
from sheets_sync.jobs.new_league.start import Start
from sheets_sync.problems import Problem
from sheets_sync.ruleset.model import Ruleset


def run(name: str, folder: Path, league: str | None, as_json: bool) -> int:
    wanted, problems = named(name)
    sources, _ = wanted.sources() if wanted else (None, [])
    start = Start.of(sources) if sources else Start()
    ruleset, found = _loaded(wanted, start) if wanted else (None, [])
    if ruleset is None:
        return stopped([*problems, *found], as_json, UNUSABLE)
    files, problems = lay_out(ruleset, folder, league or _called(ruleset, folder, start), start)
    if problems:
        return stopped(problems, as_json, FAILED)
    if as_json:
        print_json({"folder": str(folder), "files": [str(path) for path in files]})
        return DONE
    for path in files:
        say(f"Wrote {path}")
    say(f"\nFill in the tab Entries of {folder / 'coordinators.xlsx'}, save it, and see what is read:")
    say(f"  sheets-sync check {folder}")
    for line in start.says():
        say(line)
    return DONE


def _loaded(wanted: Named, start: Start) -> tuple[Ruleset | None, list[Problem]]:
    """The ruleset; one that leaves the rounds to its league with those that the league begins with."""
    return (wanted if wanted.changes else replace(wanted, changes=start.changes())).load()


def _called(ruleset: Ruleset, folder: Path, start: Start) -> str:
    """As its document; where that is nobody's in particular, as its folder."""
    return folder.resolve().name if start.rounds else ruleset.document
