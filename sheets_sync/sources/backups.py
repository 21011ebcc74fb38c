"""The file as it was before each of our writes, kept beside league.yaml and counted."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sheets_sync.problems import FileLine, Problem
from sheets_sync.sources.file_state import digest_of, draft_of, replace_file

FOLDER = "backups"
_STAMP = "%Y%m%dT%H%M%SZ"
_OURS = re.compile(r".* \d{8}T\d{6}Z(?:-\d{1,4})?\.[a-z]{1,5}", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)
_MOST_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Backups:
    """``folder``: that of one spreadsheet; ``most``: so many are kept, 0: none are made;
    ``notes``: whether it is noted what the write left, by which it can be undone."""

    folder: Path
    most: int
    notes: bool = True

    @classmethod
    def beside(cls, league: Path, spreadsheet: str, most: int) -> Backups:
        """``league``: the league's folder; ``spreadsheet``: its name in league.yaml."""
        return cls(league / FOLDER / folder_name(spreadsheet), most)


@dataclass(frozen=True, slots=True)
class Backup:
    """``file`` is the workbook before a write, and has the digest ``kept`` as long as nobody saves it;
    ``left``: the digest of what that write left. Both are empty where nothing is noted."""

    file: Path
    left: str = ""
    kept: str = ""


def folder_name(spreadsheet: str) -> str:
    """A name that every system takes, Windows too."""
    name = _FORBIDDEN.sub("_", spreadsheet)[:_MOST_LETTERS].rstrip(". ") or "_"
    name = f"_{name}" if _RESERVED.fullmatch(name) else name
    return name if name == spreadsheet else f"{name} {digest_of(spreadsheet.encode())[:6]}"


def keep(backups: Backups, path: Path, digest: str) -> tuple[Path | None, list[Problem]]:
    """Copies the file that has this digest, whole and checked; no copy where none are wanted."""
    if not backups.most:
        return None, []
    try:
        data = path.read_bytes()
        if digest_of(data) != digest:
            message = "The workbook was changed by somebody while we worked; nothing is written."
            return None, [Problem(message, FileLine(path), "Run again.")]
        backups.folder.mkdir(parents=True, exist_ok=True)
        return _copied(backups.folder, path, data), []
    except OSError as error:
        message = f"No backup of the workbook can be made ({error.strerror or error}); nothing is written."
        hint = f"Check the folder {backups.folder}, or switch backups off with: safety: {{backups: 0}}"
        return None, [Problem(message, FileLine(path), hint)]


def _copied(folder: Path, path: Path, data: bytes) -> Path:
    def check(draft: Path) -> None:
        if draft.read_bytes() != data:
            raise OSError("the copy isn't what was copied")

    draft = draft_of(data, path, folder, check)
    try:
        copy = _free_name(folder, path)
        os.replace(draft, copy)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return copy


def _free_name(folder: Path, path: Path) -> Path:
    """Named by the moment; of several in one second the next number, for the order tells their age."""
    stamp = datetime.now(UTC).strftime(_STAMP)
    same = [number for at, number in map(_age, _listed(folder)) if at == stamp]
    number = f"-{max(same) + 1}" if same else ""
    return folder / f"{path.stem} {stamp}{number}{path.suffix}"


def settle(backups: Backups, copy: Path, kept: str, left: str) -> None:
    """After the write: notes the digests of the copy and of what was left, where there is one, and lets the
    oldest copies go."""
    if left:
        with suppress(OSError):
            text = json.dumps({"version": 1, "left": left, "kept": kept})
            _note(copy).write_text(text, encoding="utf-8")
    for file in _listed(backups.folder)[backups.most :]:
        drop(file)


def replace_kept(path: Path, digest: str, data: bytes, backups: Backups | None) -> list[Problem]:
    """As `replace_file`, but what was there is kept first; without its copy nothing is replaced."""
    copy, problems = keep(backups, path, digest) if backups is not None else (None, [])
    problems = problems or replace_file(path, digest, data)
    if backups is not None and copy is not None:
        if problems:
            drop(copy)
        else:
            settle(backups, copy, digest, digest_of(data) if backups.notes else "")
    return problems


def restore(path: Path, digest: str, file: Path, backups: Backups | None) -> list[Problem]:
    """Puts a backup in place of the workbook that has this digest, which is kept first."""
    try:
        data = file.read_bytes()
    except OSError as error:
        message = f"The backup can't be read ({error.strerror or error}); nothing is written."
        return [Problem(message, FileLine(file), "Check the folder of the backups.")]
    return replace_kept(path, digest, data, backups)


def drop(copy: Path) -> None:
    """Takes a copy away, as of a write that was not done."""
    with suppress(OSError):
        copy.unlink(missing_ok=True)
        _note(copy).unlink(missing_ok=True)


def kept(backups: Backups) -> list[Backup]:
    """All copies, the newest first."""
    return [_noted(file) for file in _listed(backups.folder)]


def _listed(folder: Path) -> list[Path]:
    try:
        files = [file for file in folder.iterdir() if _OURS.fullmatch(file.name)]
    except OSError:
        return []
    return sorted(files, key=_age, reverse=True)


def _age(file: Path) -> tuple[str, int]:
    stamp, _, number = file.stem.rpartition(" ")[2].partition("-")
    return stamp, int(number or 0)


def _note(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.json")


def _noted(file: Path) -> Backup:
    try:
        note = json.loads(_note(file).read_text(encoding="utf-8"))
        return Backup(file, str(note["left"]), str(note["kept"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Backup(file)
