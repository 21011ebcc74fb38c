"""Everybody's files: what is stored, who may see it, and a lock that lets one request change it at a time."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from ..book import Book
from ..errors import forbidden, no_spreadsheet, not_found

SPREADSHEET = "application/vnd.google-apps.spreadsheet"
FOLDER = "application/vnd.google-apps.folder"
ROLES = ("reader", "commenter", "writer", "fileOrganizer", "organizer", "owner")


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def stamp(moment: dt.datetime) -> str:
    """`2023-07-25T15:45:37.677Z`"""
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def new_file_id() -> str:
    """44 letters, the first a 1, like the ids of spreadsheets."""
    return "1" + secrets.token_urlsafe(33)[:43]


def permission_id(email: str) -> str:
    """The id that an address has in every file's permissions."""
    return str(int.from_bytes(hashlib.sha256(email.lower().encode()).digest()[:8], "big")).zfill(20)[:20]


@dataclass(slots=True)
class File:
    """A file; `book` where it is a spreadsheet, `content` where it is something else."""

    id: str
    name: str
    mime_type: str
    owner: str
    created: dt.datetime
    modified: dt.datetime
    modified_by: str = ""
    parents: list[str] = field(default_factory=list)
    permissions: list[dict[str, Any]] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    said: dict[str, Any] = field(default_factory=dict)  # description, starred, properties, ...
    trashed: bool = False
    version: int = 1
    book: Book | None = None
    content: bytes = b""

    def touch(self, by: str) -> None:
        """It was changed just now."""
        self.modified = max(now(), self.modified + dt.timedelta(milliseconds=1))
        self.modified_by = by
        self.version += 1

    def role(self, email: str) -> str | None:
        """What somebody may do: the strongest of the permissions that hold for them."""
        found = [
            permission["role"]
            for permission in self.permissions
            if permission["type"] == "anyone"
            or (
                permission["type"] in ("user", "group")
                and permission["emailAddress"].lower() == email.lower()
            )
            or (permission["type"] == "domain" and email.lower().endswith("@" + permission["domain"].lower()))
        ]
        return max(found, key=ROLES.index, default=None)

    def may_write(self, email: str) -> bool:
        return self.role(email) in ("writer", "owner", "organizer", "fileOrganizer")


def owner_permission(email: str) -> dict[str, Any]:
    return {
        "kind": "drive#permission",
        "id": permission_id(email),
        "type": "user",
        "emailAddress": email,
        "role": "owner",
        "displayName": email.split("@")[0],
        "deleted": False,
        "pendingOwner": False,
    }


class Account:
    """All files that the server knows."""

    def __init__(self) -> None:
        self.files: dict[str, File] = {}
        self.lock = threading.RLock()

    def add(self, name: str, mime_type: str, owner: str, book: Book | None = None) -> File:
        """A new file, seen by its owner alone."""
        moment = now()
        file_id = book.id if book else new_file_id()
        file = File(
            file_id, name, mime_type, owner, moment, moment, owner, ["root-" + permission_id(owner)[:8]]
        )
        file.permissions.append(owner_permission(owner))
        file.book = book
        self.files[file_id] = file
        return file

    def seen_by(self, email: str) -> list[File]:
        """Their files, the last changed first. What `anyone` may open isn't listed."""
        own = [file for file in self.files.values() if any(_names(p, email) for p in file.permissions)]
        return sorted(own, key=lambda file: file.modified, reverse=True)

    def spreadsheet(self, file_id: str, email: str, to_write: bool = False) -> File:
        """A spreadsheet that somebody may read, or write."""
        file = self.files.get(file_id)
        if file is None:
            raise not_found()
        if file.role(email) is None or (to_write and not file.may_write(email)):
            raise forbidden()
        if file.book is None:
            raise no_spreadsheet()
        return file

    @contextmanager
    def changing(self, file: File, by: str) -> Iterator[Book]:
        """A copy of the file's book to change; it takes the book's place only if nothing went wrong."""
        assert file.book is not None
        book = file.book.copy()
        yield book
        file.book = book
        file.name = book.title
        file.touch(by)


def _names(permission: dict[str, Any], email: str) -> bool:
    return str(permission.get("emailAddress", "")).lower() == email.lower()
