"""Tie-breaks: what is compared where points are equal, and how it is said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sheets_sync.rules.ledger import Entry
from sheets_sync.rules.ranking_points import lap_text
from sheets_sync.rules.sums import Sums
from sheets_sync.rules.tallies import account as tally_account
from sheets_sync.ruleset.kinds.measures import Measure
from sheets_sync.ruleset.values import Number

Key = tuple[object, ...]
_END = 1


@dataclass(frozen=True, slots=True)
class Tie:
    """One line's criteria in order: ``keys`` compare (less is ahead), ``words`` say them."""

    keys: tuple[Key, ...]
    words: tuple[str, ...]


def tie_of(
    measures: Iterable[Measure], sums: Sums, tallies: Mapping[tuple[str, str], Number], person: str
) -> Tie:
    """The criteria of one seat. ``tallies``: (account, person) -> total."""
    pairs = [_criterion(str(each), sums, tallies, person) for each in measures]
    return Tie(tuple(key for key, _ in pairs), tuple(words for _, words in pairs))


def tally_totals(entries: Iterable[Entry]) -> dict[tuple[str, str], Number]:
    totals: dict[tuple[str, str], Number] = {}
    for entry in entries:
        if entry.subject.kind == "person":
            key = (entry.account, entry.subject.key)
            totals[key] = totals.get(key, 0) + entry.amount
    return totals


def _criterion(
    name: str, sums: Sums, tallies: Mapping[tuple[str, str], Number], person: str
) -> tuple[Key, str]:
    if name == "countback":
        return _countback(sums.places)
    if name == "best lap":
        lap = sums.best_lap
        return (lap is None, lap or 0), f"best lap {lap_text(lap)}" if lap is not None else "no lap"
    total = tallies.get((tally_account(name), person), 0)
    return (total,), f"{name} {total}"


def _countback(places: Mapping[int, int]) -> tuple[Key, str]:
    """Most first places are ahead, then second places; no further place is behind any further place."""
    counts = tuple(-places.get(place, 0) for place in range(1, max(places, default=0) + 1))
    words = ", ".join(f"{count} x P{place}" for place, count in sorted(places.items()))
    return (*counts, _END), words or "no places"


def said(ties: Sequence[Tie], index: int, names: Sequence[str]) -> str:
    """What sets one of the tied lines apart from its neighbours, down to the last criterion needed."""
    mine = ties[index]
    neighbours = [*ties[max(index - 1, 0) : index], *ties[index + 1 : index + 2]]
    depths = [_depth(mine, other) for other in neighbours]
    needed = [depth for depth in depths if depth is not None]
    words = list(mine.words[: max(needed) + 1]) if needed else []
    if None in depths:
        words.append(f"shared, equal in {', '.join(names)}" if names else "shared")
    return "; ".join(words)


def _depth(mine: Tie, theirs: Tie) -> int | None:
    """The first criterion in which two lines differ."""
    pairs = enumerate(zip(mine.keys, theirs.keys, strict=True))
    return next((index for index, (own, other) in pairs if own != other), None)
