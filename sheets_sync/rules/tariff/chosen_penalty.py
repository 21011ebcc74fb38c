"""What a case costs: the code's own sanctions, or what the stewards chose and wrote into the row."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.sanctions.near import near_sanction
from sheets_sync.ruleset.kinds.tariff import Cost, Tariff
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


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a penalty can't be applied; ``column`` and ``setting`` say where that stands."""

    message: str
    keyword: str
    proposal: str = ""
    column: str = "penalty"
    setting: str = "codes"


def as_phrase(rules: Tariff, cost: Phrase | Number) -> Phrase:
    """A bare number in the tariff's unit."""
    if isinstance(cost, Phrase):
        return cost
    if rules.unit not in _BARE:
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


def costs(rules: Tariff, row: CaseRow) -> list[Phrase] | Refused:
    """The sanctions of a decided case, or why there are none."""
    instead = _instead(rules, row)
    written = chosen(rules, row)
    if instead is not None:
        return instead
    if isinstance(written, Refused) and (row.code is None or _is_chosen(rules, row)):
        return written
    written = [] if isinstance(written, Refused) else written
    if row.code is None:
        return _without_code(rules, written)
    cost = rules.codes[row.code]
    if cost.kind == "game only":
        return Refused(f"{row.code} is penalised by the game only.", "game only", column="code")
    if cost.kind == "fixed":
        return _fixed(rules, cost, written)
    return _ranged(rules, row, cost, written)


def _is_chosen(rules: Tariff, row: CaseRow) -> bool:
    cost = rules.codes.get(row.code or "")
    return cost is not None and (cost.kind in ("between", "open") or rules.ladder is not None)


def _instead(rules: Tariff, row: CaseRow) -> list[Phrase] | None:
    if row.no_advantage and rules.instead.no_advantage is not None:
        return rules.instead.no_advantage
    if row.unreported and rules.instead.unreported is not None:
        return rules.instead.unreported
    return None


def _without_code(rules: Tariff, written: list[Phrase]) -> list[Phrase] | Refused:
    only = rules.instead.no_code
    if only is not None:
        if all(phrase in only for phrase in written):
            return written
        words = ", ".join(map(str, only))
        return Refused(
            f"Without a code only {words} is possible.", "no code", "Fill in the code.", setting="instead"
        )
    return _on_ladder(rules, written)


def _fixed(rules: Tariff, cost: Cost, written: list[Phrase]) -> list[Phrase] | Refused:
    own = [as_phrase(rules, each) for each in cost.fixed]
    if rules.row_figure == "wins" and written:
        return _on_ladder(rules, written)
    if rules.ladder is None:
        return own
    if all(phrase.sanction is Sanction.TALLY for phrase in own):
        beside = _on_ladder(rules, [each for each in written if each.sanction is not Sanction.TALLY])
        return beside if isinstance(beside, Refused) else own + beside
    wrong = [phrase for phrase in written if phrase not in own]
    if wrong:
        words = ", ".join(map(str, own))
        message = f"{wrong[0]} isn't what the code costs: {words}."
        return Refused(message, "out of range", f"Write {words}, or leave it empty.")
    return own


def _ranged(rules: Tariff, row: CaseRow, cost: Cost, written: list[Phrase]) -> list[Phrase] | Refused:
    if not written and row.points is not None and rules.unit not in _BARE:
        written = [as_phrase(rules, row.points)]
    words = range_words(rules, cost)
    if not written:
        return Refused(
            f"{row.code} costs {words}, and the penalty isn't filled in.", "incomplete", "Fill it in."
        )
    if cost.kind == "between":
        wrong = [
            phrase for phrase in written if _ranges(rules, cost, phrase) and not _within(rules, cost, phrase)
        ]
        if wrong:
            return _out_of_range(rules, row, cost, wrong[0], words)
        if not any(_ranges(rules, cost, phrase) for phrase in written):
            return Refused(
                f"{row.code} costs {words}, and no such penalty is written.", "incomplete", "Fill it in."
            )
    return _on_ladder(rules, written)


def range_words(rules: Tariff, cost: Cost) -> str:
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


def _on_ladder(rules: Tariff, written: list[Phrase]) -> list[Phrase] | Refused:
    """Every chosen penalty must stand on the ladder, where there is one; a tally's count needn't."""
    if rules.ladder is None:
        return written
    steps = set(rules.ladder)
    bans = any(phrase.sanction is Sanction.ROUND_BAN for phrase in steps)
    for phrase in written:
        several = bans and phrase.sanction is Sanction.ROUND_BAN
        if phrase not in steps and not several and phrase.sanction is not Sanction.TALLY:
            words = ", ".join(map(str, rules.ladder))
            return Refused(
                f"{phrase} isn't a penalty of this document.",
                "not on the ladder",
                f"Possible: {words}.",
                setting="ladder",
            )
    return written
