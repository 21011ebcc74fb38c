"""Codes that cost nothing, and tallies that nothing feeds."""

from __future__ import annotations

from collections.abc import Iterator

from sheets_sync.problems import Problem
from sheets_sync.ruleset.kinds.tallies import Tally
from sheets_sync.ruleset.kinds.tariff import Cost, Tariff
from sheets_sync.ruleset.lint.codes import awarded_codes, tariff_codes
from sheets_sync.ruleset.lint.phrases import phrases
from sheets_sync.ruleset.lint.subject import Subject
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.values import Number


def free_codes(subject: Subject) -> Iterator[Problem]:
    """Codes of the tariff that cost nothing, and that no tally counts and no points rule rewards."""
    acting = _counted(subject) | awarded_codes(subject)
    for part in subject.parts("tariff"):
        written = subject.written((*part.path, "codes")).items
        for code, cost in part.item.codes.items() if isinstance(part.item, Tariff) else ():
            if _is_free(cost) and code in map(str.upper, written) and code not in acting:
                message = f"{part.title} > codes > {code}: it costs nothing, and no tally counts it."
                hint = "Write what it costs, or 'note' where it is only recorded."
                yield subject.warning(message, *part.path, "codes", code, hint=hint)


def _counted(subject: Subject) -> set[str]:
    """Codes that a tally counts whatever they cost."""
    rules = [tally.usual for tally in subject.ruleset.tallies.values()]
    named = {name.upper() for tally in rules for name in tally.counts}
    counts_all = any("every code" in tally.counts and tally.adds != "amount" for tally in rules)
    return tariff_codes(subject) if counts_all else named


def _is_free(cost: Cost) -> bool:
    if cost.kind == "between":
        return _is_nothing(cost.low) and _is_nothing(cost.high)
    return cost.kind == "fixed" and all(map(_is_nothing, cost.fixed))


def _is_nothing(amount: Phrase | Number | None) -> bool:
    return (amount.amount if isinstance(amount, Phrase) else amount) in (0, None)


def unfed(subject: Subject) -> Iterator[Problem]:
    """Tallies that count nothing, that no sanction names, and that aren't the unit of the tariff."""
    named = {each.phrase.name for each in phrases(subject) if each.phrase.sanction is Sanction.TALLY}
    tariff = subject.ruleset.tariff
    named |= {each.unit for each in (tariff.usual, *tariff.variants()) if each.codes}
    codes = tariff_codes(subject)
    for part in subject.parts("tallies"):
        if part.scope is None and isinstance(part.item, Tally) and part.path[1] not in named:
            counts = [each for each in part.item.counts if codes or each != "every code"]
            if not counts:
                message = f"{part.title}: nothing feeds this tally."
                hint = f"Say what it 'counts', or write sanctions such as '1 {part.path[1]}'."
                yield subject.warning(message, *part.path, hint=hint)
