"""What a cell shows: its value by its format, or by the one that its kind of value has."""

from __future__ import annotations

from typing import Any

from . import patterns
from .locales import Locale

DATES = ("DATE", "TIME", "DATE_TIME")


def pattern_of(number_format: dict[str, Any], locale: Locale) -> str:
    """The pattern of a number format, said or that of its type."""
    if number_format.get("pattern"):
        return str(number_format["pattern"])
    return {
        "TEXT": "@",
        "NUMBER": "#,##0.00",
        "PERCENT": "0.00%",
        "CURRENCY": locale.money,
        "DATE": locale.date,
        "TIME": locale.time,
        "DATE_TIME": f"{locale.date} H:mm:ss",
        "SCIENTIFIC": "0.00E+00",
    }.get(number_format.get("type", ""), "")


def is_moment(number_format: dict[str, Any] | None) -> bool:
    """Whether numbers with this format are dates or times."""
    if not number_format:
        return False
    if number_format.get("type") in DATES:
        return True
    pattern = number_format.get("pattern", "")
    return bool(pattern) and number_format.get("type") in (None, "NUMBER") and patterns.is_date(pattern)


def shown(value: dict[str, Any], number_format: dict[str, Any] | None, locale: Locale) -> str:
    """The text of an effective value."""
    if "boolValue" in value:
        return "TRUE" if value["boolValue"] else "FALSE"
    if "errorValue" in value:
        return error_text(value["errorValue"])
    pattern = pattern_of(number_format, locale) if number_format else ""
    if "numberValue" in value:
        number = value["numberValue"]
        return patterns.number_text(number, pattern, locale) if pattern else patterns.general(number, locale)
    text = str(value.get("stringValue", ""))
    return patterns.text_of(text, pattern) if pattern and "@" in pattern else text


ERRORS = {
    "ERROR": "#ERROR!",
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
    "LOADING": "Loading...",
}
BY_TEXT = {text: kind for kind, text in ERRORS.items()}


def error_text(error: dict[str, Any]) -> str:
    return ERRORS.get(error.get("type", "ERROR"), "#ERROR!")
