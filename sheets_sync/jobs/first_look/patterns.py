"""Tabs of one form, such as a tab per round and pool, are told to league.yaml once: `R{round} {pool}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sheets_sync.addresses import TabAddress
from sheets_sync.cells import Cell, CellRef
from sheets_sync.jobs.first_look.entries import Entry
from sheets_sync.jobs.first_look.known import Known
from sheets_sync.league_file import TabRead
from sheets_sync.records.facts import KINDS
from sheets_sync.records.fields import Unreadable
from sheets_sync.records.tab_patterns import tabs_like

_FIELDS = ("round", "pool")
_LETTER = re.compile(r"[^\W\d_]")
_NUMBER = re.compile(r"(?<!\d)0*(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Told:
    """``tab``: as league.yaml has it, perhaps with placeholders; ``entries``: the tabs that it stands for."""

    tab: TabRead
    entries: tuple[Entry, ...]


def told(entries: Sequence[Entry], known: Known, there: Iterable[str]) -> list[Told]:
    """Entries of one record kind. Where several tabs differ by nothing but what their names say, one form
    stands for all of them, if it stands for no other tab. ``there``: all tabs as spreadsheet!tab."""
    forms: dict[str, list[Entry]] = {}
    for entry in entries:
        forms.setdefault(_key(entry, known), []).append(entry)
    found: list[Told] = []
    for same in forms.values():
        form = _form(same[0], known)
        if form is not None and len(same) > 1 and _stands_for(form, same, known, list(there)):
            found.append(Told(form, tuple(same)))
        else:
            found += [Told(entry.tab, (entry,)) for entry in same]
    return found


def _key(entry: Entry, known: Known) -> str:
    """What entries of one form share."""
    form = _form(entry, known)
    return form.model_dump_json() if form is not None else str(entry.tab.tab)


def _form(entry: Entry, known: Known) -> TabRead | None:
    """The tab's name with placeholders for what it says; None where it says nothing that can be read back, or
    nothing would be left of it: any tab has such a name."""
    name, left = entry.tab.tab.tab, dict(entry.tab.set)
    if "{" in name or "}" in name:
        return None
    for field in _FIELDS:
        text = left.get(field, "")
        put = _put(name, field, text, entry.kind, known) if text else None
        if put is not None:
            name = put
            del left[field]
    if name == entry.tab.tab.tab or not _LETTER.search(re.sub(r"\{\w+\}", "", name)):
        return None
    address = TabAddress(entry.tab.tab.spreadsheet, name)
    return entry.tab.model_copy(update={"tab": address, "set": left})


def _put(name: str, field: str, text: str, kind: str, known: Known) -> str | None:
    """The name with a placeholder for the value, which is looked for as it is written, else by its number."""
    value = _read(kind, field, text, known)
    at = re.search(rf"(?<!\w){re.escape(text)}(?!\w)", name, re.IGNORECASE)
    numbers = [match.span() for match in _NUMBER.finditer(name)] if field == "round" else []
    for start, end in [*numbers, *([at.span()] if at else [])]:
        if "{" not in name[start:end] and _read(kind, field, name[start:end], known) == value is not None:
            return f"{name[:start]}{{{field}}}{name[end:]}"
    return None


def _read(kind: str, field: str, text: str, known: Known) -> object:
    of = KINDS[kind].field(field)
    try:
        return of.scalar(Cell(CellRef("", "", 1, 1), text, "", None), known.context) if of else None
    except Unreadable:
        return None


def _stands_for(form: TabRead, same: Sequence[Entry], known: Known, there: Sequence[str]) -> bool:
    """Whether a run would find these tabs by the form, with the same values, and no others."""
    prefix = f"{form.tab.spreadsheet}!"
    tabs = [tab.removeprefix(prefix) for tab in there if tab.startswith(prefix)]
    found, _ = tabs_like(form, same[0].match.kind, known.context, tabs, ())
    wanted = {entry.tab.tab.tab: _values(entry.tab, entry.kind, known) for entry in same}
    return {tab.tab.tab: _values(tab, same[0].kind, known) for tab in found} == wanted


def _values(tab: TabRead, kind: str, known: Known) -> dict[str, object]:
    return {field: _read(kind, field, text, known) for field, text in tab.set.items()}
