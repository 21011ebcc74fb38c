"""The parameters in a request's address, against the method's description."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

from . import description
from .errors import bad_request
from .scalars import ENUMS, PACKAGE, snake

TRUE, FALSE = ("true", "1"), ("false", "0", "")


def read(method: str, query: str) -> dict[str, Any]:
    """Typed parameters by name; unknown ones are refused (Sheets) or ignored (Drive)."""
    service = method.split(".")[0]
    known = description.common_parameters(service) | description.method(method)["parameters"]
    known = {name: spec for name, spec in known.items() if spec.get("location") != "path"}
    out: dict[str, Any] = {}
    wrong: list[tuple[str, str]] = []
    for given, value in parse_qsl(query, keep_blank_values=True):
        name = _known_as(given, known)
        if name is None:
            if service == "sheets":
                wrong.append(("", _unknown(given)))
            continue
        typed = _typed(name, known[name], value, wrong)
        if known[name].get("repeated"):
            out.setdefault(name, []).append(typed)
        else:
            out[name] = typed
    if wrong:
        raise bad_request(wrong)
    return out


def _known_as(given: str, known: dict[str, Any]) -> str | None:
    for name in (given, "$." + given.removeprefix("$")):
        if name in known:
            return name
    return next((name for name in known if snake(name) == given), None)


def _unknown(name: str) -> str:
    return (
        f'Invalid JSON payload received. Unknown name "{name}": Cannot bind query parameter. '
        f"Field '{name}' could not be found in request message."
    )


def _typed(name: str, spec: dict[str, Any], value: str, wrong: list[tuple[str, str]]) -> Any:
    path = snake(name)
    kind = spec.get("type")
    if kind == "boolean":
        if value.lower() not in TRUE + FALSE:
            wrong.append((path, f"Invalid value at '{path}' (TYPE_BOOL), \"{value}\""))
        return value.lower() in TRUE
    if kind == "integer":
        if not value.removeprefix("-").isdigit():
            wrong.append((path, f"Invalid value at '{path}' (TYPE_INT32), \"{value}\""))
            return 0
        return int(value)
    if "enum" in spec and value not in spec["enum"] and name in ENUM_CHECKED:
        kind = PACKAGE + ENUMS.get(name, name[:1].upper() + name[1:])
        wrong.append((path, f"Invalid value at '{path}' ({kind}), \"{value}\""))
    return value


ENUM_CHECKED = {
    "valueInputOption",
    "insertDataOption",
    "majorDimension",
    "valueRenderOption",
    "dateTimeRenderOption",
    "responseValueRenderOption",
    "responseDateTimeRenderOption",
}
