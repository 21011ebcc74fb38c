"""Conditional formats and banded ranges."""

from __future__ import annotations

from typing import Any

from .. import field_masks
from ..book import Sheet
from ..colors import with_colors
from ..errors import Refusal
from ..new_books import free_id
from ..tidy import tidy
from .cells import refuse_condition
from .registry import Edit, Given, change, fields_of


@change("addConditionalFormatRule")
def add_rule(edit: Edit, given: Given) -> None:
    sheet, rule = _rule(edit, given.get("rule", {}))
    rules = sheet.listed("conditionalFormats")
    index = given.get("index", 0)
    if not 0 <= index <= len(rules):
        raise Refusal(f"Cannot add a conditional format rule at index {index}. There are {len(rules)} rules.")
    rules.insert(index, rule)


def _rule(edit: Edit, rule: Given) -> tuple[Sheet, Given]:
    ranges = rule.get("ranges", [])
    if not ranges:
        raise Refusal("ConditionalFormatRule.ranges must not be empty.")
    sheets = [edit.area(given).sheet for given in ranges]
    if any(sheet is not sheets[0] for sheet in sheets):
        raise Refusal("All ranges of a conditional format rule must be on the same sheet.")
    if "booleanRule" in rule:
        refuse_condition(rule["booleanRule"].get("condition"))
    elif "gradientRule" not in rule:
        raise Refusal("ConditionalFormatRule.rule is required.")
    return sheets[0], with_colors(rule)


def _at(sheet: Sheet, index: int) -> Given:
    rules = sheet.parts.get("conditionalFormats", [])
    if not 0 <= index < len(rules):
        raise Refusal(f"No conditional format on sheet: {sheet.id} at index: {index}")
    return dict(rules[index])


@change("updateConditionalFormatRule")
def update_rule(edit: Edit, given: Given) -> Given:
    index = given.get("index", 0)
    if "rule" in given:
        sheet, rule = _rule(edit, given["rule"])
        old = _at(sheet, index)
        sheet.parts["conditionalFormats"][index] = rule
        return _both(old, rule, index)
    sheet = edit.sheet(given.get("sheetId"))
    rule = _at(sheet, index)
    rules = sheet.parts["conditionalFormats"]
    rules.insert(given.get("newIndex", 0), rules.pop(index))
    return _both(None, rule, given.get("newIndex", 0)) | ({"oldIndex": index} if index else {})


def _both(old: Given | None, new: Given, index: int) -> Given:
    out = {"newRule": tidy("ConditionalFormatRule", new)}
    if old is not None:
        out["oldRule"] = tidy("ConditionalFormatRule", old)
    return out | ({"newIndex": index} if index else {})


@change("deleteConditionalFormatRule")
def delete_rule(edit: Edit, given: Given) -> Given:
    sheet = edit.sheet(given.get("sheetId"))
    rule = _at(sheet, given.get("index", 0))
    del sheet.parts["conditionalFormats"][given.get("index", 0)]
    return {"rule": tidy("ConditionalFormatRule", rule)}


@change("addBanding")
def add_banding(edit: Edit, given: Given) -> Given:
    band = with_colors(dict(given.get("bandedRange", {})))
    sheet = edit.area(band.setdefault("range", {"sheetId": 0})).sheet
    if "rowProperties" not in band and "columnProperties" not in band:
        raise Refusal("Must specify at least one of rowProperties and columnProperties.")
    if any(item["bandedRangeId"] == band.get("bandedRangeId") for _, item in _bands(edit)):
        raise Refusal(f"A banded range with id: {band['bandedRangeId']} already exists.")
    for other in sheet.parts.get("bandedRanges", []):
        if _overlap(edit, other["range"], band["range"]):
            raise Refusal(
                "You cannot add alternating background colors to a range that already has alternating "
                "background colors."
            )
    band.setdefault("bandedRangeId", free_id(edit.book))
    sheet.add("bandedRanges", band)
    return {"bandedRange": tidy("BandedRange", band)}


def _overlap(edit: Edit, one: Given, two: Given) -> bool:
    a, b = edit.seen(one), edit.seen(two)
    rows = a.top < b.end_row and b.top < a.end_row
    return rows and a.left < b.end_column and b.left < a.end_column


def _bands(edit: Edit) -> list[tuple[Sheet, Given]]:
    return [(sheet, band) for sheet in edit.book.sheets for band in sheet.parts.get("bandedRanges", [])]


def _band(edit: Edit, band_id: Any) -> tuple[Sheet, Given]:
    for sheet, band in _bands(edit):
        if band["bandedRangeId"] == band_id:
            return sheet, band
    raise Refusal(f"No banding with id: {band_id}")


@change("updateBanding")
def update_banding(edit: Edit, given: Given) -> None:
    fields = [path for path in fields_of(given, "BandedRange") if path != ("bandedRangeId",)]
    wanted = given.get("bandedRange", {})
    sheet, band = _band(edit, wanted.get("bandedRangeId"))
    new = with_colors(field_masks.write(band, wanted, fields))
    sheet.parts["bandedRanges"].remove(band)
    edit.area(new.get("range")).sheet.add("bandedRanges", new)


@change("deleteBanding")
def delete_banding(edit: Edit, given: Given) -> None:
    sheet, band = _band(edit, given.get("bandedRangeId"))
    sheet.parts["bandedRanges"].remove(band)
