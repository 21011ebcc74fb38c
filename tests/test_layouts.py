"""How records stand in a tab: every fact with its values and the cells that they come from."""

from __future__ import annotations

import pytest
from layout_grids import drawn, read


def test_a_matrix_of_places() -> None:
    """The blank cell is no fact; the total and the place in the standing aren't read."""
    grid = drawn("""
Season 2023
Pos | Driver | No. | R1 | R2 | Suzuka | Total
1   | Ann    | 7   | 1  | 2  |        | 43
2   | Ben    | 12  | 3  |    | 1      | 40
""")
    assert read(grid, layout="matrix") == (
        [
            "round 1 (D2), driver ann (B3), place 1 (D3), number 7 (C3)",
            "round 1 (D2), driver ben (B4), place 3 (D4), number 12 (C4)",
            "round 2 (E2), driver ann (B3), place 2 (E3), number 7 (C3)",
            "round 3 (F2), driver ben (B4), place 1 (F4), number 12 (C4)",
        ],
        [],
    )


def test_a_matrix_whose_left_column_has_no_header() -> None:
    grid = drawn("""
    | 1 | 2
Ann | 1 | 2
Ben | 2 | 1
""")
    assert read(grid, layout="matrix") == (
        [
            "round 1 (B1), driver ann (A2), place 1 (B2)",
            "round 1 (B1), driver ben (A3), place 2 (B3)",
            "round 2 (C1), driver ann (A2), place 2 (C2)",
            "round 2 (C1), driver ben (A3), place 1 (C3)",
        ],
        [],
    )


def test_a_matrix_with_rounds_and_sessions_across() -> None:
    """R1 is merged over its two columns, R2 only stands over the first of them."""
    grid = drawn(
        """
       | R1         |      | R2         |
Driver | Qualifying | Race | Qualifying | Race
Ann    | 1          | 2    | 3          | 4
""",
        merges="B1:C1",
    )
    assert read(grid, layout="matrix", across=["round", "session"]) == (
        [
            "round 1 (B1), driver ann (A3), session qualifying (B2), place 1 (B3)",
            "round 1 (B1), driver ann (A3), session race (C2), place 2 (C3)",
            "round 2 (D1), driver ann (A3), session qualifying (D2), place 3 (D3)",
            "round 2 (D1), driver ann (A3), session race (E2), place 4 (E3)",
        ],
        [],
    )


def test_matrices_below_each_other_each_under_its_pool() -> None:
    grid = drawn("""
GOLD   |    |
Driver | R1 | R2
Ann    | 1  | 2
       |    |
SILVER (Tuesdays) |
Driver | R2 | R1
Ben    | 1  | 2
""")
    assert read(grid, layout="matrix", above="pool") == (
        [
            "round 1 (B2), driver ann (A3), pool Gold (A1), place 1 (B3)",
            "round 2 (C2), driver ann (A3), pool Gold (A1), place 2 (C3)",
            "round 2 (B6), driver ben (A7), pool Silver (A5), place 1 (B7)",
            "round 1 (C6), driver ben (A7), pool Silver (A5), place 2 (C7)",
        ],
        [],
    )


def test_headings_of_a_matrix_that_say_nothing_or_the_same() -> None:
    grid = drawn("""
Driver | R1 | R1 FL | Ruond 2 | R3 | R9 | Drops | R3
Ann    | 1  | 5     | 2       | 3  | 4  | 0     | 6
""")
    assert read(grid, layout="matrix") == (
        ["round 1 (B1), driver ann (A2), place 1 (B2)", "round 3 (E1), driver ann (A2), place 3 (E2)"],
        [
            "warning C1: 'R1 FL' says the same as the heading in B1; this column isn't read.",
            "error H1: 'R3' says the same as the heading in E1; this column isn't read.",
            "warning D1: 'Ruond 2' names no round; the column below it isn't read.",
            "warning F1: 'R9' names no round; the column below it isn't read.",
        ],
    )


def test_a_name_that_nobody_has_is_said_once_for_the_whole_row() -> None:
    grid = drawn("""
Driver | R1 | R2
Anne   | 1  | 2
""")
    assert read(grid, layout="matrix") == (
        [],
        ["error A2: 'Anne' isn't in the entry list. The row is left out."],
    )


def test_a_matrix_of_pools_chosen() -> None:
    grid = drawn("""
Driver | R1   | R2
Ann    | Gold | Silver
""")
    assert read(grid, "choices", layout="matrix") == (
        ["driver ann (A2), round 1 (B1), pool Gold (B2)", "driver ann (A2), round 2 (C1), pool Silver (C2)"],
        [],
    )


def test_a_matrix_of_marks() -> None:
    grid = drawn("""
Driver | R1 | R2
Ann    | x  | no
Ben    |    | yes
Cid    | ?  |
""")
    assert read(grid, "attendance", layout="matrix") == (
        ["driver ann (A2), round 1 (B1)", "driver ben (A3), round 2 (C1)"],
        ["error B4: '?' is neither yes nor no. The cell is left out."],
    )


def test_lists_of_names_under_pools_a_block_for_each_round() -> None:
    grid = drawn("""
Pool lists
Round 1 - Monza (5 March)
Gold | Silver | Bronze
Ann  | Cid    | Eve
Ben  | Dot    |
     |        |
Round 2
Gold | Bronze | Silver
Cid  | Ann    |
""")
    assert read(grid, "choices", layout="lists", above="round") == (
        [
            "driver ann (A4), round 1 (A2), pool Gold (A3)",
            "driver ben (A5), round 1 (A2), pool Gold (A3)",
            "driver cid (B4), round 1 (A2), pool Silver (B3)",
            "driver dot (B5), round 1 (A2), pool Silver (B3)",
            "driver eve (C4), round 1 (A2), pool Bronze (C3)",
            "driver cid (A9), round 2 (A7), pool Gold (A8)",
            "driver ann (B9), round 2 (A7), pool Bronze (B8)",
        ],
        [],
    )


def test_lists_side_by_side_without_an_empty_row_between_them() -> None:
    """The second round stands under a heading that is merged over both of its lists."""
    grid = drawn(
        """
Round 1 |        |  | Round 2 |
Gold    | Silver |  | Silver  | Gold
Ann     | Cid    |  | Eve     | Ann
Round 3 |        |  |         |
Gold    | Silver |  |         |
Ben     | Dot    |  |         |
""",
        merges="D1:E1",
    )
    assert read(grid, "choices", layout="lists", above="round") == (
        [
            "driver ann (A3), round 1 (A1), pool Gold (A2)",
            "driver cid (B3), round 1 (A1), pool Silver (B2)",
            "driver eve (D3), round 2 (D1), pool Silver (D2)",
            "driver ann (E3), round 2 (D1), pool Gold (E2)",
            "driver ben (A6), round 3 (A4), pool Gold (A5)",
            "driver dot (B6), round 3 (A4), pool Silver (B5)",
        ],
        [],
    )


def test_lists_whose_headings_are_wrong() -> None:
    """Nothing below a wrong heading is taken for something else."""
    grid = drawn("""
Round 1
Gold | Silvr | Bronze |
Ann  | Cid   | Eve    | Fay
     |       |        |
Rond 2
Gold | Silver | Bronze |
Ben  |        |        |
""")
    assert read(grid, "choices", layout="lists", above="round") == (
        [
            "driver ann (A3), round 1 (A1), pool Gold (A2)",
            "driver eve (C3), round 1 (A1), pool Bronze (C2)",
        ],
        [
            "error B2: 'Silvr' names no pool; the list below it isn't read.",
            "error D3: No pool stands above this list; it isn't read.",
            "error A5: 'Rond 2' names no round; the block below it isn't read.",
        ],
    )


def test_entries_as_lists_of_names_under_their_teams() -> None:
    grid = drawn("""
Gold | Silver
Ann  | Cid
Ben  |
""")
    assert read(grid, "entries", layout="lists") == (
        [
            "driver Ann (A2), pool Gold (A1)",
            "driver Ben (A3), pool Gold (A1)",
            "driver Cid (B2), pool Silver (B1)",
        ],
        [],
    )


def test_blocks_below_each_other_and_side_by_side() -> None:
    """The columns stand in another order in each; of the heading only the round counts."""
    grid = drawn(
        """
Round 1 - Monza (5 March) |   |        | |         | Round 2 |
Pos | Driver | Time       |   | Driver | Pos       | Laps
1   | Ann    | 31:02.111  |   | Ben    | 1         | 12
2   | Ben    | 31:04.000  |   |        |           |
    |        |            |   |        |           |
Suzuka                    |
Driver | Pos              |
Cid    | 1                |
""",
        merges="A1:C1",
    )
    assert read(grid, layout="blocks", above="round") == (
        [
            "round 1 (A1), driver ann (B3), place 1 (A3), total_time 1862111 (C3)",
            "round 1 (A1), driver ben (B4), place 2 (A4), total_time 1864000 (C4)",
            "round 2 (F1), driver ben (E3), place 1 (F3), laps 12 (G3)",
            "round 3 (A6), driver cid (A8), place 1 (B8)",
        ],
        [],
    )


def test_blocks_to_the_right_that_share_the_drivers_on_the_left() -> None:
    """Ben has no result in round 2: where he starts was laid out before."""
    grid = drawn("""
       |     | Round 1 |     |      | Round 2
Driver | No. | Grid    | Pos | Laps | Grid | Pos | Laps
Ann    | 7   | 1       | 2   | 10   | 2    | 1   | 9
Ben    | 8   | 2       | 1   | 10   | 1    |     |
""")
    facts, problems = read(grid, layout="blocks", above="round")
    assert problems == []
    assert facts == [
        "round 1 (C1), driver ann (A3), place 2 (D3), number 7 (B3), laps 10 (E3), start 1 (C3)",
        "round 1 (C1), driver ben (A4), place 1 (D4), number 8 (B4), laps 10 (E4), start 2 (C4)",
        "round 2 (F1), driver ann (A3), place 1 (G3), number 7 (B3), laps 9 (H3), start 2 (F3)",
    ]


def test_a_block_with_a_slip_in_its_header_takes_nobody_elses_drivers() -> None:
    grid = drawn("""
Round 1 |     |      |  | Round 2
Driver  | Pos | Laps |  | Drivr | Pos | Laps
Ann     | 1   | 9    |  | Ben   | 1   | 9
""")
    facts, problems = read(grid, layout="blocks", above="round")
    assert facts == []
    assert problems[0] == "error F2: There is no column 'driver' in the header row 2; the block isn't read."


def test_rounds_and_pools_above_blocks() -> None:
    """Round 1 stands over the first of its blocks only; the second Gold has no round of its own."""
    header = "Driver | Pos | | Driver | Pos | | Driver | Pos"
    rounds, pools = "Round 1 | | | | | | Round 2", "Gold | | | Silver | | | Gold"
    grid = drawn(f"{rounds}\n{pools}\n{header}\nAnn | 1 | | Ben | 1 | | Cid | 1")
    assert read(grid, layout="blocks", above=["round", "pool"]) == (
        [
            "round 1 (A1), driver ann (A4), pool Gold (A2), place 1 (B4)",
            "round 1 (A1), driver ben (D4), pool Silver (D2), place 1 (E4)",
            "round 2 (G1), driver cid (G4), pool Gold (G2), place 1 (H4)",
        ],
        [],
    )
    without = drawn(f"Round 1\n{pools}\n{header}\nAnn | 1 | | Ben | 1 | | Cid | 1")
    facts, problems = read(without, layout="blocks", above=["round", "pool"])
    assert facts is not None and len(facts) == 2
    assert problems == [
        "error G3: This block stands under the same headings as the one in A3; it isn't read."
    ]


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("", "error A2: No round stands above this block; it isn't read."),
        (
            "Season 3 (12 March)",
            "error A1: 'Season 3 (12 March)' names no round; the block below it isn't read.",
        ),
        (
            "Round 1 and Round 2",
            "error A1: This heading names more than one round (1 and 2); what stands below it isn't read.",
        ),
    ],
)
def test_a_heading_that_names_no_round_or_two(heading: str, said: str) -> None:
    grid = drawn(f"{heading} |\nDriver | Pos\nAnn | 1")
    assert read(grid, layout="blocks", above="round") == ([], [said])


def test_words_and_totals_in_a_matrix() -> None:
    grid = drawn("""
Driver | R1  | R2
Ann    | DNF | P2
Total  | 12  | 13
""")
    assert read(grid, layout="matrix") == (
        [
            "round 1 (B1), driver ann (A2), place None (B2), status DNF (B2)",
            "round 2 (C1), driver ann (A2), place 2 (C2)",
        ],
        ["note A3: The row is taken for a total, because it says 'Total'; it isn't read."],
    )
