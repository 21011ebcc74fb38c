"""The files that Excel and LibreOffice lay beside a workbook while somebody has it open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from sheets_sync.problems import FileLine, Problem


def open_elsewhere(path: Path) -> list[Problem]:
    """A problem for each lock file beside the workbook, with the person it names."""
    found = [lock for beside in dict.fromkeys((path, path.resolve())) for lock in _locks(beside)]
    return [_problem(path, lock, program, holder(lock, who)) for lock, program, who in found if lock.exists()]


_Who = Callable[[bytes], str]


def _locks(path: Path) -> Iterator[tuple[Path, str, _Who]]:
    yield path.with_name(f"~${path.name}"), "Excel", excel_user
    yield path.with_name(f".~lock.{path.name}#"), "LibreOffice", libreoffice_user


def _problem(path: Path, lock: Path, program: str, who: str) -> Problem:
    by = f" by {who}" if who else ""
    hint = f"Close it there and run again. If nobody has it open, delete the left-over file '{lock.name}'."
    return Problem(f"The workbook is open in {program}{by}; nothing is written.", FileLine(path), hint)


def holder(lock: Path, who: _Who) -> str:
    """Who holds the file, where the lock file can be read and says so."""
    try:
        return who(lock.read_bytes()[:4096])
    except OSError:
        return ""


def excel_user(data: bytes) -> str:
    """A length and the name in the system's code page, padded to 54 bytes; then both again in UTF-16."""
    length = int.from_bytes(data[55:57], "little")
    wide = data[57 : 57 + 2 * length].decode("utf-16-le", "ignore")
    narrow = data[1 : 1 + data[0]].decode("cp1252", "ignore") if data else ""
    return _printable(wide) or _printable(narrow)


def libreoffice_user(data: bytes) -> str:
    """``full name,login,machine,time,profile;`` with a backslash before a comma that is meant."""
    fields = re.split(r"(?<!\\),", data.decode("utf-8", "replace"))
    name, login, machine = [re.sub(r"\\(.)", r"\1", text).strip() for text in [*fields, "", ""][:3]]
    who = _printable(name or login)
    return f"{who} on {_printable(machine)}" if who and machine else who


def _printable(text: str) -> str:
    return "".join(sign for sign in text if sign.isprintable()).strip()
