"""Makes a broken league from the demo league: each action of a gallery file is one method here."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.workbook import Workbook

from sheets_sync.cells import parse_a1
from sheets_sync.sources.snapshot import CellWrite, Snapshot
from sheets_sync.sources.workbook import read_workbook, write_workbook

_RULESET = "rover-oceasia-2023"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)


class League:
    """A league in a folder. ``run`` calls the command line."""

    def __init__(self, folder: Path, run: Callable[[str], int]) -> None:
        self.folder, self.run_command = folder, run

    def make(self, steps: list[Mapping[str, Any]]) -> None:
        for step in steps:
            ((action, settings),) = step.items()
            getattr(self, action)(**settings) if isinstance(settings, dict) else getattr(self, action)(
                settings
            )

    def run(self, command: str) -> None:
        """An earlier command, which must go well."""
        assert self.run_command(command) in (0, 1), command

    def league(self, changes: list[Mapping[str, str]]) -> None:
        self._replace("league.yaml", changes)

    def ruleset(self, changes: list[Mapping[str, str]] | None = None, name: str = _RULESET) -> None:
        """Changes in a copy of a shipped ruleset, which the league keeps in its own folder."""
        folder = self.folder / "rulesets" / name
        if not folder.exists():
            shutil.copytree(Path(__file__).parent.parent / "rulesets" / name, folder)
        self._replace(f"rulesets/{name}/ruleset.yaml", changes or [])

    def _replace(self, file: str, changes: list[Mapping[str, str]]) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        for change in changes:
            assert change["find"] in text, change["find"]
            text = text.replace(change["find"], change["replace"], 1)
        path.write_text(text, encoding="utf-8")

    def file(self, file: str, text: str | None = None, hex: str | None = None, like: str = "") -> None:
        """A file with that text, those bytes, or ``like`` an encrypted or old workbook."""
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        data = bytes.fromhex(hex) if hex is not None else (text or "").encode()
        data += {"encrypted": _OLE + "EncryptedPackage".encode("utf-16-le"), "old": _OLE}.get(like, b"")
        path.write_bytes(data)

    def delete_file(self, file: str) -> None:
        (self.folder / file).unlink()

    def copy_file(self, file: str, to: str) -> None:
        shutil.copyfile(self.folder / file, self.folder / to)

    def cut_file(self, file: str, bytes: int) -> None:
        path = self.folder / file
        path.write_bytes(path.read_bytes()[:bytes])

    def mode(self, file: str, octal: str) -> None:
        (self.folder / file).chmod(int(octal, 8))

    def cells(self, workbook: str, tab: str, cells: Mapping[str, Any]) -> None:
        """Retypes cells. A formula or an error value goes through openpyxl, which forgets our memory;
        ``{text: ...}`` is text whatever it looks like."""
        odd = {place: value for place, value in cells.items() if str(value).startswith(("=", "#"))}
        cells = {place: value["text"] if isinstance(value, dict) else value for place, value in cells.items()}
        if odd:
            self._edit(workbook, lambda book: [book[tab].__setitem__(*item) for item in odd.items()])
        plain = {place: value for place, value in cells.items() if place not in odd}
        self._type(workbook, [CellWrite(tab, *parse_a1(place), value) for place, value in plain.items()])

    def empty_rows(self, workbook: str, tab: str, rows: str) -> None:
        """What somebody does who marks the rows and presses Delete, but spares the formulas."""
        first, last = map(int, rows.split("-"))
        grid = self._snapshot(workbook, tab).grids[tab]
        places = [(row, column) for row in range(first, last + 1) for column in range(1, grid.columns + 1)]
        filled = [place for place in places if grid.value(*place) is not None and place not in grid.formulas]
        self._type(workbook, [CellWrite(tab, *place, None) for place in filled])

    def _type(self, workbook: str, writes: list[CellWrite]) -> None:
        if writes:
            snapshot = self._snapshot(workbook, writes[0].tab)
            assert write_workbook(snapshot, writes, snapshot.memory or "") == []

    def _snapshot(self, workbook: str, tab: str) -> Snapshot:
        snapshot, problems = read_workbook(workbook, self.folder / f"{workbook}.xlsx", "", [tab])
        assert snapshot is not None and not problems, problems
        return snapshot

    def rename(self, **names: str) -> None:
        """A driver by another name, wherever it stands."""
        for workbook in ("coordinators", "stewards"):
            book = openpyxl.load_workbook(self.folder / f"{workbook}.xlsx", read_only=True)
            for sheet in book:
                cells = {
                    cell.coordinate: {"text": names[cell.value]}
                    for row in sheet.iter_rows()
                    for cell in row
                    if cell.value in names
                }
                self.cells(workbook, sheet.title, cells)

    def merge(self, workbook: str, tab: str, cells: str) -> None:
        self._edit(workbook, lambda book: book[tab].merge_cells(cells))

    def delete_tab(self, workbook: str, tab: str) -> None:
        self._edit(workbook, lambda book: book.remove(book[tab]))

    def _edit(self, workbook: str, edit: Callable[[Workbook], object]) -> None:
        path = self.folder / f"{workbook}.xlsx"
        book = openpyxl.load_workbook(path)
        edit(book)
        book.save(path)

    def value(self, place: str) -> object:
        workbook, tab, cell = place.split("!")
        cell_there = self._snapshot(workbook, tab).grids[tab].cell(*parse_a1(cell))
        return cell_there.formula or cell_there.value
