"""What cannot be read as a workbook says what it is instead."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sheets_sync.sources.workbook import read_workbook

from .books import MAIN, raw_parts, sheet_xml, write_parts

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
SAVE_AS = "Open it in your spreadsheet program and save it as an Excel workbook (.xlsx)."
SOUND = "Get a sound copy of it, or save it anew in your spreadsheet program."


def refused(path: Path) -> str:
    """The only problem, without the path that it begins with."""
    snapshot, problems = read_workbook("League", path, "id")
    assert snapshot is None
    (problem,) = problems
    assert str(problem).startswith(f"{path}: ")
    return str(problem).removeprefix(f"{path}: ")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is empty. Get a sound copy of it."),
        (b"Driver;Points\nAnn;25\n", f"The file is a text file, not a workbook. {SAVE_AS}"),
        (b"\0\1\2\3", f"The file is no workbook. {SAVE_AS}"),
        (OLE, f"The file is in the old .xls format, which is not read. {SAVE_AS}"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "The workbook is encrypted with a password. Save it without a password.",
        ),
        (
            b"PK\3\4 and then nothing",
            f"The file is damaged or was not copied completely. {SOUND}",
        ),
    ],
)
def test_a_file_that_is_no_package(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(data)
    assert refused(path) == message


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.xlsx") == "There is no such file. Check the workbook's path."
    assert refused(tmp_path) == "This is a folder, not a workbook. Name the .xlsx file inside of it."


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(b"PK")

    def denied(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", denied)
    hint = "Close it in other programs, or ask for access to it."
    assert refused(path) == f"The workbook cannot be read: access is denied. {hint}"


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"a.txt": "x"}, f"The file is a zip archive but no workbook. {SOUND}"),
        ({"xl/workbook.bin": b"x"}, f"The file is a binary workbook (.xlsb), which is not read. {SAVE_AS}"),
        (
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"},
            f"The file is an OpenDocument file, which is not read. {SAVE_AS}",
        ),
        ({"../evil": "x"}, f"The file holds a part with the unsafe name '../evil'. {SOUND}"),
        ({"xl/A.xml": "x", "xl/a.xml": "x"}, f"The file holds the part 'xl/a.xml' twice. {SOUND}"),
    ],
)
def test_a_package_that_is_no_workbook(tmp_path: Path, parts: dict[str, str | bytes], message: str) -> None:
    assert refused(write_parts(tmp_path / "book.xlsx", parts)) == message


def test_another_office_document(tmp_path: Path) -> None:
    parts = raw_parts("") | {"xl/workbook.xml": "<document/>"}
    message = f"The file is no workbook but another Office document. {SOUND}"
    assert refused(write_parts(tmp_path / "book.xlsx", parts)) == message


@pytest.mark.parametrize(
    "part", ["xl/workbook.xml", "xl/strings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"]
)
def test_entities_are_refused_in_every_part(tmp_path: Path, part: str) -> None:
    doctype = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    parts = raw_parts(sheet_xml('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>'))
    parts[part] = doctype + str(parts[part])
    message = f"The workbook's part '{part}' declares a document type, which is not read. {SOUND}"
    assert refused(write_parts(tmp_path / "book.xlsx", parts)) == message


def test_a_part_that_is_missing_or_torn(tmp_path: Path) -> None:
    parts = raw_parts(sheet_xml("")[:-5])
    torn = refused(write_parts(tmp_path / "book.xlsx", parts))
    assert torn.startswith("The workbook's part 'xl/worksheets/sheet1.xml' is no well-formed XML (")
    del parts["xl/worksheets/sheet1.xml"]
    message = "The workbook refers to its part 'xl/worksheets/sheet1.xml', which is not in the file."
    assert refused(write_parts(tmp_path / "book.xlsx", parts)) == f"{message} {SOUND}"


def test_a_wrong_reference(raw: Callable[..., Path]) -> None:
    message = refused(raw('<row r="1"><c r="1A"><v>1</v></c></row>'))
    assert message.startswith("The workbook's part 'xl/worksheets/sheet1.xml' holds a wrong cell reference (")


def test_a_damaged_part(tmp_path: Path) -> None:
    path = write_parts(tmp_path / "book.xlsx", raw_parts(sheet_xml("")))
    with zipfile.ZipFile(path) as archive:
        offset = archive.getinfo("xl/worksheets/sheet1.xml").header_offset
    data = bytearray(path.read_bytes())
    data[offset + 70] ^= 0xFF
    path.write_bytes(data)
    assert refused(path).startswith("The workbook's part 'xl/worksheets/sheet1.xml' is damaged (")


def test_a_zip_bomb(tmp_path: Path) -> None:
    parts = raw_parts(f'<worksheet xmlns="{MAIN}">{" " * 8_000_000}</worksheet>')
    message = "The file's part 'xl/worksheets/sheet1.xml' unpacks to more than 250 times its size."
    assert refused(write_parts(tmp_path / "bomb.xlsx", parts)) == f"{message} {SOUND}"


def test_too_many_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sheets_sync.sources.bounds.MAX_PARTS", 3)
    message = f"The file holds 7 parts; a workbook has at most 3. {SOUND}"
    assert refused(write_parts(tmp_path / "book.xlsx", raw_parts(""))) == message


def test_too_much_to_unpack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sheets_sync.sources.bounds.MAX_UNPACKED", 1 << 20)
    parts = raw_parts("") | {"media": bytes(3 << 20)}
    message = f"The file unpacks to 3 MiB; at most 1 MiB are read. {SOUND}"
    assert refused(write_parts(tmp_path / "book.xlsx", parts)) == message
