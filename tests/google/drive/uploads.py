"""Content that comes with a request: plain, in parts with its description, or afterwards (resumable)."""

from __future__ import annotations

import base64
import json
import re
import secrets
from dataclasses import dataclass, field
from typing import Any

from ..errors import DriveError

Media = tuple[str, bytes]


@dataclass(slots=True)
class Session:
    """A resumable upload: what it will make, and what has arrived."""

    file_id: str
    given: dict[str, Any]
    mime_type: str
    parameters: dict[str, Any]
    content: bytearray = field(default_factory=bytearray)


class Sessions:
    """The uploads that aren't complete."""

    def __init__(self) -> None:
        self.open: dict[str, Session] = {}

    def begin(self, session: Session) -> str:
        upload_id = secrets.token_urlsafe(16)
        self.open[upload_id] = session
        return upload_id

    def receive(self, upload_id: str, content: bytes, content_range: str) -> Session | int:
        """The session when all is there, else how much has arrived."""
        session = self.open.get(upload_id)
        if session is None:
            raise DriveError(404, "notFound", "Upload not found.")
        session.content += content
        total = content_range.rpartition("/")[2]
        if content_range and (total == "*" or len(session.content) < int(total)):
            return len(session.content)
        return self.open.pop(upload_id)


def in_parts(content_type: str, body: bytes) -> tuple[dict[str, Any], Media]:
    """(description, content) of a multipart/related body."""
    match = re.search(r'boundary="?([^";]+)"?', content_type)
    parts = [] if match is None else _parts(body, b"--" + match[1].encode())
    if len(parts) != 2:
        raise DriveError(400, "badContent", "Malformed multipart body.")
    (_, description), (mime_type, content) = parts
    return json.loads(description or b"{}"), (mime_type, content)


def _parts(body: bytes, border: bytes) -> list[Media]:
    """(type, content) of each part, the content to the byte."""
    found = []
    for piece in (b"\r\n" + body.replace(b"\n" + border, b"\r\n" + border)).split(b"\r\n" + border)[1:-1]:
        head, content = re.split(rb"\r?\n\r?\n", piece, maxsplit=1)
        kind = re.search(rb"(?im)^content-type:\s*([^\r\n;]+)", head)
        coded = re.search(rb"(?im)^content-transfer-encoding:\s*base64", head)
        content = base64.b64decode(content) if coded else content.removesuffix(b"\r")
        found.append((kind[1].decode() if kind else "application/octet-stream", content))
    return found
