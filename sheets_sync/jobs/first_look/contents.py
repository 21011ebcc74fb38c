"""How well a column's cells fit what a field takes: from -1 (impossible) over 0 (says nothing) to 1
(telling)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from sheets_sync.cells import Cell
from sheets_sync.jobs.first_look.known import Known
from sheets_sync.jobs.first_look.tops import Column
from sheets_sync.records.fields import Field, Unreadable
from sheets_sync.records.names import clean, fold
from sheets_sync.records.times import is_date, is_time
from sheets_sync.standard.types import sort_of

Fit = Callable[[Column, Field, Known], float]
Words = frozenset[str]

_ROUND = re.compile(
    r"(?:r|rd|round|gp|runde|lauf|rennen|manche|course|etapa|ronda|gara|prova|jornada)?[ .#-]*\d{1,2}"
)
_NAME = re.compile(r"[^\W\d_][\w'’.\-]*(?: [\w'’.\-(),#]+){1,4}")
_LINK = re.compile(r"\w+://\S+|www\.\S+")
_CLOCK_FORMAT = re.compile(r"^\[?h+\]?:mm$", re.IGNORECASE)
_MANY, _FEW = 0.8, 0.5
_PROSE_WORDS = 3


@lru_cache(maxsize=16_384)
def fit(kind: str, field: Field, column: Column, known: Known) -> float:
    """How well the cells fit. A blank column says nothing."""
    if not column.cells:
        return 0.0
    type_, words = _sort(kind, field, known)
    if words and type_ not in ("round", "yes or no"):
        told = share(column, lambda cell: fold(str(cell.value)) in words)
        if told >= _FEW:
            return told
    of_text = _TEXTS.get(f"{kind}.{field.name}", _TEXTS.get(field.name))
    if type_ == "text" and of_text is not None:
        return of_text(column, known)
    return _FITS.get(type_, _nothing)(column, field, known)


@lru_cache(maxsize=1024)
def _sort(kind: str, field: Field, known: Known) -> tuple[str, Words]:
    sort = sort_of(kind, field, known.uses)
    return sort.type, frozenset(map(fold, sort.values))


def share(column: Column, holds: Callable[[Cell], bool]) -> float:
    """The share of the column's cells of which that holds."""
    return sum(map(holds, column.cells)) / len(column.cells) if column.cells else 0.0


def readable(column: Column, field: Field, known: Known) -> float:
    return share(column, lambda cell: _reads(cell, field, known))


def looks_like_names(column: Column) -> float:
    """The share of cells that hold two or more words without digits, as names of people do."""
    return share(
        column, lambda cell: isinstance(cell.value, str) and bool(_NAME.fullmatch(clean(cell.value)))
    )


def is_round(cell: Cell, known: Known) -> bool:
    """A number up to 60 or a text such as R1; where the ruleset names the rounds one of its names."""
    value = cell.value
    if isinstance(value, bool) or value is None:
        return False
    text = fold(str(int(value) if isinstance(value, float) and value.is_integer() else value))
    if known.context.rounds:
        return text in known.context.rounds
    return bool(_ROUND.fullmatch(text))


def _reads(cell: Cell, field: Field, known: Known) -> bool:
    try:
        field.scalar(cell, known.context)
    except Unreadable:
        return False
    return True


def _graded(found: float, telling: float = 1.0) -> float:
    """Most cells: telling; half of them: nothing; fewer: it can't be."""
    if found >= _MANY:
        return telling * found
    return 0.0 if found >= _FEW else -1.0 + found


def _nothing(_: Column, __: Field, ___: Known) -> float:
    return 0.0


def _name(column: Column, _: Field, __: Known) -> float:
    once = column.distinct / len(column.cells)
    numbers = share(column, lambda cell: not isinstance(cell.value, str))
    if numbers > _FEW:
        return -1.0
    return looks_like_names(column) * (1.0 if once >= _MANY else 0.3)


def _driver(column: Column, _: Field, known: Known) -> float:
    if not known.people:
        return _graded(looks_like_names(column), 0.6) if looks_like_names(column) >= _FEW else -0.3
    return _graded(share(column, lambda cell: fold(str(cell.value)) in known.people))


def _round(column: Column, _: Field, known: Known) -> float:
    told = share(column, lambda cell: is_round(cell, known))
    if known.context.rounds:
        return _graded(told)
    if told >= _MANY:
        return 0.6 if column.distinct <= _FEW * len(column.cells) or len(column.cells) < 20 else 0.3
    repeated = column.distinct <= max(3, len(column.cells) / 4)
    return 0.0 if repeated and not _is_of_numbers(column) else -0.4


def _pool(column: Column, field: Field, known: Known) -> float:
    if known.context.pools and (told := readable(column, field, known)) >= _FEW:
        return _graded(told)
    if share(column, lambda cell: fold(str(cell.value)) in known.people) > 1 - _MANY:
        return -1.0
    few = column.distinct <= min(12, max(2, len(column.cells) / 3))
    return 0.3 if few else -0.3


def _word(column: Column, field: Field, known: Known) -> float:
    return _graded(readable(column, field, known))


def _session(column: Column, field: Field, known: Known) -> float:
    if known.context.sessions:
        return _graded(readable(column, field, known))
    return 0.3 if column.distinct <= 6 and not _is_of_numbers(column) else -0.6


def _moment(column: Column, field: Field, known: Known) -> float:
    if share(column, _has_clock) < _FEW and any(
        isinstance(cell.value, (int, float)) for cell in column.cells
    ):
        return min(_graded(readable(column, field, known)), 0.2)
    return _graded(readable(column, field, known))


def _date(column: Column, field: Field, known: Known) -> float:
    found = _graded(readable(column, field, known))
    return min(found, 0.5) if share(column, _has_clock) > _FEW else found


def _time_of_day(column: Column, field: Field, known: Known) -> float:
    return _graded(readable(column, field, known))


def _time(column: Column, field: Field, known: Known) -> float:
    """A lap or race time: a plain number may be anything."""
    plain = share(column, lambda cell: not isinstance(cell.value, str) and not is_time(cell.number_format))
    days = share(column, lambda cell: not isinstance(cell.value, str) and _is_day(cell))
    if days > _FEW or share(column, lambda cell: bool(_CLOCK_FORMAT.match(cell.number_format))) > _FEW:
        return -1.0
    found = _graded(readable(column, field, known))
    return min(found, 0.0) if plain > _FEW else found


def _whole(column: Column, field: Field, known: Known) -> float:
    return _graded(readable(column, field, known), 0.3)


def _yes(column: Column, field: Field, known: Known) -> float:
    numbers = share(
        column, lambda cell: isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool)
    )
    return -0.8 if numbers > _FEW else _graded(readable(column, field, known), 0.8)


def _share(column: Column, field: Field, known: Known) -> float:
    return _graded(readable(column, field, known), 0.4)


def _code(column: Column, _: Field, known: Known) -> float:
    if known.codes:
        told = share(column, lambda cell: fold(str(cell.value)) in known.codes)
        return told if told >= _FEW else told - _FEW
    short = share(
        column, lambda cell: isinstance(cell.value, str) and len(cell.value.split()) <= _PROSE_WORDS
    )
    return 0.2 if short >= _MANY else -0.4


def _link(column: Column, _: Known) -> float:
    return share(column, lambda cell: bool(_LINK.match(str(cell.value).strip())))


def _prose(column: Column, _: Known) -> float:
    numbers = share(column, lambda cell: not isinstance(cell.value, str))
    return -0.8 if numbers > _FEW else 0.1


def _id(column: Column, _: Known) -> float:
    """What names a row: short, and hardly ever twice."""
    short = share(column, lambda cell: len(str(cell.value).split()) <= _PROSE_WORDS)
    return 0.3 if short >= _MANY and column.distinct >= _FEW * len(column.cells) else -0.4


def _car_number(column: Column, _: Known) -> float:
    return 0.3 if share(column, lambda cell: len(str(cell.value)) <= 4) >= _MANY else -0.6


def _words_only(column: Column, known: Known) -> float:
    """Words that aren't people: teams, cars, tracks."""
    if share(column, lambda cell: fold(str(cell.value)) in known.people) > _FEW:
        return -0.8
    return -0.6 if _is_of_numbers(column) else 0.1


_TEXTS: dict[str, Callable[[Column, Known], float]] = {
    "evidence": _link,
    "note": _prose,
    "reason": _prose,
    "description": _prose,
    "why": _prose,
    "number": _car_number,
    "cases.case": _id,
    "decision": _id,
    "team": _words_only,
    "car": _words_only,
    "circuit": _words_only,
    "car_class": _words_only,
}
"""Fields, or fields of a kind, of any text of which the cells tell more than their type."""

_FITS: dict[str, Fit] = {
    "text": _nothing,
    "name": _name,
    "driver": _driver,
    "round": _round,
    "pool": _pool,
    "session": _session,
    "status": _word,
    "verdict": _word,
    "ruling": _word,
    "role": _word,
    "part": _word,
    "kind of sign-out": _word,
    "code": _code,
    "date and time": _moment,
    "date": _date,
    "time of day": _time_of_day,
    "time": _time,
    "place": _whole,
    "whole number": _whole,
    "number": _whole,
    "share": _share,
    "yes or no": _yes,
}
"""By the type of a field; of others the cells say nothing."""


def _is_of_numbers(column: Column) -> bool:
    return share(column, lambda cell: isinstance(cell.value, (int, float))) > _FEW


def _has_clock(cell: Cell) -> bool:
    """Whether a date's cell, or a text, says a time of day too."""
    if isinstance(cell.value, str):
        return ":" in cell.value
    return isinstance(cell.value, float) and not cell.value.is_integer()


def _is_day(cell: Cell) -> bool:
    return is_date(cell.number_format) and isinstance(cell.value, (int, float)) and cell.value >= 1
