"""Which tab is meant: exact names first, then names that differ only in case and spaces."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.sources.package import WORKSHEET, Sheet
from sheets_sync.tab_pattern import fields_in, is_like


def choose_tabs(
    name: str, sheets: Collection[Sheet], wanted: Collection[str] | None
) -> tuple[list[Sheet], list[Problem]]:
    """The worksheets asked for, in the workbook's order."""
    if wanted is None:
        return [sheet for sheet in sheets if sheet.kind == WORKSHEET], []
    chosen: set[str] = set()
    problems = []
    for tab in dict.fromkeys(named_tabs(wanted, sheets)):
        sheet, problem = find_tab(name, sheets, tab)
        chosen.update([sheet.name] if sheet else [])
        problems += [problem] if problem else []
    return [sheet for sheet in sheets if sheet.name in chosen], problems


def named_tabs(wanted: Iterable[str], sheets: Iterable[Sheet]) -> list[str]:
    """The names that are asked for; a form such as `R{round}` stands for every worksheet named like that."""
    names = [sheet.name for sheet in sheets if sheet.kind == WORKSHEET]
    return [
        name
        for tab in wanted
        for name in ([each for each in names if is_like(tab, each)] if fields_in(tab) else [tab])
    ]


def find_tab(name: str, sheets: Iterable[Sheet], tab: str) -> tuple[Sheet | None, Problem | None]:
    """The worksheet of that name, with a note where its name is spelt differently."""
    sheets = list(sheets)
    found = [sheet for sheet in sheets if sheet.name == tab] or [
        sheet for sheet in sheets if loose(sheet.name) == loose(tab)
    ]
    if len(found) != 1:
        return None, missing_tab(name, sheets, tab)
    sheet = found[0]
    if sheet.kind != WORKSHEET:
        return None, without_cells(name, sheet)
    if sheet.name == tab:
        return sheet, None
    message = f"The tab '{tab}' is spelt '{sheet.name}' in the workbook; that one is used."
    return sheet, Problem(message, TabRef(name, tab), f"Write '{sheet.name}'.", Severity.NOTE)


def missing_tab(name: str, sheets: Iterable[Sheet], tab: str) -> Problem:
    """Proposes the nearest name and lists all of them."""
    names = {loose(sheet.name): sheet.name for sheet in sheets if sheet.kind == WORKSHEET}
    listed = ", ".join(f"'{name}'" for name in names.values())
    near = get_close_matches(loose(tab), names, 1)
    proposal = f"Did you mean '{names[near[0]]}'? " if near else ""
    proposal += f"The tabs are {listed}. Name one of them in league.yaml, or make the tab."
    return Problem(f"There is no tab '{tab}'.", TabRef(name, tab), proposal)


def without_cells(name: str, sheet: Sheet) -> Problem:
    kind = {"chartsheet": "chart sheet", "dialogsheet": "dialog sheet"}.get(sheet.kind, "macro sheet")
    message = f"The tab '{sheet.name}' is a {kind}, which is neither read nor written."
    return Problem(message, TabRef(name, sheet.name), "Name a worksheet.")


def loose(name: str) -> str:
    """The name without case, width and spaces, as two spellings of it share it."""
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())
