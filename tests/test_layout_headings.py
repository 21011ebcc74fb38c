"""Headings that can't be read: said on their own cell, and nothing is taken in their place."""

from __future__ import annotations

from layout_grids import drawn, read


def test_a_matrix_whose_only_heading_names_no_round() -> None:
    """The places of the first driver are no rounds."""
    grid = drawn("""
Driver | R9
Ann    | 1
Ben    | 2
""")
    assert read(grid, layout="matrix") == (
        None,
        ["error B1: 'R9' names no round; the column below it isn't read."],
    )


def test_the_first_heading_of_a_matrix_names_no_round() -> None:
    grid = drawn("""
Driver | R9 | R1
Ann    | 1  | 2
Ben    | 2  | 1
""")
    assert read(grid, layout="matrix") == (
        [
            "round 1 (C1), driver ann (A2), place 2 (C2)",
            "round 1 (C1), driver ben (A3), place 1 (C3)",
        ],
        ["warning B1: 'R9' names no round; the column below it isn't read."],
    )


def test_the_heading_that_names_nothing_is_told_from_the_one_beside_it() -> None:
    """Gold is the pool; the line above it should be the round."""
    grid = drawn("""
R9   |
Gold |
Pos  | Driver
1    | Ann
""")
    assert read(grid, layout="blocks", above=["round", "pool"]) == (
        [],
        ["error A1: 'R9' names no round; the block below it isn't read."],
    )


def test_places_of_a_block_above_are_no_headings() -> None:
    """The blocks on the right don't stand in the same columns: the 2 in D4 is Cid's place, and no round."""
    grid = drawn("""
R1  |        |   | R1  |
Pos | Driver |   | Pos | Driver
1   | Ann    |   | 1   | Ben
2   | Dot    |   | 2   | Cid

R2  |        | R9  |
Pos | Driver | Pos | Driver
1   | Dot    | 1   | Cid
""")
    assert read(grid, layout="blocks", above="round") == (
        [
            "round 1 (A1), driver ann (B3), place 1 (A3)",
            "round 1 (A1), driver dot (B4), place 2 (A4)",
            "round 1 (D1), driver ben (E3), place 1 (D3)",
            "round 1 (D1), driver cid (E4), place 2 (D4)",
            "round 2 (A6), driver dot (B8), place 1 (A8)",
        ],
        ["error C6: 'R9' names no round; the block below it isn't read."],
    )
