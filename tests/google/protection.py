"""Who may edit which cells."""

from __future__ import annotations

from typing import Any

from . import areas
from .areas import Area
from .book import Book, Sheet
from .errors import Refusal

REFUSED = (
    "You are trying to edit a protected cell or object. "
    "Please contact the spreadsheet owner to remove protection if you need to edit."
)


def may_edit(item: dict[str, Any], email: str) -> bool:
    """Whether somebody may edit a protected range."""
    users = [user.lower() for user in item.get("editors", {}).get("users", [])]
    return bool(item.get("warningOnly")) or email.lower() in users


def refuse_protected(book: Book, area: Area, email: str) -> None:
    """Raises when an area touches a range that is protected from this person."""
    for item in area.sheet.parts.get("protectedRanges", []):
        if not may_edit(item, email) and _touched(book, item, area):
            raise Refusal(REFUSED)


def refuse_protected_sheet(book: Book, sheet: Sheet, email: str) -> None:
    """Raises when anything on a sheet is protected from this person."""
    refuse_protected(book, Area(sheet), email)


def _touched(book: Book, item: dict[str, Any], area: Area) -> bool:
    own = _own(book, item)
    if own is None or not _meet(own, area):
        return False
    free = [areas.of_grid_range(book, given) for given in item.get("unprotectedRanges", [])]
    return not any(_within(area, one) for one in free)


def _own(book: Book, item: dict[str, Any]) -> Area | None:
    if "namedRangeId" in item:
        named = [one for one in book.named_ranges if one["namedRangeId"] == item["namedRangeId"]]
        return areas.of_grid_range(book, named[0]["range"]) if named else None
    return areas.of_grid_range(book, item.get("range", {}))


def _meet(one: Area, two: Area) -> bool:
    rows = one.top < two.end_row and two.top < one.end_row
    return one.sheet is two.sheet and rows and one.left < two.end_column and two.left < one.end_column


def _within(one: Area, two: Area) -> bool:
    rows = two.top <= one.top and one.end_row <= two.end_row
    return one.sheet is two.sheet and rows and two.left <= one.left and one.end_column <= two.end_column
