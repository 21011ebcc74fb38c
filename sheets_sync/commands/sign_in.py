"""`sign-in`: a person's own sign-in to Google."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.commands.exit_codes import DONE, UNUSABLE
from sheets_sync.commands.terminal import print_problems, say
from sheets_sync.sources.google.user_sign_in import sign_in_as_user


def run(key: Path) -> int:
    kept, problems = sign_in_as_user(key)
    if kept is None:
        print_problems(problems)
        return UNUSABLE
    say(f"Signed in. The sign-in is kept in {kept}; whoever has that file can act as you, so keep it safe.")
    return DONE
