"""What a check can't mean: tabs, lists and codes that aren't there, and what can't follow for such rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sheets_sync.records.calendar import KIND as CALENDAR
from sheets_sync.records.facts import KINDS
from sheets_sync.ruleset.columns import field_name
from sheets_sync.ruleset.kinds.checks import Check, RaisesCase
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.ruleset.phrases import Sanction
from sheets_sync.validation import nearest


@dataclass(frozen=True, slots=True)
class Mistake:
    """``setting``: where it stands."""

    setting: str
    message: str
    hint: str = ""


def mistakes(ruleset: Ruleset, item: Check) -> Iterator[Mistake]:
    if item.tab not in KINDS:
        yield Mistake("tab", f"there is no tab '{item.tab}'.", nearest(item.tab, KINDS))
        return
    yield from _conditions(ruleset, item)
    yield from _followed(ruleset, item)


def _conditions(ruleset: Ruleset, item: Check) -> Iterator[Mistake]:
    lists = [*ruleset.tables, *KINDS]
    for name in item.in_list or []:
        if name not in lists:
            yield Mistake("in_list", f"there is no list '{name}'.", nearest(name, lists))
    if item.not_in is not None and item.not_in not in KINDS:
        yield Mistake("not_in", f"there is no tab '{item.not_in}'.", nearest(item.not_in, KINDS))
    wanted = item.equals_calendar
    if wanted is not None and CALENDAR.field(field_name(wanted)) is None:
        known = [field.name for field in CALENDAR.fields]
        yield Mistake("equals_calendar", f"the calendar has no '{wanted}'.", nearest(wanted, known))
    if wanted is not None and KINDS[item.tab].field("round") is None:
        yield Mistake(
            "equals_calendar", f"rows of the tab {item.tab} name no round to look up in the calendar."
        )


def _followed(ruleset: Ruleset, item: Check) -> Iterator[Mistake]:
    then = item.otherwise
    if then == "refuse" and item.tab != "entries":
        yield Mistake("otherwise", "only entries can be refused.", "Write 'report', or raise a case.")
    if then not in ("report", "refuse") and KINDS[item.tab].field("driver") is None:
        yield Mistake(
            "otherwise", f"rows of the tab {item.tab} name no driver whom that could hit.", "Write 'report'."
        )
    if isinstance(then, RaisesCase):
        if KINDS[item.tab].field("round") is None:
            yield Mistake(
                "otherwise", f"rows of the tab {item.tab} name no round, so that no case can be raised."
            )
        tariff = ruleset.tariff
        codes = {code for each in (tariff.usual, *tariff.variants()) for code in each.codes}
        if then.case.upper() not in codes:
            yield Mistake("otherwise", f"there is no code '{then.case}'.", nearest(then.case, codes))
    if isinstance(then, list) and any(each.sanction is Sanction.DECIDE for each in then):
        yield Mistake("otherwise", "a decision can't follow.", "Raise a case with {case: CODE}.")
