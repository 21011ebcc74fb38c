"""Which results count: the best so many, or all but the worst so many, of the rounds that a rule covers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from sheets_sync.rules.standings.scores import RoundScore
from sheets_sync.ruleset.kinds.standings import Counting, Standing
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.scope_values import RoundSet
from sheets_sync.ruleset.values import Number, simplest

Unit = tuple[int, str]
"""A round, or with a session's name one session of it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What a line counts. ``values``: unit -> points; ``dropped``: units that don't count; with
    ``provisional`` they count until the last round is in; ``covered``: the rounds that count, or all."""

    values: Mapping[Unit, Number]
    dropped: tuple[Unit, ...]
    provisional: bool = False
    covered: frozenset[int] | None = None

    @property
    def total(self) -> Number:
        kept = (
            self.values
            if self.provisional
            else {u: v for u, v in self.values.items() if u not in self.dropped}
        )
        return simplest(sum(kept.values()))

    def rounds(self) -> dict[int, Number]:
        """Points by round, whether they count or not."""
        return _by_round(self.values)

    def lost(self) -> dict[int, Number]:
        """Points by round that don't count; with ``provisional`` those that won't."""
        return _by_round({unit: self.values.get(unit, 0) for unit in self.dropped})


def _by_round(values: Mapping[Unit, Number]) -> dict[int, Number]:
    found: dict[int, Number] = {}
    for (number, _), points in values.items():
        found[number] = found.get(number, 0) + points
    return found


def counted(
    ruleset: Ruleset,
    rules: Standing,
    scores: Mapping[int, RoundScore],
    values: Mapping[Unit, Number],
    held: Collection[int],
    cancelled: Collection[int] = (),
) -> Counted:
    """Drops what the rules drop. ``values``: what each unit is worth; ``held``: the rounds raced so far;
    ``cancelled``: those that nobody waits for."""
    if not rules.count:
        return Counted(values, ())
    dropped: list[Unit] = []
    covered: set[int] = set()
    worst = _worst_first(rules, values)
    for each in rules.count:
        rounds = _covered(ruleset, each)
        covered |= rounds
        dropped += _dropped(ruleset, each, scores, worst, [number for number in held if number in rounds])
    provisional = rules.shown == "at the end" and not covered <= {*held, *cancelled}
    covered |= _before(ruleset, covered)
    inside = {unit: points for unit, points in values.items() if unit[0] in covered}
    return Counted(inside, tuple(dropped), provisional, frozenset(covered))


def _before(ruleset: Ruleset, covered: Collection[int]) -> set[int]:
    """What drivers brought along counts where the first round does."""
    first = min(each.number for each in ruleset.rounds)
    return {first - 1} if first in covered else set()


def _covered(ruleset: Ruleset, rules: Counting) -> set[int]:
    numbers = {each.number for each in ruleset.rounds}
    if rules.rounds is not None:
        numbers &= _in(ruleset, rules.rounds)
    if rules.phases is not None:
        phases = (ruleset.phases[name] for name in rules.phases if name in ruleset.phases)
        numbers &= {number for phase in phases for number in _in(ruleset, phase)}
    return numbers


def _in(ruleset: Ruleset, rounds: RoundSet | None) -> set[int]:
    if rounds is None:
        return set()
    names = ruleset.round_names
    named = {names[name] for name in rounds.names if name in names}
    return named | {
        each.number for each in ruleset.rounds if any(each.number in span for span in rounds.numbers)
    }


def _dropped(
    ruleset: Ruleset,
    rules: Counting,
    scores: Mapping[int, RoundScore],
    worst: Callable[[Unit], Number],
    held: list[int],
) -> list[Unit]:
    forced = _in(ruleset, rules.forced) & set(held)
    protected = _in(ruleset, rules.protect)
    units = _units(ruleset, rules, held)
    gone = [unit for unit in units if unit[0] in forced]
    open_units = [unit for unit in units if unit[0] not in forced]
    many = _how_many(rules, len(units), len(held)) - len(gone)
    free = [u for u in open_units if u[0] not in protected and _drops(scores, u) != "never"]
    free.sort(key=lambda unit: (_drops(scores, unit) != "first", worst(unit), unit))
    return gone + free[: max(many, 0)]


def _worst_first(rules: Standing, values: Mapping[Unit, Number]) -> Callable[[Unit], Number]:
    """Where fewer points are better the worst has most of them, and what was missed is worse than that."""
    if rules.better == "high":
        return lambda unit: values.get(unit, 0)
    missed = max(values.values(), default=0) + 1
    return lambda unit: -values.get(unit, missed)


def _units(ruleset: Ruleset, rules: Counting, held: Iterable[int]) -> list[Unit]:
    """Every round, or race of one, that could be dropped; one that was missed is worth nothing."""
    if rules.unit == "round":
        return [(number, "") for number in held]
    return [(number, name) for number in held for name in ruleset.programme(number) if ruleset.is_race(name)]


def _how_many(rules: Counting, units: int, held: int) -> int:
    """How many units go; at least one always stays."""
    if rules.best is not None:
        return units - _by_rounds(rules.best, held)
    if rules.drop is not None:
        return min(_by_rounds(rules.drop, held), max(units - 1, 0))
    return 0


def _by_rounds(many: int | dict[int, int], held: int) -> int:
    if isinstance(many, int):
        return many
    fitting = [size for size in many if size <= held]
    return many[max(fitting)] if fitting else 0


def _drops(scores: Mapping[int, RoundScore], unit: Unit) -> str:
    """Whether a status of the round forbids, or asks for, its being dropped."""
    score = scores.get(unit[0])
    words = {each.drops for each in score.finishes if unit[1] in ("", each.session)} if score else set()
    return "never" if "never" in words else "first" if "first" in words else "may"
