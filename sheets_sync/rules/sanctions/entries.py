"""The ledger of sanctions for later: imposed, served, taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sheets_sync.rules.ledger import Entry, Event, Subject, reversal
from sheets_sync.rules.sanctions.penalties import Penalty
from sheets_sync.rules.sanctions.serving import Sentence, kind_of
from sheets_sync.ruleset.values import Number


def sanction_entries(found: Iterable[Sentence]) -> list[Entry]:
    """One entry where a sanction was imposed, and one for each round in which it was served."""
    entries: list[Entry] = []
    for sentence in found:
        penalty = sentence.penalty
        imposed = _imposed(penalty, sentence.needed)
        entries.append(imposed)
        for number in sentence.served:
            says = f"{penalty.phrase}: served"
            entries.append(replace(imposed, event=Event(number), amount=-1, says=says, because=(imposed,)))
        if penalty.undone is not None:
            entries.append(_taken_back(sentence, imposed, penalty.undone))
    return entries


def _taken_back(sentence: Sentence, imposed: Entry, at: datetime) -> Entry:
    """What is left of it is taken back; what was served can't be."""
    penalty = sentence.penalty
    says = f"{penalty.phrase}: {penalty.undone_says}{', after it was served' if sentence.served else ''}"
    return replace(reversal(imposed, says, at), amount=-sentence.left)


def suspended_entries(penalties: Iterable[Penalty]) -> list[Entry]:
    """Suspended sanctions weigh nothing: one entry where it was imposed, and one where it ceased to hang over
    the driver, because it was revived or overturned."""
    entries: list[Entry] = []
    for penalty in penalties:
        if not penalty.phrase.suspended:
            continue
        entries.append(_imposed(penalty, 0))
        if penalty.undone is not None:
            says = f"{penalty.phrase}: {penalty.undone_says}"
            entries.append(reversal(entries[-1], says, penalty.undone))
    return entries


def _imposed(penalty: Penalty, amount: Number) -> Entry:
    return Entry(
        f"sanction.{kind_of(penalty)}",
        Subject("person", penalty.person),
        penalty.event,
        amount,
        penalty.happened,
        penalty.known,
        penalty.rule,
        penalty.article,
        penalty.cells,
        f"{penalty.phrase}: {penalty.says}",
        penalty.because,
    )
