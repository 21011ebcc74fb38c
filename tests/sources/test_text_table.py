"""Tables as plain text: encodings, delimiters, quotation marks, and the one tab they have."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheets_sync.problems import Severity
from sheets_sync.sources.files import read_file


def rows(path: Path, said: int = 0) -> list[list[object]]:
    snapshot, problems = read_file("results", path, "")
    assert snapshot is not None and len(problems) == said, problems
    found = snapshot.grids[path.stem]
    return [
        [found.value(row, column) for column in range(1, found.columns + 1)]
        for row in range(1, found.rows + 1)
    ]


def written(tmp_path: Path, text: str, encoding: str = "utf-8", name: str = "R1.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def refused(path: Path) -> str:
    snapshot, problems = read_file("results", path, "")
    assert snapshot is None
    (problem,) = problems
    return str(problem).replace(f"{path.parent}/", "")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_every_delimiter_and_line_end(tmp_path: Path, mark: str, end: str) -> None:
    lines = ["No.,Driver,Best lap", "007,Zoë Kruger,1:23.456", "", "12,,"]
    path = written(tmp_path, end.join(lines).replace(",", mark) + end)
    assert rows(path) == [
        ["No.", "Driver", "Best lap"],
        ["007", "Zoë Kruger", "1:23.456"],
        [None, None, None],
        ["12", None, None],
    ]


def test_a_comma_inside_of_numbers_and_names_is_no_delimiter(tmp_path: Path) -> None:
    path = written(tmp_path, "Driver;Points\nDoe, Ann;12,5\nRoe, Bob;10,5\n")
    assert rows(path) == [["Driver", "Points"], ["Doe, Ann", "12,5"], ["Roe, Bob", "10,5"]]
    path = written(tmp_path, "Driver,Note\nAnn,late; warned\nBob,fine; all well\nCid,\n")
    assert rows(path)[1:] == [["Ann", "late; warned"], ["Bob", "fine; all well"], ["Cid", None]]


def test_one_column_has_no_delimiter(tmp_path: Path) -> None:
    assert rows(written(tmp_path, "Driver\nAnn Lee\nBob\n")) == [["Driver"], ["Ann Lee"], ["Bob"]]


def test_the_line_that_tells_excel_the_delimiter_is_no_row(tmp_path: Path) -> None:
    assert rows(written(tmp_path, "sep=,\na;x,b\nc;y,d\n")) == [["a;x", "b"], ["c;y", "d"]]


def test_quotation_marks(tmp_path: Path) -> None:
    text = 'Driver,Note\n"Doe, Ann","said ""no""\ntwice"\nBob,5" wheel\n'
    assert rows(written(tmp_path, text)) == [
        ["Driver", "Note"],
        ["Doe, Ann", 'said "no"\ntwice'],
        ["Bob", '5" wheel'],
    ]


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    message = "A quotation mark that opens in this row is never closed, so that the rest can't be told apart."
    hint = "Close it, or take it away."
    path = written(tmp_path, 'Driver,Note\n"Doe",x\n"Bob,y\nCid,z\n')
    assert refused(path) == f"R1.csv:3: {message} {hint}"
    path = written(tmp_path, 'Driver,Note\n"Bob,y\n' + "Cid,z\n" * 40_000)
    assert refused(path) == f"R1.csv:2: {message} {hint}"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_its_mark(tmp_path: Path, encoding: str) -> None:
    assert rows(written(tmp_path, "Fahrer;Nr\nJörg Łuc 車;1\n", encoding))[1] == ["Jörg Łuc 車", "1"]


def test_an_encoding_that_is_guessed_is_said(tmp_path: Path) -> None:
    path = written(tmp_path, "Fahrer;Nr\nJörg Müller;1\n", "cp1252")
    assert rows(path, said=1)[1] == ["Jörg Müller", "1"]
    _, (problem,) = read_file("results", path, "")
    assert problem.severity is Severity.NOTE
    assert problem.message == (
        "The file isn't UTF-8; it was read as Windows-1252, as Excel in Western Europe writes it."
    )


def test_what_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "R1.csv"
    hint = "Save it as CSV UTF-8, or as a workbook (.xlsx)."
    path.write_bytes(b"a,b\n" * 2000 + b"\0\xff\n")
    assert refused(path) == f"R1.csv: The file is no text. {hint}"
    path.write_bytes(b"\xff\xfea")
    said = "The file begins as Unicode text, but isn't; it is damaged."
    assert refused(path) == f"R1.csv: {said} {hint}"
    path.write_bytes(b"a,\x81\x8d\n")
    said = "The file's characters are neither UTF-8 nor Windows-1252."
    assert refused(path) == f"R1.csv: {said} {hint}"
    path.write_bytes(b"\n  \n")
    assert refused(path) == "R1.csv: The file is empty. Get a sound copy of it."


def test_its_tab_is_called_as_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b\n1,2\n", name="Round 1.csv")
    snapshot, problems = read_file("results", path, "", ["round1"])
    assert snapshot is not None and not problems and list(snapshot.grids) == ["Round 1"]
    snapshot, (problem,) = read_file("results", path, "", ["Results"])
    assert snapshot is not None and not snapshot.grids
    hint = "A text file has one tab, called as the file; write 'results!Round 1'."
    assert str(problem) == f"results!Results: There is no tab 'Results'. {hint}"


def test_a_workbook_by_another_name_is_read_as_what_it_is(rich: Path) -> None:
    path = rich.rename(rich.with_suffix(".csv"))
    snapshot, problems = read_file("book", path, "", ["Data"])
    assert snapshot is not None and not problems
    assert snapshot.grids["Data"].value(2, 1) == "Ann"


def test_rows_that_no_sheet_holds(tmp_path: Path) -> None:
    path = written(tmp_path, "x\n" * 1_048_577)
    said = "The file has more than 1048576 rows, which no sheet has. Cut it down."
    assert refused(path) == f"R1.csv:1048577: {said}"
    path = written(tmp_path, "a,b\n" + "x," * 16_384 + "x\n")
    said = "The file has more than 16384 columns, which no sheet has. Cut it down."
    assert refused(path) == f"R1.csv:2: {said}"


def test_fields_and_files_without_end(tmp_path: Path) -> None:
    path = written(tmp_path, "a,b\n" + "x" * 140_000 + ",1\n")
    said = (
        "A field of this row has more than 131,072 characters. Shorten it, or name the file that was meant."
    )
    assert refused(path) == f"R1.csv:2: {said}"
    path = written(tmp_path, ("x," * 99 + "x\n") * 50_001)
    assert refused(path) == "R1.csv: The file holds more cells than can be read. Cut it down."
