"""The methods of the Drive API: from a request to its answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from . import parameters
from .access_tokens import DRIVE, DRIVE_FILE, DRIVE_META, DRIVE_READ, FEEDS
from .drive import comments, files, listing, permissions
from .drive.account import new_file_id
from .drive.exports import exported
from .drive.resource import version_two
from .drive.uploads import Media, Session, in_parts
from .errors import DriveError
from .service import Answer, Request, Service

READ = {DRIVE, DRIVE_FILE, DRIVE_READ, DRIVE_META, FEEDS}
WRITE = {DRIVE, DRIVE_FILE, FEEDS}
Parts = dict[str, str]


class Call:
    """One call."""

    def __init__(self, service: Service, name: str, request: Request, parts: Parts) -> None:
        self.service, self.request = service, request
        self.parts = {key: unquote(part) for key, part in parts.items() if part is not None}
        self.account, self.caller = service.account, service.caller(request)
        self.caller.require(READ if request.method == "GET" else WRITE)
        self.email = self.caller.email
        self.parameters = parameters.read("drive." + name, request.query)

    @property
    def id(self) -> str:
        return self.parts["id"]

    def given(self) -> dict[str, Any]:
        """The body without its nulls."""
        if not self.request.body.strip():
            return {}
        try:
            found = self.request.json
        except ValueError:
            raise DriveError(400, "parseError", "Parse Error") from None
        return {name: value for name, value in dict(found).items() if value is not None}

    def media(self) -> tuple[dict[str, Any], Media | None]:
        """The description and the content of an upload; after a resumable one begins there is no content."""
        kind = self.request.headers.get("content-type", "application/octet-stream")
        if self.parameters.get("uploadType") == "multipart":
            return in_parts(kind, self.request.body)
        if self.parameters.get("uploadType") == "resumable":
            return self.given(), None
        return {}, (kind, self.request.body)


def answer(service: Service, name: str, request: Request, parts: Parts) -> Answer:
    """Does a call; nobody else changes anything meanwhile."""
    with service.account.lock:
        found = METHODS[name](Call(service, name, request, parts))
    return found if isinstance(found, Answer) else Answer(found)


NOTHING = Answer(status=204, content=b"", headers={"Content-Type": "text/html"})


def _deleted(delete: Callable[..., None], *given: Any) -> Answer:
    delete(*given)
    return NOTHING


def _get(call: Call) -> Any:
    if call.parameters.get("alt") == "media":
        file = files.seen(call.account, call.id, call.email)
        if file.book is not None:
            message = "Only files with binary content can be downloaded. Use Export with Docs Editors files."
            raise DriveError(403, "fileNotDownloadable", message, "alt")
        return Answer(content=file.content, headers={"Content-Type": file.mime_type})
    return files.get(call.account, call.id, call.email, call.parameters)


def _export(call: Call) -> Answer:
    mime_type = call.parameters.get("mimeType")
    if not mime_type:
        raise DriveError(400, "required", "Required parameter: mimeType", "mimeType")
    file = files.seen(call.account, call.id, call.email)
    if file.book is None:
        raise DriveError(403, "fileNotExportable", "Export only supports Docs Editors files.")
    content = exported(file.book, mime_type)
    return Answer(content=content, headers={"Content-Type": mime_type, "Content-Disposition": "attachment"})


def upload(service: Service, request: Request, parts: Parts) -> Answer:
    """A new file, or new content, by one of the three ways of uploading."""
    with service.account.lock:
        name = "files.update" if parts.get("id") else "files.create"
        call = Call(service, name, request, parts)
        upload_id = dict(part.partition("=")[::2] for part in request.query.split("&")).get("upload_id")
        if upload_id:
            return _received(call, upload_id)
        given, media = call.media()
        if media is None:
            return _begun(call, given)
        return Answer(_stored(call, call.parts.get("id", ""), call.parameters, given, media))


def _begun(call: Call, given: dict[str, Any]) -> Answer:
    kind = call.request.headers.get("x-upload-content-type", "application/octet-stream")
    session = Session(call.parts.get("id", ""), given, kind, call.parameters)
    upload_id = call.service.uploads.begin(session)
    base = call.service.address + call.request.path
    return Answer(content=b"", headers={"Location": f"{base}?uploadType=resumable&upload_id={upload_id}"})


def _received(call: Call, upload_id: str) -> Answer:
    content_range = call.request.headers.get("content-range", "")
    found = call.service.uploads.receive(upload_id, call.request.body, content_range)
    if isinstance(found, int):
        return Answer(status=308, content=b"", headers={"Range": f"bytes=0-{found - 1}"} if found else {})
    media = (found.mime_type, bytes(found.content))
    return Answer(_stored(call, found.file_id, found.parameters, found.given, media))


def _stored(
    call: Call, file_id: str, asked: dict[str, Any], given: dict[str, Any], media: Media
) -> dict[str, Any]:
    if not file_id:
        return files.create(call.account, call.email, asked, given, media)
    if call.request.path.startswith("/upload/drive/v2/"):
        given = given | ({"name": given["title"]} if "title" in given else {})
        files.update(call.account, file_id, call.email, {}, given, media)
        return version_two(call.account.files[file_id], call.email)
    return files.update(call.account, file_id, call.email, asked, given, media)


def _ids(call: Call) -> dict[str, Any]:
    count = int(call.parameters.get("count", 10))
    return {"kind": "drive#generatedIds", "space": "drive", "ids": [new_file_id() for _ in range(count)]}


METHODS: dict[str, Callable[[Call], Any]] = {
    "about.get": lambda call: files.about(call.email, call.parameters),
    "files.generateIds": _ids,
    "files.list": lambda call: listing.listed(call.account, call.email, call.parameters),
    "files.create": lambda call: files.create(call.account, call.email, call.parameters, call.given()),
    "files.get": _get,
    "files.export": _export,
    "files.copy": lambda call: files.copy(call.account, call.id, call.email, call.parameters, call.given()),
    "files.update": lambda call: files.update(
        call.account, call.id, call.email, call.parameters, call.given()
    ),
    "files.delete": lambda call: _deleted(files.delete, call.account, call.id, call.email),
    "permissions.list": lambda call: permissions.listed(call.account, call.id, call.email, call.parameters),
    "permissions.create": lambda call: permissions.create(
        call.account, call.id, call.email, call.parameters, call.given()
    ),
    "permissions.get": lambda call: permissions.get(
        call.account, call.id, call.parts["permission"], call.email, call.parameters
    ),
    "permissions.update": lambda call: permissions.update(
        call.account, call.id, call.parts["permission"], call.email, call.parameters, call.given()
    ),
    "permissions.delete": lambda call: _deleted(
        permissions.delete, call.account, call.id, call.parts["permission"], call.email
    ),
    "comments.list": lambda call: comments.listed(call.account, call.id, call.email, call.parameters),
    "comments.create": lambda call: comments.create(
        call.account, call.id, call.email, call.parameters, call.given()
    ),
    "comments.get": lambda call: comments.get(
        call.account, call.id, call.parts["comment"], call.email, call.parameters
    ),
    "comments.update": lambda call: comments.update(
        call.account, call.id, call.parts["comment"], call.email, call.parameters, call.given()
    ),
    "comments.delete": lambda call: _deleted(
        comments.delete, call.account, call.id, call.parts["comment"], call.email
    ),
    "replies.list": lambda call: comments.replies(
        call.account, call.id, call.parts["comment"], call.email, call.parameters
    ),
    "replies.create": lambda call: comments.reply(
        call.account, call.id, call.parts["comment"], call.email, call.parameters, call.given()
    ),
}
