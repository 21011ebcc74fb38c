"""Exceptions beside one another: hidden by a later one, overlapping, or with a gap between them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sheets_sync.marked_yaml import Map, Node
from sheets_sync.problems import Problem
from sheets_sync.ruleset.items import RARE_SCOPES, SCOPE
from sheets_sync.ruleset.lint.subject import Part, RulePath, Subject
from sheets_sync.ruleset.scope_values import RoundSet
from sheets_sync.ruleset.scope_words import range_words
from sheets_sync.ruleset.values import Range


def overlaid(subject: Subject) -> Iterator[Problem]:
    """Exceptions whose every setting a later one of the same scope sets too."""
    for earlier, later in _pairs(subject):
        if _same(earlier, later) and _covers(_without_scope(later), _without_scope(earlier)):
            message = (
                f"{earlier.title}: it never shows: '{later.path[-1]}' has the same scope and lies on top."
            )
            yield subject.warning(message, *earlier.path, hint="Take one of the two out.")


def _pairs(subject: Subject) -> Iterator[tuple[Part, Part]]:
    """Every exception with each later one of the same rule."""
    groups: dict[RulePath, list[Part]] = {}
    for part in subject.exceptions():
        groups.setdefault(part.path[:-1], []).append(part)
    for group in groups.values():
        yield from ((one, two) for index, one in enumerate(group) for two in group[index + 1 :])


def _same(one: Part, two: Part, *but: str) -> bool:
    names = [name for name in ("rounds", "phases", "sessions", "pools", *RARE_SCOPES) if name not in but]
    return all(getattr(one.scope, name) == getattr(two.scope, name) for name in names)


def _without_scope(part: Part) -> Map:
    return Map({key: node for key, node in part.node.items.items() if key not in SCOPE}, part.node.at)


def _covers(over: Node | None, under: Node) -> bool:
    """Whether nothing of ``under`` shows when ``over`` is laid on it."""
    if isinstance(over, Map) and isinstance(under, Map):
        return all(_covers(over.items.get(key), node) for key, node in under.items.items())
    return over is not None


def overlapping(subject: Subject) -> Iterator[Problem]:
    """Tiers by starters, grid or rounds that share some numbers, beside others of their own."""
    for one, two in _pairs(subject):
        for key in ("starters", "grid", "rounds"):
            shared = _shared(getattr(one.scope, key), getattr(two.scope, key))
            if shared and _same(one, two, key) and _meet(one, two):
                message = (
                    f"{two.title} and '{one.path[-1]}' overlap: both hold for {key} {range_words(shared)}."
                )
                hint = "The later one lies on top there. Write ranges that don't overlap."
                yield subject.warning(message, *two.path, key, hint=hint)


def _meet(one: Part, two: Part) -> bool:
    """Whether they set the same setting, so that one takes the place of the other."""
    return bool(set(_without_scope(one).items) & set(_without_scope(two).items))


def _shared(one: Range | RoundSet | None, two: Range | RoundSet | None) -> Range | None:
    """The numbers that both hold for, where neither lies wholly in the other: that is a refinement."""
    first, second = _single(one), _single(two)
    if first is None or second is None or _inside(first, second) or _inside(second, first):
        return None
    low = max(_low(first), _low(second))
    highs = [each.high for each in (first, second) if each.high is not None]
    high = min(highs, default=None)
    return Range(low, high) if high is None or low <= high else None


def _single(numbers: Range | RoundSet | None) -> Range | None:
    if isinstance(numbers, RoundSet):
        return numbers.numbers[0] if len(numbers.numbers) == 1 and not numbers.names else None
    return numbers


def _inside(inner: Range, outer: Range) -> bool:
    reaches = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return _low(outer) <= _low(inner) and reaches


def _low(numbers: Range) -> int:
    return numbers.low or 0


def tier_gaps(subject: Subject) -> Iterator[Problem]:
    """Tiers by starters or grid that leave a number out between them."""
    for key in ("starters", "grid"):
        groups: dict[RulePath, list[Part]] = {}
        for part in subject.exceptions():
            if getattr(part.scope, key) is not None:
                groups.setdefault(part.path[:-1], []).append(part)
        for group in groups.values():
            yield from _gaps(subject, key, group)


def _gaps(subject: Subject, key: str, group: list[Part]) -> Iterator[Problem]:
    ordered = sorted(group, key=lambda part: _low(getattr(part.scope, key)))
    for one, two in pairwise(ordered):
        end, start = getattr(one.scope, key).high, _low(getattr(two.scope, key))
        if end is not None and start > end + 1 and _same(one, two, key):
            between = range_words(Range(end + 1, start - 1))
            message = f"{two.title}: nothing is said for {key} {between}, between it and '{one.path[-1]}'."
            yield subject.warning(
                message, *two.path, key, hint="What the rule says without exceptions holds."
            )
