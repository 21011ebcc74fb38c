"""Commands about Google: whether all is well there, and signing in."""

from __future__ import annotations

from pathlib import Path

import click

from sheets_sync.cli.options import json_option, league_argument, leave


@click.command()
@league_argument
@json_option
def doctor(league: Path, as_json: bool) -> None:
    """Check that each spreadsheet can be opened, read and written, and say what to do where not.

    Writes nothing.
    """
    from sheets_sync.commands import doctor as command

    leave(command.run(league, as_json))


@click.command("sign-in")
@click.argument("key", type=click.Path(path_type=Path))
def sign_in(key: Path) -> None:
    """Sign in to Google as yourself, in the browser; KEY is the file of an OAuth client (desktop app).

    Needed only without a service account. The sign-in is kept in your own folder for sheets-sync.
    """
    from sheets_sync.commands import sign_in as command

    leave(command.run(key))
