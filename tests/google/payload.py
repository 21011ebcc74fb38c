"""A request's JSON against the service's description, with the service's words for what doesn't fit."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

from . import description
from .errors import bad_request

SCALARS = {
    ("string", ""): "TYPE_STRING",
    ("string", "int64"): "TYPE_INT64",
    ("string", "byte"): "TYPE_BYTES",
    ("integer", "int32"): "TYPE_INT32",
    ("integer", "uint32"): "TYPE_UINT32",
    ("boolean", ""): "TYPE_BOOL",
    ("number", "double"): "TYPE_DOUBLE",
    ("number", "float"): "TYPE_FLOAT",
}
ENUMS = {
    "horizontalAlignment": "HorizontalAlign",
    "verticalAlignment": "VerticalAlign",
    "majorDimension": "Dimension",
    "responseValueRenderOption": "ValueRenderOption",
    "responseDateTimeRenderOption": "DateTimeRenderOption",
    "mergeType": "MergeCellsRequest.MergeType",
}
PACKAGE = "type.googleapis.com/google.apps.sheets.v4."
BODY_FIELD = {
    "sheets.spreadsheets.values.update": "data",
    "sheets.spreadsheets.values.append": "data",
    "sheets.spreadsheets.create": "spreadsheet",
}


@dataclass(slots=True)
class Reading:
    """One body being read: what it may hold, and what was wrong with it."""

    service: str
    violations: list[tuple[str, str]] = field(default_factory=list)

    def wrong(self, path: str, kind: str, value: Any) -> None:
        shown = json.dumps(value, ensure_ascii=False) if isinstance(value, str) else _plain(value)
        self.violations.append((path, f"Invalid value at '{path}' ({kind}), {shown}"))

    def unknown(self, path: str, name: str, why: str = "Cannot find field.") -> None:
        place = f" at '{path}'" if path else ""
        self.violations.append((path, f'Invalid JSON payload received. Unknown name "{name}"{place}: {why}'))


def read(method: str, body: Any) -> dict[str, Any]:
    """The body of a method, checked, without its nulls; raises with every violation."""
    service = method.split(".")[0]
    name = description.method(method)["request"]
    reading = Reading(service)
    found = _message(reading, name, {} if body is None else body, BODY_FIELD.get(method, ""))
    if reading.violations:
        raise bad_request(reading.violations)
    return dict(found)


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


def _plain(value: Any) -> str:
    return (
        json.dumps(value, ensure_ascii=False, indent=2)
        if isinstance(value, dict | list)
        else json.dumps(value)
    )


def _message(reading: Reading, name: str, value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        reading.wrong(path, PACKAGE + name, value)
        return {}
    fields = description.properties(reading.service, name)
    out: dict[str, Any] = {}
    for key, item in value.items():
        known = key if key in fields else _camel(key)
        if known not in fields:
            reading.unknown(path, key)
        elif item is not None:
            out[known] = _field(reading, known, fields[known], item, _join(path, known))
    if name in ("Request", "ExtendedValue") and len(out) > 1:
        _two_of_one(reading, name, list(out), path)
    return out


def _two_of_one(reading: Reading, name: str, kinds: list[str], path: str) -> None:
    oneof = "kind" if name == "Request" else "value"
    text = f"oneof field '{oneof}' is already set. Cannot set '{kinds[1]}'"
    reading.violations.append((path, f"Invalid value at '{path}' (oneof), {text}"))


def _camel(key: str) -> str:
    head, *rest = key.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest)


def _join(path: str, name: str) -> str:
    return f"{path}.{snake(name)}" if path else snake(name)


def _field(reading: Reading, name: str, spec: dict[str, Any], value: Any, path: str) -> Any:
    if spec.get("type") == "array" and spec["items"].get("type") == "array":
        return _rows(reading, value, path)
    if spec.get("type") == "array":
        # A lone value is read as the first item of the list, like in the service.
        if not isinstance(value, list):
            return [_field(reading, name, spec["items"], value, path)]
        items = enumerate(_unnested(value) if "$ref" in spec["items"] else value)
        return [_field(reading, name, spec["items"], item, f"{path}[{at}]") for at, item in items]
    if "$ref" in spec:
        if isinstance(value, list):
            reading.unknown(*_parent(path, name), "Proto field is not repeating, cannot start list.")
            return {}
        return _message(reading, spec["$ref"], value, path)
    if "additionalProperties" in spec:
        return _map(reading, name, spec["additionalProperties"], value, path)
    return _scalar(reading, name, spec, value, path)


def _unnested(items: list[Any]) -> list[Any]:
    """Messages in a list inside of the list count as if they stood in it."""
    return [one for item in items for one in (item if isinstance(item, list) else [item])]


def _rows(reading: Reading, value: Any, path: str) -> Any:
    """The values of a range: a list of lists of anything."""
    items = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
    for at, item in items:
        if not isinstance(item, list):
            reading.wrong(
                path if at is None else f"{path}[{at}]", "type.googleapis.com/google.protobuf.ListValue", item
            )
    return value


def _map(reading: Reading, name: str, spec: dict[str, Any], value: Any, path: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        reading.wrong(path, "Map", value)
        return {}
    return {key: _field(reading, name, spec, item, f"{path}[{key}].value") for key, item in value.items()}


def _parent(path: str, name: str) -> tuple[str, str]:
    return path.rpartition(".")[0], name


def _scalar(reading: Reading, name: str, spec: dict[str, Any], value: Any, path: str) -> Any:
    kind = spec.get("type", "any")
    if kind == "any":
        return value
    if isinstance(value, dict | list):
        why = (
            "Starting an object on a scalar field."
            if isinstance(value, dict)
            else "Proto field is not repeating, cannot start list."
        )
        reading.unknown(*_parent(path, name), why)
        return None
    if "enum" in spec:
        return _enum(reading, name, spec["enum"], value, path)
    if spec.get("format") == "google-fieldmask":
        return _text(reading, "type.googleapis.com/google.protobuf.FieldMask", value, path)
    return _typed(reading, kind, spec.get("format", ""), value, path)


def _enum(reading: Reading, name: str, names: list[str], value: Any, path: str) -> Any:
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(names):
        return names[value]
    if value not in names:
        reading.wrong(path, PACKAGE + ENUMS.get(name, name[:1].upper() + name[1:]), value)
    return value


def _text(reading: Reading, kind: str, value: Any, path: str) -> Any:
    if not isinstance(value, str):
        reading.wrong(path, kind, value)
    return value


def _typed(reading: Reading, kind: str, form: str, value: Any, path: str) -> Any:
    wanted = SCALARS.get((kind, form), SCALARS.get((kind, ""), "TYPE_STRING"))
    if kind == "string":
        if form == "int64" and isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        return _text(reading, wanted, value, path)
    if kind == "boolean":
        if value in ("true", "false"):
            return value == "true"
        if not isinstance(value, bool):
            reading.wrong(path, wanted, value)
        return value
    number = _number(value)
    if number is None or (kind == "integer" and number != int(number)):
        reading.wrong(path, wanted, value)
        return value
    return int(number) if kind == "integer" else number


def _number(value: Any) -> float | int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return value
    try:
        return int(value)
    except ValueError:
        try:
            return float(value)
        except ValueError:
            return None
