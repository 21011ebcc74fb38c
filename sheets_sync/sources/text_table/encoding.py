"""The bytes of a text file become text: by its byte order mark, as UTF-8, or guessed, which is said."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESS = "cp1252"


class NoText(Exception):
    """The bytes aren't text; the message is a whole sentence that says why."""


def decoded(data: bytes) -> tuple[str, bool]:
    """The text, and whether its encoding is only guessed. Raises NoText."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        if marked is not None:
            raise NoText("The file begins as Unicode text, but isn't; it is damaged.") from None
        return _guessed(data), True
    if "\0" in text:
        raise NoText("The file is no text.")
    return text, False


def _guessed(data: bytes) -> str:
    if b"\0" in data:
        raise NoText("The file is no text.")
    try:
        return data.decode(GUESS)
    except UnicodeDecodeError:
        raise NoText("The file's characters are neither UTF-8 nor Windows-1252.") from None
