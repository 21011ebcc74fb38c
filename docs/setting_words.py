"""The types and defaults of settings, as people say them."""

from __future__ import annotations

import types
from datetime import time, timedelta
from fractions import Fraction
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from sheets_sync.ruleset import items, phrases, values
from sheets_sync.ruleset.kinds import season

WORDS: dict[Any, str] = {
    values.Exact: "number",
    values.Share: "share, such as 75 % or 2/3",
    values.Span: "length of time",
    values.YesNo: "yes, no",
    values.When: "moment",
    values.Names: "list of names",
    phrases.Phrases: "list of sanctions",
    items.Words: "list of names",
    items.Rounds: "list of rounds",
    season.Zone: "time zone",
    season.Clock: "time of day",
    season.Dates: "date, or a map: pool → date",
    str: "text",
    int: "whole number",
}
SPOKEN = {
    ("points", "for"): "place, best lap, code X",
    ("tariff", "codes"): "map: code → number or list of sanctions",
    ("tallies", "at"): "map: number → list of sanctions",
    ("", "article"): "name, list of names, or a map: setting → name",
    ("", "assumption"): "text, or a map: setting → text",
}


def type_words(section: str, key: str, hint: Any) -> str:
    """The type of a setting."""
    return SPOKEN.get((section, key)) or _words(hint)


def _words(hint: Any) -> str:
    """A type as people say it."""
    if _named(hint):
        return WORDS[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _words(arguments[0])
    if origin in (Union, types.UnionType):
        return ", or ".join(dict.fromkeys(_words(each) for each in arguments if each is not type(None)))
    if origin is Literal:
        return ", ".join(str(each) for each in arguments)
    if origin is list:
        item = _words(arguments[0])
        return f"list of {item}s" if item in ("number", "text") else f"list of {item}"
    if origin is dict:
        return f"map: {_words(arguments[0])} → {_words(arguments[1])}"
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return "settings, see below"
    raise ValueError(f"{hint} has no words in docs/setting_words.py")


def _named(hint: Any) -> bool:
    try:
        return hint in WORDS
    except TypeError:
        return False


def default_words(field: FieldInfo) -> str:
    """What holds where nothing is written."""
    if field.default is PydanticUndefined:
        return "required" if field.default_factory is None else ""
    return _value(field.default)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, timedelta):
        return f"{value // timedelta(minutes=1)} min"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_value, value))
    if isinstance(value, (str, int, Fraction, time)):
        return str(value)
    return ""
