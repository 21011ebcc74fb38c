"""Writing a Google spreadsheet: one batch, as a whole or not at all, and only if nobody wrote before us."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator, Sequence
from typing import Any

from google.auth.exceptions import GoogleAuthError
from gspread.exceptions import APIError

from sheets_sync.problems import Problem, TabRef
from sheets_sync.sources.cell_text import text_length
from sheets_sync.sources.google.answer import generation
from sheets_sync.sources.google.calls import Calls, Unanswered
from sheets_sync.sources.google.changes import Batch, batch_of
from sheets_sync.sources.google.home import GoogleHome
from sheets_sync.sources.google.keeping import fits
from sheets_sync.sources.google.reading import drive_version, place_of, places
from sheets_sync.sources.snapshot import CellWrite, OwnRange, Snapshot

CELLS = 10_000_000
CHARACTERS = 50_000
LARGE, LARGEST = 2_000_000, 10_000_000
"""Bytes of a write: what Google recommends at most, and what we send at most."""
_FILLS_OTHERS = re.compile(r"\s*(ARRAYFORMULA|QUERY|FILTER|SORT|UNIQUE|IMPORT\w+)\s*\(", re.IGNORECASE)
_CLEAR = "Put the output range elsewhere, or clear the formula first."
_AGREE = "Put the output range elsewhere, clear the formula first, or have it replaced with: sync --overwrite"
_AROUND = 45
"""Bytes of a cell's request beside its value."""


class Overtaken(Exception):
    """Somebody wrote to the spreadsheet since we read it. ``uncertain``: whether something of ours may have
    been written before."""

    def __init__(self, uncertain: bool = False) -> None:
        super().__init__()
        self.uncertain = uncertain


def write_spreadsheet(
    calls: Calls, snapshot: Snapshot, writes: Sequence[CellWrite], remembered: str, own: Sequence[OwnRange]
) -> None:
    """Sets all cells and the memory, or none of them. Raises Overtaken where it isn't as we read it, and
    what `Calls` raises."""
    home = snapshot.on_google
    if _changed_since(calls, home):
        raise Overtaken
    batch = batch_of(home, writes, remembered, own, f"ss{secrets.token_hex(8)}")
    calls.wait_for(_size(writes, remembered) / LARGE)
    pauses = calls.patience.pauses()
    while True:
        try:
            calls.batch_update(home.id, {"requests": list(batch.requests)})
            return
        except Unanswered as lost:
            if not lost.uncertain:
                raise
            if _found_out(calls, home, batch, lost):
                return
            pause = next(pauses, None)
            if pause is None:
                raise
            calls.patience.wait(pause, None)
        except APIError as refused:
            # The refused one may be a repetition of one that was done after all.
            if refused.code == 400 and _was_done(calls, home, batch):
                return
            raise


def _found_out(calls: Calls, home: GoogleHome, batch: Batch, lost: Unanswered) -> bool:
    """Whether the write with the lost answer was done; raises that loss where it can't be found out."""
    try:
        return _was_done(calls, home, batch)
    except (APIError, Unanswered, GoogleAuthError):
        raise lost from None
    except Overtaken:
        raise Overtaken(uncertain=True) from None


def _changed_since(calls: Calls, home: GoogleHome) -> bool:
    """Whether somebody changed it since we looked, as Drive counts. Where Drive doesn't tell, whether our
    ranges still are where they were: a table written to its old place would hit what moved there."""
    version = drive_version(calls, home.id) if home.version else ""
    if version:
        return version != home.version
    now = places(calls, home.id)
    return any(now.get(sheet.id) != place_of(sheet) for sheet in home.sheets.values())


def _was_done(calls: Calls, home: GoogleHome, batch: Batch) -> bool:
    """Whether a write whose answer got lost was done. Raises Overtaken where another one was."""
    now = _generation_of(calls, home.id)
    if now == batch.id:
        return True
    if now != home.generation_id:
        raise Overtaken
    return False


def _generation_of(calls: Calls, spreadsheet: str) -> str:
    answer: Any = calls.fetch_sheet_metadata(spreadsheet, {"fields": "namedRanges(namedRangeId,name)"})
    return generation(answer.get("namedRanges", ()))[1]


def refusals(snapshot: Snapshot, writes: Sequence[CellWrite], remembered: str) -> list[Problem]:
    """What can't be written, said before anything is."""
    home = snapshot.on_google
    problems = [*_texts(snapshot, writes), *_formulas(snapshot, writes), *_inside_merges(snapshot, writes)]
    if not fits(home, remembered):
        message = "So many cells are ours here that their memory doesn't fit into the spreadsheet."
        problems.append(Problem(message, TabRef(snapshot.name), "Write some tables to another spreadsheet."))
    return [*problems, *_too_large(snapshot, writes, remembered), *_too_many_cells(snapshot, home, writes)]


def _size(writes: Sequence[CellWrite], remembered: str) -> int:
    """About how many bytes a write has."""
    texts = (str(each.value or "").encode(errors="replace") for each in writes)
    return len(remembered) + sum(_AROUND + len(text) for text in texts)


def _too_large(snapshot: Snapshot, writes: Sequence[CellWrite], remembered: str) -> list[Problem]:
    """All of it has to go in one request, so that it is done as a whole or not at all."""
    size = _size(writes, remembered)
    if size <= LARGEST:
        return []
    message = f"This write would have {size / 1e6:.0f} MB; at most {LARGEST / 1e6:.0f} MB are sent at once."
    return [Problem(message, TabRef(snapshot.name), "Write fewer or smaller tables to this spreadsheet.")]


def _texts(snapshot: Snapshot, writes: Sequence[CellWrite]) -> Iterator[Problem]:
    """Texts that no cell can hold."""
    for each in writes:
        text = each.value if isinstance(each.value, str) else ""
        at = snapshot.grids[each.tab].ref(each.row, each.column)
        if text_length(text) > CHARACTERS:
            message = f"This text is longer than the {CHARACTERS:,} characters that a cell can hold."
            yield Problem(message, at, "Shorten it.")
        if any("\ud800" <= letter <= "\udfff" for letter in text):
            message = "The text for this cell holds half of a character, which no cell can hold."
            yield Problem(message, at, "Type the text anew where it comes from.")


def _formulas(snapshot: Snapshot, writes: Sequence[CellWrite]) -> Iterator[Problem]:
    """A formula is somebody's work, whatever it shows; one that fills other cells, too, goes only by hand."""
    for each in writes:
        grid = snapshot.grids[each.tab]
        formula = grid.formulas.get((each.row, each.column))
        if formula is None or (each.replaces_formula and not _FILLS_OTHERS.match(formula)):
            continue
        message = "This cell holds a formula. Nothing is written."
        yield Problem(message, grid.ref(each.row, each.column), _CLEAR if each.replaces_formula else _AGREE)


def _inside_merges(snapshot: Snapshot, writes: Sequence[CellWrite]) -> list[Problem]:
    """Google keeps what is written into a merged cell but shows only the first."""
    problems = []
    for each in writes:
        grid = snapshot.grids[each.tab]
        for area in grid.merges:
            first = (area.first_row, area.first_column)
            if (
                each.value is not None
                and (each.row, each.column) in area
                and first != (each.row, each.column)
            ):
                message = f"This cell is hidden behind the merged cells {area}. Nothing is written."
                problems.append(Problem(message, grid.ref(each.row, each.column), "Unmerge them."))
    return problems


def _too_many_cells(snapshot: Snapshot, home: GoogleHome, writes: Sequence[CellWrite]) -> list[Problem]:
    """Counted over the tabs that we know of; Google itself counts all of them."""
    sizes: dict[int, int] = {}
    for tab, sheet in home.sheets.items():
        rows = max([sheet.rows, *(each.row for each in writes if each.tab == tab)])
        columns = max([sheet.columns, *(each.column for each in writes if each.tab == tab)])
        sizes[sheet.id] = max(rows * columns, sizes.get(sheet.id, 0))
    cells = sum(sizes.values())
    if cells <= CELLS:
        return []
    message = f"The tabs would have {cells:,} cells; a spreadsheet holds {CELLS:,}."
    return [Problem(message, TabRef(snapshot.name), "Delete empty rows and columns.")]
