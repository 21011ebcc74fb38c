"""Commands about one league, or several: look, plan, write, tell."""

from __future__ import annotations

from pathlib import Path

import click

from sheets_sync.cli.options import as_of_option, consent_options, json_option, league_argument, leave


@click.command()
@league_argument
@as_of_option
@json_option
def check(league: Path, as_of: str | None, as_json: bool) -> None:
    """Read everything and say what is wrong, cell by cell. Writes nothing."""
    from sheets_sync.commands import check as command

    leave(command.run(league, as_of, as_json))


@click.command()
@league_argument
@as_of_option
@json_option
def standings(league: Path, as_of: str | None, as_json: bool) -> None:
    """Show the standings after the last round raced. Writes nothing."""
    from sheets_sync.commands import standings as command

    leave(command.run(league, as_of, as_json))


@click.command()
@click.argument("league", required=False, type=click.Path(path_type=Path))
@as_of_option
@json_option
@click.option("--schema", "as_schema", is_flag=True, help="Print the JSON Schema of --json instead.")
def tables(league: Path | None, as_of: str | None, as_json: bool, as_schema: bool) -> None:
    """Show every table; with --json everything computed, under a schema. Private: it holds conduct too."""
    from sheets_sync.commands import tables as command

    if league is None and not as_schema:
        raise click.UsageError("Name a league.yaml or its folder, or ask for --schema.")
    leave(command.run(league, as_of, as_json, as_schema))


@click.command()
@league_argument
@click.argument("driver")
@click.option("--round", "number", metavar="N", help="Only this round: 2 or R2.")
@as_of_option
@json_option
def explain(league: Path, driver: str, number: str | None, as_of: str | None, as_json: bool) -> None:
    """Show where every point of DRIVER comes from: rule, article and cells."""
    from sheets_sync.commands import explain as command

    leave(command.run(league, driver, number, as_of, as_json))


@click.command()
@league_argument
@click.option("--save", type=click.Path(path_type=Path), metavar="FILE", help="Keep the plan for: sync FILE.")
@click.option("--all", "everything", is_flag=True, help="List every cell, however many there are.")
@consent_options
@as_of_option
@json_option
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


@click.command()
@click.argument("league", metavar="LEAGUE|PLAN", type=click.Path(path_type=Path))
@consent_options
@as_of_option
@json_option
def sync(
    league: Path, adopt: bool, overwrite: bool, allow_shrink: bool, as_of: str | None, as_json: bool
) -> None:
    """Compute, write what changed, and render the announcements.

    With a file saved by `plan --save` exactly that plan is applied, or refused where its inputs changed.
    """
    from sheets_sync.commands import sync as command

    leave(command.run(league, (adopt, overwrite, allow_shrink), as_of, as_json))


@click.command()
@league_argument
@click.argument("spreadsheet", required=False)
@click.option("--dry-run", "only_show", is_flag=True, help="Only show what would be put back.")
@click.option("--yes", is_flag=True, help="Don't ask before it is done.")
@click.option("--overwrite", is_flag=True, help="Also put back cells that somebody changed since.")
@click.option("--all", "everything", is_flag=True, help="List every cell, however many there are.")
@json_option
def undo(
    league: Path,
    spreadsheet: str | None,
    only_show: bool,
    yes: bool,
    overwrite: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Put back what the last sync wrote over, in SPREADSHEET or in all that it wrote.

    A workbook that nobody has saved since gets its backup back as a whole; else only our cells get back
    what they held, and those that somebody changed since stay.
    """
    from sheets_sync.commands import undo as command

    leave(command.run(league, spreadsheet, only_show, yes, overwrite, everything, as_json))


@click.command()
@league_argument
@click.option("--save", is_flag=True, help="Write them to the league's folder 'announcements' too.")
@click.option("--driver", metavar="NAME", help="Print this driver's own conduct instead, for them alone.")
@as_of_option
@json_option
def announce(league: Path, save: bool, driver: str | None, as_of: str | None, as_json: bool) -> None:
    """Print the announcements, ready to be pasted into Discord."""
    from sheets_sync.commands import announce as command

    leave(command.run(league, save, driver, as_of, as_json))


@click.command()
@click.argument("leagues", metavar="LEAGUE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@as_of_option
@json_option
def licences(leagues: tuple[Path, ...], as_of: str | None, as_json: bool) -> None:
    """Sum the tallies that belong to a licence over several leagues, by licence number. Writes nothing."""
    from sheets_sync.commands import licences as command

    leave(command.run(leagues, as_of, as_json))


@click.command()
@league_argument
@click.argument("number", metavar="ROUND")
@json_option
def revisions(league: Path, number: str, as_json: bool) -> None:
    """List the dated revisions of a round's results and what each changed. Writes nothing."""
    from sheets_sync.commands import revisions as command

    leave(command.run(league, number, as_json))
