"""The tabs Qualifying, Feature and Sprint: one table after the other, each below a banner."""

from __future__ import annotations

from collections.abc import Iterator

from looks import BOLD, CENTRE, LAP, LONG, ORANGE, RED, ROOM, Book, Value, duration
from races import ALL, Row
from season import RACED
from xlsxwriter.worksheet import Worksheet

_HEADS = ("Round", "Room", "Driver", "Laps", "Race time", "Best lap", "Status", "Pen", "Sec", "Part", "Pos")


def results(book: Book, name: str, session: str, title: str, subtitle: str) -> None:
    sheet = book.sheet(name, ORANGE, title.upper(), subtitle, (8, 10, 27, 8, 13, 12, 9, 9, 7, 10, 7))
    book.headings(sheet, 3, _HEADS)
    looks = [
        CENTRE,
        CENTRE,
        BOLD,
        CENTRE,
        LONG,
        LAP,
        CENTRE | {"font_color": RED},
        LONG,
        CENTRE,
        CENTRE,
        CENTRE,
    ]
    row = 4
    for each in RACED:
        for (room, part), own in _tables(each.number, session):
            _banner(book, sheet, row, f"ROUND {each.number}  {each.circuit}", room, part)
            book.table(sheet, row + 1, [_line(line) for line in own], looks)
            row += len(own) + 2
    sheet.freeze_panes(4, 3)
    sheet.autofilter(3, 0, row - 1, len(_HEADS) - 1)


def _tables(number: int, session: str) -> Iterator[tuple[tuple[str, str], list[Row]]]:
    """The tables of a session: room after room, a broken race part after part."""
    own = [row for row in ALL if (row.round, row.session) == (number, session)]
    for key in dict.fromkeys((row.room, row.part) for row in own):
        lines = [row for row in own if (row.room, row.part) == key]
        yield key, sorted(lines, key=_order)


def _order(row: Row) -> tuple[int, int, int]:
    return row.place or 0, -(row.laps or (0 if row.status else 99)), row.time or row.best or 0


def _banner(book: Book, sheet: Worksheet, row: int, title: str, room: str, part: str) -> None:
    text = "  ·  ".join(word for word in (title, room.upper(), {"first": "BROKEN OFF", "restart": "RESTART",
                      "photo": "ORDER AT THE FIRST DISCONNECTION"}.get(part, "")) if word)  # fmt: skip
    sheet.merge_range(row, 0, row, len(_HEADS) - 1, text, book.head(ROOM[room], align="left", indent=1))


def _line(row: Row) -> tuple[Value, ...]:
    penalty = None if row.penalty is None else duration(row.penalty * 1000)
    return (f"R{row.round}", row.room, row.driver, row.laps, duration(row.time), duration(row.best), row.status,
            penalty, row.sectors, row.part, row.place)  # fmt: skip
