"""Protected ranges."""

from __future__ import annotations

from typing import Any

from .. import areas, field_masks
from ..book import Sheet
from ..errors import Refusal
from ..new_books import free_id
from ..presenting import protected
from ..protection import REFUSED, may_edit
from ..tidy import tidy
from .named import NO_NAMED
from .registry import Edit, Given, change, fields_of, find


def _ranges(edit: Edit) -> list[tuple[Sheet, Given]]:
    return [(sheet, item) for sheet in edit.book.sheets for item in sheet.parts.get("protectedRanges", [])]


def _range(edit: Edit, range_id: Any) -> tuple[Sheet, Given]:
    for sheet, item in _ranges(edit):
        if item["protectedRangeId"] == range_id:
            return sheet, item
    raise Refusal(f"No protected range with id: {range_id}")


def _sheet_of(edit: Edit, item: Given) -> Sheet:
    if "namedRangeId" in item:
        named = find(edit.book.named_ranges, "namedRangeId", item["namedRangeId"], NO_NAMED)
        return areas.inside(edit.book, named["range"]).sheet
    return areas.inside(edit.book, item.get("range", {})).sheet


def _editors(edit: Edit, item: Given) -> Given:
    """Who protects a range, and the owner of the spreadsheet, can always edit it."""
    editors = dict(item.get("editors") or {})
    users = list(editors.get("users", []))
    lower = [user.lower() for user in users]
    for email in dict.fromkeys((edit.owner, edit.email)):
        if email and email.lower() not in lower:
            users.append(email)
    return {**editors, "users": users}


@change("addProtectedRange")
def add_protected_range(edit: Edit, given: Given) -> Given:
    asked = dict(given.get("protectedRange", {}))
    sheet = _sheet_of(edit, asked)
    if any(item["protectedRangeId"] == asked.get("protectedRangeId") for _, item in _ranges(edit)):
        raise Refusal(f"A protected range with id: {asked['protectedRangeId']} already exists.")
    asked.setdefault("protectedRangeId", free_id(edit.book))
    if "namedRangeId" in asked:
        named = find(edit.book.named_ranges, "namedRangeId", asked["namedRangeId"], NO_NAMED)
        asked["range"] = named["range"]
    asked["range"] = {"sheetId": sheet.id, **asked.get("range", {})}
    item = {**asked, "editors": _editors(edit, asked)}
    sheet.add("protectedRanges", item)
    # The reply holds the editors as they were asked for; reading shows those who were added.
    reply = protected(item, edit.email) | {"editors": asked.get("editors") or {}}
    return {"protectedRange": tidy("ProtectedRange", reply)}


@change("updateProtectedRange")
def update_protected_range(edit: Edit, given: Given) -> None:
    fields = [path for path in fields_of(given, "ProtectedRange") if path != ("protectedRangeId",)]
    wanted = given.get("protectedRange", {})
    sheet, item = _range(edit, wanted.get("protectedRangeId"))
    if not may_edit(item, edit.email):
        raise Refusal(REFUSED)
    new = field_masks.write(item, wanted, fields)
    new["editors"] = _editors(edit, new)
    sheet.parts["protectedRanges"].remove(item)
    _sheet_of(edit, new).add("protectedRanges", new)


@change("deleteProtectedRange")
def delete_protected_range(edit: Edit, given: Given) -> None:
    sheet, item = _range(edit, given.get("protectedRangeId"))
    if not may_edit(item, edit.email):
        raise Refusal(REFUSED)
    sheet.parts["protectedRanges"].remove(item)
