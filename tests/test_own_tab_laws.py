"""What holds for every tab of a coordinator's own, whatever stands in it and whatever they do to it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from own_tabs import NAMES, POINTS, Cup

from sheets_sync.cells import a1

OURS = {
    "rank": ["Pos", "Platz", "Pos."],
    "name": ["Driver", "Pilote", "Fahrer"],
    "total": ["Pts", "Punkte", "Total"],
}
THEIRS = ["Flag", "Gap", "", "Remarks", "Licence"]


@dataclass
class Sheet:
    """``header``: the header's row; ``order``: our column, or a text of the coordinator's, for each column
    from ``left`` on."""

    header: int
    left: int
    order: list[str]
    texts: dict[str, str]
    drivers: list[int]
    steps: list[tuple[str, int]] = field(default_factory=list)

    def column(self, key: str) -> int:
        return self.left + self.order.index(key)


@st.composite
def sheets(draw: Callable[..., Any]) -> Sheet:
    theirs = draw(st.lists(st.sampled_from(THEIRS), max_size=3))
    marked = [f"{text}|{place}" for place, text in enumerate(theirs)]
    order = draw(st.permutations([*OURS, *marked]))
    texts = {key: draw(st.sampled_from(words)) for key, words in OURS.items()}
    steps = st.tuples(
        st.sampled_from(["row above", "column left", "column inside", "swap"]), st.integers(0, 9)
    )
    counts = draw(st.lists(st.integers(3, 6), min_size=2, max_size=3))
    return Sheet(
        draw(st.integers(1, 4)),
        draw(st.integers(1, 3)),
        list(order),
        texts,
        counts,
        draw(st.lists(steps, max_size=2)),
    )


def _lay_out(folder: Path, sheet: Sheet) -> Cup:
    """The header, the coordinator's columns filled down with formulas and remarks, titles above, a legend far
    below."""
    cup = Cup(folder, ["to: own!Standings"])

    def fill(tab: Worksheet) -> None:
        for place, key in enumerate(sheet.order, sheet.left):
            text = sheet.texts.get(key, key.partition("|")[0])
            tab.cell(sheet.header, place, text or None)
            for row in range(sheet.header + 1, sheet.header + 10) if key not in OURS else ():
                tab.cell(row, place, f"={a1(row, 30)}" if row % 2 else f"{key} {row}")
        if sheet.header > 1:
            tab.cell(1, sheet.left, "Cup 2026")
        for place in range(1, 12):
            tab.cell(sheet.header + 12, place, f"legend {place}")

    cup.edit(fill)
    return cup


def _step(sheet: Sheet, step: str, number: int) -> Callable[[Worksheet], None]:
    """What a person does; ``sheet`` follows."""

    def edit(tab: Worksheet) -> None:
        if step == "row above":
            tab.insert_rows(sheet.header)
            sheet.header += 1
        elif step == "column left":
            tab.insert_cols(sheet.left)
            sheet.left += 1
        elif step == "column inside":
            place = number % len(sheet.order)
            tab.insert_cols(sheet.left + place)
            sheet.order.insert(place, f"new|{len(sheet.order)}")
        else:
            _swap(tab, sheet, number)

    return edit


def _swap(tab: Worksheet, sheet: Sheet, number: int) -> None:
    one, two = number % len(sheet.order), (number + 1) % len(sheet.order)
    for row in range(sheet.header, sheet.header + 11):
        left, right = tab.cell(row, sheet.left + one), tab.cell(row, sheet.left + two)
        left.value, right.value = right.value, left.value
    sheet.order[one], sheet.order[two] = sheet.order[two], sheet.order[one]


def _ours(sheet: Sheet) -> set[str]:
    rows = range(sheet.header + 1, sheet.header + 8)
    return {a1(row, sheet.column(key)) for row in rows for key in OURS}


def _theirs(cup: Cup, sheet: Sheet) -> dict[str, Any]:
    ours = _ours(sheet)
    return {place: value for place, value in cup.everything().items() if place not in ours}


def _listed(cup: Cup, sheet: Sheet) -> list[tuple[Any, ...]]:
    cells = cup.everything()
    rows = range(sheet.header + 1, sheet.header + 8)
    return [tuple(cells.get(a1(row, sheet.column(key))) for key in OURS) for row in rows]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(sheet=sheets())
def test_the_list_is_right_and_nothing_else_changes(sheet: Sheet) -> None:
    """After every sync the list holds these drivers and no more, a second plan is empty (`synced` looks), and
    all other cells are what they were."""
    with tempfile.TemporaryDirectory() as folder:
        cup = _lay_out(Path(folder), sheet)
        cup.synced()
        steps = iter(sheet.steps)
        for count in sheet.drivers:
            if step := next(steps, None):
                cup.edit(_step(sheet, *step))
            cup.drivers(NAMES[:count])
            theirs = _theirs(cup, sheet)
            cup.synced()
            rows = list(zip(range(1, count + 1), NAMES, POINTS, strict=False))
            assert _listed(cup, sheet) == [*rows, *[(None, None, None)] * (7 - count)]
            assert _theirs(cup, sheet) == theirs


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    row=st.integers(1, 5),
    column=st.integers(1, 4),
    sizes=st.lists(st.tuples(st.integers(3, 6), st.integers(1, 4)), min_size=2, max_size=4),
)
def test_an_anchored_table_leaves_nothing_behind(row: int, column: int, sizes: list[tuple[int, int]]) -> None:
    """As wide and as long as it is each time; beside and below it all stays."""
    keys = ["rank", "name", "team", "total"]
    with tempfile.TemporaryDirectory() as folder:
        cup = Cup(Path(folder), ["to: own!Standings!A1"])
        around = {a1(row + 8, place): f"legend {place}" for place in range(1, 10)}
        around |= {a1(line, column + 4): f"remark {line}" for line in range(1, row + 8)}
        cup.edit(lambda tab: [tab.__setitem__(place, text) for place, text in around.items()])
        for count, wide in sizes:
            cup.writes(f"to: own!Standings!{a1(row, column)}, columns: [{', '.join(keys[:wide])}]")
            cup.drivers(NAMES[:count])
            cup.synced()
            found = cup.everything()
            assert {place: found.pop(place, None) for place in around} == around
            assert set(found) == {a1(row + r, column + c) for r in range(count + 1) for c in range(wide)}
