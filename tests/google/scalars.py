"""Single values of a request against their types."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

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


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])([A-Z])", r"_\1", name).lower()


def _plain(value: Any) -> str:
    return (
        json.dumps(value, ensure_ascii=False, indent=2)
        if isinstance(value, dict | list)
        else json.dumps(value)
    )


def parent(path: str, name: str) -> tuple[str, str]:
    return path.rpartition(".")[0], name


def scalar(reading: Reading, name: str, spec: dict[str, Any], value: Any, path: str) -> Any:
    kind = spec.get("type", "any")
    if kind == "any":
        return value
    if isinstance(value, dict | list):
        why = (
            "Starting an object on a scalar field."
            if isinstance(value, dict)
            else "Proto field is not repeating, cannot start list."
        )
        reading.unknown(*parent(path, name), why)
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
