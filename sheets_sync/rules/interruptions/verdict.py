"""What is done about a broken session."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sheets_sync.cells import CellRef
from sheets_sync.rules.ledger import Event


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is done about a broken session. ``result``: restart, restart from photo, two parts, photo, note,
    none, or the default of what people are to decide: then ``decision`` names the open decision.
    ``parts``: (part, weight) of what counts, in order; ``scale``: times the points; ``distance_rule``:
    whether it acts on top; ``bonuses``: whether they are given; ``share`` of the distance that was driven;
    ``others``: further rows about the same session, which change nothing more."""

    event: Event
    kind: str
    result: str
    parts: tuple[tuple[str, Fraction], ...]
    scale: Fraction
    distance_rule: bool
    bonuses: bool
    says: str
    article: str
    cells: tuple[CellRef, ...]
    share: Fraction | None = None
    drivers: int | None = None
    decision: str = ""
    others: tuple[Verdict, ...] = ()
