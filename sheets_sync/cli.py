"""The command line: each command parses, calls and prints; the work is done elsewhere.

Exit codes: 0 done; 1 done, but problems were found; 2 wrong usage, or a league file or ruleset that
can't be used; 3 refused: nothing was written; 4 a spreadsheet or file couldn't be read or written.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sheets_sync import __version__

_EPILOG = (
    "Exit codes: 0 done; 1 done, but problems were found; 2 wrong usage, or a league file or ruleset "
    "that can't be used; 3 refused, nothing was written; 4 a file couldn't be read or written."
)


def leave(code: int) -> None:
    """Ends the program with that exit code."""
    click.get_current_context().exit(code)


_league = click.argument("league", type=click.Path(path_type=Path))
_as_of = click.option(
    "--as-of", metavar="MOMENT", help="Look at the league as it stood then: '2023-10-08 18:00'."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")


def _consent(command: Callable[..., Any]) -> Callable[..., Any]:
    for option in (
        click.option("--allow-shrink", is_flag=True, help="Let tables be emptied or lose many rows."),
        click.option("--overwrite", is_flag=True, help="Overwrite cells of ours that somebody changed."),
        click.option("--adopt", is_flag=True, help="Take over filled ranges that we don't remember writing."),
    ):
        command = option(command)
    return command


@click.group(
    epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="sheets-sync", message="%(prog)s %(version)s")
def main() -> None:
    """The automation behind a racing league that lives in spreadsheets.

    LEAGUE is a league.yaml, or the folder it stands in.
    """


@main.command()
@_league
@_as_of
@_json
def check(league: Path, as_of: str | None, as_json: bool) -> None:
    """Read everything and say what is wrong, cell by cell. Writes nothing."""
    from sheets_sync.commands import check as command

    leave(command.run(league, as_of, as_json))


@main.command()
@_league
@_as_of
@_json
def standings(league: Path, as_of: str | None, as_json: bool) -> None:
    """Show the standings after the last round raced. Writes nothing."""
    from sheets_sync.commands import standings as command

    leave(command.run(league, as_of, as_json))


@main.command()
@click.argument("league", required=False, type=click.Path(path_type=Path))
@_as_of
@_json
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json instead.")
def tables(league: Path | None, as_of: str | None, as_json: bool, as_schema: bool) -> None:
    """Show every table; with --json everything computed, under a schema. Private: it holds conduct too."""
    from sheets_sync.commands import tables as command

    if league is None and not as_schema:
        raise click.UsageError("Name a league.yaml or its folder, or ask for --schema.")
    leave(command.run(league, as_of, as_json, as_schema))


@main.command()
@_league
@click.argument("driver")
@click.option("--round", "number", metavar="N", help="Only this round: 2 or R2.")
@_as_of
@_json
def explain(league: Path, driver: str, number: str | None, as_of: str | None, as_json: bool) -> None:
    """Show where every point of DRIVER comes from: rule, article and cells."""
    from sheets_sync.commands import explain as command

    leave(command.run(league, driver, number, as_of, as_json))


@main.command()
@_league
@click.option("--save", type=click.Path(path_type=Path), metavar="FILE", help="Keep the plan for: sync FILE.")
@click.option("--all", "everything", is_flag=True, help="List every cell, however many there are.")
@_consent
@_as_of
@_json
def plan(
    league: Path,
    save: Path | None,
    everything: bool,
    adopt: bool,
    overwrite: bool,
    allow_shrink: bool,
    as_of: str | None,
    as_json: bool,
) -> None:
    """Show each cell that a sync would change. Writes nothing but the plan's own file."""
    from sheets_sync.commands import plan as command

    leave(command.run(league, save, everything, (adopt, overwrite, allow_shrink), as_of, as_json))


@main.command()
@click.argument("league", metavar="LEAGUE|PLAN", type=click.Path(path_type=Path))
@_consent
@_as_of
@_json
def sync(
    league: Path, adopt: bool, overwrite: bool, allow_shrink: bool, as_of: str | None, as_json: bool
) -> None:
    """Compute, write what changed, and render the announcements.

    With a file saved by `plan --save` exactly that plan is applied, or refused where its inputs changed.
    """
    from sheets_sync.commands import sync as command

    leave(command.run(league, (adopt, overwrite, allow_shrink), as_of, as_json))


@main.command()
@_league
@click.option("--save", is_flag=True, help="Write them to the league's folder 'announcements' too.")
@click.option("--driver", metavar="NAME", help="Print this driver's own conduct instead, for them alone.")
@_as_of
@_json
def announce(league: Path, save: bool, driver: str | None, as_of: str | None, as_json: bool) -> None:
    """Print the announcements, ready to be pasted into Discord."""
    from sheets_sync.commands import announce as command

    leave(command.run(league, save, driver, as_of, as_json))


@main.command()
@click.argument("leagues", metavar="LEAGUE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@_as_of
@_json
def licences(leagues: tuple[Path, ...], as_of: str | None, as_json: bool) -> None:
    """Sum the tallies that belong to a licence over several leagues, by licence number. Writes nothing."""
    from sheets_sync.commands import licences as command

    leave(command.run(leagues, as_of, as_json))


@main.command()
@_league
@click.argument("number", metavar="ROUND")
@_json
def revisions(league: Path, number: str, as_json: bool) -> None:
    """List the dated revisions of a round's results and what each changed. Writes nothing."""
    from sheets_sync.commands import revisions as command

    leave(command.run(league, number, as_json))


@main.group()
def rules() -> None:
    """Look at rulesets."""


@rules.command()
@click.argument("ruleset")
@_json
def show(ruleset: str, as_json: bool) -> None:
    """Print a ruleset as a readable document with its articles and assumptions.

    RULESET is the name of a shipped ruleset, a folder with a ruleset.yaml, or a league.
    """
    from sheets_sync.commands import rules_show as command

    leave(command.run(ruleset, as_json))


@rules.command()
@click.argument("ruleset", metavar="RULESET|FOLDER")
@_json
def lint(ruleset: str, as_json: bool) -> None:
    """Say what a ruleset can't mean: gaps, settings that never hold, codes that nobody gives.

    RULESET is as for `rules show`; FOLDER may hold several rulesets. Errors, warnings and notes each
    name their line. Leaves with 1 where there are errors.
    """
    from sheets_sync.commands import rules_lint as command

    leave(command.run(ruleset, as_json))


@rules.command()
@click.argument("ruleset")
@_json
def tabs(ruleset: str, as_json: bool) -> None:
    """List the tabs that a ruleset needs: their columns, and what may stand in them."""
    from sheets_sync.commands import rules_tabs as command

    leave(command.run(ruleset, as_json))


@rules.command()
@click.argument("one", metavar="[OLD]")
@click.argument("other", metavar="NEW", required=False)
@_json
def diff(one: str, other: str | None, as_json: bool) -> None:
    """Say in words how the ruleset NEW differs from OLD.

    Without OLD it is compared with what it extends, and a league with its ruleset.
    """
    from sheets_sync.commands import rules_diff as command

    leave(command.run(one, other, as_json))


@rules.command()
@click.argument("what", type=click.Choice(["ruleset", "league"]), default="ruleset")
def schema(what: str) -> None:
    """Print the JSON Schema of a ruleset.yaml, or of a league.yaml, for editors."""
    from sheets_sync.commands import rules_schema as command

    leave(command.run(what))


@main.command()
@click.argument("ruleset")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="What the league is called; else as its document.")
@_json
def new(ruleset: str, folder: Path, name: str | None, as_json: bool) -> None:
    """Lay out an empty league with RULESET in FOLDER: its workbooks and its league.yaml.

    The workbooks hold the tabs that the ruleset needs, with headers, drop-downs and formats.
    FOLDER must be empty, or not there yet.
    """
    from sheets_sync.commands import new as command

    leave(command.run(ruleset, folder, name, as_json))


@main.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--league",
    default="rover",
    type=click.Choice(["rover", "jms", "msa", "aor", "atk"]),
    help="Which rule document's league; rover where none is named.",
)
@_json
def demo(folder: Path | None, league: str, as_json: bool) -> None:
    """Lay out a demo league in FOLDER (default ./LEAGUE-demo) and sync it.

    Shows the plan, applies it and renders the announcements. Run again, it says that nothing changed.
    """
    from sheets_sync.commands import demo as command

    leave(command.run(league, folder, as_json))
