"""What README.md prints: its league of ten lines works, and every file that a document links to is there."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from sheets_sync import pipeline
from sheets_sync.__main__ import main

CHECKOUT = Path(__file__).resolve().parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")
DOCUMENTS = [*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")]


@pytest.fixture
def league(tmp_path: Path) -> Path:
    """The README's league.yaml beside a workbook like the one that it describes."""
    yaml = re.search(r"```yaml\n(league: Tuesday.*?)```", README, re.DOTALL)
    assert yaml and len(yaml[1].strip().splitlines()) == 10
    (tmp_path / "league.yaml").write_text(yaml[1], encoding="utf-8")
    results = [[1, 1, "Grace Hopper"], [1, 2, "Ada Byron"], [2, 1, "Ada Bryon"]]
    tabs: dict[str, list[list[object]]] = {
        "Entries": [["Driver", "No.", "Team"], ["Ada Byron", "07", "Analog"], ["Grace Hopper", "11", None]],
        "Results": [["Round", "Pos", "Driver"], *results],
        "Standings": [["Tuesday Night Cup"]],
        "Problems": [],
    }
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in tabs.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "cup.xlsx")
    return tmp_path


def test_the_league_of_ten_lines(league: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["sheets-sync", "sync", str(league)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 1
    book = load_workbook(league / "cup.xlsx")
    lines = [[cell.value for cell in row] for row in book["Standings"]["A3:O5"]]
    assert lines[0][:4] == ["Pos", "+/-", "Driver", "No."] and lines[0][-1] == "Points"
    assert [line[:1] + line[2:4] + line[-1:] for line in lines[1:]] == [
        [1, "Grace Hopper", "11", 25],
        [2, "Ada Byron", "07", 18],
    ]
    assert "Ada Bryon" in book["Problems"]["C2"].value
    assert book["Problems"]["D2"].value == "Did you mean 'Ada Byron'?"


def test_its_points_can_be_explained(league: Path) -> None:
    setup, problems = pipeline.set_up(league)
    assert setup is not None, problems
    entries = pipeline.compute(setup, datetime.now(UTC)).season.entries
    assert [(entry.says, entry.amount) for entry in entries] == [("P1", 25), ("P2", 18)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_links_lead_somewhere(document: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", document.read_text("utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
