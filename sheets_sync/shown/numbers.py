"""Numbers written out by a section of a format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from math import floor, log10

from sheets_sync.shown.tokens import (
    COMMA,
    DIGITS,
    EXPONENT,
    GENERAL,
    LITERAL,
    PERCENT,
    POINT,
    Section,
    Token,
    Unknown,
)

Number = int | float
_WIDTH = 11
_SMALL, _LARGE = 1e-4, 1e11
_MOST_DECIMALS = 20


def general(value: Number) -> str:
    """As a cell without a format shows it: eleven signs at most, more only for its sign and exponent."""
    size = abs(value)
    if isinstance(value, int) and size < _LARGE:
        return str(value)
    if value == 0:
        return "0"
    if not _SMALL <= size < _LARGE:
        digits, _, exponent = f"{value:.5E}".partition("E")
        return f"{_bare(digits)}E{exponent}"
    decimals = max(_WIDTH - 2 - max(floor(log10(size)), 0), 0)
    return _bare(f"{value:.{decimals}f}")


def _bare(text: str) -> str:
    """Without zeros behind the last digit that counts."""
    return text.rstrip("0").rstrip(".") if "." in text else text


def fixed(value: Number, decimals: int) -> str:
    """Rounded as spreadsheets do: halves of what fifteen digits say go up."""
    if isinstance(value, float):
        scaled = value * 10.0**decimals
        if scaled < 1e15 and abs(scaled % 1 - 0.5) < 1e-6:
            exact = Decimal(f"{value:.15g}")
            return f"{exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
    return f"{value:.{decimals}f}"


@dataclass(frozen=True, slots=True)
class _Pattern:
    """``whole`` and ``decimals``: their signs 0, # and ?; ``scale``: what the value is multiplied by, 0 where
    nothing of it is shown."""

    before: str
    whole: str
    decimals: str | None
    exponent: str
    behind: str
    grouped: bool
    scale: float


def writer(section: Section) -> Callable[[Number], str]:
    """Writes the size of a number; its sign isn't looked at. Raises Unknown."""
    if GENERAL in section.kinds:
        return _general(section)
    pattern = _pattern(section.tokens)
    if not pattern.scale:
        return lambda _: pattern.before
    if pattern.exponent:
        return _exponential(pattern)
    plain = set(pattern.whole) == {"0"} and not set(pattern.decimals or "") - {"0"} and not pattern.grouped
    return _plain(pattern) if plain and pattern.scale == 1 else lambda value: _written(pattern, value)


def _general(section: Section) -> Callable[[Number], str]:
    if section.kinds - {GENERAL, LITERAL} or len([t for t in section.tokens if t.kind == GENERAL]) > 1:
        raise Unknown
    parts = [None if token.kind == GENERAL else token.text for token in section.tokens]
    return lambda value: "".join([general(value) if part is None else part for part in parts])


def _plain(pattern: _Pattern) -> Callable[[Number], str]:
    """The commonest: zeros, perhaps with a point."""
    before, behind, decimals = pattern.before, pattern.behind, len(pattern.decimals or "")
    width = len(pattern.whole) + decimals + (pattern.decimals is not None)
    point = "." if pattern.decimals == "" else ""
    return lambda value: f"{before}{fixed(value, decimals).zfill(width)}{point}{behind}"


def _written(pattern: _Pattern, value: Number) -> str:
    decimals = pattern.decimals or ""
    number = fixed(value * pattern.scale if pattern.scale != 1 else value, len(decimals))
    whole, _, rest = number.partition(".")
    whole = _whole(whole, pattern)
    if pattern.decimals is not None:
        whole += "." + _decimals(rest, decimals)
    return f"{pattern.before}{whole}{pattern.behind}"


def _whole(digits: str, pattern: _Pattern) -> str:
    if digits == "0" and "0" not in pattern.whole:
        digits = ""
    digits = digits.zfill(pattern.whole.count("0")) if "0" in pattern.whole else digits
    if pattern.grouped:
        first = len(digits) % 3
        groups = [digits[:first], *(digits[at : at + 3] for at in range(first, len(digits), 3))]
        digits = ",".join(group for group in groups if group)
    return digits.rjust(len(pattern.whole)) if "?" in pattern.whole else digits


def _decimals(digits: str, signs: str) -> str:
    """Zeros at the end are left out where the sign is #, and blank where it is ?."""
    kept = digits
    while kept and kept[-1] == "0" and signs[len(kept) - 1] != "0":
        kept = kept[:-1]
    return kept + " " * signs[len(kept) :].count("?")


def _exponential(pattern: _Pattern) -> Callable[[Number], str]:
    if pattern.whole != "0" or set(pattern.decimals or "") - {"0"} or pattern.scale != 1:
        raise Unknown
    digits, width = len(pattern.decimals or ""), len(pattern.exponent) - 2
    plus = "+" if pattern.exponent[1] == "+" else ""

    def write(value: Number) -> str:
        mantissa, _, power = f"{value:.{digits}E}".partition("E")
        sign = "-" if power.startswith("-") else plus
        return f"{pattern.before}{mantissa}E{sign}{power[1:].lstrip('0').zfill(width)}{pattern.behind}"

    return write


def _pattern(tokens: Sequence[Token]) -> _Pattern:
    """Raises Unknown where the digits aren't in one piece, as in fractions."""
    places = [at for at, token in enumerate(tokens) if token.kind in (DIGITS, POINT, EXPONENT)]
    if not places:
        return _Pattern(_texts(tokens), "", None, "", "", False, 0)
    first, last = places[0], places[-1]
    while last + 1 < len(tokens) and tokens[last + 1].kind == COMMA:
        last += 1
    before, number, behind = tokens[:first], tokens[first : last + 1], tokens[last + 1 :]
    if any(token.kind not in (DIGITS, POINT, COMMA, EXPONENT) for token in number):
        raise Unknown
    text = "".join(token.text for token in number)
    whole, exponent, power = text.partition("E") if "E" in text else (text, "", "")
    scaled = whole.rstrip(",")
    left, point, right = scaled.partition(".")
    if "." in right or "," in right or left.startswith(",") or len(right) > _MOST_DECIMALS:
        raise Unknown
    percents = sum(token.kind == PERCENT for token in (*before, *behind))
    scale = 100.0**percents / 1000.0 ** (len(whole) - len(scaled))
    decimals = right if point else None
    return _Pattern(
        _texts(before), left.replace(",", ""), decimals, exponent + power, _texts(behind), "," in left, scale
    )


def _texts(tokens: Sequence[Token]) -> str:
    if any(token.kind not in (LITERAL, PERCENT) for token in tokens):
        raise Unknown
    return "".join(token.text for token in tokens)
