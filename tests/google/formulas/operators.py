"""The operators, on single values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .values import PERCENT, Fault, Formatted, number, rank, same, text

NAMES = {"+": "ADD", "-": "MINUS", "*": "MULTIPLY", "/": "DIVIDE", "^": "POW"}


def _keeps(left: Any, right: Any, result: float, both_drop: bool) -> float:
    """A sum of a date and days is a date; the difference of two dates is a number."""
    one, two = getattr(left, "number_format", None), getattr(right, "number_format", None)
    if both_drop and one and two and one["type"] in ("DATE", "DATE_TIME"):
        return result
    found = one or two
    return Formatted(result, found) if found else result


def arithmetic(operator: str, left: Any, right: Any) -> Any:
    name = NAMES[operator]
    a, b = number(left, name, 1), number(right, name, 2)
    if operator == "+":
        return _keeps(left, right, a + b, False)
    if operator == "-":
        return _keeps(left, right, a - b, True)
    if operator == "*":
        return a * b
    if operator == "/":
        if b == 0:
            raise Fault("DIVIDE_BY_ZERO", "Function DIVIDE parameter 2 cannot be zero.")
        return a / b
    return power(a, b)


def power(a: float, b: float) -> float:
    try:
        found = a**b
    except ZeroDivisionError:
        raise Fault("DIVIDE_BY_ZERO", "Function POWER caused a divide by zero error.") from None
    except OverflowError:
        raise Fault(
            "NUM", "Numeric value is greater than 1.79769E+308 and cannot be displayed properly."
        ) from None
    if isinstance(found, complex):
        raise Fault(
            "NUM", f"Function POWER parameter 1 value is {a}. It should be greater than or equal to 0."
        )
    return float(found) if isinstance(found, float) else int(found)


def compare(operator: str, left: Any, right: Any) -> bool:
    for value in (left, right):
        if isinstance(value, Fault):
            raise value
    if operator in ("=", "<>"):
        return same(left, right) == (operator == "=")
    if left is None or right is None:
        blank = "" if isinstance(left or right, str) else 0
        left, right = (blank if left is None else left), (blank if right is None else right)
    one, two = rank(left), rank(right)
    if "" in (left, right):
        one, two = (2, left), (2, right)
        if not (isinstance(left, str) and isinstance(right, str)):
            one, two = rank(left or None), rank(right or None)
            one, two = (one, two) if left != "" else ((2, ""), two)
    below: Callable[[], bool] = lambda: one < two  # noqa: E731
    return {"<": below(), ">": two < one, "<=": not two < one, ">=": not below()}[operator]


def apply(operator: str, *values: Any) -> Any:
    """One operator on its one or two values."""
    if operator in NAMES:
        return arithmetic(operator, *values)
    if operator == "&":
        return text(values[0]) + text(values[1])
    if operator == "u-":
        found = -number(values[0], "UMINUS", 1)
        form = getattr(values[0], "number_format", None)
        return Formatted(found, form) if form else found
    if operator == "u+":
        if isinstance(values[0], Fault):
            raise values[0]
        return values[0]
    if operator == "%":
        return Formatted(number(values[0], "UNARY_PERCENT", 1) / 100, PERCENT)
    return compare(operator, *values)


OPERATORS = {*NAMES, "&", "u-", "u+", "%", "=", "<>", "<", ">", "<=", ">="}
