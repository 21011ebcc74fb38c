"""Sheets in the usual form are split, any other is parsed: both give the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from xml.parsers.expat import ExpatError

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from sheets_sync.cells import CellError
from sheets_sync.sources import shared_strings, sheet_layout, sheet_reader
from sheets_sync.sources.canonical_xml import Unusual
from sheets_sync.sources.package import BadPackage, open_package
from sheets_sync.sources.sheet_cells import Stock
from sheets_sync.sources.sheet_excerpt import excerpt
from sheets_sync.sources.sheet_reader import SheetContent, read_sheet
from sheets_sync.sources.workbook_part import read_workbook_part

from .books import MAIN, snapshot_of
from .test_libreoffice import SOFFICE, converted

STOCK = Stock(("Ann", "Bob", "a_b"), ("", "0.00", "yyyy-mm-dd"))


def in_pieces(data: bytes, size: int) -> Callable[[], Iterator[bytes]]:
    return lambda: (data[start : start + size] for start in range(0, len(data), size))


def plain(content: SheetContent) -> tuple[object, ...]:
    """Everything that was read, in lists whose elements can be compared with their types."""
    values = [[(type(value), value) for value in column] for column in content.values]
    formats = [list(column) for column in content.formats]
    rest = (content.formulas, content.merges, content.lost, content.hidden_rows, content.hidden_columns)
    return values, formats, *rest


def outcome(read: Callable[[], SheetContent]) -> object:
    try:
        return plain(read())
    except BadPackage as error:
        return str(error)


def both(data: bytes, size: int) -> tuple[object, object]:
    """What ``read_sheet`` gives, and what it gives when it must parse."""
    chunks = in_pieces(data, size)
    with pytest.MonkeyPatch.context() as patch:
        quick = outcome(lambda: read_sheet("part", chunks, STOCK))

        def never(*_: object) -> None:
            raise Unusual("never")

        patch.setattr(sheet_reader, "_split", never)
        return quick, outcome(lambda: read_sheet("part", chunks, STOCK))


texts = st.text("ab <>&\"'_x0041]\n\r\t\0\1é€\ud83d\ufffe/=", max_size=6) | st.sampled_from(
    ["&amp;", "&lt;", "&#65;", "&#x41;", "&#0;", "&nbsp;", "]]>", "<!--x-->", "<![CDATA[<]]>", "_x000D_"]
)
numbers_ = st.integers(-99, 10**15).map(str) | st.floats(allow_nan=False).map(repr)
odd_numbers = st.sampled_from(
    ["", " 5", "5 ", "1_0", "nan", "inf", "1e999", "007", "+5", "٣", "1.", ".5", "-0"]
)
styles = st.sampled_from(["", "", "", ' s="1"', ' s="2"', ' s="7"', ' s="01"', ' s=""', ' s="-1"'])
kinds = st.sampled_from(
    ["", "", "", ' t="n"', ' t="s"', ' t="str"', ' t="b"', ' t="e"', ' t="d"', ' t="inlineStr"']
)
formulas = st.sampled_from(
    [""] * 6
    + ["<f>A1+1</f>", '<f t="shared" si="0"/>', '<f aca="false">"a"&amp;"b"</f>', "<f/>", "<f>1</f><f>2</f>"]
    + ['<f t="array" ref="A1:B2">1</f>', '<f t="array" ref="A1:B2" ref="A1">1</f>', "<f>a>b</f>"]
)
wrapped = st.sampled_from(
    [("<v>", "</v>")] * 5
    + [
        ("<is><t>", "</t></is>"),
        ('<is><t xml:space="preserve">', "</t></is>"),
        ("<v>", "</v></c><v>"),
        ("", ""),
    ]
    + [("<is><r><t>", "</t></r></is>"), ("\n<v>", "</v>\n"), ("<v>1</v><v>", "</v>"), ("<v>", "</t>")]
)


@st.composite
def cells(draw: st.DrawFn, row: int, column: int) -> str:
    usual = draw(st.integers(0, 40))
    reference = f"{'ABCDEFGH'[column]}{row}"
    if usual == 0:
        reference = draw(st.sampled_from(["", "a1", "A0", "AAAA1", "XFE1", "A1", "B12", "ZZZZ9", "A1 "]))
    attributes = f' r="{reference}"' if reference else ""
    attributes += (
        draw(styles) + draw(kinds) + draw(st.sampled_from([""] * 9 + [' cm="1"', ' x="1"', ' s="1"']))
    )
    ending = draw(st.sampled_from(["/>", " />", "></c>", "x", "x", "x", "x", "x", "x"]))
    if ending != "x":
        return f"<c{attributes}{ending}"
    opened, closed = draw(wrapped)
    text = draw(numbers_ | odd_numbers | texts | st.sampled_from(["0", "1", "2"]))
    if draw(st.integers(0, 9)):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<c{attributes}>{draw(formulas)}{opened}{text}{closed}</c>"


@st.composite
def sheets(draw: st.DrawFn) -> str:
    rows, row = [], 0
    for _ in range(draw(st.integers(0, 6))):
        row += draw(st.sampled_from([1, 1, 1, 1, 2, 9, 0, 1_048_570]))
        held = "".join(
            draw(cells(row, column))
            for column in draw(st.lists(st.integers(0, 7), max_size=5, unique=True).map(sorted))
        )
        attributes = draw(
            st.sampled_from(
                [""] * 9 + [' hidden="1"', ' hidden="true" ht="5"', ' r="1"', ' a=">"', ' b="&amp;"']
            )
        )
        number = draw(st.sampled_from([f' r="{row}"'] * 20 + ["", f" r='{row}'", ' r="0"', ' r="x"']))
        rows.append(f"<row{number}{attributes}>{held}</row>" if held else f"<row{number}{attributes}/>")
    between = draw(st.sampled_from([""] * 12 + ["\n", "\r\n", "<!-- -->", "<?x?>"]))
    before = draw(
        st.sampled_from([""] * 5 + ['<cols><col min="2" max="3" hidden="1"/></cols>', "<!--<sheetData>-->"])
    )
    behind = draw(st.sampled_from([""] * 5 + ['<mergeCells><mergeCell ref="A1:B2"/></mergeCells>', "<x>"]))
    head = draw(
        st.sampled_from(
            [""] * 5
            + [
                '<?xml version="1.0" encoding="UTF-8"?>\r\n',
                '<?xml version="1.0" encoding="latin-1"?>',
                "\ufeff",
            ]
            + ["<!DOCTYPE x>"]
        )
    )
    body = f"<sheetData>{between.join(rows)}</sheetData>"
    return f'{head}<worksheet xmlns="{MAIN}">{before}{body}{behind}</worksheet>'


@settings(max_examples=400, deadline=None)
@given(sheets(), st.sampled_from([7, 64, 1 << 20]))
def test_both_readers_give_the_same(sheet: str, size: int) -> None:
    quick, slow = both(sheet.encode("utf-8", "surrogatepass"), size)
    assert quick == slow


places = st.sets(st.tuples(st.integers(1, 20) | st.just(1_048_570), st.integers(1, 9)), max_size=6)


@pytest.mark.parametrize(
    "cell", ['<c r="B"><v>1</v></c>', '<c r="B" s="1"/>', '<c r="B2" s="1"/><c r="C"><v>1</v></c>']
)
def test_a_cell_without_its_row_is_damage_for_both(cell: str) -> None:
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData><row r="2">{cell}</row></sheetData></worksheet>'
    quick, slow = both(sheet.encode(), 5_000)
    assert quick == slow
    assert str(quick).startswith("The workbook's part 'part' holds a wrong cell reference")


@settings(max_examples=400, deadline=None)
@given(sheets(), places)
def test_an_excerpt_gives_the_same_layout(sheet: str, wanted: set[tuple[int, int]]) -> None:
    data = sheet.encode("utf-8", "surrogatepass")

    def never(*_: object) -> None:
        raise Unusual("never")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sheet_layout, "excerpt", never)
        try:
            whole = sheet_layout.sheet_layout(data, wanted)
        except (ExpatError, ValueError):
            return  # It isn't written to: what is wrong elsewhere is found before.
    assert sheet_layout.sheet_layout(data, wanted) == whole


@settings(max_examples=200, deadline=None)
@given(st.lists(texts | st.just("plain")), st.data())
def test_both_readers_give_the_same_strings(items: list[str], data: st.DataObject) -> None:
    forms = ["<si><t>{}</t></si>"] * 5 + [
        '<si><t xml:space="preserve">{}</t></si>',
        "<si><r><t>x</t></r><r><t>{}</t></r><rPh><t>y</t></rPh></si>",
        "<si></si>",
        "<si/>",
        "<x:si><t>{}</t></x:si>",
        "\n<si><t>{}</t></si>",
        "<!-- <si> -->",
    ]
    body = "".join(data.draw(st.sampled_from(forms)).format(text) for text in items)
    chunks = in_pieces(f'<sst xmlns="{MAIN}">{body}</sst>'.encode("utf-8", "surrogatepass"), 64)
    results = []
    for read in (shared_strings.read_shared_strings, lambda _, chunks: shared_strings._parsed(chunks())):
        try:
            results.append(read("part", chunks))
        except Exception as error:
            results.append(type(error) is not AssertionError)
    assert results[0] == results[1]


def filled(path: Path) -> Path:
    """All sorts of cells, by XlsxWriter."""
    draw = random.Random(5)
    with xlsxwriter.Workbook(path) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd", "bold": True})
        for tab in ("Data", "More"):
            sheet = book.add_worksheet(tab)
            for row in range(300):
                sheet.write_row(row, 0, [f"Driver {row} & <Sons> é", row, row / 7, -row, True])
                sheet.write_number(row, 6, 44_000 + row, day)
                sheet.write_blank(row, 7 + row % 3, None, day)
                sheet.write_formula(
                    row, 11, f'=IF(B{row + 1}>5,"a&b",B{row + 1})', None, draw.choice(["a&b", 3])
                )
                if draw.random() < 0.5:
                    sheet.write_string(row, 12, f" two\nlines {row} ")
                if row % 50 == 0:
                    sheet.set_row(row, 30, None, {"hidden": True})
            sheet.write_rich_string(3, 13, "a", day, "b")
            sheet.write_array_formula("O1:O3", "{=B1:B3}", None, 1)
            sheet.merge_range("A310:C312", "x")
    return path


def by_openpyxl(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(200):
        sheet.append([f"Driver {row} & co", row, row / 3, None, True, date(2030, 1, 1), f"=B{row + 1}*2"])
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.save(path)
    return path


def by_ourselves(path: Path) -> Path:
    from sheets_sync.sources.snapshot import CellWrite
    from sheets_sync.sources.workbook import write_workbook

    filled(path)
    writes = [CellWrite("Data", row, row % 9 + 1, f"<text {row}> ") for row in range(1, 280, 3)]
    assert write_workbook(snapshot_of(path), writes, "memory") == []
    return path


AS_BY_EXCEL = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    f'<worksheet xmlns="{MAIN}" xmlns:x14ac="urn:x14ac"><dimension ref="A1:D3"/><sheetData>'
    '<row r="1" spans="1:4" s="1" customFormat="1" ht="15.75" thickBot="1" x14ac:dyDescent="0.3">'
    '<c r="A1" s="1" t="s"><v>1</v></c><c r="B1" s="1"/>'
    '<c r="D1" t="str"><f>IF(B1="","a&amp;b",A1)</f><v>a&amp;b</v></c></row>'
    '<row r="2" spans="1:4" hidden="1" x14ac:dyDescent="0.25"><c r="A2" s="2"><v>45000</v></c>'
    '<c r="B2"><f t="shared" ref="B2:B3" si="0">A2*2</f><v>90000</v></c>'
    '<c r="C2" t="e" vm="1"><v>#VALUE!</v></c></row>'
    '<row r="3" spans="1:4" x14ac:dyDescent="0.25"><c r="B3"><f t="shared" si="0"/><v>0</v></c>'
    '<c r="D3" t="b"><v>1</v></c>'
    '<c r="E3" cm="1"><f t="array" ref="E3:E4">_xlfn.SORT(A1:A2)</f><v>1.5</v></c></row>'
    '</sheetData><pageMargins left="0.7"/></worksheet>'
)


def test_what_excel_writes_is_split() -> None:
    chunks = in_pieces(AS_BY_EXCEL.encode(), 1 << 20)
    content = sheet_reader._split(chunks, STOCK).content((0, 0))
    assert [list(column) for column in content.values] == [
        ["Bob", 45000, None],
        [None, 90000, 0],
        [None, CellError("#VALUE!"), None],
        ["a&b", None, True],
        [None, None, 1.5],
    ]
    assert content.formulas == {
        (1, 4): '=IF(B1="","a&b",A1)',
        (2, 2): "=A2*2",
        (3, 2): "=shared",
        (3, 5): "=_xlfn.SORT(A1:A2)",
    }
    assert [list(column) for column in content.formats[:2]] == [["0.00", "yyyy-mm-dd", ""], ["0.00", "", ""]]
    assert content.hidden_rows == {2}


@pytest.mark.parametrize("make", [filled, by_openpyxl, by_ourselves])
@pytest.mark.parametrize(
    "again",
    [
        pytest.param(False, id="as made"),
        pytest.param(
            True,
            id="by LibreOffice",
            marks=pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is missing"),
        ),
    ],
)
def test_what_programs_write_is_split_and_read_alike(
    tmp_path: Path, make: Callable[[Path], Path], again: bool
) -> None:
    path = make(tmp_path / "book.xlsx")
    path = converted(path, "xlsx", tmp_path) if again else path
    package = open_package(path.read_bytes())
    for sheet in read_workbook_part(package).sheets:
        data = package.read(sheet.part)
        assert plain(sheet_reader._split(in_pieces(data, 5_000), STOCK).content((0, 0)))
        assert len(excerpt(data, [5, 90]).data) < len(data)
        quick, slow = both(data, 5_000)
        assert quick == slow
