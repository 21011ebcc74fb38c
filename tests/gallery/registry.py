"""The gallery: every workbook by its name, made in a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sources.books import write_parts

from . import base, by_hand, by_xlsxwriter, odd_packages
from .parts import Parts


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One workbook; ``make`` writes it to a path with this suffix. ``in_libreoffice``: whether LibreOffice
    can read it at all, as it was made."""

    name: str
    make: Callable[[Path], object]
    suffix: str = ".xlsx"
    in_libreoffice: bool = True


def exhibits() -> Iterator[Exhibit]:
    for name, feature in by_xlsxwriter.BOOKS.items():
        yield Exhibit(name, lambda path, feature=feature: base.make(path, feature))
    for name, (feature, options) in by_xlsxwriter.WITH_OPTIONS.items():
        yield Exhibit(name, lambda path, feature=feature, options=options: base.make(path, feature, options))
    for name, feature in by_xlsxwriter.WITH_MACROS.items():
        yield Exhibit(name, lambda path, feature=feature: base.make(path, feature), ".xlsm")
    for name, change in (by_hand.BOOKS | odd_packages.CHANGES).items():
        yield Exhibit(name, lambda path, change=change: write_parts(path, _plain(path, change)))
    for name, pack in odd_packages.PACKS.items():
        there = name not in odd_packages.NOT_IN_LIBREOFFICE
        yield Exhibit(name, lambda path, pack=pack: pack(_plain(path, lambda _: None), path), ".xlsx", there)


def _plain(path: Path, change: Callable[[Parts], None]) -> Parts:
    """The parts of the plain workbook with something done to them."""
    parts = Parts.of(base.make(path, by_xlsxwriter.plain))
    change(parts)
    return parts


EXHIBITS = tuple(exhibits())
# What LibreOffice saves of them in its own words.
SAVED_BY_LIBREOFFICE = tuple(each.name for each in EXHIBITS if each.name in by_xlsxwriter.BOOKS)
