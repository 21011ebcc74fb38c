"""coordinators.xlsx: the tabs of the prequalification and of everything that comes after the demo's moment."""

from __future__ import annotations

from random import Random

from cast import BY_NAME, typed_number
from elimination_times import ALL_STAGE_QUALIFYING, ALL_STAGES, StageRow
from looks import AT, CENTRE, MUTED, NAVY, PAPER, POOL, POOL_TINT, RED, Book, Duration, Value, put
from moves import moment
from moves_later import INTERRUPTIONS, MOVES
from prequalification import CLOSED, times
from xlsxwriter.worksheet import Worksheet

GREEN = "#16A085"


def stage_qualifying(book: Book, sheet: Worksheet, row: int) -> None:
    """The qualifyings of the elimination phase, below those of the pool phase."""
    rng = Random("stage qualifying")
    for stage, pool, driver, best in ALL_STAGE_QUALIFYING:
        bg = POOL_TINT.get(pool, PAPER)
        centre = book.body(bg, align="center")
        typed: Value = str(Duration(best)) if rng.random() < 0.4 else Duration(best)
        put(sheet, row, 0, stage, centre)
        put(sheet, row, 1, pool, book.body(bg, align="center", bold=True, font_color=POOL.get(pool, NAVY)))
        put(sheet, row, 2, driver, book.body(bg))
        put(sheet, row, 3, typed, book.body(bg, align="right", num_format="mm:ss.000"))
        put(sheet, row, 4, None, centre)
        put(sheet, row, 5, None, centre)
        row += 1


def prequalification(book: Book) -> None:
    sheet = book.sheet("Prequalification", "#8E44AD", (18, 10, 27, 13, 19))
    book.banner(
        sheet, 5, "Prequalification", "15 min + 1 lap · best 56 race, the next 8 are reserves", "#6C3483"
    )
    book.headings(sheet, 3, ("Round", "Slot", "Driver", "Best time", "Replay checked"))
    rows = [
        (
            "prequalification",
            each.slot,
            each.driver,
            Duration(each.best) if each.best else None,
            moment(CLOSED),
        )
        for each in times()
    ]
    lap = {"align": "right", "num_format": "mm:ss.000"}
    book.table(sheet, 4, rows, [{"font_color": MUTED}, CENTRE, {"bold": True}, lap, AT], spare=3)
    sheet.conditional_format(4, 3, 4 + len(rows), 3, {
        "type": "2_color_scale", "min_color": "#D7BDE2", "max_color": "#FFFFFF",
    })  # fmt: skip
    sheet.freeze_panes(4, 0)


COLUMNS = ("Round", "Pool", "Pos", "No.", "Driver", "Status", "Total time", "Best lap", "Laps")


def elimination(book: Book) -> None:
    sheet = book.sheet("Elimination", RED, (15, 10, 7, 8, 27, 9, 13, 13, 7))
    book.banner(
        sheet,
        9,
        "1/3 finals to final",
        "as on the road · penalties are seconds now, the software adds them",
        RED,
    )
    book.headings(sheet, 3, COLUMNS)
    row, block = 4, ""
    for entry in ALL_STAGES:
        title = f"{entry.stage.capitalize()} {entry.pool}".strip()
        if title != block:
            look = book.style(
                bold=True,
                font_size=11,
                font_color="#FFFFFF",
                bg_color=POOL.get(entry.pool, NAVY),
                align="center",
            )
            sheet.merge_range(row, 0, row, len(COLUMNS) - 1, title, look)
            row, block = row + 1, title
        _stage_row(book, sheet, row, entry)
        row += 1
    sheet.freeze_panes(4, 0)


def _stage_row(book: Book, sheet: Worksheet, row: int, entry: StageRow) -> None:
    bg = POOL_TINT.get(entry.pool, PAPER) if row % 2 else "#FFFFFF"
    number, number_format = typed_number(BY_NAME[entry.driver])
    time_look: dict[str, object] = {"align": "right", "num_format": "[m]:ss.000"}
    centre: dict[str, object] = {"align": "center"}
    cells: tuple[tuple[Value, dict[str, object]], ...] = (
        (entry.stage, centre),
        (entry.pool, centre),
        (entry.place, centre | {"bold": True}),
        (number, centre | {"num_format": number_format}),
        (entry.driver, {"bold": entry.place == 1}),
        (entry.status, centre | {"bold": True, "font_color": RED}),
        (Duration(entry.total) if entry.total else None, time_look),
        (Duration(entry.best) if entry.best else None, time_look),
        (entry.laps, centre),
    )
    for column, (value, look) in enumerate(cells):
        put(sheet, row, column, value, book.body(bg, **look))


def moves(book: Book) -> None:
    sheet = book.sheet("Moves", GREEN, (19, 8, 26, 12, 26, 12, 44))
    book.banner(sheet, 7, "Moves", "VIII: one way, into a free place or with somebody who is willing", GREEN)
    book.headings(sheet, 3, ("At", "Round", "Driver", "To pool", "Switches with", "Confirmed", "Why"), GREEN)
    rows = [(moment(m.at), m.round, m.driver, m.pool, m.partner, m.confirmed, m.reason) for m in MOVES]
    book.table(
        sheet, 4, rows, [AT, CENTRE, {}, CENTRE, {}, CENTRE, {"italic": True, "font_color": MUTED}], spare=8
    )
    sheet.freeze_panes(4, 0)


def interruptions(book: Book) -> None:
    sheet = book.sheet("Interruptions", RED, (19, 8, 11, 14, 12, 11, 14, 50))
    book.banner(sheet, 8, "Interruptions", "host gone, lobby bug: how far were we?", RED)
    book.headings(sheet, 3, ("At", "Round", "Pool", "Kind", "Driven", "Restarted", "Cause", "Note"))
    rows = [
        (moment(i.at), i.round, i.pool, i.kind, i.completed, i.restarted, i.cause, i.note)
        for i in INTERRUPTIONS
    ]
    share = {"align": "center", "num_format": "0%"}
    book.table(sheet, 4, rows, [AT, CENTRE, CENTRE, CENTRE, share, CENTRE, CENTRE, {"italic": True}], spare=8)
    sheet.freeze_panes(4, 0)
