"""`layout: rows`: headers in two rows, several headers below each other, merged and left-out values."""

from __future__ import annotations

from layout_grids import drawn, read


def test_every_block_with_a_header_of_its_own_is_read() -> None:
    """The second one has more columns, and in another order."""
    grid = drawn("""
ROUND 1
Driver | Round | Pos
Ann    | 1     | 1
Ben    | 1     | 2
       |       |
ROUND 2
Pos | Driver | Round | Laps
1   | Ben    | 2     | 12
""")
    assert read(grid) == (
        [
            "round 1 (B3), driver ann (A3), place 1 (C3)",
            "round 1 (B4), driver ben (A4), place 2 (C4)",
            "round 2 (C8), driver ben (B8), place 1 (A8), laps 12 (D8)",
        ],
        [],
    )


def test_a_header_that_lacks_what_is_needed_is_said() -> None:
    grid = drawn("""
Round | Driver | Pos | Laps
1     | Ann    | 1   | 12
      |        |     |
Rund  | Driver | Pos | Laps
2     | Ben    | 1   | 12
""")
    facts, problems = read(grid)
    assert facts == [
        "round 1 (A2), driver ann (B2), place 1 (C2), laps 12 (D2)",
        "round 2 (A5), driver ben (B5), place 1 (C5), laps 12 (D5)",
    ]
    assert problems == [
        "warning B4: This seems to be a header, but it has no column 'round'; it isn't taken for one."
    ]


def test_headings_over_groups_of_columns() -> None:
    """Driver and Round are merged over both rows, Race stands over the first of its columns only."""
    grid = drawn(
        """
Season 2023 |
Driver | Round | Qualifying |      | Race |
       |       | Pos        | Time | Pos  | Best lap
Ann    | 1     | 3          | 1:30.5 | 1  | 1:31.5
""",
        merges="A1:F1 A2:A3 B2:B3 C2:D2",
    )
    facts = ["round 1 (B4), driver ann (A4), place 1 (E4), best_lap 91500 (F4)"]
    columns = {"place": "Race Pos", "best_lap": "Race Best lap"}
    assert read(grid, columns={**columns, "total_time": "Race Total"}, set={"total_time": "1:00"})[0] == facts
    wrong = read(grid)
    assert wrong[0] == [
        "round 1 (B4), driver ann (A4), total_time 90500 (D4), best_lap 91500 (F4)",
    ]
    assert wrong[1] == ["error E3: The header 'Pos' stands here and in C3; neither column is read."]


def test_the_header_rows_can_be_named() -> None:
    grid = drawn("""
      | Race
Round | Driver | Pos
      |        | at the flag
1     | Ann    | 2
""")
    assert read(grid, header="2-3", columns={"place": "Pos at the flag"}) == (
        ["round 1 (A4), driver ann (B4), place 2 (C4)"],
        [],
    )


def test_a_merged_cell_counts_for_all_its_rows() -> None:
    grid = drawn(
        """
Round | Driver | Pos
1     | Ann    | 1
      | Ben    | 2
2     | Ann    | 1
      |        |
""",
        merges="A2:A3 A4:A5",
    )
    assert read(grid) == (
        [
            "round 1 (A2), driver ann (B2), place 1 (C2)",
            "round 1 (A2), driver ben (B3), place 2 (C3)",
            "round 2 (A4), driver ann (B4), place 1 (C4)",
        ],
        [],
    )


def test_what_cannot_be_read_in_a_merged_cell_is_said_once() -> None:
    grid = drawn("Round | Driver | Pos\nR99 | Ann | 1\n | Ben | 2", merges="A2:A3")
    assert read(grid) == ([], ["error A2: There is no round 'R99'. The row is left out."])


def test_blank_cells_take_the_value_above_where_league_yaml_says_so() -> None:
    grid = drawn("""
Round | Driver | Pos
1     | Ann    | 1
      | Ben    | 2
R2    |        |
      | Cid    | 1
""")
    assert read(grid, fill_down="round") == (
        [
            "round 1 (A2), driver ann (B2), place 1 (C2)",
            "round 1 (A2), driver ben (B3), place 2 (C3)",
            "round 2 (A4), driver cid (B5), place 1 (C5)",
        ],
        [],
    )
    assert read(grid)[1] == [
        "error A3: 'Round' is empty. The row is left out.",
        "error B4: 'Driver' is empty. The row is left out.",
        "error A5: 'Round' is empty. The row is left out.",
    ]


def test_hidden_rows_are_read_unless_league_yaml_skips_them() -> None:
    grid = drawn("Round | Driver\n1 | Ann\n1 | Ben", hidden=frozenset({2}))
    both = ["round 1 (A2), driver ann (B2)", "round 1 (A3), driver ben (B3)"]
    assert read(grid) == (both, [])
    assert read(grid, hidden="skip") == (both[1:], [])


def test_a_further_header_with_a_doubled_column_is_one_all_the_same() -> None:
    """What stands below it is read in its own columns, without the places that nobody can tell."""
    grid = drawn("""
Driver | Round | Pos | Laps
Ann    | 1     | 1   | 12
Pos | Driver | Round | Pos
4   | Ben    | 2     | 3
""")
    assert read(grid) == (
        ["round 1 (B2), driver ann (A2), place 1 (C2), laps 12 (D2)", "round 2 (C4), driver ben (B4)"],
        ["error D3: The header 'Pos' stands here and in A3; neither column is read."],
    )
