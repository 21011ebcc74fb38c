"""YAML that remembers its lines: every scalar stays text, every node knows its file and line.

Read by PyYAML's C composer where it is built in. Tags, aliases and doubled keys are problems, so
that nothing in a file can mean more than what a person sees in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from sheets_sync.problems import FileLine, Problem
from sheets_sync.yaml_mistakes import mistake, too_deep

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}"
    for name in ("null", "bool", "int", "float", "str", "timestamp", "merge", "value", "seq", "map")
}
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as text; ``text`` is None where nothing is written after the colon."""

    text: str | None
    at: FileLine


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    at: FileLine


@dataclass(frozen=True, slots=True)
class Map:
    """``keys`` gives the line of each key, which may lie in another file after a merge."""

    items: Mapping[str, Node]
    at: FileLine
    keys: Mapping[str, FileLine] = field(default_factory=dict)


Node = Scalar | Sequence | Map
Positions = Mapping[tuple[str | int, ...], FileLine]


def load(path: Path) -> tuple[Map | None, list[Problem]]:
    """The top-level map of a YAML file. Never raises for what a person wrote."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return None, [Problem("There is no such file.", FileLine(path), "Check its name and folder.")]
    except UnicodeDecodeError as error:
        line = FileLine(path, error.object[: error.start].count(b"\n") + 1)
        message = "The file isn't UTF-8 text: here stands a letter of another encoding."
        return None, [Problem(message, line, "Save it as UTF-8.")]
    except OSError as error:
        return None, [Problem(f"The file can't be read: {error.strerror}.", FileLine(path))]
    return parse(text, path)


def parse(text: str, path: Path) -> tuple[Map | None, list[Problem]]:
    """As `load`, from text; ``path`` is what the problems name."""
    try:
        root = _composed(text)
    except yaml.YAMLError as error:
        return None, [mistake(error, text, path)]
    if root is None:
        return None, [Problem("The file is empty.", FileLine(path))]
    reader = _Reader(path)
    node = reader.node(root)
    if not isinstance(node, Map):
        reader.problem(root, "The file has no 'key: value' lines at its top.")
        return None, reader.problems
    return node, reader.problems


def _composed(text: str) -> yaml.Node | None:
    """The tree, where it isn't so deep that it would overrun the composer."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise too_deep(event)
    root: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return root


class _Reader:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def line(self, node: yaml.Node) -> FileLine:
        return FileLine(self.path, node.start_mark.line + 1)

    def problem(self, node: yaml.Node, message: str, proposal: str = "") -> None:
        self.problems.append(Problem(message, self.line(node), proposal))

    def node(self, node: yaml.Node) -> Node:
        at = self.line(node)
        if id(node) in self._seen:
            hint = "Write it out in both places."
            self.problem(node, "This is taken again somewhere else by an alias (*name).", hint)
            return _emptied(node, at)
        self._seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            self.problem(node, f"The tag {tag} isn't allowed.", "Write the plain value.")
        if isinstance(node, yaml.MappingNode):
            return self._map(node, at)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.node(item) for item in node.value), at)
        empty = node.value == "" and not getattr(node, "style", None)
        return Scalar(None if empty else str(node.value), at)

    def _map(self, node: yaml.MappingNode, at: FileLine) -> Map:
        items: dict[str, Node] = {}
        keys: dict[str, FileLine] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.problem(key_node, "A key must be a word or a number.")
                continue
            key = str(key_node.value)
            if key in items:
                first = keys[key].line
                self.problem(
                    key_node, f"'{key}' is written twice; the first is in line {first}.", "Keep one."
                )
                continue
            items[key] = self.node(value_node)
            keys[key] = self.line(key_node)
        return Map(items, at, keys)


def _emptied(node: yaml.Node, at: FileLine) -> Node:
    """Stands for what an alias takes again: empty, since aliases of aliases may be endless."""
    if isinstance(node, yaml.ScalarNode):
        return Scalar(str(node.value), at)
    return Map({}, at) if isinstance(node, yaml.MappingNode) else Sequence((), at)


def merge(under: Map, over: Map) -> Map:
    """``over`` laid on ``under``: maps merge key by key, values and lists are replaced."""
    items = dict(under.items)
    for key, node in over.items.items():
        below = items.get(key)
        items[key] = merge(below, node) if isinstance(below, Map) and isinstance(node, Map) else node
    return Map(items, over.at, {**under.keys, **over.keys})


def without(node: Map, *names: str) -> Map:
    kept = {key: value for key, value in node.items.items() if key not in names}
    return Map(kept, node.at, node.keys)


def plain(node: Node | None) -> Any:
    """The node as dicts, lists and texts."""
    if isinstance(node, Map):
        return {key: plain(value) for key, value in node.items.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.text if node else None


def positions(node: Node) -> Positions:
    """The line of every key and item, by its path from the top."""
    found: dict[tuple[str | int, ...], FileLine] = {(): node.at}
    _collect(node, (), found)
    return found


def _collect(node: Node, path: tuple[str | int, ...], found: dict[tuple[str | int, ...], FileLine]) -> None:
    if isinstance(node, Map):
        for key, value in node.items.items():
            found[(*path, key)] = node.keys.get(key, value.at)
            _collect(value, (*path, key), found)
    elif isinstance(node, Sequence):
        for index, value in enumerate(node.items):
            found[(*path, index)] = value.at
            _collect(value, (*path, index), found)
