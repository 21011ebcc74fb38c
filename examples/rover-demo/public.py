"""public.xlsx: what everybody sees. The software fills ranges that are laid out here and empty."""

from __future__ import annotations

from pathlib import Path

from looks import CREAM, GOLD, INK, MUTED, NAVY, PAPER, POOL, POOL_TINT, RED, Book
from season import POOLS
from xlsxwriter.worksheet import Worksheet

FIRST, LAST = 6, 69  # body rows of the standings, counted from 0: Excel's rows 7 to 70
BRIEFING = (
    "Lobbies open at 20:30, be on track at 20:50.",
    "All four tyre compounds in the garage, please.",
    "Add your host 24 h before: no friend request, no race.",
    "",
    "Fuji: the pit exit line is solid until turn 1.",
    "Fuji: last corner, four wheels off = lap not valid.",
    "",
    "Slow car? Hazard lights ON until the pits.",
    "Nobody gives places back. The stewards look at everything.",
    "Keep your replay for 7 days.",
)
INFO = {
    "What is this?": "The Oceasia edition of the ROVER ALL SERIES on Gran Turismo 7: 56 drivers in four pools, "
    "and another Asian machine every week.",
    "Points": "35-32-29-27-25-23-21-19-17-15-13-11-9-7, the same in each pool. +1 for pole, +1 for the fastest "
    "lap of the round over all pools, +1 for fair play.",
    "Claims": "Within 24 hours after the end of your race, on the MSL site, menu Race Commission.",
    "Streams": "Every race is live. Your camera is welcome: ask Bastien for a VDO Ninja link.",
}


def build(path: Path) -> None:
    book = Book(path, "ROVER ALL SERIES Oceasia 2023", "PRiMA Esports")
    standings(book)
    pool_grid(book)
    results(book)
    info(book)
    book.workbook.define_name("Leaders", "=Standings!$A$7:$K$16")
    book.workbook.close()


def standings(book: Book) -> None:
    widths = (7, 9, 27, 9, 25, 7, 7, 7, 7, 11, 9, 2, 15, 3)
    sheet = book.sheet("Standings", RED, widths)
    sheet.set_row(0, 40)
    sheet.set_row(4, 18)
    sheet.merge_range("A1:M1", "ROVER ALL SERIES  ·  OCEASIA 2023", book.style(
        bold=True, font_size=22, font_color="#FFFFFF", bg_color=RED, align="center"))  # fmt: skip
    sheet.merge_range("A2:M2", "General ranking of the pool phase", book.style(
        font_size=12, font_color="#FFFFFF", bg_color=NAVY, align="center"))  # fmt: skip
    sheet.write_string(
        "A4", "42 of 56 go on to the 1/3 finals after round 4.", book.style(italic=True, font_color=MUTED)
    )
    small = book.style(bold=True, font_size=8, font_color=MUTED, align="center", bottom=1, bottom_color=GOLD)
    for cells, text in (("A5:B5", "POSITION"), ("C5:E5", "DRIVER"), ("F5:I5", "ROUNDS"), ("J5:K5", "POINTS")):
        sheet.merge_range(cells, text, small)
    sheet.set_row(5, 26)
    for column in range(11):
        sheet.write_blank(5, column, None, book.header())
    for row in range(FIRST, LAST + 1):
        _standings_row(book, sheet, row)
    _gap_column(book, sheet)
    _top_ten(book, sheet)
    foot = "Provisional until the contestation period is over. Questions: #rules on our Discord, not by private message."
    sheet.write_string(LAST + 2, 0, foot, book.style(italic=True, font_color=MUTED, font_size=9))
    sheet.freeze_panes(6, 3)


def _standings_row(book: Book, sheet: Worksheet, row: int) -> None:
    bg = CREAM if row < FIRST + 3 else (PAPER if row % 2 else "#FFFFFF")
    edge: dict[str, object] = {"bottom": 2, "bottom_color": RED} if row == FIRST + 41 else {}
    formats: dict[int, dict[str, object]] = {
        0: {"bold": True, "align": "center"}, 1: {"align": "center", "num_format": "▲0;▼0;–", "font_color": MUTED},
        2: {"bold": True}, 3: {"align": "center", "num_format": "000"}, 4: {"font_color": MUTED},
        9: {"align": "center", "num_format": "General;-General;–", "font_color": RED},
        10: {"align": "center", "bold": True, "font_size": 11},
    }  # fmt: skip
    for column in range(11):
        look = formats.get(column, {"align": "center"})
        sheet.write_blank(row, column, None, book.body(bg, **(look | edge)))


def _gap_column(book: Book, sheet: Worksheet) -> None:
    """The coordinator's own formula beside the software's range."""
    sheet.write_string(5, 12, "Gap to leader", book.header(GOLD, font_color=INK))
    for row in range(FIRST, LAST + 1):
        look = book.body(CREAM if row % 2 else "#FFFFFF", align="center", italic=True, num_format="-0;-0;–")
        sheet.write_formula(row, 12, f'=IF(K{row + 1}="","",K$7-K{row + 1})', look, "")


def _top_ten(book: Book, sheet: Worksheet) -> None:
    chart = book.workbook.add_chart({"type": "bar"})
    chart.add_series({
        "name": "Total", "categories": "=Standings!$C$7:$C$16", "values": "=Standings!$K$7:$K$16",
        "fill": {"color": RED}, "gap": 40, "data_labels": {"value": True},
    })  # fmt: skip
    chart.set_title({"name": "Top ten", "name_font": {"name": "Arial", "size": 14, "color": INK}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"name": "Arial", "size": 9}})
    chart.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": "#E5E8EB"}}, "min": 0})
    chart.set_size({"width": 520, "height": 380})
    sheet.insert_chart("O6", chart)


def pool_grid(book: Book) -> None:
    sheet = book.sheet("Pool grid", GOLD, (28, 28, 28, 28, 3, 56))
    book.banner(
        sheet, 6, "Pool grid – next round", "who races when · changes by swap until the first race starts"
    )
    days = ("Mon 9 Oct", "Wed 11 Oct", "Thu 12 Oct", "Fri 13 Oct")
    for column, (pool, day) in enumerate(zip(POOLS, days, strict=True)):
        sheet.write_string(3, column, day, book.style(bold=True, align="center", font_color=POOL[pool]))
        sheet.write_blank(4, column, None, book.header(POOL[pool], font_size=12))
        for row in range(5, 23):
            bg = POOL_TINT[pool] if row % 2 else "#FFFFFF"
            sheet.write_blank(row, column, None, book.body(bg, align="center"))
    sheet.set_row(4, 24)
    sheet.write_string(4, 5, "Briefing notes", book.header(GOLD, font_color=INK))
    for row, text in enumerate(BRIEFING, 5):
        sheet.write_string(row, 5, text, book.style(bg_color=CREAM, indent=1))
    sheet.freeze_panes(5, 0)


def results(book: Book) -> None:
    sheet = book.sheet("Results", NAVY, (8, 10, 7, 27, 9, 13, 13, 9, 9, 10))
    book.banner(sheet, 10, "Results of the last complete round", "21:00 Paris · all pools", NAVY)
    sheet.set_row(4, 24)
    for column in range(10):
        sheet.write_blank(4, column, None, book.header())
    for row in range(5, 66):
        bg = PAPER if row % 2 else "#FFFFFF"
        for column in range(10):
            look: dict[str, object] = {"align": "center"}
            if column == 3:
                look = {"bold": True}
            if column in (5, 6):
                look = {"align": "right", "num_format": "[m]:ss.000"}
            sheet.write_blank(row, column, None, book.body(bg, **look))
    sheet.freeze_panes(5, 0)


def info(book: Book) -> None:
    sheet = book.sheet("Info", "#7F8C8D", (18, 92))
    book.banner(sheet, 2, "Info", "for drivers and spectators", RED)
    for row, (topic, text) in enumerate(INFO.items(), 3):
        sheet.set_row(row, 34)
        sheet.write_string(row, 0, topic, book.style(bold=True, valign="top"))
        sheet.write_string(row, 1, text, book.style(text_wrap=True, valign="top"))
    link = book.style(font_color="#1155CC", underline=1)
    sheet.write_string(8, 0, "Stewards", book.style(bold=True))
    sheet.write_url(
        8, 1, "https://example.org/rover/race-commission", link, "Race commission: hand in a claim"
    )
