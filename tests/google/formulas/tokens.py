"""A formula's tokens. Joined they are the formula again, so that references can be rewritten in place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..notation import column_of, letters, quoted

TITLE = r"(?:'(?:[^']|'')*'|[^\W\d][\w.]*)!"
CORNER = r"\$?[A-Za-z]{1,3}\$?[1-9]\d{0,7}"
COLUMN = r"\$?[A-Za-z]{1,3}"
ROW = r"\$?[1-9]\d{0,7}"
PATTERN = re.compile(
    "|".join(
        f"(?P<{name}>{text})"
        for name, text in {
            "text": r'"(?:[^"]|"")*"',
            "error": r"#(?:N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|ERROR!)",
            "range": (
                rf"(?:{TITLE})?(?:{CORNER}:{CORNER}|{CORNER}:{COLUMN}|{COLUMN}:{COLUMN}|{CORNER}:{ROW}"
                rf"|{ROW}:{ROW}|{CORNER})(?![\w(!.])"
            ),
            "number": r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+",
            "name": rf"(?:{TITLE})?[^\W\d][\w.]*",
            "space": r"\s+",
            "operator": r"<>|<=|>=|[-+*/^&=<>%(),;{}:\\#@!]",
            "other": r".",
        }.items()
    ),
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a formula; kind is the name of the group that matched it."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Corner:
    """One end of a reference; None where it doesn't say its row or column."""

    row: int | None
    column: int | None
    fixed_row: bool = False
    fixed_column: bool = False

    def text(self) -> str:
        column = "" if self.column is None else ("$" if self.fixed_column else "") + letters(self.column)
        return column + ("" if self.row is None else ("$" if self.fixed_row else "") + str(self.row + 1))


@dataclass(frozen=True, slots=True)
class Reference:
    """Cells that a formula names: on its own sheet where it gives no title."""

    title: str | None
    first: Corner
    last: Corner | None

    def text(self) -> str:
        sheet = "" if self.title is None else quoted(self.title) + "!"
        return sheet + self.first.text() + ("" if self.last is None else ":" + self.last.text())


def tokens(formula: str) -> list[Token]:
    """All tokens after the equals sign."""
    return [
        Token(str(match.lastgroup), match.group()) for match in PATTERN.finditer(formula.removeprefix("="))
    ]


def reference(text: str) -> Reference:
    """A token of kind `range`."""
    title: str | None = None
    if "!" in text:
        title, _, text = text.rpartition("!")
        title = title[1:-1].replace("''", "'") if title.startswith("'") else title
    first, colon, last = text.partition(":")
    return Reference(title, _corner(first), _corner(last) if colon else None)


def _corner(text: str) -> Corner:
    match = re.fullmatch(r"(\$?)([A-Za-z]{1,3})?(\$?)(\d+)?", text)
    assert match is not None
    dollar, column, second, row = match.groups()
    if column is None:
        return Corner(int(row) - 1, None, bool(dollar or second), False)
    return Corner(int(row) - 1 if row else None, column_of(column), bool(second), bool(dollar))
