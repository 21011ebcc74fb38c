"""Points lost under the tariff: entries of their own, taken back where a decision holds no more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction

from sheets_sync.rules.ledger import Entry, Subject
from sheets_sync.rules.tallies import reversal
from sheets_sync.rules.tariff import Penalty
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.ruleset.values import simplest

DEDUCTIONS = "points.deductions"


def deduct(penalties: Iterable[Penalty], field: Mapping[str, str]) -> list[Entry]:
    """Points lost: one entry a sanction, and its reversal where the decision holds no more."""
    entries = []
    for penalty in penalties:
        if penalty.sanction is not Sanction.POINTS or penalty.person not in field:
            continue
        case = penalty.case
        entry = Entry(
            DEDUCTIONS,
            Subject("seat", field[penalty.person]),
            penalty.event,
            simplest(-Fraction(penalty.amount)),
            case.row.decided_at or case.known,
            case.known,
            "tariff",
            penalty.article,
            penalty.cells,
            f"{penalty.code} in case {case.row.case}",
        )
        entries.append(entry)
        if penalty.undone:
            entries.append(reversal(entry, f"{entry.says}: {case.state.value}", case))
    return entries
