"""coordinators.xlsx, second part: qualifying and races, times typed as each host likes it."""

from __future__ import annotations

from random import Random

from xlsxwriter.worksheet import Worksheet

from cast import BY_NAME, PLAIN_NUMBER, TEXT_NUMBER
from looks import LINE, MUTED, NAVY, POOL, POOL_TINT, Book, Duration, Value, put
from season import MISSPELT, POOLS, ROUNDS, Round
from times import ALL_QUALIFYING, ALL_RACES, RaceRow

LAP_FORMATS = {"ALPHA": "mm:ss.000", "BETA": "[m]:ss.000", "GAMMA": "mm:ss.000", "DELTA": "[m]:ss.000"}
GAP_FORMAT = '"+"[m]:ss.000;;"–"'
COLUMNS = ("Round", "Pool", "Pos", "No.", "Driver", "Status", "Total time", "Best lap", "Laps", "Gap")


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
    sheet = book.sheet("Qualifying", "#8E44AD", (8, 11, 27, 13, 10, 34))
    book.banner(
        sheet, 6, "Qualifying", "best time of each driver · fastest of the pool = pole = +1", "#6C3483"
    )
    book.headings(sheet, 3, ("Round", "Pool", "Driver", "Best time", "Status", "Remark"))
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
    sheet.freeze_panes(4, 0)


def results(book: Book) -> None:
    sheet = book.sheet("Results", "#C0392B", (8, 10, 7, 8, 27, 9, 13, 13, 7, 13))
    book.banner(
        sheet,
        10,
        "Race results",
        "one block a race, newest at the bottom · Gap is a formula, hands off :)",
        NAVY,
    )
    book.headings(sheet, 3, COLUMNS)
    typist, row = Typist("results typed"), 4
    for round_ in ROUNDS[:2]:
        for pool in POOLS:
            row = _block(book, sheet, row, round_, pool, typist) + 1
    sheet.freeze_panes(4, 0)


def _block(book: Book, sheet: Worksheet, row: int, round_: Round, pool: str, typist: Typist) -> int:
    """The banner and the 14 rows of one race; returns the row below."""
    title = f"Round {round_.number} – {pool} – {round_.circuit.split()[0]}"
    look = book.style(bold=True, font_size=11, font_color="#FFFFFF", bg_color=POOL[pool], align="center")
    sheet.merge_range(row, 0, row, len(COLUMNS) - 1, title, look)
    sheet.set_row(row, 20)
    races = [entry for entry in ALL_RACES if (entry.round, entry.pool) == (round_.number, pool)]
    for offset, entry in enumerate(races, 1):
        _race_row(book, sheet, row + offset, row + 1, entry, races[0], typist)
    return row + 1 + len(races)


def _race_row(
    book: Book, sheet: Worksheet, row: int, first: int, entry: RaceRow, winner: RaceRow, typist: Typist
) -> None:
    bg = POOL_TINT[entry.pool] if (row - first) % 2 else "#FFFFFF"
    centre = book.body(bg, align="center")
    bold = book.body(bg, align="center", bold=True)
    time = book.body(bg, align="right", num_format=LAP_FORMATS[entry.pool])
    driver = BY_NAME[entry.driver]
    number: Value = f"{driver.number:03d}" if entry.driver == TEXT_NUMBER else driver.number
    number_format = "General" if entry.driver == PLAIN_NUMBER else "000"
    put(sheet, row, 0, f"R{entry.round}", centre)
    put(sheet, row, 1, entry.pool, centre)
    put(sheet, row, 2, entry.place, bold)
    put(sheet, row, 3, number, book.body(bg, align="center", num_format=number_format))
    put(
        sheet,
        row,
        4,
        MISSPELT.get((entry.round, entry.driver), entry.driver),
        book.body(bg, bold=entry.place == 1),
    )
    put(sheet, row, 5, entry.status, book.body(bg, align="center", font_color="#BC002D", bold=True))
    put(sheet, row, 6, typist.time(entry.total), time)
    put(sheet, row, 7, typist.time(entry.best), time)
    put(sheet, row, 8, entry.laps, centre)
    gap = book.body(
        bg, align="right", num_format=GAP_FORMAT, italic=True, font_color=MUTED, border_color=LINE
    )
    sheet.write_formula(row, 9, _gap_formula(row + 1, first + 1), gap, _gap(entry, winner))


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
