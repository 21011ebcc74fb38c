"""Settings with exceptions: what holds depends on the round, the phase, the session and the pool."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Node, Scalar
from sheets_sync.problems import Problem
from sheets_sync.ruleset.items import RARE_SCOPES, SCOPE, Item, Where
from sheets_sync.validation import validate, validate_part

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
    exceptions = node.items.get("except")
    usual_node = marked_yaml.without(node, "except")
    usual, usual_node, problems = validate_part(model, usual_node, name)
    names: list[str] = []
    scopes: list[Item] = []
    overlays: list[Map] = []
    problems += _unreadable(name, exceptions)
    for key, exception in exceptions.items.items() if isinstance(exceptions, Map) else ():
        if not isinstance(exception, Map):
            continue
        scope_node = Map(
            {k: v for k, v in exception.items.items() if k in SCOPE}, exception.at, exception.keys
        )
        overlay = marked_yaml.without(exception, *SCOPE)
        scope, found = validate(Item, scope_node, f"{name} > except > {key}")
        _, found_in = validate(model, marked_yaml.merge(usual_node, overlay), f"{name} > except > {key}")
        if usual is not None and problems:
            # A rule of which a part can't be read is checked as a whole once that part is mended.
            found_in = [
                each for each in found_in if not each.message.startswith(f"{name} > except > {key}: ")
            ]
        problems += found + [each for each in found_in if not _inherited(each, problems, name, key)]
        if scope is not None and not found_in:
            names.append(key)
            scopes.append(scope)
            overlays.append(overlay)
    if usual is None:
        return None, problems
    made: dict[tuple[int, ...], AnyItem] = {(): usual}
    everywhere = not overlays and all(getattr(usual, name) is None for name in _SCOPES)
    excepted = (tuple(names), tuple(scopes), tuple(overlays))
    return Dated(name, model, usual_node, usual, *excepted, round_names, made, everywhere), problems


def _inherited(problem: Problem, usual: Iterable[Problem], name: str, key: str) -> bool:
    """Whether an exception only takes a mistake over that stands, and is said, outside of it."""
    bare = problem.message.replace(f"{name} > except > {key}", name)
    return any(each.message == bare and each.at == problem.at for each in usual)


def _unreadable(name: str, exceptions: Node | None) -> list[Problem]:
    """What stands in place of exceptions and can't be any; one may be ``off``."""
    if exceptions is None:
        return []
    if not isinstance(exceptions, Map):
        message = f"{name} > except: here belong exceptions, each with a name, in the form 'name: settings'."
        return [Problem(message, exceptions.at, "Write it like 'finale: {rounds: 8, scale: 2}'.")]
    wrong = (
        (key, node)
        for key, node in exceptions.items.items()
        if not isinstance(node, Map) and not (isinstance(node, Scalar) and node.text == "off")
    )
    message = "here belong settings in the form 'key: value', or off."
    return [Problem(f"{name} > except > {key}: {message}", node.at) for key, node in wrong]
