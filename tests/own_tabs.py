"""A small cup whose coordinator keeps a tab of standings of their own, and what a person does to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from conftest import computed
from openpyxl.worksheet.worksheet import Worksheet

from sheets_sync.jobs.run import Outcome, sync
from sheets_sync.pipeline import plan
from sheets_sync.plan.plan import Plan
from sheets_sync.plan.safety import Consent
from sheets_sync.sources.workbook import read_workbook, write_workbook

NAMES = ("Ana", "Ben", "Cy", "Dee", "Eli", "Fay")
POINTS = (10, 8, 6, 5, 4, 3)
"""What the places of the one race bring: Ana 10, Ben 8, and so on."""
_LEAGUE = """\
league: Own tabs
ruleset: base
spreadsheets: {{book: {{path: book.xlsx, access: private}}, own: {{path: own.xlsx, access: public}}}}
read: {{entries: {{tab: book!Drivers}}, results: {{tab: book!Results}}}}
write:
{writes}
safety: {{most_share_removed: 60}}
rules: {{calendar: 2, points: {{race: {{table: [10, 8, 6, 5, 4, 3, 2, 1]}}}}}}
"""


class Cup:
    """``rows``: what the coordinator's tab Standings holds before the first sync."""

    def __init__(self, folder: Path, writes: Sequence[str], rows: Iterable[Sequence[Any]] = ()) -> None:
        self.folder = folder
        self.writes(*writes)
        self.drivers(NAMES)
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = "Standings"
        for row in rows:
            sheet.append(list(row))
        book.save(folder / "own.xlsx")

    def writes(self, *writes: str) -> None:
        lines = "\n".join(f"  - {{table: drivers, {each}}}" for each in writes)
        (self.folder / "league.yaml").write_text(_LEAGUE.format(writes=lines), "utf-8")

    def drivers(self, names: Sequence[str]) -> None:
        """The entries, who finished the race of round 1 in this order."""
        book = openpyxl.Workbook()
        drivers, results = book.create_sheet("Drivers", 0), book.create_sheet("Results", 1)
        for row in (("Driver", "Team"), *((name, f"Team {name}") for name in names)):
            drivers.append(row)
        for row in (("Round", "Pos", "Driver"), *((1, place, name) for place, name in enumerate(names, 1))):
            results.append(row)
        book.save(self.folder / "book.xlsx")

    def plan(self, consent: Consent = Consent()) -> Plan:
        return plan(computed(self.folder), consent)

    def sync(self, consent: Consent = Consent()) -> Outcome:
        return sync(computed(self.folder), consent)

    def synced(self, consent: Consent = Consent()) -> list[str]:
        """Writes; gives what was said. A second plan has nothing to write."""
        outcome = self.sync(consent)
        assert not outcome.plan.forbidden and not outcome.applied.problems, outcome.plan.problems
        again = self.plan()
        assert not again.changes and not again.forbidden, (again.changes, again.problems)
        return [str(each) for each in outcome.plan.problems]

    def refused(self, consent: Consent = Consent()) -> list[str]:
        """What is said by a sync that writes nothing."""
        before = (self.folder / "own.xlsx").read_bytes()
        outcome = self.sync(consent)
        assert outcome.plan.forbidden and (self.folder / "own.xlsx").read_bytes() == before
        return [str(each).replace(f"{self.folder}/", "") for each in outcome.plan.problems]

    def edit(self, edit: Callable[[Worksheet], object], tab: str = "Standings") -> None:
        """What a person does in the tab; a spreadsheet program keeps our memory, which openpyxl loses."""
        path = self.folder / "own.xlsx"
        before, _ = read_workbook("own", path, "")
        book = openpyxl.load_workbook(path)
        edit(book[tab])
        book.save(path)
        after, _ = read_workbook("own", path, "")
        assert before is not None and after is not None
        if before.memory:
            assert not write_workbook(after, (), before.memory)

    def cells(self, area: str) -> list[list[Any]]:
        sheet = openpyxl.load_workbook(self.folder / "own.xlsx")["Standings"]
        return [[cell.value for cell in row] for row in sheet[area]]

    def everything(self) -> dict[str, Any]:
        """Every filled cell of the tab."""
        sheet = openpyxl.load_workbook(self.folder / "own.xlsx")["Standings"]
        return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value}
