"""Everybody on the entry lists, with every spelling that a run would take for them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sheets_sync.jobs.first_look.entries import Entry
from sheets_sync.jobs.first_look.known import Known
from sheets_sync.records.reading import read_tab
from sheets_sync.records.who_is_who import known_entries, with_aliases


def with_everybody(entries: Sequence[Entry], known: Known) -> Known:
    """With the names as a run knows them: by their lists, and by what alias tabs confirm."""
    _, book, _ = known_entries(_records(entries, "entries", known))
    named = known.with_names(book)
    return named.with_names(with_aliases(book, _records(entries, "aliases", named))[0])


def _records(entries: Iterable[Entry], kind: str, known: Known) -> list[Any]:
    found: list[Any] = []
    for entry in entries:
        if entry.kind == kind:
            found += read_tab(entry.guess.grid, entry.match.kind, entry.tab, known.context)[0] or []
    return found
