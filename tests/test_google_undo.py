"""The last write to a Google spreadsheet taken back: by what the spreadsheet itself remembers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from google_client import lay_out_cup, run, sign_in

from sheets_sync.cli import main
from sheets_sync.jobs.undo import plan_undo
from sheets_sync.league import load_league
from sheets_sync.plan.apply import apply
from sheets_sync.plan.safety import Consent
from sheets_sync.sources.google import memory
from tests.google.local_sheets import LocalSheets

_HEADER = ["Pos", "Driver", "Points"]
_TWO = [_HEADER, [1, "=Ana", 43], [1, "@Ben", 43], [3, "-Cy", 30]]
"""After two rounds: 25 + 18 each, 15 + 15 for the third."""
_THREE = [_HEADER, [1, "-Cy", 55], [2, "=Ana", 43], [2, "@Ben", 43]]
"""The third one has won round 3."""


@pytest.fixture(scope="module")
def server() -> Iterator[LocalSheets]:
    with LocalSheets() as running:
        yield running


@pytest.fixture
def cup(server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    sign_in(server, tmp_path, monkeypatch)
    return lay_out_cup(server, tmp_path)


def undo(folder: Path, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["undo", str(folder), "--yes", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result.exit_code, " ".join(result.output.split())


def held(server: LocalSheets, cup: str, cells: str = "A3:C6", render: str = "UNFORMATTED_VALUE") -> Any:
    return server.values(cup, f"Standings!{cells}", render)


def third_round(server: LocalSheets, cup: str) -> None:
    server.type(cup, "Results!A8:C8", [[3, "'-Cy", 1]])


def test_the_first_write_leaves_blanks_again(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    first = run(tmp_path)
    assert held(server, cup) == _TWO
    code, said = undo(tmp_path)
    assert code == 0 and "Put back 12 cells in https://docs.google.com/spreadsheets/d/" in said, said
    assert held(server, cup) == []
    again = run(tmp_path)
    assert again.plan.changes == first.plan.changes and not again.plan.problems
    assert held(server, cup) == _TWO


def test_earlier_values_come_back_and_the_next_plan_is_the_same(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    run(tmp_path)
    third_round(server, cup)
    second = run(tmp_path)
    assert held(server, cup) == _THREE
    assert undo(tmp_path)[0] == 0
    assert held(server, cup) == _TWO
    assert held(server, cup, "B4:B6", "FORMULA") == [["=Ana"], ["@Ben"], ["-Cy"]]
    again = run(tmp_path)
    assert again.plan.changes == second.plan.changes and not again.plan.problems
    assert held(server, cup) == _THREE


def test_one_look_and_one_write(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    """And two small looks at Drive, as with a sync."""
    run(tmp_path)
    server.forget()
    assert undo(tmp_path)[0] == 0
    counts = (server.count("GET", "/v4/"), server.count("POST", "/v4/"), server.count("GET", "/drive/"))
    assert counts == (1, 1, 2)


def test_one_write_is_kept_and_no_more(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    run(tmp_path)
    third_round(server, cup)
    run(tmp_path)
    assert undo(tmp_path)[0] == 0
    code, said = undo(tmp_path)
    assert code == 3
    assert "Nothing is kept here of what stood there before, so there is no write to undo." in said
    assert "Google keeps older versions: File > Version history." in said
    assert held(server, cup) == _TWO


def test_what_people_did_since_stays(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    run(tmp_path)
    third_round(server, cup)
    run(tmp_path)
    server.type(cup, "Standings!E1:E2", [["mine"], ["=SUM(C4:C6)"]])
    server.type(cup, "Standings!C4", [[99]])
    code, said = undo(tmp_path)
    assert code == 0
    wanted = (
        "cup!Standings!C4 Somebody changed this cell since our last write; it now holds '99' and stays so."
    )
    assert wanted in said and "Before, it held '43'." in said
    assert held(server, cup) == [_HEADER, [1, "=Ana", 99], *_TWO[2:]]
    assert held(server, cup, "E1:E2", "FORMULA") == [["mine"], ["=SUM(C4:C6)"]]
    outcome = run(tmp_path)
    assert [problem.message for problem in outcome.plan.problems] == [
        "This cell is ours, but somebody changed it since our last write; it now holds '99'. "
        "Nothing is written."
    ]
    assert run(tmp_path, Consent(overwrite=True)).applied.written
    assert held(server, cup) == _THREE


def test_what_was_typed_into_an_adopted_range_comes_back_as_it_was(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    server.type(cup, "Standings!A4:C5", [["'007", True, 0.5], [7, "'=1+1", "=2*21"]])
    run(tmp_path, Consent(adopt=True))
    assert held(server, cup) == _TWO
    assert undo(tmp_path)[0] == 0
    assert held(server, cup, "A3:C6", "FORMULA") == [[], ["007", True, 0.5], [7, "=1+1", "=2*21"]]
    assert held(server, cup, "B5:C5") == [["=1+1", 42]]


def test_a_range_that_moved_is_followed(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    run(tmp_path)
    third_round(server, cup)
    run(tmp_path)
    (sheet,) = [each["sheetId"] for each in _properties(server, cup) if each["title"] == "Standings"]
    for dimension, count in (("ROWS", 2), ("COLUMNS", 1)):
        where = {"sheetId": sheet, "dimension": dimension, "startIndex": 0, "endIndex": count}
        server.change(cup, {"insertDimension": {"range": where, "inheritFromBefore": False}})
    assert undo(tmp_path)[0] == 0
    assert held(server, cup, "B5:D8") == _TWO
    assert run(tmp_path).applied.written
    assert held(server, cup, "B5:D8") == _THREE


def test_somebody_writes_while_we_look(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    run(tmp_path)
    league, _ = load_league(tmp_path)
    assert league is not None
    made = plan_undo(league, None, False, lambda _: None).plan
    third_round(server, cup)
    run(tmp_path)
    applied = apply(made)
    assert applied.overtaken and not applied.written
    assert held(server, cup) == _THREE


def test_a_very_long_memory_knows_it_too(
    cup: str, server: LocalSheets, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory, "ROOM", 100)
    run(tmp_path)
    third_round(server, cup)
    run(tmp_path)
    assert undo(tmp_path)[0] == 0
    assert held(server, cup) == _TWO
    assert not run(tmp_path).plan.problems


def test_nothing_private_is_kept_in_a_public_spreadsheet(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    """What is kept names our own cells, and of the other tabs only digests."""
    run(tmp_path)
    third_round(server, cup)
    run(tmp_path)
    asked = server.session().get(f"{server.base_url}/v4/spreadsheets/{cup}").json()
    pieces = [memory.piece_in(each.get("developerMetadata", ()))[0] for each in (asked, *asked["sheets"])]
    found = memory.unpacked(pieces)
    assert found is not None
    before = json.loads(found.text)["before"]
    assert set(before["cells"]) == {"Standings"}
    places = {place for cells in before["cells"].values() for place in cells}
    assert places <= {f"{column}{row}" for column in "ABC" for row in range(3, 31)}
    assert not [name for name in before["inputs"] if "Results" in name or "!" in name]


def test_a_write_of_two_spreadsheets_is_undone_in_both_private_ones_first(
    cup: str, server: LocalSheets, tmp_path: Path
) -> None:
    desk = server.create("Desk", {"Standings": [[]]})
    text = (tmp_path / "league.yaml").read_text("utf-8")
    text = text.replace("spreadsheets:\n", f"spreadsheets:\n  desk: {{google: {desk}, access: private}}\n")
    more = "  - {table: drivers, to: desk!Standings!A1:C30, columns: [rank, name, total]}\n"
    (tmp_path / "league.yaml").write_text(text.replace("rules:\n", f"{more}rules:\n"), "utf-8")
    run(tmp_path)
    server.forget()
    code, said = undo(tmp_path)
    assert code == 0 and "Undo: 24 cells in 2 spreadsheets" in said
    writes = [seen.path for seen in server.log if seen.method == "POST" and "batchUpdate" in seen.path]
    assert [desk in path for path in writes] == [True, False]
    assert held(server, cup) == [] and held(server, desk, "A1:C4") == []


def _properties(server: LocalSheets, spreadsheet: str) -> list[Any]:
    asked = server.session().get(f"{server.base_url}/v4/spreadsheets/{spreadsheet}").json()
    return [each["properties"] for each in asked["sheets"]]


def test_a_table_that_begins_at_a_cell_and_moved(cup: str, server: LocalSheets, tmp_path: Path) -> None:
    path = tmp_path / "league.yaml"
    path.write_text(path.read_text("utf-8").replace("Standings!A3:C30", "Standings!A3"), "utf-8")
    run(tmp_path)
    third_round(server, cup)
    server.type(cup, "Entries!A5:B5", [["Di", "4"]])
    server.type(cup, "Results!A9:C9", [[3, "Di", 2]])
    run(tmp_path)
    assert len(held(server, cup, "A3:C9")) == 5
    (sheet,) = [each["sheetId"] for each in _properties(server, cup) if each["title"] == "Standings"]
    where = {"sheetId": sheet, "dimension": "ROWS", "startIndex": 0, "endIndex": 2}
    server.change(cup, {"insertDimension": {"range": where, "inheritFromBefore": False}})
    code, said = undo(tmp_path)
    assert code == 0, said
    assert held(server, cup, "A1:C12") == [[], [], ["Standings of the Tuesday Cup"], [], *_TWO]
    assert run(tmp_path).applied.written
    assert len(held(server, cup, "A5:C12")) == 5
