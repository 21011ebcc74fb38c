"""The text of a new league's league.yaml."""

from __future__ import annotations

from collections.abc import Iterable

from sheets_sync.jobs.new_league.outputs import Output
from sheets_sync.jobs.new_league.start import Start
from sheets_sync.jobs.yaml_text import on_a_line, quoted
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard.uses import Uses

_TEXT = """\
# {name}: tabs and headers are the standard ones, so that nothing has to be mapped.
# sheets-sync rules tabs {folder} lists them; docs/league-file.md explains each setting.
league: {league}
ruleset: {ruleset}

spreadsheets:
  coordinators: {{path: coordinators.xlsx, access: private}}
  public: {{path: public.xlsx, access: public}}

read: standard

write:
{write}

announcements:
{announcements}

{rules}"""


def league_text(name: str, folder: str, ruleset: Ruleset, outputs: Iterable[Output], start: Start) -> str:
    """league.yaml as a whole. ``folder`` is how a person would call the league."""
    return _TEXT.format(
        name=on_a_line(name),
        folder=on_a_line(folder),
        league=quoted(on_a_line(name)),
        ruleset=quoted(ruleset.name),
        write="\n".join([*map(_write, outputs), *_by_class(ruleset)]),
        announcements="\n".join(f"  - {each}" for each in _announcements(ruleset)),
        rules=start.text(),
    )


def _write(output: Output) -> str:
    spreadsheet = "public" if output.access == "public" else "coordinators"
    to = quoted(f"{spreadsheet}!{output.tab}!{output.cells}", ":")
    return f"  - {{table: {quoted(output.table)}, to: {to}}}"


def _by_class(ruleset: Ruleset) -> Iterable[str]:
    """Tables for each class have the names of the classes, which stand in the entries."""
    for name, standing in ruleset.standings.items():
        if standing.usual.each == "class":
            yield f"# one for each class: - {{table: {name} Gold, to: public!Gold!A3:P60}}"


def _announcements(ruleset: Ruleset) -> Iterable[str]:
    uses = Uses.of(ruleset)
    yield "{template: round-results}"
    if uses.codes or ruleset.cases.usual.report:
        yield "{template: penalty-decisions}"
        yield "{template: stewards-brief, audience: private}"
    if uses.pools:
        yield "{template: pool-grid}"
