"""Walks through the settings of a rule down to single values, each with the path to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.tariff import Cost

Trail = tuple[str, ...]


def leaves(item: Item) -> Iterator[tuple[Trail, object]]:
    """Every value of a rule's own settings; the settings that all rules share are left out."""
    for name, field in type(item).model_fields.items():
        if name not in Item.model_fields:
            key = field.alias or name
            yield from (((key, *path), value) for path, value in _inside(getattr(item, name)))


def _inside(value: object) -> Iterator[tuple[Trail, object]]:
    if isinstance(value, Cost):
        yield from _inside([*value.fixed, value.low, value.high])
    elif isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        yield from _keyed({field.alias or name: getattr(value, name) for name, field in fields})
    elif isinstance(value, Mapping):
        yield from _keyed(value)
    elif isinstance(value, list | tuple):
        yield from (found for item in value for found in _inside(item))
    elif value is not None:
        yield (), value


def _keyed(values: Mapping[object, object]) -> Iterator[tuple[Trail, object]]:
    for key, value in values.items():
        yield from (((str(key), *path), leaf) for path, leaf in _inside(value))
