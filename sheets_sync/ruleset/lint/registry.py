"""Every lint rule by its name, in the order in which their findings are told apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sheets_sync.problems import Problem, place_key
from sheets_sync.ruleset.lint import (
    bands,
    citations,
    codes,
    costs,
    scopes,
    silences,
    tables,
    thresholds,
    tiers,
)
from sheets_sync.ruleset.lint.subject import Subject


@dataclass(frozen=True, slots=True)
class LintRule:
    """``find`` gives the problems; its docstring says what the rule looks for."""

    name: str
    find: Callable[[Subject], Iterable[Problem]]


RULES = (
    LintRule("codes", codes.unknown_codes),
    LintRule("counts", codes.uncounted),
    LintRule("thresholds", thresholds.out_of_order),
    LintRule("ranges", thresholds.ranges),
    LintRule("drops", thresholds.drops),
    LintRule("tables", tables.not_falling),
    LintRule("starters", tables.missing_starters),
    LintRule("free codes", costs.free_codes),
    LintRule("unfed tallies", costs.unfed),
    LintRule("scopes", scopes.never_hold),
    LintRule("phases", scopes.empty_phases),
    LintRule("overlaid", tiers.overlaid),
    LintRule("overlaps", tiers.overlapping),
    LintRule("tiers", tiers.tier_gaps),
    LintRule("grids", scopes.unknown_grids),
    LintRule("interruptions", bands.interruption_bands),
    LintRule("distance", bands.distance_bands),
    LintRule("open settings", silences.still_open),
    LintRule("no points", silences.no_points),
    LintRule("without an article", citations.without_article),
    LintRule("uncited articles", citations.uncited),
    LintRule("assumptions", silences.counted_assumptions),
)


def lint(subject: Subject) -> list[Problem]:
    """What every rule finds, in the order of the files; each with the name of its rule."""
    found = [replace(each, rule=rule.name) for rule in RULES for each in rule.find(subject)]
    return sorted(dict.fromkeys(found), key=place_key)
