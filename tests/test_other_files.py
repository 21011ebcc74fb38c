"""Leagues that keep a part of their tabs in OpenDocument spreadsheets and text files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sheets_sync.cli import main
from tests.sources.test_libreoffice import SOFFICE, converted

_DEMO = Path(__file__).parent.parent / "examples" / "rover-demo"


def _demo(tmp_path: Path, **changes: str) -> Path:
    folder = tmp_path / "league"
    shutil.copytree(_DEMO, folder, ignore=shutil.ignore_patterns("*.py", "__*"))
    text = (folder / "league.yaml").read_text(encoding="utf-8")
    for old, new in changes.items():
        text = text.replace(f"{old}.xlsx", new)
    (folder / "league.yaml").write_text(text, encoding="utf-8")
    return folder


def _json(command: str, folder: Path) -> Any:
    result = CliRunner().invoke(main, [command, str(folder), "--json"])
    assert result.exit_code in (0, 1), result.output
    return json.loads(result.stdout)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_a_workbook_saved_by_libreoffice_as_ods_gives_the_same_league(tmp_path: Path) -> None:
    folder = _demo(tmp_path, coordinators="coordinators.ods")
    made = converted(folder / "coordinators.xlsx", "ods", tmp_path)
    (folder / "coordinators.xlsx").unlink()
    shutil.move(made, folder / "coordinators.ods")
    for command in ("standings", "check", "plan"):
        assert _json(command, folder) == _json(command, _DEMO), command


_AWARDS = """Fair play;;;;
+1 point each, several in a season are fine;;;;

Round;Driver;What happened;Awarded by;At
1;Siobhán Gallagher;"Waited; at the exit";Inês (CoS);2023-09-26 20:10
1;Yuto Hasegawa;Let a damaged car rejoin;Inês (CoS);2023-09-27 20:00
2;Marco De Angelis;Lifted for a spun car;Race direction;2023-10-02 19:30
3;Rafael Echeverría;Gave the place back;Inês (CoS);2023-10-11 20:00
"""


def test_awards_in_a_text_file_count_as_those_in_a_workbook(tmp_path: Path) -> None:
    folder = _demo(tmp_path)
    path = folder / "league.yaml"
    text = path.read_text(encoding="utf-8").replace("stewards!Fair play", "awards!fair")
    listed = "  awards: {path: fair.csv, access: private}\n  coordinators:"
    path.write_text(text.replace("  coordinators:", listed, 1), encoding="utf-8")
    (folder / "fair.csv").write_bytes(_AWARDS.encode("cp1252"))
    assert _json("standings", folder) == _json("standings", _DEMO)
    said = [each["message"] for each in _json("check", folder)["problems"]]
    guess = "The file isn't UTF-8; it was read as Windows-1252, as Excel in Western Europe writes it."
    assert guess in said
