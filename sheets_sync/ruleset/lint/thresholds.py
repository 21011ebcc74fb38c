"""Thresholds, ranges and ladders that run in the wrong direction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from sheets_sync.problems import Problem
from sheets_sync.ruleset.kinds.standings import Standing
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.kinds.tariff import Cost, Tariff
from sheets_sync.ruleset.lint.subject import Part, Subject
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.severity import degree, is_milder, of_unit
from sheets_sync.ruleset.values import Number, Threshold


def out_of_order(subject: Subject) -> Iterator[Problem]:
    """Thresholds that aren't written in the order in which a driver reaches them."""
    for part in subject.parts("tallies"):
        if isinstance(part.item, Tally) and "at" in part.node.items:
            yield from _tally(subject, part, part.item)


def _tally(subject: Subject, part: Part, tally: Tally) -> Iterator[Problem]:
    down = tally.credit is not None
    counts = [each.at for each in tally.at]
    if counts != sorted(counts, reverse=down):
        way = "falling, since they say what is left of the credit" if down else "rising"
        right = ", ".join(map(str, sorted(counts, reverse=down)))
        message = f"{part.title} > at: the thresholds {_listed(counts)} must be written {way}."
        yield subject.warning(message, *part.path, "at", hint=f"Write them in the order {right}.")
    yield from _beyond(subject, part, tally)
    yield from _onwards(subject, part, tally)
    if tally.warn_at is not None and counts and _too_late(tally.warn_at, counts, down):
        message = f"{part.title}: the warning at {tally.warn_at} comes after the last threshold."
        yield subject.warning(message, *part.path, "warn_at", hint="Warn before the first threshold.")


def _listed(counts: list[Number]) -> str:
    return ", ".join(map(str, counts))


def _too_late(warn_at: Number, counts: list[Number], down: bool) -> bool:
    return warn_at <= min(counts) if down else warn_at >= max(counts)


def _beyond(subject: Subject, part: Part, tally: Tally) -> Iterator[Problem]:
    """Thresholds at which everybody stands before anything has happened."""
    for each in tally.at:
        if (tally.credit is not None and each.at >= tally.credit) or (tally.credit is None and each.at <= 0):
            message = f"{part.title} > at: everybody starts at or beyond {each.at}; it can't be reached."
            yield subject.warning(message, *part.path, "at", each)


def _onwards(subject: Subject, part: Part, tally: Tally) -> Iterator[Problem]:
    """`2+` acts at each further count, so that a later threshold acts twice."""
    for each in tally.at:
        later = [other for other in tally.at if each.onwards and _after(other, each, tally)]
        if later:
            message = f"{part.title} > at: '{each}' acts at {later[0].at} too, beside '{later[0]}'."
            yield subject.warning(
                message, *part.path, "at", each, hint=f"Write '{each.at}' without the plus?"
            )


def _after(other: Threshold, each: Threshold, tally: Tally) -> bool:
    return other.at < each.at if tally.credit is not None else other.at > each.at


def ranges(subject: Subject) -> Iterator[Problem]:
    """Ranges of codes that run backwards, and ladders that don't rise."""
    for part in subject.parts("tariff"):
        if isinstance(part.item, Tariff):
            for code, cost in part.item.codes.items():
                if code in map(str.upper, _codes(part)):
                    yield from _range(subject, part, code, cost, of_unit(part.item.unit))
            if "ladder" in part.node.items:
                yield from _ladder(subject, part, part.item.ladder or [])


def _codes(part: Part) -> Mapping[str, object]:
    codes = part.node.items.get("codes")
    return getattr(codes, "items", {})


def _range(subject: Subject, part: Part, code: str, cost: Cost, unit: Sanction) -> Iterator[Problem]:
    low, high = _weight(cost.low, unit), _weight(cost.high, unit)
    if low is not None and high is not None and is_milder(high, low):
        message = f"{part.title} > codes > {code}: the range runs backwards."
        yield subject.warning(message, *part.path, "codes", code, hint=f"Write '{cost.high} to {cost.low}'.")


def _weight(amount: Phrase | Number | None, unit: Sanction) -> tuple[Sanction, Number] | None:
    """What it is and how much; a bare number in the unit of the tariff."""
    if isinstance(amount, Phrase):
        return amount.sanction, amount.amount
    return None if amount is None else (unit, amount)


def _size(amount: Number) -> Number:
    return -amount if amount < 0 else amount


def _ladder(subject: Subject, part: Part, ladder: list[Phrase]) -> Iterator[Problem]:
    for under, over in pairwise(ladder):
        if _falls(under, over):
            message = f"{part.title} > ladder: '{over}' stands after '{under}', but isn't more severe."
            yield subject.warning(message, *part.path, "ladder", hint="Write it from mild to severe.")


def _falls(under: Phrase, over: Phrase) -> bool:
    """Less of the same, or a milder kind: 5 s after a disqualification."""
    if under.sanction is over.sanction:
        return under.name == over.name and _size(under.amount) >= _size(over.amount)
    one, two = degree(under.sanction), degree(over.sanction)
    return one is not None and two is not None and one > two


def drops(subject: Subject) -> Iterator[Problem]:
    """`{10: 2, 5: 1}`: the numbers of rounds held, from which on so many count, must rise."""
    for part in subject.parts("standings"):
        counting = part.item.count if isinstance(part.item, Standing) and "count" in part.node.items else []
        for each in counting:
            for key in ("best", "drop"):
                steps = getattr(each, key)
                held = list(steps) if isinstance(steps, Mapping) else []
                if held != sorted(held):
                    message = f"{part.title} > count > {key}: the rounds held {_listed(held)} must rise."
                    yield subject.warning(message, *part.path, "count")
