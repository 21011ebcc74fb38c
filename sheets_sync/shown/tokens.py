"""A number format's code taken apart: its sections, and the signs of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

LITERAL, DIGITS, POINT, COMMA, PERCENT, EXPONENT, GENERAL, TEXT = (
    "literal",
    "digits",
    "point",
    "comma",
    "percent",
    "exponent",
    "general",
    "text",
)
DATE, ELAPSED, HALF = "date", "elapsed", "half of the day"

_TOKEN = re.compile(
    r""""(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<elapsed>h+|m+|s+)\]"""
    r"""|\[(?P<sign><>|<=|>=|<|>|=)(?P<limit>-?[0-9.]+)\]"""
    r"""|\[\$(?P<currency>[^\]\-]*)(?:-(?P<locale>[^\]]*))?\]"""
    r"""|\[(?P<color>black|blue|cyan|green|magenta|red|white|yellow|color ?[0-9]+)\]"""
    r"""|(?P<general>general)|(?P<half>AM/PM|A/P)|(?P<date>y+|m+|d+|h+|s+)|(?P<exponent>E[+-])"""
    r"""|(?P<digits>[0#?]+)|(?P<point>\.)|(?P<comma>,)|(?P<percent>%)|(?P<text>@)"""
    r"""|(?P<literal>[-+$()/:!^&'~{}<>= €£¥])""",
    re.IGNORECASE | re.DOTALL,
)
_SPECIAL_LOCALES = ("f400", "f800")
_ENGLISH = ("", "409", "809", "1009", "c09", "1409", "en-us", "en-gb")
_NAMED = re.compile("m{3,5}|d{3,}")


class Unknown(ValueError):
    """A code that isn't understood in full."""


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """``condition``: a sign and a limit, None where the section's place among the others decides."""

    tokens: tuple[Token, ...]
    condition: tuple[str, float] | None

    @property
    def kinds(self) -> set[str]:
        return {token.kind for token in self.tokens}


def sections(code: str) -> list[Section]:
    """Raises Unknown."""
    found: list[Section] = []
    tokens: list[Token] = []
    condition, position = None, 0
    while position < len(code):
        if code[position] == ";":
            found.append(Section(tuple(tokens), condition))
            tokens, condition, position = [], None, position + 1
            continue
        match = _TOKEN.match(code, position)
        if match is None:
            raise Unknown(code)
        if match["sign"]:
            condition = match["sign"], float(match["limit"])
        _check_locale(match["locale"], code)
        tokens += _tokens(match)
        position = match.end()
    return [*found, Section(tuple(tokens), condition)]


def _tokens(match: re.Match[str]) -> list[Token]:
    kind = match.lastgroup or ""
    if kind in ("locale", "currency"):
        return [Token(LITERAL, match["currency"])]
    if kind == "pad":
        return [Token(LITERAL, " ")]
    if kind in ("limit", "color", "fill"):
        return []
    if kind in ("quoted", "escaped"):
        return [Token(LITERAL, match[kind])]
    return [Token(HALF if kind == "half" else kind, match[kind])]


def _check_locale(locale: str | None, code: str) -> None:
    """A date of the system's own form isn't known here, nor are other languages' names of months."""
    name = (locale or "").lower()
    if name in _SPECIAL_LOCALES or (name not in _ENGLISH and _NAMED.search(code.lower())):
        raise Unknown(code)
