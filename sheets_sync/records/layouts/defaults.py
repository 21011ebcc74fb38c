"""What a layout goes by where league.yaml doesn't say it."""

from __future__ import annotations

from sheets_sync.league_file import TabRead
from sheets_sync.records.fields import RecordKind
from sheets_sync.records.layouts.pane import MARK


def with_defaults(tab: TabRead, kind: RecordKind) -> TabRead:
    """The tab with every field named that its layout needs."""
    if tab.layout == "matrix":
        cells = tab.cells or kind.in_cells or MARK
        across = tab.across or ["round"]
        return tab.model_copy(update={"down": tab.down or "driver", "across": across, "cells": cells})
    if tab.layout == "lists":
        return tab.model_copy(update={"across": tab.across or ["pool"], "cells": tab.cells or "driver"})
    return tab
