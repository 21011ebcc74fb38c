"""What the reader makes of the cells of a workbook."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from sheets_sync.cells import CellError, CellRange, Value
from sheets_sync.problems import Severity
from sheets_sync.sources.workbook import read_workbook

from .books import (
    MAIN,
    OFFICE,
    STRICT,
    STRICT_OFFICE,
    raw_parts,
    relationships,
    sheet_xml,
    snapshot_of,
    write_parts,
)

Raw = Callable[..., Path]
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="[h]:mm:ss.000"/>'
    '<numFmt numFmtId="165" formatCode="GENERAL"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
    '<cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)
STRINGS = (
    f'<sst xmlns="{MAIN}"><si><t>plain</t></si>'
    '<si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>runs</t></r>'
    '<rPh sb="0" eb="1"><t>reading</t></rPh><phoneticPr fontId="1"/></si>'
    '<si><t xml:space="preserve"> line_x000D_&#10;_x005F_x0041_ &amp; </t></si><si><t/></si></sst>'
)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<v>12</v>", 12),
        ("<v>-7</v>", -7),
        ("<v>12.0</v>", 12.0),
        ("<v>1E3</v>", 1000.0),
        ("<v>0.1</v>", 0.1),
        ("<v/>", None),
        ("<v>1_0</v>", "1_0"),
        ("<v>nan</v>", "nan"),
    ],
)
def test_a_number_is_an_integer_only_where_the_file_says_so(raw: Raw, cell: str, value: Value) -> None:
    grid = snapshot_of(raw(f'<row r="1"><c r="A1">{cell}</c><c r="B1"><v>1</v></c></row>')).grids["Data"]
    assert grid.value(1, 1) == value
    assert type(grid.value(1, 1)) is type(value)


@pytest.mark.parametrize(
    ("attributes", "content", "value"),
    [
        ('t="s"', "<v>0</v>", "plain"),
        ('t="s"', "<v>1</v>", "two runs"),
        ('t="s"', "<v>2</v>", " line\r\n_x0041_ & "),
        ('t="s"', "<v>3</v>", ""),
        ('t="str"', "<v>007</v>", "007"),
        ('t="inlineStr"', "<is><t>a</t></is>", "a"),
        ('t="inlineStr"', "<is><r><t>a </t></r><r><t>b</t></r><rPh sb='0' eb='1'><t>x</t></rPh></is>", "a b"),
        ('t="b"', "<v>1</v>", True),
        ('t="b"', "<v>0</v>", False),
        ('t="e"', "<v>#DIV/0!</v>", CellError("#DIV/0!")),
        ('t="n"', "<v>5</v>", 5),
        ('t="d"', "<v>2024-03-01</v>", 45352),
        ('t="d"', "<v>2024-03-01T12:00:00Z</v>", 45352.5),
        ('t="d"', "<v>1900-01-01</v>", 1),
        ('t="d"', "<v>06:00:00</v>", 0.25),
        ('t="d"', "<v>soon</v>", "soon"),
    ],
)
def test_every_type_of_cell_is_read(raw: Raw, attributes: str, content: str, value: Value) -> None:
    row = f'<row r="1"><c r="A1" {attributes}>{content}</c></row>'
    assert snapshot_of(raw(row, strings=STRINGS)).grids["Data"].value(1, 1) == value


def test_a_missing_shared_string_is_reported_on_its_cell(raw: Raw) -> None:
    path = raw('<row r="2"><c r="B2" t="s"><v>99</v></c></row>')
    _, problems = read_workbook("League", path, "id")
    assert [str(problem) for problem in problems] == [
        "League!Data!B2: The text of this cell is missing from the workbook's shared strings; "
        "the cell counts as blank. Type it again and save."
    ]


def test_named_parts_that_no_cell_needs_may_be_missing(tmp_path: Path) -> None:
    """A clone of a workbook without texts: its shared strings and styles are named, but weren't made."""
    parts = raw_parts(sheet_xml('<row r="1"><c r="A1"><v>7</v></c></row>'))
    del parts["xl/strings.xml"], parts["xl/styles.xml"]
    grid = snapshot_of(write_parts(tmp_path / "book.xlsx", parts)).grids["Data"]
    assert grid.value(1, 1) == 7


def test_number_formats_are_read_with_the_builtin_ones(raw: Raw) -> None:
    cells = "".join(f'<c r="{column}1" s="{style}"><v>1</v></c>' for style, column in enumerate("ABCDE"))
    grid = snapshot_of(raw(f'<row r="1">{cells}</row>', styles=STYLES)).grids["Data"]
    assert [grid.number_format(1, column) for column in range(1, 6)] == [
        "",
        "mm-dd-yy",
        "[h]:mm:ss.000",
        "",
        "",
    ]


def test_a_blank_cell_keeps_its_format_inside_of_the_used_cells_only(raw: Raw) -> None:
    rows = '<row r="1"><c r="A1" s="1"/><c r="B1"><v>1</v></c><c r="C1" s="1"/></row>'
    rows += '<row r="2"><c r="A2" s="1"/></row>'
    grid = snapshot_of(raw(rows, styles=STYLES)).grids["Data"]
    assert (grid.rows, grid.columns, grid.number_format(1, 1)) == (1, 2, "mm-dd-yy")


def test_formulas_are_read_beside_their_last_results(raw: Raw) -> None:
    rows = (
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><f>A1&amp;"x"</f></c>'
        '<c r="C1" t="str"><f t="shared" ref="C1:C2" si="0">A1&amp;""</f><v></v></c></row>'
        '<row r="2"><c r="A2"><f t="array" ref="A2:B3">ROW(1:2)</f><v>1</v></c><c r="B2"><v>1</v></c>'
        '<c r="C2" t="str"><f t="shared" si="0"/><v>t</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>'
    )
    grid = snapshot_of(raw(rows)).grids["Data"]
    assert grid.formulas == {
        (1, 1): "=1+1",
        (1, 2): '=A1&"x"',
        (1, 3): '=A1&""',
        (2, 1): "=ROW(1:2)",
        (2, 2): "=array",
        (2, 3): "=shared",
        (3, 1): "=array",
    }
    assert [list(column) for column in grid.values] == [[2, 1, 2], [None, 1, None], ["", "t", None]]


def test_merges_are_read(rich: Path) -> None:
    grid = snapshot_of(rich).grids["Data"]
    assert grid.merges == (CellRange.parse("E2:F3"),)
    assert (grid.value(2, 5), grid.value(3, 6)) == ("merged", None)


def test_rows_and_cells_may_leave_out_where_they_stand(raw: Raw) -> None:
    rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="C4"><v>3</v></c><c><v>4</v></c></row>'
    rows += '<row><c r="B6"><v>5</v></c></row>'
    grid = snapshot_of(raw(rows)).grids["Data"]
    filled = {(row, column): v for column, c in enumerate(grid.values, 1) for row, v in enumerate(c, 1) if v}
    assert filled == {(1, 1): 1, (1, 2): 2, (4, 3): 3, (4, 4): 4, (6, 2): 5}


def test_a_stray_cell_in_the_last_row_fills_no_column(raw: Raw) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c></row>'
    rows += '<row r="1048576"><c r="C1048576"><v>3</v></c></row>'
    grid = snapshot_of(raw(rows, styles=STYLES)).grids["Data"]
    column = grid.values[1]
    assert (grid.rows, len(column), column[0], column[-1], list(column[:2])) == (
        1048576,
        1048576,
        2,
        None,
        [2, None],
    )
    assert sum(value is not None for value in column) == 1
    assert grid.number_format(1, 2) == "mm-dd-yy"
    with pytest.raises(IndexError):
        column[1048576]


def test_cells_too_far_apart_are_refused(raw: Raw) -> None:
    cells = "".join(f'<c r="{letter}1048576"><v>1</v></c>' for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    snapshot, problems = read_workbook("League", raw(f'<row r="1048576">{cells}</row>'), "id")
    assert snapshot is None
    assert "lie too far apart" in problems[0].message


def test_a_hundred_thousand_blank_formatted_rows_are_trimmed(raw: Raw) -> None:
    blank = "".join(
        f'<row r="{row}" s="1" customFormat="1"><c r="A{row}" s="1"/></row>' for row in range(2, 100_000)
    )
    grid = snapshot_of(raw(f'<row r="1"><c r="A1"><v>1</v></c></row>{blank}', styles=STYLES)).grids["Data"]
    assert (grid.rows, grid.columns) == (1, 1)


def test_an_empty_tab_has_no_cells(raw: Raw) -> None:
    grid = snapshot_of(raw("")).grids["Data"]
    assert (grid.rows, grid.columns, grid.value(1, 1), grid.number_format(1, 1)) == (0, 0, None, "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_prefixes_and_encodings_are_honoured(tmp_path: Path, encoding: str) -> None:
    sheet = f'<?xml version="1.0" encoding="{encoding}"?>\n<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
    cell = '<x:c r="A1" t="inlineStr"><x:is><x:t>Jürgen</x:t></x:is></x:c>'
    sheet += f'<x:row r="1">{cell}</x:row></x:sheetData></x:worksheet>'
    path = write_parts(tmp_path / "prefix.xlsx", raw_parts(sheet.encode(encoding)))
    assert snapshot_of(path).grids["Data"].value(1, 1) == "Jürgen"


def test_strict_workbooks_are_read(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1" t="d"><v>2024-03-01</v></c></row>'
    parts = raw_parts(sheet_xml(rows, namespace=STRICT), main=STRICT, office=STRICT_OFFICE)
    assert snapshot_of(write_parts(tmp_path / "strict.xlsx", parts)).grids["Data"].value(1, 1) == 45352


def test_parts_may_have_other_names(tmp_path: Path) -> None:
    parts = raw_parts(sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    parts["_rels/.rels"] = relationships(OFFICE, officeDocument="/book/Main.xml")
    parts["book/main.xml"] = parts.pop("xl/workbook.xml")
    parts["book/_rels/Main.xml.rels"] = relationships(OFFICE, worksheet="../xl/./worksheets/sheet%31.xml")
    assert snapshot_of(write_parts(tmp_path / "other.xlsx", parts)).grids["Data"].value(1, 1) == 1


def test_dates_may_count_from_1904(tmp_path: Path) -> None:
    path = tmp_path / "mac.xlsx"
    with xlsxwriter.Workbook(path, {"date_1904": True}) as book:
        book.add_worksheet().write(0, 0, 1)
    assert snapshot_of(path).grids["Sheet1"].epoch_1904


def test_only_the_tabs_asked_for_are_read(rich: Path) -> None:
    snapshot = snapshot_of(rich, ["Other"])
    assert list(snapshot.grids) == ["Other"]
    assert snapshot.tabs == ("Data", "Other")
    assert list(snapshot_of(rich).grids) == ["Data", "Other"]


def test_a_tab_may_be_spelt_loosely_but_that_is_said(rich: Path) -> None:
    snapshot, problems = read_workbook("League", rich, "id", [" DATA"])
    assert snapshot is not None and list(snapshot.grids) == ["Data"]
    assert [problem.severity for problem in problems] == [Severity.NOTE]
    assert str(problems[0]) == (
        "League! DATA: The tab ' DATA' is spelt 'Data' in the workbook; that one is used. Write 'Data'."
    )


def test_a_missing_tab_is_answered_with_those_there_are(rich: Path) -> None:
    snapshot, problems = read_workbook("League", rich, "id", ["Othr", "Data", "Picture"])
    assert snapshot is not None and list(snapshot.grids) == ["Data"]
    assert [str(problem) for problem in problems] == [
        "League!Othr: There is no tab 'Othr'. Did you mean 'Other'? The tabs are 'Data', 'Other'. "
        "Name one of them in league.yaml, or make the tab.",
        "League!Picture: The tab 'Picture' is a chart sheet, which is neither read nor written. "
        "Name a worksheet.",
    ]


def test_hidden_rows_and_columns_are_known(tmp_path: Path) -> None:
    path = tmp_path / "hidden.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Data")
        for row in range(6):
            sheet.write_row(row, 0, [row, "x", "y", "z"])
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_column("B:C", 9, None, {"hidden": True})
        sheet.set_column("F:XFD", None, None, {"hidden": True})
        sheet.autofilter("A1:D6")
        sheet.filter_column("A", "x < 4")
        sheet.set_row(4, options={"hidden": True})
        sheet.set_row(5, options={"hidden": True})
    grid = snapshot_of(path).grids["Data"]
    assert (grid.hidden_rows, grid.hidden_columns) == ({2, 5, 6}, {2, 3})
