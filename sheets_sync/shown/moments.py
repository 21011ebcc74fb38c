"""Dates, times and durations written out by a section of a format."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from sheets_sync.shown.tokens import DATE, DIGITS, ELAPSED, HALF, LITERAL, POINT, Section, Token, Unknown

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
_DAY, _HOUR, _MINUTE = 86_400_000, 3_600_000, 60_000
_LAST_DAY = 2_958_465
# Serials count a 29 February 1900 that never was.
_LEAP_DAY = 60
_FIRST = date(1899, 12, 30).toordinal()
_FROM_1904 = 1462
_PLAIN = {
    "yy": ("%02d", "short year"),
    "yyyy": ("%04d", "year"),
    "m": ("%d", "month"),
    "mm": ("%02d", "month"),
    "mmm": ("%.3s", "month's name"),
    "mmmm": ("%s", "month's name"),
    "mmmmm": ("%.1s", "month's name"),
    "d": ("%d", "day"),
    "dd": ("%02d", "day"),
    "ddd": ("%.3s", "weekday"),
    "dddd": ("%s", "weekday"),
    "h": ("%d", "hour"),
    "hh": ("%02d", "hour"),
    "s": ("%d", "second"),
    "ss": ("%02d", "second"),
}
_FIELDS = (
    "year",
    "short year",
    "month",
    "month's name",
    "day",
    "weekday",
    "hour",
    "hour of twelve",
    "minute",
    "second",
    "fraction",
    "AM/PM",
    "A/P",
    "hours",
    "minutes",
    "seconds",
)
_DATE_FIELDS = set(_FIELDS[:6])


def writer(section: Section, epoch_1904: bool) -> Callable[[int | float], str]:
    """Writes a serial number of a day. Raises Unknown; what it gives raises Unknown for no such day."""
    pieces, digits = _pieces(section.tokens)
    template = "".join(template for template, _ in pieces)
    wanted = [_FIELDS.index(name) for _, name in pieces if name]
    seconds = any(name in ("second", "seconds") for _, name in pieces)
    unit = 10 ** (3 - digits) if seconds else 1
    with_date = bool(_DATE_FIELDS & {name for _, name in pieces})

    def write(serial: int | float) -> str:
        # Shown seconds are rounded, and carry over; hours and minutes without them are not.
        milliseconds = (int(serial * _DAY + 0.5) + unit // 2) // unit * unit
        fields = _fields(milliseconds, digits, with_date, epoch_1904)
        return template % tuple([fields[place] for place in wanted])

    return write


def _fields(milliseconds: int, digits: int, with_date: bool, epoch_1904: bool) -> tuple[object, ...]:
    days, rest = divmod(milliseconds, _DAY)
    hours, minutes, seconds = rest // _HOUR, rest % _HOUR // _MINUTE, rest % _MINUTE // 1000
    part = milliseconds % 1000 // 10 ** (3 - digits)
    half = "PM" if hours >= 12 else "AM"
    elapsed = (milliseconds // _HOUR, milliseconds // _MINUTE, milliseconds // 1000)
    day = _day(days + (_FROM_1904 if epoch_1904 else 0)) if with_date else (None,) * 6
    return *day, hours, hours % 12 or 12, minutes, seconds, part, half, half[0], *elapsed


@lru_cache(maxsize=4096)
def _day(serial: int) -> tuple[object, ...]:
    """The fields of a day: year, its last digits, month, its name, day and weekday."""
    if serial > _LAST_DAY:
        raise Unknown
    if serial in (0, _LEAP_DAY):
        year, month, day = (1900, 1, 0) if not serial else (1900, 2, 29)
    else:
        found = date.fromordinal(_FIRST + serial + (serial < _LEAP_DAY))
        year, month, day = found.year, found.month, found.day
    return year, year % 100, month, _MONTHS[month - 1], day, _DAYS[(serial - 1) % 7]


def _pieces(tokens: tuple[Token, ...]) -> tuple[list[tuple[str, str]], int]:
    """Templates with the fields that they show, and the digits of the seconds' fraction."""
    pieces: list[tuple[str, str]] = []
    half, digits, skip = any(token.kind == HALF for token in tokens), 0, False
    for at, token in enumerate(tokens):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if skip:
            skip = False
        elif token.kind == POINT and following and following.kind == DIGITS:
            digits, skip = _fraction(tokens, at, following), True
            pieces.append((f".%0{digits}d", "fraction"))
        elif token.kind in (DATE, ELAPSED, HALF):
            pieces.append(_field(tokens, at, half))
        elif token.kind in (LITERAL, POINT, "comma"):
            pieces.append((token.text.replace("%", "%%"), ""))
        else:
            raise Unknown
    return pieces, digits


def _fraction(tokens: tuple[Token, ...], at: int, digits: Token) -> int:
    before = tokens[at - 1].text.lower() if at else ""
    if set(digits.text) != {"0"} or len(digits.text) > 3 or before.strip("s"):
        raise Unknown
    return len(digits.text)


def _field(tokens: tuple[Token, ...], at: int, half: bool) -> tuple[str, str]:
    token, text = tokens[at], tokens[at].text.lower()
    if token.kind == HALF:
        return "%s", "AM/PM" if text == "am/pm" else "A/P"
    if token.kind == ELAPSED:
        return f"%0{len(text)}d", {"h": "hours", "m": "minutes", "s": "seconds"}[text[0]]
    if text in ("m", "mm") and _is_minute(tokens, at):
        return f"%0{len(text)}d", "minute"
    if text[0] == "y":
        text = "yy" if len(text) < 3 else "yyyy"
    if text not in _PLAIN and text[0] not in "md":
        raise Unknown
    template, name = _PLAIN.get(text) or _PLAIN["mmmm" if text[0] == "m" else "dddd"]
    return template, "hour of twelve" if half and name == "hour" else name


def _is_minute(tokens: tuple[Token, ...], at: int) -> bool:
    """An m is a minute behind an hour and before a second, else a month."""
    before = next((token.text for token in reversed(tokens[:at]) if token.kind in (DATE, ELAPSED)), "")
    behind = next((token.text for token in tokens[at + 1 :] if token.kind in (DATE, ELAPSED)), "")
    return before[:1] in ("h", "H") or behind[:1] in ("s", "S")
