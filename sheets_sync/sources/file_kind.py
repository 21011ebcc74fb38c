"""What a file is that is no .xlsx workbook, in words that say how to make one of it."""

from __future__ import annotations

from pathlib import Path

from sheets_sync.problems import FileLine, Problem
from sheets_sync.sources.package import BadPackage, Package, open_package
from sheets_sync.sources.workbook_part import WorkbookPart, read_workbook_part

MAX_FILE = 1 << 28

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "Open it in your spreadsheet program and save it as an Excel workbook (.xlsx)."


def read_bytes(path: Path) -> tuple[bytes, list[Problem]]:
    """The bytes of a workbook, or why they cannot be read."""
    try:
        if path.is_dir():
            return b"", [
                _problem(path, "This is a folder, not a workbook.", "Name the .xlsx file inside of it.")
            ]
        if path.stat().st_size > MAX_FILE:
            return b"", [
                _problem(path, f"The workbook is larger than {MAX_FILE >> 20} MiB and is not read.", "")
            ]
        return path.read_bytes(), []
    except FileNotFoundError:
        return b"", [_problem(path, "There is no such file.", "Check the workbook's path.")]
    except PermissionError:
        hint = "Close it in other programs, or ask for access to it."
        return b"", [_problem(path, "The workbook cannot be read: access is denied.", hint)]
    except (OSError, ValueError) as error:
        return b"", [_problem(path, f"The workbook cannot be read ({error}).", "Check the workbook's path.")]


def open_workbook(path: Path, data: bytes) -> tuple[tuple[Package, WorkbookPart] | None, list[Problem]]:
    """The opened package and its workbook part, or what the file is instead."""
    if wrong := _not_a_package(data):
        return None, [_problem(path, *wrong)]
    try:
        package = open_package(data)
        if other := _other_package(package):
            return None, [_problem(path, other, _SAVE_AS)]
        return (package, read_workbook_part(package)), []
    except BadPackage as error:
        return None, [damaged(path, error)]


def damaged(path: Path, error: BadPackage) -> Problem:
    return _problem(path, str(error), "Get a sound copy of it, or save it anew in your spreadsheet program.")


def _not_a_package(data: bytes) -> tuple[str, str] | None:
    if not data:
        return "The file is empty.", "Get a sound copy of it."
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            return "The workbook is encrypted with a password.", "Save it without a password."
        return "The file is in the old .xls format, which is not read.", _SAVE_AS
    if data.startswith(b"PK"):
        return None
    if b"\0" not in data[:4096]:
        return "The file is a text file, not a workbook.", _SAVE_AS
    return "The file is no workbook.", _SAVE_AS


def _other_package(package: Package) -> str:
    if "xl/workbook.bin" in package:
        return "The file is a binary workbook (.xlsb), which is not read."
    if "mimetype" in package and package.read("mimetype").startswith(b"application/vnd.oasis"):
        return "The file is an OpenDocument file, which is not read."
    return ""


def _problem(path: Path, message: str, proposal: str) -> Problem:
    return Problem(message, FileLine(path), proposal)
