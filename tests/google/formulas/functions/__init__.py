"""The functions that the local server calculates. Any other gives #NAME?, as an unknown one does."""

from __future__ import annotations

from typing import Any

from ..mapping import mapped
from ..values import Fault
from . import arrays, conditions, dates, links, logic, lookups, numbers, places, statistics, texts  # noqa: F401 - they register
from .registry import LAZY, SCALAR, WHOLE


def call(evaluation: Any, node: Any) -> Any:
    """The value of a function's call."""
    name = node.name.removeprefix("_XLFN.")
    try:
        if name in LAZY:
            return LAZY[name](evaluation, *node.arguments)
        if name in WHOLE:
            return WHOLE[name](*[evaluation.of(argument) for argument in node.arguments])
        if name not in SCALAR:
            raise Fault("NAME", f"Unknown function: '{node.name}'.")
        found = [evaluation.of(argument) for argument in node.arguments]
        if evaluation.array and any(isinstance(value, list) for value in found):
            return mapped(SCALAR[name], found)
        return SCALAR[name](
            *[evaluation.one(tree, value) for tree, value in zip(node.arguments, found, strict=True)]
        )
    except TypeError as wrong:
        if "argument" not in str(wrong):
            raise
        count = len(node.arguments)
        raise Fault("N_A", f"Wrong number of arguments to {name}. Got {count} arguments.") from None
