"""What a decided case costs: the code's own sanctions, or what the stewards chose, where it is possible."""

from __future__ import annotations

from sheets_sync.records.cases import CaseRow
from sheets_sync.rules.tariff.chosen_penalty import Refused, as_phrase, chosen, counts_in_tally
from sheets_sync.rules.tariff.ranges import outside_range
from sheets_sync.ruleset.kinds.tariff import Cost, Tariff
from sheets_sync.ruleset.phrases import Phrase, Sanction


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
    if not written and row.points is not None and counts_in_tally(rules):
        written = [as_phrase(rules, row.points)]
    return outside_range(rules, row, cost, written) or _on_ladder(rules, written)


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
