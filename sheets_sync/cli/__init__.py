"""The command line: each command parses, calls and prints; the work is done elsewhere.

Exit codes: 0 done; 1 done, but problems were found; 2 wrong usage, or a league file or ruleset that
can't be used; 3 refused: nothing was written; 4 a spreadsheet or file couldn't be read or written.
"""

from __future__ import annotations

import click

from sheets_sync import __version__
from sheets_sync.cli import google, leagues, rules, starting

_EPILOG = (
    "Exit codes: 0 done; 1 done, but problems were found; 2 wrong usage, or a league file or ruleset "
    "that can't be used; 3 refused, nothing was written; 4 a file couldn't be read or written."
)


@click.group(
    epilog=_EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="sheets-sync", message="%(prog)s %(version)s")
def main() -> None:
    """The automation behind a racing league that lives in spreadsheets.

    LEAGUE is a league.yaml, or the folder it stands in.
    """


for _command in (
    leagues.check,
    leagues.standings,
    leagues.tables,
    leagues.explain,
    leagues.plan,
    leagues.sync,
    leagues.undo,
    leagues.announce,
    leagues.licences,
    leagues.revisions,
    rules.rules,
    starting.new,
    starting.init,
    starting.demo,
    google.doctor,
    google.sign_in,
):
    main.add_command(_command)
