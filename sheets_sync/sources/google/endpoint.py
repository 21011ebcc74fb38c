"""Where Google is: at Google, or, for tests and rehearsals, at a server on this very machine."""

from __future__ import annotations

import os
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

SETTING = "SHEETS_SYNC_GOOGLE_URL"
_HOSTS = ("googleapis.com",)


class BadEndpoint(ValueError):
    """The setting names something else than a server on this machine."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """``base``: the local server that stands in for Google, empty for Google itself."""

    base: str = ""

    @classmethod
    def from_environment(cls) -> Endpoint:
        """What `SHEETS_SYNC_GOOGLE_URL` says. Raises BadEndpoint for anything but a loopback address:
        credentials never go anywhere else than to Google."""
        written = os.environ.get(SETTING, "").strip().rstrip("/")
        if written and not _is_loopback(written):
            raise BadEndpoint(
                f"{SETTING} may only name a server on this machine, such as http://127.0.0.1:8765; "
                f"it says '{written}'."
            )
        return cls(written)

    def url(self, url: str) -> str:
        """Where a request for one of Google's addresses goes."""
        parts = urlsplit(url)
        if not self.base or _is_loopback(url) or not (parts.hostname or "").endswith(_HOSTS):
            return url
        query = f"?{parts.query}" if parts.query else ""
        return f"{self.base}{parts.path}{query}"


def _is_loopback(url: str) -> bool:
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme not in ("http", "https") or parts.username or parts.query or parts.fragment:
        return False
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
