"""Arithmetic functions."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Any

from ..operators import apply, power
from ..values import Fault, number
from .registry import scalar_function, whole


def _one(name: str, function: Callable[[float], float]) -> None:
    @scalar_function(name)
    def found(value: Any) -> float:
        try:
            return function(number(value, name, 1))
        except ValueError:
            raise Fault("NUM", f"Function {name} parameter 1 value is {value}. It is out of range.") from None
        except OverflowError:
            raise Fault(
                "NUM", "Numeric value is greater than 1.79769E+308 and cannot be displayed properly."
            ) from None


for _name, _function in {
    "ABS": abs,
    "SQRT": math.sqrt,
    "EXP": math.exp,
    "LN": math.log,
    "LOG10": math.log10,
    "SIN": math.sin,
    "COS": math.cos,
    "TAN": math.tan,
    "ASIN": math.asin,
    "ACOS": math.acos,
    "ATAN": math.atan,
    "DEGREES": math.degrees,
    "RADIANS": math.radians,
    "SIGN": lambda value: (value > 0) - (value < 0),
    "INT": math.floor,
    "FACT": lambda value: math.factorial(int(value)),
    "EVEN": lambda value: math.copysign(math.ceil(abs(value) / 2) * 2, value),
    "ODD": lambda value: math.copysign(math.ceil((abs(value) + 1) / 2) * 2 - 1, value),
}.items():
    _one(_name, _function)  # type: ignore[arg-type]


def _rounding(name: str, mode: str) -> None:
    @scalar_function(name)
    def found(value: Any, places: Any = 0) -> float:
        shift = int(number(places, name, 2))
        exact = Decimal(repr(float(number(value, name, 1))))
        return float(exact.scaleb(shift).quantize(Decimal(1), mode).scaleb(-shift))


_rounding("ROUND", ROUND_HALF_UP)
_rounding("ROUNDUP", ROUND_UP)
_rounding("ROUNDDOWN", ROUND_DOWN)
_rounding("TRUNC", ROUND_DOWN)


def _to_multiple(name: str, mode: str) -> None:
    @scalar_function(name)
    def found(value: Any, factor: Any = 1) -> float:
        size = Decimal(repr(float(number(factor, name, 2))))
        if size == 0:
            return 0
        return float((Decimal(repr(float(number(value, name, 1)))) / size).quantize(Decimal(1), mode) * size)


_to_multiple("CEILING", ROUND_CEILING)
_to_multiple("FLOOR", ROUND_FLOOR)
_to_multiple("MROUND", ROUND_HALF_UP)


@scalar_function("MOD")
def mod(value: Any, divisor: Any) -> float:
    by = number(divisor, "MOD", 2)
    if by == 0:
        raise Fault("DIVIDE_BY_ZERO", "Function MOD parameter 2 cannot be zero.")
    return number(value, "MOD", 1) % by


@scalar_function("QUOTIENT")
def quotient(value: Any, divisor: Any) -> int:
    by = number(divisor, "QUOTIENT", 2)
    if by == 0:
        raise Fault("DIVIDE_BY_ZERO", "Function QUOTIENT parameter 2 cannot be zero.")
    return int(number(value, "QUOTIENT", 1) / by)


@scalar_function("POWER", "POW")
def power_(base: Any, exponent: Any) -> float:
    return power(number(base, "POWER", 1), number(exponent, "POWER", 2))


@scalar_function("LOG")
def log(value: Any, base: Any = 10) -> float:
    try:
        return math.log(number(value, "LOG", 1), number(base, "LOG", 2))
    except (ValueError, ZeroDivisionError):
        raise Fault(
            "NUM", f"Function LOG parameter 1 value is {value}. It should be greater than 0."
        ) from None


@whole("PI")
def pi() -> float:
    return math.pi


@whole("RAND")
def rand() -> float:
    return random.random()


@scalar_function("RANDBETWEEN")
def randbetween(low: Any, high: Any) -> int:
    return random.randint(
        math.ceil(number(low, "RANDBETWEEN", 1)), math.floor(number(high, "RANDBETWEEN", 2))
    )


@whole("GCD")
def gcd(*values: Any) -> int:
    return math.gcd(*[int(number(value, "GCD", place)) for place, value in enumerate(values, 1)])


@whole("LCM")
def lcm(*values: Any) -> int:
    return math.lcm(*[int(number(value, "LCM", place)) for place, value in enumerate(values, 1)])


def _operator(name: str, sign: str) -> None:
    @scalar_function(name)
    def found(*values: Any) -> Any:
        if len(values) != 2:
            raise Fault(
                "N_A",
                f"Wrong number of arguments to {name}. "
                f"Expected 2 arguments, but got {len(values)} arguments.",
            )
        return apply(sign, *values)


for _name, _sign in {
    "ADD": "+",
    "MINUS": "-",
    "MULTIPLY": "*",
    "DIVIDE": "/",
    "EQ": "=",
    "NE": "<>",
    "GT": ">",
    "GTE": ">=",
    "LT": "<",
    "LTE": "<=",
    "CONCAT": "&",
}.items():
    _operator(_name, _sign)


@scalar_function("UMINUS")
def uminus(value: Any) -> Any:
    return apply("u-", value)
