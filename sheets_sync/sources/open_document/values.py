"""What stands in a cell of an OpenDocument spreadsheet: its typed value, never what is shown of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from sheets_sync.cells import CellError, Value
from sheets_sync.sources.cell_values import iso_date, number
from sheets_sync.sources.open_document.names import EXTENSION, OFFICE

USUAL_FORMATS: Mapping[str, str] = {
    "date": "yyyy-mm-dd",
    "moment": "yyyy-mm-dd hh:mm:ss",
    "time": "[h]:mm:ss",
    "percentage": "0.00%",
    "currency": "0.00",
}
"""The format codes of cells whose style says nothing of it."""

_KIND = f"{OFFICE}value-type"
_REAL_KIND = f"{EXTENSION}value-type"
_NUMBER, _DATE, _TIME = f"{OFFICE}value", f"{OFFICE}date-value", f"{OFFICE}time-value"
_BOOLEAN, _STRING = f"{OFFICE}boolean-value", f"{OFFICE}string-value"
_NUMBERS = ("float", "percentage", "currency")
_ERROR = re.compile(r"#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|GETTING_DATA)|Err:\d{3}")
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d*)?)S)?)?", re.ASCII)
_DAY = 86_400
_REFERENCE = re.compile(r"\[([^\]]*)\]")
_NO_TAB = re.compile(r"(^|:)\.")
_OF_A_TAB = re.compile(r"\.(?=\$?[A-Z]+\$?\d)")


def value_of(attributes: Mapping[str, str], text: str, is_formula: bool) -> Value:
    """The value; of a formula that failed the error, in whatever way the program wrote it."""
    kind = attributes.get(_KIND, "")
    if attributes.get(_REAL_KIND) == "error" or (is_formula and _ERROR.fullmatch(text)):
        return CellError(text or "#VALUE!")
    if kind in _NUMBERS and _NUMBER in attributes:
        return number(attributes[_NUMBER])
    if kind == "date" and _DATE in attributes:
        return iso_date(attributes[_DATE], False)
    if kind == "time" and _TIME in attributes:
        return day_share(attributes[_TIME])
    if kind == "boolean" and _BOOLEAN in attributes:
        return attributes[_BOOLEAN] == "true"
    return attributes.get(_STRING, text) or None


def format_kind(attributes: Mapping[str, str]) -> str:
    """What kind of format the value has where its style gives none."""
    kind = attributes.get(_KIND, "")
    return "moment" if kind == "date" and "T" in attributes.get(_DATE, "") else kind


def day_share(duration: str) -> Value:
    """``PT12H`` -> 0.5, as spreadsheets count time. What is no such duration stays text."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return duration
    days, hours, minutes, seconds = (Decimal((each or "0").replace(",", ".")) for each in found.groups()[1:])
    total = ((days * 24 + hours) * 60 + minutes) * 60 + seconds
    share = (-total if found[1] else total) / _DAY
    return int(share) if share == int(share) else float(share)


def formula_of(text: str) -> str:
    """``of:=SUM([.A1:.A3])`` -> ``=SUM(A1:A3)``, as other spreadsheets have it."""
    _, mark, rest = text.partition("=")
    return f"={_REFERENCE.sub(_reference, rest)}" if mark else f"={text}"


def _reference(found: re.Match[str]) -> str:
    return _OF_A_TAB.sub("!", _NO_TAB.sub(r"\1", found[1]))
