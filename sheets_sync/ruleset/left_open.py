"""What a ruleset leaves to the league that takes it: points, and settings to ask the organisers for."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.marked_yaml import Map, Node, Sequence
from sheets_sync.problems import FileLine
from sheets_sync.ruleset.model import Ruleset

Path = tuple[str, ...]

USUAL_POINTS = "[25, 18, 15, 12, 10, 8, 6, 4, 2, 1]"
POINTS_HINT = "Write them into league.yaml, as 'rules: {points: {race: {table: [25, 18, 15]}}}'."


def lacks_points(ruleset: Ruleset) -> bool:
    """Whether a standing goes by points that no rule gives."""
    ordered = (measure for each in ruleset.standings.values() for measure in each.usual.by)
    return not ruleset.points and any(measure.kind == "points" for measure in ordered)


def asked(tree: Node) -> list[tuple[Path, FileLine]]:
    """Settings that are marked `ask`: the document leaves them open. What is only announced isn't one."""
    return [(path, at) for path, at in _asked(tree, ()) if path[0] != "info"]


def _asked(node: Node, path: Path) -> Iterator[tuple[Path, FileLine]]:
    if isinstance(node, Map):
        for key, child in node.items.items():
            yield from _asked(child, (*path, key))
    elif isinstance(node, Sequence):
        for child in node.items:
            yield from _asked(child, path)
    elif node.text == "ask":
        yield path, node.at
