"""The last write of workbooks taken back: as a whole, or cell by cell where people went on."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from broken_leagues import League
from click.testing import CliRunner

from sheets_sync.cli import main
from sheets_sync.plan.memory import Memory
from sheets_sync.sources.workbook import read_workbook
from tests.sources.test_libreoffice import SOFFICE, converted

_LEAGUE = """\
league: Tuesday Night Cup
ruleset: base
as_of: 2023-10-08 18:00
spreadsheets:
  cup: {path: cup.xlsx, access: private}
  public: {path: public.xlsx, access: public}
read:
  entries: {tab: cup!Entries}
  results: {tab: cup!Results}
write:
  - {table: problems, to: cup!Problems!A1:E20}
  - {table: drivers, to: public!Standings!A3:D12, columns: [rank, name, total, team]}
rules: {calendar: 8, points: {race: {table: [25, 18, 15, 12, 10, 8, 6, 4, 2, 1]}}}
"""
_DRIVERS = ["Ann Lee", "Bob Roe", "Cid Poe"]


def run(folder: Path, command: str) -> tuple[int, str]:
    name, *rest = command.split()
    result = CliRunner().invoke(main, [name, str(folder), *rest])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result.exit_code, result.output.replace(f"{folder}/", "")


def changes(folder: Path, command: str = "plan") -> list[Any]:
    return list(json.loads(run(folder, f"{command} --json")[1])["changes"])


@pytest.fixture
def league(tmp_path: Path) -> Path:
    """Three drivers and one round; a person's heading and sums beside our ranges."""
    folder = tmp_path / "league"
    folder.mkdir()
    (folder / "league.yaml").write_text(_LEAGUE, encoding="utf-8")
    book = openpyxl.Workbook()
    book.active.title = "Entries"
    for row in [["Driver", "Team"], *([name, "Reds"] for name in _DRIVERS)]:
        book["Entries"].append(row)
    results = book.create_sheet("Results")
    for row in [["Round", "Pos", "Driver"], *([1, place, name] for place, name in enumerate(_DRIVERS, 1))]:
        results.append(row)
    book.create_sheet("Problems")
    book.save(folder / "cup.xlsx")
    book = openpyxl.Workbook()
    book.active.title = "Standings"
    book["Standings"]["A1"], book["Standings"]["F4"] = "The cup", "=SUM(C4:C12)"
    book.save(folder / "public.xlsx")
    return folder


def edits(folder: Path) -> League:
    return League(folder, lambda command: run(folder, command)[0])


def second_round(folder: Path, winner: str = "Cid Poe") -> None:
    """One more round, won by somebody else."""
    rest = [name for name in _DRIVERS if name != winner]
    places = {
        f"{column}{row}": value
        for row, (place, name) in enumerate(enumerate([winner, *rest], 1), 5)
        for column, value in zip("ABC", (2, place, name), strict=True)
    }
    edits(folder).cells("cup", "Results", places)


def table(folder: Path) -> list[list[Any]]:
    snapshot, _ = read_workbook("public", folder / "public.xlsx", "", ["Standings"])
    assert snapshot is not None
    grid = snapshot.grids["Standings"]
    return [[grid.value(row, column) for column in range(1, 5)] for row in range(3, 7)]


def memory(folder: Path, name: str = "public") -> Memory:
    snapshot, _ = read_workbook(name, folder / f"{name}.xlsx", "", [])
    assert snapshot is not None
    found = Memory.parse(snapshot.memory)
    assert found is not None
    return found


_AFTER_ONE = [
    ["Pos", "Driver", "Points", "Team"],
    [1, "Ann Lee", 25, "Reds"],
    [2, "Bob Roe", 18, "Reds"],
    [3, "Cid Poe", 15, "Reds"],
]
_AFTER_TWO = [
    ["Pos", "Driver", "Points", "Team"],
    [1, "Ann Lee", 43, "Reds"],
    [2, "Cid Poe", 40, "Reds"],
    [3, "Bob Roe", 33, "Reds"],
]


def test_files_that_nobody_saved_since_come_back_as_a_whole(league: Path) -> None:
    before = {name: (league / name).read_bytes() for name in ("cup.xlsx", "public.xlsx")}
    planned = changes(league)
    run(league, "sync")
    assert table(league) == _AFTER_ONE
    code, said = run(league, "undo --yes")
    assert code == 0 and "Put back 16 cells in public.xlsx" in said, said
    assert {name: (league / name).read_bytes() for name in before} == before
    assert changes(league) == planned


def test_further_and_further_back(league: Path) -> None:
    run(league, "sync")
    one = (league / "public.xlsx").read_bytes()
    second_round(league)
    run(league, "sync")
    assert table(league) == _AFTER_TWO
    assert run(league, "undo public --yes")[0] == 0
    assert (league / "public.xlsx").read_bytes() == one
    assert run(league, "undo public --yes")[0] == 0
    assert table(league) == [[None] * 4] * 4
    code, said = run(league, "undo public --yes")
    assert code == 3
    assert "Nothing is remembered here of a write of ours, so there is none to undo." in said
    run(league, "sync")
    assert table(league) == _AFTER_TWO
    assert run(league, "undo public --yes")[0] == 0
    assert table(league) == [[None] * 4] * 4


def test_the_work_of_others_stays_and_only_our_cells_come_back(league: Path) -> None:
    run(league, "sync")
    second_round(league)
    planned = changes(league)
    run(league, "sync")
    edits(league).cells("public", "Standings", {"A1": "The cup 2023", "B20": "a note"})
    code, said = run(league, "undo public --yes")
    assert code == 0, said
    assert table(league) == _AFTER_ONE
    snapshot, _ = read_workbook("public", league / "public.xlsx", "", None)
    assert snapshot is not None
    grid = snapshot.grids["Standings"]
    assert (grid.value(1, 1), grid.value(20, 2)) == ("The cup 2023", "a note")
    assert grid.formulas == {(4, 6): "=SUM(C4:C12)"}
    assert changes(league) == planned


def test_one_further_back_where_others_went_on_each_time(league: Path) -> None:
    run(league, "sync")
    edits(league).cells("public", "Standings", {"A1": "one"})
    second_round(league)
    run(league, "sync")
    edits(league).cells("public", "Standings", {"A1": "two"})
    assert run(league, "undo public --yes")[0] == 0
    assert table(league) == _AFTER_ONE
    assert run(league, "undo public --yes")[0] == 0
    assert table(league) == [[None] * 4] * 4
    code, said = run(league, "undo public --yes")
    assert code == 3 and "Nothing is kept here of what stood there before" in said
    run(league, "sync")
    assert table(league) == _AFTER_TWO


def test_a_cell_of_ours_that_somebody_changed_since_stays(league: Path) -> None:
    run(league, "sync")
    second_round(league)
    run(league, "sync")
    edits(league).cells("public", "Standings", {"C4": 99, "B5": "Cid!"})
    code, said = run(league, "undo public --yes")
    assert code == 0
    assert "public!Standings!C4" in said and "it now holds '99' and stays so. Before, it held '25'." in said
    assert "it now holds 'Cid!' and stays so. Before, it held 'Bob Roe'." in said
    now = [list(row) for row in _AFTER_ONE]
    now[1][2], now[2][1] = 99, "Cid!"
    assert table(league) == now
    code, said = run(league, "sync")
    assert code == 3 and "somebody changed it since our last write; it now holds '99'" in said
    assert said.count("somebody changed it") == 2


def test_with_consent_it_goes_too(league: Path) -> None:
    run(league, "sync")
    second_round(league)
    run(league, "sync")
    edits(league).cells("public", "Standings", {"C4": 99, "B5": "Cid!"})
    assert run(league, "undo public --yes --overwrite")[0] == 0
    assert table(league) == _AFTER_ONE
    assert run(league, "sync")[0] in (0, 1)
    assert table(league) == _AFTER_TWO


def test_what_a_person_had_typed_into_an_adopted_range_comes_back_as_it_was(league: Path) -> None:
    typed = {
        "A3": {"text": "007"},
        "B3": 7,
        "C3": Decimal("12.5"),
        "D3": {"text": "=1+1"},
        "A4": True,
        "B4": Decimal("45207.75"),
    }
    edits(league).cells("public", "Standings", {**typed, "C4": "=2*21"})
    run(league, "sync --adopt")
    assert table(league) == _AFTER_ONE
    edits(league).cells("public", "Standings", {"A1": "a new heading"})
    code, said = run(league, "undo public --yes")
    assert code == 0, said
    shown = table(league)
    assert [repr(each) for each in shown[0]] == ["'007'", "7", "12.5", "'=1+1'"]
    assert [repr(each) for each in shown[1][:2]] == ["True", "45207.75"]
    snapshot, _ = read_workbook("public", league / "public.xlsx", "", None)
    assert snapshot is not None
    assert snapshot.grids["Standings"].formulas == {(4, 3): "=2*21", (4, 6): "=SUM(C4:C12)"}
    assert memory(league).run == ""


def test_only_what_the_last_run_wrote(league: Path) -> None:
    run(league, "sync")
    cup = (league / "cup.xlsx").read_bytes()
    edits(league).cells("public", "Standings", {"C4": 99})
    run(league, "sync --overwrite")
    run(league, "undo --yes")
    assert table(league)[1][2] == 99
    assert (league / "cup.xlsx").read_bytes() == cup


def test_nothing_happens_without_a_yes(league: Path) -> None:
    run(league, "sync")
    before = {path: path.read_bytes() for path in league.rglob("*") if path.is_file()}
    code, said = run(league, "undo")
    assert code == 3 and "Nothing was changed. To do it without being asked, run with: undo --yes" in said
    code, said = run(league, "undo --dry-run")
    assert code == 0 and "Undo: 21 cells in 2 spreadsheets" in said, said
    data = json.loads(run(league, "undo --dry-run --json")[1])
    assert len(data["changes"]) == 21 and data["undone"] == {} and set(data["whole"]) == {"cup", "public"}
    assert {path: path.read_bytes() for path in league.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("edited", [False, True])
@pytest.mark.parametrize("lock", ["~$public.xlsx", ".~lock.public.xlsx#"])
def test_a_workbook_that_is_open_stays(league: Path, edited: bool, lock: str) -> None:
    run(league, "sync")
    if edited:
        edits(league).cells("public", "Standings", {"A1": "mine"})
    (league / lock).write_bytes(b"")
    before = {path: path.read_bytes() for path in league.rglob("*") if path.is_file()}
    code, said = run(league, "undo --yes")
    assert code == 3 and "The workbook is open in" in said and "Refused: nothing is undone." in said
    assert {path: path.read_bytes() for path in league.rglob("*") if path.is_file()} == before


def test_a_read_only_workbook_stays(league: Path) -> None:
    run(league, "sync")
    (league / "public.xlsx").chmod(0o444)
    code, said = run(league, "undo --yes")
    assert code == 3 and "The workbook is read-only; nothing is written." in said


def test_without_backups_one_write_can_be_undone(league: Path) -> None:
    text = (league / "league.yaml").read_text(encoding="utf-8")
    (league / "league.yaml").write_text(f"{text}safety: {{backups: 0}}\n", encoding="utf-8")
    run(league, "sync")
    second_round(league)
    run(league, "sync")
    assert run(league, "undo public --yes")[0] == 0
    assert table(league) == _AFTER_ONE and not (league / "backups").exists()
    code, said = run(league, "undo public --yes")
    assert code == 3 and "Nothing is kept here of what stood there before" in said


def test_a_range_that_league_yaml_took_away_is_left_alone(league: Path) -> None:
    run(league, "sync")
    edits(league).cells("public", "Standings", {"A1": "mine"})
    path = league / "league.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("A3:D12", "A3:D4"), encoding="utf-8")
    code, said = run(league, "undo public --yes")
    assert code == 0
    wanted = (
        "Of our last write 8 cells (in 'Standings') no longer in a range of league.yaml stay as they are."
    )
    assert wanted in " ".join(said.split())
    assert table(league) == [[None] * 4] * 2 + _AFTER_ONE[2:]


def test_a_copy_is_not_undone(league: Path) -> None:
    run(league, "sync")
    shutil.copyfile(league / "public.xlsx", league / "copy.xlsx")
    path = league / "league.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("public.xlsx", "copy.xlsx"), encoding="utf-8")
    code, said = run(league, "undo public --yes")
    assert code == 3 and "Nothing is remembered here of a write of ours" in said


def test_a_spreadsheet_that_is_not_written(league: Path) -> None:
    code, said = run(league, "undo pubic --yes")
    assert code == 3 and "No table is written to a spreadsheet 'pubic'." in said and "Did you mean" in said


def test_a_backup_that_was_taken_away(league: Path) -> None:
    run(league, "sync")
    shutil.rmtree(league / "backups")
    assert run(league, "undo --yes")[0] == 0
    assert table(league) == [[None] * 4] * 4
    run(league, "sync")
    assert table(league) == _AFTER_ONE


def _write_to(folder: Path, place: str, more: str = "") -> None:
    path = folder / "league.yaml"
    text = path.read_text(encoding="utf-8")
    old = "to: public!Standings!A3:D12, columns: [rank, name, total, team]"
    assert old in text
    new = f"to: {place}, columns: [rank, name, total, team]{more}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("edited", [False, True])
def test_a_table_that_begins_at_a_cell(league: Path, edited: bool) -> None:
    _write_to(league, "public!Standings!A3")
    planned = changes(league)
    run(league, "sync")
    assert table(league) == _AFTER_ONE
    second_round(league)
    run(league, "sync")
    if edited:
        edits(league).cells("public", "Standings", {"A1": "mine", "B20": "mine, too"})
    assert run(league, "undo public --yes")[0] == 0
    assert table(league) == _AFTER_ONE
    assert changes(league)[0]["new"] != planned[0]["new"]
    assert run(league, "undo public --yes")[0] == 0
    assert table(league) == [[None] * 4] * 4
    run(league, "sync")
    assert table(league) == _AFTER_TWO


def test_a_table_that_begins_at_a_cell_and_was_moved_since(league: Path) -> None:
    """Somebody cut the four rows and put them two rows further down."""
    _write_to(league, "public!Standings!A3")
    run(league, "sync")
    second_round(league)
    run(league, "sync")
    cells = {
        f"{column}{row}": _AFTER_TWO[row - 5][at] if row > 4 else None
        for row in range(3, 9)
        for at, column in enumerate("ABCD")
    }
    edits(league).cells("public", "Standings", cells)
    code, said = run(league, "undo public --yes")
    assert code == 0, said
    snapshot, _ = read_workbook("public", league / "public.xlsx", "", ["Standings"])
    assert snapshot is not None
    grid = snapshot.grids["Standings"]
    moved = [[grid.value(row, column) for column in range(1, 5)] for row in range(3, 9)]
    assert moved == [[None] * 4] * 2 + _AFTER_ONE
    run(league, "sync")
    assert table(league) == [[None] * 4] * 2 + _AFTER_TWO[:2]


def test_number_formats_come_back_with_the_values(league: Path) -> None:
    def formats() -> list[str]:
        snapshot, _ = read_workbook("public", league / "public.xlsx", "", ["Standings"])
        assert snapshot is not None
        return [snapshot.grids["Standings"].number_format(row, 3) for row in range(4, 7)]

    run(league, "sync")
    _write_to(league, "public!Standings!A3:D12", ', formats: {total: "0.00"}')
    second_round(league)
    run(league, "sync")
    assert formats() == ["0.00"] * 3
    edits(league).cells("public", "Standings", {"A1": "mine"})
    assert run(league, "undo public --yes")[0] == 0
    assert table(league) == _AFTER_ONE and formats() == [""] * 3


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_a_formula_that_came_back_is_calculated_by_libreoffice(league: Path, tmp_path: Path) -> None:
    edits(league).cells("public", "Standings", {"C4": "=2*21"})
    run(league, "sync --adopt")
    edits(league).cells("public", "Standings", {"A1": "mine"})
    assert run(league, "undo public --yes")[0] == 0
    made = converted(league / "public.xlsx", "xlsx", tmp_path)
    snapshot, _ = read_workbook("public", made, "", ["Standings"])
    assert snapshot is not None
    assert snapshot.grids["Standings"].value(4, 3) == 42


def test_what_stood_there_in_private_is_not_kept_once_everybody_sees_it(league: Path) -> None:
    path = league / "league.yaml"
    shown = path.read_text(encoding="utf-8")
    path.write_text(shown.replace("access: public", "access: private"), encoding="utf-8")
    run(league, "sync")
    path.write_text(shown, encoding="utf-8")
    second_round(league)
    run(league, "sync")
    assert table(league) == _AFTER_TWO
    assert memory(league).before is None
    second_round(league, "Bob Roe")
    run(league, "sync")
    assert memory(league).before is not None


def test_a_table_below_a_header_of_the_coordinators_own(league: Path) -> None:
    header = {"A3": "Driver", "B3": "My notes", "C3": "Points"}
    edits(league).cells("public", "Standings", {**header, "B4": "quick"})
    path = league / "league.yaml"
    text = path.read_text(encoding="utf-8")
    old = "to: public!Standings!A3:D12, columns: [rank, name, total, team]"
    path.write_text(text.replace(old, "to: public!Standings, columns: [name, total]"), encoding="utf-8")
    before = table(league)
    run(league, "sync")
    assert table(league)[1] == ["Ann Lee", "quick", 25, None]
    edits(league).cells("public", "Standings", {"B5": "slow"})
    code, said = run(league, "undo public --yes")
    assert code == 0, said
    before[2][1] = "slow"
    assert table(league) == before
    run(league, "sync")
    assert table(league)[1:3] == [["Ann Lee", "quick", 25, None], ["Bob Roe", "slow", 18, None]]


@pytest.mark.parametrize("written", [True, False])
def test_what_was_written_in_private_does_not_come_back_in_public(league: Path, written: bool) -> None:
    """Neither from the backup, which names the tabs of the private workbook, nor from the memory."""
    path = league / "league.yaml"
    shown = path.read_text(encoding="utf-8")
    path.write_text(shown.replace("access: public", "access: private"), encoding="utf-8")
    run(league, "sync")
    second_round(league)
    if not written:
        run(league, "sync")
    path.write_text(shown, encoding="utf-8")
    if written:
        run(league, "sync")
    before = (league / "public.xlsx").read_bytes()
    code, said = run(league, "undo public --yes")
    assert code == 3
    assert "What stood here before our last write is of the time when this was private; it stays so." in said
    assert (league / "public.xlsx").read_bytes() == before
    assert table(league) == _AFTER_TWO


def test_a_renamed_league_keeps_nothing_private_either(league: Path) -> None:
    """Its memory is that of another league, but shows that this was private."""
    path = league / "league.yaml"
    shown = path.read_text(encoding="utf-8")
    path.write_text(shown.replace("access: public", "access: private"), encoding="utf-8")
    run(league, "sync")
    path.write_text(shown.replace("Tuesday Night Cup", "Wednesday Night Cup"), encoding="utf-8")
    second_round(league)
    run(league, "sync --adopt")
    assert table(league) == _AFTER_TWO
    assert memory(league).before is None


@pytest.mark.parametrize("harm", ["saved", "damaged"])
def test_a_backup_that_is_not_what_was_kept_is_not_put_back(league: Path, harm: str) -> None:
    """Somebody looked into it with a spreadsheet program and saved it, or a bit of it is wrong: only our
    cells are put back then, in the workbook as it is."""
    run(league, "sync")
    second_round(league)
    shutil.rmtree(league / "backups")
    run(league, "sync")
    (backup,) = (league / "backups" / "public").glob("*.xlsx")
    if harm == "saved":
        book = openpyxl.load_workbook(backup)
        book["Standings"]["A1"] = "A draft"
        book.save(backup)
    else:
        data = bytearray(backup.read_bytes())
        place = ZipFile(backup).getinfo("docProps/core.xml")
        data[place.header_offset + 30 + len(place.filename) + 20] ^= 0xFF
        backup.write_bytes(data)
    code, said = run(league, "undo --yes")
    assert code == 0 and "as a whole" not in said
    assert table(league) == _AFTER_ONE
    assert openpyxl.load_workbook(league / "public.xlsx")["Standings"]["A1"].value == "The cup"


@pytest.mark.parametrize("down", [0, 2])
def test_a_longer_list_of_a_coordinator_that_was_taken_over_comes_back_whole(league: Path, down: int) -> None:
    """Five drivers typed by hand, of whom the last two were cleared for our three; then the list moved."""
    header = ["Pos", "Driver", "Points", "Team"]
    theirs = [[place, f"Old {place}", 10 - place, "Blues"] for place in range(1, 6)]
    _write_to(league, "public!Standings")
    edits(league).cells("public", "Standings", _placed(3, [header, *theirs]))
    run(league, "sync --adopt --allow-shrink")
    assert table(league) == _AFTER_ONE
    moved = {**_placed(3, [[None] * 4] * down), **_placed(3 + down, _AFTER_ONE)}
    edits(league).cells("public", "Standings", {**moved, "A1": "The cup, as it stands"})
    code, said = run(league, "undo public --yes")
    assert code == 0 and "warning" not in said
    sheet = openpyxl.load_workbook(league / "public.xlsx")["Standings"]
    rows = sheet.iter_rows(min_row=4 + down, max_row=8 + down, max_col=4, values_only=True)
    assert [list(row) for row in rows] == theirs


@pytest.mark.parametrize("place", ["public!Standings!A3:D12", "public!Standings!A3"])
def test_a_column_that_was_inserted_inside_of_ours_is_asked_about(league: Path, place: str) -> None:
    """The names of round 1 would come back beside the points of round 2."""
    _write_to(league, place)
    run(league, "sync")
    second_round(league)
    run(league, "sync")
    flags = [[*row[:2], flag, *row[2:3]] for row, flag in zip(_AFTER_TWO, ["Flag", *"abc"], strict=True)]
    edits(league).cells("public", "Standings", _placed(3, flags))
    before = (league / "public.xlsx").read_bytes()
    code, said = run(league, "undo public --yes")
    assert code == 3
    assert "In column C stands nothing of what we wrote there any more. Nothing is undone." in said
    assert (league / "public.xlsx").read_bytes() == before


def _placed(top: int, rows: list[list[Any]]) -> dict[str, Any]:
    """The cells of rows that begin in column A."""
    found = [(row, zip("ABCD", values, strict=True)) for row, values in enumerate(rows, top)]
    return {f"{column}{row}": value for row, cells in found for column, value in cells}
