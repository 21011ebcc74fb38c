"""Where a rule holds, as it is written: rounds, a day or a round from which on, a share of the distance."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import BeforeValidator

from sheets_sync.ruleset.moments import day_hint, of_our_time
from sheets_sync.ruleset.values import Range, one_or_many, share


@dataclass(frozen=True, slots=True)
class RoundSet:
    """Rounds by number or by name."""

    SEVERAL: ClassVar[bool] = True

    numbers: tuple[Range, ...]
    names: tuple[str, ...]

    @classmethod
    def parse(cls, value: object) -> RoundSet:
        numbers, names = [], []
        for item in one_or_many(value):
            try:
                numbers.append(Range.parse(item))
            except ValueError:
                names.append(str(item))
        return cls(tuple(numbers), tuple(names))


@dataclass(frozen=True, slots=True)
class Since:
    """A day, or a round (``round 3``)."""

    day: date | None
    round: int | None

    @classmethod
    def parse(cls, value: object) -> Since:
        text = str(value).strip()
        kind, _, number = text.partition(" ")
        if kind == "round" and number.isdecimal() and len(number) <= len("999"):
            return cls(None, int(number))
        try:
            return cls(of_our_time(text), None)
        except ValueError:
            raise ValueError(
                f"'{value}' is neither a date nor a round; write {day_hint(value) or '2023-09-25'} or round 3"
            ) from None


@dataclass(frozen=True, slots=True)
class RunShare:
    """``below 50 %`` or ``from 75 %`` of the distance."""

    share: Fraction
    below: bool

    @classmethod
    def parse(cls, value: object) -> RunShare:
        word, _, rest = str(value).strip().partition(" ")
        if word not in ("below", "from") or not rest:
            raise ValueError(f"'{value}' is no share of the distance; write 'below 50 %' or 'from 75 %'")
        return cls(share(rest), word == "below")

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, Fraction):
            return False
        return value < self.share if self.below else value >= self.share


Rounds = Annotated[RoundSet, BeforeValidator(RoundSet.parse)]
Words = Annotated[tuple[str, ...], BeforeValidator(one_or_many)]
