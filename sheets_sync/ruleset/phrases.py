"""Sanctions as documents print them: ``5 s``, ``-10 points``, ``2 places``, ``{decide: exclusion}``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator

from sheets_sync.ruleset.values import Number, listed, number, simplest

_AMOUNT = re.compile(r"([+-]?\d+(?:/\d+|\.\d+)?)\s+(.+)")


class Sanction(Enum):
    """What a phrase touches; TALLY adds to the tally that the phrase names."""

    SECONDS = "s"
    PLACES = "places"
    LAPS = "laps"
    POINTS = "points"
    DISQUALIFICATION = "disqualification"
    ROUND_DISQUALIFICATION = "round disqualification"
    DECIDE = "decide"
    NOTE = "note"
    TALLY = "tally"


APPLICABLE = (
    Sanction.SECONDS,
    Sanction.PLACES,
    Sanction.POINTS,
    Sanction.DISQUALIFICATION,
    Sanction.ROUND_DISQUALIFICATION,
    Sanction.NOTE,
)
"""What a decided case can carry out."""

OUT = (Sanction.DISQUALIFICATION, Sanction.ROUND_DISQUALIFICATION)
"""What takes a driver out of a classification."""

_UNITS = {
    "s": Sanction.SECONDS,
    "second": Sanction.SECONDS,
    "seconds": Sanction.SECONDS,
    "place": Sanction.PLACES,
    "places": Sanction.PLACES,
    "lap": Sanction.LAPS,
    "laps": Sanction.LAPS,
    "point": Sanction.POINTS,
    "points": Sanction.POINTS,
}
_WORDS = {
    "disqualification": Sanction.DISQUALIFICATION,
    "dsq": Sanction.DISQUALIFICATION,
    "round disqualification": Sanction.ROUND_DISQUALIFICATION,
    "note": Sanction.NOTE,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    """``amount`` is in the sanction's unit, with the sign that is written; ``name`` says what to
    decide, or which tally."""

    sanction: Sanction
    amount: Number = 1
    name: str = ""

    @classmethod
    def parse(cls, value: object) -> Phrase:
        if isinstance(value, dict):
            return cls._decision(value)
        text = " ".join(str(value).split())
        if text.casefold() in _WORDS:
            return cls(_WORDS[text.casefold()])
        match = _AMOUNT.fullmatch(text)
        if not match:
            raise ValueError(
                f"'{value}' is no sanction; write '5 s', '-10 points', '2 places' or 'disqualification'"
            )
        unit = _UNITS.get(match[2].casefold())
        if unit is None:
            return cls(Sanction.TALLY, number(match[1]), match[2])
        if unit is Sanction.POINTS and match[1][0] not in "+-":
            raise ValueError(f"'{value}' has no sign; write '-{text}' or '+{text}'")
        return cls(unit, number(match[1]))

    @classmethod
    def _decision(cls, value: dict[object, object]) -> Phrase:
        if list(value) != ["decide"] or not isinstance(value["decide"], str):
            raise ValueError("a sanction in braces is written {decide: what}")
        return cls(Sanction.DECIDE, 1, value["decide"])

    def __str__(self) -> str:
        if self.sanction is Sanction.DECIDE:
            return f"decide: {self.name}"
        if self.sanction in _WORDS.values():
            return str(self.sanction.value)
        return f"{simplest(Fraction(self.amount))} {self.name or self.sanction.value}"


def _phrases(value: object) -> list[Phrase]:
    return [Phrase.parse(item) for item in listed(value)]


Phrases = Annotated[list[Phrase], BeforeValidator(_phrases)]
