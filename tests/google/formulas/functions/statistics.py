"""Functions over many numbers."""

from __future__ import annotations

import statistics as exact
from collections.abc import Callable
from typing import Any

from ..values import Fault, Formatted, flat, number
from .registry import whole


def numbers(name: str, values: tuple[Any, ...]) -> list[float]:
    """The numbers among the arguments: of ranges only true numbers count, a direct text has to be one."""
    found: list[float] = []
    for place, value in enumerate(values, 1):
        if isinstance(value, list):
            for one in flat(value):
                if isinstance(one, Fault):
                    raise one
                if isinstance(one, int | float) and not isinstance(one, bool):
                    found.append(one)
        elif value is not None:
            found.append(number(value, name, place))
    return found


def _like(found: list[float], result: float) -> float:
    """The result is shown as the first of the numbers is."""
    form = getattr(found[0], "number_format", None) if found else None
    return Formatted(result, form) if form else result


def _over(name: str, function: Callable[[list[float]], float], empty: str = "") -> None:
    @whole(name)
    def found(*values: Any) -> float:
        given = numbers(name, values)
        if not given and empty:
            raise Fault(
                empty,
                f"Evaluation of function {name} caused a divide by zero error."
                if empty.startswith("D")
                else "",
            )
        try:
            return _like(given, function(given))
        except exact.StatisticsError:
            raise Fault(
                "DIVIDE_BY_ZERO", f"Evaluation of function {name} caused a divide by zero error."
            ) from None


def _product(values: list[float]) -> float:
    result: float = 1
    for value in values:
        result *= value
    return result if values else 0


def _sum(values: list[float]) -> float:
    return sum(values)


_over("SUM", _sum)
_over("PRODUCT", _product)
_over("AVERAGE", exact.mean, "DIVIDE_BY_ZERO")
_over("MIN", lambda values: min(values, default=0))
_over("MAX", lambda values: max(values, default=0))
_over("MEDIAN", exact.median, "NUM")
_over("MODE", exact.mode, "N_A")
_over("STDEV", exact.stdev)
_over("STDEVP", exact.pstdev)
_over("VAR", exact.variance)
_over("VARP", exact.pvariance)
_over("SUMSQ", lambda values: sum(value * value for value in values))


@whole("COUNT")
def count(*values: Any) -> int:
    return sum(
        isinstance(one, int | float) and not isinstance(one, bool) for value in values for one in flat(value)
    )


@whole("COUNTA")
def counta(*values: Any) -> int:
    return sum(one is not None for value in values for one in flat(value))


@whole("COUNTBLANK")
def countblank(*values: Any) -> int:
    return sum(one is None or one == "" for value in values for one in flat(value))


@whole("COUNTUNIQUE")
def countunique(*values: Any) -> int:
    return len({one for value in values for one in flat(value) if one is not None and one != ""})


@whole("LARGE")
def large(values: Any, place: Any) -> float:
    return _nth("LARGE", values, place, True)


@whole("SMALL")
def small(values: Any, place: Any) -> float:
    return _nth("SMALL", values, place, False)


def _nth(name: str, values: Any, place: Any, largest: bool) -> float:
    found = sorted(numbers(name, (values,)), reverse=largest)
    at = int(number(place, name, 2))
    if not 1 <= at <= len(found):
        raise Fault("NUM", f"Function {name} parameter 2 value {at} is out of range.")
    return found[at - 1]


@whole("RANK")
def rank(value: Any, values: Any, ascending: Any = 0) -> int:
    wanted, found = number(value, "RANK", 1), numbers("RANK", (values,))
    if wanted not in found:
        raise Fault("N_A", f"Function RANK could not find the value {wanted}.")
    return 1 + sum(one < wanted if ascending else one > wanted for one in found)


@whole("PERCENTILE", "PERCENTILE.INC")
def percentile(values: Any, share: Any) -> float:
    found, part = sorted(numbers("PERCENTILE", (values,))), number(share, "PERCENTILE", 2)
    if not found or not 0 <= part <= 1:
        raise Fault("NUM")
    at = part * (len(found) - 1)
    low = int(at)
    high = min(low + 1, len(found) - 1)
    return found[low] + (found[high] - found[low]) * (at - low)


@whole("SUMPRODUCT")
def sumproduct(*grids: Any) -> float:
    lines = [flat(grid) for grid in grids]
    if len({len(line) for line in lines}) != 1:
        raise Fault("VALUE", "SUMPRODUCT has mismatched range sizes.")
    total: float = 0
    for values in zip(*lines, strict=True):
        part: float = 1
        for value in values:
            if isinstance(value, Fault):
                raise value
            single = len(grids) == 1 and isinstance(value, bool)
            part *= (
                value if isinstance(value, int | float) and (not isinstance(value, bool) or not single) else 0
            )
        total += part
    return total
