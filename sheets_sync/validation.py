"""Checks a marked YAML tree against a typed model and says every mistake as a sentence with its line."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from sheets_sync.marked_yaml import Map, Node, Positions, Scalar, Sequence, plain, positions
from sheets_sync.problems import FileLine, Problem

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]
_ROUNDS = 4
_LIMITS = {
    "int_parsing": "a whole number",
    "int_type": "a whole number",
    "string_type": "a text",
    "less_than_equal": "at most {le}",
    "greater_than_equal": "at least {ge}",
}


def validate(model: type[Model], node: Node, what: str) -> tuple[Model | None, list[Problem]]:
    """The node as a ``model``, or every mistake in it. ``what`` names the thing in the messages."""
    made, problems, _ = _tried(model, node, what)
    return made, problems


def validate_part(model: type[Model], node: Map, what: str) -> tuple[Model | None, Map, list[Problem]]:
    """As `validate`, but what is right beside the mistakes is checked further: the part without them."""
    made, problems, wrong = _tried(model, node, what)
    for _ in range(_ROUNDS):
        if made is not None:
            break
        node = _reduced(model, node, wrong)
        made, _, wrong = _tried(model, node, what)
    return made, node, problems


def _reduced(model: type[BaseModel], node: Map, wrong: set[Loc]) -> Map:
    """The tree without what is wrong; a text that is missing at its top is empty."""
    for path in sorted(wrong, key=lambda path: [str(part).zfill(4) for part in path], reverse=True):
        cut = _cut(node, path)
        node = cut if isinstance(cut, Map) else node
    needed = [name for name, field in model.model_fields.items() if field.is_required()]
    empty = {name: Scalar("", node.at) for name in needed if name not in node.items}
    return Map({**node.items, **empty}, node.at, node.keys)


def _tried(model: type[Model], node: Node, what: str) -> tuple[Model | None, list[Problem], set[Loc]]:
    try:
        return model.model_validate(plain(node)), [], set()
    except ValidationError as error:
        lines = positions(node)
        details = _without_branches(error.errors(include_url=False), lines)
        found = [_problem(model, detail, lines, what) for detail in details]
        return None, list(dict.fromkeys(found)), {_written_path(tuple(d["loc"]), lines)[0] for d in details}


def _without_branches(details: Iterable[Any], lines: Positions) -> list[Any]:
    """Where a value may be one of several types, only what is said of the type that fits best."""
    placed = [(_written_path(tuple(detail["loc"]), lines)[0], detail) for detail in details]
    paths = [path for path, _ in placed]
    kept: dict[object, Any] = {}
    for index, (path, detail) in enumerate(placed):
        if detail["type"] in ("missing", "extra_forbidden"):
            kept[index] = detail
        elif not any(len(other) > len(path) and other[: len(path)] == path for other in paths):
            kept[path] = _either(kept[path], detail) if path in kept else detail
    return list(kept.values())


def _either(first: Any, second: Any) -> Any:
    """Of two types that don't fit the first; with the word that would do in place of its settings."""
    if first["type"] != "model_type" or second["type"] != "literal_error":
        return first
    return {**first, "ctx": {**first.get("ctx", {}), "word": second["ctx"]["expected"]}}


def _cut(node: Node, path: Loc) -> Node:
    """The tree without what stands at that path, if it is there."""
    if not path or isinstance(node, Scalar):
        return node
    head, rest = path[0], path[1:]
    if isinstance(node, Map):
        items = {key: _cut(value, rest) if key == head else value for key, value in node.items.items()}
        if not rest:
            items.pop(str(head), None)
        return Map(items, node.at, node.keys)
    kept = [(index, item) for index, item in enumerate(node.items) if rest or index != head]
    return Sequence(tuple(_cut(item, rest) if index == head else item for index, item in kept), node.at)


def nearest(word: str, known: Iterable[str], unlisted: Collection[str] = ()) -> str:
    """``Did you mean 'x'?`` or the list of what is known, but for what is ``unlisted``."""
    names = sorted(set(known))
    folded = {name.casefold(): name for name in names}
    close = difflib.get_close_matches(word.casefold(), folded, n=4, cutoff=0.6)
    if close:
        scores = [difflib.SequenceMatcher(None, each, word.casefold()).ratio() for each in close]
        best = [f"'{folded[each]}'" for each, score in zip(close, scores, strict=True) if score == scores[0]]
        return f"Did you mean {' or '.join(best)}?"
    names = [name for name in names if name not in unlisted]
    return f"Known here: {', '.join(names)}." if names else "There is none so far."


def _problem(model: type[BaseModel], detail: Any, lines: Positions, what: str) -> Problem:
    loc: Loc = tuple(detail["loc"])
    path, at = _written_path(loc, lines)
    kind, key = detail["type"], str(loc[-1]) if loc else ""
    where = _spoken(path, what)
    if kind == "extra_forbidden":
        known = _known_keys(model, loc[:-1])
        if detail["input"] is None and key[:1].isdigit():
            hint = "If a comma made it one: decimals are written with a point, as 0.5."
            return Problem(f"'{key}' isn't a setting of {_spoken(path[:-1], what)}.", at, hint)
        return Problem(
            f"'{key}' isn't a setting of {_spoken(path[:-1], what)}.",
            at,
            nearest(key, known, _unlisted(model)),
        )
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
        words = f", or {context['word']}" if "word" in context else ""
        return f"here belong settings in the form 'key: value'{words}."
    if kind in ("list_type", "tuple_type"):
        return "here belongs a list in the form [a, b]."
    if given is None:
        return "nothing is written after the colon."
    if kind in _LIMITS and isinstance(given, dict | list):
        return f"here belongs {_LIMITS[kind].format(**context)}, without brackets or braces."
    if kind in _LIMITS:
        return f"'{given}' isn't possible here; it must be {_LIMITS[kind].format(**context)}."
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
    """``points > race > table > item 1``; what is said of a whole file needs no head."""
    words = [f"item {part + 1}" if isinstance(part, int) else str(part) for part in path]
    head = [] if words and what.startswith("the ") else [what]
    return " > ".join([*head, *words])


def _known_keys(model: type[BaseModel], loc: Loc) -> list[str]:
    models: list[type[BaseModel]] = [model]
    for part in loc:
        inner = [found for each in models for found in _below(each, part)]
        models = inner or models
    return [field.alias or name for each in models for name, field in each.model_fields.items()]


def _unlisted(model: type[BaseModel]) -> Collection[str]:
    """The settings of every model of that sort, which a list of them needn't name."""
    return getattr(model, "UNLISTED", ())


def _below(model: type[BaseModel], part: str | int) -> Iterator[type[BaseModel]]:
    for name, field in model.model_fields.items():
        if part in (name, field.alias):
            yield from _models_in(field.annotation)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)
