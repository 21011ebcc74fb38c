"""Text inside of spreadsheet XML: the ``_xHHHH_`` escapes, and what XML cannot hold at all."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

MAX_TEXT = 32_767

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
# The underscore that ends one escape may begin the next, hence the look-ahead.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def decode_text(text: str) -> str:
    """``_x000D_`` -> a carriage return, ``_x005F_`` -> an underscore."""
    if "_x" not in text:
        return text
    decoded = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return decoded.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def encode_text(text: str) -> str:
    """Text as element content, so that a spreadsheet program shows exactly these characters."""
    literal = _LOOKS_ESCAPED.sub("_x005F_", text)
    return escape(_ILLEGAL.sub(_as_escape, literal).replace("\r", "_x000D_"))


def _as_escape(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"


def illegal_character(text: str) -> str | None:
    """The first character that no cell can hold, such as U+0007."""
    match = _ILLEGAL.search(text)
    return f"U+{ord(match[0]):04X}" if match else None


def text_length(text: str) -> int:
    """Characters as Excel counts them: UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
