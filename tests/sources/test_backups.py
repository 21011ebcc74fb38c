"""Copies of a workbook as it was before each write."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from sheets_sync.sources import backups as module
from sheets_sync.sources.backups import Backups, folder_name, kept
from sheets_sync.sources.file_state import digest_of
from sheets_sync.sources.workbook import write_workbook

from .books import set_cell, snapshot_of


def _write(path: Path, backups: Backups, value: object) -> list[str]:
    snapshot = snapshot_of(path)
    problems = write_workbook(snapshot, [set_cell("B2", value)], "memory", None, backups)
    return [str(each).replace(f"{path.parent}{os.sep}", "") for each in problems]


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups.beside(tmp_path, "public", 3)


def test_a_write_keeps_the_file_as_it_was(rich: Path, backups: Backups) -> None:
    before = rich.read_bytes()
    rich.chmod(0o640)
    assert _write(rich, backups, 26) == []
    (copy,) = kept(backups)
    assert copy.file.read_bytes() == before
    assert copy.file.parent == rich.parent / "backups" / "public"
    assert copy.file.name.startswith("rich 2") and copy.file.suffix == ".xlsx"
    assert stat.S_IMODE(copy.file.stat().st_mode) == 0o640
    assert copy.left == digest_of(rich.read_bytes())


def test_the_newest_are_kept_and_what_is_not_ours_stays(rich: Path, backups: Backups) -> None:
    backups.folder.mkdir(parents=True)
    (backups.folder / "season 2024.xlsx").write_bytes(b"a person's")
    states = []
    for value in range(5):
        states.append(rich.read_bytes())
        assert _write(rich, backups, value) == []
    assert [each.file.read_bytes() for each in kept(backups)] == states[:1:-1]
    assert len(list(backups.folder.iterdir())) == 3 + 3 + 1
    assert (backups.folder / "season 2024.xlsx").read_bytes() == b"a person's"


def test_no_backup_without_a_change_or_a_write(rich: Path, backups: Backups) -> None:
    snapshot = snapshot_of(rich)
    assert write_workbook(snapshot, [], "", None, backups) == []
    rich.with_name("~$rich.xlsx").write_bytes(b"")
    assert _write(rich, backups, 26) != []
    assert kept(backups) == []


def test_zero_switches_them_off(rich: Path, tmp_path: Path) -> None:
    assert _write(rich, Backups.beside(tmp_path, "public", 0), 26) == []
    assert not (tmp_path / "backups").exists()


def test_a_write_that_fails_leaves_no_backup(
    rich: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space")

    real = os.replace
    monkeypatch.setattr(os, "replace", lambda a, b: full() if str(b) == str(rich) else real(a, b))
    before = rich.read_bytes()
    (problem,) = _write(rich, backups, 26)
    assert "cannot be written (no space)" in problem
    assert rich.read_bytes() == before and list(backups.folder.iterdir()) == []


def test_without_a_backup_nothing_is_written(rich: Path, backups: Backups, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be", encoding="utf-8")
    before = rich.read_bytes()
    (problem,) = _write(rich, backups, 26)
    assert problem == (
        "rich.xlsx: No backup of the workbook can be made (Not a directory); nothing is written. "
        f"Check the folder {backups.folder.relative_to(tmp_path)}, or switch backups off with: "
        "safety: {backups: 0}"
    )
    assert rich.read_bytes() == before


def test_a_copy_that_is_damaged_counts_as_none(
    rich: Path, backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.read_bytes

    def torn(path: Path) -> bytes:
        return real(path)[:-1] if path.name.endswith(".tmp") and path.parent == backups.folder else real(path)

    monkeypatch.setattr(Path, "read_bytes", torn)
    before = rich.read_bytes()
    (problem,) = _write(rich, backups, 26)
    assert "No backup of the workbook can be made (the copy isn't what was copied)" in problem
    assert rich.read_bytes() == before and list(backups.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "folder"),
    [("public", "public"), ("Série A", "Série A"), ("a/b", "a_b "), ("CON", "_CON "), ("x. ", "x ")],
)
def test_folders_have_names_that_every_system_takes(name: str, folder: str) -> None:
    made = folder_name(name)
    assert made == folder if folder == name else made.startswith(folder) and len(made) == len(folder) + 6


def test_many_writes_in_one_second(rich: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Still:
        @staticmethod
        def now(_: object) -> Still:
            return Still()

        def strftime(self, _: str) -> str:
            return "20231008T180000Z"

    monkeypatch.setattr(module, "datetime", Still)
    backups = Backups.beside(tmp_path, "public", 20)
    for value in range(12):
        assert _write(rich, backups, value) == []
    names = [each.file.name for each in kept(backups)]
    assert names[0] == "rich 20231008T180000Z-11.xlsx" and names[-1] == "rich 20231008T180000Z.xlsx"
