"""A sync of the demo league: what is written, what is left as it was, and what a second run does."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from conftest import computed

from sheets_sync import pipeline
from sheets_sync.jobs.run import sync
from sheets_sync.plan.safety import Consent

_OURS = ("customXml/", "docProps/", "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels")
_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture
def synced(demo_folder: Path) -> Path:
    outcome = sync(computed(demo_folder), Consent())
    assert not outcome.problems
    return demo_folder


def _parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


def test_every_other_part_stays_as_it_was(demo_folder: Path) -> None:
    """Charts, shapes, styles, notes and the tabs that aren't ours keep every byte."""
    before = {path.name: _parts(path) for path in demo_folder.glob("*.xlsx")}
    sync(computed(demo_folder), Consent())
    after = {path.name: _parts(path) for path in demo_folder.glob("*.xlsx")}
    assert before["coordinators.xlsx"] == after["coordinators.xlsx"]
    for name, written in (("public.xlsx", 3), ("stewards.xlsx", 3)):
        assert set(before[name]) <= set(after[name])
        changed = {part for part in before[name] if before[name][part] != after[name][part]}
        sheets = {part for part in changed if part.startswith("xl/worksheets/")}
        assert len(sheets) == written
        assert all(part.startswith(_OURS) for part in changed - sheets), changed


def test_the_coordinators_formulas_stay_on_the_sheet_we_write_to(synced: Path) -> None:
    book = openpyxl.load_workbook(synced / "public.xlsx")
    sheet = book["Standings"]
    assert sheet["M7"].value.startswith("=")
    assert sheet["M62"].value.startswith("=")
    assert sheet.freeze_panes == "D7"
    assert sheet["C7"].value == "Søren Kjærgaard"
    assert sheet["K7"].value == 72
    assert sheet["C7"].font.bold


def test_a_second_run_changes_nothing(synced: Path) -> None:
    files = {path: path.read_bytes() for path in synced.rglob("*") if path.is_file()}
    outcome = sync(computed(synced), Consent())
    assert not outcome.applied.written and not outcome.files
    assert files == {path: path.read_bytes() for path in synced.rglob("*") if path.is_file()}


def test_a_mended_name_brings_its_points(synced: Path) -> None:
    """Matteo Rossi's R2 row: P6 is 23 points, so 32 + 23 = 55; the problem goes, nothing else moves rows."""
    book = openpyxl.load_workbook(synced / "coordinators.xlsx")
    book["Results"]["E123"] = "Matteo Rossi"
    book.save(synced / "coordinators.xlsx")
    run = computed(synced)
    assert not any("Mateo Rosi" in problem.message for problem in run.problems)
    table = next(each for each in run.season.standings[2] if each.name == "drivers")
    assert next(row.total for row in table.rows if row.seat == "matteo-rossi") == 55
    changes = pipeline.plan(run, Consent()).changes
    assert {change.ref.tab for change in changes} == {"Standings", "Results", "Problems"}


@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_shows_our_values_and_the_coordinators_formula(synced: Path, tmp_path: Path) -> None:
    """The gap of the second, 72 - 68 = 4 points, is the coordinator's own formula over our total."""
    command = [str(_OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(synced / "public.xlsx")], check=True, capture_output=True, timeout=120)
    sheet = openpyxl.load_workbook(tmp_path / "out" / "public.xlsx", data_only=True)["Standings"]
    assert [sheet["C8"].value, sheet["K8"].value, sheet["M8"].value] == ["Élodie Marchand", 68, 4]
