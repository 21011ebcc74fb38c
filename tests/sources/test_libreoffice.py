"""LibreOffice opens what we write. It needs seconds to start, hence one workbook for all questions."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from sheets_sync.sources.workbook import write_workbook

from .books import read_parts, set_cell, snapshot_of

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
# By default LibreOffice keeps the results that stand in an Excel file, whatever the file asks for.
ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
</oor:items>
"""

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


def converted(path: Path, kind: str, folder: Path) -> Path:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(ALWAYS_RECALCULATE, encoding="utf-8")
    out = folder / kind
    command = [str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=120)
    return out / f"{path.stem}.{kind}"


def test_our_values_are_shown_and_formulas_follow(rich: Path, tmp_path: Path) -> None:
    writes = [
        set_cell("B2", 26),
        set_cell("A3", '=IMPORTXML("x")'),
        set_cell("A6", "_x000D_ & <b>"),
        set_cell("A4", None),
    ]
    assert write_workbook(snapshot_of(rich), writes, ' memory "ü" ') == []
    with converted(rich, "csv", tmp_path).open(encoding="utf-8", newline="") as file:
        shown = list(csv.reader(file))
    assert shown[1][:3] == ["Ann", "26", "59"]
    assert [row[0] for row in shown[2:6]] == ['=IMPORTXML("x")', "", "", "_x000D_ & <b>"]

    saved = converted(rich, "xlsx", tmp_path)
    snapshot = snapshot_of(saved)
    assert snapshot.memory == ' memory "ü" '
    assert snapshot.grids["Data"].number_format(2, 2) == "0.00"
    assert (snapshot.grids["Data"].value(2, 2), snapshot.grids["Other"].value(1, 1)) == (26, 52)
    assert write_workbook(snapshot, [set_cell("B2", 27)], "next") == []
    assert snapshot_of(saved).memory == "next"
    assert b"customXml/item1.xml" in read_parts(saved)["xl/_rels/workbook.xml.rels"]
