"""What the documents print works: the README's league, the example ruleset, the names, the links."""

from __future__ import annotations

import dataclasses
import re
from datetime import UTC, datetime
from pathlib import Path

import click
import pytest
from openpyxl import Workbook, load_workbook

from sheets_sync import pipeline
from sheets_sync.__main__ import main
from sheets_sync.announce import views
from sheets_sync.cli import main as command_line
from sheets_sync.ruleset.load import load_ruleset
from sheets_sync.ruleset.model import SECTIONS

CHECKOUT = Path(__file__).resolve().parent.parent
README = (CHECKOUT / "README.md").read_text("utf-8")
DOCS = CHECKOUT / "docs"
DOCUMENTS = [*CHECKOUT.glob("*.md"), *DOCS.rglob("*.md")]


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


def test_the_example_ruleset(tmp_path: Path) -> None:
    """docs/rulesets.md: two places for T2, double points in round 8 only, no RQ."""
    written = (DOCS / "rulesets.md").read_text("utf-8")
    for name in ("articles", "ruleset"):
        block = re.search(rf"```yaml\n(# {name}\.yaml\n.*?)```", written, re.DOTALL)
        assert block
        (tmp_path / "tuesday").mkdir(exist_ok=True)
        (tmp_path / "tuesday" / f"{name}.yaml").write_text(block[1], encoding="utf-8")
    ruleset, problems = load_ruleset("tuesday", [tmp_path])
    assert ruleset is not None, problems
    assert "RQ" not in ruleset.statuses and ruleset.statuses["NC"].usual.place == "last"
    scales = [ruleset.points["race"].at(ruleset.where(number)) for number in (7, 8)]
    assert [rule.scale for rule in scales if rule] == [1, 2]


def test_every_section_is_named() -> None:
    written = (DOCS / "rulesets.md").read_text("utf-8")
    assert [section.name for section in SECTIONS if f"`{section.name}`" not in written] == []


def test_every_field_that_templates_see_is_named() -> None:
    written = (DOCS / "announcements.md").read_text("utf-8")
    kinds = [kind for kind in vars(views).values() if dataclasses.is_dataclass(kind)]
    seen = [kind for kind in kinds if getattr(kind, "__module__", "") == views.__name__]
    fields = {field.name for kind in seen for field in dataclasses.fields(kind)}
    assert fields and [name for name in sorted(fields) if f"`{name}`" not in written] == []


def test_every_command_and_option_is_named() -> None:
    written = (DOCS / "commands.md").read_text("utf-8")
    rules = command_line.commands["rules"]
    assert isinstance(rules, click.Group)
    commands = {f"rules {name}": command for name, command in rules.commands.items()}
    commands |= {name: command for name, command in command_line.commands.items() if name != "rules"}
    headings = [line for line in written.replace(",", " ").splitlines() if line.startswith("## ")]
    assert [name for name in commands if not any(f"## {name} " in line for line in headings)] == []
    options = {
        option
        for command in commands.values()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    }
    assert [option for option in sorted(options) if option not in written] == []
