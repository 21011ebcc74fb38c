"""Settings with exceptions: what holds depends on the round, the phase, the session and the pool."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map
from sheets_sync.problems import Problem
from sheets_sync.ruleset.exceptions import exceptions_of
from sheets_sync.ruleset.items import RARE_SCOPES, Item, Where
from sheets_sync.validation import validate_part

_SCOPES = ("rounds", "phases", "sessions", "pools", *RARE_SCOPES)
AnyItem = TypeVar("AnyItem", bound=Item)


@dataclass(frozen=True, slots=True)
class Dated(Generic[AnyItem]):
    """``usual`` and its ``exceptions`` by name, the last that fits on top. All were checked when loaded."""

    name: str
    model: type[AnyItem]
    node: Map
    usual: AnyItem
    exceptions: tuple[str, ...]
    scopes: tuple[Item, ...]
    overlays: tuple[Map, ...]
    round_names: dict[str, int]
    _made: dict[tuple[int, ...], AnyItem]
    _everywhere: bool = False
    _found: dict[Where, AnyItem | None] = field(default_factory=dict)

    def at(self, where: Where) -> AnyItem | None:
        """The settings in force there, or None where the rule doesn't hold at all."""
        if self._everywhere:
            return self.usual
        if where not in self._found:
            self._found[where] = self._at(where)
        return self._found[where]

    def _at(self, where: Where) -> AnyItem | None:
        fitting = tuple(
            i for i, scope in enumerate(self.scopes) if scope.holds(where, self.round_names, strictly=True)
        )
        if fitting not in self._made:
            self._made[fitting] = self.model.model_validate(marked_yaml.plain(self._laid(fitting)))
        item = self._made[fitting]
        return item if item.holds(where, self.round_names) else None

    def variants(self) -> list[AnyItem]:
        """The settings with each exception by itself."""
        laid = (self._laid((index,)) for index in range(len(self.overlays)))
        return [self.model.model_validate(marked_yaml.plain(node)) for node in laid]

    def _laid(self, fitting: tuple[int, ...]) -> Map:
        node = self.node
        for index in fitting:
            node = marked_yaml.merge(node, self.overlays[index])
        return node


def dated(
    name: str, model: type[AnyItem], node: Map, round_names: dict[str, int]
) -> tuple[Dated[AnyItem] | None, list[Problem]]:
    """One rule with its ``except:``, each variant checked against the rule's model."""
    usual, usual_node, problems = validate_part(model, marked_yaml.without(node, "except"), name)
    read = exceptions_of(name, model, usual_node, node.items.get("except"), problems)
    problems = [*problems, *read.problems]
    if usual is None:
        return None, problems
    everywhere = not read.overlays and all(getattr(usual, scope) is None for scope in _SCOPES)
    excepted = (read.names, read.scopes, read.overlays)
    made: dict[tuple[int, ...], AnyItem] = {(): usual}
    return Dated(name, model, usual_node, usual, *excepted, round_names, made, everywhere), problems
