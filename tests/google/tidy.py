"""An answer as the service writes it: without fields that have their default, but for some always said."""

from __future__ import annotations

from typing import Any

from . import description

SAID = {
    "SheetProperties": {"sheetId", "title", "index", "sheetType"},
    "GridRange": {"startRowIndex", "endRowIndex", "startColumnIndex", "endColumnIndex"},
    "DimensionRange": {"startIndex", "endIndex"},
    "ExtendedValue": {"numberValue", "boolValue", "stringValue", "formulaValue"},
    "TextFormat": {"bold", "italic", "strikethrough", "underline", "fontSize", "fontFamily"},
    "SortSpec": {"dimensionIndex"},
    "FilterSpec": {"columnIndex"},
    "DeveloperMetadataLocation": {"sheetId"},
    "Padding": {"top", "right", "bottom", "left"},
    "ConditionValue": {"userEnteredValue"},
    "Link": {"uri"},
}


def tidy(message: str, value: dict[str, Any]) -> dict[str, Any]:
    """The fields of a message that the service would write."""
    fields = description.properties("sheets", message)
    said = SAID.get(message, set())
    out: dict[str, Any] = {}
    for name, item in value.items():
        spec = fields.get(name)
        if spec is None:
            continue
        found = _field(spec, item)
        if found is not None and (name in said or not _is_default(spec, found)):
            out[name] = found
    return out


def _field(spec: dict[str, Any], item: Any) -> Any:
    if item is None:
        return None
    if spec.get("type") == "array":
        return [_field(spec["items"], one) for one in item]
    if "$ref" in spec:
        return tidy(spec["$ref"], item)
    if "additionalProperties" in spec:
        return {name: _field(spec["additionalProperties"], one) for name, one in item.items()}
    return item


def _is_default(spec: dict[str, Any], item: Any) -> bool:
    if "$ref" in spec:
        return False
    if "enum" in spec:
        return item == spec["enum"][0] and str(item).endswith("_UNSPECIFIED")
    if isinstance(item, float | int) and not isinstance(item, bool):
        return item == 0
    return item in (False, "", [], {})
