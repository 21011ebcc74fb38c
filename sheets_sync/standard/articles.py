"""Which article of the document speaks about the rows of a tab: what a row without it is left out by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sheets_sync.records.names import fold
from sheets_sync.ruleset.dated import Dated
from sheets_sync.ruleset.model import Ruleset

_OF_KIND: Mapping[str, Callable[[Ruleset], str]] = {
    "entries": lambda rules: rules.roster.usual.cite(),
    "calendar": lambda rules: rules.season.usual.cite(),
    "results": lambda rules: rules.classification.usual.cite(),
    "choices": lambda rules: rules.pools.usual.cite("fill"),
    "swaps": lambda rules: rules.pools.usual.cite("swap"),
    "moves": lambda rules: rules.pools.usual.cite("move"),
    "sign_outs": lambda rules: rules.absence.usual.cite("notice"),
    "replacements": lambda rules: rules.roster.usual.cite("replacement"),
    "transfers": lambda rules: rules.roster.usual.cite("transfer"),
    "cases": lambda rules: rules.cases.usual.cite("report"),
    "votes": lambda rules: rules.cases.usual.cite("votes"),
    "interruptions": lambda rules: _first(rules.interruptions.values()),
    "awards": lambda rules: _first(e for e in rules.points.values() if e.usual.for_.kind == "code"),
    "decisions": lambda rules: rules.tariff.usual.cite("codes"),
    "opening": lambda rules: _first([*rules.tallies.values(), *rules.standings.values()]),
    "blacklist": lambda rules: _first(e for e in rules.checks.values() if e.usual.not_in == "blacklist"),
    "approvals": lambda rules: rules.cases.usual.cite("final"),
}
"""The article of a kind whose rows no check looks at; the answers are ours, and no document's."""


def article_of(ruleset: Ruleset, kind: str, field: str = "") -> str:
    """The article that asks for a field of a record kind: that of a check of it, else the kind's rule's, else
    that of any check of the kind; empty where the document says nothing about it."""
    checks = [rule for rule in ruleset.checks.values() if rule.usual.tab == kind]
    of_field = _first(rule for rule in checks if fold(rule.usual.column).replace(" ", "_") == field)
    of_kind = _OF_KIND[kind](ruleset) if kind in _OF_KIND else ""
    return of_field or of_kind or _first(checks)


def _first(rules: Iterable[Dated[Any]]) -> str:
    """The first article that one of them cites."""
    return next((cite for rule in rules if (cite := rule.usual.cite())), "")
