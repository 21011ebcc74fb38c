"""One season in every layout that people keep it in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from hypothesis import strategies as st

from tests.messy.season import POOLS, Clean
from tests.messy.sheets import Laid, Sheet
from tests.messy.writing import Hand, Written

_TITLES = ("Season 2024 🏁", "Results (official)", "Last update: Monday")
_OTHERS = ("Comment", "Broadcast link", "Livery", "Twitch")


def _outcome(hand: Hand, row: Clean) -> Written:
    return hand.placed(row.place) if row.place else hand.fell(row.status or "", row.round)


def _header(draw: st.DrawFn, hand: Hand, name: str) -> str:
    text = draw(st.sampled_from(getattr(hand.language, name)))
    return draw(st.sampled_from((text, f" {text}", text.upper(), f"{text}:")))


def _titles(draw: st.DrawFn, sheet: Sheet) -> int:
    """Some lines above the table; the row that it may begin in."""
    lines = draw(st.integers(0, len(_TITLES)))
    for row, text in enumerate(_TITLES[:lines], 1):
        sheet.put(row, 1, text)
    return lines + 1 + draw(st.integers(0, 1))


def _legend(draw: st.DrawFn, sheet: Sheet, row: int) -> None:
    if draw(st.booleans()):
        sheet.put(row + 2, 1, "* = under investigation")


@st.composite
def rows(draw: st.DrawFn, season: Sequence[Clean], hand: Hand) -> Laid:
    """One row per driver and round, the columns in any order, with others between them."""
    sheet = Sheet("Results")
    own_status, with_time = draw(st.booleans()), draw(st.booleans())
    fields = ["round", "driver", "pool", "place"]
    fields += (["status"] if own_status else []) + (["time"] if with_time else [])
    order = draw(st.permutations([*fields, *draw(st.permutations(_OTHERS))[: draw(st.integers(0, 2))]]))
    columns = {name: index for index, name in enumerate(order, 1 + draw(st.integers(0, 2)))}
    row = _titles(draw, sheet)
    header = {name: _header(draw, hand, name) if name in fields else name for name in order}
    for name, column in columns.items():
        sheet.put(row, column, header[name])
    merged, repeats, gaps = draw(st.booleans()), draw(st.booleans()), draw(st.booleans())
    cells = {}
    for number, race in groupby(season, lambda each: each.round):
        if repeats and number > 1:
            row += 1
            for name, column in columns.items():
                sheet.put(row, column, header[name])
        row += int(gaps)
        first = row + 1
        for clean in race:
            row += 1
            kept = _row(sheet, hand, row, columns, clean, merged and row > first)
            if merged:
                kept["round"] = (sheet.tab, first, columns["round"])
            cells[clean if with_time else replace(clean, ms=None)] = kept
        if merged:
            sheet.merge((first, columns["round"]), (row, columns["round"]))
    _legend(draw, sheet, row)
    return Laid((sheet,), "{tab: season!Results}", cells)


def _row(
    sheet: Sheet, hand: Hand, row: int, columns: dict[str, int], clean: Clean, merged: bool
) -> dict[str, tuple[str, int, int]]:
    """A record in one row; what isn't a field is a remark."""
    own: dict[str, Written | None] = {
        "round": None if merged else hand.rounded(clean.round),
        "driver": hand.named(clean.driver),
        "pool": Written(clean.pool),
        "place": None if clean.status and "status" in columns else _outcome(hand, clean),
        "status": hand.fell(clean.status, clean.round) if clean.status else None,
        "time": hand.timed(clean.ms) if clean.ms else None,
    }
    found = {}
    for name, column in columns.items():
        what = own.get(name) if name in own else Written("see video") if row % 3 else None
        if what is not None:
            place = sheet.put(row, column, what)
            if name in own:
                found[name] = (sheet.tab, *place)
    return found


def _bare(clean: Clean) -> Clean:
    """Without what a table of places doesn't say."""
    return replace(clean, pool="", ms=None)


@st.composite
def matrix(draw: st.DrawFn, season: Sequence[Clean], hand: Hand) -> Laid:
    """Drivers down, rounds across, places or a status word in the cells; a sum beside them."""
    sheet = Sheet("Matrix")
    top, left = _titles(draw, sheet), 1 + draw(st.integers(0, 2))
    sheet.put(top, left, _header(draw, hand, "driver"))
    drivers = sorted({each.driver for each in season})
    lines = {driver: top + 1 + index for index, driver in enumerate(draw(st.permutations(drivers)))}
    between = draw(st.integers(0, 1))
    if between:
        sheet.put(top, left + 1, "Team")
    rounds = draw(st.permutations(sorted({each.round for each in season})))
    across = {number: left + 1 + between + index for index, number in enumerate(rounds)}
    for number, column in across.items():
        sheet.put(top, column, f"R{number}" if hand.round == "number" else hand.rounded(number))
    if draw(st.booleans()):
        sheet.put(top, max(across.values()) + 1, hand.language.total)
    for driver, row in lines.items():
        sheet.put(row, left, hand.named(driver))
        if between:
            sheet.put(row, left + 1, "Team " + driver[0])
    cells = {}
    for clean in season:
        row, column = lines[clean.driver], across[clean.round]
        sheet.put(row, column, _outcome(hand, clean))
        own = "place" if clean.place else "status"
        cells[_bare(clean)] = {
            "driver": (sheet.tab, row, left),
            own: (sheet.tab, row, column),
            "round": (sheet.tab, top, column),
        }
    _legend(draw, sheet, max(lines.values()))
    return Laid((sheet,), "{tab: season!Matrix, layout: matrix}", cells)


@st.composite
def blocks(draw: st.DrawFn, season: Sequence[Clean], hand: Hand) -> Laid:
    """A block for each round and pool: pools beside each other, rounds below each other or to the right."""
    sheet = Sheet("Blocks")
    top, stacked = _titles(draw, sheet), draw(st.booleans())
    header = [_header(draw, hand, name) for name in ("place", "driver", "time")]
    cells: dict[Clean, dict[str, tuple[str, int, int]]] = {}
    left, merged = 1, draw(st.booleans())
    for number, race in groupby(season, lambda each: each.round):
        members, deepest = list(race), top
        for pool in POOLS:
            own = [each for each in members if each.pool == pool]
            sheet.put(top, left, f"Round {number}")
            sheet.put(top + 1, left, f"Pool {pool}" if draw(st.booleans()) else pool)
            for offset, text in enumerate(header):
                sheet.put(top + 2, left + offset, text)
            if merged:
                sheet.merge((top, left), (top, left + 2))
                sheet.merge((top + 1, left), (top + 1, left + 2))
            for row, clean in enumerate(own, top + 3):
                cells[clean] = _block_row(sheet, hand, row, left, clean, top)
                deepest = max(deepest, row)
            left += 3 + draw(st.integers(0, 1))
        if stacked:
            left, top = 1, deepest + 2 + draw(st.integers(0, 2))
    read = "{tab: season!Blocks, layout: blocks, above: [round, pool]}"
    return Laid((sheet,), read, cells)


def _block_row(
    sheet: Sheet, hand: Hand, row: int, left: int, clean: Clean, top: int
) -> dict[str, tuple[str, int, int]]:
    found = {"round": (sheet.tab, top, left), "pool": (sheet.tab, top + 1, left)}
    found["place" if clean.place else "status"] = (sheet.tab, *sheet.put(row, left, _outcome(hand, clean)))
    found["driver"] = (sheet.tab, *sheet.put(row, left + 1, hand.named(clean.driver)))
    if clean.ms:
        found["time"] = (sheet.tab, *sheet.put(row, left + 2, hand.timed(clean.ms)))
    return found


@st.composite
def tabs(draw: st.DrawFn, season: Sequence[Clean], hand: Hand) -> Laid:
    """A tab for each round and pool."""
    sheets, cells = [], {}
    order = draw(st.permutations(("driver", "place", "time")))
    header = {name: _header(draw, hand, name) for name in order}
    for (number, pool), race in groupby(season, lambda each: (each.round, each.pool)):
        sheet = Sheet(f"R{number} {pool}")
        row = _titles(draw, sheet)
        columns = {name: index for index, name in enumerate(order, 1)}
        for name, column in columns.items():
            sheet.put(row, column, header[name])
        for line, clean in enumerate(race, row + 1):
            cells[clean] = _row(sheet, hand, line, columns, clean, False)
        sheets.append(sheet)
    return Laid((*draw(st.permutations(sheets)), _beside()), '{tab: "season!R{round} {pool}"}', cells)


def _beside() -> Sheet:
    """A tab that is none of these."""
    sheet = Sheet("Rules and links")
    sheet.put(1, 1, "Be kind.")
    return sheet


@st.composite
def lists(draw: st.DrawFn, season: Sequence[Clean], hand: Hand) -> Laid:
    """Who drives in which pool: a column of names for each pool, a block for each round."""
    sheet = Sheet("Lists")
    top, cells = _titles(draw, sheet), {}
    for number, race in groupby(season, lambda each: each.round):
        members = list(race)
        sheet.put(top, 1, f"Round {number}")
        for column, pool in enumerate(POOLS, 1):
            sheet.put(top + 1, column, pool)
            for row, clean in enumerate((each for each in members if each.pool == pool), top + 2):
                place = sheet.put(row, column, hand.named(clean.driver))
                cells[Clean(clean.round, clean.driver, pool, None, None)] = {"driver": (sheet.tab, *place)}
        top += 3 + len(members)
    read = "{tab: season!Lists, layout: lists, across: pool, above: round, cells: driver}"
    return Laid((sheet,), read, cells, "choices")


_QUESTIONS = {
    "driver": "What is your driver name?",
    "round": "Which round do you sign up for?",
    "pool": "Which pool do you choose?",
}


@st.composite
def form(draw: st.DrawFn, season: Sequence[Clean], hand: Hand) -> Laid:
    """The answers to a form: a timestamp, then whole questions as headers."""
    sheet = Sheet("Form responses 1")
    columns = {name: index for index, name in enumerate(draw(st.permutations(list(_QUESTIONS))), 2)}
    sheet.put(1, 1, "Timestamp")
    for name, column in columns.items():
        sheet.put(1, column, _QUESTIONS[name])
    cells = {}
    for row, clean in enumerate(draw(st.permutations(season)), 2):
        sheet.put(row, 1, Written(45_000 + row / 24, "dd/mm/yyyy hh:mm:ss"))
        own = {"driver": hand.named(clean.driver), "round": hand.rounded(clean.round), "pool": clean.pool}
        found = {name: (sheet.tab, *sheet.put(row, columns[name], what)) for name, what in own.items()}
        cells[Clean(clean.round, clean.driver, clean.pool, None, None)] = found
    return Laid((sheet,), '{tab: "season!Form responses 1", layout: form}', cells, "choices")


LAYOUTS: dict[str, Callable[..., st.SearchStrategy[Laid]]] = {
    "rows": rows,
    "matrix": matrix,
    "blocks": blocks,
    "tabs": tabs,
    "lists": lists,
    "form": form,
}
