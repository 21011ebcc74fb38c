"""Content that comes with a request: plain, in parts with its description, or afterwards (resumable)."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field
from email import message_from_bytes
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
    message = message_from_bytes(
        b"Content-Type: " + content_type.encode() + b"\r\nMIME-Version: 1.0\r\n\r\n" + body
    )
    parts = message.get_payload()
    if not isinstance(parts, list) or len(parts) != 2:
        raise DriveError(400, "badContent", "Malformed multipart body.")
    given = json.loads(parts[0].get_payload(decode=True) or b"{}")  # type: ignore[union-attr, arg-type]
    content = parts[1].get_payload(decode=True)  # type: ignore[union-attr]
    return given, (parts[1].get_content_type(), content if isinstance(content, bytes) else b"")  # type: ignore[union-attr]
