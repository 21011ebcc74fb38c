"""A table below the header that a coordinator has: their names, their order, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet
from own_tabs import NAMES, POINTS, Cup

from sheets_sync.plan.safety import Consent

WRITE = "to: own!Standings"
TITLE = [["Cup 2026"], []]
HEADER = [None, "Pts", "Gap", "Driver", None, "Pos"]
"""Points first and the place last, a column of the coordinator's own between, and one without a header."""
ADOPT = Consent(adopt=True)


def _listed(count: int = 6) -> list[list[Any]]:
    """Points, driver and place as they stand in columns B, D and F."""
    rows = zip(POINTS[:count], NAMES[:count], range(1, count + 1), strict=True)
    return [[points, None, name, None, place] for points, name, place in rows]


def test_only_the_columns_that_the_header_names_are_filled(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    assert cup.synced() == [
        "own!Standings!C3: Not known as columns of the table 'drivers', and left as they are: 'Gap'. If "
        "one is, name it in league.yaml: columns: {text: column, ...}"
    ]
    assert cup.synced() == []
    assert cup.cells("B4:F9") == _listed()
    assert cup.cells("A3:F3") == [HEADER]
    assert len(cup.everything()) == 1 + 4 + 18


def test_a_longer_list_then_a_shorter_one_and_a_longer_one(tmp_path: Path) -> None:
    """What stands beside the list, below it and between its columns stays."""
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER, *[[]] * 8, [None, "Total", None, "of all"]])
    cup.edit(lambda sheet: [sheet.__setitem__(f"C{row}", f"=B4-B{row}") for row in range(4, 12)])
    cup.edit(lambda sheet: [sheet.__setitem__(f"G{row}", f"note {row}") for row in range(1, 20)])
    theirs = _theirs(cup)
    cup.synced()
    for count in (4, 3, 6):
        cup.drivers(NAMES[:count])
        cup.synced()
        cells = [[row[0], None, row[2], None, row[4]] for row in cup.cells("B4:F10")]
        assert cells == [*_listed(count), *[[None] * 5] * (7 - count)]
        assert _theirs(cup) == theirs


def _theirs(cup: Cup) -> dict[str, Any]:
    """All but our cells."""
    rows = range(4, 11)
    ours = {f"{column}{row}" for column in "BDF" for row in rows}
    return {place: value for place, value in cup.everything().items() if place not in ours}


@pytest.mark.parametrize(
    "header",
    [
        ["Pilote", "Points", "Écurie", "Place", "Manche 1"],
        ["Fahrer", "Punkte", "Team", "Platz", "Lauf 1"],
        ["Piloto", "Puntos", "Equipo", "Posición", "Carrera 1"],
        ["Pilota", "Punti", "Scuderia", "Pos.", "Gara 1"],
        ["Piloto", "Pontos", "Equipa", "Lugar", "Corrida 1"],
        ["Name", "Total", "Team", "Rank", "R1"],
        ["DRIVER", "total pts", "Team Name", "p", 1],
    ],
)
def test_headers_in_six_languages(tmp_path: Path, header: list[Any]) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, header])
    assert cup.synced() == []
    assert cup.cells("A4:E4") == [["Ana", 10, "Team Ana", 1, 10]]


def test_headers_that_league_yaml_names(tmp_path: Path) -> None:
    """Only these are ours: the column of places stays blank."""
    cup = Cup(tmp_path, [f"{WRITE}, columns: {{Wer: name, Ausbeute: total}}"], [["Pos", "Ausbeute", "Wer"]])
    cup.synced()
    assert cup.cells("A1:C3") == [["Pos", "Ausbeute", "Wer"], [None, 10, "Ana"], [None, 8, "Ben"]]


def test_a_list_that_stands_there_is_adopted_once(tmp_path: Path) -> None:
    """Eight rows typed by hand, a row of sums below them without a gap, and a legend."""
    old = [[None, n, None, f"Old {n}", None, n] for n in range(1, 9)]
    rows = [*TITLE, HEADER, *old, [None, "=SUM(B4:B11)", None, "Total"], [], [None, "Legend"]]
    cup = Cup(tmp_path, [WRITE], rows)
    assert cup.refused()[1:] == [
        "own!Standings!B4: The range of 'drivers' is filled, and there is no memory of our last write. "
        "Nothing is written. If the range is ours to write, run once with: sync --adopt"
    ]
    cup.synced(ADOPT)
    assert cup.cells("B4:F11") == [*_listed(), [None] * 5, [None] * 5]
    assert cup.cells("B12:D14") == [["=SUM(B4:B11)", None, "Total"], [None] * 3, ["Legend", None, None]]


def test_a_remark_directly_below_a_list_is_no_row_of_it(tmp_path: Path) -> None:
    """It names no driver: a list that is adopted stops above it."""
    old = [[n, f"Old {n}", n] for n in range(1, 9)]
    cup = Cup(tmp_path, [WRITE], [["Pos", "Driver", "Points"], *old, ["R = retired"]])
    cup.synced(ADOPT)
    assert cup.cells("A7:C10") == [[6, "Fay", 3], [None] * 3, [None] * 3, ["R = retired", None, None]]


def test_a_list_of_places_to_be_filled_is_adopted_as_a_whole(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [["Pos", "Driver", "Points"], *[[n] for n in range(1, 9)]])
    cup.synced(ADOPT)
    assert cup.cells("A7:C9") == [[6, "Fay", 3], [None] * 3, [None] * 3]


def test_a_row_below_that_the_list_needs_is_refused(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.drivers(NAMES[:3])
    cup.synced()
    cup.edit(lambda sheet: sheet.__setitem__("D8", "* = two licence points"))
    cup.drivers(NAMES)
    assert cup.refused(Consent(adopt=True, overwrite=True)) == [
        "own!Standings!D8: The table 'drivers' needs this cell, but it holds '* = two licence points'. "
        "Nothing is written. Insert 2 rows above row 8, or move what stands there."
    ]
    cup.edit(lambda sheet: sheet.insert_rows(8, 2))
    cup.synced()
    assert cup.cells("D9:D10") == [["Fay"], ["* = two licence points"]]


def test_a_first_list_doesn_t_run_into_what_stands_below(tmp_path: Path) -> None:
    """Not even with consent: only the rows that join the header are adopted."""
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER, [None, 1, None, "Zoe", None, 1], [], [None, "Legend"]])
    assert cup.refused(ADOPT)[1:] == [
        "own!Standings!B6: The table 'drivers' needs this cell, but it holds 'Legend'. Nothing is written. "
        "Insert 4 rows above row 6, or move what stands there."
    ]


def test_inserted_rows_and_columns_are_followed_and_said_once(tmp_path: Path) -> None:
    """Two rows above, one column to the left, one inside; then one driver less."""
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.synced()

    def edit(sheet: Worksheet) -> None:
        sheet.insert_rows(1, 2)
        sheet.insert_cols(1)
        sheet.insert_cols(4)
        sheet["D6"] = "Mine"

    cup.edit(edit)
    cup.drivers(NAMES[:5])
    assert cup.synced() == [
        "own!Standings!C5: The list of 'drivers' moved (its first row is 6 now; B is C now, D is F now, F "
        "is H now) and was followed."
    ]
    cells = [[row[0], row[3], row[5]] for row in cup.cells("C6:H11")]
    assert cells == [*([a, b, c] for a, _, b, _, c in _listed(5)), [None] * 3]
    assert cup.synced() == []


def test_reordered_columns_are_followed(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, ["Pos", "Driver", "Pts"]])
    cup.synced()

    def swap(sheet: Worksheet) -> None:
        for row in range(3, 10):
            sheet[f"A{row}"].value, sheet[f"C{row}"].value = sheet[f"C{row}"].value, sheet[f"A{row}"].value

    cup.edit(swap)
    assert cup.synced() == [
        "own!Standings!A3: The list of 'drivers' moved (A is C now, C is A now) and was followed."
    ]
    cup.edit(lambda sheet: sheet.__setitem__("A5", 99))
    assert cup.refused()[0].startswith("own!Standings!A5: This cell is ours, but somebody changed it")


def test_a_row_inserted_inside_of_the_list_is_closed(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER, *[[]] * 6, [None, "Legend"]])
    cup.synced()
    cup.edit(lambda sheet: sheet.insert_rows(6))
    cup.synced()
    assert cup.cells("B4:F10") == [*_listed(), [None] * 5]
    assert cup.cells("B11:B11") == [["Legend"]]


def test_a_list_sorted_by_hand_is_asked_about(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.synced()

    def turn(sheet: Worksheet) -> None:
        for column in "BDF":
            values = [sheet[f"{column}{row}"].value for row in range(4, 10)]
            for row, value in enumerate(reversed(values), 4):
                sheet[f"{column}{row}"] = value

    cup.edit(turn)
    assert cup.refused() == [
        "own!Standings!B4: The rows of the table 'drivers' were put in another order since our last "
        "write. Nothing is written. Undo the change, run with: sync --overwrite, or set safety: "
        "{edited_cells: keep}."
    ]
    cup.synced(Consent(overwrite=True))
    assert cup.cells("B4:F9") == _listed()


def test_a_renamed_header_is_asked_about(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.synced()
    cup.edit(lambda sheet: sheet.__setitem__("B3", "Ausbeute"))
    assert cup.refused() == [
        "own!Standings!B3: This column was 'total' of the table 'drivers'. Its header says 'Ausbeute' now. "
        "Nothing is written. Write the header as it was, or name it in league.yaml: columns: {Ausbeute: "
        "total, ...}"
    ]
    cup.edit(lambda sheet: sheet.__setitem__("B3", "Points"))
    cup.synced()


def test_a_column_that_was_taken_out_is_missed_once(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.synced()
    cup.edit(lambda sheet: sheet.delete_cols(2))
    notes = cup.synced()
    assert notes[0].endswith("The list of 'drivers' has no column 'total' any more; it isn't written there.")
    assert cup.cells("B4:E4") == [[None, "Ana", None, 1]][:1] or cup.cells("C4:E4") == [["Ana", None, 1]]
    assert cup.synced() == []


def test_columns_left_out_are_cleared(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.synced()
    cup.writes(f"{WRITE}, columns: [rank, name]")
    cup.synced()
    assert cup.cells("B3:F4") == [HEADER[1:], [None, None, "Ana", None, 1]]


def test_names_that_would_stay_are_refused(tmp_path: Path) -> None:
    """Points in the order of the standings beside names in another one would be somebody else's."""
    cup = Cup(tmp_path, [f"{WRITE}, columns: [rank, total]"], [*TITLE, HEADER])
    assert cup.refused() == [
        "own!Standings!D3: 'Driver' isn't among the columns of the table 'drivers', so that its rows "
        "would stand beside other names. Nothing is written. Add 'name' to the columns in league.yaml."
    ]


def test_a_column_of_formulas_is_left_to_the_coordinator(tmp_path: Path) -> None:
    rows = [["Driver", "R1", "Total"], ["Zoe", 3, "=SUM(B2:B2)"], ["Yan", 2, "=SUM(B3:B3)"]]
    cup = Cup(tmp_path, [WRITE], rows)
    assert cup.refused(ADOPT) == [
        "own!Standings!C2: The column 'Total' holds formulas. Nothing is written. If they are to stay, "
        "leave it out in league.yaml: columns: [name, R1]"
    ]
    cup.writes(f"{WRITE}, columns: [name, R1]")
    cup.synced(ADOPT)
    assert cup.cells("A2:C3") == [["Ana", 10, "=SUM(B2:B2)"], ["Ben", 8, "=SUM(B3:B3)"]]


def test_merged_titles_and_headers_in_two_rows(tmp_path: Path) -> None:
    """Pos and Driver reach over both rows of the header; R1 stands in the second one, below Rounds."""
    rows = [["Cup 2026"], ["Pos", "Driver", "Rounds", None, "Pts"], [None, None, "R1", "R2", None]]
    cup = Cup(tmp_path, [WRITE], rows)

    def merge(sheet: Worksheet) -> None:
        for area in ("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3"):
            sheet.merge_cells(area)
        sheet.column_dimensions["C"].hidden = True

    cup.edit(merge)
    cup.synced()
    assert cup.cells("A4:E4") == [[1, "Ana", 10, None, 10]]


def test_two_lists_in_one_tab(tmp_path: Path) -> None:
    """Drivers and, behind a blank column, the ones without their points."""
    rows = [["Pos", "Driver", "Pts", None, "Pos", "Driver", "Team"]]
    cup = Cup(
        tmp_path, [f"{WRITE}, columns: [rank, name, total]", f"{WRITE}, columns: [rank, name, team]"], rows
    )
    cup.synced()
    assert cup.cells("A2:G2") == [[1, "Ana", 10, None, 1, "Ana", "Team Ana"]]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (["Pos", "Driver", "Pts", None, "Driver", "Nationality"], [1, "Ana", 10, None, None, None]),
        (["Driver", "Nationality", None, "Pos", "Driver", "Pts"], [None, None, None, 1, "Ana", 10]),
    ],
)
def test_a_list_of_the_coordinator_s_beside_ours(tmp_path: Path, header: list[Any], row: list[Any]) -> None:
    """Of their drivers with their countries nothing is ours."""
    cup = Cup(tmp_path, [WRITE], [header])
    cup.synced()
    assert cup.cells("A1:F2") == [header, row]


def test_what_is_wrong_with_a_header(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [["Something"], ["else", "entirely"]])
    assert cup.refused() == [
        "own!Standings: No header was found for the table 'drivers'. Nothing is written. Looked for "
        "'Pos', '+/-', 'Driver', 'No.', 'Team', 'R1', 'R2', 'Pen.', 'Points'. Name yours in "
        "league.yaml: columns: {text: column}"
    ]
    cup.edit(
        lambda sheet: [
            sheet.__setitem__(f"{c}2", v) for c, v in zip("ABC", ["Pos", "Drivver", "Pts"], strict=True)
        ]
    )
    assert cup.refused() == [
        "own!Standings!B2: There is no column 'Driver' (name) in the header row 2 for the table "
        "'drivers'. Nothing is written. Is it 'Drivver'? Mend the header, or name the right one in "
        "league.yaml: columns: {Drivver: name, ...}"
    ]
    cup.edit(lambda sheet: [sheet.__setitem__("B2", "Driver"), sheet.__setitem__("D2", "Total")])
    assert cup.refused() == [
        "own!Standings!D2: 'Pts' in C2 and 'Total' here could both be the column 'total'. Nothing is "
        "written. Say in league.yaml which are ours: columns: {Total: total, ...}"
    ]
    cup.edit(lambda sheet: [sheet.__setitem__("C2", "Remarks"), sheet.__setitem__("D2", "Totl")])
    assert cup.synced()[:1] == [
        "own!Standings!D2: The header 'Totl' is nearly 'total'; its column isn't written. If it is that "
        "one, write 'total'."
    ]


def test_the_same_header_twice_is_asked_about(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [["Pos", "Driver", "Pts"], [], [], ["Pos", "Driver", "Pts"]])
    assert cup.refused() == [
        "own!Standings!A4: The header for the table 'drivers' stands here and in A1. Nothing is "
        "written. Make the texts of one differ, or say where the table begins: to: ...!A6."
    ]


def test_a_new_round_s_column_that_is_filled_is_asked_about(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [["Pos", "Driver", "Pts"]])
    cup.synced()
    cup.edit(lambda sheet: [sheet.__setitem__("D1", "R1"), sheet.__setitem__("D3", 7)])
    assert cup.refused() == [
        "own!Standings!D3: The column D of the table 'drivers' is filled, and we never wrote it. "
        "Nothing is written. If the column is ours to write, run once with: sync --adopt"
    ]
    cup.synced(ADOPT)
    assert cup.cells("D2:D3") == [[10], [8]]


def test_a_list_that_is_read_isn_t_written(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [["Driver", "Team", "Pts"], ["Ana", "Team Ana"], ["Ben", "Team Ben"]])
    text = (tmp_path / "league.yaml").read_text("utf-8").replace("book!Drivers", "own!Standings")
    (tmp_path / "league.yaml").write_text(text, "utf-8")
    assert any("lies in columns of own!Standings that are read" in said for said in cup.refused(ADOPT))


def test_an_anchor_becomes_a_header_without_consent(tmp_path: Path) -> None:
    """What stands below it is what we wrote; the header is the coordinator's from then on."""
    cup = Cup(tmp_path, ["to: own!Standings!B3, columns: [total, name, rank]"])
    cup.synced()
    cup.writes(WRITE)
    cup.edit(lambda sheet: sheet.__setitem__("C3", "Pilote"))
    cup.drivers(NAMES[:4])
    cup.synced()
    assert cup.cells("B3:D4") == [["Points", "Pilote", "Pos"], [10, "Ana", 1]]
    assert cup.cells("B8:D8") == [[None] * 3]


def test_merged_cells_below_are_in_the_way(tmp_path: Path) -> None:
    """The legend's text stands in a column that isn't ours."""
    cup = Cup(tmp_path, [WRITE], [["Flag", "Driver", "Pts"]])
    cup.drivers(NAMES[:3])
    cup.synced()
    cup.edit(lambda sheet: (sheet.__setitem__("A6", "Legend"), sheet.merge_cells("A6:C6")))
    cup.drivers(NAMES)
    assert cup.refused() == [
        "own!Standings!B6: The table 'drivers' needs this cell, but it is inside of the merged cells "
        "A6:C6. Nothing is written. Insert 2 rows above row 6, or move what stands there."
    ]


def test_a_renamed_tab_and_a_copied_tab(tmp_path: Path) -> None:
    """Once league.yaml names it as it is called now, it is known; a copy of the tab changes nothing."""
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.synced()

    def rename(sheet: Worksheet) -> None:
        copy = sheet.parent.copy_worksheet(sheet)
        copy.title = "Standings (2)"
        sheet.title = "Table"

    cup.edit(rename)
    cup.writes("to: own!Table")
    assert cup.plan().changes == [] and cup.plan().problems == ()
    cup.edit(lambda sheet: sheet.__setitem__("D4", "Zoe"), "Table")
    assert "now holds 'Zoe'" in cup.refused()[0]


def test_a_copied_workbook_is_asked_about(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.synced()
    (tmp_path / "own.xlsx").rename(tmp_path / "copy.xlsx")
    text = (tmp_path / "league.yaml").read_text("utf-8").replace("own.xlsx", "copy.xlsx")
    (tmp_path / "league.yaml").write_text(text, "utf-8")
    assert cup.plan().changes == [] and not cup.plan().forbidden
    cup.drivers(NAMES[1:])
    *_, problem = cup.plan().problems
    assert "is filled, and this spreadsheet is a copy of another one" in problem.message


def test_a_header_above_several_columns_is_asked_about(tmp_path: Path) -> None:
    """The rounds have a place and points each; the driver's header reaches over a flag and the name."""
    rows = [["Pos", "Driver", None, "R1", None, "Pts"], [None, None, None, "Pos", "Pts", None]]
    cup = Cup(tmp_path, [WRITE], rows)
    cup.edit(lambda sheet: [sheet.merge_cells(area) for area in ("A1:A2", "B1:C2", "D1:E1", "F1:F2")])
    hint = "Give each column a header of its own, or leave this one out in league.yaml: columns: [...]"
    assert cup.refused() == [
        f"own!Standings!B1: The header 'Driver' reaches to column C; which one is ours isn't clear. Nothing "
        f"is written. {hint}",
        f"own!Standings!D1: Below the header 'R1' stands another one, 'Pos'. Nothing is written. {hint}",
    ]
    cup.writes(f"{WRITE}, columns: [rank, name, total]")
    cup.edit(lambda sheet: [sheet.merge_cells(f"B{row}:C{row}") for row in range(3, 10)])
    cup.synced()
    assert cup.cells("A3:F3") == [[1, "Ana", None, None, None, 10]]


def test_the_league_s_own_words(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [["Pts", "Piloto oficial"]])
    text = (tmp_path / "league.yaml").read_text("utf-8")
    (tmp_path / "league.yaml").write_text(
        f"{text}words: {{headers: {{driver: [Piloto oficial]}}}}\n", "utf-8"
    )
    cup.synced()
    assert cup.cells("A2:B2") == [[10, "Ana"]]


def test_an_excel_table_grows_with_the_list(tmp_path: Path) -> None:
    """The coordinator's list is a table of Excel's with a column of their own; its range follows our rows."""
    cup = Cup(tmp_path, [WRITE])
    book = xlsxwriter.Workbook(tmp_path / "own.xlsx")
    sheet = book.add_worksheet("Standings")
    headers = [{"header": text} for text in ("Pilote", "Drapeau", "Pts")]
    sheet.add_table(
        "B3:D6", {"columns": headers, "data": [[None, "FR", None], [None, "DE", None], [None] * 3]}
    )
    book.close()
    cup.drivers(NAMES[:3])
    cup.synced()
    for count in (6, 4):
        cup.drivers(NAMES[:count])
        cup.synced()
        table = openpyxl.load_workbook(tmp_path / "own.xlsx")["Standings"].tables["Table1"]
        assert table.ref == "B3:D9"
        assert cup.cells("B3:D4") == [["Pilote", "Drapeau", "Pts"], ["Ana", "FR", 10]]
    assert cup.cells("B8:D9") == [[None] * 3] * 2


def test_a_totals_row_of_an_excel_table_is_in_the_way(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE])
    book = xlsxwriter.Workbook(tmp_path / "own.xlsx")
    sheet = book.add_worksheet("Standings")
    columns = [{"header": "Pilote", "total_string": "Total"}, {"header": "Pts", "total_function": "sum"}]
    sheet.add_table("B3:C7", {"columns": columns, "total_row": True})
    book.close()
    cup.drivers(NAMES[:3])
    cup.synced()
    cup.drivers(NAMES)
    assert cup.refused() == [
        "own!Standings!B7: The table 'drivers' needs this cell, but it holds 'Total'. Nothing is "
        "written. Insert 3 rows above row 7, or move what stands there."
    ]


def test_a_row_that_was_taken_out_is_asked_about(tmp_path: Path) -> None:
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    cup.synced()
    cup.edit(lambda sheet: sheet.delete_rows(5))
    assert cup.refused() == [
        "own!Standings!B5: 1 row of the table 'drivers' was taken out since our last write. Nothing is "
        "written. Undo the change, run with: sync --overwrite, or set safety: {edited_cells: keep}."
    ]
    cup.synced(Consent(overwrite=True))
    assert cup.cells("B4:F9") == _listed()


def test_the_list_of_the_last_season_stays_ours(tmp_path: Path) -> None:
    """Before the first race there are no standings; another table is written meanwhile."""
    cup = Cup(tmp_path, [WRITE], [*TITLE, HEADER])
    text = (tmp_path / "league.yaml").read_text("utf-8")
    more = text.replace("safety:", "  - {table: round results, to: own!Results!A1}\nsafety:")
    (tmp_path / "league.yaml").write_text(more, "utf-8")
    cup.edit(lambda sheet: sheet.parent.create_sheet("Results"))
    cup.synced()
    cup.drivers(())
    assert not cup.sync(Consent(shrink=True)).plan.forbidden
    cup.drivers(NAMES[:4])
    cup.synced()
    assert cup.cells("B4:F9") == [*_listed(4), [None] * 5, [None] * 5]


def test_what_is_typed_beside_a_list_that_is_taken_over_is_pointed_out(tmp_path: Path) -> None:
    """Flags go by the names, and names change their rows; a formula may look up what it needs."""
    rows = [["Flag", "Driver", "Pts", "Gap"], ["FR", "Zoe", 3, "=C2-C2"], ["DE", "Yan", 2, "=C2-C3"]]
    cup = Cup(tmp_path, [WRITE], rows)
    assert cup.synced(ADOPT)[1:] == [
        "own!Standings!A1: The column 'Flag' isn't ours and stays as it is, while the rows beside it "
        "change their order. Where it goes by the names, let a formula look it up."
    ]
    assert cup.synced() == []
