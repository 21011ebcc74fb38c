"""Points lost under the tariff: entries of their own, taken back where a decision holds no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from sheets_sync.rules.ledger import Entry, Subject, reversal
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import simplest

DEDUCTIONS = "points.deductions"


def deduct(penalties: Iterable[Penalty], field: Mapping[str, str]) -> list[Entry]:
    """Points lost: one entry a sanction, and its reversal where the decision holds no more."""
    entries = []
    for penalty in penalties:
        if penalty.sanction is not Sanction.POINTS or penalty.person not in field or penalty.phrase.suspended:
            continue
        entry = Entry(
            DEDUCTIONS,
            Subject("seat", field[penalty.person]),
            penalty.event,
            simplest(Fraction(penalty.amount)),
            penalty.happened,
            penalty.known,
            penalty.rule,
            penalty.article,
            penalty.cells,
            penalty.says,
            penalty.because,
        )
        entries.append(entry)
        if penalty.undone is not None:
            entries.append(reversal(entry, f"{entry.says}: {penalty.undone_says}", penalty.undone))
    return entries
