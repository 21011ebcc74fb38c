"""New spreadsheets and new tabs, as the service makes them."""

from __future__ import annotations

import copy
from typing import Any

from .book import DEFAULT_COLUMNS, DEFAULT_ROWS, Book, Sheet, new_id
from .colors import with_colors
from .drive.account import new_file_id
from .errors import Refusal

WHITE = {"red": 1, "green": 1, "blue": 1}
DEFAULT_FORMAT: dict[str, Any] = {
    "backgroundColor": WHITE,
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": {
        "foregroundColor": {},
        "fontFamily": "arial,sans,sans-serif",
        "fontSize": 10,
        "bold": False,
        "italic": False,
        "strikethrough": False,
        "underline": False,
        "foregroundColorStyle": {"rgbColor": {}},
    },
    "backgroundColorStyle": {"rgbColor": WHITE},
}
THEME = {
    "TEXT": (0, 0, 0),
    "BACKGROUND": (255, 255, 255),
    "ACCENT1": (66, 133, 244),
    "ACCENT2": (234, 67, 53),
    "ACCENT3": (251, 188, 4),
    "ACCENT4": (52, 168, 83),
    "ACCENT5": (255, 109, 1),
    "ACCENT6": (70, 189, 198),
    "LINK": (17, 85, 204),
}


def theme() -> dict[str, Any]:
    """The colours of a new spreadsheet."""
    colors = [
        {
            "colorType": kind,
            "color": {"rgbColor": dict(zip(("red", "green", "blue"), (n / 255 for n in rgb), strict=True))},
        }
        for kind, rgb in THEME.items()
    ]
    return {"primaryFontFamily": "Arial", "themeColors": [with_colors(color) for color in colors]}


def new_sheet(given: dict[str, Any], sheet_id: int, title: str, index: int) -> Sheet:
    """A tab with what was given, and the service's defaults for the rest."""
    properties = {
        "sheetId": sheet_id,
        "title": title,
        "index": index,
        "sheetType": given.get("sheetType", "GRID"),
        **{
            name: value
            for name, value in given.items()
            if name not in ("sheetId", "title", "index", "sheetType")
        },
    }
    if properties["sheetType"] == "GRID":
        grid = {"rowCount": DEFAULT_ROWS, "columnCount": DEFAULT_COLUMNS} | given.get("gridProperties", {})
        properties["gridProperties"] = {
            name: value for name, value in grid.items() if value not in (0, False)
        }
        if grid["rowCount"] < 1 or grid["columnCount"] < 1:
            raise Refusal("gridProperties must have at least one row and one column")
    return Sheet(with_colors(properties))


def new_book(title: str, given: dict[str, Any] | None = None) -> Book:
    """A spreadsheet with the properties given, and one tab where none is given."""
    own = {"locale": "en_US", "autoRecalc": "ON_CHANGE", "timeZone": "Etc/GMT"}
    properties = {"title": title, **own, **(given or {}), "defaultFormat": copy.deepcopy(DEFAULT_FORMAT)}
    properties["title"] = title
    properties.setdefault("spreadsheetTheme", theme())
    return Book(new_file_id(), properties)


def plain_book(title: str) -> Book:
    """A spreadsheet with one empty tab."""
    book = new_book(title)
    book.sheets.append(new_sheet({}, 0, "Sheet1", 0))
    return book


def free_id(book: Book) -> int:
    return new_id({sheet.id for sheet in book.sheets})


def free_title(book: Book) -> str:
    """Sheet2, or the next that nobody has."""
    number = len(book.sheets) + 1
    while book.titled(f"Sheet{number}"):
        number += 1
    return f"Sheet{number}"
