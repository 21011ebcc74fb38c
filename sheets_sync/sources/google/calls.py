"""Requests to Google: gspread's client, with our own patience, time-outs and quota.

gspread's own retrying client repeats for ever and repeats writes too; here a read is repeated a few times,
and a write only where it is certain that nothing was done.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil
from typing import Any

from google.auth.credentials import Credentials
from google.auth.exceptions import RefreshError, TransportError
from google.auth.transport.requests import AuthorizedSession, Request
from gspread.exceptions import APIError
from gspread.http_client import HTTPClient
from requests import RequestException, Response, Session, Timeout

from sheets_sync.sources.google import quota as quotas
from sheets_sync.sources.google.endpoint import Endpoint
from sheets_sync.sources.google.patience import NOT_DONE, Patience, is_passing, is_throttled, retry_after
from sheets_sync.sources.google.quota import Kind, Quota

_REFRESH = 30.0


class Unanswered(Exception):
    """No usable answer came. ``status``: of the last one, 0 where there was none; ``uncertain``: whether
    a write may have been done all the same; ``minutes``: after which it wants to be asked again."""

    def __init__(self, status: int, reason: str, uncertain: bool, minutes: int = 0) -> None:
        super().__init__(reason)
        self.status, self.reason, self.uncertain, self.minutes = status, reason, uncertain, minutes


class _Elsewhere(Session):
    """The session that asks for tokens; it goes where everything else goes."""

    def __init__(self, endpoint: Endpoint) -> None:
        super().__init__()
        self.endpoint = endpoint

    def request(self, method: Any, url: Any, *args: Any, **named: Any) -> Response:
        return super().request(method, self.endpoint.url(str(url)), *args, **named)


class Calls(HTTPClient):
    """gspread's client for one account. ``user``: what the quota is counted under, never printed."""

    def __init__(
        self,
        credentials: Credentials,
        user: str,
        endpoint: Endpoint | None = None,
        patience: Patience | None = None,
        quota: Quota | None = None,
    ) -> None:
        self.endpoint, self.user = endpoint or Endpoint(), user
        self.patience, self.quota = patience or Patience(), quota or quotas.SHARED
        tokens = Request(_Elsewhere(self.endpoint))
        session = AuthorizedSession(  # type: ignore[no-untyped-call]
            credentials, refresh_timeout=_REFRESH, auth_request=tokens
        )
        super().__init__(credentials, session)
        self.set_timeout(self.patience.timeout)

    def wait_for(self, share: float) -> None:
        """How long an answer may take from here on: as long as usual, or as many times that."""
        connect, answer = self.patience.timeout
        self.set_timeout((connect, answer * max(share, 1.0)))

    def request(
        self, method: str, endpoint: str, *args: Any, patience: Patience | None = None, **named: Any
    ) -> Response:
        """One request, repeated as `Patience` says. Raises APIError for what Google refuses, Unanswered
        where no answer can be had, RefreshError where it gives us no token."""
        kind: Kind = "read" if method.lower() == "get" else "write"
        patience = patience or self.patience
        pauses = patience.pauses()
        while True:
            self.quota.take(self.user, kind)
            response, reason = self._once(method, endpoint, args, named)
            if response is not None and not is_passing(response):
                return _checked(response)
            status = response.status_code if response is not None else 0
            certain = kind == "read" or status in NOT_DONE or is_throttled(response)
            pause = next(pauses, None) if certain and not patience.is_exhausted_by(response) else None
            if pause is None:
                raise Unanswered(status, reason or _told(response), not certain, _minutes(response))
            patience.wait(pause, response)

    def _once(
        self, method: str, endpoint: str, args: tuple[Any, ...], named: dict[str, Any]
    ) -> tuple[Response | None, str]:
        """gspread's own request can't cope with a refusal that isn't the JSON it expects."""
        sent = dict(zip(("params", "data", "json", "files", "headers"), args, strict=False)) | named
        url = self.endpoint.url(endpoint)
        try:
            return self.session.request(method=method, url=url, timeout=self.timeout, **sent), ""
        except RefreshError as error:
            if not error.retryable:
                raise
            return None, "no token could be had"
        except (RequestException, TransportError) as error:
            return None, "no answer in time" if isinstance(error, Timeout) else "the connection failed"


class _Refused(APIError):
    """What Google refuses, also where it doesn't say so in the form that gspread takes for granted."""

    def __init__(self, response: Response) -> None:
        error = _error_in(response)
        self.response, self.code = response, response.status_code
        self.error = {"message": str(error.get("message") or ""), "code": self.code}
        Exception.__init__(self, self.error)


def _error_in(response: Response) -> Mapping[str, Any]:
    try:
        error = response.json()["error"]
    except (ValueError, KeyError, TypeError):
        return {}
    return error if isinstance(error, Mapping) else {}


def _checked(response: Response) -> Response:
    if not response.ok:
        raise _Refused(response)
    return response


def _told(response: Response | None) -> str:
    if response is None:
        return "no answer"
    said = f"status {response.status_code}" if not response.ok else "something else came instead of an answer"
    later = _minutes(response)
    return f"{said}; it wants to be asked again in {later} minutes" if later > 1 else said


def _minutes(response: Response | None) -> int:
    return ceil(retry_after(response) / 60)
