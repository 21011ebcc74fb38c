"""Commands about rulesets."""

from __future__ import annotations

import click

from sheets_sync.cli.options import json_option, leave


@click.group()
def rules() -> None:
    """Look at rulesets."""


@rules.command()
@click.argument("ruleset")
@json_option
def show(ruleset: str, as_json: bool) -> None:
    """Print a ruleset as a readable document with its articles and assumptions.

    RULESET is the name of a shipped ruleset, a folder with a ruleset.yaml, or a league.
    """
    from sheets_sync.commands import rules_show as command

    leave(command.run(ruleset, as_json))


@rules.command()
@click.argument("ruleset", metavar="RULESET|FOLDER")
@json_option
def lint(ruleset: str, as_json: bool) -> None:
    """Say what a ruleset can't mean: gaps, settings that never hold, codes that nobody gives.

    RULESET is as for `rules show`; FOLDER may hold several rulesets. Errors, warnings and notes each
    name their line. Leaves with 1 where there are errors.
    """
    from sheets_sync.commands import rules_lint as command

    leave(command.run(ruleset, as_json))


@rules.command()
@click.argument("ruleset")
@json_option
def tabs(ruleset: str, as_json: bool) -> None:
    """List the tabs that a ruleset needs: their columns, and what may stand in them."""
    from sheets_sync.commands import rules_tabs as command

    leave(command.run(ruleset, as_json))


@rules.command()
@click.argument("one", metavar="[OLD]")
@click.argument("other", metavar="NEW", required=False)
@json_option
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
