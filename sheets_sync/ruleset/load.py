"""A ruleset's merged tree becomes a checked `Ruleset`; every mistake is named with its line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Scalar
from sheets_sync.problems import FileLine, Problem
from sheets_sync.ruleset.checks import check
from sheets_sync.ruleset.dated import Dated, dated
from sheets_sync.ruleset.files import Sources, gather
from sheets_sync.ruleset.frame import Frame
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.like import Liked, liked, own_problems
from sheets_sync.ruleset.model import SECTIONS, Ruleset, Section
from sheets_sync.ruleset.settings import is_off
from sheets_sync.validation import nearest

_FRAME = ("document", "extends", "calendar", "phases", "tables", "info")
_SINGLE = frozenset(section.name for section in SECTIONS if not section.many)


def load_ruleset(
    name: str, folders: Sequence[Path] = (), at: FileLine | None = None, changes: Map | None = None
) -> tuple[Ruleset | None, list[Problem]]:
    """A ruleset by name. ``folders`` are searched before the shipped rulesets; ``changes`` is the part of
    league.yaml that is laid on top; ``at`` is the line that names the ruleset."""
    draft, problems = draft_ruleset(name, folders, at, changes)
    return (None, problems) if draft is None or problems else (draft.ruleset, [])


@dataclass(frozen=True, slots=True)
class Draft:
    """A ruleset whose form is right, while names in it may be wrong, and the files it was made from.
    ``tree``: what they say together, with every `like` carried out."""

    ruleset: Ruleset
    sources: Sources
    tree: Map


def draft_ruleset(
    name: str, folders: Sequence[Path] = (), at: FileLine | None = None, changes: Map | None = None
) -> tuple[Draft | None, list[Problem]]:
    """As `load_ruleset`, for who looks on although names are wrong; None where the form is."""
    sources, problems = gather(name, folders, at, changes)
    if sources is None:
        return None, problems
    laid = liked(sources.tree)
    problems += laid.problems
    builder = _Builder(name, sources, laid, problems)
    ruleset = builder.build()
    if ruleset is None:
        return None, problems
    readable = not problems
    problems += builder.beside([*check(ruleset, builder.lines, laid.models), *builder.uncited])
    return (Draft(ruleset, sources, laid.tree) if readable else None), problems


class _Builder:
    def __init__(self, name: str, sources: Sources, laid: Liked, problems: list[Problem]) -> None:
        self.name, self.sources, self.tree, self.problems = name, sources, laid.tree, problems
        self.models = laid.models
        self.lines = marked_yaml.positions(laid.tree)
        self.frame = Frame(sources)
        self.uncited = self.frame.uncited
        self.unread: set[str] = set()

    def build(self) -> Ruleset | None:
        self._unknown_sections()
        self.problems += self.frame.problems
        rounds = self.frame.rounds
        names = {each.name: each.number for each in rounds}
        sections = {section.name: self._section(section, names) for section in SECTIONS}
        if not rounds or any(content is None for content in sections.values()):
            return None
        named = self.tree.items.get("document")
        inherited = named is not None and named.at.path == self.sources.files[0] != self.sources.files[-1]
        said = named.text if isinstance(named, Scalar) and not inherited else None
        return Ruleset(
            self.name,
            said or self.name,
            self.sources.files,
            self.sources.articles,
            rounds,
            self.frame.phases,
            self.frame.tables,
            self.frame.info,
            **sections,
            switched_off=self._switched_off(),
        )

    def beside(self, found: list[Problem]) -> list[Problem]:
        """What is wrong beside the form, without what only follows from a mistake in it."""
        names = ["''", *(f"'{name}'" for name in self.unread)]
        if any(isinstance(e.at, FileLine) and e.at.path.name == "articles.yaml" for e in self.problems):
            names.append("there is no article")
        return [each for each in found if not any(name in each.message for name in names)]

    def _unknown_sections(self) -> None:
        known = [*_FRAME, *(section.name for section in SECTIONS)]
        for key in self.tree.items:
            if key not in known:
                at = self.tree.keys.get(key)
                self.problems.append(Problem(f"'{key}' is no section of a ruleset.", at, nearest(key, known)))
        named = self.tree.items.get("document")
        if isinstance(named, Map | marked_yaml.Sequence):
            self.problems.append(Problem("document: here belongs the document's name.", named.at))
        for key in (*_FRAME[3:], *(section.name for section in SECTIONS)):
            node = self.tree.items.get(key)
            if node is not None and not isinstance(node, Map):
                form = "'key: value'" if key in _SINGLE else "'name: ...'"
                self.problems.append(Problem(f"{key}: here belong settings in the form {form}.", node.at))

    def _map(self, key: str) -> Map:
        node = self.tree.items.get(key)
        return node if isinstance(node, Map) else Map({}, self.tree.at)

    def _switched_off(self) -> frozenset[tuple[str, str]]:
        """(section, name) of every rule that is `off`."""
        many = (section.name for section in SECTIONS if section.many)
        return frozenset(
            (name, key) for name in many for key, child in self._map(name).items.items() if is_off(child)
        )

    def _section(self, section: Section, names: dict[str, int]) -> Any:
        node = self._map(section.name)
        if section.many:
            return self._rules(section, node, names)
        rule, found = dated(section.name, section.model, node, names)
        self.problems += found
        self.unread |= _cut(node, rule.node) if rule is not None else set()
        return rule

    def _rules(self, section: Section, node: Map, names: dict[str, int]) -> dict[str, Dated[Item]]:
        """The rules of a section that can be read; what one takes over by `like` is said there."""
        written = self.sources.tree.items.get(section.name)
        self.unread |= set(written.items if isinstance(written, Map) else ())
        rules: dict[str, Dated[Item]] = {}
        found: dict[str, list[Problem]] = {}
        for key, child in node.items.items():
            name = f"{section.name} > {key}"
            if isinstance(child, Map):
                rule, found[name] = dated(name, section.model, child, names)
                rules |= {key: rule} if rule is not None else {}
            elif not is_off(child):
                message = f"{name}: here belong settings in the form 'key: value', or off."
                found[name] = [Problem(message, child.at)]
        self.problems += (each for name in found for each in own_problems(name, found, self.models))
        self.unread -= {key for key in node.items if key in rules or is_off(node.items[key])}
        return rules


def _cut(written: Map, read: Map) -> set[str]:
    """The keys, such as codes of a tariff, that couldn't be read."""
    kept = {key: child.items if isinstance(child, Map) else {} for key, child in read.items.items()}
    maps = (
        (key, child) for key, child in written.items.items() if isinstance(child, Map) and key != "except"
    )
    return {inner for key, child in maps for inner in child.items if inner not in kept.get(key, {})}
