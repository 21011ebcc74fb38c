"""A person's own sign-in: in the browser, once; what it gives is kept in a file that only they can read."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from sheets_sync.problems import FileLine, Problem
from sheets_sync.sources.google.sign_in import READ, WRITE, own_folder

_SCOPES = tuple(dict.fromkeys((*WRITE, *READ)))
_TOLD = (
    "Signed in; this page can be closed.",
    "Open this address in your browser and sign in:\n{url}",
)


def sign_in_as_user(key: Path) -> tuple[Path | None, list[Problem]]:
    """Opens the browser, waits for the answer, keeps the sign-in. Gives the file it is kept in."""
    from google_auth_oauthlib.flow import InstalledAppFlow  # type: ignore[import-untyped]
    from oauthlib.oauth2 import OAuth2Error  # type: ignore[import-untyped]

    try:
        flow = InstalledAppFlow.from_client_secrets_file(str(key), scopes=_SCOPES)
    except OSError as error:
        return None, [Problem(f"The key can't be read: {error.strerror}.", FileLine(key))]
    except ValueError:
        hint = (
            "In Google's Cloud console make an OAuth client of the kind 'Desktop app' and download its file."
        )
        return None, [
            Problem("This file is no key of a program that people sign in with.", FileLine(key), hint)
        ]
    try:
        made = flow.run_local_server(port=0, success_message=_TOLD[0], authorization_prompt_message=_TOLD[1])
    except (OAuth2Error, OSError, AttributeError):
        return None, [Problem("Google didn't let you in, or the window was closed.", None, "Try it again.")]
    path = own_folder() / "token.json"
    keep(path, made.to_json())
    return path, []


def keep(path: Path, text: str) -> None:
    """Writes a secret as a whole, for its owner alone (0600)."""
    json.loads(text)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".token-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
