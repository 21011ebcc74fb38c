"""coordinators.xlsx, third part: the coordinator's own tab, of no interest to any software."""

from __future__ import annotations

from looks import CREAM, GOLD, INK, MUTED, RED, YELLOW, Book, put

TO_DO = (
    ("R3 grids to the hosts", "Jacques", "open"),
    ("Ask Luuk what happened in R2 (he left on lap 5!)", "Inês", "open"),
    ("Ruaridh: which pool for R3???", "Inês", "open"),
    ("New overlay with the pool colours", "Bastien", "done"),
    ("Plates: Malik, Andrei, Ioana", "Bastien", "late"),
    ("Marco parked in R1 (dead controller): P14, not DISC", "Jacques", "done"),
)
HOSTS = (("ALPHA", "JakCellAir"), ("BETA", "ines_cos"), ("GAMMA", "Bastien_TV"), ("DELTA", "JakCellAir"))
BRIEFING = """Briefing R3 (Fuji, Roadster)
- track limits in the last corner: four wheels, no discussion
- fuel x3, tyres x5, mediums are mandatory
- hazard lights when you are slow. Really."""
BOX = {
    "width": 430,
    "height": 100,
    "fill": {"color": CREAM},
    "line": {"color": GOLD, "width": 1.5},
    "font": {"name": "Arial", "size": 10, "color": INK},
    "object_position": 3,
}
STATES = ("open", "done", "late")


def notes(book: Book) -> None:
    sheet = book.sheet("Notes", YELLOW, (48, 14, 12, 4, 14, 20))
    sheet.write_string(0, 0, "Notes, to-do, whatever", book.style(bold=True, font_size=14, font_color=RED))
    sheet.write_string(
        1, 0, "(not read by anything - write what you like)", book.style(italic=True, font_color=MUTED)
    )
    for column, text in enumerate(("To do", "Who", "State")):
        sheet.write_string(3, column, text, book.header(GOLD, font_color=INK))
    for row, line in enumerate(TO_DO, 4):
        for column, text in enumerate(line):
            put(sheet, row, column, text, book.body(align="center" if column else "left"))
    sheet.data_validation(4, 2, 30, 2, {"validate": "list", "source": list(STATES)})
    for state, colour in (("done", "#D5F5E3"), ("late", "#FADBD8")):
        look = book.workbook.add_format({"bg_color": colour})
        sheet.conditional_format(
            4, 2, 30, 2, {"type": "cell", "criteria": "==", "value": f'"{state}"', "format": look}
        )
    for column, text in enumerate(("Pool", "Host"), 4):
        sheet.write_string(3, column, text, book.header(GOLD, font_color=INK))
    for row, host in enumerate(HOSTS, 4):
        for column, text in enumerate(host, 4):
            put(sheet, row, column, text, book.body())
    sheet.insert_textbox(12, 0, BRIEFING, BOX)
