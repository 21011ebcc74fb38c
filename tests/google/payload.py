"""A request's JSON against the service's description, with the service's words for what doesn't fit."""

from __future__ import annotations

from typing import Any

from . import description
from .errors import bad_request
from .scalars import PACKAGE, Reading, parent, scalar, snake

BODY_FIELD = {
    "sheets.spreadsheets.values.update": "data",
    "sheets.spreadsheets.values.append": "data",
    "sheets.spreadsheets.create": "spreadsheet",
}


def read(method: str, body: Any) -> dict[str, Any]:
    """The body of a method, checked, without its nulls; raises with every violation."""
    service = method.split(".")[0]
    name = description.method(method)["request"]
    reading = Reading(service)
    found = _message(reading, name, {} if body is None else body, BODY_FIELD.get(method, ""))
    if reading.violations:
        raise bad_request(reading.violations)
    return dict(found)


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
            reading.unknown(*parent(path, name), "Proto field is not repeating, cannot start list.")
            return {}
        return _message(reading, spec["$ref"], value, path)
    if "additionalProperties" in spec:
        return _map(reading, name, spec["additionalProperties"], value, path)
    return scalar(reading, name, spec, value, path)


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
