"""Faults that a test orders: which requests they hit, and what comes instead of, or after, the real thing."""

from __future__ import annotations

import json
import re
import threading
from dataclasses import asdict, dataclass, field
from typing import Any

from .access_tokens import UNAUTHENTICATED
from .errors import STATUS_OF

KINDS = (
    "status",
    "html",
    "drop",
    "stall",
    "slow",
    "truncate",
    "expire",
    "delete_tab",
    "protect_tab",
    "delete_file",
)
SERVICES = ("/v4/", "/drive/", "/upload/")
MESSAGES = {
    400: "Request contains an invalid argument.",
    401: UNAUTHENTICATED,
    403: "The caller does not have permission",
    404: "Requested entity was not found.",
    409: "The operation was aborted.",
    500: "Internal error encountered.",
    502: "Bad Gateway",
    503: "The service is currently unavailable.",
    504: "Deadline expired before operation could complete.",
}
QUOTA = (
    "Quota exceeded for quota metric '{0} requests' and limit '{0} requests per minute per user' of service "
    "'sheets.googleapis.com' for consumer 'project_number:1234567890'."
)


@dataclass(slots=True)
class Fault:
    """One order.

    kind: `status` an error as JSON, `html` the same as a page, `drop` the connection closes without an
    answer, `stall` nothing comes for `seconds` and then it closes, `slow` the answer comes after `seconds`,
    `truncate` half an answer, `expire` all tokens expire; `delete_tab`, `protect_tab` and `delete_file`
    happen to the spreadsheet that is asked for.
    when: `before` the request is done (nothing was written) or `after` it (it was written, the answer is
    lost). method, path and body (regular expressions) say which requests, skip how many of them to let pass,
    times how many to hit (-1: all). Without a path only requests to Sheets and Drive are meant, not /token.
    """

    kind: str
    status: int = 503
    when: str = "before"
    method: str = ""
    path: str = ""
    body: str = ""
    skip: int = 0
    times: int = 1
    retry_after: str | None = None
    seconds: float = 0.0
    message: str = ""
    tab: str = ""
    hits: int = 0

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; there are {', '.join(KINDS)}")
        if self.when not in ("before", "after"):
            raise ValueError(f"a fault comes before or after the request, not {self.when!r}")

    def fits(self, method: str, path: str, body: str) -> bool:
        if self.method and self.method.upper() != method:
            return False
        if not self.path and not path.startswith(SERVICES):
            return False
        return bool(re.search(self.path, path)) and bool(re.search(self.body, body))

    def answer(self, method: str) -> tuple[int, dict[str, str], bytes]:
        """The error's status, headers and body."""
        headers = {} if self.retry_after is None else {"Retry-After": self.retry_after}
        if self.kind == "html":
            return (
                self.status,
                headers | {"Content-Type": "text/html; charset=UTF-8"},
                page(self.status, self.text(method)),
            )
        error: dict[str, Any] = {
            "code": self.status,
            "message": self.text(method),
            "status": STATUS_OF.get(self.status, "UNKNOWN"),
        }
        if self.status == 429:
            error["details"] = [_quota_detail(method)]
        body = json.dumps({"error": error}, indent=2).encode() + b"\n"
        return self.status, headers | {"Content-Type": "application/json; charset=UTF-8"}, body

    def text(self, method: str) -> str:
        if self.message:
            return self.message
        if self.status == 429:
            return QUOTA.format("Read" if method == "GET" else "Write")
        return MESSAGES.get(self.status, "Unknown Error.")


def _quota_detail(method: str) -> dict[str, Any]:
    kind = "ReadRequests" if method == "GET" else "WriteRequests"
    return {
        "@type": "type.googleapis.com/google.rpc.ErrorInfo",
        "reason": "RATE_LIMIT_EXCEEDED",
        "domain": "googleapis.com",
        "metadata": {
            "service": "sheets.googleapis.com",
            "quota_limit": f"{kind}PerMinutePerUser",
            "quota_metric": f"sheets.googleapis.com/{'read' if method == 'GET' else 'write'}_requests",
            "quota_limit_value": "60",
            "consumer": "projects/1234567890",
        },
    }


def page(status: int, text: str) -> bytes:
    """The page that the front of the service sends when what is behind it doesn't answer."""
    return (
        "<!DOCTYPE html>\n<html lang=en>\n  <meta charset=utf-8>\n"
        f"  <title>Error {status} (Server Error)!!1</title>\n"
        f"  <p><b>{status}.</b> <ins>That’s an error.</ins>\n  <p>{text}  <ins>That’s all we know.</ins>\n"
    ).encode()


@dataclass(slots=True)
class Faults:
    """The orders that are open, in the order in which they were given."""

    orders: list[Fault] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, **given: Any) -> Fault:
        fault = Fault(**given)
        with self.lock:
            self.orders.append(fault)
        return fault

    def clear(self) -> None:
        with self.lock:
            self.orders.clear()

    def next(self, method: str, path: str, body: str) -> Fault | None:
        """The fault that hits this request; it counts as used."""
        with self.lock:
            for fault in self.orders:
                if fault.fits(method, path, body):
                    if fault.skip > 0:
                        fault.skip -= 1
                        continue
                    if fault.times != 0:
                        fault.times -= fault.times > 0
                        fault.hits += 1
                        return fault
        return None

    def shown(self) -> list[dict[str, Any]]:
        with self.lock:
            return [asdict(fault) for fault in self.orders]
