"""Prints for people: tables with rich, problems as sentences, a progress line where work takes long."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable
from rich.text import Text

from sheets_sync.pipeline import Progress
from sheets_sync.problems import Problem, Severity
from sheets_sync.tables.table import Kind, Table, shown

console = Console(highlight=False)
_errors = Console(stderr=True, highlight=False)
_PATIENCE = 1.0
_INDENT = 8
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_RIGHT = (Kind.NUMBER, Kind.POINTS, Kind.TIME)


def print_json(data: object) -> None:
    """One JSON document on standard output, readable and in UTF-8."""
    sys.stdout.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


def print_table(table: Table, keys: list[str] | None = None) -> None:
    """A table as wide as the terminal allows; the bare text where the output is no terminal."""
    chosen = table.chosen(keys)
    drawn = RichTable(
        title=escape(chosen.title), title_justify="left", title_style="bold", header_style="bold"
    )
    for column in chosen.columns:
        right = column.kind in _RIGHT
        drawn.add_column(escape(column.title), justify="right" if right else "left", no_wrap=right)
    for row in chosen.rows:
        drawn.add_row(
            *(Text(shown(column, value)) for column, value in zip(chosen.columns, row, strict=True))
        )
    console.print(drawn)


def print_problems(problems: Iterable[Problem], limit: int | None = None) -> None:
    """Each problem with its place, what is wrong and what would be right."""
    listed = list(problems)
    for problem in listed[:limit]:
        severity = Text(f"{problem.severity.value:<8}", style=_STYLES[problem.severity])
        message = Text(problem.message)
        if problem.article:
            message.append(f" [{problem.article}]", style="dim")
        if problem.at:
            _errors.print(severity.append(str(problem.at), style="bold"), soft_wrap=True)
            severity = Text(" " * _INDENT)
        _indented(severity, message)
        if problem.proposal:
            _indented(Text(" " * _INDENT), Text(problem.proposal, style="green"))
    if limit is not None and len(listed) > limit:
        _errors.print(f"        ... and {len(listed) - limit} more: sheets-sync check lists them all.")


def _indented(head: Text, text: Text) -> None:
    """The text behind its head, and below itself where the terminal is narrow; one line in a file."""
    lines: Iterable[Text] = [text]
    if _errors.is_terminal:
        lines = text.wrap(_errors, max(_errors.width - _INDENT, 20))
    for line in lines:
        _errors.print(head + line, soft_wrap=True)
        head = Text(" " * _INDENT)


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
