"""Codes that cost a range: whether what the stewards chose lies in it."""

from __future__ import annotations

from fractions import Fraction

from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.tariff.chosen_penalty import Refused, as_phrase
from sheets_sync.ruleset.kinds.tariff import Cost, Tariff
from sheets_sync.ruleset.phrases import Phrase, Sanction

_BANS = frozenset({Sanction.SESSION_BAN, Sanction.ROUND_BAN, Sanction.REMOVAL, Sanction.LIFE_BAN})
SEVERITY = (
    Sanction.NOTE,
    Sanction.REPRIMAND,
    Sanction.TALLY,
    Sanction.POINTS,
    Sanction.SECONDS,
    Sanction.PLACES,
    Sanction.BALLAST,
    Sanction.DRIVE_THROUGH,
    Sanction.STOP_AND_GO,
    Sanction.LAPS,
    Sanction.GRID_PLACES,
    Sanction.BACK_OF_GRID,
    Sanction.SESSION_BAN,
    Sanction.SESSION_DISQUALIFICATION,
    Sanction.DISQUALIFICATION,
    Sanction.ROUND_DISQUALIFICATION,
    Sanction.ROUND_BAN,
    Sanction.DEMOTION,
    Sanction.RESERVE,
    Sanction.REPLACEMENT,
    Sanction.REMOVAL,
    Sanction.LIFE_BAN,
    Sanction.BLACKLIST,
)
"""From mild to severe, for ranges that run over several kinds."""


def outside_range(rules: Tariff, row: CaseRow, cost: Cost, written: list[Phrase]) -> Refused | None:
    """Why the code can't cost what is written; None where it can."""
    words = _words(rules, cost)
    if not written:
        says = f"{row.code} costs {words}, and the penalty isn't filled in."
        return Refused(says, "incomplete", "Fill it in.")
    if cost.kind != "between":
        return None
    about = [phrase for phrase in written if _ranges(rules, cost, phrase)]
    if not about:
        says = f"{row.code} costs {words}, and no such penalty is written."
        return Refused(says, "incomplete", "Fill it in.")
    wrong = next((phrase for phrase in about if not _within(rules, cost, phrase)), None)
    return None if wrong is None else _out_of_range(rules, row, cost, wrong, words)


def _words(rules: Tariff, cost: Cost) -> str:
    if cost.kind == "open" or cost.low is None or cost.high is None:
        return "what the stewards decide"
    return f"{as_phrase(rules, cost.low)} to {as_phrase(rules, cost.high)}"


def _out_of_range(rules: Tariff, row: CaseRow, cost: Cost, phrase: Phrase, words: str) -> Refused:
    low = as_phrase(rules, cost.low if cost.low is not None else 0)
    keyword = "not a ban" if low.sanction in _BANS and phrase.sanction not in _BANS else "out of range"
    return Refused(f"{phrase} is out of the range of {row.code}: {words}.", keyword, f"Possible: {words}.")


def _ranges(rules: Tariff, cost: Cost, phrase: Phrase) -> bool:
    """Whether the phrase is what the range is about; a tally's range leaves room for penalties beside it."""
    low = as_phrase(rules, cost.low if cost.low is not None else 0)
    return low.sanction is not Sanction.TALLY or phrase.sanction is Sanction.TALLY


def _within(rules: Tariff, cost: Cost, phrase: Phrase) -> bool:
    low = as_phrase(rules, cost.low if cost.low is not None else 0)
    high = as_phrase(rules, cost.high if cost.high is not None else 0)
    return _weight(low) <= _weight(phrase) <= _weight(high)


def _weight(phrase: Phrase) -> tuple[int, Fraction]:
    return SEVERITY.index(phrase.sanction) if phrase.sanction in SEVERITY else -1, abs(
        Fraction(phrase.amount)
    )
