"""Clause cases: small seasons under the rulesets as shipped, with what the document's own words demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rule_cases import LATER, Outcome, run_on

from sheets_sync import marked_yaml
from sheets_sync.marked_yaml import Map, Scalar, Sequence

FOLDER = Path(__file__).parent / "clauses"
_KEYS = {"clauses", "name", "why", "rules", "facts", "now", "expect"}


@dataclass(frozen=True, slots=True)
class ClauseCase:
    """One case. ``clauses``: the ids that it proves; ``why``: the words and the arithmetic it rests on."""

    ruleset: str
    clauses: tuple[str, ...]
    name: str
    why: str
    rules: Map | None
    facts: Mapping[str, list[Any]]
    now: str
    expect: Mapping[str, Any]


def clause_ids() -> list[str]:
    """Every clause there is."""
    node, problems = marked_yaml.load(FOLDER / "ids.yaml")
    assert node is not None and not problems, problems
    plain = marked_yaml.plain(node)
    return [clause for ids in plain.values() for clause in ids]


def load_all() -> Iterator[tuple[str, ClauseCase]]:
    """Every case with the name of its document's file."""
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.stem != "ids":
            yield from ((path.stem, case) for case in _load(path))


def _load(path: Path) -> list[ClauseCase]:
    node, problems = marked_yaml.load(path)
    assert node is not None and not problems, problems
    ruleset, listed = node.items["ruleset"], node.items["cases"]
    assert isinstance(ruleset, Scalar) and isinstance(listed, Sequence)
    return [_case(str(ruleset.text), item) for item in listed.items]


def _case(ruleset: str, node: marked_yaml.Node) -> ClauseCase:
    assert isinstance(node, Map)
    assert set(node.items) <= _KEYS, f"{node.at}: unknown keys {set(node.items) - _KEYS}"
    plain = marked_yaml.plain(node)
    rules = node.items.get("rules")
    return ClauseCase(
        ruleset,
        tuple(plain["clauses"]),
        plain["name"],
        plain["why"],
        rules if isinstance(rules, Map) else None,
        plain.get("facts") or {},
        plain.get("now") or LATER,
        plain["expect"],
    )


def run(case: ClauseCase) -> Outcome:
    return run_on(case.ruleset, case.rules, case.facts, case.now)
