"""Spreadsheets that are files: which kind a file is, by what is in it, and who reads it."""

from __future__ import annotations

import codecs
import zipfile
from collections.abc import Callable, Collection, Mapping
from enum import Enum
from pathlib import Path

from sheets_sync.problems import Problem
from sheets_sync.sources.open_document.document import read_document
from sheets_sync.sources.package import UNOPENABLE
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.sources.text_table.reading import read_text_table
from sheets_sync.sources.workbook import read_workbook

_HEAD = 4096
_TEXT_NAMES = (".csv", ".tsv", ".tab", ".txt")
_DOCUMENT_NAMES = (".ods", ".fods", ".ots")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office:1.0"


class FileKind(Enum):
    """``WORKBOOK``: read and written; the others are only read."""

    WORKBOOK = "a workbook"
    DOCUMENT = "an OpenDocument spreadsheet"
    TEXT = "a text file"


_Read = Callable[
    [str, Path, str, Collection[str] | None, Mapping[str, tuple[int, int]] | None],
    tuple[Snapshot | None, list[Problem]],
]
_READERS: Mapping[FileKind, _Read] = {
    FileKind.WORKBOOK: read_workbook,
    FileKind.DOCUMENT: read_document,
    FileKind.TEXT: read_text_table,
}


def read_file(
    name: str,
    path: Path,
    identity: str,
    tabs: Collection[str] | None = None,
    reach: Mapping[str, tuple[int, int]] | None = None,
) -> tuple[Snapshot | None, list[Problem]]:
    """The named tabs of a spreadsheet in a file (None: all), of whatever kind it is; no snapshot where the
    file itself can't be used. ``reach``: as `read_workbook` has it."""
    return _READERS[kind_of(path)](name, path, identity, tabs, reach)


def kind_of(path: Path) -> FileKind:
    """By what is in the file; of one that isn't there, or says nothing of it, by its name."""
    suffix = path.suffix.lower()
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        head = b""
    if head.startswith(b"PK"):
        return FileKind.DOCUMENT if _is_packed_document(path) else FileKind.WORKBOOK
    if head and suffix not in _TEXT_NAMES:
        return FileKind.DOCUMENT if _FLAT in head else FileKind.WORKBOOK
    if suffix in _TEXT_NAMES:
        return FileKind.TEXT if not head or _is_text(head) else FileKind.WORKBOOK
    return FileKind.DOCUMENT if suffix in _DOCUMENT_NAMES else FileKind.WORKBOOK


def _is_packed_document(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except UNOPENABLE:
        return path.suffix.lower() in _DOCUMENT_NAMES
    return "content.xml" in names and "xl/workbook.xml" not in names


def _is_text(head: bytes) -> bool:
    return b"\0" not in head or head.startswith(_WIDE)
