"""What all settings share, of rules and inside of them: nothing unknown, nothing empty by mistake."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from sheets_sync.marked_yaml import Node, Scalar

_EMPTY: tuple[object, ...] = ([], {}, ())


class Settings(BaseModel):
    """A map of settings."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        arbitrary_types_allowed=True,
        populate_by_name=True,
        coerce_numbers_to_str=True,
    )

    MAY_BE_EMPTY: ClassVar[tuple[str, ...]] = ()
    """Lists that say something by being empty, though they usually aren't."""

    @field_validator("*", mode="before")
    @classmethod
    def _something_is_said(cls, value: Any, info: ValidationInfo) -> Any:
        if value is None:
            raise ValueError("nothing is written after the colon")
        if value in _EMPTY and not may_be_empty(cls, info.field_name or ""):
            raise ValueError("nothing is in it; write at least one, or take the line out")
        if isinstance(value, list | dict) and not may_be_several(cls, info.field_name or ""):
            raise ValueError("here belongs one value, without brackets or braces")
        return value


@cache
def may_be_empty(model: type[Settings], name: str) -> bool:
    """Whether a list or a map may have nothing in it: where that is usual, or where settings belong that all
    have a default."""
    field = model.model_fields[name]
    usual = None if field.is_required() else field.get_default(call_default_factory=True)
    types = list(types_in(field.annotation))
    several = {list, tuple, dict} & {get_origin(each) for each in types}
    settings = any(isinstance(each, type) and issubclass(each, BaseModel) for each in types)
    return name in model.MAY_BE_EMPTY or usual in _EMPTY or (settings and not several)


@cache
def may_be_several(model: type[Settings], name: str) -> bool:
    """Whether a list, a map, or settings belong there; a type that reads a list itself says so."""
    types = list(types_in(model.model_fields[name].annotation))
    known = {list, tuple, dict} & {get_origin(each) for each in types}
    inner = (each for each in types if isinstance(each, type))
    return bool(known) or any(issubclass(each, BaseModel) or hasattr(each, "SEVERAL") for each in inner)


def types_in(hint: Any) -> Iterator[Any]:
    """A type and every one inside of it."""
    yield hint
    for inner in get_args(hint):
        yield from types_in(inner)


def is_off(node: Node | None) -> bool:
    """`off` in place of a rule takes it away."""
    return isinstance(node, Scalar) and node.text == "off"
