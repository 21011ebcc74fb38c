"""Functions that count or add what meets a criterion: COUNTIF(A1:A9, ">5")."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from ...entered import entered
from ...locales import KNOWN
from ..operators import compare
from ..values import Fault, flat, same
from .registry import whole

Test = Callable[[Any], bool]


def criterion(wanted: Any) -> Test:
    """The test that a criterion is: a value, a text with a comparison before it, or one with * and ?."""
    if not isinstance(wanted, str):
        return lambda value: value is not None and not isinstance(value, Fault) and same(value, wanted)
    match = re.fullmatch(r"(<>|<=|>=|=|<|>)?(.*)", wanted, re.DOTALL)
    assert match is not None
    sign, rest = match[1] or "=", match[2]
    found: Any = rest
    if rest:
        read = entered(rest, KNOWN["en_US"]).value
        found = read.get("numberValue", read.get("boolValue", rest))
    if sign in ("=", "<>"):
        equal = _equal(found, rest, bool(match[1]))
        return equal if sign == "=" else lambda value: not equal(value)
    return lambda value: _same_kind(value, found) and compare(sign, value, found)


def _equal(found: Any, rest: str, said: bool) -> Test:
    if not rest:
        return (lambda value: value is None) if said else (lambda value: value is None or value == "")
    if isinstance(found, str) and re.search(r"[*?~]", rest):
        pattern = re.compile(_wild(rest), re.IGNORECASE | re.DOTALL)
        return lambda value: isinstance(value, str) and bool(pattern.fullmatch(value))
    return lambda value: value is not None and not isinstance(value, Fault) and same(value, found)


def _wild(text: str) -> str:
    parts = re.findall(r"~[*?~]|[*?]|[^*?~]+|~", text)
    signs = {"*": ".*", "?": "."}
    return "".join(
        signs.get(part) or re.escape(part[1:] if part[0] == "~" and part[1:] else part) for part in parts
    )


def _same_kind(value: Any, wanted: Any) -> bool:
    if value is None or isinstance(value, Fault) or isinstance(value, bool) != isinstance(wanted, bool):
        return False
    return isinstance(value, str) == isinstance(wanted, str)


def _chosen(name: str, pairs: tuple[Any, ...]) -> list[bool]:
    """Which places meet all criteria."""
    lines = [flat(values) for values in pairs[::2]]
    if len(pairs) % 2:
        raise Fault("N_A", f"Wrong number of arguments to {name}.")
    if len({len(line) for line in lines}) > 1:
        raise Fault("VALUE", f"Array arguments to {name} are of different size.")
    tests = [criterion(wanted) for wanted in pairs[1::2]]
    return [
        all(test(value) for test, value in zip(tests, row, strict=True)) for row in zip(*lines, strict=True)
    ]


def _of(values: Any, chosen: list[bool]) -> list[float]:
    found = [value for value, wanted in zip(flat(values), chosen, strict=False) if wanted]
    for value in found:
        if isinstance(value, Fault):
            raise value
    return [value for value in found if isinstance(value, int | float) and not isinstance(value, bool)]


@whole("COUNTIF")
def countif(values: Any, wanted: Any) -> int:
    return sum(_chosen("COUNTIF", (values, _single(wanted))))


def _single(wanted: Any) -> Any:
    return wanted[0][0] if isinstance(wanted, list) else wanted


def _singles(pairs: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(_single(value) if place % 2 else value for place, value in enumerate(pairs))


@whole("COUNTIFS")
def countifs(*pairs: Any) -> int:
    return sum(_chosen("COUNTIFS", _singles(pairs)))


@whole("SUMIF")
def sumif(values: Any, wanted: Any, summed: Any = None) -> float:
    return sum(_of(values if summed is None else summed, _chosen("SUMIF", (values, _single(wanted)))))


@whole("SUMIFS")
def sumifs(summed: Any, *pairs: Any) -> float:
    return sum(_of(summed, _chosen("SUMIFS", _singles(pairs))))


def _mean(name: str, found: list[float]) -> float:
    if not found:
        raise Fault("DIVIDE_BY_ZERO", f"Evaluation of function {name} caused a divide by zero error.")
    return sum(found) / len(found)


@whole("AVERAGEIF")
def averageif(values: Any, wanted: Any, averaged: Any = None) -> float:
    chosen = _chosen("AVERAGEIF", (values, _single(wanted)))
    return _mean("AVERAGEIF", _of(values if averaged is None else averaged, chosen))


@whole("AVERAGEIFS")
def averageifs(averaged: Any, *pairs: Any) -> float:
    return _mean("AVERAGEIFS", _of(averaged, _chosen("AVERAGEIFS", _singles(pairs))))


@whole("MAXIFS")
def maxifs(values: Any, *pairs: Any) -> float:
    return max(_of(values, _chosen("MAXIFS", _singles(pairs))), default=0)


@whole("MINIFS")
def minifs(values: Any, *pairs: Any) -> float:
    return min(_of(values, _chosen("MINIFS", _singles(pairs))), default=0)
