"""Cell styles and their number formats, as the format codes that all other spreadsheets have."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sheets_sync.sources.open_document.names import NUMBER, STYLE

_STYLES = {
    f"{NUMBER}{kind}-style"
    for kind in ("number", "currency", "percentage", "date", "time", "boolean", "text")
}
_CELL_STYLE, _DEFAULT_STYLE = f"{STYLE}style", f"{STYLE}default-style"
_NAME, _PARENT = f"{STYLE}name", f"{STYLE}parent-style-name"
_FAMILY, _DATA = f"{STYLE}family", f"{STYLE}data-style-name"
# What a code may hold as it is; other text stands in quotes.
_PUNCTUATION = re.compile(r"[-+/:., ()%]*")
_LONG = f"{NUMBER}style"
_LETTERS = {"year": "yy", "month": "m", "day": "d", "hours": "h", "minutes": "m", "seconds": "s"}
_MOST_DIGITS = 30
_DEFAULT = ""


class Formats:
    """Gathers the styles of a spreadsheet; its parts refer to each other's by their names."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._styles: dict[str, tuple[str, str]] = {}
        self._pieces: list[str] = []
        self._name, self._text, self._counts_on = "", "", False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._text = ""
        if name in (_CELL_STYLE, _DEFAULT_STYLE):
            if attributes.get(_FAMILY) == "table-cell":
                style = attributes.get(_NAME, _DEFAULT)
                self._styles[style] = attributes.get(_DATA, ""), attributes.get(_PARENT, _DEFAULT)
        elif name in _STYLES:
            self._name, self._pieces = attributes.get(_NAME, ""), []
            self._counts_on = attributes.get(f"{NUMBER}truncate-on-overflow") == "false"
        elif name.startswith(NUMBER):
            self._pieces.append(self._piece(name.removeprefix(NUMBER), attributes))

    def characters(self, text: str) -> None:
        self._text += text

    def end(self, name: str) -> None:
        if name in (f"{NUMBER}text", f"{NUMBER}currency-symbol"):
            plain = _PUNCTUATION.fullmatch(self._text) is not None
            self._pieces.append(self._text if plain else '"' + self._text.replace('"', "") + '"')
        elif name in _STYLES:
            self._codes[self._name] = "".join(self._pieces)

    def codes(self) -> dict[str, str]:
        """Style -> code; ``""`` is the style of cells that name none."""
        return {style: self._code(style) for style in self._styles}

    def _code(self, style: str) -> str:
        for _ in range(len(self._styles) + 1):
            data, parent = self._styles.get(style, ("", _DEFAULT))
            if data or style == _DEFAULT:
                return self._codes.get(data, "")
            style = parent
        return ""

    def _piece(self, name: str, attributes: Mapping[str, str]) -> str:
        if name in _LETTERS:
            return self._moment_piece(name, attributes)
        if name in ("number", "scientific-number"):
            return _number_code(attributes) + ("E+00" if name == "scientific-number" else "")
        fixed = {"fraction": "# ?/?", "am-pm": "AM/PM", "day-of-week": "ddd", "text-content": "@"}
        return fixed.get(name, "")

    def _moment_piece(self, name: str, attributes: Mapping[str, str]) -> str:
        is_long = attributes.get(_LONG) == "long"
        code = _LETTERS[name] * (2 if is_long else 1)
        if name == "month" and attributes.get(f"{NUMBER}textual") == "true":
            code = "mmmm" if is_long else "mmm"
        if self._counts_on and name in ("hours", "minutes", "seconds"):
            code, self._counts_on = f"[{code}]", False
        places = _digits(attributes, "decimal-places")
        return f"{code}.{'0' * places}" if name == "seconds" and places else code


def _number_code(attributes: Mapping[str, str]) -> str:
    whole = _digits(attributes, "min-integer-digits", 1)
    if f"{NUMBER}decimal-places" not in attributes and whole <= 1:
        return ""
    code = "0" * whole or "#"
    if attributes.get(f"{NUMBER}grouping") == "true":
        code = "#,##0" if whole <= 1 else f"#,{code}"
    most = _digits(attributes, "decimal-places")
    least = min(_digits(attributes, "min-decimal-places", most), most)
    return code + ("." if most else "") + "0" * least + "#" * (most - least)


def _digits(attributes: Mapping[str, str], name: str, usual: int = 0) -> int:
    text = attributes.get(f"{NUMBER}{name}", "")
    return min(int(text), _MOST_DIGITS) if text.isdecimal() else usual
