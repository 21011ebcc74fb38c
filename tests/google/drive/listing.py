"""files.list: which files, in which order, page by page."""

from __future__ import annotations

from typing import Any

from .. import field_masks
from ..errors import DriveError
from .account import FOLDER, Account, File
from .files import Parameters, mask, shown
from .queries import parsed
from .resource import full


def listed(account: Account, email: str, parameters: Parameters) -> dict[str, Any]:
    """files.list, a page of it."""
    test = parsed(parameters["q"]) if parameters.get("q", "").strip() else lambda file: True
    found = [file for file in account.seen_by(email) if test(file)]
    found = _ordered(found, parameters.get("orderBy", ""))
    size = int(parameters.get("pageSize", 100))
    if not 1 <= size <= 1000:
        raise DriveError(
            400,
            "invalidParameter",
            f"Invalid value '{size}'. Values must be within the range: [1, 1000]",
            "pageSize",
        )
    token = str(parameters.get("pageToken", ""))
    if token and not token.isdigit():
        raise DriveError(400, "invalid", "Invalid Value", "pageToken")
    start = int(token or 0)
    out: dict[str, Any] = {"kind": "drive#fileList", "incompleteSearch": False}
    if start + size < len(found):
        out["nextPageToken"] = str(start + size)
    page = found[start : start + size]
    if parameters.get("fields"):
        tree = mask(parameters["fields"], "FileList")
        return dict(field_masks.cut(tree, out | {"files": [full(file, email) for file in page]}))
    return out | {"files": [shown(file, email, {}) for file in page]}


def _ordered(files: list[File], order: str) -> list[File]:
    keys = {
        "createdTime": lambda file: file.created,
        "modifiedTime": lambda file: file.modified,
        "recency": lambda file: file.modified,
        "modifiedByMeTime": lambda file: file.modified,
        "viewedByMeTime": lambda file: file.modified,
        "name": lambda file: file.name.casefold(),
        "name_natural": lambda file: file.name.casefold(),
        "folder": lambda file: file.mime_type != FOLDER,
    }
    for part in reversed([part for part in order.split(",") if part.strip()]):
        name, _, way = part.strip().partition(" ")
        if name not in keys:
            raise DriveError(400, "invalid", f"Sorting is not supported for {name}.", "orderBy")
        files = sorted(files, key=keys[name], reverse=way == "desc")
    return files
