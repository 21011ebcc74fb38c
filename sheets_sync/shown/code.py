"""A number format's code as a function from a value to what is seen of it."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from functools import lru_cache

from sheets_sync.shown import moments, numbers
from sheets_sync.shown.numbers import Number, general
from sheets_sync.shown.tokens import DATE, ELAPSED, HALF, LITERAL, TEXT, Section, Unknown, sections

Writer = Callable[[Number], str]

_COMPARED = {
    "<": operator.lt,
    ">": operator.gt,
    "<=": operator.le,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


@lru_cache(maxsize=1024)
def number_writer(code: str, epoch_1904: bool) -> Writer:
    """How numbers of this format are written; as without a format where the code isn't understood."""
    try:
        writers = _writers(sections(code), epoch_1904) if code else general
    except Unknown:
        return general
    return writers


@lru_cache(maxsize=1024)
def text_writer(code: str) -> Callable[[str], str]:
    """How texts of this format are written: by the fourth section, or by one that has a text's place."""
    try:
        found = sections(code)
    except Unknown:
        return str
    own = found[3] if len(found) == 4 else found[-1] if TEXT in found[-1].kinds else None
    if own is None or own.kinds - {TEXT, LITERAL}:
        return str
    parts = [None if token.kind == TEXT else token.text for token in own.tokens]
    return lambda text: "".join([text if part is None else part for part in parts])


def _writers(found: Sequence[Section], epoch_1904: bool) -> Writer:
    if len(found) > 4:
        raise Unknown
    numeric = [section for section in found[:3] if TEXT not in section.kinds]
    if not numeric:
        return general
    writers = [_writer(section, epoch_1904) for section in numeric]
    if any(section.condition for section in numeric):
        return _conditional(numeric, writers)
    return _signed(writers, of_days=_is_moment(numeric[0]) and ELAPSED not in numeric[0].kinds)


def _writer(section: Section, epoch_1904: bool) -> Writer:
    if not section.tokens:
        return lambda _: ""
    if not _is_moment(section):
        return numbers.writer(section)
    write = moments.writer(section, epoch_1904)

    def guarded(value: Number) -> str:
        try:
            return write(value)
        except Unknown:
            return general(value)

    return guarded


def _is_moment(section: Section) -> bool:
    return bool(section.kinds & {DATE, ELAPSED, HALF})


def _signed(writers: Sequence[Writer], of_days: bool) -> Writer:
    """The first for what is positive, the second for what is negative, the third for zero."""
    positive = writers[0]
    negative = (lambda size: general(-size)) if of_days else (lambda size: f"-{positive(size)}")
    negative = writers[1] if len(writers) > 1 else negative
    zero = writers[2] if len(writers) > 2 else positive

    def write(value: Number) -> str:
        if value > 0:
            return positive(value)
        return negative(-value) if value < 0 else zero(value)

    return write


def _conditional(found: Sequence[Section], writers: Sequence[Writer]) -> Writer:
    """Of negative numbers each program makes something else here: they are shown plainly."""

    def write(value: Number) -> str:
        if value < 0:
            return general(value)
        for section, writer in zip(found, writers, strict=True):
            if section.condition is None or _COMPARED[section.condition[0]](value, section.condition[1]):
                return writer(value)
        return general(value)

    return write
