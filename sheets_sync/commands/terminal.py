"""Prints for people: tables with rich, problems as sentences, a progress line where work takes long."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from sheets_sync.problems import Problem, Severity
from sheets_sync.reading import Progress
from sheets_sync.tables.table import Kind, Table, shown_column

_WIDE = 160


def _console(stderr: bool) -> Console:
    """Where the output is no terminal nobody has told how wide it is: then lines may be long."""
    made = Console(stderr=stderr, highlight=False)
    return made if made.is_terminal else Console(stderr=stderr, highlight=False, width=_WIDE)


console = _console(stderr=False)
_errors = _console(stderr=True)
_PATIENCE = 1.0
_INDENT = 8
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_RIGHT = (Kind.NUMBER, Kind.POINTS, Kind.TIME)


def print_json(data: object) -> None:
    """One JSON document on standard output, readable and in UTF-8."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def print_table(table: Table, keys: list[str] | None = None, spare: Sequence[str] = ()) -> None:
    """A table; where it is too wide, columns named in ``spare`` are left out, the first of them first."""
    wanted = keys or [column.key for column in table.columns if not column.extra]
    for dropped in (*spare, ""):
        chosen = table.chosen(wanted)
        drawn = _drawn(chosen)
        if not dropped or _width_of(drawn) <= console.width:
            break
        wanted = [key for key in wanted if key != dropped]
    console.print(Text(chosen.title, style="bold"))
    console.print(drawn)


def _width_of(drawn: RichTable) -> int:
    """How wide it would like to be, whatever the terminal allows."""
    return console.measure(drawn, options=console.options.update(max_width=1000)).maximum


def _drawn(table: Table) -> RichTable:
    drawn = RichTable(header_style="bold", box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for column in table.columns:
        right = column.kind in _RIGHT
        drawn.add_column(escape(column.title), justify="right" if right else "left", no_wrap=right)
    for row in zip(*(_shown_column(table, index) for index in range(len(table.columns))), strict=True):
        drawn.add_row(*map(Text, row))
    return drawn


def _shown_column(table: Table, index: int) -> list[str]:
    return shown_column(table.columns[index], (row[index] for row in table.rows))


def print_problems(problems: Iterable[Problem], limit: int | None = None) -> None:
    """Each problem with its place, what is wrong and what would be right."""
    listed = list(problems)
    for problem in listed[:limit]:
        first = Text(f"{problem.severity.value:<8}", style=_STYLES[problem.severity])
        message = Text(problem.message)
        if problem.article:
            message.append(f" [{problem.article}]", style="dim")
        if problem.at is None:
            _errors.print(first.append_text(message))
        else:
            _errors.print(first.append(str(problem.at), style="bold"))
            _errors.print(Padding(message, (0, 0, 0, 8), expand=False))
        if problem.proposal:
            _errors.print(Padding(Text(problem.proposal, style="green"), (0, 0, 0, 8), expand=False))
    if limit is not None and len(listed) > limit:
        _errors.print(f"        ... and {len(listed) - limit} more: sheets-sync check lists them all.")


def indented(text: Text | str, left: int) -> None:
    """A paragraph with a hanging margin."""
    console.print(Padding(text, (0, 0, 0, left), expand=False))


def say(text: str) -> None:
    console.print(Text(text), soft_wrap=not console.is_terminal)


@contextmanager
def progress(quiet: bool = False) -> Iterator[Progress]:
    """A status line on the terminal, shown only once the work has taken longer than a second."""
    if quiet or not _errors.is_terminal:
        yield lambda _: None
        return
    status = _errors.status("Working")
    timer = threading.Timer(_PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield lambda text: status.update(escape(text))
    finally:
        timer.cancel()
        timer.join()
        status.stop()
