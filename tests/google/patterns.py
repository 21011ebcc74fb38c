"""Number formats: a value and a pattern make the text that people see."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from .date_patterns import DATE_LETTERS, date_text, literal
from .locales import Locale

TOKEN = re.compile(
    r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|am/pm|a/p|y+|m+|d+|h+|s+|[0#?]|E[+-]|.', re.IGNORECASE | re.DOTALL
)
DIGITS = ("0", "#", "?")


def general(number: float, locale: Locale) -> str:
    """A number without a format: about ten digits, no needless ones."""
    text = _shortest(number)
    return text.replace(".", locale.decimal)


def _shortest(number: float) -> str:
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    size = abs(number)
    if size >= 1e15 or size < 1e-9:
        mantissa, _, exponent = f"{number:.5E}".partition("E")
        return f"{_trimmed(mantissa)}E{exponent[0]}{exponent[1:].zfill(2)}"
    whole = len(str(int(size))) if size >= 1 else 1
    digits = max(0, 10 - whole) if size >= 1 else 10
    if size < 1:
        zeros = len(f"{size:.17f}".split(".")[1]) - len(f"{size:.17f}".split(".")[1].lstrip("0"))
        digits = max(10, min(zeros + 10, 15) if zeros >= 3 else 10)
    return _trimmed(f"{_rounded(number, digits):f}")


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(number: float, digits: int) -> Decimal:
    return Decimal(repr(number)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


@lru_cache(maxsize=512)
def _sections(pattern: str) -> tuple[tuple[str, ...], ...]:
    sections: list[list[str]] = [[]]
    for token in TOKEN.findall(pattern):
        if token == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return tuple(tuple(section) for section in sections)


def tokens_of(pattern: str) -> list[str]:
    """The pieces of the first section."""
    return [match.group() for match in TOKEN.finditer(pattern.split(";")[0])]


def is_date(pattern: str) -> bool:
    return any(DATE_LETTERS.match(token) for token in tokens_of(pattern))


def text_of(value: str, pattern: str) -> str:
    """A text in a cell with a pattern."""
    sections = _sections(pattern)
    section = sections[3] if len(sections) > 3 else sections[0]
    if "@" not in section:
        return value
    return "".join(value if token == "@" else literal(token) for token in section)


def number_text(number: float, pattern: str, locale: Locale) -> str:
    """A number by a pattern."""
    sections = _sections(pattern)
    section = sections[0]
    shown = number
    if number < 0 and len(sections) > 1 and sections[1]:
        section, shown = sections[1], -number
    elif number == 0 and len(sections) > 2:
        section = sections[2]
    if any(DATE_LETTERS.match(token) for token in section):
        return date_text(number, section)
    if not any(token in DIGITS for token in section):
        if "@" in section or not section or "".join(section).lower() in ("general", "automatic"):
            return general(number, locale)
        return "".join(literal(token) for token in section)
    return _digits_text(shown, section, locale)


def _digits_text(number: float, section: tuple[str, ...], locale: Locale) -> str:
    first = next(at for at, token in enumerate(section) if token in DIGITS)
    last = max(
        at for at, token in enumerate(section) if token in DIGITS or (token[0] in "Ee" and len(token) == 2)
    )
    body = [
        token for token in section[first : last + 1] if token in DIGITS or token in ".," or len(token) == 2
    ]
    number *= 100 ** sum(token == "%" for token in section)
    scale = 0
    after = last + 1
    while after < len(section) and section[after] == ",":
        scale, after = scale + 1, after + 1
    number /= 1000**scale
    before = "".join(literal(token) for token in section[:first])
    behind = "".join(literal(token) for token in section[after:])
    digits = (
        _exponent(number, body, locale) if any(t[0] in "Ee" for t in body) else _fixed(number, body, locale)
    )
    sign = "-" if digits.startswith("-") else ""
    return sign + before + digits.removeprefix("-") + behind


def _fixed(number: float, body: list[str], locale: Locale) -> str:
    point = body.index(".") if "." in body else len(body)
    whole, part = body[:point], [token for token in body[point + 1 :] if token in DIGITS]
    grouped = "," in whole
    rounded = _rounded(number, len(part))
    sign, digits = ("-" if rounded < 0 else ""), f"{abs(rounded):f}"
    left, _, right = digits.partition(".")
    left = left.lstrip("0").rjust(sum(token == "0" for token in whole), "0")
    while right and len(right) > 0 and part[len(right) - 1] == "#" and right.endswith("0"):
        right = right[:-1]
    if grouped:
        left = re.sub(r"(?<=\d)(?=(\d{3})+$)", lambda _: locale.group, left)
    if rounded == 0:
        sign = ""
    return (
        sign
        + left
        + (locale.decimal + right if right else locale.decimal if "." in body and not part else "")
    )


def _exponent(number: float, body: list[str], locale: Locale) -> str:
    at = next(index for index, token in enumerate(body) if token[0] in "Ee")
    places = sum(token in DIGITS for token in body[body.index(".") + 1 : at]) if "." in body[:at] else 0
    width = sum(token in DIGITS for token in body[at + 1 :])
    mantissa, _, exponent = f"{number:.{places}E}".partition("E")
    sign = "-" if exponent[0] == "-" else "+" if body[at][1] == "+" else ""
    return mantissa.replace(".", locale.decimal) + "E" + sign + exponent[1:].lstrip("0").rjust(width, "0")
