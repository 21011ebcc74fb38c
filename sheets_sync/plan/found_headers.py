"""Which header each table goes below, and what is wrong where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from sheets_sync.cells import Grid
from sheets_sync.league import League
from sheets_sync.plan.looked_for import Looked, looked_for
from sheets_sync.plan.own_header import HeaderCell, OwnHeader, candidates, free_of
from sheets_sync.problems import Problem, Severity, TabRef
from sheets_sync.records.names import header_key
from sheets_sync.tables.header_words import other_texts, own_texts
from sheets_sync.tables.table import Table

_NEAR, _SHORTEST = 80, 4


@dataclass(frozen=True, slots=True)
class Search:
    """One table that goes below a header of the tab ``grid``."""

    index: int
    table: str
    grid: Grid
    looked: Looked
    found: tuple[OwnHeader, ...]

    @property
    def fitting(self) -> list[OwnHeader]:
        return [each for each in self.found if each.fits(self.looked)]


def search(league: League, index: int, table: Table, grid: Grid) -> Search:
    """Looks for the header of one ``write`` of league.yaml."""
    write = league.write[index]
    is_public = league.spreadsheets[write.to.tab.spreadsheet].access == "public"
    shown = [
        each for each in table.columns if not (is_public and each.private) or each.key in (write.keys or ())
    ]
    looked = looked_for(tuple(shown), write.keys, write.titles, league.words.headers)
    return Search(index, table.name, grid, looked, tuple(candidates(grid, looked)))


def found_headers(searches: Sequence[Search]) -> tuple[dict[int, OwnHeader], list[Problem]]:
    """The header for each table of a spreadsheet; those with the least choice choose first."""
    found: dict[int, OwnHeader] = {}
    claimed: dict[str, set[tuple[int, int]]] = {}
    problems: list[Problem] = []
    for each in sorted(searches, key=lambda one: (len(one.fitting), one.index)):
        taken = claimed.setdefault(each.grid.tab, set())
        best = _best(free_of(each.fitting, taken))
        if len(best) == 1:
            found[each.index] = best[0]
            taken |= best[0].places
            problems += _nearly(each, best[0])
        else:
            problems += [_several(each, best)] if best else _none(each, free_of(each.found, taken))
    return found, problems


def _best(headers: Sequence[OwnHeader]) -> list[OwnHeader]:
    score = max((each.score for each in headers), default=None)
    return [each for each in headers if each.score == score]


def _several(search: Search, headers: Sequence[OwnHeader]) -> Problem:
    at = [search.grid.ref(*min(each.places)) for each in headers]
    message = f"The header for the table '{search.table}' stands here and in {at[0].a1}. Nothing is written."
    return Problem(message, at[1], "Make the texts of one differ, or say where the table begins: to: ...!A6.")


def _none(search: Search, headers: Sequence[OwnHeader]) -> Iterator[Problem]:
    """What is wrong with the header that comes nearest."""
    best = max(headers, key=lambda each: each.score, default=None)
    if best is None or len(best.cells) < search.looked.fewest:
        names = ", ".join(f"'{search.looked.title(key)}'" for key in _asked(search.looked))
        message = f"No header was found for the table '{search.table}'. Nothing is written."
        hint = f"Looked for {names}. Name yours in league.yaml: columns: {{text: column}}"
        yield Problem(message, TabRef(search.grid.spreadsheet, search.grid.tab), hint)
        return
    yield from (_doubled(search, best.cells[key]) for key in best.doubled)
    yield from (_missing(search, best, key) for key in _asked(search.looked) if _lacks(search, best, key))


def _asked(looked: Looked) -> list[str]:
    """The columns that are named in messages: those that are needed, else all but the extra ones."""
    shown = [each.key for each in looked.columns if not each.extra or each.key in looked.needed]
    return [key for key in shown if not looked.texts or key in looked.needed]


def _lacks(search: Search, header: OwnHeader, key: str) -> bool:
    return key in search.looked.needed and key not in header.cells


def _doubled(search: Search, cells: Sequence[HeaderCell]) -> Problem:
    one, two = cells[:2]
    first, at = search.grid.ref(one.row, one.column).a1, search.grid.ref(two.row, two.column)
    key = search.looked.keys[header_key(one.text)]
    if header_key(one.text) == header_key(two.text):
        message = f"The header '{two.text}' stands here and in {first}. Nothing is written."
        return Problem(message, at, "Give each a name of its own, or leave a column blank between two lists.")
    message = f"'{one.text}' in {first} and '{two.text}' here could both be the column '{key}'."
    hint = f"Say in league.yaml which are ours: columns: {{{two.text}: {key}, ...}}"
    return Problem(f"{message} Nothing is written.", at, hint)


def _missing(search: Search, header: OwnHeader, key: str) -> Problem:
    title = search.looked.title(key)
    said = "" if header_key(title) == header_key(key) else f" ({key})"
    message = (
        f"There is no column '{title}'{said} in the header row {header.row} for the table '{search.table}'."
    )
    near = next((cell for cell, text in _near(search, header, [key])), None)
    at = search.grid.ref(near.row, near.column) if near else TabRef(search.grid.spreadsheet, search.grid.tab)
    asked = f"Is it '{near.text}'? " if near else ""
    text = near.text if near else "text"
    hint = f"{asked}Mend the header, or name the right one in league.yaml: columns: {{{text}: {key}, ...}}"
    return Problem(f"{message} Nothing is written.", at, hint)


def _nearly(search: Search, header: OwnHeader) -> Iterator[Problem]:
    """Headers that are nearly one of ours: their columns stay as they are, but not without a word."""
    missing = [each.key for each in search.looked.columns if each.key not in header.cells]
    for cell, text in () if search.looked.is_chosen else _near(search, header, missing):
        message = f"The header '{cell.text}' is nearly '{text}'; its column isn't written."
        at, hint = search.grid.ref(cell.row, cell.column), f"If it is that one, write '{text}'."
        yield Problem(message, at, hint, Severity.WARNING)


def _near(search: Search, header: OwnHeader, keys: Sequence[str]) -> Iterator[tuple[HeaderCell, str]]:
    """Unknown headers beside the text that each is nearly, but for the numbers in it: R9 isn't R8."""
    columns = [each for each in search.looked.columns if each.key in keys]
    known = {text: text for each in columns for text in own_texts(each) | other_texts(each)}
    known |= {header_key(each.title): each.title for each in columns}
    known |= {header_key(text): text for text, key in search.looked.texts.items() if key in keys}
    for cell in header.others:
        folded = header_key(cell.text)
        choices = [text for text in known if _digits(text) == _digits(folded) and len(text) >= _SHORTEST]
        hit = process.extractOne(folded, choices, scorer=fuzz.ratio, score_cutoff=_NEAR)
        if hit is not None:
            yield cell, known[hit[0]]


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))
