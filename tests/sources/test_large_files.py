"""Workbooks made to take time and memory without end: refused in words, or read within bounds.

Each is read in a process of its own, whose memory the system limits.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sheets_sync.sources import bounds, sheet_reader
from sheets_sync.sources.workbook import read_workbook

from .books import MAIN, raw_parts, sheet_xml

MEMORY = 400 << 20
MILLION = 1_000_000
READ = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[2]), int(sys.argv[2])))
from sheets_sync.sources.workbook import read_workbook
snapshot, problems = read_workbook("League", Path(sys.argv[1]), "id")
for problem in problems:
    print(problem.message)
if snapshot:
    grid = snapshot.grids["Data"]
    print(grid.rows, grid.columns, len(grid.hidden_rows), grid.shown(grid.rows, grid.columns))
"""
STYLES = f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="2"/></cellXfs></styleSheet>'

linux = pytest.mark.skipif(sys.platform != "linux", reason="limits memory as Linux does")


def each(form: str, count: int = MILLION) -> str:
    return "".join([form.replace("#", str(number)) for number in range(1, count + 1)])


def outcome(path: Path, parts: dict[str, str | bytes]) -> str:
    """What a process with little memory says of it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    command = [sys.executable, "-c", READ, str(path), str(MEMORY)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert not done.stderr, done.stderr[-500:]
    return done.stdout.strip()


ONE = '<row r="1"><c r="A1"><v>5</v></c></row>'
MERGE = '<mergeCell ref="A1:B1"/>'
LAST = '<row r="1048576"><c r="{}1048576" s="1"><v>5</v></c></row>'
SHEET, STRINGS = "The workbook's part 'xl/worksheets/sheet1.xml'", "The workbook's part 'xl/strings.xml'"


def blank_rows() -> str:
    return sheet_xml(each('<row r="#" s="1" customFormat="1"><c r="A#" s="1"/></row>'))


def hidden_rows() -> str:
    return sheet_xml(each('<row r="#" hidden="1"/>') + LAST.format("C"))


def last_cell() -> str:
    return sheet_xml(LAST.format("XFD"))


def all_columns() -> str:
    columns = each('<col min="#" max="16384" style="1"/>', 16_384)
    return sheet_xml(ONE, before=f"<cols>{columns}</cols>")


def array_formula() -> str:
    return sheet_xml(ONE.replace("<v>", '<f t="array" ref="A1:XFD1048576">1</f><v>'))


def deep_cell() -> str:
    return sheet_xml(ONE.replace("<v>", "<a>" * MILLION + "</a>" * MILLION + "<v>"))


def merged_cells() -> str:
    merges = each('<mergeCell ref="A#:B#"/>')
    return sheet_xml(ONE, behind=f"<mergeCells>{merges}</mergeCells>")


def attributes() -> str:
    return sheet_xml(ONE.replace('"1">', '"1" ' + each('a#="1" ') + ">", 1))


@linux
@pytest.mark.parametrize(
    ("sheet", "read"),
    [
        (blank_rows, "0 0 0"),
        (hidden_rows, "1048576 3 1000000 5.00"),
        (last_cell, "1048576 16384 0 5.00"),
        (all_columns, "1 1 0 5"),
        (array_formula, "1 1 0 5"),
        (deep_cell, "1 1 0 5"),
        (merged_cells, f"{SHEET} holds more than 100000 merged ranges, which aren't read."),
        (attributes, f"{SHEET} holds a text or a tag too long to be read."),
    ],
)
def test_large_sheets(tmp_path: Path, sheet: Callable[[], str], read: str) -> None:
    assert outcome(tmp_path / "large.xlsx", raw_parts(sheet(), styles=STYLES)) == read


def styles() -> dict[str, str | bytes]:
    formats = each('<xf numFmtId="#"/>')
    return {"xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs>{formats}</cellXfs></styleSheet>'}


def deep_workbook() -> dict[str, str | bytes]:
    return {"xl/workbook.xml": f"<workbook>{'<a>' * MILLION}{'</a>' * MILLION}</workbook>"}


def strings() -> dict[str, str | bytes]:
    return {"xl/strings.xml": f'<sst xmlns="{MAIN}">{each("<si><t>text #</t></si>")}</sst>'}


def long_string() -> dict[str, str | bytes]:
    return {"xl/strings.xml": f'<sst xmlns="{MAIN}"><si><t>{each("#,")}</t></si></sst>'}


@linux
@pytest.mark.parametrize(
    ("other", "read"),
    [
        (styles, "The workbook's part 'xl/styles.xml' holds too many elements to be read."),
        (deep_workbook, "The workbook's part 'xl/workbook.xml' holds too many elements to be read."),
        (strings, "0 0 0"),
        (long_string, f"{STRINGS} holds a text or a tag too long to be read."),
    ],
)
def test_other_large_parts(tmp_path: Path, other: Callable[[], dict[str, str | bytes]], read: str) -> None:
    assert outcome(tmp_path / "large.xlsx", raw_parts(sheet_xml("")) | other()) == read


def message_of(path: Path, parts: dict[str, str | bytes]) -> str:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return message(path)


def message(path: Path) -> str:
    snapshot, (problem,) = read_workbook("League", path, "id")
    assert snapshot is None
    return problem.message


def test_a_large_sheet_and_large_sheets_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = raw_parts(sheet_xml(each('<row r="#"><c r="A#"><v>#</v></c></row>', 60_000)))
    monkeypatch.setattr(bounds, "MAX_PART", 1 << 20)
    limit = "unpacks to 2 MiB; at most 1 MiB are read."
    part = "The workbook's part 'xl/worksheets/sheet1.xml'"
    assert message_of(tmp_path / "book.xlsx", parts) == f"{part} {limit}"
    monkeypatch.setattr(bounds, "MAX_PART", 1 << 27)
    monkeypatch.setattr(bounds, "MAX_READ", 1 << 20)
    limit = "unpack to 2 MiB; at most 1 MiB are read at once."
    assert message_of(tmp_path / "book.xlsx", parts) == f"The workbook's tabs {limit}"


def test_merged_cells_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_reader, "MAX_MERGES", 2)
    merges = f"<mergeCells>{MERGE * 3}</mergeCells>"
    assert "more than 2 merged ranges" in message_of(
        tmp_path / "book.xlsx", raw_parts(sheet_xml("", behind=merges))
    )


def test_parts_that_share_their_bytes(tmp_path: Path) -> None:
    """Many entries of the directory name the same compressed bytes."""
    path, folder = tmp_path / "book.xlsx", []
    message_of(path, {"a": b"".join(struct.pack("<I", n * 7919) for n in range(50_000))})
    data = path.read_bytes()
    directory = data.index(b"PK\1\2")
    entry, end = data[directory : data.index(b"PK\5\6")], data[data.index(b"PK\5\6") :]
    for letter in b"abcdefgh":
        folder.append(entry[:46] + bytes([letter]) + entry[47:])
    size = struct.pack("<HHI", 8, 8, len(b"".join(folder)))
    path.write_bytes(data[:directory] + b"".join(folder) + end[:8] + size + end[16:])
    assert message(path) == "The file's parts lie over each other."


def test_a_directory_without_end(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK\3\4" + b"PK\1\2" * 30_000)
    assert message(path) == "The file holds 30000 parts; a workbook has at most 10000."


def test_a_part_larger_than_it_says(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    rows = each('<row r="#"><c r="A#"><v>#</v></c></row>', 5_000)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in raw_parts(sheet_xml(rows)).items():
            archive.writestr(name, text)
    data, real = bytearray(path.read_bytes()), len(sheet_xml(rows))
    listed = data.rindex(b"xl/worksheets/sheet1.xml") - 46
    assert struct.unpack_from("<I", data, listed + 24) == (real,)
    struct.pack_into("<I", data, listed + 24, 100)
    path.write_bytes(data)
    assert message(path).startswith("The workbook's part 'xl/worksheets/sheet1.xml' is damaged (")


def test_links_are_not_followed(tmp_path: Path) -> None:
    """A part that stands elsewhere is no part: neither on the disk nor in the net is anything opened."""
    secret = tmp_path / "secret.xml"
    secret.write_text(f'<sst xmlns="{MAIN}"><si><t>secret</t></si></sst>', "utf-8")
    parts = raw_parts(sheet_xml('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'))
    links = str(parts["xl/_rels/workbook.xml.rels"])
    for target in (secret.as_uri(), str(secret), "https://127.0.0.1:9/x"):
        outside = links.replace('Target="strings.xml"', f'TargetMode="External" Target="{target}"')
        inside = links.replace('Target="strings.xml"', f'Target="{target}"')
        for form in (outside, inside):
            path = tmp_path / "book.xlsx"
            with zipfile.ZipFile(path, "w") as archive:
                for name, text in (parts | {"xl/_rels/workbook.xml.rels": form}).items():
                    archive.writestr(name, text)
            snapshot, problems = read_workbook("League", path, "id")
            values = snapshot.grids["Data"].value(1, 1) if snapshot else None
            assert values is None and problems
