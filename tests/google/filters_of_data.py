"""Data filters: ranges by A1 notation, by grid range, or by the developer metadata on them."""

from __future__ import annotations

from typing import Any

from . import areas
from .areas import Area
from .book import Book
from .errors import Refusal, invalid

Found = dict[str, Any]


def matching(book: Book, data_filter: Found) -> list[Area]:
    """The areas that a filter means."""
    try:
        if "a1Range" in data_filter:
            found = [areas.parse(book, data_filter["a1Range"])]
        elif "gridRange" in data_filter:
            found = [areas.of_grid_range(book, data_filter["gridRange"])]
        else:
            looked_up = metadata_matching(book, data_filter)
            found = [area for item in looked_up if (area := area_of(book, item["location"])) is not None]
        for area in found:
            area.refuse_outside()
    except Refusal as refusal:
        raise invalid(str(refusal)) from None
    return found


def metadata_matching(book: Book, data_filter: Found) -> list[Found]:
    """The developer metadata that a filter means: by lookup, or everything that lies in a range."""
    if "developerMetadataLookup" in data_filter:
        lookup = data_filter["developerMetadataLookup"]
        return [item for _, item in book.all_metadata() if _fits(book, item, lookup)]
    if "a1Range" in data_filter:
        area = areas.parse(book, data_filter["a1Range"])
    else:
        area = areas.of_grid_range(book, data_filter.get("gridRange", {}))
    return [item for _, item in book.all_metadata() if _touches(book, item, area)]


def _fits(book: Book, item: Found, lookup: Found) -> bool:
    for name in ("metadataId", "metadataKey", "metadataValue", "visibility"):
        if name in lookup and item.get(name) != lookup[name]:
            return False
    location = item["location"]
    if "locationType" in lookup and location.get("locationType") != lookup["locationType"]:
        return False
    if "metadataLocation" not in lookup:
        return True
    if lookup.get("locationMatchingStrategy") == "INTERSECTING_LOCATION":
        wanted = area_of(book, lookup["metadataLocation"])
        return wanted is None or _touches(book, item, wanted)
    return _plain(location) == _plain(lookup["metadataLocation"])


def _plain(location: Found) -> Found:
    """A location without its type, so that it can be compared."""
    if "dimensionRange" in location:
        return {"sheetId": 0, **location["dimensionRange"]}
    return {"spreadsheet": True} if location.get("spreadsheet") else {"sheet": location.get("sheetId", 0)}


def area_of(book: Book, location: Found) -> Area | None:
    """The cells of a metadata's place; None for the whole spreadsheet."""
    if location.get("spreadsheet"):
        return None
    if "dimensionRange" not in location:
        return Area(book.sheet(int(location.get("sheetId", 0))))
    given = location["dimensionRange"]
    sheet = book.sheet(int(given.get("sheetId", 0)))
    start, end = int(given.get("startIndex", 0)), given.get("endIndex")
    if given.get("dimension") == "COLUMNS":
        return Area(sheet, left=start, right=end)
    return Area(sheet, top=start, bottom=end)


def _touches(book: Book, item: Found, area: Area) -> bool:
    own = area_of(book, item["location"])
    if own is None or own.sheet is not area.sheet:
        return False
    rows = own.top < area.end_row and area.top < own.end_row
    return rows and own.left < area.end_column and area.left < own.end_column
