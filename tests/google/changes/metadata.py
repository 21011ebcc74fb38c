"""Developer metadata: on the spreadsheet, a sheet, a row or a column."""

from __future__ import annotations

from typing import Any

from .. import field_masks
from ..book import new_id
from ..errors import ApiError, Refusal
from ..filters_of_data import metadata_matching
from ..tidy import tidy
from .registry import Edit, Given, change, fields_of

SIZE_LIMIT = 30_000


def _located(edit: Edit, location: Given) -> Given:
    """A place with its type said; raises where it is no place for metadata."""
    kinds = [name for name in ("spreadsheet", "sheetId", "dimensionRange") if name in location]
    if len(kinds) != 1:
        raise Refusal(
            "Exactly one of spreadsheet, sheetId and dimensionRange must be set in a metadata location."
        )
    if kinds == ["spreadsheet"]:
        return {"locationType": "SPREADSHEET", "spreadsheet": True}
    if kinds == ["sheetId"]:
        edit.sheet(location["sheetId"])
        return {"locationType": "SHEET", "sheetId": location["sheetId"]}
    place = location["dimensionRange"]
    sheet = edit.grid(place)
    if place.get("dimension") not in ("ROWS", "COLUMNS"):
        raise Refusal("No dimension specified.")
    rows = place["dimension"] == "ROWS"
    start, end = place.get("startIndex", 0), place.get("endIndex")
    if end is None or end - start != 1:
        raise Refusal("Developer metadata can only be associated with a single row or column.")
    if end > (sheet.row_count if rows else sheet.column_count):
        raise Refusal(f"The {'row' if rows else 'column'} {start} doesn't exist.")
    return {"locationType": "ROW" if rows else "COLUMN", "dimensionRange": {"sheetId": sheet.id, **place}}


def _holder(edit: Edit, location: Given) -> list[Given]:
    """The list in which metadata of a place is kept."""
    if location["locationType"] == "SPREADSHEET":
        return edit.book.metadata
    if location["locationType"] == "SHEET":
        return edit.sheet(location["sheetId"]).listed("developerMetadata")
    place = location["dimensionRange"]
    sheet = edit.grid(place)
    lines = sheet.rows if place["dimension"] == "ROWS" else sheet.columns
    line = lines.setdefault(place.get("startIndex", 0), {})
    return line.setdefault("developerMetadata", [])  # type: ignore[no-any-return]


@change("createDeveloperMetadata")
def create(edit: Edit, given: Given) -> Given:
    item = dict(given.get("developerMetadata", {}))
    if not item.get("metadataKey"):
        raise Refusal("DeveloperMetadata.metadataKey is required.")
    if item.get("visibility", "DEVELOPER_METADATA_VISIBILITY_UNSPECIFIED").endswith("UNSPECIFIED"):
        raise Refusal("DeveloperMetadata.visibility is required.")
    taken = {one["metadataId"] for _, one in edit.book.all_metadata()}
    if item.get("metadataId") in taken:
        raise Refusal(f"Developer metadata with id {item['metadataId']} already exists.")
    item.setdefault("metadataId", new_id(taken))
    item["location"] = _located(edit, item.get("location", {}))
    _holder(edit, item["location"]).append(item)
    _refuse_size(edit)
    return {"developerMetadata": tidy("DeveloperMetadata", item)}


def _refuse_size(edit: Edit) -> None:
    """The spreadsheet may hold so much, and each sheet, with its rows and columns, as much again."""
    sizes: dict[int | None, int] = {}
    for _, item in edit.book.all_metadata():
        place = item["location"]
        own = None if place.get("spreadsheet") else place.get("dimensionRange", place).get("sheetId", 0)
        size = len(item.get("metadataKey", "")) + len(item.get("metadataValue", ""))
        sizes[own] = sizes.get(own, 0) + size
    if max(sizes.values(), default=0) > SIZE_LIMIT:
        raise Refusal(f"The developer metadata exceeds the limit of {SIZE_LIMIT} characters.")


def _found(edit: Edit, filters: list[Given]) -> list[Given]:
    found: list[Given] = []
    for data_filter in filters:
        found += [item for item in metadata_matching(edit.book, data_filter) if item not in found]
    return found


@change("updateDeveloperMetadata")
def update(edit: Edit, given: Given) -> Given:
    fields = [path for path in fields_of(given, "DeveloperMetadata") if path != ("metadataId",)]
    wanted = given.get("developerMetadata", {})
    changed = []
    for item in _found(edit, given.get("dataFilters", [])):
        new = field_masks.write(item, wanted, fields)
        _remove(edit, item)
        new["location"] = _located(
            edit, {k: v for k, v in new.get("location", {}).items() if k != "locationType"}
        )
        _holder(edit, new["location"]).append(new)
        _refuse_size(edit)
        changed.append(tidy("DeveloperMetadata", new))
    return {"developerMetadata": changed} if changed else {}


def _remove(edit: Edit, item: Given) -> None:
    for holder, one in edit.book.all_metadata():
        if one is item:
            holder.remove(one)
            return


@change("deleteDeveloperMetadata")
def delete(edit: Edit, given: Given) -> Given:
    found = _found(edit, [given.get("dataFilter", {})])
    for item in found:
        _remove(edit, item)
    return {"deletedDeveloperMetadata": [tidy("DeveloperMetadata", item) for item in found]} if found else {}


def get(book: Any, metadata_id: int) -> Given:
    """The answer of developerMetadata.get."""
    for _, item in book.all_metadata():
        if item["metadataId"] == metadata_id:
            return tidy("DeveloperMetadata", item)
    raise ApiError(404, f"No developer metadata with ID {metadata_id}.")


def search(book: Any, filters: list[Given]) -> Given:
    """The answer of developerMetadata.search: each piece with the filters that it fits."""
    matched: list[Given] = []
    for data_filter in filters:
        for item in metadata_matching(book, data_filter):
            shown = tidy("DeveloperMetadata", item)
            known = next((one for one in matched if one["developerMetadata"] == shown), None)
            if known is None:
                matched.append({"developerMetadata": shown, "dataFilters": [data_filter]})
            else:
                known["dataFilters"].append(data_filter)
    return {"matchedDeveloperMetadata": matched} if matched else {}
