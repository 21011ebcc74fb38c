"""Number formats of dates and times."""

from __future__ import annotations

import datetime as dt
import re

from .moments import DAYS, MONTHS, moment

DATE_LETTERS = re.compile(r"^(y+|m+|d+|h+|s+|am/pm|a/p|\[(h+|m+|s+)\])$", re.IGNORECASE)


def literal(token: str) -> str:
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1:]
    if token[0] == "[":
        match = re.fullmatch(r"\[\$([^-\]]*)(?:-[^\]]*)?\]", token)
        return match[1] if match else ""
    if token[0] == "_" and len(token) == 2:
        return " "
    if token[0] == "*" and len(token) == 2:
        return ""
    return token


def date_text(number: float, section: tuple[str, ...]) -> str:
    when = moment(number)
    lower = [token.lower() for token in section]
    twelve = any(token in ("am/pm", "a/p") for token in lower)
    out = []
    for at, token in enumerate(lower):
        if token == "." and at + 1 < len(lower) and section[at + 1] == "0":
            out.append(".")
        elif token == "0" and out:
            out.append(_fraction(when.microsecond, lower, at))
        elif DATE_LETTERS.match(token):
            out.append(_date_piece(token, number, when, twelve, _is_minute(lower, at)))
        else:
            out.append(literal(section[at]))
    return "".join(out)


def _fraction(microsecond: int, lower: list[str], at: int) -> str:
    place = 0
    while at - place >= 0 and lower[at - place] == "0":
        place += 1
    return f"{microsecond:06d}"[place - 1] if place <= 6 else "0"


def _is_minute(lower: list[str], at: int) -> bool:
    """An m is minutes after hours, and before seconds."""
    letters = [(index, token) for index, token in enumerate(lower) if DATE_LETTERS.match(token)]
    place = next(index for index, (where, _) in enumerate(letters) if where == at)
    before = letters[place - 1][1] if place else ""
    after = letters[place + 1][1] if place + 1 < len(letters) else ""
    return before.strip("[]").startswith("h") or after.strip("[]").startswith("s")


def _date_piece(token: str, number: float, when: dt.datetime, twelve: bool, minute: bool) -> str:
    if token.startswith("["):
        return _elapsed(token.strip("[]"), number)
    letter, width = token[0], len(token)
    if token in ("am/pm", "a/p"):
        text = "AM" if when.hour < 12 else "PM"
        return text if token == "am/pm" else text[0]
    if letter == "y":
        return f"{when.year:04d}" if width > 2 else f"{when.year % 100:02d}"
    if letter == "m" and not minute:
        name = MONTHS[when.month - 1]
        return {1: str(when.month), 2: f"{when.month:02d}", 3: name[:3], 5: name[0]}.get(width, name)
    if letter == "d":
        name = DAYS[when.weekday()]
        return {1: str(when.day), 2: f"{when.day:02d}", 3: name[:3]}.get(width, name)
    hour = (when.hour % 12 or 12) if twelve else when.hour
    found = {"h": hour, "m": when.minute, "s": when.second}[letter]
    return f"{found:02d}" if width > 1 else str(found)


def _elapsed(token: str, number: float) -> str:
    size = {"h": 24, "m": 1440, "s": 86400}[token[0]]
    whole = int(abs(number) * size + 1e-7)
    return ("-" if number < 0 else "") + str(whole).rjust(len(token), "0")
