"""Section `tariff`: what a code costs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.phrases import Phrase
from sheets_sync.ruleset.values import listed, number

Unit = Literal["points lost", "s", "places"]


def _codes(value: object) -> object:
    """Codes are compared in capitals; a bare number stays a number until the unit is known."""
    if not isinstance(value, dict):
        raise ValueError("here belong codes in the form 'CODE: 5'")
    return {
        str(code).upper(): [_cost(str(code), item) for item in listed(cost)] for code, cost in value.items()
    }


def _cost(code: str, value: object) -> Phrase | int | object:
    try:
        return number(value)
    except ValueError:
        pass
    try:
        return Phrase.parse(value)
    except ValueError as error:
        raise ValueError(f"{code}: {error}") from None


class Tariff(Item):
    """Code -> sanctions."""

    unit: Unit = Field("s", description="of bare numbers: points lost, s or places")
    codes: Annotated[dict[str, list[object]], BeforeValidator(_codes)] = Field(
        default_factory=dict, description="code -> number or sanctions"
    )
    needs: dict[str, str] = Field(
        default_factory=dict, description="code -> the column that it can't do without"
    )
