"""Values as rule documents write them: exact numbers, shares, ranges, lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator

Number = int | Fraction

_NUMBER = re.compile(r"([+-]?\d{1,18})(?:\.(\d{1,18})|\s*/\s*([1-9]\d{0,17}))?")
_COMMA = re.compile(r"([+-]?\d+),(\d+)( %)?")
_WHOLE = re.compile(r"[+-]?\d{1,9}")
_SEVERAL = re.compile(r"[,;](?:\s|$)")
_RANGE = re.compile(r"(\d{1,9})?\s*(-)?\s*(\d{1,9})?")


def number(value: object) -> Number:
    """``3``, ``-2``, ``1/2`` or ``0.5``, exactly."""
    match = _NUMBER.fullmatch(str(value).strip())
    if not match:
        raise ValueError(f"'{value}' is no number; write {_with_point(value) or '3, 1/2 or 0.5'}")
    return simplest(Fraction(str(value).replace(" ", "")))


def _with_point(value: object) -> str:
    """``0.5`` of what is written as ``0,5``."""
    match = _COMMA.fullmatch(str(value).strip())
    return f"{match[1]}.{match[2]}{match[3] or ''}" if match else ""


def not_negative(value: object) -> Number:
    """A number from 0 on."""
    return _at_least(number(value), 0)


def positive(value: object) -> Number:
    """A number above 0."""
    found = number(value)
    if found <= 0:
        raise ValueError(f"'{value}' isn't possible here; it must be above 0")
    return found


def whole(value: object) -> int:
    """A whole number, which may be negative."""
    if not _WHOLE.fullmatch(str(value).strip()):
        raise ValueError(f"'{value}' isn't possible here; it must be a whole number")
    return int(str(value))


def count(value: object) -> int:
    """How many of something there are: one at least."""
    return int(_at_least(whole(value), 1))


def count_or_none(value: object) -> int:
    """How many of something there may be: none as well."""
    return int(_at_least(whole(value), 0))


def _at_least(found: Number, least: int) -> Number:
    if found < least:
        raise ValueError(f"'{found}' isn't possible here; it must be at least {least}")
    return found


def simplest(value: Fraction | int) -> Number:
    """An int where the fraction is whole."""
    if isinstance(value, int):
        return value
    return value.numerator if value.denominator == 1 else value


def share(value: object) -> Fraction:
    """``75 %`` or ``2/3`` -> a fraction of one, which is all there can be."""
    text = str(value).strip()
    try:
        found = Fraction(number(text.removesuffix("%").strip())) / (100 if text.endswith("%") else 1)
    except ValueError:
        hint = _with_point(value) or "75 % or 2/3"
        raise ValueError(f"'{value}' is no share; write {hint}") from None
    if not 0 <= found <= 1:
        hint = f"write {text} %" if 0 < found <= 100 and "%" not in text else "write 0 % to 100 %"
        raise ValueError(f"'{value}' isn't possible here; a share is at most the whole: {hint}")
    return found


@dataclass(frozen=True, slots=True)
class Range:
    """Whole numbers from ``low`` to ``high``, both included; None is open."""

    low: int | None
    high: int | None

    def __contains__(self, value: object) -> bool:
        if not isinstance(value, (int, Fraction)):
            return False
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    @classmethod
    def parse(cls, value: object) -> Range:
        text = str(value).strip()
        match = _RANGE.fullmatch(text)
        if not match or not (match[1] or match[3]):
            raise ValueError(f"'{value}' is no range; write 5, 1-4, 16- or -12")
        low, high = (int(part) if part else None for part in (match[1], match[3]))
        if not match[2]:
            return cls(low, low)
        if low is not None and high is not None and low > high:
            raise ValueError(f"'{value}' runs backwards; write {high}-{low}")
        return cls(low, high)


@dataclass(frozen=True, slots=True)
class Threshold:
    """``at`` a count; ``onwards`` (written ``2+``): at each further one too."""

    at: Number
    onwards: bool = False

    @classmethod
    def parse(cls, value: object) -> Threshold:
        text = str(value).strip()
        return cls(number(text.removesuffix("+")), text.endswith("+"))

    def __str__(self) -> str:
        return f"{self.at}{'+' if self.onwards else ''}"


def listed(value: object) -> Any:
    """One alone needs no brackets."""
    return value if isinstance(value, list) else [value]


def places(value: object) -> Range:
    """A range of places, of which the first is 1."""
    found = Range.parse(value)
    if found.low == 0 or found.high == 0:
        raise ValueError(f"'{value}' isn't possible here; the first place is 1")
    return found


def one_or_many(value: object) -> Any:
    """As `listed`; a text that was meant as a list is refused, since it would be one long name."""
    if isinstance(value, str) and _SEVERAL.search(value):
        parts = ", ".join(part.strip() for part in _SEVERAL.split(value) if part.strip())
        raise ValueError(f"'{value}' is one text; write a list: [{parts}]")
    if isinstance(value, list) and any(each in (None, "") for each in value):
        raise ValueError("one of the list is empty; write it, or take it out")
    return listed(value)


def yes_no(value: object) -> bool:
    words = {"yes": True, "no": False, "true": True, "false": False}
    if str(value).casefold() not in words:
        raise ValueError(f"'{value}' isn't possible here; write yes or no")
    return words[str(value).casefold()]


Exact = Annotated[int | Fraction, BeforeValidator(number)]
NotNegative = Annotated[int | Fraction, BeforeValidator(not_negative)]
Positive = Annotated[int | Fraction, BeforeValidator(positive)]
Count = Annotated[int, BeforeValidator(count)]
CountOrNone = Annotated[int, BeforeValidator(count_or_none)]
Share = Annotated[Fraction, BeforeValidator(share)]
YesNo = Annotated[bool, BeforeValidator(yes_no)]
Names = Annotated[list[str], BeforeValidator(one_or_many)]
InRange = Annotated[Range, BeforeValidator(Range.parse)]
Places = Annotated[Range, BeforeValidator(places)]
