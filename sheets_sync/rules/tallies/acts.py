"""Which acts a tally counts, and how much each adds."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from sheets_sync.rules.sanctions.penalties import Act
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.values import Number, simplest


def counted(ruleset: Ruleset, name: str, acts: Iterable[Act]) -> list[Act]:
    """The acts that a tally counts, in the order in which they became known."""
    found = [act for act in acts if _is_counted(ruleset, name, act)]
    if len(found) > 1:
        found.sort(key=lambda act: _turn(ruleset, act))
    return found


def _turn(ruleset: Ruleset, act: Act) -> tuple[object, ...]:
    """By when it became known and where it happened; cells only tell apart what is the same in all else."""
    event = act.event
    programme = ruleset.programme(event.round)
    session = programme.index(event.session) if event.session in programme else -1
    return act.known, event.round, session, event.pool, act.happened, act.word, act.says, act.cells


def _is_counted(ruleset: Ruleset, name: str, act: Act) -> bool:
    if act.kind in ("tally", "opening") and act.word != name:
        return False
    rules = rules_for(ruleset, name, act)
    return rules is not None and _counts(rules, act)


def _counts(rules: Tally, act: Act) -> bool:
    if act.kind in ("tally", "opening"):
        return True
    words = rules.words
    if act.kind == "penalty":
        return "every penalty" in words
    if act.kind == "code" and "every code" in words:
        return True
    return act.word.casefold() in words


def rules_for(ruleset: Ruleset, name: str, act: Act) -> Tally | None:
    """The rules of that moment; what was brought along counts from wherever the rules begin."""
    rule = ruleset.tallies[name]
    found = rule.at(ruleset.where(act.event.round, act.event.session, act.event.pool))
    return rule.usual if found is None and act.inherited else found


def added(rules: Tally, act: Act) -> Number:
    """How much the act adds."""
    if act.kind in ("tally", "opening") or rules.adds == "amount":
        return act.amount
    if not isinstance(rules.adds, str):
        return rules.adds
    written = getattr(act.row, rules.adds.removeprefix("column "), None)
    return rules.if_empty if written is None else simplest(Fraction(written))
