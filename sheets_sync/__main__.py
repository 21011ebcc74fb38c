"""The entry point. The version is answered before the command line is loaded: schedulers ask for it often."""

from __future__ import annotations

import sys

from sheets_sync import __version__


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"sheets-sync {__version__}\n")
        return
    from sheets_sync.cli import main as command_line

    command_line(prog_name="sheets-sync")


if __name__ == "__main__":
    main()
