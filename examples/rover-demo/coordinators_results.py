"""coordinators.xlsx, second part: qualifying and races, times typed as each host likes it."""

from __future__ import annotations

from random import Random

from cast import BY_NAME, typed_number
from coordinators_later import stage_qualifying
from later import LOST
from looks import MOMENT, MUTED, NAVY, POOL, POOL_TINT, RED, Book, Duration, Value, put
from moves import moment
from season import MISSPELT, POOLS, ROUNDS, Round
from times import ALL_QUALIFYING, ALL_RACES, FASTEST, RaceRow
from xlsxwriter.worksheet import Worksheet

LAP_FORMATS = {"ALPHA": "mm:ss.000", "BETA": "[m]:ss.000", "GAMMA": "mm:ss.000", "DELTA": "[m]:ss.000"}
GAP_FORMAT = '"+"[m]:ss.000;;"–"'
COLUMNS = ("Round", "Pool", "Pos", "No.", "Driver", "Status", "Total time", "Best lap", "Laps", "Gap", "Part")


class Typist:
    """Types about half of the times as text, the others as durations."""

    def __init__(self, seed: str) -> None:
        self._rng = Random(seed)

    def time(self, ms: int | None) -> Value:
        as_text = self._rng.random() < 0.5
        if ms is None:
            return None
        return str(Duration(ms)) if as_text else Duration(ms)


def qualifying(book: Book) -> None:
    sheet = book.sheet("Qualifying", "#8E44AD", (8, 11, 27, 13, 10, 34, 17, 10))
    book.banner(
        sheet, 6, "Qualifying", "best time of each driver · fastest of the pool = pole = +1", "#6C3483"
    )
    book.headings(sheet, 3, ("Round", "Pool", "Driver", "Best time", "Status", "Remark", "Lost at", "Missed"))
    typist, last_pool = Typist("qualifying typed"), ""
    for row, entry in enumerate(ALL_QUALIFYING, 4):
        bg = POOL_TINT[entry.pool]
        edge: dict[str, object] = {"top": 2} if entry.pool != last_pool else {}
        last_pool = entry.pool
        centre = book.body(bg, align="center", **edge)
        put(sheet, row, 0, entry.round, centre)
        put(
            sheet,
            row,
            1,
            entry.pool,
            book.body(bg, align="center", bold=True, font_color=POOL[entry.pool], **edge),
        )
        put(sheet, row, 2, entry.driver, book.body(bg, **edge))
        put(sheet, row, 3, typist.time(entry.best),
            book.body(bg, align="right", num_format=LAP_FORMATS[entry.pool], **edge))  # fmt: skip
        put(sheet, row, 4, entry.status, centre)
        put(sheet, row, 5, entry.remark, book.body(bg, italic=True, font_color=MUTED, **edge))
        if (entry.round, entry.driver) in LOST:
            at, share = LOST[entry.round, entry.driver]
            put(sheet, row, 6, moment(at), book.body(bg, num_format=MOMENT, align="center", **edge))
            put(sheet, row, 7, share, book.body(bg, num_format="0%", align="center", **edge))
    stage_qualifying(book, sheet, 4 + len(ALL_QUALIFYING))
    sheet.freeze_panes(4, 0)


def results(book: Book) -> None:
    sheet = book.sheet("Results", "#C0392B", (8, 10, 7, 8, 27, 9, 13, 13, 7, 13, 9))
    book.banner(
        sheet,
        10,
        "Race results",
        "one block a race, newest at the bottom · Gap is a formula, hands off :)",
        NAVY,
    )
    book.headings(sheet, 3, COLUMNS)
    typist, row = Typist("results"), 4
    for round_ in ROUNDS:
        for pool in POOLS:
            parts = dict.fromkeys(entry.part for entry in _races(round_, pool))
            for part in parts:
                row = _block(book, sheet, row, round_, pool, part, typist) + 1
    sheet.freeze_panes(4, 0)


def _races(round_: Round, pool: str) -> list[RaceRow]:
    return [entry for entry in ALL_RACES if (entry.round, entry.pool) == (round_.number, pool)]


def _block(
    book: Book, sheet: Worksheet, row: int, round_: Round, pool: str, part: str, typist: Typist
) -> int:
    """The banner and the 14 rows of one race; returns the row below."""
    title = f"Round {round_.number} – {pool} – {round_.circuit.split()[0]}"
    title += {"first": " – grid photo, lap 10", "restart": " – started again"}.get(part, "")
    look = book.style(bold=True, font_size=11, font_color="#FFFFFF", bg_color=POOL[pool], align="center")
    sheet.merge_range(row, 0, row, 9, title, look)
    sheet.set_row(row, 20)
    races = [entry for entry in _races(round_, pool) if entry.part == part]
    for below, entry in enumerate(races, row + 1):
        bg = POOL_TINT[pool] if (below - row) % 2 == 0 else "#FFFFFF"
        _race_row(book, sheet, below, entry, bg, typist)
        gap = book.body(bg, align="right", num_format=GAP_FORMAT, italic=True, font_color=MUTED)
        if entry.part:
            put(sheet, below, 10, entry.part, book.body(bg, align="center", italic=True))
        sheet.write_formula(below, 9, _gap_formula(below + 1, row + 2), gap, _gap(entry, races[0]))
    return row + 1 + len(races)


def _race_row(book: Book, sheet: Worksheet, row: int, entry: RaceRow, bg: str, typist: Typist) -> None:
    number, number_format = typed_number(BY_NAME[entry.driver])
    driver = MISSPELT.get((entry.round, entry.driver), entry.driver)
    # the host of DELTA aligns nothing: his texts stand left and his durations right
    align = None if entry.pool == "DELTA" else "right"
    time: dict[str, object] = {"align": align, "num_format": LAP_FORMATS[entry.pool]}
    is_fastest = entry.driver in FASTEST[entry.round][1]
    purple: dict[str, object] = {"bold": True, "font_color": "#8E24AA"} if is_fastest else {}
    centre: dict[str, object] = {"align": "center"}
    cells: tuple[tuple[Value, dict[str, object]], ...] = (
        (f"R{entry.round}", centre),
        (entry.pool, centre),
        (entry.place, centre | {"bold": True}),
        (number, centre | {"num_format": number_format}),
        (driver, {"bold": entry.place == 1}),
        (entry.status, centre | {"bold": True, "font_color": RED}),
        (typist.time(entry.total), time),
        (typist.time(entry.best), time | purple),
        (entry.laps, centre),
    )
    for column, (value, look) in enumerate(cells):
        put(sheet, row, column, value, book.body(bg, **look))
    if is_fastest and len(FASTEST[entry.round][1]) > 1:
        sheet.write_comment(
            row, 7, "the same as in the other pool, to the thousandth?! checked the replays: yes"
        )


def _seconds(cell: str) -> str:
    return f'IF(ISTEXT({cell}),TIMEVALUE("0:"&{cell}),{cell})'


def _gap_formula(row: int, first: int) -> str:
    behind = f"{_seconds(f'G{row}')}-{_seconds(f'G${first}')}"
    return f'=IF(G{row}="","",IF(I{row}<I${first},"+"&(I${first}-I{row})&" lap",{behind}))'


def _gap(entry: RaceRow, winner: RaceRow) -> float | str:
    """What the formula shows; kept in the file as if a spreadsheet application had computed it."""
    if entry.total is None or winner.total is None or entry.laps is None or winner.laps is None:
        return ""
    if entry.laps < winner.laps:
        return f"+{winner.laps - entry.laps} lap"
    return Duration(entry.total).days - Duration(winner.total).days
