"""What formulas calculate with: blanks, numbers, texts, yes or no, errors and grids of them."""

from __future__ import annotations

from typing import Any

from ..cell_text import shown
from ..entered import entered
from ..locales import KNOWN

Scalar = Any  # None, bool, int, float, str or Fault
Grid = list[list[Scalar]]


class Fault(Exception):
    """An error value: #N/A and its like. Raised while calculating, and kept as the value of a cell."""

    def __init__(self, kind: str, message: str = "") -> None:
        super().__init__(message)
        self.kind, self.message = kind, message

    def value(self) -> dict[str, Any]:
        error = {"type": self.kind}
        return {"errorValue": error | ({"message": self.message} if self.message else {})}


class Formatted(float):
    """A number that knows how it is to be shown: a date, a percentage, an amount."""

    number_format: dict[str, str]

    def __new__(cls, number: float, number_format: dict[str, str]) -> Formatted:
        found = super().__new__(cls, number)
        found.number_format = number_format
        return found


class Linked(str):
    """The text of a HYPERLINK, with its address."""

    url: str = ""


DATE = {"type": "DATE"}
DATE_TIME = {"type": "DATE_TIME"}
TIME = {"type": "TIME"}
PERCENT = {"type": "PERCENT", "pattern": "0%"}


def number(value: Scalar, function: str, place: int) -> float | int:
    """A value as a number, for the nth argument of a function."""
    if isinstance(value, Fault):
        raise value
    if value is None or value == "":
        if value == "":
            raise _no_number("", function, place)
        return 0
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float):
        return value
    read = entered(str(value), KNOWN["en_US"]).value if str(value).strip() else {}
    if "numberValue" in read:
        return read["numberValue"]  # type: ignore[no-any-return]
    raise _no_number(str(value), function, place)


def _no_number(text: str, function: str, place: int) -> Fault:
    return Fault(
        "VALUE",
        f"Function {function} parameter {place} expects number values. "
        f"But '{text}' is a text and cannot be coerced to a number.",
    )


def text(value: Scalar) -> str:
    """A value as a text."""
    if isinstance(value, Fault):
        raise value
    if value is None:
        return ""
    return shown(extended(value), getattr(value, "number_format", None), KNOWN["en_US"])


def truth(value: Scalar, function: str, place: int) -> bool:
    """A value as yes or no."""
    if isinstance(value, Fault):
        raise value
    if isinstance(value, str):
        if value.upper() in ("TRUE", "FALSE"):
            return value.upper() == "TRUE"
        raise Fault(
            "VALUE",
            f"Function {function} parameter {place} expects boolean values. "
            f"But '{value}' is a text and cannot be coerced to a boolean.",
        )
    return bool(value)


def extended(value: Scalar) -> dict[str, Any]:
    """A value as the API's ExtendedValue."""
    if isinstance(value, Fault):
        return value.value()
    if isinstance(value, bool):
        return {"boolValue": value}
    if isinstance(value, int | float):
        whole = float(value)
        return {"numberValue": int(whole) if whole == int(whole) and abs(whole) < 1e15 else whole}
    return {"stringValue": "" if value is None else str(value)}


def scalar(found: Any) -> Scalar:
    """One value: of a grid its first."""
    if isinstance(found, list):
        return found[0][0] if found and found[0] else None
    return found


def flat(found: Any) -> list[Scalar]:
    """All values, row by row."""
    return [value for row in found for value in row] if isinstance(found, list) else [found]


def rank(value: Scalar) -> tuple[int, Any]:
    """The order of unlike values: numbers, texts, yes and no, errors, blanks last."""
    if value is None or value == "":
        return 5, 0
    if isinstance(value, Fault):
        return 4, value.kind
    if isinstance(value, bool):
        return 3, value
    if isinstance(value, int | float):
        return 1, value
    return 2, str(value).casefold()


def same(left: Scalar, right: Scalar) -> bool:
    """Equality as `=` has it: capitals don't count, a blank is 0 and the empty text."""
    if left is None or right is None:
        other = right if left is None else left
        return other is None or other == "" or (other == 0 and not isinstance(other, str))
    if isinstance(left, bool) != isinstance(right, bool):
        return False
    return rank(left) == rank(right)
