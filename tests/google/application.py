"""The server as a WSGI application: faults, tokens, the services, and what tests may order."""

from __future__ import annotations

import json
import sys
import time
import traceback
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.wrappers import Response

from . import control, routes
from .errors import ApiError, Refusal, ServiceError
from .faults import Fault, page
from .service import Answer, Request, Seen, Service

HEADERS = {
    "Cache-Control": "private",
    "Vary": "Origin, X-Origin, Referer",
    "X-XSS-Protection": "0",
    "X-Frame-Options": "SAMEORIGIN",
    "X-Content-Type-Options": "nosniff",
}
LONG = 200_000
TOKEN_PATHS = ("/token", "/oauth2/v4/token", "/o/oauth2/token")
DROP = Answer(status=0)


class Application:
    """Answers requests to one service."""

    def __init__(self, service: Service) -> None:
        self.service = service

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        request = _request(environ)
        if request.path.startswith(control.PREFIX):
            return _sent(control.answer(self.service, request), request)(environ, start_response)
        found = self._answered(request)
        if found.status == 0:
            raise ConnectionAbortedError("a fault was ordered: the connection closes without an answer")
        return _sent(found, request)(environ, start_response)

    def _answered(self, request: Request) -> Answer:
        fault = self.service.faults.next(
            request.method, request.path, request.body.decode("utf-8", "replace")
        )
        early = fault is not None and fault.when == "before"
        lost = self._suffered(fault, request) if fault is not None and early else None
        found = lost or self._done(request)
        if fault is not None and fault.when == "after":
            found = self._suffered(fault, request, found) or found
        self.service.note(Seen(request.method, request.path, found.status, fault.kind if fault else ""))
        return found

    def _suffered(self, fault: Fault, request: Request, found: Answer | None = None) -> Answer | None:
        """What a fault makes of a request; None where it goes on as usual."""
        if fault.kind in ("status", "html"):
            status, headers, content = fault.answer(request.method)
            return Answer(status=status, headers=headers, content=content)
        if fault.kind == "stall":
            time.sleep(fault.seconds)
            return DROP
        if fault.kind == "slow":
            time.sleep(fault.seconds)
            return None
        if fault.kind == "truncate":
            whole = found or self._done(request)
            return Answer(whole.value, whole.status, {**whole.headers, control.TRUNCATED: "1"}, whole.content)
        if fault.kind == "drop":
            return DROP
        control.happen(self.service, fault, request)
        return None

    def _done(self, request: Request) -> Answer:
        try:
            if request.path in TOKEN_PATHS and request.method == "POST":
                form = dict(parse_qsl(request.body.decode()))
                return Answer(self.service.tokens.grant(form, self.service.address + "/token"))
            if request.path.endswith("/allowedLocations"):
                return Answer({"locations": [], "encodedLocations": "0x0"})
            handler = routes.handler(request)
            if handler is None:
                text = f"The requested URL <code>{request.path}</code> was not found on this server."
                return Answer(
                    status=404, content=page(404, text), headers={"Content-Type": "text/html; charset=UTF-8"}
                )
            return handler(self.service)
        except ServiceError as error:
            return Answer(error.body(), error.code, error.headers)
        except Refusal as refusal:
            return Answer(ApiError(400, str(refusal)).body(), 400)
        except Exception:  # a mistake of this server, which must not look like one of the client
            self.service.mistakes.append(traceback.format_exc())
            print(self.service.mistakes[-1], file=sys.stderr, flush=True)
            return Answer(ApiError(500, "Internal error encountered.").body(), 500)


def _request(environ: WSGIEnvironment) -> Request:
    raw = str(environ.get("REQUEST_URI") or environ["RAW_URI"])
    path, _, query = raw.partition("?")
    headers = {
        name[5:].replace("_", "-").lower(): str(value)
        for name, value in environ.items()
        if name.startswith("HTTP_")
    }
    headers["content-type"] = str(environ.get("CONTENT_TYPE", ""))
    length = int(environ.get("CONTENT_LENGTH") or 0)
    stream = environ["wsgi.input"]
    body = stream.read(length) if length or not environ.get("wsgi.input_terminated") else stream.read()
    method = environ["REQUEST_METHOD"].upper()
    other = headers.get("x-http-method-override", "").upper()
    if method == "POST" and other:  # an address that was too long: its parameters are in the body
        form = headers["content-type"].startswith("application/x-www-form-urlencoded")
        method, query, body = other, (body.decode() if form else query), (b"" if form else body)
    return Request(method, path, query, headers, body)


def _json(value: Any, pretty: bool) -> bytes:
    """Indented as the service does it; a long answer isn't, since that takes most of the time."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if pretty and len(text) < LONG:
        text = json.dumps(value, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "replace") + b"\n"


def _sent(found: Answer, request: Request) -> Response:
    headers = {**HEADERS, **found.headers}
    if found.content is not None:
        content = found.content
    else:
        content = _json(found.value, "prettyPrint=false" not in request.query)
        headers.setdefault("Content-Type", "application/json; charset=UTF-8")
    headers["Content-Length"] = str(len(content))
    if headers.pop(control.TRUNCATED, None):
        content = content[: len(content) // 2]
    response = Response(content, f"{found.status} {HTTPStatus(found.status).phrase}")
    response.automatically_set_content_length = False
    response.headers.clear()
    response.headers.extend(headers)
    return response
