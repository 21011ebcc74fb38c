"""The methods of Drive's files."""

from __future__ import annotations

from typing import Any

from .. import field_masks
from ..book import Book
from ..errors import DriveError
from ..new_books import plain_book
from .account import SPREADSHEET, Account, File, new_file_id
from .imports import imported
from .resource import BRIEF, full, user

Parameters = dict[str, Any]
SETTABLE = (
    "description",
    "starred",
    "properties",
    "appProperties",
    "folderColorRgb",
    "writersCanShare",
    "contentHints",
)


def missing(file_id: str) -> DriveError:
    return DriveError(404, "notFound", f"File not found: {file_id}.", "fileId")


def seen(account: Account, file_id: str, email: str) -> File:
    """A file that somebody may see; Drive says of any other that it isn't there."""
    file = account.files.get(file_id)
    if file is None or file.role(email) is None:
        raise missing(file_id)
    return file


def writable(account: Account, file_id: str, email: str) -> File:
    file = seen(account, file_id, email)
    if not file.may_write(email):
        message = "The user does not have sufficient permissions for this file."
        raise DriveError(403, "insufficientFilePermissions", message)
    return file


def shown(file: File, email: str, parameters: Parameters) -> dict[str, Any]:
    """A file with the fields asked for, or the four that are given unasked."""
    whole = full(file, email)
    if parameters.get("fields"):
        return dict(field_masks.cut(mask(parameters["fields"], "File"), whole))
    return {name: whole[name] for name in BRIEF}


def mask(text: str, message: str) -> field_masks.Tree:
    """The tree of Drive's `fields`; an unknown field is refused in Drive's words."""
    try:
        tree = field_masks.parse(text)
        field_masks._check(tree, "drive", {"$ref": message}, "")
    except field_masks.BadMask as wrong:
        raise DriveError(400, "invalidParameter", f"Invalid field selection {wrong}", "fields") from None
    return tree


def get(account: Account, file_id: str, email: str, parameters: Parameters) -> dict[str, Any]:
    return shown(seen(account, file_id, email), email, parameters)


def create(
    account: Account,
    email: str,
    parameters: Parameters,
    given: dict[str, Any],
    media: tuple[str, bytes] | None = None,
) -> dict[str, Any]:
    """files.create, with or without content."""
    name, mime_type = given.get("name") or "Untitled", given.get("mimeType")
    book: Book | None = None
    if mime_type == SPREADSHEET:
        book = imported(media[0], media[1], name) if media else plain_book(name)
    file = account.add(name, mime_type or (media[0] if media else "application/octet-stream"), email, book)
    if media and book is None:
        file.content = media[1]
    _set(file, given)
    if given.get("parents"):
        file.parents = list(given["parents"])
    return shown(file, email, parameters)


def _set(file: File, given: dict[str, Any]) -> None:
    for name in SETTABLE:
        if name in given:
            file.said[name] = given[name]
    if "trashed" in given:
        file.trashed = bool(given["trashed"])


def copy(
    account: Account, file_id: str, email: str, parameters: Parameters, given: dict[str, Any]
) -> dict[str, Any]:
    """files.copy: the cells and formats, not the permissions."""
    source = seen(account, file_id, email)
    name = given.get("name") or f"Copy of {source.name}"
    book = source.book.copy() if source.book else None
    if book:
        book.id = new_file_id()
        book.properties["title"] = name
    file = account.add(name, given.get("mimeType") or source.mime_type, email, book)
    file.content = source.content
    _set(file, given)
    if given.get("parents"):
        file.parents = list(given["parents"])
    return shown(file, email, parameters)


def update(
    account: Account,
    file_id: str,
    email: str,
    parameters: Parameters,
    given: dict[str, Any],
    media: tuple[str, bytes] | None = None,
) -> dict[str, Any]:
    """files.update: name, place, bin, and content."""
    file = writable(account, file_id, email)
    if media is not None:
        replace_content(file, media)
    if given.get("name"):
        file.name = given["name"]
        if file.book:
            file.book.properties = {**file.book.properties, "title": given["name"]}
    _set(file, given)
    added = [one for one in parameters.get("addParents", "").split(",") if one]
    removed = parameters.get("removeParents", "").split(",")
    file.parents = [
        parent for parent in file.parents if parent not in removed and parent not in added
    ] + added
    file.touch(email)
    return shown(file, email, parameters)


def replace_content(file: File, media: tuple[str, bytes]) -> None:
    """New content; a spreadsheet is read from it anew."""
    if file.book is None:
        file.content = media[1]
        return
    book = imported(media[0], media[1], file.name)
    book.id = file.id
    file.book = book


def delete(account: Account, file_id: str, email: str) -> None:
    """For good; only its owner may."""
    file = seen(account, file_id, email)
    if file.role(email) != "owner":
        message = "The user does not have sufficient permissions for this file."
        raise DriveError(403, "insufficientFilePermissions", message)
    del account.files[file_id]
    for other in [other for other in account.files.values() if file_id in other.parents]:
        del account.files[other.id]


def about(email: str, parameters: Parameters) -> dict[str, Any]:
    """about.get, which has to say which fields it wants."""
    if not parameters.get("fields"):
        message = "The 'fields' parameter is required for this method."
        raise DriveError(400, "required", message, "fields")
    whole = {
        "kind": "drive#about",
        "user": user(email, True),
        "storageQuota": {"limit": "16106127360", "usage": "0"},
    }
    return dict(field_masks.cut(mask(parameters["fields"], "About"), whole))
