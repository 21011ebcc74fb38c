"""The sessions that were classified, found by their round."""

from __future__ import annotations

from collections.abc import Iterable

from sheets_sync.rules.classification.rule import Classification
from sheets_sync.rules.ledger import Event


class Sessions(dict[Event, Classification]):
    """Event -> its classification; ``of_round`` doesn't look through those of other rounds."""

    def __init__(self, made: Iterable[tuple[Event, Classification]] = ()) -> None:
        super().__init__()
        self._rounds: dict[int, dict[Event, Classification]] = {}
        for event, classification in made:
            self[event] = classification

    def __setitem__(self, event: Event, made: Classification) -> None:
        super().__setitem__(event, made)
        self._rounds.setdefault(event.round, {})[event] = made

    def of_round(self, number: int) -> list[Classification]:
        return list(self._rounds.get(number, {}).values())
