"""Charts, slicers and tables: kept as they are given."""

from __future__ import annotations

import uuid
from typing import Any

from .. import field_masks
from ..book import Sheet
from ..colors import with_colors
from ..errors import Refusal
from ..new_books import free_id, new_sheet
from ..tidy import tidy
from .registry import Edit, Given, change, fields_of
from .sheets import place

KINDS = {"charts": ("chartId", "EmbeddedChart"), "slicers": ("slicerId", "Slicer")}


def _anchor(edit: Edit, position: Given) -> Sheet:
    """The sheet on which an object stands; a new one where it gets a sheet of its own."""
    if position.get("newSheet"):
        book = edit.book
        sheet = new_sheet({"sheetType": "OBJECT"}, free_id(book), f"Chart{len(book.sheets)}", 0)
        place(book, sheet, len(book.sheets))
        return sheet
    if "sheetId" in position:
        return edit.sheet(position["sheetId"])
    return edit.grid(position.get("overlayPosition", {}).get("anchorCell", {}))


def _object(edit: Edit, object_id: Any) -> tuple[Sheet, str, Given]:
    for sheet in edit.book.sheets:
        for name, (key, _) in KINDS.items():
            for item in sheet.parts.get(name, []):
                if item[key] == object_id:
                    return sheet, name, item
    raise Refusal(f"No embedded object with id: {object_id}")


def _add(edit: Edit, name: str, given: Given) -> Given:
    key, message = KINDS[name]
    item = with_colors(dict(given))
    position = dict(item.get("position", {}))
    sheet = _anchor(edit, position)
    if position.pop("newSheet", None):
        position["sheetId"] = sheet.id
    if "overlayPosition" in position:
        sizes = (
            {"widthPixels": 600, "heightPixels": 371}
            if name == "charts"
            else {"widthPixels": 200, "heightPixels": 50}
        )
        position["overlayPosition"] = sizes | position["overlayPosition"]
    item["position"] = position
    if "spec" not in item:
        raise Refusal(f"{message}.spec is required.")
    item.setdefault(key, free_id(edit.book))
    sheet.add(name, item)
    return tidy(message, item)


@change("addChart")
def add_chart(edit: Edit, given: Given) -> Given:
    return {"chart": _add(edit, "charts", given.get("chart", {}))}


@change("addSlicer")
def add_slicer(edit: Edit, given: Given) -> Given:
    return {"slicer": _add(edit, "slicers", given.get("slicer", {}))}


@change("updateChartSpec")
def update_chart_spec(edit: Edit, given: Given) -> None:
    _, name, item = _object(edit, given.get("chartId"))
    if name != "charts":
        raise Refusal(f"No chart with id: {given.get('chartId')}")
    item["spec"] = with_colors(given.get("spec", {}))


@change("updateSlicerSpec")
def update_slicer_spec(edit: Edit, given: Given) -> None:
    fields = fields_of(given, "SlicerSpec")
    _, _, item = _object(edit, given.get("slicerId"))
    item["spec"] = with_colors(field_masks.write(item["spec"], given.get("spec", {}), fields))


@change("updateEmbeddedObjectPosition")
def update_position(edit: Edit, given: Given) -> Given:
    sheet, name, item = _object(edit, given.get("objectId"))
    wanted = dict(given.get("newPosition", {}))
    target = _anchor(edit, wanted)
    if wanted.pop("newSheet", None):
        wanted["sheetId"] = target.id
    elif given.get("fields"):
        fields = fields_of(given, "OverlayPosition")
        old = item["position"].get("overlayPosition", {})
        wanted = {"overlayPosition": field_masks.write(old, wanted.get("overlayPosition", {}), fields)}
        target = _anchor(edit, wanted)
    item["position"] = wanted
    sheet.parts[name].remove(item)
    target.add(name, item)
    return {"position": tidy("EmbeddedObjectPosition", wanted)}


@change("updateEmbeddedObjectBorder")
def update_border(edit: Edit, given: Given) -> None:
    fields = fields_of(given, "EmbeddedObjectBorder")
    _, _, item = _object(edit, given.get("objectId"))
    item["border"] = with_colors(field_masks.write(item.get("border", {}), given.get("border", {}), fields))


@change("deleteEmbeddedObject")
def delete_object(edit: Edit, given: Given) -> None:
    sheet, name, item = _object(edit, given.get("objectId"))
    sheet.parts[name].remove(item)


def _tables(edit: Edit) -> list[tuple[Sheet, Given]]:
    return [(sheet, item) for sheet in edit.book.sheets for item in sheet.parts.get("tables", [])]


def _table(edit: Edit, table_id: Any) -> tuple[Sheet, Given]:
    for sheet, item in _tables(edit):
        if item["tableId"] == table_id:
            return sheet, item
    raise Refusal(f"No table with id: {table_id}")


@change("addTable")
def add_table(edit: Edit, given: Given) -> Given:
    table = with_colors(dict(given.get("table", {})))
    area = edit.area(table.get("range"))
    if any(item.get("name", "").lower() == table.get("name", "").lower() for _, item in _tables(edit)):
        raise Refusal(f"A table with the name {table.get('name')} already exists.")
    table["range"] = {"sheetId": area.sheet.id, **table.get("range", {})}
    table.setdefault("tableId", uuid.uuid4().hex[:19])
    table["columnProperties"] = _columns(table, area.left, area.end_column, area.sheet, area.top)
    area.sheet.add("tables", table)
    return {"table": tidy("Table", table)}


def _columns(table: Given, left: int, right: int, sheet: Sheet, top: int) -> list[Given]:
    """Every column with its name, from its first cell where none is given."""
    known = {column.get("columnIndex", 0): column for column in table.get("columnProperties", [])}
    out = []
    for index, column in enumerate(range(left, right)):
        head = sheet.cells.get((top, column), {}).get("userEnteredValue", {}).get("stringValue")
        out.append(
            {"columnIndex": index, "columnName": head or f"Column {index + 1}", **known.get(index, {})}
        )
    return out


@change("updateTable")
def update_table(edit: Edit, given: Given) -> None:
    fields = [path for path in fields_of(given, "Table") if path != ("tableId",)]
    sheet, item = _table(edit, given.get("table", {}).get("tableId"))
    new = with_colors(field_masks.write(item, given["table"], fields))
    tables = sheet.parts["tables"]
    tables[tables.index(item)] = new


@change("deleteTable")
def delete_table(edit: Edit, given: Given) -> None:
    sheet, item = _table(edit, given.get("tableId"))
    area = edit.area(item["range"])
    for key in area.among(sheet.cells):
        sheet.put(*key, {})
    sheet.parts["tables"].remove(item)
