"""What a write changes, and that it changes nothing else."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from sheets_sync.sources.snapshot import Written
from sheets_sync.sources.workbook import read_workbook, refusals, write_workbook

from .books import (
    MAIN,
    STRICT,
    STRICT_OFFICE,
    raw_parts,
    read_parts,
    set_cell,
    sheet_xml,
    snapshot_of,
    write_parts,
)

Raw = Callable[..., Path]
SHEET = "xl/worksheets/sheet1.xml"


def written(path: Path, cells: dict[str, Written], memory: str = "") -> str:
    """The tab's part after the write."""
    writes = [set_cell(place, value) for place, value in cells.items()]
    assert write_workbook(snapshot_of(path), writes, memory) == []
    data = read_parts(path)[SHEET]
    return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")


def test_all_other_parts_stay_as_they_are(rich: Path) -> None:
    before, order = read_parts(rich), zipfile.ZipFile(rich).namelist()
    written(rich, {"B2": 26, "D9": "new"})
    after = read_parts(rich)
    assert list(after) == order
    assert {name for name in order if after[name] != before[name]} == {SHEET}


def test_what_is_not_ours_is_copied_still_compressed(rich: Path) -> None:
    def packed() -> dict[str, tuple[object, ...]]:
        with zipfile.ZipFile(rich) as archive:
            return {
                i.filename: (i.CRC, i.compress_size, i.date_time, i.external_attr) for i in archive.infolist()
            }

    before = packed()
    written(rich, {"B2": 26})
    assert {name for name, entry in packed().items() if entry != before[name]} == {SHEET}


def test_entries_of_streaming_programs_are_copied_too(rich: Path) -> None:
    """Their sizes follow the data, or stand in zip64 fields."""
    before = read_parts(rich)

    class Stream(BytesIO):
        def seekable(self) -> bool:
            return False

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in before.items():
            with archive.open(name, "w", force_zip64=True) as entry:
                entry.write(data)
    rich.write_bytes(stream.getvalue())
    written(rich, {"B2": 26})
    after = read_parts(rich)
    assert {name for name in before if after[name] != before[name]} == {SHEET}


def test_our_cells_are_all_that_changes_in_the_tab(rich: Path) -> None:
    before = read_parts(rich)[SHEET].decode()
    after = written(rich, {"B2": Decimal("26.5"), "A3": '=IMPORTXML("x")'})
    text = '<is><t xml:space="preserve">=IMPORTXML("x")</t></is>'
    assert after == before.replace(
        '<c r="B2" s="1"><v>25</v></c>', '<c r="B2" s="1"><v>26.5</v></c>'
    ).replace('<c r="A3" t="s"><v>4</v></c>', f'<c r="A3" t="inlineStr">{text}</c>')


def test_what_is_written_is_read_again(rich: Path) -> None:
    values: dict[str, Written] = {
        "A1": "Fahrer",
        "B2": None,
        "B3": 7,
        "G1": "g",
        "A12": Decimal("1.250"),
        "C30": "z",
    }
    before = snapshot_of(rich).grids["Data"]
    written(rich, values)
    grid = snapshot_of(rich).grids["Data"]
    assert (grid.value(1, 1), grid.value(2, 2), grid.value(3, 2)) == ("Fahrer", None, 7)
    assert (grid.value(1, 7), grid.value(12, 1), grid.value(30, 3)) == ("g", 1.25, "z")
    assert (grid.value(4, 1), grid.number_format(2, 2), grid.formulas) == ("Cid", "0.00", before.formulas)
    cell = openpyxl.load_workbook(rich)["Data"]["A1"]
    assert (cell.value, cell.font.b) == ("Fahrer", True)


def test_nothing_to_write_changes_nothing(rich: Path) -> None:
    before, moment = rich.read_bytes(), rich.stat().st_mtime_ns
    assert write_workbook(snapshot_of(rich), [], "") == []
    assert (rich.read_bytes(), rich.stat().st_mtime_ns) == (before, moment)
    assert write_workbook(snapshot_of(rich), [set_cell("Z99", None)], "") == []
    assert (rich.read_bytes(), rich.stat().st_mtime_ns) == (before, moment)
    assert refusals(snapshot_of(rich), []) == []


def test_refusals_write_nothing(rich: Path) -> None:
    before = rich.read_bytes()
    assert refusals(snapshot_of(rich), [set_cell("B2", 1)]) == []
    assert rich.read_bytes() == before
    assert [path.name for path in rich.parent.iterdir()] == ["rich.xlsx"]


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ('<c r="B2" s="3" t="s" cm="1"><v>0</v></c>', 5, '<c r="B2" s="3"><v>5</v></c>'),
        ('<c r="B2" s="3" t="s"><v>0</v></c>', None, '<c r="B2" s="3"/>'),
        (
            '<c r="B2" s="3"/>',
            "a",
            '<c r="B2" s="3" t="inlineStr"><is><t xml:space="preserve">a</t></is></c>',
        ),
        ("<c r='B2' t='str' s='3' ><v>a</v></c >", 0, "<c r='B2' s='3'><v>0</v></c>"),
        ('<c r="B2" x="a>b" s="3"><v>1</v></c>', 2, '<c r="B2" x="a>b" s="3"><v>2</v></c>'),
        ('<c r="B2"><v>1</v></c>', Decimal("1E+3"), '<c r="B2"><v>1000</v></c>'),
        ('<c r="B2"><v>1</v></c>', Decimal("0.10"), '<c r="B2"><v>0.10</v></c>'),
        ('<c r="B2"><v>1</v></c>', Decimal("1E-300"), '<c r="B2"><v>1E-300</v></c>'),
        ('<c r="B2"><v>1</v></c>', True, '<c r="B2" t="b"><v>1</v></c>'),
    ],
)
def test_an_existing_cell_keeps_its_style(raw: Raw, cell: str, value: Written, expected: str) -> None:
    around = '<row r="2"><c r="A2"><v>1</v></c>{}<c r="C2"><v>3</v></c></row>'
    strings = f'<sst xmlns="{MAIN}"><si><t>a</t></si></sst>'
    assert written(raw(around.format(cell), strings=strings), {"B2": value}) == sheet_xml(
        around.format(expected)
    )


def test_missing_cells_go_where_they_belong(raw: Raw) -> None:
    rows = '<row r="2" spans="2:4" ht="9"><c r="B2"><v>2</v></c><c r="D2"><v>4</v></c></row><row r="5"/>'
    before = '<dimension ref="B2:D2"/><cols><col min="5" max="9" style="7"/></cols>'
    path = raw(rows, before)
    after = written(
        path, {"E2": 5, "A2": 1, "C2": 3, "B4": 42, "F4": 46, "A5": 51, "E9": 95, "A1": 11, "C8": None}
    )
    assert after == sheet_xml(
        '<row r="1"><c r="A1"><v>11</v></c></row>'
        '<row r="2" ht="9"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="C2"><v>3</v></c>'
        '<c r="D2"><v>4</v></c><c r="E2" s="7"><v>5</v></c></row>'
        '<row r="4"><c r="B4"><v>42</v></c><c r="F4" s="7"><v>46</v></c></row>'
        '<row r="5"><c r="A5"><v>51</v></c></row><row r="9"><c r="E9" s="7"><v>95</v></c></row>',
        '<dimension ref="A1:F9"/><cols><col min="5" max="9" style="7"/></cols>',
    )


def test_the_used_range_of_a_tab_that_is_formatted_to_its_end(raw: Raw) -> None:
    """B:F have a format down to the last row; no program reads A1:F there."""
    path = raw('<row r="2"><c r="B2"><v>2</v></c></row>', '<dimension ref="B2:F1048576"/>')
    assert '<dimension ref="A1:F1048576"/>' in written(path, {"A1": 1})


def test_a_row_s_own_format_comes_before_the_column_s(raw: Raw) -> None:
    rows = '<row r="1" s="4" customFormat="1"/><row r="2" s="5"/>'
    after = written(raw(rows, '<cols><col min="1" max="1" style="7"/></cols>'), {"A1": 1, "A2": 2})
    assert '<c r="A1" s="4">' in after
    assert '<c r="A2" s="7">' in after


def test_the_first_cells_of_an_empty_tab(tmp_path: Path) -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData/><pageMargins/></worksheet>'
    path = write_parts(tmp_path / "empty.xlsx", raw_parts(sheet))
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>'
    expected = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData><pageMargins/></worksheet>'
    assert written(path, {"B2": 2, "A1": 1}) == expected


def test_rows_without_numbers_are_counted(raw: Raw) -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    after = written(raw(rows), {"B1": 5, "B2": 6})
    assert after == sheet_xml(
        rows.replace("<v>2<", "<v>5<").replace("3</v></c>", '3</v></c><c r="B2"><v>6</v></c>')
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be"])
def test_the_part_keeps_its_prefix_and_encoding(tmp_path: Path, encoding: str) -> None:
    name = encoding.removesuffix("-sig").removesuffix("-be")
    sheet = (
        f'<?xml version="1.0" encoding="{name}"?>\n<x:worksheet xmlns:x="{MAIN}"><!-- ü --><x:sheetData>'
        '<x:row r="2"><x:c r="A2" s="1"><x:v>1</x:v></x:c><x:c r="C2"/></x:row></x:sheetData></x:worksheet>'
    )
    bom = "\ufeff" if encoding == "utf-16-be" else ""
    path = write_parts(tmp_path / "prefix.xlsx", raw_parts((bom + sheet).encode(encoding)))
    after = written(path, {"A2": "ä€😀", "B2": 2, "A3": 3})
    filled = '<x:c r="A2" s="1" t="inlineStr"><x:is><x:t xml:space="preserve">ä€😀</x:t></x:is></x:c>'
    assert after.removeprefix("\ufeff") == sheet.replace(
        '<x:c r="A2" s="1"><x:v>1</x:v></x:c>', f'{filled}<x:c r="B2"><x:v>2</x:v></x:c>'
    ).replace("</x:sheetData>", '<x:row r="3"><x:c r="A3"><x:v>3</x:v></x:c></x:row></x:sheetData>')


@pytest.mark.parametrize(
    "text", ["<&>\"'", "_x000D_", "_x0041_x0042_", " a\r\n\tb ", "", "😀", "'007", "=1+1"]
)
def test_text_stays_exactly_as_it_is(rich: Path, text: str) -> None:
    written(rich, {"A2": text, "A9": text})
    grid = snapshot_of(rich).grids["Data"]
    assert (grid.value(2, 1), grid.value(9, 1), len(grid.formulas)) == (text, text, 1)


def test_strict_workbooks_are_written(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><f>B1</f></c></row>'
    parts = raw_parts(sheet_xml(rows, namespace=STRICT), main=STRICT, office=STRICT_OFFICE)
    path = write_parts(tmp_path / "strict.xlsx", parts)
    written(path, {"B1": "text"}, "memory")
    snapshot = snapshot_of(path)
    assert (snapshot.grids["Data"].value(1, 2), snapshot.memory) == ("text", "memory")
    links = read_parts(path)["xl/_rels/workbook.xml.rels"].decode()
    assert f'Type="{STRICT_OFFICE}/customXml" Target="../customXml/item1.xml"' in links


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<sheets/>", '<sheets/><calcPr fullCalcOnLoad="1"/>'),
        (
            "<sheets/><extLst><calcPr/></extLst>",
            '<sheets/><calcPr fullCalcOnLoad="1"/><extLst><calcPr/></extLst>',
        ),
        ('<calcPr calcId="1"/>', '<calcPr calcId="1" fullCalcOnLoad="1"/>'),
        ("<calcPr fullCalcOnLoad='0' calcId='1'/>", "<calcPr fullCalcOnLoad=\"1\" calcId='1'/>"),
        ('<calcPr fullCalcOnLoad="1" ></calcPr>', '<calcPr fullCalcOnLoad="1" ></calcPr>'),
    ],
)
def test_formulas_are_recalculated_on_opening(raw: Raw, inside: str, expected: str) -> None:
    path = raw('<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>')
    parts = read_parts(path)
    tabs = parts["xl/workbook.xml"].decode()
    whole = tabs.replace("</workbook>", f"{inside.replace('<sheets/>', '')}</workbook>")
    write_parts(path, {**parts, "xl/workbook.xml": whole})
    written(path, {"B1": 2})
    after = tabs.replace("</workbook>", f"{expected.replace('<sheets/>', '')}</workbook>")
    assert read_parts(path)["xl/workbook.xml"].decode() == after


def test_without_formulas_nothing_is_recalculated(raw: Raw) -> None:
    path = raw('<row r="1"><c r="A1"><v>1</v></c></row>')
    before = read_parts(path)
    written(path, {"A1": 2})
    assert {name for name, data in read_parts(path).items() if data != before[name]} == {SHEET}


def test_the_file_keeps_its_mode_and_links_stay_links(rich: Path) -> None:
    rich.chmod(0o640)
    mode = rich.stat().st_mode
    link = rich.with_name("link.xlsx")
    try:
        link.symlink_to(rich)
    except OSError:
        pytest.skip("this account may not make links")
    written(link, {"A1": "x"})
    assert link.is_symlink()
    assert stat.S_IMODE(rich.stat().st_mode) == stat.S_IMODE(mode)
    assert snapshot_of(rich).grids["Data"].value(1, 1) == "x"


def test_a_snapshot_serves_for_one_write(rich: Path) -> None:
    snapshot = snapshot_of(rich)
    assert write_workbook(snapshot, [set_cell("A1", "x")], "") == []
    assert [problem.message for problem in write_workbook(snapshot, [set_cell("A1", "y")], "")] == [
        "The workbook was changed by somebody while we worked; nothing is written."
    ]
    again, _ = read_workbook("League", rich, "id")
    assert again is not None and again.digest != snapshot.digest
