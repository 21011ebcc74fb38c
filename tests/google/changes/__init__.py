"""spreadsheets.batchUpdate: every request in its order, all of them or none."""

from __future__ import annotations

from typing import Any

from ..book import Book
from ..errors import ApiError, Refusal, invalid
from . import (  # noqa: F401 - importing them registers their kinds
    arranging,
    borders,
    cells,
    dimensions,
    duplicates,
    filters,
    finding,
    formats,
    groups,
    merges,
    metadata,
    named,
    objects,
    pasting,
    protecting,
    series,
    sheets,
)
from .registry import KINDS, Edit

UNDONE = "This kind of request isn't part of the local server."


def apply(book: Book, requests: list[dict[str, Any]], email: str, owner: str) -> list[dict[str, Any]]:
    """Changes the book, a copy that is thrown away if this raises; returns the replies."""
    if not requests:
        raise invalid("Must specify at least one request.")
    edit = Edit(book, email, owner)
    return [_reply(edit, place, request) for place, request in enumerate(requests)]


def _reply(edit: Edit, place: int, request: dict[str, Any]) -> dict[str, Any]:
    if not request:
        raise invalid(f"Invalid requests[{place}]: No request set.")
    kind, given = next(iter(request.items()))
    done = KINDS.get(kind)
    if done is None:
        raise ApiError(501, f"Invalid requests[{place}].{kind}: {UNDONE}")
    try:
        answer = done(edit, given)
    except Refusal as refusal:
        raise invalid(f"Invalid requests[{place}].{kind}: {refusal}") from None
    edit.book.edited()
    return {} if answer is None else {kind: answer}
