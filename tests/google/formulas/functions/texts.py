"""Functions of texts."""

from __future__ import annotations

import re
from typing import Any

from ...entered import entered
from ...locales import KNOWN
from ...patterns import number_text
from ..values import Fault, flat, number, text
from .registry import scalar_function, whole


@whole("CONCATENATE")
def concatenate(*values: Any) -> str:
    return "".join(text(one) for value in values for one in flat(value))


@whole("JOIN")
def join(delimiter: Any, *values: Any) -> str:
    return text(delimiter).join(text(one) for value in values for one in flat(value))


@whole("TEXTJOIN")
def textjoin(delimiter: Any, skip: Any, *values: Any) -> str:
    found = [text(one) for value in values for one in flat(value)]
    return text(delimiter).join(one for one in found if one or not skip)


def _count(value: Any, name: str, place: int) -> int:
    found = int(number(value, name, place))
    if found < 0:
        raise Fault(
            "VALUE",
            f"Function {name} parameter {place} value is {found}. It should be greater than or equal to 0.",
        )
    return found


@scalar_function("LEFT")
def left(value: Any, count: Any = 1) -> str:
    return text(value)[: _count(count, "LEFT", 2)]


@scalar_function("RIGHT")
def right(value: Any, count: Any = 1) -> str:
    found = text(value)
    return found[max(0, len(found) - _count(count, "RIGHT", 2)) :]


@scalar_function("MID")
def mid(value: Any, start: Any, count: Any) -> str:
    at = _count(start, "MID", 2)
    return text(value)[max(0, at - 1) : at - 1 + _count(count, "MID", 3)]


@scalar_function("LEN")
def length(value: Any) -> int:
    return len(text(value))


@scalar_function("UPPER")
def upper(value: Any) -> str:
    return text(value).upper()


@scalar_function("LOWER")
def lower(value: Any) -> str:
    return text(value).lower()


@scalar_function("PROPER")
def proper(value: Any) -> str:
    return re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), text(value))


@scalar_function("TRIM")
def trim(value: Any) -> str:
    return re.sub(r" +", " ", text(value)).strip(" ")


@scalar_function("CLEAN")
def clean(value: Any) -> str:
    return "".join(letter for letter in text(value) if letter >= " ")


@scalar_function("SUBSTITUTE")
def substitute(value: Any, old: Any, new: Any, which: Any = None) -> str:
    found, wanted = text(value), text(old)
    if not wanted:
        return found
    if which is None:
        return found.replace(wanted, text(new))
    parts, at = found.split(wanted), int(number(which, "SUBSTITUTE", 4))
    if not 0 < at < len(parts):
        return found
    return wanted.join(parts[:at]) + text(new) + wanted.join(parts[at:])


@scalar_function("REPLACE")
def replace(value: Any, start: Any, count: Any, new: Any) -> str:
    found, at = text(value), int(number(start, "REPLACE", 2)) - 1
    return found[:at] + text(new) + found[at + int(number(count, "REPLACE", 3)) :]


def _place(name: str, wanted: str, within: str, start: Any) -> int:
    at = within.find(wanted, int(number(start, name, 3)) - 1)
    if at < 0:
        raise Fault("VALUE", f"In {name} evaluation, cannot find '{wanted}' within '{within}'.")
    return at + 1


@scalar_function("FIND")
def find(wanted: Any, within: Any, start: Any = 1) -> int:
    return _place("FIND", text(wanted), text(within), start)


@scalar_function("SEARCH")
def search(wanted: Any, within: Any, start: Any = 1) -> int:
    return _place("SEARCH", text(wanted).lower(), text(within).lower(), start)


@scalar_function("TEXT")
def formatted(value: Any, pattern: Any) -> str:
    try:
        return number_text(number(value, "TEXT", 1), text(pattern), KNOWN["en_US"])
    except Fault:
        return text(value)


@scalar_function("VALUE")
def value_of(value: Any) -> float:
    return number(value, "VALUE", 1)


@scalar_function("T")
def only_text(value: Any) -> str:
    return value if isinstance(value, str) else ""


@scalar_function("N")
def only_number(value: Any) -> float:
    if isinstance(value, Fault):
        raise value
    return 0 if value is None or isinstance(value, str) else value + 0


@scalar_function("TO_TEXT")
def to_text(value: Any) -> str:
    return text(value)


@scalar_function("TO_PURE_NUMBER")
def to_number(value: Any) -> Any:
    return float(value) if isinstance(value, float) else value


@scalar_function("CHAR", "UNICHAR")
def char(value: Any) -> str:
    return chr(int(number(value, "CHAR", 1)))


@scalar_function("CODE", "UNICODE")
def code(value: Any) -> int:
    return ord(text(value)[:1] or "\0")


@scalar_function("REPT")
def rept(value: Any, count: Any) -> str:
    return text(value) * _count(count, "REPT", 2)


@scalar_function("EXACT")
def exact(one: Any, two: Any) -> bool:
    return text(one) == text(two)


@scalar_function("DOLLAR")
def dollar(value: Any, places: Any = 2) -> str:
    return number_text(number(value, "DOLLAR", 1), '"$"#,##0.' + "0" * int(places), KNOWN["en_US"])


@scalar_function("DATEVALUE", "TIMEVALUE")
def datevalue(value: Any) -> float:
    read = entered(text(value), KNOWN["en_US"]).value if text(value) else {}
    if "numberValue" not in read:
        raise Fault("VALUE", f"DATEVALUE parameter '{text(value)}' cannot be parsed to date/time.")
    return float(read["numberValue"])
