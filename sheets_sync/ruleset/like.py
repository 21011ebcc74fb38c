"""`like:`: a rule takes over what another one of its section says, which may itself be like a third."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Node, Scalar
from sheets_sync.problems import Problem
from sheets_sync.ruleset.model import SECTIONS
from sheets_sync.ruleset.settings import is_off
from sheets_sync.validation import nearest

LIKE = "like"


@dataclass(frozen=True, slots=True)
class Liked:
    """``tree``: every rule with what it takes over, without those whose `like` leads nowhere. ``models``:
    `points > sprint` -> the rules that it takes over from, the nearest first."""

    tree: Map
    models: Mapping[str, tuple[str, ...]]
    problems: list[Problem]


def liked(tree: Map) -> Liked:
    """The merged tree of a ruleset with every `like` carried out."""
    sections = {each.name: tree.items.get(each.name) for each in SECTIONS if each.many}
    own = {each.name: each.model.NOT_TAKEN_OVER for each in SECTIONS}
    laid = {name: _Section(name, node, own[name]) for name, node in sections.items() if isinstance(node, Map)}
    items = {**tree.items, **{name: section.all() for name, section in laid.items()}}
    models = {rule: above for section in laid.values() for rule, above in section.models.items()}
    problems = [each for section in laid.values() for each in section.problems]
    return Liked(Map(items, tree.at, tree.keys), models, problems)


def own_problems(
    rule: str, found: Mapping[str, Sequence[Problem]], models: Mapping[str, tuple[str, ...]]
) -> list[Problem]:
    """What is wrong with a rule, without what it only takes over from one where that is said already."""
    above = models.get(rule, ())
    said = {(each.message.replace(model, rule), each.at) for model in above for each in found.get(model, ())}
    return [each for each in found.get(rule, ()) if (each.message, each.at) not in said]


@dataclass(slots=True)
class _Section:
    name: str
    node: Map
    own: tuple[str, ...]
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _laid: dict[str, Node | None] = field(default_factory=dict)

    def all(self) -> Map:
        laid = {key: self._rule(key, ()) for key in self.node.items}
        kept = {key: node for key, node in laid.items() if node is not None}
        return Map(kept, self.node.at, self.node.keys)

    def _rule(self, key: str, below: tuple[str, ...]) -> Node | None:
        """The rule with all that it takes over; ``below``: the rules that are like it, the first first."""
        if key not in self._laid:
            self._laid[key] = self._made(key, (*below, key))
        return self._laid[key]

    def _made(self, key: str, below: tuple[str, ...]) -> Node | None:
        node = self.node.items[key]
        if not isinstance(node, Map) or LIKE not in node.items:
            return node
        model = self._model(key, node)
        if model is None or self._is_circle(model, below):
            return None
        under = self._rule(model, below)
        if not isinstance(under, Map):
            return None
        further = self.models.get(self._called(model), ())
        self.models[self._called(key)] = (self._called(model), *further)
        taken = marked_yaml.without(under, *self.own)
        return marked_yaml.merge(taken, marked_yaml.without(node, LIKE))

    def _model(self, key: str, node: Map) -> str | None:
        """The rule that it is like; None, and said, where that is none."""
        like = node.items[LIKE]
        if not isinstance(like, Scalar) or like.text is None:
            self._say(node, f"{self._called(key)} > like: here belongs the name of one rule.")
            return None
        under = self.node.items.get(like.text)
        if is_off(under):
            self._say_off(key, like.text, node)
            return None
        if under is None:
            others = [name for name, each in self.node.items.items() if name != key and not is_off(each)]
            message = f"{self._called(key)} is like '{like.text}', which isn't there."
            self._say(node, message, nearest(like.text, others))
            return None
        return like.text

    def _say_off(self, key: str, model: str, node: Map) -> None:
        """Where another file turns the model off, that is the line to look at."""
        off = self.node.items[model]
        message = f"{self._called(key)} is like '{model}', which is off."
        hint = f"Take out the 'off', or write out what {self._called(key)} says."
        if off.at.path == node.at.path:
            self._say(node, message, hint)
        else:
            self.problems.append(Problem(message, off.at, hint))

    def _is_circle(self, model: str, below: tuple[str, ...]) -> bool:
        if model not in below:
            return False
        circle = " > ".join([*below[below.index(model) :], model])
        node = self.node.items[model]
        message = f"{self.name}: these rules are like each other in a circle: {circle}."
        self._say(node, message, "Write out what one of them says.")
        return True

    def _say(self, node: Node, message: str, hint: str = "") -> None:
        at = node.keys.get(LIKE, node.at) if isinstance(node, Map) else node.at
        self.problems.append(Problem(message, at, hint))

    def _called(self, key: str) -> str:
        return f"{self.name} > {key}"
