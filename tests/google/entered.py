"""What a person's typing means (USER_ENTERED): formula, number, money, date, time, yes or no, or text."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from .cell_text import BY_TEXT
from .locales import Locale
from .moments import day, month_of, time_of

ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?")
TIME = re.compile(r"(\d{1,3}):(\d{2})(?::(\d{2})(\.\d+)?)?\s*([ap]m?)?", re.IGNORECASE)
WORDED = re.compile(
    r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})|(\d{1,2})[\s-]([A-Za-z]{3,9})\.?[\s-](\d{4}|\d{2})"
)


@dataclass(frozen=True, slots=True)
class Entered:
    """A value, and the number format that typing it gives the cell."""

    value: dict[str, Any]
    number_format: dict[str, str] | None = None


def entered(text: str, locale: Locale) -> Entered:
    """The meaning of a text typed into a cell that isn't formatted as text."""
    if text.startswith("'"):
        return Entered({"stringValue": text[1:]})
    if text[0] == "=" and len(text) > 1:
        return Entered({"formulaValue": text})
    plain = text.strip()
    if plain.upper() in ("TRUE", "FALSE"):
        return Entered({"boolValue": plain.upper() == "TRUE"})
    if plain in BY_TEXT:
        return Entered({"errorValue": {"type": BY_TEXT[plain]}})
    for reading in (_number, _percent, _money, _moment):
        found = reading(plain, locale)
        if found is not None:
            return found
    if re.match(r"[+-]\s*[\w(.]", plain):  # a sum that was begun without its equals sign
        return Entered({"formulaValue": "=" + plain})
    return Entered({"stringValue": text})


def _digits(text: str, locale: Locale) -> tuple[float | int, int, bool] | None:
    """(number, decimals, grouped) of a written number."""
    group = re.escape(locale.group)
    blank = r"[\u202f\xa0 ]" if locale.group in ("\u202f", "\xa0") else group
    pattern = rf"(\d{{1,3}}(?:{blank}\d{{3}})+|\d+)?(?:{re.escape(locale.decimal)}(\d*))?"
    match = re.fullmatch(pattern, text)
    if not match or not (match[1] or match[2]):
        return None
    whole = re.sub(r"\D", "", match[1] or "0")
    grouped = len(whole) != len(match[1] or "0")
    number = float(f"{whole}.{match[2] or '0'}")
    return (
        (int(number) if number == int(number) and abs(number) < 1e15 else number),
        len(match[2] or ""),
        grouped,
    )


def _signed(text: str) -> tuple[int, str]:
    if text.startswith("(") and text.endswith(")") and len(text) > 2:
        return -1, text[1:-1]
    if text[:1] in ("-", "+"):
        return (-1 if text[0] == "-" else 1), text[1:].lstrip()
    return 1, text


def _number(text: str, locale: Locale) -> Entered | None:
    sign, body = _signed(text)
    if re.fullmatch(r"[\d.,]+E[+-]?\d{1,3}", body, re.IGNORECASE):
        mantissa, exponent = re.split("E", body, flags=re.IGNORECASE)
        found = _digits(mantissa, locale)
        if found is None or abs(int(exponent)) > 307:
            return None
        number = sign * float(f"{found[0]}e{exponent}")
        return Entered({"numberValue": _whole(number)}, {"type": "SCIENTIFIC", "pattern": "0.00E+00"})
    found = _digits(body, locale)
    if found is None:
        return None
    number, decimals, grouped = found
    pattern = "#,##0" + (".00" if decimals else "") if grouped else None
    return Entered(
        {"numberValue": sign * number}, {"type": "NUMBER", "pattern": pattern} if pattern else None
    )


def _whole(number: float) -> float | int:
    return int(number) if number == int(number) and abs(number) < 1e15 else number


def _percent(text: str, locale: Locale) -> Entered | None:
    sign, body = _signed(text)
    if not body.endswith("%") or (found := _digits(body[:-1].rstrip(), locale)) is None:
        return None
    number, decimals, _ = found
    value = float(f"{sign * number}e-2")
    return Entered(
        {"numberValue": _whole(value)}, {"type": "PERCENT", "pattern": "0.00%" if decimals else "0%"}
    )


def _money(text: str, locale: Locale) -> Entered | None:
    sign, body = _signed(text)
    symbol = locale.currency
    if body.startswith(symbol) and locale.before:
        inner, (more, rest) = None, _signed(body[len(symbol) :].strip())
        sign, inner = sign * more, rest
    elif body.endswith(symbol) and not locale.before:
        inner = body[: -len(symbol)].strip()
    else:
        return None
    found = _digits(inner, locale)
    if found is None:
        return None
    number, decimals, _ = found
    pattern = locale.money if decimals else locale.money.replace(".00", "")
    return Entered({"numberValue": sign * number}, {"type": "CURRENCY", "pattern": pattern})


def _moment(text: str, locale: Locale) -> Entered | None:
    """A date, a time, or both with a blank or a T between."""
    whole = _date(text, locale)
    if whole is not None:
        return Entered({"numberValue": whole[0]}, {"type": "DATE", "pattern": whole[1]})
    clock = _clock(text)
    if clock is not None:
        return Entered({"numberValue": _whole(clock[0])}, {"type": "TIME", "pattern": clock[1]})
    match = re.fullmatch(r"(.+?)(?:\s+|(?<=\d)T(?=\d))(\d{1,2}:\d{2}.*)", text)
    if not match:
        return None
    date, clock = _date(match[1].rstrip(","), locale), _clock(match[2].removesuffix("Z"))
    if date is None or clock is None:
        return None
    pattern = {"type": "DATE_TIME", "pattern": f"{date[1]} {clock[1]}"}
    return Entered({"numberValue": _whole(date[0] + clock[0])}, pattern)


def _date(text: str, locale: Locale) -> tuple[int, str] | None:
    if match := ISO.fullmatch(text):
        number = day(int(match[1]), int(match[3]), int(match[4]))
        wide = "MM" if len(match[3]) == 2 else "M", "dd" if len(match[4]) == 2 else "d"
        pattern = match[2].join(("yyyy", *wide)).lower()
        return None if number is None else (number, pattern)
    if match := NUMERIC.fullmatch(text):
        return _numeric_date(match, locale)
    if match := WORDED.fullmatch(text):
        return _worded_date(match)
    return None


def _numeric_date(match: re.Match[str], locale: Locale) -> tuple[int, str] | None:
    if match[4] is None and match[2] == "." == locale.decimal:
        return None  # 1.5 is no date
    first, second = int(match[1]), int(match[3])
    month, of_month = (second, first) if locale.order.startswith("d") else (first, second)
    year = _year(match[4]) if match[4] else dt.date.today().year
    number = day(year, month, of_month)
    return (
        None
        if number is None
        else (number, locale.date if match[4] else re.sub(r"\W*y+\W*", "", locale.date))
    )


def _worded_date(match: re.Match[str]) -> tuple[int, str] | None:
    name, of_month, year = (match[1], match[2], match[3]) if match[1] else (match[5], match[4], match[6])
    month = month_of(name)
    number = day(_year(year), month, int(of_month)) if month else None
    if number is None:
        return None
    return number, ("mmm d, yyyy" if len(name) <= 4 else "mmmm d, yyyy") if match[1] else "d mmm yyyy"


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 50 else 1900)


def _clock(text: str) -> tuple[float, str] | None:
    match = TIME.fullmatch(text)
    if not match or int(match[2]) > 59 or int(match[3] or 0) > 59:
        return None
    hours, half = int(match[1]), (match[5] or "").lower()
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.startswith("p") else 0)
    number = time_of(hours, int(match[2]), int(match[3] or 0) + float(match[4] or 0))
    if hours > 23:
        return number, "[h]:mm:ss"
    pattern = "h:mm" + (":ss" if match[3] else "") + (".000" if match[4] else "") + (" am/pm" if half else "")
    return number, pattern
