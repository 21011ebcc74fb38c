"""Everything that one server knows, and the requests that it was sent."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from typing import Any

from .access_tokens import Caller, Tokens
from .drive.account import Account
from .drive.uploads import Sessions
from .faults import Faults


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came: the path isn't decoded."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body; None where there is none."""
        return json.loads(self.body) if self.body.strip() else None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back; `value` as JSON unless there is `content`."""

    value: Any = None
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    content: bytes | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """A line of the log: what was asked, and the status that went back (0: none)."""

    method: str
    path: str
    status: int
    fault: str = ""


@dataclass(slots=True)
class Service:
    """The state of a server."""

    account: Account = field(default_factory=Account)
    tokens: Tokens = field(default_factory=Tokens)
    faults: Faults = field(default_factory=Faults)
    uploads: Sessions = field(default_factory=Sessions)
    log: list[Seen] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)  # tracebacks of this server's own errors
    address: str = ""
    log_lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, seen: Seen) -> None:
        with self.log_lock:
            self.log.append(seen)

    def caller(self, request: Request) -> Caller:
        """Who asks: by header, or by a token in the address."""
        return self.tokens.caller(request.headers.get("authorization", ""))

    def clear(self) -> None:
        """No files, no faults, no log; tokens stay good."""
        with self.account.lock:
            self.account.files.clear()
            self.faults.clear()
            with self.log_lock:
                self.log.clear()
