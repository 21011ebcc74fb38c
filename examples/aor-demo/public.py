"""public.xlsx: what everybody sees. The software fills ranges that are laid out here and empty."""

from __future__ import annotations

from pathlib import Path

from looks import BLACK, BOLD, CENTRE, CREAM, GREEN, INK, LAP, LONG, MUTED, ORANGE, QUIET, ROOM, Book

FIRST, LAST = 5, 44
ROOMS = ("Elite", "Pro", "Semi-Pro")
INFO = {
    "Format": "Superpole qualifying (one out-lap, one flying lap), a feature race and a sprint. Manual rolling start. "
    "Pit stops aren't mandatory.",
    "Rooms": "From 20 drivers on the 16 quickest in qualifying race in Elite, the next 16 in Pro. In round 8 the rooms go by "
    "the best six results of the first seven rounds.",
    "Points": "One room: 22-18-15-13-12-11-10-9-8-7-6-5-4-3-2-1 with 15 or 16 starters, less with fewer. The sprint gives "
    "half. +1 for the fastest lap of the feature in each room.",
    "Can't make it?": "Tell us yourself and why, in the race thread, at least an hour before the lobby.",
    "Your record": "Ask a coordinator by direct message. You see your own penalty points only.",
}


def build(path: Path) -> None:
    book = Book(path, "AOR GT Sport League - Season 14")
    standings(book)
    teams(book)
    rooms(book)
    release(book)
    results(book)
    info(book)
    book.workbook.close()


def standings(book: Book) -> None:
    widths = (7, 9, 27, 27, *[8] * 8, 10, 2, 12)
    sheet = book.sheet(
        "Standings", ORANGE, "AOR GT SPORT LEAGUE  ·  SEASON 14", "Drivers' championship", widths
    )
    small = book.style(
        bold=True, font_size=9, font_color=MUTED, align="center", bottom=1, bottom_color=ORANGE
    )
    for cells, text in (("A4:B4", "POSITION"), ("C4:D4", "DRIVER"), ("E4:L4", "FEATURE + SPRINT")):
        sheet.merge_range(cells, text, small)
    sheet.set_row(4, 26)
    for column in range(13):
        sheet.write_blank(4, column, None, book.head())
    looks = {0: BOLD | CENTRE, 2: BOLD, 3: {"font_color": MUTED}, 12: BOLD | CENTRE | {"font_size": 12}}
    for row in range(FIRST, LAST):
        for column in range(13):
            top = {"bg_color": CREAM} if row < FIRST + 3 else {}
            points = {"num_format": "General"} if column > 3 else {}
            sheet.write_blank(
                row, column, None, book.body(row, CENTRE | points | looks.get(column, {}) | top)
            )
    sheet.write_string(4, 14, "To the next", book.head(GREEN))
    for row in range(FIRST, LAST):
        gap = book.body(row, CENTRE | QUIET | {"num_format": "General"})
        formula = '""' if row == FIRST else f'IF(M{row + 1}="","",M{row}-M{row + 1})'
        sheet.write_formula(row, 14, f"={formula}", gap, "")
    sheet.freeze_panes(5, 3)


def teams(book: Book) -> None:
    sheet = book.sheet("Teams", ORANGE, "TEAMS' CHAMPIONSHIP", "places of both drivers in each race, without fastest laps",
                       (7, 9, 30, *[8] * 8, 10))  # fmt: skip
    sheet.set_row(3, 26)
    for column in range(12):
        sheet.write_blank(3, column, None, book.head())
        for row in range(4, 30):
            look = BOLD if column == 2 else CENTRE | {"num_format": "General"}
            sheet.write_blank(row, column, None, book.body(row, look))
    chart = book.workbook.add_chart({"type": "bar"})
    chart.add_series({
        "name": "Points", "categories": "=Teams!$C$5:$C$15", "values": "=Teams!$L$5:$L$15", "fill": {"color": ORANGE},
        "gap": 40, "data_labels": {"value": True},
    })  # fmt: skip
    chart.set_title({"name": "Teams", "name_font": {"size": 14, "color": INK}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "num_font": {"size": 9}})
    chart.set_x_axis({"major_gridlines": {"visible": True, "line": {"color": "#E2E2E8"}}, "min": 0})
    chart.set_size({"width": 560, "height": 380})
    sheet.insert_chart("N4", chart)
    sheet.freeze_panes(4, 3)


def rooms(book: Book) -> None:
    sheet = book.sheet("Rooms", GREEN, "ROOMS OF THE NEXT ROUND", "provisional until qualifying; in round 8 by the best six of seven",
                       (30, 30, 30, 3, 76))  # fmt: skip
    for column, room in enumerate(ROOMS):
        sheet.write_blank(3, column, None, book.head(ROOM[room], font_size=13))
        for row in range(4, 28):
            sheet.write_blank(row, column, None, book.body(row, CENTRE))
    sheet.set_row(3, 28)
    sheet.write_string(3, 4, "Before you join", book.head(BLACK))
    notes = ("Lobby opens at 19:30, be there.", "Under a lag check? 19:30 sharp, checks end at 19:45.",
             "Brake on when qualifying starts: nobody leaves the pits before their name is called.",
             "Flat out on the out-lap.", "Back to the pits with the pause menu.", "Keep the replay for a week.")  # fmt: skip
    for row, text in enumerate(notes, 4):
        sheet.write_string(row, 4, text, book.style(bg_color=CREAM, indent=1))


def release(book: Book) -> None:
    sheet = book.sheet("Release order", GREEN, "RELEASE ORDER", "qualifying of the next round: reverse championship order, groups of 8",
                       (10, 16, 12, 10, 10, 32))  # fmt: skip
    sheet.set_row(3, 26)
    for column in range(6):
        sheet.write_blank(3, column, None, book.head())
        for row in range(4, 54):
            sheet.write_blank(row, column, None, book.body(row, BOLD if column == 5 else CENTRE))
    sheet.freeze_panes(4, 0)


def results(book: Book) -> None:
    sheet = book.sheet(
        "Results",
        BLACK,
        "RESULTS OF THE LAST ROUND",
        "after the stewards' decisions so far",
        (8, 12, 9, 7, 28, 9, 13, 13, 9, 9),
    )
    sheet.set_row(3, 26)
    looks = {4: BOLD, 6: LONG, 7: LAP, 8: CENTRE | {"num_format": "General"}}
    for column in range(10):
        sheet.write_blank(3, column, None, book.head())
        for row in range(4, 84):
            sheet.write_blank(row, column, None, book.body(row, looks.get(column, CENTRE)))
    sheet.freeze_panes(4, 0)


def info(book: Book) -> None:
    sheet = book.sheet("Info", MUTED, "INFO", "the whole rules are on the forum", (20, 100))
    for row, (topic, text) in enumerate(INFO.items(), 3):
        sheet.set_row(row, 36)
        sheet.write_string(row, 0, topic, book.style(bold=True, valign="top"))
        sheet.write_string(row, 1, text, book.style(text_wrap=True, valign="top"))
    link = book.style(font_color="#1155CC", underline=1)
    sheet.write_url(
        9,
        1,
        "https://example.org/aor/stewards-panel",
        link,
        "Stewards Panel: hand in an enquiry within 48 hours",
    )
