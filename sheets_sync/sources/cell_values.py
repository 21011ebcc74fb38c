"""The stored text of a cell and its type -> the value, exactly as the spreadsheet holds it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from math import isfinite

from sheets_sync.cells import CellError, Value
from sheets_sync.sources.cell_text import decode_text

_LONG = 300
_EPOCH = datetime(1899, 12, 30)
_EPOCH_1904 = datetime(1904, 1, 1)
# Serials count a 29 February 1900 that never was; the days before it stand one lower.
_LEAP_GAP = datetime(1900, 3, 1)


def number(text: str) -> Value:
    """An int where the text is an integer, else a float; what is no number stays text."""
    if text.isdecimal() and len(text) < _LONG:
        return int(text)
    try:
        value = float(text)
    except ValueError:
        return text.strip() or None
    # Python reads "1_0", "nan" and "inf" too.
    if not isfinite(value) or "_" in text:
        return text
    return int(text) if len(text) < _LONG and text.strip().lstrip("+-").isdecimal() else value


def numbers(texts: Sequence[str]) -> list[Value]:
    """``number`` of each, faster for a column of one kind."""
    joined = "".join(texts)
    if joined.isdecimal() and "" not in texts and max(map(len, texts)) < _LONG:
        return list(map(int, texts))
    if all("." in text for text in texts) and "_" not in joined:
        with suppress(ValueError):
            floats: list[Value] = list(map(float, texts))
            if isfinite(sum(map(float, texts))):
                return floats
    return list(map(number, texts))


def typed(kind: str, text: str, epoch_1904: bool = False) -> Value:
    """The value of a cell of any type but a shared string."""
    if kind in ("n", ""):
        return number(text)
    if kind in ("str", "inlineStr"):
        return decode_text(text)
    if not text:
        return None
    if kind == "b":
        return text.strip().lower() in ("1", "true")
    if kind == "e":
        return CellError(text)
    return iso_date(text, epoch_1904) if kind == "d" else decode_text(text)


def iso_date(text: str, epoch_1904: bool) -> Value:
    """An ISO 8601 date, time or both -> the serial number that all other dates are kept as."""
    for parse in (_moment, _time_of_day):
        try:
            return parse(text.strip(), epoch_1904)
        except ValueError:
            continue
    return text


def _moment(text: str, epoch_1904: bool) -> Value:
    moment = datetime.fromisoformat(text).replace(tzinfo=None)
    if epoch_1904:
        return _serial(moment - _EPOCH_1904)
    return _serial(moment - _EPOCH - timedelta(days=int(moment < _LEAP_GAP)))


def _time_of_day(text: str, _: bool) -> Value:
    return _serial(datetime.combine(date.min, time.fromisoformat(text)) - datetime.min)


def _serial(since: timedelta) -> Value:
    whole, rest = divmod(since, timedelta(days=1))
    return whole + rest / timedelta(days=1) if rest else whole
