"""Whether a formula's result can be used as a fact.

After our write nobody may have recalculated the workbook yet. A formula is trusted all the same where
it provably looks only at cells of a tab that we don't write to. While a tab holds doubtful facts nothing
is written that was computed without them.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from sheets_sync.cells import Grid

_NAME = re.compile(r"[A-Za-z_\\][\w.\\]*(?![\w.]*\()")
_CELL = re.compile(r"\$?[A-Za-z]{1,3}\$?[0-9]{1,7}")
_TEXT = re.compile(r'"[^"]*"')
_UNSAFE = re.compile(r"[!\[#]|\b(INDIRECT|OFFSET)\b", re.IGNORECASE)
_WORDS = frozenset({"TRUE", "FALSE"})


def is_doubtful(grid: Grid, row: int, column: int, written_tabs: Collection[str]) -> bool:
    """Whether the cell holds a formula whose result may be older than our last write."""
    if not grid.old_results or (row, column) not in grid.formulas:
        return False
    if grid.tab in written_tabs:
        return True
    return not all(looks_only_at_its_tab(formula) for formula in grid.formulas.values())


def looks_only_at_its_tab(formula: str) -> bool:
    """``=A1+B1`` does; a formula with a name, another tab, INDIRECT or OFFSET may look anywhere."""
    bare = _TEXT.sub("", formula)
    if _UNSAFE.search(bare):
        return False
    words = [match[0] for match in _NAME.finditer(_CELL.sub("", bare))]
    return all(word.upper() in _WORDS for word in words)
