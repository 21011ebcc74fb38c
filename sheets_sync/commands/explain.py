"""`explain`: where every point of a driver comes from."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from rich.text import Text

from sheets_sync.cells import CellRef, Grid, Value
from sheets_sync.commands.exit_codes import DONE, FAILED, UNUSABLE
from sheets_sync.commands.opening import open_league, stopped
from sheets_sync.commands.terminal import console, indented, print_json, say
from sheets_sync.pipeline import Run
from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.records.times import from_serial, is_date, is_time
from sheets_sync.rules.ledger import Entry, balance
from sheets_sync.ruleset.values import Number
from sheets_sync.tables.explain import Adjustment, Explanation, explain
from sheets_sync.tables.table import time_text


def run(league: Path, driver: str, number: str | None, as_of: str | None, as_json: bool) -> int:
    opened = open_league(league, as_of, as_json, say_unread=True)
    if opened.run is None:
        return opened.code
    wanted, problems = _round(opened.run, number)
    explanation = None
    if not problems:
        explanation, problems = explain(opened.run.season, driver, wanted)
        if explanation is None and opened.code == FAILED:
            # Whoever isn't found may stand in what couldn't be read, which was said already.
            unread = [each for each in opened.run.problems if each.blocks] if as_json else []
            return stopped(unread, as_json, FAILED)
    if explanation is None:
        return stopped(problems, as_json, UNUSABLE)
    if as_json:
        print_json(_json(opened.run, explanation))
    else:
        _print(opened.run, explanation)
    return DONE


def _round(run: Run, written: str | None) -> tuple[int | None, list[Problem]]:
    if written is None:
        return None, []
    for each in run.setup.ruleset.rounds:
        if fold(written) in (fold(each.name), str(each.number), f"r{each.number}"):
            return each.number, []
    names = ", ".join(each.name for each in run.setup.ruleset.rounds)
    return None, [Problem(f"There is no round '{written}'.", None, f"The calendar has {names}.")]


def _print(run: Run, explanation: Explanation) -> None:
    season = run.season
    names = {each.number: each.name for each in season.ruleset.rounds}
    people = " / ".join(season.name(person) for person in explanation.people)
    console.print(Text(people or season.name(explanation.person), style="bold"))
    if not explanation.entries:
        say("No entries.")
    for number, group in groupby(explanation.entries, key=lambda entry: entry.event.round):
        entries = list(group)
        total = balance(entry for entry in entries if entry.account.startswith("points."))
        gone = " (dropped)" if number in explanation.dropped else ""
        console.print(Text(f"\n{names.get(number, number)}: {_points(total)}{gone}", style="bold"))
        for entry in entries:
            _print_entry(run, entry)
    for decision in explanation.decisions:
        state = (
            f"open, until then: {decision.default}" if decision.is_open else f"answered: {decision.choice}"
        )
        say(f"\nDecision {decision.id} ({state}): {decision.question}")
    for index, each in enumerate(explanation.adjustments):
        _print_adjustment(run, each, first=index == 0)
    console.print(Text(f"\nTotal: {_points(explanation.total)}", style="bold"))


def _print_adjustment(run: Run, each: Adjustment, first: bool) -> None:
    """What the table adds to the entries."""
    sign = "+" if each.amount > 0 else ""
    if first:
        say("")
    console.print(Text(f"{sign + str(each.amount):>6}  {each.says}"))
    indented(Text(_titles(run, each.article), style="dim"), 8)


def _points(amount: Number) -> str:
    return f"{amount} point{'' if amount == 1 else 's'}"


def _print_entry(run: Run, entry: Entry) -> None:
    """The amount and why; below it the rule with its article, and the cells with what they hold."""
    points = entry.account.startswith("points.")
    amount = (
        f"{'+' if entry.amount > 0 else ''}{entry.amount}"
        if points and entry.amount
        else str(entry.amount)
        if entry.account != "seat"
        else ""
    )
    style = "red" if points and entry.amount < 0 else "green" if points and entry.amount else "cyan"
    line = Text(f"{amount:>6}", style=style).append(f"  {entry.account.replace('.', ' > ')}: ", style="cyan")
    console.print(line.append(_why(entry), style="default"))
    indented(Text(_titles(run, entry.article), style="dim"), 8)
    if entry.cells:
        indented(Text(_cells(run, entry), style="dim"), 8)


def _why(entry: Entry) -> str:
    where = " ".join(part for part in (entry.event.session, entry.event.pool) if part)
    return f"{entry.says} ({where})" if where else entry.says


def _titles(run: Run, article: str) -> str:
    articles = run.setup.ruleset.articles
    titles = [articles[name].title for name in article.split(", ") if name in articles]
    return f"article: {'; '.join(titles) or article or '(none is given)'}"


def _cells(run: Run, entry: Entry) -> str:
    """Each tab once, with the cells that hold something."""
    by_tab: dict[str, list[str]] = {}
    for ref in dict.fromkeys(entry.cells):
        value = _value(run, ref)
        if value not in (None, ""):
            parts = by_tab.setdefault(f"{ref.spreadsheet}!{ref.tab}", [])
            parts.append(f"{ref.a1} {_shown(run, ref, value)}")
    return "cells: " + "; ".join(f"{tab} {', '.join(parts)}" for tab, parts in by_tab.items())


def _value(run: Run, ref: CellRef) -> Value:
    grid = _grid(run, ref)
    return grid.value(ref.row, ref.column) if grid else None


def _grid(run: Run, ref: CellRef) -> Grid | None:
    snapshot = run.snapshots.get(ref.spreadsheet)
    return snapshot.grids.get(ref.tab) if snapshot else None


def _shown(run: Run, ref: CellRef, value: Value) -> str:
    """Times and dates as a person sees them, all else as it is stored."""
    grid = _grid(run, ref)
    code = grid.number_format(ref.row, ref.column) if grid else ""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and grid:
        if is_date(code):
            return f"{from_serial(value, grid.epoch_1904):%Y-%m-%d %H:%M}"
        if is_time(code):
            return time_text(round(value * 86_400_000))
    return str(value)


def _json(run: Run, explanation: Explanation) -> dict[str, object]:
    season = run.season
    return {
        "driver": season.name(explanation.person),
        "seat_held_by": [season.name(person) for person in explanation.people],
        "points": str(explanation.total),
        "dropped": [run.setup.ruleset.name_of(number) for number in explanation.dropped],
        "adjustments": [
            {"says": each.says, "amount": str(each.amount), "article": each.article}
            for each in explanation.adjustments
        ],
        "entries": [_entry_json(run, entry) for entry in explanation.entries],
        "decisions": [
            {"id": each.id, "question": each.question, "open": each.is_open, "choice": each.choice}
            for each in explanation.decisions
        ],
    }


def _entry_json(run: Run, entry: Entry) -> dict[str, object]:
    return {
        "account": entry.account,
        "round": entry.event.round,
        "session": entry.event.session,
        "pool": entry.event.pool,
        "amount": str(entry.amount),
        "says": entry.says,
        "rule": entry.rule,
        "article": entry.article,
        "known": entry.known.isoformat(),
        "cells": [{"at": str(ref), "value": _plain(_value(run, ref))} for ref in entry.cells],
    }


def _plain(value: Value) -> object:
    return value if value is None or isinstance(value, (str, int, float, bool)) else str(value)
