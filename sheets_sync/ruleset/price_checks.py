"""Prices of a tariff that nobody can be given: half a place, less than no seconds."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.tariff import Cost, Tariff
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Phrase
from sheets_sync.ruleset.race_checks import Unfit

_SERVED = ("s", "places", "kg", "grid places", "laps")
"""The units of bare numbers that are sanctions; points lost and tallies may be given back."""


def unfit_prices(_: Ruleset, item: Item, __: tuple[str, ...]) -> Iterator[Unfit]:
    """Bare numbers that make no sanction in the unit of the tariff."""
    if isinstance(item, Tariff) and item.unit in _SERVED:
        for code, cost in item.codes.items():
            yield from _of_code(item.unit, code, cost)


def _of_code(unit: str, code: str, cost: Cost) -> Iterator[Unfit]:
    for price in (*cost.fixed, cost.low, cost.high):
        if price is None or isinstance(price, Phrase):
            continue
        try:
            Phrase.parse(f"{price} {unit}")
        except ValueError as error:
            yield Unfit(f"codes > {code}", f"{error}.", "")
