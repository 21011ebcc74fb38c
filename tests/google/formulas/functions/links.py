"""Addresses, pictures, what is outside, and regular expressions."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from ..values import Fault, Linked, text
from .registry import scalar_function


def _pattern(wanted: Any, name: str) -> re.Pattern[str]:
    try:
        return re.compile(text(wanted))
    except re.error:
        raise Fault("REF", f"Function {name} parameter 2 value is not a valid regular expression.") from None


@scalar_function("REGEXMATCH")
def regexmatch(value: Any, wanted: Any) -> bool:
    return bool(_pattern(wanted, "REGEXMATCH").search(text(value)))


@scalar_function("REGEXEXTRACT")
def regexextract(value: Any, wanted: Any) -> Any:
    match = _pattern(wanted, "REGEXEXTRACT").search(text(value))
    if match is None:
        one, two = "Function REGEXEXTRACT parameter 2 value", "Function REGEXEXTRACT parameter 1 value"
        raise Fault("N_A", f'{one} "{text(wanted)}" does not match text of {two} "{text(value)}".')
    if len(match.groups()) > 1:
        return [list(match.groups())]
    return match[1] if match.groups() else match[0]


@scalar_function("REGEXREPLACE")
def regexreplace(value: Any, wanted: Any, new: Any) -> str:
    return _pattern(wanted, "REGEXREPLACE").sub(re.sub(r"\$(\d)", r"\\\1", text(new)), text(value))


@scalar_function("ENCODEURL")
def encodeurl(value: Any) -> str:
    return quote(text(value), safe="")


@scalar_function("HYPERLINK")
def hyperlink(url: Any, label: Any = None) -> Any:
    address = text(url)
    if isinstance(label, int | float) and not isinstance(label, bool):
        return label
    found = Linked(address if label is None else text(label))
    found.url = address
    return found


@scalar_function("IMAGE")
def image(url: Any, *_: Any) -> str:
    """A picture has no text."""
    text(url)
    return ""


@scalar_function(
    "SPARKLINE", "GOOGLEFINANCE", "IMPORTRANGE", "IMPORTXML", "IMPORTHTML", "IMPORTDATA", "IMPORTFEED"
)
def from_outside(*_: Any) -> Any:
    raise Fault("N_A", "The local server reaches nothing outside of itself.")
