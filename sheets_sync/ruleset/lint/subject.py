"""What is looked at: a ruleset, each rule of it as it is written, and the line of every setting."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map
from sheets_sync.problems import FileLine, Problem, Severity
from sheets_sync.ruleset.dated import Dated
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.load import Draft
from sheets_sync.ruleset.model import Article, Ruleset

RulePath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A rule, or one exception of it, as its file writes it. ``item`` is what holds there; ``node`` is only
    what is written at ``path``, without what `like` takes over. ``scope``: where an exception holds."""

    path: RulePath
    node: Map
    item: Item
    scope: Item | None = None

    @property
    def title(self) -> str:
        return " > ".join(self.path)


@dataclass(frozen=True, slots=True)
class Subject:
    """``tree`` is everything that was read, the lower files merged in; ``articles`` are those in force."""

    ruleset: Ruleset
    tree: Map
    articles: Mapping[str, Article]
    _lines: Mapping[RulePath, FileLine]

    @classmethod
    def of(cls, draft: Draft) -> Subject:
        lines = {_folded(tuple(map(str, path))): at for path, at in marked_yaml.positions(draft.tree).items()}
        return cls(draft.ruleset, draft.sources.tree, draft.sources.articles, lines)

    def line(self, *path: object) -> FileLine:
        """The line of a setting, of what it is `like`, or of the nearest thing above it."""
        wanted = tuple(map(str, path))
        while _folded(wanted) not in self._lines:
            wanted = wanted[:-1]
        return self._lines[_folded(wanted)]

    def parts(self, *sections: str) -> Iterator[Part]:
        """Every rule of these sections (of all without any), each followed by its exceptions."""
        for section, name, rule in self.ruleset.rules():
            if not sections or section in sections:
                path = (section, name) if name else (section,)
                yield Part(path, self.written(path), rule.usual)
                yield from self._exceptions(path, rule)

    def exceptions(self, *sections: str) -> Iterator[Part]:
        return (part for part in self.parts(*sections) if part.scope is not None)

    def _exceptions(self, path: RulePath, rule: Dated[Item]) -> Iterator[Part]:
        for name, scope, item in zip(rule.exceptions, rule.scopes, rule.variants(), strict=True):
            inside = (*path, "except", name)
            yield Part(inside, self.written(inside), item, scope)

    def written(self, path: RulePath) -> Map:
        """What stands at a path of the merged files; an empty map where that is no map."""
        node: object = self.tree
        for part in path:
            node = node.items.get(part) if isinstance(node, Map) else None
        return node if isinstance(node, Map) else Map({}, self.tree.at)

    def error(self, message: str, *path: object, hint: str = "") -> Problem:
        return Problem(message, self.line(*path), hint)

    def warning(self, message: str, *path: object, hint: str = "") -> Problem:
        return Problem(message, self.line(*path), hint, Severity.WARNING)

    def note(self, message: str, *path: object, hint: str = "") -> Problem:
        return Problem(message, self.line(*path), hint, Severity.NOTE)


def _folded(path: RulePath) -> RulePath:
    """Capitals don't matter: codes are kept in capitals however they are written."""
    return tuple(part.casefold() for part in path)
