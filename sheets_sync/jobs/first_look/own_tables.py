"""Tabs that show what was reckoned, such as standings: they aren't read, and could be written instead."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sheets_sync.cells import Grid
from sheets_sync.jobs.first_look.tab_words import OWN, says
from sheets_sync.jobs.first_look.tops import Column, header_rows, texts_of, top_of
from sheets_sync.records.names import fold

_PLACE = """pos pos. position p # place rank rk platz rang pl. classement puesto posicion posicao posizione
    clas. pos. class."""
_NAME = (
    "driver drivers name team teams fahrer pilote pilotes piloto pilotos pilota piloti equipe equipo squadra"
)
_POINTS = """points point pts pts. pt total tot totals score punkte pkt pkt. gesamt summe puntos pontos punti
    totale gesamtpunkte net netto"""
_OF_A_ROUND = re.compile(
    r"(?:r|rd|gp|round|race|runde|lauf|rennen|manche|course|carrera|gara|etapa|corrida)?\W*\d{1,2}"
)
_BESIDE = "team gap diff wins podiums poles change +/- no. number nr class penalties dropped best car behind"
_TELLING, _NAMED = 2.0, 1.2


@dataclass(frozen=True, slots=True)
class OwnTable:
    """A table of standings: ``row`` is its header, from the column ``first`` to ``last``; ``rows`` are
    filled. ``points``: the column of the sum; ``of_teams``: whether its lines are teams."""

    row: int
    first: int
    last: int
    rows: int
    score: float
    of_teams: bool
    points: int | None


def own_table(grid: Grid) -> OwnTable | None:
    """The standings of a tab; None where nothing looks like them."""
    tops = [found for row in header_rows(grid) if (found := _at(grid, row)) is not None]
    return max(tops, key=lambda each: each.score, default=None)


def _at(grid: Grid, row: int) -> OwnTable | None:
    texts = {fold(text) for text in texts_of(grid, row).values()}
    if not texts & set(_NAME.split()) or not texts & {*_PLACE.split(), *_POINTS.split()}:
        return None
    top = top_of(grid, row)
    place, name, points = (_one(top.columns, words) for words in (_PLACE, _NAME, _POINTS))
    named = says(grid.tab, OWN)
    if name is None or (points is None and not named) or (place is None and points is None):
        return None
    rounds = sum(bool(_OF_A_ROUND.fullmatch(fold(column.header))) for column in top.columns)
    beside = sum(_is(column, _BESIDE) for column in top.columns)
    told = sum(each is not None for each in (place, name, points))
    score = (
        told * 0.8 + named * _NAMED + min(rounds, 3) * 0.5 - 0.3 * (len(top.columns) - told - rounds - beside)
    )
    if score < _TELLING:
        return None
    numbers = [column.number for column in top.columns]
    of_teams = _is(name, "team teams equipe equipo squadra")
    sums = points.number if points else None
    return OwnTable(row, min(numbers), max(numbers), name.filled, score, of_teams, sums)


def _one(columns: tuple[Column, ...], words: str) -> Column | None:
    return next((column for column in columns if _is(column, words)), None)


def _is(column: Column, words: str) -> bool:
    return fold(column.header) in words.split()
