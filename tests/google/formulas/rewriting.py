"""References in formulas when cells move: copied further, or shifted by rows that came and went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from .tokens import Corner, Reference, reference, tokens

LOST = "#REF!"


def rewritten(formula: str, change: Callable[[Reference], str]) -> str:
    """The formula with each reference as `change` writes it."""
    return "=" + "".join(
        change(reference(token.text)) if token.kind == "range" else token.text for token in tokens(formula)
    )


def copied(formula: str, rows: int, columns: int) -> str:
    """The formula as it reads so many rows and columns further."""
    if not formula.startswith("="):
        return formula

    def moved(found: Reference) -> str:
        corners = [_moved(corner, rows, columns) for corner in (found.first, found.last) if corner]
        if any(corner is None for corner in corners):
            return LOST
        return replace(found, first=corners[0], last=corners[1] if found.last else None).text()  # type: ignore[arg-type]

    return rewritten(formula, moved)


def _moved(corner: Corner, rows: int, columns: int) -> Corner | None:
    row = corner.row if corner.row is None or corner.fixed_row else corner.row + rows
    column = corner.column if corner.column is None or corner.fixed_column else corner.column + columns
    if (row is not None and row < 0) or (column is not None and column < 0):
        return None
    return replace(corner, row=row, column=column)


def _at(corner: Corner, rows: bool, line: int) -> Corner:
    return replace(corner, row=line) if rows else replace(corner, column=line)


def shifted(
    formula: str, own: bool, title: str, span: Callable[[int, int], tuple[int, int] | None], rows: bool
) -> str:
    """The formula after rows (or columns) of a sheet moved; `span` says where a stretch of them went.

    `own` is whether the formula stands on that sheet, so that references without a title mean it.
    """

    def changed(found: Reference) -> str:
        if not (own if found.title is None else found.title.casefold() == title.casefold()):
            return found.text()
        last = found.last or found.first
        first = found.first.row if rows else found.first.column
        end = last.row if rows else last.column
        if first is None:
            return found.text()
        stretch = span(first, first + 1 if end is None else end + 1)
        if stretch is None:
            return LOST
        new_first = _at(found.first, rows, stretch[0])
        new_last = found.last if found.last is None or end is None else _at(found.last, rows, stretch[1] - 1)
        return replace(found, first=new_first, last=new_last).text()

    return rewritten(formula, changed)


def retitled(formula: str, old: str, new: str) -> str:
    """The formula after a sheet got another title."""

    def changed(found: Reference) -> str:
        same = found.title is not None and found.title.casefold() == old.casefold()
        return replace(found, title=new).text() if same else found.text()

    return rewritten(formula, changed)
