"""Commands that lay out a league."""

from __future__ import annotations

from pathlib import Path

import click

from sheets_sync.cli.options import json_option, leave


@click.command()
@click.argument("ruleset")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="What the league is called; else as its document.")
@json_option
def new(ruleset: str, folder: Path, name: str | None, as_json: bool) -> None:
    """Lay out an empty league with RULESET in FOLDER: its workbooks and its league.yaml.

    The workbooks hold the tabs that the ruleset needs, with headers, drop-downs and formats.
    FOLDER must be empty, or not there yet.
    """
    from sheets_sync.commands import new as command

    leave(command.run(ruleset, folder, name, as_json))


@click.command()
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option(
    "--league",
    default="rover",
    type=click.Choice(["rover", "jms", "msa", "aor", "atk"]),
    help="Which rule document's league; rover where none is named.",
)
@json_option
def demo(folder: Path | None, league: str, as_json: bool) -> None:
    """Lay out a demo league in FOLDER (default ./LEAGUE-demo) and sync it.

    Shows the plan, applies it and renders the announcements. Run again, it says that nothing changed.
    """
    from sheets_sync.commands import demo as command

    leave(command.run(league, folder, as_json))


@click.command()
@click.argument("spreadsheets", metavar="SPREADSHEET...", nargs=-1, required=True)
@click.option(
    "--to",
    "folder",
    default=".",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="Where league.yaml is written; else the current folder.",
)
@click.option("--ruleset", default="base", metavar="NAME", help="The league's ruleset; else common usage.")
@click.option("--name", metavar="NAME", help="What the league is called; else as its spreadsheet or folder.")
@click.option("--yes", "settled", is_flag=True, help="Ask nothing: take the best guess where it is unsure.")
@json_option
def init(
    spreadsheets: tuple[str, ...], folder: Path, ruleset: str, name: str | None, settled: bool, as_json: bool
) -> None:
    """Look at the workbooks and Google spreadsheets that a league has, and write a league.yaml for them.

    SPREADSHEET is a workbook, or the address of a Google spreadsheet. The file says, with its reasons, which
    tab seems to be what and which header which column, and what couldn't be placed; then it is checked.
    Nothing is ever written to a spreadsheet, nor over a league.yaml that is there.
    """
    from sheets_sync.commands import init as command

    leave(command.run(spreadsheets, folder, ruleset, name, settled, as_json))
