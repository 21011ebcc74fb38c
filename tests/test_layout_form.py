"""`layout: form`: whole questions as headers."""

from __future__ import annotations

from layout_grids import drawn, read

TIMES = "2023-03-04 18:00"


def test_the_questions_of_a_sign_out_form() -> None:
    grid = drawn(f"""
Timestamp | Your name (as in the entry list) | Which round are you signing out of? | What's the reason?
{TIMES} | Ann | Round 3 | work
""")
    assert read(grid, "sign_outs", layout="form") == (
        ["driver ann (B2), round 3 (C2), at 2023-03-04 18:00:00+00:00 (A2), reason work (D2)"],
        [],
    )


def test_a_question_of_two_fields_goes_to_the_one_that_has_no_other() -> None:
    """`Your name` can only be the driver, so that the name of the team is the team."""
    grid = drawn("Your name | Name of your team\nAnn | Apex")
    assert read(grid, "entries", layout="form") == (["driver Ann (A2), team Apex (B2)"], [])


def test_questions_that_compete_are_for_a_person_to_decide() -> None:
    grid = drawn(f"""
Timestamp | Your name | Name of who you report to | Your pool or round
{TIMES} | Ann | Ben | Gold
""")
    assert read(grid, "choices", layout="form") == (
        None,
        [
            "error B1: 'Your name' can be the driver, and so can C1; the tab isn't read.",
            "error C1: 'Name of who you report to' can be the driver, and so can B1; the tab isn't read.",
            "error D1: 'Your pool or round' can be the round or the pool; the tab isn't read.",
        ],
    )


def test_columns_name_the_right_question() -> None:
    grid = drawn(f"""
Timestamp | Your PSN ID | Which round? | Which pool?
{TIMES} | Ann | 2 | Gold
""")
    facts = ["driver ann (B2), round 2 (C2), pool Gold (D2), at 2023-03-04 18:00:00+00:00 (A2)"]
    assert read(grid, "choices", layout="form", columns={"driver": "Your PSN ID"}) == (facts, [])
    asked = "error tab: No question in row 1 asks for the driver; the tab isn't read."
    assert read(grid, "choices", layout="form") == (None, [asked])
