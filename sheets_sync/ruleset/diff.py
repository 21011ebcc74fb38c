"""How two rulesets differ: every setting that one has and the other hasn't, or says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from sheets_sync.marked_yaml import Map, Node
from sheets_sync.ruleset.like import liked
from sheets_sync.ruleset.model import SECTIONS
from sheets_sync.ruleset.settings import is_off
from sheets_sync.ruleset.show import words

What = Literal["added", "taken out", "changed"]
_FRAME = ("document", "calendar", "phases", "tables", "info")
_MARKS = ("article", "assumption", "like")


@dataclass(frozen=True, slots=True)
class Change:
    """One setting. ``rule`` is `tallies > licence`; ``setting`` the path below it, empty for the rule's own
    value. ``article`` is what the newer ruleset cites, or the older one for what is taken out. ``whole``: all
    of the rule is in one of the two only."""

    section: str
    rule: str
    setting: str
    what: What
    old: str
    new: str
    article: str
    whole: bool = False

    def __str__(self) -> str:
        name = f"{self.setting}: " if self.setting else ""
        cited = f" [{self.article}]" if self.article else ""
        if self.what == "changed":
            return f"{name}{self.old} -> {self.new}{cited}"
        what = "" if self.whole else f", {self.what}"
        return f"{name}{self.new or self.old}{what}{cited}"


def differences(old: Map, new: Map) -> list[Change]:
    """What changes from one merged tree to the other, in the order of the sections."""
    old, new = liked(old).tree, liked(new).tree
    changes: list[Change] = []
    for section in _FRAME:
        changes += _compared(section, section, _node(old, section), _node(new, section))
    for each in SECTIONS:
        if each.many:
            changes += _of_many(each.name, _rules(old, each.name), _rules(new, each.name))
        else:
            changes += _compared(each.name, each.name, _node(old, each.name), _node(new, each.name))
    return changes


def _node(tree: Map, name: str) -> Node:
    return tree.items.get(name) or Map({}, tree.at)


def _rules(tree: Map, section: str) -> Mapping[str, Node]:
    """The rules of a section, without those that are off."""
    node = _node(tree, section)
    items = node.items if isinstance(node, Map) else {}
    return {name: child for name, child in items.items() if not is_off(child)}


def _of_many(section: str, old: Mapping[str, Node], new: Mapping[str, Node]) -> Iterator[Change]:
    for name in dict.fromkeys([*old, *new]):
        nothing = Map({}, next(iter([*old.values(), *new.values()])).at)
        rule = f"{section} > {name}"
        changes = _compared(section, rule, old.get(name, nothing), new.get(name, nothing))
        yield from (replace(each, whole=(name in old) != (name in new)) for each in changes)


def _compared(section: str, rule: str, old: Node, new: Node) -> Iterator[Change]:
    before, after = dict(_settings(old)), dict(_settings(new))
    for path in dict.fromkeys([*before, *after]):
        one, two = before.get(path), after.get(path)
        if one != two:
            what: What = (
                "changed" if one is not None and two is not None else "added" if one is None else "taken out"
            )
            article = _article(new if two is not None else old, path)
            yield Change(section, rule, " > ".join(path), what, one or "", two or "", article)


def _settings(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every value by its path; a list is one value. Articles and assumptions aren't settings."""
    if not isinstance(node, Map):
        yield path, words(node)
        return
    for key, child in node.items.items():
        if key not in _MARKS:
            yield from _settings(child, (*path, key))


def _article(node: Node, path: tuple[str, ...]) -> str:
    """The article of the nearest map around the setting that cites one for it."""
    cited = ""
    while isinstance(node, Map) and path:
        cited = _cited(node.items.get("article"), path[0]) or cited
        node, path = node.items.get(path[0], node), path[1:]
    return cited


def _cited(article: Node | None, setting: str) -> str:
    if isinstance(article, Map):
        article = article.items.get(setting) or next(iter(article.items.values()), None)
    return words(article) if article is not None else ""
