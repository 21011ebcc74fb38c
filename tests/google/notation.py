"""How cells and ranges are written: A1, R1C1, and titles in quotes."""

from __future__ import annotations

import re

CELL = re.compile(r"\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,7})?")
R1C1 = re.compile(r"R([1-9][0-9]*)?C([1-9][0-9]*)?", re.IGNORECASE)
PLAIN_TITLE = re.compile(r"(?!\d+$)[A-Za-z0-9_]+")
LOOKS_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}[0-9]+|R[0-9]*C[0-9]*|R|C", re.IGNORECASE)


def letters(column: int) -> str:
    """The name of a column: 0 is A."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(name: str) -> int:
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def quoted(title: str) -> str:
    """A title as it stands before the `!`."""
    if PLAIN_TITLE.fullmatch(title) and not LOOKS_LIKE_A_CELL.fullmatch(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def corners(top: int, left: int, bottom: int | None, right: int | None) -> str:
    first = f"{letters(left)}{top + 1}"
    if bottom is not None and right is not None and (bottom - top, right - left) == (1, 1):
        return first
    last = ("" if right is None else letters(right - 1)) + ("" if bottom is None else str(bottom))
    return f"{first}:{last}" if last else first


def corner(text: str) -> tuple[int | None, int | None] | None:
    """(row, column), None where the corner doesn't say it."""
    text = text.strip()
    match = CELL.fullmatch(text)
    if match and text:
        return (int(match[2]) - 1 if match[2] else None), (column_of(match[1]) if match[1] else None)
    match = R1C1.fullmatch(text)
    if match and (match[1] or match[2]):
        return (int(match[1]) - 1 if match[1] else None), (int(match[2]) - 1 if match[2] else None)
    return None
