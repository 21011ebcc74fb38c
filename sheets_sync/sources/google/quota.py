"""What Google lets us ask in a minute, and how we stay below it: one bucket for all leagues of a process.

Google refuses more than 60 reads and 60 writes a minute of one user, and more than 300 of each of a whole
project (https://developers.google.com/workspace/sheets/api/limits).
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["read", "write"]
MINUTE = 60.0
OF_USER = 60
OF_PROJECT = 300
_MARGIN = 0.9
"""A part of the limit is left to whoever else uses the account."""


@dataclass(slots=True)
class Bucket:
    """At most ``size`` calls in any 60 seconds; ``spent``: when each of the last minute was made."""

    size: int
    spent: deque[float] = field(default_factory=deque)

    def wait(self, now: float) -> float:
        """How many seconds until another call may be made."""
        while self.spent and self.spent[0] <= now - MINUTE:
            self.spent.popleft()
        return 0.0 if len(self.spent) < self.size else self.spent[0] + MINUTE - now


class Quota:
    """Calls of the last minute, by user and kind, and over all users. Safe to share between threads."""

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._clock, self._sleep, self._lock = clock, sleep, threading.Lock()
        self._users: dict[tuple[str, Kind], Bucket] = {}
        self._project: dict[Kind, Bucket] = {}

    def take(self, user: str, kind: Kind) -> None:
        """Waits until the call may be made, and counts it."""
        while True:
            with self._lock:
                buckets = self._buckets(user, kind)
                now = self._clock()
                wait = max(bucket.wait(now) for bucket in buckets)
                if wait <= 0:
                    for bucket in buckets:
                        bucket.spent.append(now)
                    return
            self._sleep(wait)

    def spent(self, user: str, kind: Kind) -> int:
        """How many calls of the user were made in the last minute."""
        with self._lock:
            bucket = self._buckets(user, kind)[0]
            bucket.wait(self._clock())
            return len(bucket.spent)

    def _buckets(self, user: str, kind: Kind) -> tuple[Bucket, Bucket]:
        own = self._users.setdefault((user, kind), Bucket(int(OF_USER * _MARGIN)))
        return own, self._project.setdefault(kind, Bucket(int(OF_PROJECT * _MARGIN)))


SHARED = Quota()
"""The quota of this process."""
