"""The entry point. The version is answered before the command line is loaded: schedulers ask for it often."""

from __future__ import annotations

import gc
import sys

from sheets_sync import __version__


def look_for_garbage_rarely() -> None:
    """What a run reads lives to its end: looking through all of it again and again takes a tenth of the time,
    and of a large league a fifth."""
    gc.set_threshold(100_000, 50, 50)


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        sys.stdout.write(f"sheets-sync {__version__}\n")
        return
    look_for_garbage_rarely()
    from sheets_sync.cli import main as command_line

    command_line(prog_name="sheets-sync")


if __name__ == "__main__":
    main()
