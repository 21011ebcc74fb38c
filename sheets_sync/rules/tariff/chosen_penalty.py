"""The penalty that the stewards chose, as they wrote it into the row."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.sanctions.near import near_sanction
from sheets_sync.ruleset.kinds.tariff import Tariff
from sheets_sync.ruleset.phrases import Phrase, Sanction
from sheets_sync.ruleset.values import Number, number

_BARE = {
    "points lost": Sanction.POINTS,
    "s": Sanction.SECONDS,
    "places": Sanction.PLACES,
    "kg": Sanction.BALLAST,
    "grid places": Sanction.GRID_PLACES,
    "laps": Sanction.LAPS,
}


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a penalty can't be applied; ``column`` and ``setting`` say where that stands."""

    message: str
    keyword: str
    proposal: str = ""
    column: str = "penalty"
    setting: str = "codes"


def counts_in_tally(rules: Tariff) -> bool:
    """Whether the tariff's unit is a tally, such as penalty points."""
    return rules.unit not in _BARE


def as_phrase(rules: Tariff, cost: Phrase | Number) -> Phrase:
    """A bare number in the tariff's unit."""
    if isinstance(cost, Phrase):
        return cost
    if counts_in_tally(rules):
        return Phrase(Sanction.TALLY, cost, rules.unit)
    return Phrase(_BARE[rules.unit], -cost if rules.unit == "points lost" else cost)


def chosen(rules: Tariff, row: CaseRow) -> list[Phrase] | Refused:
    """The penalty column, sanction by sanction; a bare number is in the tariff's unit."""
    found = []
    for part in (row.penalty or "").replace(" and ", ",").replace("+", ",+").split(","):
        text = part.strip()
        if not text:
            continue
        try:
            found.append(_parsed(rules, text.removeprefix("+").strip() if " point" not in text else text))
        except ValueError as error:
            return _unreadable(text, str(error))
    return found


def _unreadable(text: str, says: str) -> Refused:
    """What is meant is proposed, where ``says`` doesn't; where nothing is near, how sanctions are written."""
    near = near_sanction(text)
    if near is None or "is no sanction" not in says:
        return Refused(f"{says[:1].upper()}{says[1:]}.", "unreadable")
    return Refused(f"'{text}' is no sanction.", "unreadable", f"Write '{near}'.")


def _parsed(rules: Tariff, text: str) -> Phrase:
    try:
        figure = number(text)
    except ValueError:
        return Phrase.parse(text)
    return as_phrase(rules, abs(Fraction(figure)) if rules.unit == "points lost" else figure)
