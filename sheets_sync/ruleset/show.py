"""A ruleset as a readable document: every setting with its article and what is assumed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Node
from sheets_sync.ruleset.dated import Dated
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.model import Round, Ruleset
from sheets_sync.ruleset.scope_words import scope_words

_OWN = ("article", "assumption", "except", "like")


@dataclass(frozen=True, slots=True)
class ShownSetting:
    """One setting: its value as written, its article, and its assumption if it is one; the name of the
    ``exception`` that it belongs to."""

    rule: str
    setting: str
    value: str
    article: str
    assumption: str
    exception: str = ""

    @property
    def path(self) -> str:
        """As `except final > scale`."""
        setting = self.setting.strip()
        return f"except {self.exception} > {setting}" if self.exception else setting


@dataclass(frozen=True, slots=True)
class ShownRule:
    name: str
    settings: tuple[ShownSetting, ...]


def shown_rules(ruleset: Ruleset) -> list[ShownRule]:
    """Every rule in the order of the sections, with the settings that are written down for it."""
    rules = []
    for section, name, rule in ruleset.rules():
        title = f"{section}: {name}" if name else section
        settings = tuple(_settings(title, rule.usual, rule.node, ruleset.files)) + tuple(
            _exceptions(title, rule)
        )
        if settings:
            rules.append(ShownRule(title, settings))
    return rules


def _settings(rule: str, item: Item, node: Map, files: Collection[Path]) -> Iterator[ShownSetting]:
    """What a league file changed is shown with its line there instead of the document's article."""
    for key, child in node.items.items():
        at = node.keys.get(key, child.at)
        if key in _OWN:
            continue
        if at.path in files:
            yield ShownSetting(rule, key, words(child), item.cite(key), _assumption(item, key))
        else:
            yield ShownSetting(rule, key, words(child), f"{at.path.name}:{at.line}", "")
    if isinstance(item.assumption, Mapping):
        for key, text in item.assumption.items():
            if key not in node.items:
                yield ShownSetting(rule, key, "(as usual)", item.cite(key), text)


def _assumption(item: Item, key: str) -> str:
    if isinstance(item.assumption, Mapping):
        return item.assumption.get(key, "")
    return item.assumption


def _exceptions(rule: str, dated: Dated[Item]) -> Iterator[ShownSetting]:
    """Each exception: where it holds, then what differs there, with its own article and assumption."""
    variants = zip(dated.exceptions, dated.scopes, dated.overlays, dated.variants(), strict=True)
    for name, scope, overlay, variant in variants:
        own = dated.usual if "article" not in overlay.items else variant
        yield ShownSetting(rule, f"except {name}", scope_words(scope), own.cite(), "")
        for key, child in overlay.items.items():
            if key not in _OWN:
                assumed = _assumption(variant, key) if "assumption" in overlay.items else ""
                yield ShownSetting(rule, f"  {key}", words(child), own.cite(key), assumed, name)
        only_assumed = overlay.items.get("assumption")
        for key, child in only_assumed.items.items() if isinstance(only_assumed, Map) else ():
            if key not in overlay.items:
                yield ShownSetting(rule, f"  {key}", "(as usual)", own.cite(key), words(child), name)


def frame(ruleset: Ruleset) -> list[ShownRule]:
    """What is no rule: the calendar, the phases, the tables, and what is only announced."""
    parts = {
        "calendar": {each.name: _round(ruleset, each) for each in ruleset.rounds},
        "phases": {name: _rounds(ruleset, name) for name in ruleset.phases},
        "tables": {name: ", ".join(map(str, table)) for name, table in ruleset.tables.items()},
        "info": dict(ruleset.info),
    }
    article = ruleset.season.usual.cite("calendar")
    return [
        ShownRule(part, tuple(ShownSetting(part, key, value, article, "") for key, value in lines.items()))
        for part, lines in parts.items()
        if lines
    ]


def _round(ruleset: Ruleset, each: Round) -> str:
    dates = ", ".join(f"{pool} {day}".strip() for pool, day in each.dates.items())
    return "; ".join(part for part in (", ".join(ruleset.programme(each.number)), dates) if part)


def _rounds(ruleset: Ruleset, phase: str) -> str:
    return ", ".join(each.name for each in ruleset.rounds if phase in ruleset.where(each.number).phases)


def words(node: Node) -> str:
    """A value as one line: ``[a, b]`` -> ``a, b``; a map -> ``key: value; key: value``."""
    return _words(marked_yaml.plain(node))


def _words(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_words(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(_words(each) for each in value)
    return "" if value is None else str(value)


def assumptions(ruleset: Ruleset) -> list[tuple[str, str]]:
    """(rule > setting, what is assumed); an assumption for all of a rule stands once."""
    found: dict[tuple[str, str], list[str]] = {}
    for rule in shown_rules(ruleset):
        for setting in rule.settings:
            if setting.assumption:
                found.setdefault((rule.name, setting.assumption), []).append(setting.path)
    return [(f"{rule} > {', '.join(settings)}", text) for (rule, text), settings in found.items()]
