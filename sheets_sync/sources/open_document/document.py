"""Reads an OpenDocument spreadsheet, packed (.ods) or as one XML file (.fods)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from sheets_sync.cells import Grid
from sheets_sync.problems import FileLine, Problem
from sheets_sync.sources.columns import TooManyCells
from sheets_sync.sources.file_kind import damaged, read_bytes
from sheets_sync.sources.file_state import digest_of
from sheets_sync.sources.open_document.formats import Formats
from sheets_sync.sources.open_document.tables import TablesReader
from sheets_sync.sources.package import WORKSHEET, BadPackage, Package, Sheet, open_package
from sheets_sync.sources.snapshot import Snapshot
from sheets_sync.sources.tab_names import choose_tabs, loose

SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_OTHERS = {
    b"text": "text document",
    b"presentation": "presentation",
    b"graphics": "drawing",
    b"chart": "chart",
    b"formula": "formula",
    b"base": "database",
}
MAX_CONTENT = 100 << 20
"""Bytes of the part with the tables: near a million cells, and about ten seconds."""
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_SAVE_AS = "Save the table as a spreadsheet (.ods or .xlsx)."


class _Wrong(Exception):
    """The file is sound, but it isn't what is asked for."""

    def __init__(self, message: str, proposal: str) -> None:
        super().__init__(message)
        self.message, self.proposal = message, proposal


def read_document(
    name: str,
    path: Path,
    identity: str,
    tabs: Collection[str] | None = None,
    reach: Mapping[str, tuple[int, int]] | None = None,
) -> tuple[Snapshot | None, list[Problem]]:
    """As `read_workbook`; such a file never has a memory, for it is never written."""
    data, problems = read_bytes(path)
    if problems:
        return None, problems
    try:
        reader = _read_packed(data, tabs) if data.startswith(b"PK") else _read_flat(path.name, data, tabs)
        if not reader.is_spreadsheet:
            raise _Wrong("The OpenDocument file holds no spreadsheet.", _SAVE_AS)
        sheets = [Sheet(tab, WORKSHEET, _CONTENT) for tab in reader.names]
        chosen, problems = choose_tabs(name, sheets, tabs)
        grids = _grids(name, reader, [sheet.name for sheet in chosen], reach or {})
    except _Wrong as wrong:
        return None, [Problem(wrong.message, FileLine(path), wrong.proposal)]
    except BadPackage as error:
        return None, [damaged(path, error)]
    names = tuple(reader.names)
    return Snapshot(name, path, identity, digest_of(data), names, grids, None), problems


def _read_packed(data: bytes, tabs: Collection[str] | None) -> TablesReader:
    package = open_package(data)
    _check_kind(package)
    _check_size(package.parts[_CONTENT].file_size if _CONTENT in package else 0)
    formats = Formats()
    if _STYLES in package:
        TablesReader((), formats).read(_STYLES, package.read(_STYLES))
    reader = TablesReader(tabs, formats)
    reader.read(_CONTENT, package.read(_CONTENT))
    return reader


def _read_flat(part: str, data: bytes, tabs: Collection[str] | None) -> TablesReader:
    _check_size(len(data))
    reader = TablesReader(tabs, Formats())
    reader.read(part, data)
    return reader


def _check_size(size: int) -> None:
    if size > MAX_CONTENT:
        message = f"The tables unpack to {size >> 20} MiB; at most {MAX_CONTENT >> 20} MiB are read."
        raise _Wrong(message, "Take out what isn't needed, or save it as a workbook (.xlsx).")


def _check_kind(package: Package) -> None:
    kind = package.read("mimetype").strip() if "mimetype" in package else SPREADSHEET
    if not kind.startswith(SPREADSHEET):
        word = kind.rpartition(b".")[2].partition(b"-")[0]
        raise _Wrong(f"The file is an OpenDocument {_OTHERS.get(word, 'file')}, not a spreadsheet.", _SAVE_AS)
    if _MANIFEST in package and b"encryption-data" in package.read(_MANIFEST):
        raise _Wrong("The spreadsheet is encrypted with a password.", "Save it without a password.")


def _grids(
    name: str, reader: TablesReader, tabs: Collection[str], reach: Mapping[str, tuple[int, int]]
) -> dict[str, Grid]:
    far = {loose(tab): corner for tab, corner in reach.items()}
    try:
        return {tab: reader.contents[tab].grid(name, tab, far.get(loose(tab), (0, 0))) for tab in tabs}
    except TooManyCells:
        raise BadPackage("The cells of the spreadsheet lie too far apart to be read.") from None
