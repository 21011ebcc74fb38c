"""How large a workbook may be: what unpacks without end is refused before it takes time and memory."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence

MAX_PARTS = 10_000
MAX_UNPACKED = 1 << 29
# Deflate reaches 1000:1 on nothing but repetition; a million formatted blank rows stay below 30:1.
MAX_RATIO = 250
SMALL = 1 << 22
MAX_PART = 1 << 27
MAX_READ = 1 << 28
MAX_ELEMENTS = 500_000
CHUNK = 1 << 20
_LISTED = b"PK\1\2"


class BadPackage(Exception):
    """The file cannot be used as a workbook; the text is a whole sentence that says why."""


def check_listed(data: bytes) -> None:
    """Before an archive takes memory for each entry; a few of these signs may be chance."""
    listed = data.count(_LISTED)
    if listed > 2 * MAX_PARTS:
        raise BadPackage(f"The file holds {listed} parts; a workbook has at most {MAX_PARTS}.")


def check_sizes(entries: Sequence[zipfile.ZipInfo], size: int) -> None:
    """The directory of a file of this size, before anything of it is unpacked."""
    if len(entries) > MAX_PARTS:
        raise BadPackage(f"The file holds {len(entries)} parts; a workbook has at most {MAX_PARTS}.")
    total = sum(info.file_size for info in entries)
    if total > MAX_UNPACKED:
        raise BadPackage(f"The file unpacks to {total >> 20} MiB; at most {MAX_UNPACKED >> 20} MiB are read.")
    for info in entries:
        if info.file_size > SMALL and info.file_size > MAX_RATIO * info.compress_size:
            message = f"unpacks to more than {MAX_RATIO} times its size"
            raise BadPackage(f"The file's part '{info.filename}' {message}.")
        if info.flag_bits & 1:
            raise BadPackage(f"The file's part '{info.filename}' is encrypted.")
    if sum(info.compress_size for info in entries) > size:
        raise BadPackage("The file's parts lie over each other.")


def check_part(name: str, info: zipfile.ZipInfo) -> None:
    if info.file_size > MAX_PART:
        size, most = f"unpacks to {info.file_size >> 20} MiB", f"at most {MAX_PART >> 20} MiB are read"
        raise BadPackage(f"The workbook's part '{name}' {size}; {most}.")


def check_total(parts: Iterable[zipfile.ZipInfo]) -> None:
    """The tabs that are read in one go."""
    total = sum(info.file_size for info in parts)
    if total > MAX_READ:
        size, most = f"unpack to {total >> 20} MiB", f"at most {MAX_READ >> 20} MiB are read at once"
        raise BadPackage(f"The workbook's tabs {size}; {most}.")


def check_tree(name: str, data: bytes) -> None:
    """What is read as a tree takes forty times its size."""
    if data.count(b"<") > MAX_ELEMENTS:
        raise BadPackage(f"The workbook's part '{name}' holds too many elements to be read.")
    for start in range(0, len(data), CHUNK):
        check_run(name, data[start : start + CHUNK])


def check_run(name: str, chunk: bytes) -> None:
    """A cell's text is short, and so is a tag: a long one would only fill the memory."""
    if len(chunk) >= CHUNK and b">" not in chunk:
        raise BadPackage(f"The workbook's part '{name}' holds a text or a tag too long to be read.")
