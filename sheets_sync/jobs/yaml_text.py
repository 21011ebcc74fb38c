"""Texts as they stand in a YAML file that we write for a person."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _.!/+-]*[A-Za-z0-9]|[A-Za-z]")
_EMPTY = ("null", "Null", "NULL")


def on_a_line(text: str) -> str:
    """Without line breaks and control characters, which would end a remark or can't stand in YAML."""
    return "".join(each if each.isprintable() else " " for each in text)


def quoted(text: str, also: str = "") -> str:
    """Quotation marks where YAML needs them. ``also``: marks that need none here, such as those of a
    range."""
    bare = text
    for mark in also:
        bare = bare.replace(mark, "")
    plain = _PLAIN.fullmatch(bare) and text not in _EMPTY
    return text if plain else json.dumps(text, ensure_ascii=False)
