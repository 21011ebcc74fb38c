"""Number formats: a value and a pattern make the text that people see."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from .locales import Locale
from .moments import DAYS, MONTHS, moment

TOKEN = re.compile(
    r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|am/pm|a/p|y+|m+|d+|h+|s+|[0#?]|E[+-]|.', re.IGNORECASE | re.DOTALL
)
DATE_LETTERS = re.compile(r"^(y+|m+|d+|h+|s+|am/pm|a/p|\[(h+|m+|s+)\])$", re.IGNORECASE)
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
    return "".join(value if token == "@" else _literal(token) for token in section)


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
        return _date_text(number, section)
    if not any(token in DIGITS for token in section):
        if "@" in section or not section or "".join(section).lower() in ("general", "automatic"):
            return general(number, locale)
        return "".join(_literal(token) for token in section)
    return _digits_text(shown, section, locale)


def _literal(token: str) -> str:
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
    before = "".join(_literal(token) for token in section[:first])
    behind = "".join(_literal(token) for token in section[after:])
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


def _date_text(number: float, section: tuple[str, ...]) -> str:
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
            out.append(_literal(section[at]))
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


def _date_piece(token: str, number: float, when, twelve: bool, minute: bool) -> str:  # type: ignore[no-untyped-def]
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
