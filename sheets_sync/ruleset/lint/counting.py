"""What a standing counts: rounds twice or not at all, more than there are, and absence that pays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations

from sheets_sync.problems import Problem
from sheets_sync.ruleset.kinds.standings import Counting, Standing
from sheets_sync.ruleset.kinds.statuses import Status
from sheets_sync.ruleset.lint.subject import Part, Subject
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.scope_values import RoundSet


def counted_rounds(subject: Subject) -> Iterator[Problem]:
    """Rounds that are always and never dropped, counted by two items, or by none."""
    for part in _counting(subject):
        items = part.item.count if isinstance(part.item, Standing) else []
        for index, each in enumerate(items):
            yield from _contradiction(subject, part, index, each)
            yield from _too_many(subject, part, index, each)
        covers = [_covered(subject.ruleset, each) for each in items]
        for (one, first), (two, second) in combinations(enumerate(covers, 1), 2):
            if first & second:
                rounds = _listed(subject.ruleset, first & second)
                message = f"{part.title} > count: items {one} and {two} both count {rounds}."
                hint = "Write each round in one item, or a result can be dropped twice."
                yield subject.warning(message, *part.path, "count", two - 1, hint=hint)
        left_out = {each.number for each in subject.ruleset.rounds} - set().union(*covers)
        if items and left_out:
            message = f"{part.title} > count: {_listed(subject.ruleset, left_out)} count for nothing."
            hint = "No item names them; write {rounds: ...} without 'best' and 'drop' to count them all."
            yield subject.note(message, *part.path, "count", hint=hint)


def _counting(subject: Subject) -> Iterator[Part]:
    return (part for part in subject.parts("standings") if "count" in part.node.items)


def _contradiction(subject: Subject, part: Part, index: int, rules: Counting) -> Iterator[Problem]:
    both = _in(subject.ruleset, rules.protect) & _in(subject.ruleset, rules.forced)
    if both:
        message = f"{part.title} > count: {_listed(subject.ruleset, both)} is in 'protect' and in 'forced'."
        hint = "It is dropped. Take it out of one of the two."
        yield subject.warning(message, *part.path, "count", index, hint=hint)


def _too_many(subject: Subject, part: Part, index: int, rules: Counting) -> Iterator[Problem]:
    """Best 12 of 8, or the worst 9 of 8: of the rounds, or the races, that the item covers."""
    rounds = _covered(subject.ruleset, rules)
    units, called = len(rounds), "rounds"
    if rules.unit == "session":
        programmes = [subject.ruleset.programme(number) for number in rounds]
        units, called = sum(subject.ruleset.is_race(name) for each in programmes for name in each), "races"
    best, drop = max(_figures(rules.best), default=0), max(_figures(rules.drop), default=0)
    if best > units:
        message = f"{part.title} > count > best: {best} of {units} {called}; all of them count."
        yield subject.warning(message, *part.path, "count", index, hint="Mend the number, or the rounds.")
    if drop and drop >= units:
        message = (
            f"{part.title} > count > drop: {drop} of {units} {called}; the best one counts all the same."
        )
        yield subject.warning(message, *part.path, "count", index, hint="Mend the number, or the rounds.")


def _figures(many: int | dict[int, int] | None) -> list[int]:
    if isinstance(many, Mapping):
        return list(many.values())
    return [] if many is None else [many]


def _covered(ruleset: Ruleset, rules: Counting) -> set[int]:
    """The rounds of the calendar that an item covers."""
    numbers = {each.number for each in ruleset.rounds}
    if rules.rounds is not None:
        numbers &= _in(ruleset, rules.rounds)
    if rules.phases is not None:
        phases = [ruleset.phases[name] for name in rules.phases if name in ruleset.phases]
        numbers &= {number for phase in phases for number in _in(ruleset, phase)}
    return numbers


def _in(ruleset: Ruleset, rounds: RoundSet | None) -> set[int]:
    if rounds is None:
        return set()
    named = {ruleset.round_names[name] for name in rounds.names if name in ruleset.round_names}
    numbers = {each.number for each in ruleset.rounds}
    return named | {number for number in numbers if any(number in span for span in rounds.numbers)}


def _listed(ruleset: Ruleset, numbers: set[int]) -> str:
    return ", ".join(ruleset.name_of(number) for number in sorted(numbers))


def absence_pays(subject: Subject) -> Iterator[Problem]:
    """Fewer points are ahead, and a missed round costs none."""
    for part in subject.parts("standings"):
        if isinstance(part.item, Standing) and _is_cheap(part, part.item) and not _costly(subject):
            message = f"{part.title} > better: a round that a driver misses is worth 0, so that absence pays."
            hint = (
                "Enter who is absent with a status that costs points, such as "
                "{DNS: {points: {of: starters, plus: 1}}} under 'statuses', or write 'least_starts'."
            )
            yield subject.warning(message, *part.path, "better", hint=hint)


def _is_cheap(part: Part, rules: Standing) -> bool:
    """Whether nothing in the standing itself keeps the absent one back."""
    return "better" in part.node.items and rules.better == "low" and rules.least_starts is None


def _costly(subject: Subject) -> bool:
    """Whether a status of who didn't start has points of its own."""
    rules = (rule for each in subject.ruleset.statuses.values() for rule in (each.usual, *each.variants()))
    return any(_costs(rule) for rule in rules if not rule.starts)


def _costs(status: Status) -> bool:
    return status.points not in ("place", "none", 0)
