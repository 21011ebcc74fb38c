"""Field masks: `sheets(properties.title,data/rowData)` as a tree; what it cuts off, what it writes."""

from __future__ import annotations

import re
from typing import Any

from . import description
from .colors import TWICE
from .errors import bad_fields

Tree = dict[str, Any]  # a name -> its own tree; an empty tree is everything below
TOKEN = re.compile(r"[\w*$-]+|[(),./]|\s+|.")


class BadMask(Exception):
    """A mask that can't be read; its text is the path at fault."""


def parse(text: str) -> Tree:
    """The tree of a mask."""
    tokens = [token for token in TOKEN.findall(text) if not token.isspace()]
    tree, rest = _list(tokens)
    if rest:
        raise BadMask(text)
    return tree


def _list(tokens: list[str]) -> tuple[Tree, list[str]]:
    tree: Tree = {}
    while tokens and tokens[0] != ")":
        tokens = _path(tokens, tree)
        if tokens and tokens[0] == ",":
            tokens = tokens[1:]
    return tree, tokens


def _path(tokens: list[str], tree: Tree) -> list[str]:
    name, rest = tokens[0], tokens[1:]
    if not re.fullmatch(r"[\w*$-]+", name):
        raise BadMask(name)
    known = _camel(name) in tree
    below = tree.setdefault(_camel(name), {})
    if rest and rest[0] in "./":
        if not rest[1:]:
            raise BadMask(name)
        return _path(rest[1:], below) if not known or below else _path(rest[1:], {})
    if rest and rest[0] == "(":
        inner, rest = _list(rest[1:])
        if not rest:
            raise BadMask(name)
        below.update(inner)
        return rest[1:]
    below.clear()
    return rest


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part[:1].upper() + part[1:] for part in rest) if head else name


def checked(text: str, service: str, message: str) -> Tree:
    """A `fields` parameter for a message; refuses what isn't in it."""
    try:
        tree = parse(text)
        _check(tree, service, {"$ref": message}, "")
    except BadMask as wrong:
        raise bad_fields(str(wrong)) from None
    return tree


def _check(tree: Tree, service: str, spec: dict[str, Any], path: str) -> None:
    while spec.get("type") == "array":
        spec = spec["items"]
    if not tree or "additionalProperties" in spec or spec.get("type") == "any":
        return
    fields = description.properties(service, spec["$ref"]) if "$ref" in spec else spec.get("properties", {})
    for name, below in tree.items():
        here = f"{path}.{name}" if path else name
        if name == "*":
            continue
        if name not in fields:
            raise BadMask(here)
        _check(below, service, fields[name], here)


def cut(tree: Tree, value: Any) -> Any:
    """A JSON value with only what the mask names."""
    if not tree:
        return value
    if isinstance(value, list):
        return [cut(tree, item) for item in value]
    if not isinstance(value, dict):
        return value
    every = tree.get("*")
    out = {}
    for name, item in value.items():
        below = tree.get(name, every)
        if below is not None:
            out[name] = cut(below, item)
    return out


def wants(tree: Tree | None, *path: str) -> bool:
    """Whether a mask lets something through at this path."""
    if tree is None:
        return False
    for name in path:
        if not tree:
            return True
        below = tree.get(name, tree.get("*"))
        if below is None:
            return False
        tree = below
    return True


def paths(text: str, message: str) -> list[tuple[str, ...]]:
    """An update's mask as paths into a message, `*` opened to all its fields."""
    tree = parse(text)
    if set(tree) == {message[:1].lower() + message[1:]}:
        tree = next(iter(tree.values()))
    _check(tree, "sheets", {"$ref": message}, "")
    return _leaves(tree, message)


def _leaves(tree: Tree, message: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, below in tree.items():
        if name == "*":
            found += [(field,) for field in description.properties("sheets", message)]
        elif not below:
            found.append((name,))
        else:
            found += [(name, *rest) for rest in _below(below)]
    return found


def _below(tree: Tree) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, below in tree.items():
        if name == "*":
            return [()]
        found += [(name, *rest) for rest in _below(below)] if below else [(name,)]
    return found


def write(target: dict[str, Any], source: dict[str, Any], fields: list[tuple[str, ...]]) -> dict[str, Any]:
    """A copy of target in which each named path is as in source, or gone where source hasn't it."""
    out = dict(target)
    for path in fields:
        _write(out, source, path)
    return out


def _write(out: dict[str, Any], source: dict[str, Any], path: tuple[str, ...]) -> None:
    name, rest = path[0], path[1:]
    given = source.get(name)
    if not rest or isinstance(given, list):
        _forget_twin(out, source, name)
        if given is None:
            out.pop(name, None)
        else:
            out[name] = given
        return
    inner = dict(out.get(name) or {})
    _write(inner, given if isinstance(given, dict) else {}, rest)
    if inner:
        out[name] = inner
    else:
        out.pop(name, None)


def _forget_twin(out: dict[str, Any], source: dict[str, Any], name: str) -> None:
    """A colour is stored in two forms; one that is written takes the other with it."""
    for plain, style in TWICE.items():
        other = {plain: style, style: plain}.get(name)
        if other is not None and other not in source:
            out.pop(other, None)
