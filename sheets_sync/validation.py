"""Checks a marked YAML tree against a typed model and says every mistake as a sentence with its line."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from sheets_sync.marked_yaml import Node, Positions, plain, positions
from sheets_sync.problems import FileLine, Problem

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]


def validate(model: type[Model], node: Node, what: str) -> tuple[Model | None, list[Problem]]:
    """The node as a ``model``, or every mistake in it. ``what`` names the thing in the messages."""
    try:
        return model.model_validate(plain(node)), []
    except ValidationError as error:
        lines = positions(node)
        found = [_problem(model, detail, lines, what) for detail in error.errors(include_url=False)]
        return None, list(dict.fromkeys(found))


def nearest(word: str, known: Iterable[str]) -> str:
    """``Did you mean 'x'?`` or the list of what is known."""
    names = sorted(set(known))
    folded = {name.casefold(): name for name in names}
    close = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    if close:
        return f"Did you mean '{folded[close[0]]}'?"
    return f"Known here: {', '.join(names)}." if names else ""


def _problem(model: type[BaseModel], detail: Any, lines: Positions, what: str) -> Problem:
    loc: Loc = tuple(detail["loc"])
    path, at = _written_path(loc, lines)
    kind, key = detail["type"], str(loc[-1]) if loc else ""
    where = _spoken(path, what)
    if kind == "extra_forbidden":
        known = _known_keys(model, loc[:-1])
        return Problem(f"'{key}' isn't a setting of {_spoken(path[:-1], what)}.", at, nearest(key, known))
    if kind == "missing":
        return Problem(f"'{key}' is missing in {where}.", at, f"Add a line '{key}: ...'.")
    return Problem(f"{where}: {_reason(detail)}", at)


def _reason(detail: Any) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    given = detail.get("input")
    if kind == "value_error":
        return _sentence(str(context.get("error", detail["msg"])))
    if kind in ("literal_error", "enum"):
        return f"'{given}' isn't possible here; it must be {context.get('expected')}."
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        return "here belong settings in the form 'key: value'."
    if kind in ("list_type", "tuple_type"):
        return "here belongs a list in the form [a, b]."
    if given is None:
        return "nothing is written after the colon."
    return _sentence(f"'{given}' isn't possible here: {detail['msg']}")


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _written_path(loc: Loc, lines: Positions) -> tuple[Loc, FileLine]:
    """The part of the model's location that stands in the file (unions add names of their own)."""
    path: Loc = ()
    for part in loc:
        if (*path, part) in lines:
            path = (*path, part)
    return path, lines[path]


def _spoken(path: Loc, what: str) -> str:
    words = [f"item {part + 1}" if isinstance(part, int) else str(part) for part in path]
    return " > ".join(words) if words else what


def _known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    models: list[type[BaseModel]] = [model]
    for part in loc:
        inner = [found for each in models for found in _below(each, part)]
        models = inner or models
    return [field.alias or name for each in models for name, field in each.model_fields.items()]


def _below(model: type[BaseModel], part: str | int) -> Iterator[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if part in (name, field.alias):
            yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
