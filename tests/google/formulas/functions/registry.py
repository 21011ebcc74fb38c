"""How functions are known: by name, with the way in which they want their arguments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Function = Callable[..., Any]
LAZY: dict[str, Function] = {}  # get the evaluation and the trees of their arguments
SCALAR: dict[str, Function] = {}  # get single values
WHOLE: dict[str, Function] = {}  # get values and grids as they are


def _into(table: dict[str, Function]) -> Callable[..., Callable[[Function], Function]]:
    def named(*names: str) -> Callable[[Function], Function]:
        def register(function: Function) -> Function:
            for name in names:
                table[name] = function
            return function

        return register

    return named


lazy, scalar_function, whole = _into(LAZY), _into(SCALAR), _into(WHOLE)
