"""May the file be replaced now? If so: all at once, by a finished neighbour of it."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sheets_sync.problems import FileLine, Problem
from sheets_sync.sources.lock_files import open_elsewhere
from sheets_sync.sources.package import UNREADABLE


def digest_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def unwritable(path: Path, digest: str) -> list[Problem]:
    """Why the file must not be replaced: it was changed, it is read-only, or somebody has it open."""
    try:
        mode, same = path.stat().st_mode, digest_of(path.read_bytes()) == digest
    except OSError as error:
        message = f"The workbook cannot be opened any more ({error.strerror or error}); nothing is written."
        return [Problem(message, FileLine(path), "Check that it is still there, then run again.")]
    problems = open_elsewhere(path)
    if not mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        message = "The workbook is read-only; nothing is written."
        problems.append(
            Problem(message, FileLine(path), "Take the read-only mark off the file, then run again.")
        )
    if not same:
        message = "The workbook was changed by somebody while we worked; nothing is written."
        problems.append(Problem(message, FileLine(path), "Run again."))
    return problems


def replace_file(path: Path, digest: str, data: bytes) -> list[Problem]:
    """Puts ``data`` in place of the file that has this digest, keeping its mode."""
    target = path.resolve()  # A link stays a link.
    temporary: Path | None = None
    try:
        temporary = draft_of(data, target, target.parent, _check)
        if problems := unwritable(path, digest):
            return problems
        os.replace(temporary, target)
    except PermissionError:
        message = (
            "The workbook cannot be replaced: it is open in another program, or its folder is protected."
        )
        return [Problem(f"{message} Nothing is written.", FileLine(path), "Close it there and run again.")]
    except (OSError, zipfile.BadZipFile) as error:
        message = f"The workbook cannot be written ({error}); nothing is written."
        return [
            Problem(message, FileLine(path), "Check the free space and the access rights, then run again.")
        ]
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    return []


def draft_of(data: bytes, like: Path, folder: Path, check: Callable[[Path], None]) -> Path:
    """A finished file in a folder, ready to get its name: on the disk as a whole, with the mode of ``like``,
    and ``check`` has found no fault with it. Raises what went wrong, and leaves nothing behind."""
    handle, name = tempfile.mkstemp(".tmp", f".{like.stem}.", folder)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(stat.S_IMODE(like.stat().st_mode))
        check(draft)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
    return draft


def _check(path: Path) -> None:
    """Raises BadZipFile for what could not be read again, were it in place of the old file."""
    try:
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
    except UNREADABLE as error:
        raise zipfile.BadZipFile(str(error)) from None
    if broken:
        raise zipfile.BadZipFile(f"its part '{broken}' is damaged")
