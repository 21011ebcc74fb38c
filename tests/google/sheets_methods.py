"""The methods of the Sheets API: from a request to its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from . import (
    appending_values,
    changes,
    clearing_values,
    description,
    field_masks,
    parameters,
    payload,
    presenting,
    reading_values,
)
from . import writing_values as writing
from .access_tokens import DRIVE, DRIVE_FILE, DRIVE_READ, FEEDS, SHEETS, SHEETS_READ
from .areas import Area
from .book import Book
from .changes import metadata
from .changes.duplicates import copied_sheet, copy_title
from .changes.sheets import place
from .creating import made
from .drive.account import SPREADSHEET, File
from .errors import ApiError, Refusal, invalid, not_found
from .filters_of_data import matching
from .new_books import free_id
from .service import Answer, Request, Service
from .tidy import tidy

READ = {SHEETS, SHEETS_READ, DRIVE, DRIVE_FILE, DRIVE_READ, FEEDS}
WRITE = {SHEETS, DRIVE, DRIVE_FILE, FEEDS}
Parts = dict[str, str]
Method = Callable[["Call"], dict[str, Any]]


class Call:
    """One call: its method, who makes it, its parameters and body."""

    def __init__(self, service: Service, name: str, request: Request, parts: Parts) -> None:
        self.service, self.name, self.request = service, "sheets.spreadsheets." + name, request
        self.parts = {key: unquote(part) for key, part in parts.items() if part is not None}
        self.caller = service.caller(request)
        self.caller.require(WRITE if self.writes() else READ)
        self.email = self.caller.email
        self.parameters = parameters.read(self.name, request.query)
        self.body = payload.read(self.name, _json(request)) if self.method().get("request") else {}

    def method(self) -> dict[str, Any]:
        return description.method(self.name)

    def writes(self) -> bool:
        reading = ("get", "batchGet", "getByDataFilter", "batchGetByDataFilter", "search")
        return self.name.rpartition(".")[2] not in reading

    def file(self) -> File:
        return self.service.account.spreadsheet(self.parts["id"], self.email, self.writes())

    def book(self) -> Book:
        book = self.file().book
        assert book is not None
        return book

    def mask(self) -> field_masks.Tree | None:
        """The `fields` parameter, None where there is none."""
        if not self.parameters.get("fields", "").strip():
            return None
        return field_masks.checked(self.parameters["fields"], "sheets", self.method()["response"])


def _json(request: Request) -> Any:
    try:
        return request.json
    except ValueError:
        raise invalid(
            "Invalid JSON payload received. Unexpected token.\n"
            + request.body[:40].decode("utf-8", "replace")
        ) from None


def answer(service: Service, name: str, request: Request, parts: Parts) -> Answer:
    """Does a call; nobody else changes anything meanwhile."""
    with service.account.lock:
        call = Call(service, name, request, parts)
        mask = call.mask()
        value = METHODS[name](call)
        if mask is not None and name not in ("get", "getByDataFilter"):
            value = field_masks.cut(mask, value)
    return Answer(value)


def _create(call: Call) -> dict[str, Any]:
    body = call.body
    try:
        book = made(body)
    except Refusal as refusal:
        raise invalid(f"Invalid spreadsheet: {refusal}") from None
    call.service.account.add(book.title, SPREADSHEET, call.email, book)
    with_grid = any("data" in sheet for sheet in body.get("sheets", []))
    return presenting.spreadsheet(book, call.email, with_grid=with_grid)


def _get(call: Call) -> dict[str, Any]:
    book = call.book()
    spans = [_span(book, text) for text in call.parameters.get("ranges", [])]
    return presenting.spreadsheet(
        book, call.email, spans, bool(call.parameters.get("includeGridData")), call.mask()
    )


def _span(book: Book, text: str) -> Area:
    return reading_values.range_of(book, text)


def _get_by_filter(call: Call) -> dict[str, Any]:
    book = call.book()
    spans = [area for data_filter in call.body.get("dataFilters", []) for area in matching(book, data_filter)]
    with_grid = bool(call.body.get("includeGridData"))
    return presenting.spreadsheet(book, call.email, spans, with_grid, call.mask())


def _batch_update(call: Call) -> dict[str, Any]:
    file = call.file()
    with call.service.account.changing(file, call.email) as book:
        replies = changes.apply(book, call.body.get("requests", []), call.email, file.owner)
        out: dict[str, Any] = {"spreadsheetId": book.id, "replies": replies}
        if call.body.get("includeSpreadsheetInResponse"):
            spans = [_span(book, text) for text in call.body.get("responseRanges", [])]
            with_grid = bool(call.body.get("responseIncludeGridData"))
            below = (call.mask() or {}).get("updatedSpreadsheet")
            out["updatedSpreadsheet"] = presenting.spreadsheet(
                book, call.email, spans, with_grid, below or None
            )
    return out


def _values_get(call: Call) -> dict[str, Any]:
    return reading_values.get(call.book(), call.parts["range"], call.parameters)


def _batch_get(call: Call) -> dict[str, Any]:
    return reading_values.batch_get(call.book(), call.parameters.get("ranges", []), call.parameters)


def _writing(call: Call, write: Callable[[Book], dict[str, Any]]) -> dict[str, Any]:
    with call.service.account.changing(call.file(), call.email) as book:
        return write(book)


def _update(call: Call) -> dict[str, Any]:
    text, body, options = call.parts["range"], call.body, call.parameters
    return _writing(call, lambda book: writing.update(book, text, body, options, call.email))


def _append(call: Call) -> dict[str, Any]:
    text, body, options = call.parts["range"], call.body, call.parameters
    return _writing(call, lambda book: appending_values.append(book, text, body, options, call.email))


def _clear(call: Call) -> dict[str, Any]:
    return _writing(call, lambda book: clearing_values.clear(book, call.parts["range"], call.email))


def _copy_to(call: Call) -> dict[str, Any]:
    """sheets.copyTo: the copy is the last sheet of the other spreadsheet."""
    source_book = call.book()
    number = call.parts["sheet"]
    target = call.service.account.spreadsheet(call.body.get("destinationSpreadsheetId", ""), call.email, True)
    try:
        source = source_book.sheet(int(number))
    except (Refusal, ValueError):
        raise ApiError(400, f"The sheet ({number}) does not exist.") from None
    with call.service.account.changing(target, call.email) as book:
        sheet = copied_sheet(book, source, free_id(book), copy_title(book, source.title))
        place(book, sheet, len(book.sheets))
    return tidy("SheetProperties", sheet.properties)


def _metadata_get(call: Call) -> dict[str, Any]:
    if not call.parts["metadata"].isdigit():
        raise not_found()
    return metadata.get(call.book(), int(call.parts["metadata"]))


METHODS: dict[str, Method] = {
    "create": _create,
    "get": _get,
    "getByDataFilter": _get_by_filter,
    "batchUpdate": _batch_update,
    "values.get": _values_get,
    "values.batchGet": _batch_get,
    "values.batchGetByDataFilter": lambda call: reading_values.batch_get_by_filter(call.book(), call.body),
    "values.update": _update,
    "values.append": _append,
    "values.clear": _clear,
    "values.batchUpdate": lambda call: _writing(
        call, lambda book: writing.batch_update(book, call.body, call.email)
    ),
    "values.batchUpdateByDataFilter": lambda call: _writing(
        call, lambda book: writing.batch_update_by_filter(book, call.body, call.email)
    ),
    "values.batchClear": lambda call: _writing(
        call, lambda book: clearing_values.batch_clear(book, call.body.get("ranges", []), call.email)
    ),
    "values.batchClearByDataFilter": lambda call: _writing(
        call,
        lambda book: clearing_values.batch_clear_by_filter(
            book, call.body.get("dataFilters", []), call.email
        ),
    ),
    "sheets.copyTo": _copy_to,
    "developerMetadata.get": _metadata_get,
    "developerMetadata.search": lambda call: metadata.search(call.book(), call.body.get("dataFilters", [])),
}
