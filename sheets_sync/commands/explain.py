"""`explain`: where every point of a driver comes from."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from rich.table import Table as RichTable
from rich.text import Text

from sheets_sync.cells import CellRef, Value
from sheets_sync.commands.exit_codes import DONE, UNUSABLE
from sheets_sync.commands.opening import open_league, problem_json
from sheets_sync.commands.terminal import console, print_json, print_problems, say
from sheets_sync.pipeline import Run
from sheets_sync.problems import Problem
from sheets_sync.records.names import fold
from sheets_sync.rules.ledger import Entry
from sheets_sync.tables.explain import Explanation, explain


def run(league: Path, driver: str, number: str | None, as_of: str | None, as_json: bool) -> int:
    opened = open_league(league, as_of, as_json)
    if opened.run is None:
        return opened.code
    wanted, problems = _round(opened.run, number)
    explanation = None
    if not problems:
        explanation, problems = explain(opened.run.season, driver, wanted)
    if explanation is None:
        if as_json:
            print_json({"problems": [problem_json(each) for each in problems]})
        else:
            print_problems(problems)
        return UNUSABLE
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
    say(" / ".join(season.name(person) for person in explanation.people) or season.name(explanation.person))
    if not explanation.entries:
        say("No entries.")
    for number, group in groupby(explanation.entries, key=lambda entry: entry.event.round):
        drawn = RichTable(
            title=names.get(number, str(number)), title_justify="left", title_style="bold", box=None
        )
        for title, justify in (
            ("", "right"),
            ("Account", "left"),
            ("Why", "left"),
            ("Article", "left"),
            ("Cells", "left"),
        ):
            drawn.add_column(title, justify="right" if justify == "right" else "left")
        for entry in group:
            article = _article(run, entry)
            amount = f"{entry.amount:+}" if entry.account != "seat" else ""
            drawn.add_row(
                amount, Text(entry.account), Text(_why(entry)), Text(article), Text(_cells(run, entry))
            )
        console.print(drawn)
    for decision in explanation.decisions:
        state = (
            "open, until then: " + decision.default if decision.is_open else f"answered: {decision.choice}"
        )
        say(f"Decision {decision.id}: {decision.question} ({state})")
    say(f"Points: {explanation.total}")


def _why(entry: Entry) -> str:
    where = " ".join(part for part in (entry.event.session, entry.event.pool) if part)
    return f"{entry.says} ({where})" if where else entry.says


def _article(run: Run, entry: Entry) -> str:
    articles = run.setup.ruleset.articles
    titles = [articles[name].title for name in entry.article.split(", ") if name in articles]
    return "; ".join(titles) or entry.article


def _cells(run: Run, entry: Entry) -> str:
    if not entry.cells:
        return ""
    first = entry.cells[0]
    held = ", ".join(f"{ref.a1} {_shown(_value(run, ref))}".strip() for ref in entry.cells)
    return f"{first.spreadsheet}!{first.tab}: {held}"


def _value(run: Run, ref: CellRef) -> Value:
    snapshot = run.snapshots.get(ref.spreadsheet)
    grid = snapshot.grids.get(ref.tab) if snapshot else None
    return grid.value(ref.row, ref.column) if grid else None


def _shown(value: Value) -> str:
    if value is None:
        return "(empty)"
    text = f"{value:.6g}" if isinstance(value, float) else str(value)
    return f"'{text}'" if isinstance(value, str) else text


def _json(run: Run, explanation: Explanation) -> dict[str, object]:
    season = run.season
    return {
        "driver": season.name(explanation.person),
        "seat_held_by": [season.name(person) for person in explanation.people],
        "points": str(explanation.total),
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
