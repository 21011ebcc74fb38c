"""OpenDocument spreadsheets: hand-written ones, and what LibreOffice makes of a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from sheets_sync.cells import CellError, CellRange, Grid
from sheets_sync.sources.files import read_file
from sheets_sync.sources.open_document import document

from .books import write_parts
from .test_libreoffice import SOFFICE, converted

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_NAMES = {
    "office": f"{_URN}:office:1.0",
    "table": f"{_URN}:table:1.0",
    "text": f"{_URN}:text:1.0",
    "style": f"{_URN}:style:1.0",
    "number": f"{_URN}:datastyle:1.0",
    "draw": f"{_URN}:drawing:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
FORMULA = 'table:formula="of:=X"'
_SOUND = "Get a sound copy of it, or save it anew in your spreadsheet program."


def content(tables: str, styles: str = "", body: str = "spreadsheet") -> str:
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    return (
        f"<office:document-content {_DECLARED}>{automatic}"
        f"<office:body><office:{body}>{tables}</office:{body}></office:body></office:document-content>"
    )


def made(tmp_path: Path, rows: str, styles: str = "", name: str = "Data") -> Path:
    table = f'<table:table table:name="{name}">{rows}</table:table>'
    parts = {"mimetype": _KIND, "content.xml": content(table, styles)}
    return write_parts(tmp_path / "book.ods", parts)


def grid(path: Path, tab: str = "Data") -> Grid:
    snapshot, problems = read_file("book", path, "")
    assert snapshot is not None and not problems, problems
    return snapshot.grids[tab]


def row_of(found: Grid, row: int = 1) -> list[object]:
    return [found.value(row, column) for column in range(1, found.columns + 1)]


def cell(kind: str, value: str = "", text: str = "", more: str = "") -> str:
    names = {"date": "date-value", "time": "time-value", "boolean": "boolean-value"}
    given = f' office:{names.get(kind, "value")}="{value}"' if value else ""
    shown = f"<text:p>{text}</text:p>" if text else ""
    return f'<table:table-cell office:value-type="{kind}"{given} {more}>{shown}</table:table-cell>'


def times(**counts: int) -> str:
    """``columns_repeated=2`` as an attribute."""
    return " ".join(f'table:number-{name.replace("_", "-")}="{count}"' for name, count in counts.items())


def refused(path: Path) -> str:
    snapshot, problems = read_file("book", path, "")
    assert snapshot is None
    (problem,) = problems
    return f"{problem.message} {problem.proposal}"


def test_values_are_what_the_file_holds_and_not_what_it_shows(tmp_path: Path) -> None:
    cells = [
        cell("float", "7", "007"),
        cell("float", "12.1", "12,10"),
        cell("percentage", "0.25", "25 %"),
        cell("currency", "5", "5.00 €"),
        cell("date", "2023-10-08", "08.10.23"),
        cell("date", "2023-10-08T18:00:00", "8 Oct"),
        cell("time", "PT12H00M00S", "12:00"),
        cell("time", "PT00H01M26.400S", "1:26"),
        cell("time", "-PT36H00M00S", "-36:00"),
        cell("boolean", "true", "TRUE"),
        cell("string", "", "007"),
        cell("string", "", "=1+1"),
    ]
    found = grid(made(tmp_path, f"<table:table-row>{''.join(cells)}</table:table-row>"))
    # 8 October 2023 is the 45207th day of spreadsheets; 86.4 s are a thousandth of a day.
    assert row_of(found) == [7, 12.1, 0.25, 5, 45207, 45207.75, 0.5, 0.001, -1.5, True, "007", "=1+1"]
    assert found.number_format(1, 3) == "0.00%"
    assert found.number_format(1, 5) == "yyyy-mm-dd"
    assert found.number_format(1, 6) == "yyyy-mm-dd hh:mm:ss"
    assert found.number_format(1, 7) == "[h]:mm:ss"
    assert found.number_format(1, 11) == ""


def test_text_with_all_that_stands_in_a_cell(tmp_path: Path) -> None:
    texts = [
        "<text:p>Ann <text:span>Mary</text:span>\n   <text:a>Lee</text:a></text:p>",
        '<text:p>a<text:s text:c="3"/>b<text:s/></text:p>',
        "<text:p>one<text:line-break/>two<text:tab/>three</text:p><text:p>four</text:p>",
        "<office:annotation><text:p>a note</text:p></office:annotation><text:p>Bob</text:p>",
        "<draw:frame><draw:text-box><text:p>a box</text:p></draw:text-box></draw:frame><text:p>Cid</text:p>",
        "<text:p>&lt;b&gt; &amp; co</text:p>",
        "<text:p/>",
    ]
    cells = "".join(
        f'<table:table-cell office:value-type="string">{each}</table:table-cell>' for each in texts
    )
    found = grid(made(tmp_path, f"<table:table-row>{cells}</table:table-row>"))
    assert row_of(found) == ["Ann Mary Lee", "a   b ", "one\ntwo\tthree\nfour", "Bob", "Cid", "<b> & co"]


def test_formulas_and_the_errors_they_left(tmp_path: Path) -> None:
    cells = [
        cell("float", "3", "3", 'table:formula="of:=SUM([.A2:.A4];[$Other.B$1])"'),
        cell("string", "", "#DIV/0!", 'calcext:value-type="error" table:formula="of:=1/0"'),
        cell("string", "", "#N/A", 'table:formula="of:=NA()"'),
        cell("float", "0", "Err:502", 'table:formula="of:=X(1)"'),
        cell("string", "", "#N/A"),
        cell("string", "", "", 'table:formula="of:=&quot;&quot;"'),
    ]
    found = grid(made(tmp_path, f"<table:table-row>{''.join(cells)}</table:table-row>"))
    errors = [CellError("#DIV/0!"), CellError("#N/A"), CellError("Err:502")]
    assert row_of(found) == [3, *errors, "#N/A", None]
    assert found.formulas[1, 1] == "=SUM(A2:A4;$Other!B$1)"
    assert sorted(found.formulas) == [(1, 1), (1, 2), (1, 3), (1, 4), (1, 6)]


def test_an_array_formula_fills_its_area(tmp_path: Path) -> None:
    spans = 'table:number-matrix-columns-spanned="2" table:number-matrix-rows-spanned="1"'
    cells = cell("float", "1", "1", f'table:formula="of:=X" {spans}') + cell("float", "2", "2")
    found = grid(made(tmp_path, f"<table:table-row>{cells}{cell('float', '3')}</table:table-row>"))
    assert dict(found.formulas) == {(1, 1): "=X", (1, 2): "=array"}


def test_repeated_and_merged_and_hidden(tmp_path: Path) -> None:
    rows = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
        '<table:table-column table:number-columns-repeated="16381"/>'
        '<table:table-row table:number-rows-repeated="2">'
        f"{cell('string', '', 'x', 'table:number-columns-repeated=' + chr(34) + '2' + chr(34))}"
        '<table:table-cell table:number-columns-repeated="16382"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="3" table:visibility="filter"><table:table-cell/>'
        "</table:table-row>"
        '<table:table-row-group table:display="false"><table:table-row>'
        f"{cell('string', '', 'm', times(columns_spanned=2, rows_spanned=1))}"
        f"<table:covered-table-cell/>{cell('float', '9')}</table:table-row></table:table-row-group>"
        '<table:table-row table:visibility="collapse" table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    found = grid(made(tmp_path, rows))
    assert (found.rows, found.columns) == (6, 3)
    assert [row_of(found, row) for row in (1, 2, 3, 6)] == [
        ["x", "x", None],
        ["x", "x", None],
        [None, None, None],
        ["m", None, 9],
    ]
    assert found.merges == (CellRange(6, 1, 6, 2),)
    assert found.hidden_rows == {3, 4, 5, 6}
    assert found.hidden_columns == {3}


_STYLES = """
<style:style style:name="lap" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="bold" style:family="table-cell" style:parent-style-name="lap"/>
<style:style style:name="number" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="day" style:family="table-cell" style:data-style-name="N3"/>
<style:style style:name="money" style:family="table-cell" style:data-style-name="N4"/>
<style:style style:name="plain" style:family="table-cell" style:data-style-name="N5"/>
<style:style style:name="total" style:family="table-cell" style:data-style-name="N6"/>
<number:number-style style:name="N2"><number:number number:decimal-places="0"
  number:min-integer-digits="3"/></number:number-style>
<number:time-style style:name="N1" number:truncate-on-overflow="false"><number:minutes/>
  <number:text>:</number:text><number:seconds number:style="long" number:decimal-places="3"/>
</number:time-style>
<number:date-style style:name="N3"><number:day number:style="long"/><number:text>. </number:text>
  <number:month number:textual="true" number:style="long"/><number:text> </number:text>
  <number:year number:style="long"/></number:date-style>
<number:currency-style style:name="N4"><number:number number:decimal-places="2" number:min-integer-digits="1"
  number:grouping="true"/><number:text> </number:text><number:currency-symbol>DM</number:currency-symbol>
</number:currency-style>
<number:number-style style:name="N5"><number:number number:min-integer-digits="1"/></number:number-style>
<number:time-style style:name="N6" number:truncate-on-overflow="false"><number:hours number:style="long"/>
  <number:text>:</number:text><number:minutes number:style="long"/></number:time-style>
"""


def test_number_formats_come_from_the_cell_or_its_row_or_column(tmp_path: Path) -> None:
    def styled(style: str) -> str:
        return cell("float", "1", "1", f'table:style-name="{style}"')

    rows = (
        '<table:table-column table:number-columns-repeated="6" table:default-cell-style-name="number"/>'
        '<table:table-column table:default-cell-style-name="day"/>'
        f"<table:table-row>{''.join(map(styled, ('lap', 'bold', 'day', 'money', 'plain', 'total')))}"
        f"{cell('float', '1')}</table:table-row>"
        f'<table:table-row table:default-cell-style-name="lap">{cell("float", "1")}</table:table-row>'
        f"<table:table-row>{cell('float', '7')}</table:table-row>"
    )
    found = grid(made(tmp_path, rows, _STYLES))
    codes = [found.number_format(1, column) for column in range(1, 8)]
    day, money = "dd. mmmm yyyy", '#,##0.00 "DM"'
    assert codes == ["[m]:ss.000", "[m]:ss.000", day, money, "", "[hh]:mm", day]
    assert (found.number_format(2, 1), found.number_format(3, 1)) == ("[m]:ss.000", "000")


def test_what_is_no_tab_of_the_spreadsheet_is_left_out(tmp_path: Path) -> None:
    old = f"<table:table-row>{cell('string', '', 'old')}</table:table-row>"
    now = f"<table:table-row>{cell('string', '', 'now')}</table:table-row>"
    tables = (
        f"<table:tracked-changes><table:table-cell-content-change>{cell('string', '', 'was')}"
        "</table:table-cell-content-change></table:tracked-changes>"
        f'<table:table table:name="Data">{now}</table:table>'
        f"""<table:table table:name="'file:///c:/other.ods'#$Data">{old}</table:table>"""
        f'<table:dde-links><table:dde-link><table:table table:name="X">{old}</table:table>'
        "</table:dde-link></table:dde-links>"
    )
    path = write_parts(tmp_path / "book.ods", {"mimetype": _KIND, "content.xml": content(tables)})
    snapshot, problems = read_file("book", path, "", ["data"])
    assert snapshot is not None and snapshot.tabs == ("Data",)
    assert row_of(snapshot.grids["Data"]) == ["now"]
    assert [each.message for each in problems] == [
        "The tab 'data' is spelt 'Data' in the workbook; that one is used."
    ]


def test_one_file_of_xml(tmp_path: Path) -> None:
    row = f"<table:table-row>{cell('float', '3')}</table:table-row>"
    text = content(f'<table:table table:name="Data">{row}</table:table>').replace(
        "document-content", "document"
    )
    path = tmp_path / "book.fods"
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}', encoding="utf-8")
    assert grid(path).value(1, 1) == 3


def test_a_million_blank_rows_and_a_bomb_of_full_ones(tmp_path: Path) -> None:
    blank = '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
    last = f"<table:table-row>{cell('float', '1')}</table:table-row>"
    assert grid(made(tmp_path, blank + last)).rows == 1_048_576
    full = '<table:table-row table:number-rows-repeated="1048576">'
    full += cell("float", "1", "", times(columns_repeated=16_384))
    message = f"The workbook's part 'content.xml' holds more cells than can be read. {_SOUND}"
    assert refused(made(tmp_path, f"{full}</table:table-row>")) == message
    behind = blank + blank + last
    message = f"The workbook's part 'content.xml' can't be read (a cell lies outside of a sheet). {_SOUND}"
    assert refused(made(tmp_path, behind)) == message


def test_files_that_are_no_spreadsheet(tmp_path: Path) -> None:
    text = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content("", body="text")}
    hint = "Save the table as a spreadsheet (.ods or .xlsx)."
    message = f"The file is an OpenDocument text document, not a spreadsheet. {hint}"
    assert refused(write_parts(tmp_path / "a.ods", text)) == message
    del text["mimetype"]
    assert refused(write_parts(tmp_path / "b.ods", text)) == (
        f"The OpenDocument file holds no spreadsheet. {hint}"
    )
    manifest = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    locked = {"mimetype": _KIND, "content.xml": b"\1\2", "META-INF/manifest.xml": manifest}
    message = "The spreadsheet is encrypted with a password. Save it without a password."
    assert refused(write_parts(tmp_path / "c.ods", locked)) == message


def test_entities_and_torn_parts_are_refused(tmp_path: Path) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    parts = {"mimetype": _KIND, "content.xml": doctype + content("")}
    message = f"The workbook's part 'content.xml' declares a document type, which is not read. {_SOUND}"
    assert refused(write_parts(tmp_path / "a.ods", parts)) == message
    parts["content.xml"] = content("")[:-9]
    torn = refused(write_parts(tmp_path / "b.ods", parts))
    assert torn.startswith("The workbook's part 'content.xml' is no well-formed XML (")
    parts["content.xml"] = "<a>" + " " * (1 << 23) + "</a>"
    bomb = refused(write_parts(tmp_path / "c.ods", parts))
    assert bomb == f"The file's part 'content.xml' unpacks to more than 250 times its size. {_SOUND}"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_what_libreoffice_makes_of_a_workbook_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "season.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Results")
    lap, day, zeros = (book.add_format({"num_format": code}) for code in ("m:ss.000", "d mmm yyyy", "000"))
    sheet.set_column(3, 3, 9, zeros)
    sheet.set_column(5, 5, 9, None, {"hidden": True})
    for row in range(4):
        sheet.write_string(row, 0, f"Driver {row}")
        sheet.write_number(row, 1, (83.456 + row) / 86_400, lap)
        sheet.write_number(row, 2, 45207 + row, day)
        sheet.write_number(row, 3, 7)
        sheet.write_formula(
            row, 4, "=1/0" if row == 2 else f"=D{row + 1}*2", None, "#DIV/0!" if row == 2 else 14
        )
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.merge_range("A6:C6", "a title")
    sheet.write_string("G2", "  two  spaces\nand a line")
    sheet.write_comment("A1", "somebody's note")
    book.close()
    one, other = grid(path, "Results"), grid(converted(path, "ods", tmp_path), "Results")
    for row in range(1, 7):
        assert [repr(each) for each in row_of(other, row)] == [repr(each) for each in row_of(one, row)]
    assert [other.number_format(1, column) for column in (1, 2, 3, 4)] == [
        "",
        "m:ss.000",
        "d mmm yyyy",
        "000",
    ]
    assert sorted(other.formulas.items()) == sorted(one.formulas.items())
    assert (other.merges, other.hidden_rows, other.hidden_columns) == (one.merges, {2}, {6})


def test_what_would_take_too_long_is_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = made(tmp_path, f"<table:table-row>{cell('float', '1')}</table:table-row>")
    monkeypatch.setattr(document, "MAX_CONTENT", 500)
    assert refused(path) == (
        "The tables unpack to 0 MiB; at most 0 MiB are read. "
        "Take out what isn't needed, or save it as a workbook (.xlsx)."
    )


def test_array_formulas_over_everything_are_refused(tmp_path: Path) -> None:
    spans = times(matrix_columns_spanned=16_384, matrix_rows_spanned=1_048_576)
    first = f"<table:table-row>{cell('float', '1', '', f'{FORMULA} {spans}')}</table:table-row>"
    blank = '<table:table-row table:number-rows-repeated="900000"><table:table-cell/></table:table-row>'
    skipped = '<table:table-cell table:number-columns-repeated="5"/>'
    last = f"<table:table-row>{skipped}{cell('float', '1')}</table:table-row>"
    message = f"The cells of the spreadsheet lie too far apart to be read. {_SOUND}"
    assert refused(made(tmp_path, first + blank + last)) == message
