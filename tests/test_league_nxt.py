"""The example league-nxt: an invented evening, and the real season where its data folder is there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "examples" / "league-nxt"
sys.path.insert(0, str(EXAMPLE))

import compare  # noqa: E402
import make_workbook  # noqa: E402
import published  # noqa: E402
import slips  # noqa: E402
import sums  # noqa: E402

from sheets_sync.rules.season.season import Season  # noqa: E402

DATA = published.DEFAULT
needs_data = pytest.mark.skipif(bool(published.missing(DATA)), reason=published.missing(DATA))

RESULT = (
    "season,round,session_no,session_type,simsession,driver,finish_position,laps,best_lap_ms,reason_out,"
    "car,incidents"
)
PENALTY = (
    "season,round,session_no,score_event,driver,positions,championship_points,disqualified,licence_points"
)
SPRINT = "NXTGT3S6,1,1,Sprint"
EVENING = {
    "roster.csv": """season,driver,class
        NXTGT3S6,Ann,Gold
        NXTGT3S6,Bob,Gold
        NXTGT3S6,Cid,Gold
        NXTGT3S6,Sue,Silver
        NXTGT3S6,Tom,Silver""",
    "teams.csv": """season,team,driver
        NXTGT3S6,Red,Ann
        NXTGT3S6,Red,Cid
        NXTGT3S6,Blue,Bob
        NXTGT3S6,Blue,Tom""",
    "class_changes.csv": "season,driver,new_class,from_round",
    "rounds.csv": f"""season,round,session_no,session_type,label,start_time
        {SPRINT},1-Oul,2020-01-03T20:00:07Z""",
    "results.csv": f"""{RESULT}
        {SPRINT},QUALIFY,Sue,1,5,90000.0,Running,A,0
        {SPRINT},QUALIFY,Ann,2,5,90000.1,Running,A,0
        {SPRINT},QUALIFY,Bob,3,5,91000.0,Running,A,0
        {SPRINT},QUALIFY,Tom,4,5,92000.0,Running,A,0
        {SPRINT},QUALIFY,Cid,5,0,,Running,A,0
        {SPRINT},RACE,Ann,1,8,90500.0,Running,A,0
        {SPRINT},RACE,Sue,2,8,91500.0,Running,A,0
        {SPRINT},RACE,Bob,3,8,91000.0,Running,A,4
        {SPRINT},RACE,Tom,4,6,91200.0,Running,A,0
        {SPRINT},RACE,Cid,5,7,90100.0,Disconnected,A,0""",
    "penalties.csv": f"""{PENALTY}
        NXTGT3S6,1,1,Sprint Race,Bob,1,5,0,3
        NXTGT3S6,1,1,Feature Race,Sue,1,0,0,0""",
    "official_class_standings.csv": """season,table,position,driver,round,points
        NXTGT3S6,Gold,1,Ann,1,20
        NXTGT3S6,Gold,2,Cid,1,15
        NXTGT3S6,Gold,3,Bob,1,13
        NXTGT3S6,Gold,3,Bob,PENALTIES,-5
        NXTGT3S6,Silver,1,Sue,1,19
        NXTGT3S6,Silver,2,Tom,1,16
        NXTGT3S6,Gold,3,Bob,DROP,0
        NXTGT3S6,Gold,3,Bob,TOTAL,8
        NXTGT3S6,OVERALL,1,Ann,1,20""",
    "official_team_standings.csv": """season,position,team,round,points
        NXTGT3S6,1,Red,1,35
        NXTGT3S6,2,Blue,1,29
        NXTGT3S6,1,Red,TOTAL,35""",
}


@pytest.fixture
def evening(tmp_path: Path) -> Path:
    """A data folder with one invented sprint."""
    folder = tmp_path / "data"
    folder.mkdir()
    for name, text in EVENING.items():
        lines = [line.strip() for line in text.splitlines()]
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def cells(season: Season, data: Path) -> dict[tuple[str, int], compare.Compared]:
    comparison = compare.compare(season, published.read(data))
    return {(cell.driver, cell.round): cell for cell in (*comparison.rounds, *comparison.penalties)}


def test_an_invented_evening(evening: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Worked out by hand.

    Gold: Ann has the pole of the class, 1, wins, 18, and the fastest lap, 1: 20. Bob, second at the flag,
    loses a place, and Silver's Tom, who is next, is none: P3, 13, and 5 points. Cid drove 7 of 8 laps
    before the connection was lost: nothing, and the fastest lap isn't his either. The league's scorer
    would have given him the second place's 15. Of one round none is dropped: Bob's total is 13 - 5.

    Silver: Sue has the pole, 1, and wins, 18: 19; her penalty names a race that wasn't held and stays
    open. Tom drove 6 of 8 laps, just three quarters: P2, 15, and the fastest lap, 1: 16.

    The teams: Ann's 20 and Cid's nothing are 20; published is 35, with the 15 that Cid didn't earn. Bob's
    13 and Tom's 16 are 29, without the points that Bob lost.
    """
    folder = tmp_path / "league"
    assert make_workbook.main([str(evening), str(folder)]) == 0
    season = compare.fold(folder)
    assert season is not None
    found = {key: (cell.ours, cell.why) for key, cell in cells(season, evening).items()}
    assert found == {
        ("Ann", 1): (20, ""),
        ("Bob", 1): (13, ""),
        ("Bob", compare.PENALTIES): (-5, ""),
        ("Cid", 1): (0, slips.PROMOTED),
        ("Sue", 1): (19, ""),
        ("Tom", 1): (16, ""),
    }
    comparison = compare.compare(season, published.read(evening))
    teams = {cell.driver: (cell.ours, cell.why) for cell in comparison.teams}
    assert teams == {"Red": (20, sums.FOLLOWS), "Blue": (29, "")}
    assert [(cell.driver, cell.ours, cell.why) for cell in comparison.totals] == [("Bob", 8, "")]
    assert [(cell.driver, cell.ours, cell.why) for cell in comparison.drops] == [("Bob", 0, "")]
    assert [cell.ours for cell in comparison.team_totals] == [20]
    assert [case.row.driver for case in season.cases if case.row.verdict is None] == ["sue"]
    assert compare.main([str(folder), str(evening)]) == 0
    said = capsys.readouterr().out
    assert "Driver-round cells: 4 of 5 agree (80.0 %)" in said
    assert "Gold Cid, round 1: 0 here, 15 published" in said


def test_a_difference_without_a_reason_fails(
    evening: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    standings = evening / "official_class_standings.csv"
    standings.write_text(standings.read_text("utf-8").replace("Ann,1,20", "Ann,1,21"), encoding="utf-8")
    make_workbook.make(evening, tmp_path / "league")
    assert compare.main([str(tmp_path / "league"), str(evening)]) == 1
    assert (
        f"2 cells: {slips.UNEXPLAINED}\n  Gold Ann, round 1: 20 here, 21 published" in capsys.readouterr().out
    )


@pytest.mark.parametrize("script", [make_workbook.main, compare.main])
def test_a_missing_data_folder_is_said(
    script: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere, league = str(tmp_path / "nowhere"), str(tmp_path / "league")
    arguments = [nowhere, league] if script is make_workbook.main else [league, nowhere]
    assert script(arguments) == 2  # type: ignore[operator]
    said = capsys.readouterr().err
    assert f"The data folder {nowhere} isn't there." in said
    assert not (tmp_path / "league").exists()


@pytest.fixture(scope="module")
def season(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Season]:
    folder = tmp_path_factory.mktemp("league-nxt")
    make_workbook.make(DATA, folder)
    found = compare.fold(folder)
    assert found is not None
    yield found


@pytest.mark.outside_data
@needs_data
def test_agreement_with_the_published_class_tables(season: Season) -> None:
    comparison = compare.compare(season, published.read(DATA))
    assert len(comparison.rounds) == 620
    assert len(comparison.rounds) - len(comparison.differing) >= 608
    assert not any(cell.why for cell in comparison.penalties)
    assert {cell.why for cell in comparison.differing} <= {slips.PROMOTED, slips.FLAG_PLACE}
    assert len(comparison.drops) == 62 and not any(cell.why for cell in comparison.drops)
    assert len(comparison.totals) == 62 and len(comparison.teams) == 220
    assert sum(not cell.why for cell in comparison.totals) >= 51
    assert sum(not cell.why for cell in comparison.teams) >= 210
    assert sum(not cell.why for cell in comparison.team_totals) >= 16
    assert slips.UNEXPLAINED not in {cell.why for cell in comparison.all}


@pytest.mark.outside_data
@needs_data
def test_cells_worked_out_by_hand(season: Season) -> None:
    """From results.csv and rules.json; the places are those of the class.

    - D040, round 1: P13 in the sprint, 3. In the feature P4 behind D049, D071 and D023, who lose three,
      one and three places: P1, 25. In all 28.
    - D071, round 1: pole 1, sprint P1 18 with the fastest lap 1; the feature as above, P2, 21. In all 41
      (published: 39, the points of P3, which D076 has as well).
    - D040, round 3: P3 in the endurance race, 40, and the fastest lap, 1:48.744, 2. In all 42.
    - D043, round 3: P10 at the flag, one place lost: P11, 8.
    - D055, round 6: P9 with 12 of 15 laps, but the connection was lost: 0.
    - D071, round 7: pole 1, sprint P1 18 with the fastest lap 1; the connection was lost in the feature.
      In all 20.
    - D044, round 7: 7 of 12 laps in the sprint, 9 were needed: 0. The feature's P1 25 and its fastest lap,
      1:29.534, 1: D071's faster one doesn't count. In all 26.
    - D012, round 10: alone in the class: 50 and 2. In all 52.
    - D070: five points lost in round 3; D002: fifty in round 10, and disqualified there: 0 points.
    """
    found = {key: cell.ours for key, cell in cells(season, DATA).items()}
    expected = {
        ("D040", 1): 28,
        ("D071", 1): 41,
        ("D040", 3): 42,
        ("D043", 3): 8,
        ("D055", 6): 0,
        ("D071", 7): 20,
        ("D044", 7): 26,
        ("D012", 10): 52,
        ("D070", compare.PENALTIES): -5,
        ("D002", compare.PENALTIES): -50,
        ("D002", 10): 0,
    }
    assert {key: found[key] for key in expected} == expected
