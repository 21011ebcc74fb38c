"""The basic filter and filter views: kept, and rows hidden by the basic filter."""

from __future__ import annotations

from typing import Any

from .. import areas, field_masks
from ..areas import Area, grid_range
from ..book import Sheet
from ..cell_text import shown
from ..errors import Refusal
from ..formulas.calculator import calculator
from ..locales import locale
from ..new_books import free_id
from ..tidy import tidy
from .registry import Edit, Given, change, fields_of, find

NO_VIEW = "Cannot find a filter view with id: {}"


@change("setBasicFilter")
def set_basic_filter(edit: Edit, given: Given) -> None:
    wanted = dict(given.get("filter", {}))
    area = edit.area(wanted.get("range")).clipped()
    wanted["range"] = grid_range(area)
    area.sheet.parts["basicFilter"] = with_specs(wanted)
    _hide(edit, area, wanted)


def with_specs(wanted: Given) -> Given:
    """Criteria by column are said a second time, as a list."""
    out = dict(wanted)
    if out.get("criteria") and not out.get("filterSpecs"):
        out["filterSpecs"] = [
            {"columnIndex": int(column), "filterCriteria": criteria}
            for column, criteria in out["criteria"].items()
        ]
    elif out.get("filterSpecs") and not out.get("criteria"):
        out["criteria"] = {
            str(spec.get("columnIndex", 0)): spec.get("filterCriteria", {}) for spec in out["filterSpecs"]
        }
    return out


@change("clearBasicFilter")
def clear_basic_filter(edit: Edit, given: Given) -> None:
    sheet = edit.sheet(given.get("sheetId"))
    sheet.parts.pop("basicFilter", None)
    _show_all(sheet)


def _show_all(sheet: Sheet) -> None:
    for line in sheet.rows.values():
        line.pop("hiddenByFilter", None)


def _hide(edit: Edit, area: Area, wanted: Given) -> None:
    _show_all(area.sheet)
    calculating, lang = calculator(edit.book), locale(edit.book.locale)
    for column, criteria in with_specs(wanted).get("criteria", {}).items():
        hidden = set(criteria.get("hiddenValues", []))
        for row in range(area.top + 1, area.end_row):
            value = calculating.extended(area.sheet, row, int(column))
            form = calculating.number_format(area.sheet, row, int(column))
            if (shown(value, form, lang) if value else "") in hidden:
                area.sheet.rows[row] = {**area.sheet.rows.get(row, {}), "hiddenByFilter": True}


@change("addFilterView")
def add_filter_view(edit: Edit, given: Given) -> Given:
    return {"filter": tidy("FilterView", _new_view(edit, dict(given.get("filter", {}))))}


def _new_view(edit: Edit, view: Given) -> Given:
    if "namedRangeId" in view:
        named = find(
            edit.book.named_ranges, "namedRangeId", view["namedRangeId"], "No named range with id: {}"
        )
        view["range"] = dict(named["range"])
    sheet = edit.seen(view.get("range")).sheet
    ids = {item["filterViewId"] for _, item in _views(edit)}
    if view.get("filterViewId") in ids:
        raise Refusal(f"A filter view with id: {view['filterViewId']} already exists.")
    view.setdefault("filterViewId", free_id(edit.book))
    view["range"] = grid_range(areas.of_grid_range(edit.book, view.get("range", {})).clipped())
    view.setdefault("title", f"Filter {len(sheet.parts.get('filterViews', [])) + 1}")
    view = with_specs(view)
    sheet.add("filterViews", view)
    return view


def _views(edit: Edit) -> list[tuple[Sheet, Given]]:
    return [(sheet, view) for sheet in edit.book.sheets for view in sheet.parts.get("filterViews", [])]


def _view(edit: Edit, view_id: Any) -> tuple[Sheet, Given]:
    for sheet, view in _views(edit):
        if view["filterViewId"] == view_id:
            return sheet, view
    raise Refusal(NO_VIEW.format(view_id))


@change("updateFilterView")
def update_filter_view(edit: Edit, given: Given) -> None:
    fields = [path for path in fields_of(given, "FilterView") if path != ("filterViewId",)]
    sheet, view = _view(edit, given.get("filter", {}).get("filterViewId"))
    new = field_masks.write(view, given["filter"], fields)
    names = {path[0] for path in fields}
    if "criteria" in names and "filterSpecs" not in names:
        new.pop("filterSpecs", None)
    elif "filterSpecs" in names and "criteria" not in names:
        new.pop("criteria", None)
    views = sheet.parts["filterViews"]
    views[views.index(view)] = with_specs(new)


@change("deleteFilterView")
def delete_filter_view(edit: Edit, given: Given) -> None:
    sheet, view = _view(edit, given.get("filterId"))
    sheet.parts["filterViews"].remove(view)


@change("duplicateFilterView")
def duplicate_filter_view(edit: Edit, given: Given) -> Given:
    _, view = _view(edit, given.get("filterId"))
    copy = {name: value for name, value in view.items() if name != "filterViewId"}
    return {
        "filter": tidy("FilterView", _new_view(edit, copy | {"title": f"Copy of {view.get('title', '')}"}))
    }
