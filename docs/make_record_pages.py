"""Writes docs/records.md from the record kinds themselves: python docs/make_record_pages.py"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from pathlib import Path

from sheets_sync.records import given_points, numbers, sign_out_lines, times, words
from sheets_sync.records.facts import KINDS
from sheets_sync.records.fields import Field, RecordKind, Scalar

PAGE = Path(__file__).parent / "records.md"

TYPES: dict[Scalar, tuple[str, str]] = {
    words.text: ("text", "Any text. A number is taken as it is shown: `7` with the format `000` is `007`."),
    numbers.whole: ("whole number", "`12`, as a number or as text."),
    numbers.laps: ("laps", "`25`, `25 laps`, `25 Runden`."),
    numbers.place: ("place", "A place from 1 on: `3`, `P3`, `3.`, `3rd`, `3º`, `1er`, `#3`."),
    words.yes: (
        "yes or no",
        "A ticked box, or `yes`, `y`, `x`, `ok`, `true`, `1`, `✓` against `no`, `n`, `-`, `pending`, "
        "`false`, `0`, `✗`; `oui`, `ja`, `sí`, `sim` and `non`, `nein`, `não` too.",
    ),
    words.driver: (
        "driver",
        "A name of the entry list, or an alias. Case, accents, punctuation, clan tags (`[ABC] Name`), "
        "remarks (`Name (R)`) and the order (`Last, First`) may differ where only one driver can be meant; "
        "the platform id and the car number (`#44`) will do, too. A misspelt name is reported with the "
        "nearest one, and never guessed.",
    ),
    words.several: ("several", "Names or the like, divided by semicolons or line breaks."),
    words.new_driver: ("name", "A name as people write it; what `driver` cells are compared with."),
    words.round_number: (
        "round",
        "The round's name in the ruleset's calendar, or `2`, `R2`, `Round 2`, `Manche 2`, `2. Lauf`.",
    ),
    sign_out_lines.round_or_series: ("round or series", "A round, or `series` (`season`)."),
    sign_out_lines.kind: ("kind of sign-out", "`sign-out`, `series` or `load shedding`."),
    sign_out_lines.line: (
        "sign-out line",
        "`John Smith #555 Sign-out Round 5 Monza`: capitals and dashes don't matter, `R5` and `Sign out` "
        "will do. Where the name is nobody's, the number tells the driver.",
    ),
    words.pool: (
        "pool",
        "A pool of the ruleset, also `Gruppe 1` or `1` for `Pool 1`; any word where it has only one pool.",
    ),
    words.session: (
        "session",
        "A session of the ruleset's programme, such as `qualifying` or `race`; `Quali`, `Rennen`, `Gara` and "
        "the like, too.",
    ),
    words.status: (
        "status",
        "A status of the ruleset, another spelling that it lists under `also`, the league's own `words`, or "
        "a usual word for it in six languages: `Abandon`, `Ausfall`, `Ritirato`, `Desclassificado`.",
    ),
    words.code: ("code", "A code of the tariff or of a points rule; capitals don't matter."),
    words.verdict: (
        "verdict",
        "`penalty` (or `guilty`) against `no action` (or `dismissed`, `nfa`), or the like in six languages.",
    ),
    words.ruling: ("ruling", "`upheld` or `overturned`."),
    words.role: (
        "role",
        "`driver` (or `full time`, `qualified`, `main`), `reserve`, `guest` or `candidate`; `titulaire`, "
        "`Ersatzfahrer`, `invitado` and the like, too.",
    ),
    words.part: ("part", "`first` (or `main`), `restart` (or `sprint`, `rerun`), `photo`."),
    given_points.points: ("given points", "As a number; a status such as `DNF` for none."),
    numbers.number: ("number", "`3`, `1/2`, `0.5` or `0,5`. Kept exactly."),
    numbers.share: ("share", "`40 %`, `0.4`, or a cell in per cent."),
    times.duration: (
        "time",
        "A lap or race time: `1:23.456`, `1:02:03.456`, `83,456`, `1.23,456`, `1'23\"456`, `1m23.456s`, or a "
        "duration cell. Kept in milliseconds.",
    ),
    times.gap: (
        "gap",
        "`+1.234`, `+1:02.3`, `+1 lap`, `2 Runden`; `leader` is 0. In the row of the first place a time "
        "without a plus is the race time itself.",
    ),
    times.day: (
        "date",
        "A date cell, `2023-09-25`, `25.09.2023`, `25 September 2023` in six languages, or `25/09/2023` "
        "where it can only be that one day; elsewhere `dates` of the spreadsheet in league.yaml says which.",
    ),
    times.clock: ("time of day", "A time cell, `21:00`, `21h00`, `9:00 PM` or `21 Uhr`."),
    times.since: ("from a day on", "A moment, or a day: from its beginning."),
    times.until: ("to a day", "A moment, or a day: to its end."),
    times.moment: (
        "moment",
        "A date with its time of day: a date cell or `2023-09-25 21:00`, in the zone of the spreadsheet. "
        "A local time that the change of clocks skips or doubles is a problem.",
    ),
}

HEAD = """# Record kinds

<!-- Made by docs/make_record_pages.py from the record kinds themselves: don't edit it by hand. -->

A record kind is what one tab's rows are: entries, results, cases. league.yaml names the tab of each kind
under `read`, see [league-file.md](league-file.md). The header row is found by its texts, wherever it
stands in the first 60 rows. A field is looked for under the header that `columns` gives it, else under the
headers listed here; capitals, accents, spaces, full stops and dashes don't matter. Where none of them stands
there, the usual words of French, German, Spanish, Italian and Portuguese are looked for, too (Pilote, Fahrer,
Piloto, Pilota ...: [words.md](words.md)); two columns that could both be a field are never guessed between.

- A field that is **required** has to be a column, or be given for the whole tab with `set`. A row in which it
  is blank is left out and reported.
- In an ordinary field a cell that can't be read leaves the row out, too.
- In a field that is *spare* such a cell only stays empty; it is reported, and the row counts.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *map(_kind, KINDS.values()), _types(KINDS.values())])


HEADINGS = ("Field", "Type", "", "Usual headers", "What it holds")


def _kind(kind: RecordKind) -> str:
    about = _about(kind)
    rows = [_row(field) for field in kind.fields]
    return "\n".join([f"## {kind.name}", "", *([about, ""] if about else []), _table(HEADINGS, rows), ""])


def _about(kind: RecordKind) -> str:
    """What the record's class says of itself; nothing where only Python has written its docstring."""
    says = inspect.getdoc(kind.make) or ""
    return "" if says.startswith(f"{kind.make.__name__}(") else says.replace("``", "`")


def _row(field: Field) -> list[str]:
    headers = ", ".join(f"`{text}`" for text in field.headers)
    return [f"`{field.name}`", TYPES[field.scalar][0], _needed(field), headers, field.says]


def _needed(field: Field) -> str:
    if field.required:
        return "**required**"
    return "*spare*" if field.spare else ""


def _types(kinds: Iterable[RecordKind]) -> str:
    used = {field.scalar for kind in kinds for field in kind.fields}
    rows = [[name, says] for scalar, (name, says) in TYPES.items() if scalar in used]
    return "\n".join(["## Types", "", _table(("Type", "How it is written"), rows), ""])


def _table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    titles = list(headings)
    lines = [titles, ["---"] * len(titles), *map(list, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
