"""What went wrong at Google, in sentences that a coordinator can act on. No address, token or key in them."""

from __future__ import annotations

import re

from google.auth.exceptions import GoogleAuthError
from gspread.exceptions import APIError

from sheets_sync.problems import Problem, TabRef
from sheets_sync.sources.google.calls import Unanswered

Failure = APIError | Unanswered | GoogleAuthError

_API = re.compile(r"(Google \w+ API) has not been used|(Google \w+ API) is disabled")
_CONSOLE = re.compile(r"https://console\.\S+?(?=[.,]?(?:\s|$))")


def problem_of(name: str, failure: Failure, email: str = "", writing: bool = False) -> Problem:
    """The problem on the spreadsheet. ``email``: our account's address; ``writing``: whether it could be read
    and only the write failed."""
    if isinstance(failure, Unanswered):
        return _unanswered(name, failure, writing)
    if isinstance(failure, GoogleAuthError):
        return _no_token(name, failure)
    message, hint = _words(failure, email, writing)
    return Problem(message, TabRef(name), hint, blocks=True)


def _words(failure: APIError, email: str, writing: bool) -> tuple[str, str]:
    code, said = failure.code, str(failure.error.get("message", ""))
    account = f"with {email}" if email else "with the account you signed in with"
    match code:
        case 401:
            return (
                "Google didn't accept the sign-in.",
                "Sign in again, or make a new key of the service account.",
            )
        case 400 if "not supported for this document" in said:
            hint = (
                "Open it in the browser, choose File > Save as Google Sheets, and put the address of the new "
                "one into league.yaml."
            )
            return "This is an Excel file that Google only shows, and no Google spreadsheet.", hint
        case 403 if _disabled(said):
            return _switched_off(said)
        case 400 | 403 if "protected" in said.lower():
            who = email or "the account you signed in with"
            hint = f"Open Data > Protect sheets and ranges, and let {who} edit what is protected there."
            return "A range that sheets-sync writes is protected from it.", hint
        case 403 if writing:
            return may_only_look(email)
        case 403:
            hint = (
                f"Open the spreadsheet, press Share, and share it {account} as Editor (Viewer for reading)."
            )
            return "The account has no access to this spreadsheet.", hint
        case 404:
            hint = (
                f"Compare the address in league.yaml with the browser's; if it is right, share it {account}."
            )
            return "There is no such spreadsheet, or it isn't shared with the account.", hint
        case 413:
            return (
                "Google refused the write as too large.",
                "Write fewer or smaller tables to this spreadsheet.",
            )
    return f"Google refused the request: {_short(said) or code}.", ""


def may_only_look(email: str) -> tuple[str, str]:
    """What is said where a spreadsheet can be read and not be written to, and what to click."""
    who = email or "the account you signed in with"
    return (
        "The account may only look at this spreadsheet.",
        f"Open the spreadsheet, press Share, and make {who} an Editor.",
    )


def _disabled(said: str) -> bool:
    return "has not been used" in said or "is disabled" in said


def _switched_off(said: str) -> tuple[str, str]:
    """Google's own message names the API, and the address of the page with the button."""
    api, page = _API.search(said), _CONSOLE.search(said)
    which = (api[1] or api[2]) if api else "API"
    where = f"Open {page[0]}" if page else "Open APIs & Services > Library in the Cloud console"
    return (
        f"The {which} isn't switched on in the account's Google Cloud project.",
        f"{where}, press Enable, wait a few minutes, and run again.",
    )


def _short(said: str) -> str:
    """The first sentences, without line breaks."""
    return " ".join(said.split())[:300].rstrip(".")


def _unanswered(name: str, failure: Unanswered, writing: bool) -> Problem:
    if failure.status == 429:
        message = "Google says that too much was asked of it in a short time, and it stayed so."
        when = f"in {failure.minutes} minutes" if failure.minutes > 1 else "in a few minutes"
        return Problem(message, TabRef(name), f"Run again {when}, or less often.", blocks=True)
    message = f"Google gave no usable answer ({failure.reason})."
    if not writing:
        hint = "Look whether this machine is on the internet, and run again."
        return Problem(message, TabRef(name), hint, blocks=True)
    left = "Nothing was written to it."
    if failure.uncertain:
        left = "Whether the last write was done isn't known."
    message = f"{message} {left}"
    return Problem(message, TabRef(name), "Run again; the next run finds out and completes it.", blocks=True)


def _no_token(name: str, failure: GoogleAuthError) -> Problem:
    """google-auth's own message can hold an answer of the token server; only its kind is said."""
    said = str(failure.args[0]) if failure.args else ""
    known = {
        "invalid_grant": "the key or the sign-in was withdrawn or has run out, or the clock here is wrong",
        "invalid_client": "Google doesn't know this key",
        "unauthorized_client": "the account isn't allowed to do this",
        "invalid_scope": "the account may not have these rights",
    }
    why = next((words for word, words in known.items() if word in said), "no token could be had")
    hint = "Sign in again, or make a new key of the service account; then: sheets-sync doctor LEAGUE"
    return Problem(f"Google didn't let us in: {why}.", TabRef(name), hint, blocks=True)
