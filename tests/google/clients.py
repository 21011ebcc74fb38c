"""The real gspread and google-auth, pointed at a local server over loopback HTTP."""

from __future__ import annotations

import json
from typing import Any, ClassVar
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from requests.adapters import HTTPAdapter

HOSTS = (
    "https://sheets.googleapis.com",
    "https://www.googleapis.com",
    "https://drive.googleapis.com",
    "https://oauth2.googleapis.com",
    "https://iamcredentials.googleapis.com",
    "https://accounts.google.com",
)
SCOPES = ("https://www.googleapis.com/auth/spreadsheets", "https://www.googleapis.com/auth/drive")


class Loopback(HTTPAdapter):
    """Sends what is meant for Google to the local server; the rest of the request stays as it is."""

    # google-auth copies the session for the thread that looks up locations; only these come along.
    __attrs__: ClassVar[list[str]] = [*HTTPAdapter.__attrs__, "base_url"]  # type: ignore[misc]

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self.base_url = base_url.rstrip("/")

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        parts = urlsplit(request.url or "")
        request.url = self.base_url + parts.path + (f"?{parts.query}" if parts.query else "")
        return super().send(request, *args, **kwargs)


def point(session: requests.Session, base_url: str) -> requests.Session:
    """A session whose requests to Google go to the local server."""
    for host in HOSTS:
        session.mount(host, Loopback(base_url))
    return session


def new_key() -> tuple[str, bytes]:
    """A private key as PEM text, and the public one as PEM bytes."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return private.decode(), public


def account_info(base_url: str, private_key: str, email: str) -> dict[str, str]:
    """What stands in the JSON file of a service account's key."""
    return {
        "type": "service_account",
        "project_id": "local-sheets",
        "private_key_id": "local",
        "private_key": private_key,
        "client_email": email,
        "client_id": "1",
        "token_uri": f"{base_url}/token",
    }


def session_of(base_url: str, info: dict[str, str], scopes: tuple[str, ...] = SCOPES) -> Any:
    """An AuthorizedSession of google-auth: real assertions, real tokens, renewed when they expire."""
    from google.auth.transport.requests import AuthorizedSession, Request
    from google.oauth2.service_account import Credentials

    credentials = Credentials.from_service_account_info(info, scopes=scopes)  # type: ignore[no-untyped-call]
    inner = point(requests.Session(), base_url)
    session = AuthorizedSession(credentials, auth_request=Request(inner))  # type: ignore[no-untyped-call]
    # google-auth looks up allowed locations over a further session of its own.
    own = getattr(session, "_auth_request_session", None)
    if own is not None:
        point(own, base_url)
    return point(session, base_url)


def gspread_client(base_url: str, info: dict[str, str], scopes: tuple[str, ...] = SCOPES) -> Any:
    """A gspread client of a service account."""
    import gspread

    session = session_of(base_url, info, scopes)
    return gspread.Client(auth=session.credentials, session=session)


def save_key(path: Any, info: dict[str, str]) -> None:
    """The service account's key as a file, for programs that take one."""
    path.write_text(json.dumps(info), encoding="utf-8")
