"""How long a workbook of 200,000 cells takes to read and to change, beside openpyxl in the same run.

    python benchmarks/workbooks.py [ROWS]

ROWS (default 10,000) of 20 columns: texts, numbers, dates, lap times, formulas and truth values, made by
XlsxWriter. Reading: values, number formats and what is seen of each cell; openpyxl gives values alone, in
its read-only mode. Changing: 1,600 cells, from the file on the disk back to it, all checks included;
openpyxl loads, changes and saves. Each job runs in a process of its own, ours three times with the best one
shown: seconds of the processor, since other work on the machine changes the clock's twofold, and the peak of
memory with the interpreter and all imports. A ratio below 1 is within the limit, which is for 10,000 rows.
"""

from __future__ import annotations

import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

RUNS = 3
COLUMNS = 20
CHANGED = [(row, column) for row in range(2, 102) for column in range(1, 19) if column not in (9, 10)]
LIMITS = {"read": (0.6, None), "change": (1.0, 200.0)}


def make(path: Path, rows: int) -> None:
    import xlsxwriter

    draw = random.Random(1)
    with xlsxwriter.Workbook(path) as book:
        lap, gap, day, place = (
            book.add_format({"num_format": code}) for code in ("m:ss.000", "0.00", "yyyy-mm-dd", '"P"0')
        )
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, [f"Column {column}" for column in range(COLUMNS)])
        for row in range(1, rows):
            for half in (0, 10):
                for column in range(3):
                    sheet.write_string(row, half + column, f"Driver {draw.randrange(3000)}")
                sheet.write_number(row, half + 3, draw.randrange(100), place)
                sheet.write_number(row, half + 4, draw.random() / 500, lap)
                sheet.write_number(row, half + 5, draw.random() * 100, gap)
                sheet.write_number(row, half + 6, 44_000 + draw.randrange(2000), day)
                sheet.write_number(row, half + 7, draw.randrange(1000))
                sheet.write_formula(row, half + 8, f"=H{row + 1}*2", None, 3)
                sheet.write_boolean(row, half + 9, True)


def read(path: Path) -> float:
    from sheets_sync.sources.workbook import read_workbook

    start = time.process_time()
    snapshot, problems = read_workbook("League", path, "id")
    assert snapshot is not None and not problems, problems
    grid = snapshot.grids["Data"]
    seen = 0
    for column in range(1, grid.columns + 1):
        for row in range(1, grid.rows + 1):
            seen += bool(grid.shown(row, column))
    assert seen == grid.rows * COLUMNS
    return time.process_time() - start


def read_with_openpyxl(path: Path) -> float:
    import openpyxl

    start = time.process_time()
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    cells = sum(len(row) for row in book["Data"].iter_rows(values_only=True))
    assert cells % COLUMNS == 0
    return time.process_time() - start


def change(path: Path) -> float:
    from sheets_sync.sources.snapshot import CellWrite
    from sheets_sync.sources.workbook import read_workbook, write_workbook

    snapshot, _ = read_workbook("League", path, "id", ["Data"])
    assert snapshot is not None
    writes = [CellWrite("Data", row, column, f"New {row}") for row, column in CHANGED]
    start = time.process_time()
    problems = write_workbook(snapshot, writes, "memory")
    assert not problems, problems
    return time.process_time() - start


def change_with_openpyxl(path: Path) -> float:
    import openpyxl

    start = time.process_time()
    book = openpyxl.load_workbook(path)
    for row, column in CHANGED:
        book["Data"].cell(row, column, f"New {row}")
    book.save(path)
    return time.process_time() - start


JOBS: dict[str, tuple[str, Callable[[Path], float]]] = {
    "read": ("ours", read),
    "read with openpyxl": ("openpyxl", read_with_openpyxl),
    "change": ("ours", change),
    "change with openpyxl": ("openpyxl", change_with_openpyxl),
}


def alone(job: str, path: Path) -> tuple[float, float]:
    """Seconds, and the peak of memory in MiB, in a process of its own; the file itself stays."""
    command = [sys.executable, __file__, job, str(path)]
    seconds, peak = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return float(seconds), float(peak)


def main() -> None:
    if len(sys.argv) == 3:
        own = Path(sys.argv[2]).with_name("own.xlsx")
        shutil.copy(sys.argv[2], own)
        print(JOBS[sys.argv[1]][1](own), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    rows = int(sys.argv[1]) if len(sys.argv) == 2 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        make(path, rows)
        for what, limits in LIMITS.items():
            show(what, rows, limits, path)


def show(what: str, rows: int, limits: tuple[float, float | None], path: Path) -> None:
    ours = min(alone(what, path) for _ in range(RUNS))
    theirs = alone(f"{what} with openpyxl", path)
    cells = f"{rows * COLUMNS} cells" if what == "read" else f"{len(CHANGED)} of {rows * COLUMNS} cells"
    each = [f"{seconds:.2f} s, {peak:.0f} MiB" for seconds, peak in (ours, theirs)]
    print(f"{what} {cells}: {each[0]}; openpyxl {each[1]}; {ours[0] / theirs[0]:.2f} of its time")
    if rows == 10_000:
        memory = f", {ours[1] / limits[1]:.2f} in memory" if limits[1] else ""
        print(f"  of the limits: {ours[0] / limits[0]:.2f} in time{memory}")


if __name__ == "__main__":
    main()
