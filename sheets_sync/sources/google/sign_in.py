"""Who we are at Google: a service account, a person's own sign-in, or what the machine offers.

Looked for in this order: the key that SHEETS_SYNC_CREDENTIALS names, `credentials.json` beside league.yaml,
`credentials.json` and then `token.json` in the user's own folder for sheets-sync, and last the application
default credentials of Google's tools.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import google.auth
from google.auth.credentials import Credentials
from google.auth.exceptions import DefaultCredentialsError, GoogleAuthError
from google.oauth2 import service_account
from google.oauth2.credentials import Credentials as UserCredentials

from sheets_sync.problems import FileLine, Problem

SETTING = "SHEETS_SYNC_CREDENTIALS"
_SCOPES = "https://www.googleapis.com/auth/"
READ = (f"{_SCOPES}spreadsheets.readonly", f"{_SCOPES}drive.metadata.readonly")
WRITE = (f"{_SCOPES}spreadsheets", f"{_SCOPES}drive.metadata.readonly")


@dataclass(frozen=True, slots=True)
class Account:
    """``email``: whom a spreadsheet has to be shared with, where that is known; ``user``: what the quota is
    counted under."""

    credentials: Credentials
    email: str
    user: str


def own_folder() -> Path:
    """The user's own folder for sheets-sync, such as ~/.config/sheets-sync."""
    return Path(click.get_app_dir("sheets-sync"))


def sign_in(folder: Path, writes: bool) -> tuple[Account | None, list[Problem]]:
    """The account that is found first. ``folder``: the league's; ``writes``: whether it needs to write."""
    scopes = WRITE if writes else READ
    for path in _places(folder):
        if path.exists() or path == _named():
            return _from_file(path, scopes)
    try:
        credentials, _ = google.auth.default(scopes=scopes)
    except (DefaultCredentialsError, GoogleAuthError, OSError, ValueError):
        return None, [_nobody(folder)]
    email = str(getattr(credentials, "service_account_email", ""))
    return Account(credentials, email if "@" in email else "", email or "default"), []


def _named() -> Path | None:
    written = os.environ.get(SETTING, "").strip()
    return Path(written).expanduser() if written else None


def _places(folder: Path) -> Iterator[Path]:
    named = _named()
    if named is not None:
        yield named
    yield folder / "credentials.json"
    yield own_folder() / "credentials.json"
    yield own_folder() / "token.json"


def _from_file(path: Path, scopes: tuple[str, ...]) -> tuple[Account | None, list[Problem]]:
    hint = (
        "Make a new key in the Cloud console (IAM & Admin > Service Accounts > Keys > Add key > JSON) and "
        "keep its file as it comes. credentials.example.json shows its form."
    )
    try:
        info = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        return None, [_problem(f"The key can't be read: {error.strerror}.", path, _mend_name(path))]
    except ValueError:
        return None, [_problem("This file is no key: it isn't JSON.", path, hint)]
    if not isinstance(info, Mapping):
        return None, [_problem("This file is no key of a service account and no sign-in.", path, hint)]
    if "installed" in info or "web" in info:
        message = "This is the key of a program, with which a person signs in; nobody has yet."
        return None, [_problem(message, path, f"Run: sheets-sync sign-in {path}")]
    try:
        account = _account(info, scopes)
    except (ValueError, KeyError, TypeError, AttributeError, GoogleAuthError):
        return None, [_problem("This key is damaged, or a part of it is missing.", path, hint)]
    if account is None:
        return None, [_problem("This file is no key of a service account and no sign-in.", path, hint)]
    return account, []


def _account(info: Mapping[str, Any], scopes: tuple[str, ...]) -> Account | None:
    """Whose key it is; None for what is none. Raises whatever google-auth does where it is damaged."""
    kind = info.get("type")
    if kind == "service_account":
        return _service_account(info, scopes)
    if kind == "authorized_user" or (kind is None and "refresh_token" in info):
        user = UserCredentials.from_authorized_user_info(info, scopes)  # type: ignore[no-untyped-call]
        return Account(user, str(info.get("account", "")), "user")
    return None


def _mend_name(path: Path) -> str:
    if path != _named():
        return "Let your own account read this file."
    return f"{SETTING} names this file: put the key there, or mend what it says."


def _service_account(info: Mapping[str, Any], scopes: tuple[str, ...]) -> Account:
    made = service_account.Credentials.from_service_account_info(info, scopes=scopes)  # type: ignore[no-untyped-call]
    email = str(info["client_email"])
    return Account(made, email, email)


def _problem(message: str, path: Path, hint: str) -> Problem:
    return Problem(message, FileLine(path), hint, blocks=True)


def _nobody(folder: Path) -> Problem:
    message = "A spreadsheet of this league is on Google, and there is no key to sign in with."
    hint = (
        f"Put the key of a service account into {folder / 'credentials.json'}, name it in {SETTING}, or sign "
        "in yourself with: sheets-sync sign-in KEY (docs/google.md shows each step)"
    )
    return Problem(message, None, hint, blocks=True)
