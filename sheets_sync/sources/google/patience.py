"""How long we try: which answers are worth another try, when, and how often."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from requests import Response

PASSING = frozenset({429, 500, 502, 503, 504})
"""Answers of a service that is busy or unwell."""
NOT_DONE = frozenset({429})
"""Of these it is certain that nothing was done."""


@dataclass(frozen=True, slots=True)
class Patience:
    """``tries`` in all; the pauses between them double from ``first`` seconds up to ``longest``, each
    between a half and the whole of that, so that many runs don't come back at the same moment. ``most``: the
    seconds that an answer may ask us to wait; ``connect`` and ``answer``: seconds to wait for a connection
    and for an answer."""

    tries: int = 6
    first: float = 1.0
    longest: float = 32.0
    most: float = 90.0
    connect: float = 10.0
    answer: float = 60.0
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    @property
    def timeout(self) -> tuple[float, float]:
        return self.connect, self.answer

    def pauses(self) -> Iterator[float]:
        """The seconds before each further try."""
        for index in range(self.tries - 1):
            whole = min(self.first * 2**index, self.longest)
            yield whole * (0.5 + self.chance() / 2)

    def wait(self, pause: float, response: Response | None) -> None:
        """Waits, at least as long as the answer asks for."""
        self.sleep(max(pause, retry_after(response)))

    def is_exhausted_by(self, response: Response | None) -> bool:
        """Whether the answer asks us to wait for longer than we ever would: then it is no use to try."""
        return retry_after(response) > self.most


def is_passing(response: Response) -> bool:
    """Whether another try may bring something else: the service is busy or unwell, or a page for people
    or half of something came where an answer, a JSON object, should be."""
    if response.ok:
        text = response.content.strip()
        is_object = text[:1] + text[-1:] == b"{}"
        return not is_object or "json" not in response.headers.get("Content-Type", "")
    return response.status_code in PASSING or is_throttled(response)


def is_throttled(response: Response | None) -> bool:
    """Whether Drive says in its way, with a 403, that we ask too often."""
    if response is None or response.status_code != 403:
        return False
    return any(reason in response.text for reason in ("rateLimitExceeded", "userRateLimitExceeded"))


def retry_after(response: Response | None) -> float:
    """The seconds that `Retry-After` asks for, whichever way it is written; 0 without one."""
    if response is None:
        return 0.0
    written = response.headers.get("Retry-After", "").strip()
    if not written:
        return 0.0
    if written.isdecimal():
        return float(written)
    try:
        return max((parsedate_to_datetime(written) - datetime.now(UTC)).total_seconds(), 0.0)
    except (ValueError, TypeError):
        return 0.0
