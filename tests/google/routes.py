"""Which method an address means."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from . import drive_methods, sheets_methods
from .service import Answer, Request, Service

Handler = Callable[[Service, Request, dict[str, str]], Answer]
BOOK = r"/v4/spreadsheets/(?P<id>[^/:]+)"
VALUES = BOOK + r"/values"
FILE = r"/drive/v3/files/(?P<id>[^/]+)"
COMMENT = FILE + r"/comments/(?P<comment>[^/]+)"
PERMISSION = FILE + r"/permissions/(?P<permission>[^/]+)"

SHEETS = [
    ("POST", r"/v4/spreadsheets", "create"),
    ("GET", BOOK, "get"),
    ("POST", BOOK + ":batchUpdate", "batchUpdate"),
    ("POST", BOOK + ":getByDataFilter", "getByDataFilter"),
    ("GET", VALUES + ":batchGet", "values.batchGet"),
    ("POST", VALUES + ":batchUpdate", "values.batchUpdate"),
    ("POST", VALUES + ":batchClear", "values.batchClear"),
    ("POST", VALUES + ":batchGetByDataFilter", "values.batchGetByDataFilter"),
    ("POST", VALUES + ":batchUpdateByDataFilter", "values.batchUpdateByDataFilter"),
    ("POST", VALUES + ":batchClearByDataFilter", "values.batchClearByDataFilter"),
    ("POST", VALUES + r"/(?P<range>[^/]+):append", "values.append"),
    ("POST", VALUES + r"/(?P<range>[^/]+):clear", "values.clear"),
    ("GET", VALUES + r"/(?P<range>[^/]+)", "values.get"),
    ("PUT", VALUES + r"/(?P<range>[^/]+)", "values.update"),
    ("POST", BOOK + r"/sheets/(?P<sheet>[^/:]+):copyTo", "sheets.copyTo"),
    ("POST", BOOK + "/developerMetadata:search", "developerMetadata.search"),
    ("GET", BOOK + r"/developerMetadata/(?P<metadata>[^/:]+)", "developerMetadata.get"),
]
DRIVE = [
    ("GET", "/drive/v3/about", "about.get"),
    ("GET", "/drive/v3/files", "files.list"),
    ("POST", "/drive/v3/files", "files.create"),
    ("GET", "/drive/v3/files/generateIds", "files.generateIds"),
    ("GET", FILE, "files.get"),
    ("PATCH", FILE, "files.update"),
    ("DELETE", FILE, "files.delete"),
    ("POST", FILE + "/copy", "files.copy"),
    ("GET", FILE + "/export", "files.export"),
    ("GET", FILE + "/permissions", "permissions.list"),
    ("POST", FILE + "/permissions", "permissions.create"),
    ("GET", PERMISSION, "permissions.get"),
    ("PATCH", PERMISSION, "permissions.update"),
    ("DELETE", PERMISSION, "permissions.delete"),
    ("GET", FILE + "/comments", "comments.list"),
    ("POST", FILE + "/comments", "comments.create"),
    ("GET", COMMENT, "comments.get"),
    ("PATCH", COMMENT, "comments.update"),
    ("DELETE", COMMENT, "comments.delete"),
    ("GET", COMMENT + "/replies", "replies.list"),
    ("POST", COMMENT + "/replies", "replies.create"),
]
UPLOADS = [
    ("POST", "/upload/drive/v3/files"),
    ("PUT", "/upload/drive/v3/files"),
    ("PATCH", r"/upload/drive/v3/files/(?P<id>[^/]+)"),
    ("PUT", r"/upload/drive/v[23]/files/(?P<id>[^/]+)"),
]


def _sheets(name: str) -> Handler:
    return lambda service, request, parts: sheets_methods.answer(service, name, request, parts)


def _drive(name: str) -> Handler:
    return lambda service, request, parts: drive_methods.answer(service, name, request, parts)


def _table() -> list[tuple[str, re.Pattern[str], Handler]]:
    table = [(method, re.compile(path), _sheets(name)) for method, path, name in SHEETS]
    table += [(method, re.compile(path), _drive(name)) for method, path, name in DRIVE]
    return table + [(method, re.compile(path), drive_methods.upload) for method, path in UPLOADS]


TABLE = _table()


def handler(request: Request) -> Callable[[Service], Answer] | None:
    """The method that a request is for; None where there is none."""
    for method, pattern, found in TABLE:
        match = pattern.fullmatch(request.path) if method == request.method else None
        if match:
            return partial(found, request=request, parts=match.groupdict())  # type: ignore[call-arg]
    return None
