"""A model as JSON Schema: its settings by the names they are written under, and nothing else."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Collection
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator

from sheets_sync.ruleset.schema.forms import FORMS, KEYS
from sheets_sync.ruleset.schema.words import Schema, a_map, either, ref, words
from sheets_sync.ruleset.settings import Settings, may_be_empty, types_in

_PLAIN: dict[Any, Schema] = {str: ref("text"), int: ref("whole"), bool: ref("yes or no"), object: {}}


def model_schema(model: type[BaseModel], whole: bool = False, without: Collection[str] = ()) -> Schema:
    """The settings of a model. ``whole``: nothing lies below it, so that what is required must be there."""
    hints = typing.get_type_hints(model, include_extras=True)
    properties, needed = {}, []
    for name, field in model.model_fields.items():
        key = field.alias or name
        if name not in without:
            written = type_schema(hints[name]) | _description(field.description)
            properties[key] = written | ({} if _may_be_empty(model, name) else {"not": {"enum": [[], {}]}})
            needed += [key] if whole and field.is_required() else []
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    made |= _description(inspect.getdoc(model))
    return made | {"required": needed} if needed else made


def _may_be_empty(model: type[BaseModel], name: str) -> bool:
    """Whether a list or a map may have nothing in it, or whether it is none anyway."""
    if not issubclass(model, Settings):
        return True
    origins = {get_origin(each) for each in types_in(model.model_fields[name].annotation)}
    return not origins & {list, tuple, dict} or may_be_empty(model, name)


def _keys(hint: Any) -> Schema | None:
    """What the keys of a map are, where not any text will do."""
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    readers = [mark.func for mark in marks if isinstance(mark, BeforeValidator)]
    return KEYS.get(_called(readers[0])) if readers else None


def _description(text: str | None) -> Schema:
    return {"description": text.replace("``", "`")} if text else {}


def type_schema(hint: Any, whole: bool = False) -> Schema:
    """A type as it is written in a file. Items of a list replace those below, so that they are ``whole``."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _formed(hint, whole)
    if origin in (Union, types.UnionType):
        return either(*(type_schema(each, whole) for each in arguments if each is not type(None)))
    if origin is Literal:
        return words(*arguments)
    if origin in (list, tuple):
        return {"type": "array", "items": type_schema(arguments[0], whole=True)}
    if origin is dict:
        return a_map(type_schema(arguments[1], whole), _keys(arguments[0]))
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return model_schema(hint, whole)
    return dict(_PLAIN.get(hint, {}))


def _formed(hint: Any, whole: bool) -> Schema:
    """A type that a function reads from what is written."""
    inner, *marks = get_args(hint)
    readers = [mark.func for mark in marks if isinstance(mark, BeforeValidator)]
    if not readers:
        return type_schema(inner, whole)
    return FORMS[_name(readers[0])](type_schema(inner, whole))


def _name(reader: Any) -> str:
    name = _called(reader)
    if name not in FORMS:
        raise LookupError(f"{name} has no form in ruleset/schema/forms.py")
    return name


def _called(reader: Any) -> str:
    """``values.number``: the module without its package, and the function."""
    return f"{reader.__module__.rpartition('.')[2]}.{reader.__qualname__}"
