"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

league_argument = click.argument("league", type=click.Path(path_type=Path))
as_of_option = click.option(
    "--as-of", metavar="MOMENT", help="Look at the league as it stood then: '2023-10-08 18:00'."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")


def leave(code: int) -> None:
    """Ends the program with that exit code."""
    click.get_current_context().exit(code)


def consent_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """What a user can allow for one run."""
    for option in (
        click.option(
            "--allow-shrink",
            is_flag=True,
            help="Let tables be emptied or lose many rows, and columns that were read be gone.",
        ),
        click.option("--overwrite", is_flag=True, help="Overwrite cells of ours that somebody changed."),
        click.option("--adopt", is_flag=True, help="Take over filled ranges that we don't remember writing."),
    ):
        command = option(command)
    return command
