"""The kinds of request that a batchUpdate can hold, each with the function that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .. import areas, field_masks
from ..areas import Area
from ..book import Book, Sheet
from ..errors import Refusal
from ..protection import refuse_protected

Given = dict[str, Any]
NO_FIELDS = "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)"


@dataclass(slots=True)
class Edit:
    """A batch being applied: to a copy of the book, in somebody's name."""

    book: Book
    email: str
    owner: str = ""
    made: set[int] = field(default_factory=set)

    def sheet(self, sheet_id: int | None) -> Sheet:
        return self.book.sheet(int(sheet_id or 0))

    def grid(self, given: Given | None) -> Sheet:
        """The sheet that a range is on, where it has to have cells."""
        return self.book.sheet(int((given or {}).get("sheetId", 0)), "grid")

    def area(self, given: Given | None) -> Area:
        """A range that may be edited by this person."""
        area = areas.inside(self.book, given or {})
        refuse_protected(self.book, area, self.email)
        return area

    def seen(self, given: Given | None) -> Area:
        """A range that is only read."""
        return areas.inside(self.book, given or {})


Change = Callable[[Edit, Given], Given | None]
KINDS: dict[str, Change] = {}


def change(kind: str) -> Callable[[Change], Change]:
    """Registers the function that does a kind of request; it returns what the reply holds."""

    def register(function: Change) -> Change:
        KINDS[kind] = function
        return function

    return register


def fields_of(given: Given, message: str) -> list[tuple[str, ...]]:
    """The paths of a request's `fields`."""
    text = given.get("fields", "")
    if not text.strip():
        raise Refusal(NO_FIELDS)
    try:
        return field_masks.paths(text, message)
    except field_masks.BadMask as wrong:
        raise Refusal(f"Invalid field: {wrong}") from None


def find(items: list[Given], key: str, wanted: Any, what: str) -> Given:
    """The item with an id, or a Refusal that there is none."""
    for item in items:
        if item.get(key) == wanted:
            return item
    raise Refusal(what.format(wanted))


def replace(items: list[Given], old: Given, new: Given) -> None:
    items[next(at for at, item in enumerate(items) if item is old)] = new
