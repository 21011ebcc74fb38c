"""The published description of the services, cut down to names and types (discovery.json)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("discovery.json")


@cache
def _services() -> dict[str, Any]:
    with FILE.open(encoding="utf-8") as file:
        return dict(json.load(file))


def schema(service: str, name: str) -> dict[str, Any]:
    """The description of a message."""
    return dict(_services()[service]["schemas"][name])


def properties(service: str, name: str) -> dict[str, Any]:
    """A message's fields, not to be changed."""
    return _services()[service]["schemas"][name].get("properties", {})  # type: ignore[no-any-return]


def method(name: str) -> dict[str, Any]:
    """A method's parameters, request and response: `sheets.spreadsheets.values.get`."""
    return dict(_services()[name.split(".")[0]]["methods"][name])


def common_parameters(service: str) -> dict[str, Any]:
    """What every method of a service takes in its address: `fields`, `alt`, ..."""
    return dict(_services()[service]["parameters"])
