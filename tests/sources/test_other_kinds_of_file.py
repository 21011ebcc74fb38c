"""Templates and add-ins are read but never written."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheets_sync.sources.workbook import refusals

from .books import read_parts, set_cell, snapshot_of, write_parts

_MAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


@pytest.mark.parametrize(
    ("type_", "says"),
    [
        (
            b"application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
            "is a template, of which",
        ),
        (b"application/vnd.ms-excel.template.macroEnabled.main+xml", "is a template, of which"),
        (b"application/vnd.ms-excel.addin.macroEnabled.main+xml", "is an add-in, whose tabs"),
    ],
)
def test_refused(rich: Path, type_: bytes, says: str) -> None:
    parts = read_parts(rich)
    types = parts["[Content_Types].xml"]
    assert _MAIN in types
    write_parts(rich, {**parts, "[Content_Types].xml": types.replace(_MAIN, type_)})
    (problem,) = refusals(snapshot_of(rich), [set_cell("B2", 1)])
    assert says in problem.message and problem.message.endswith("; nothing is written.")


def test_macros_are_no_hindrance(rich: Path) -> None:
    parts = read_parts(rich)
    types = parts["[Content_Types].xml"].replace(
        _MAIN, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    )
    write_parts(rich, {**parts, "[Content_Types].xml": types})
    assert refusals(snapshot_of(rich), [set_cell("B2", 1)]) == []
