"""Writes the files of a new league into an empty folder."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

from openpyxl.workbook import Workbook

from sheets_sync import shipped
from sheets_sync.jobs.new_league.inputs import write_inputs
from sheets_sync.jobs.new_league.league_text import league_text
from sheets_sync.jobs.new_league.lists import TAB, Lists
from sheets_sync.jobs.new_league.outputs import Output, write_output
from sheets_sync.jobs.new_league.plan import outputs
from sheets_sync.jobs.new_league.start import Start
from sheets_sync.problems import FileLine, Problem
from sheets_sync.ruleset.model import Ruleset
from sheets_sync.standard.tabs import standard_tabs

_NOTHING_OPEN = Start()
_MORE_ROUNDS = 22


def lay_out(
    ruleset: Ruleset, folder: Path, name: str, start: Start = _NOTHING_OPEN
) -> tuple[list[Path], list[Problem]]:
    """Gives the files that were written: league.yaml, two workbooks, and the ruleset where it
    isn't a shipped one. A folder with anything in it is left alone."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            hint = "Name a folder that is empty, or that isn't there yet."
            return [], [Problem("The folder isn't empty. Nothing was written.", FileLine(folder), hint)]
        folder.mkdir(parents=True, exist_ok=True)
        return _write(ruleset, folder, name, start), []
    except OSError as error:
        return [], [Problem(f"The league can't be laid out: {error.strerror}.", FileLine(folder))]


def _write(ruleset: Ruleset, folder: Path, name: str, start: Start) -> list[Path]:
    planned = outputs(ruleset, _MORE_ROUNDS if start.rounds else 0)
    paths = [folder / each for each in ("league.yaml", "coordinators.xlsx", "public.xlsx")]
    text = league_text(name, str(folder), ruleset, planned, start)
    paths[0].write_text(text, encoding="utf-8", newline="\n")
    coordinators(ruleset, [each for each in planned if each.access == "private"], name).save(paths[1])
    public([each for each in planned if each.access == "public"], name).save(paths[2])
    return [*paths, *_own_rulesets(ruleset, folder)]


def coordinators(ruleset: Ruleset, planned: Sequence[Output], name: str) -> Workbook:
    """What people fill, what only they see, and the lists of the drop-downs."""
    book, lists = _empty(name), Lists()
    write_inputs(book, standard_tabs(ruleset), ruleset, lists)
    for output in planned:
        write_output(book, output)
    lists.write(book.create_sheet(TAB))
    return book


def public(planned: Sequence[Output], name: str) -> Workbook:
    """What everybody sees."""
    book = _empty(name)
    for output in planned:
        write_output(book, output)
    return book


def _empty(name: str) -> Workbook:
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    book.properties.title, book.properties.creator = name, "sheets-sync"
    return book


def _own_rulesets(ruleset: Ruleset, folder: Path) -> list[Path]:
    """Copies of what the ruleset is made of, beside the league, where it isn't shipped with the software."""
    copied = []
    for file in ruleset.files:
        if not file.resolve().is_relative_to(shipped.rulesets().resolve()):
            target = folder / "rulesets" / file.parent.name
            target.mkdir(parents=True, exist_ok=True)
            for each in sorted(file.parent.glob("*.yaml")):
                shutil.copyfile(each, target / each.name)
            copied.append(target / file.name)
    return copied
