"""`revisions`: the dated revisions of a round's results."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.commands.exit_codes import DONE, UNUSABLE
from sheets_sync.commands.opening import open_league, stopped
from sheets_sync.commands.terminal import print_json, say
from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.rules.season.revisions import Revision, revisions
from sheets_sync.rules.season.season import Season


def run(league: Path, name: str, as_json: bool) -> int:
    opened = open_league(league, None, as_json, say_unread=True)
    if opened.run is None:
        return opened.code
    season = opened.run.season
    number = _round(season, name)
    if number is None or number not in season.standings:
        raced = ", ".join(season.ruleset.name_of(each) for each in season.standings) or "none"
        problem = Problem(f"'{name}' is no round that was raced.", None, f"Raced so far: {raced}.")
        return stopped([problem], as_json, UNUSABLE)
    found = revisions(season, number)
    if as_json:
        print_json({"round": season.ruleset.name_of(number), "revisions": [_json(season, e) for e in found]})
        return DONE
    for each in found:
        _print(season, each)
    say(f'The results of an older one: sheets-sync tables {league} --as-of "YYYY-MM-DD HH:MM"')
    return DONE


def _round(season: Season, name: str) -> int | None:
    words = {fold(each.name): each.number for each in season.ruleset.rounds}
    words |= {f"r{each.number}": each.number for each in season.ruleset.rounds}
    words |= {str(each.number): each.number for each in season.ruleset.rounds}
    return words.get(fold(name))


def _json(season: Season, each: Revision) -> dict[str, object]:
    at = each.at.astimezone(season.ruleset.season.usual.zone).isoformat()
    return {"revision": each.number, "at": at, "changes": list(each.changes), "signed_by": each.signed}


def _print(season: Season, each: Revision) -> None:
    at = each.at.astimezone(season.ruleset.season.usual.zone)
    signed = f", signed by {each.signed}" if each.signed else ""
    say(f"Revision {each.number}, {at:%a %d %b %Y %H:%M}{signed}")
    for change in each.changes or ("as raced",):
        say(f"  {change}")
