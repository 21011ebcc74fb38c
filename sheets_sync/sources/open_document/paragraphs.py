"""The text of a cell: its paragraphs, with spaces, tabs and line breaks as they are meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sheets_sync.sources.open_document.names import TEXT

# Characters that XML can't hold stand for those that are written as elements.
_SPACE, _TAB, _BREAK = "\0", "\1", "\2"
_MEANT = str.maketrans({_SPACE: " ", _TAB: "\t", _BREAK: "\n"})
# Spaces in a row should be elements, but LibreOffice writes some as they are; line ends only lay out the XML.
_LINE_END = re.compile(r" *[\t\r\n][ \t\r\n]*")
_MOST = 32_767


class Paragraphs:
    """Takes the pieces of a cell's text one after the other."""

    __slots__ = ("_done", "_pieces")

    def __init__(self) -> None:
        self._done: list[str] = []
        self._pieces: list[str] = []

    def add(self, text: str) -> None:
        self._pieces.append(text)

    def add_element(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element inside of a paragraph; of links and spans only their text counts."""
        if name == f"{TEXT}s":
            count = attributes.get(f"{TEXT}c", "1")
            self._pieces.append(_SPACE * (min(int(count), _MOST) if count.isdecimal() else 1))
        elif name == f"{TEXT}tab":
            self._pieces.append(_TAB)
        elif name == f"{TEXT}line-break":
            self._pieces.append(_BREAK)

    def end_paragraph(self) -> None:
        text = "".join(self._pieces)
        if not text.isprintable():
            text = _LINE_END.sub("\n", text).strip("\n").replace("\n", " ").translate(_MEANT)
        self._done.append(text)
        self._pieces = []

    def taken(self) -> str:
        """All of it; the next cell begins anew."""
        text = "\n".join(self._done)
        self._done = []
        return text
