"""Problems: what is wrong, where, and what would be right, in words a steward understands.

Every stage returns its problems beside its result; nothing stops at the first one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sheets_sync.cells import CellRef


class Severity(Enum):
    """``ERROR``: something is left out or refused. ``WARNING``: used, but look at it. ``NOTE``: to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def number_of(count: object, one: str, several: str = "") -> str:
    """``1 driver``, ``2 drivers``: how messages count."""
    return f"{count} {one if count == 1 else several or one + 's'}"


@dataclass(frozen=True, slots=True)
class FileLine:
    """A line of a file a person wrote; line 0 means the whole file."""

    path: Path
    line: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else str(self.path)


@dataclass(frozen=True, slots=True)
class TabRef:
    """A whole tab, or a whole spreadsheet where ``tab`` is empty."""

    spreadsheet: str
    tab: str = ""

    def __str__(self) -> str:
        return f"{self.spreadsheet}!{self.tab}" if self.tab else self.spreadsheet


Place = CellRef | FileLine | TabRef


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    ``message`` is a whole sentence that says what is wrong and what became of it; ``proposal`` says
    what would be right; ``rule`` and ``article`` name the rule that objects, where one does. While one
    that ``blocks`` stands, nothing is written: a part of the input is missing. A row that a rule refuses
    says why in one word under ``refusal``: late, incomplete, out of range.
    """

    message: str
    at: Place | None = None
    proposal: str = ""
    severity: Severity = Severity.ERROR
    rule: str = ""
    article: str = ""
    blocks: bool = False
    refusal: str = ""

    def __str__(self) -> str:
        where = f"{self.at}: " if self.at else ""
        article = f" [{self.article}]" if self.article else ""
        hint = f" {self.proposal}" if self.proposal else ""
        return f"{where}{self.message}{article}{hint}"


def has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def place_key(problem: Problem) -> tuple[str, int, int, str]:
    """Sorts problems by where they stand, so that a person can walk down the tab."""
    at = problem.at
    if isinstance(at, CellRef):
        return (f"{at.spreadsheet}!{at.tab}", at.row, at.column, problem.message)
    if isinstance(at, FileLine):
        return (str(at.path), at.line, 0, problem.message)
    return (str(at or ""), 0, 0, problem.message)
