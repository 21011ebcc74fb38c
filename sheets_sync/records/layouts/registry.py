"""The layouts that league.yaml can name."""

from __future__ import annotations

from collections.abc import Callable

from sheets_sync.records.layouts import blocks, form, lists, matrix, rows
from sheets_sync.records.layouts.pane import Panes, Source

LAYOUTS: dict[str, Callable[[Source], Panes]] = {
    "rows": rows.panes,
    "matrix": matrix.panes,
    "lists": lists.panes,
    "blocks": blocks.panes,
    "form": form.panes,
}
