"""A1 notation: the only reader and writer of it. Rows and columns count from 1."""

from __future__ import annotations

import re
from functools import lru_cache

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384

_A1 = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


@lru_cache(maxsize=4096)
def column_letters(column: int) -> str:
    """1 -> A, 27 -> AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A -> 1, AA -> 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number


def a1(row: int, column: int) -> str:
    return f"{column_letters(column)}{row}"


def parse_a1(text: str) -> tuple[int, int]:
    """``C14`` -> (14, 3). Raises ValueError for anything else."""
    match = _A1.fullmatch(text.strip())
    if not match:
        raise ValueError(f"'{text}' is no cell; write it like C14")
    row, column = int(match[2]), column_number(match[1])
    if row > MAX_ROWS or column > MAX_COLUMNS:
        raise ValueError(f"'{text}' lies outside of a sheet (last cell XFD{MAX_ROWS})")
    return row, column
