"""What tests may order over HTTP, below /__test__. The same things are methods of LocalSheets."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from . import changes
from .access_tokens import ANYBODY
from .drive.account import SPREADSHEET, File
from .drive.permissions import new_permission
from .errors import ServiceError
from .faults import Fault
from .new_books import free_id, new_book, new_sheet
from .service import Answer, Request, Service
from .writing_cells import put_value

PREFIX = "/__test__"
TRUNCATED = "X-Truncated"
ACCOUNTS = Path(__file__).with_name("accounts.json")
Rows = list[list[Any]]


def answer(service: Service, request: Request) -> Answer:
    """Does an order; what is wrong with it is said as text."""
    try:
        return Answer(_done(service, request.method, request.path.removeprefix(PREFIX), request.json or {}))
    except (KeyError, TypeError, ValueError, ServiceError) as wrong:
        return Answer({"error": f"{type(wrong).__name__}: {wrong}"}, 400)


def _done(service: Service, method: str, path: str, given: dict[str, Any]) -> Any:
    if method == "GET":
        return report(service)
    if path == "/faults":
        if method == "DELETE":
            service.faults.clear()
            return {}
        return asdict(service.faults.add(**given))
    if path == "/spreadsheets":
        file = create(service, given["title"], given.get("tabs", {}), given["owner"], given.get("share", {}))
        return {"spreadsheetId": file.id}
    if path == "/tokens/expire":
        service.tokens.expire()
        return {}
    if path == "":
        begin(service, str(given.get("name", "")))
        return {}
    raise ValueError(f"there is nothing at {PREFIX}{path}")


def report(service: Service) -> dict[str, Any]:
    """How much was asked, and of what."""
    with service.log_lock:
        log = list(service.log)
    return {
        "requests": len(log),
        "by": dict(Counter(f"{seen.method} {seen.status}" for seen in log)),
        "tokens": service.tokens.granted,
        "files": len(service.account.files),
        "faults": service.faults.shown(),
        "log": [asdict(seen) for seen in log[-1000:]],
    }


@cache
def _accounts() -> dict[str, list[dict[str, str]]]:
    with ACCOUNTS.open(encoding="utf-8") as file:
        return dict(json.load(file))


def begin(service: Service, name: str) -> None:
    """Starts afresh: an empty account, or the files that a recording of this name found in its own."""
    service.clear()
    if name in _accounts():
        old_files(service, "old")
        old_files(service, name)


def old_files(service: Service, name: str = "old") -> None:
    """Untouched spreadsheets from before, of the caller who shows no readable assertion."""
    for known in _accounts().get(name, []):
        book = new_book(known["name"])
        book.id = known["id"]
        book.sheets.append(new_sheet({}, 0, "Sheet1", 0))
        file = service.account.add(known["name"], SPREADSHEET, ANYBODY, book)
        file.created = dt.datetime.fromisoformat(known["createdTime"])
        file.modified = dt.datetime.fromisoformat(known["modifiedTime"])


def create(service: Service, title: str, tabs: dict[str, Rows], owner: str, share: dict[str, str]) -> File:
    """A spreadsheet with tabs of plain values, shared with {address: role}."""
    book = new_book(title)
    for index, (name, rows) in enumerate((tabs or {"Sheet1": []}).items()):
        grid = {"rowCount": max(1000, len(rows)), "columnCount": max(26, *map(len, rows), 0)}
        sheet = new_sheet({"gridProperties": grid}, free_id(book) if index else 0, name, index)
        book.sheets.append(sheet)
        for row, line in enumerate(rows):
            for column, value in enumerate(line):
                if value is not None:
                    put_value(book, sheet, row, column, value, {"valueInputOption": "RAW"})
    with service.account.lock:
        file = service.account.add(title, SPREADSHEET, owner, book)
        for email, role in share.items():
            file.permissions.append(permission(email, role))
    return file


def permission(email: str, role: str) -> dict[str, Any]:
    """A permission for an address, or for `anyone` who has the link."""
    kind = "anyone" if email == "anyone" else "user"
    return new_permission(kind, role, {"emailAddress": email})


def change(
    service: Service, file_id: str, requests: list[dict[str, Any]], email: str = ""
) -> list[dict[str, Any]]:
    """A batch of requests in the owner's name, or somebody's, without a way over HTTP."""
    with service.account.lock:
        file = service.account.files[file_id]
        by = email or file.owner
        with service.account.changing(file, by) as book:
            return changes.apply(book, requests, by, file.owner)


def delete_tab(service: Service, file_id: str, tab: str) -> None:
    """Somebody deletes a tab."""
    change(service, file_id, [{"deleteSheet": {"sheetId": sheet_id(service, file_id, tab)}}])


def protect_tab(service: Service, file_id: str, tab: str) -> None:
    """The owner protects a tab from everybody else."""
    place = {"range": {"sheetId": sheet_id(service, file_id, tab)}, "editors": {"users": []}}
    change(service, file_id, [{"addProtectedRange": {"protectedRange": place}}])


def sheet_id(service: Service, file_id: str, tab: str) -> int:
    book = service.account.files[file_id].book
    sheet = book.titled(tab) if book else None
    if sheet is None:
        raise ValueError(f"the spreadsheet has no tab {tab!r}")
    return sheet.id


def happen(service: Service, fault: Fault, request: Request) -> None:
    """The faults that are something happening, not an answer."""
    if fault.kind == "expire":
        service.tokens.expire()
        return
    match = re.search(r"/(?:spreadsheets|files)/([^/:]+)", request.path)
    if match is None:
        return
    if fault.kind == "delete_tab":
        delete_tab(service, match[1], fault.tab)
    elif fault.kind == "protect_tab":
        protect_tab(service, match[1], fault.tab)
    elif fault.kind == "delete_file":
        with service.account.lock:
            service.account.files.pop(match[1], None)
