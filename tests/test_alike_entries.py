"""Entries that look like a slip of the pen are noted, and read all the same."""

from __future__ import annotations

import pytest

from sheets_sync.records.alike import alike
from sheets_sync.records.entries import KIND, Entrant
from sheets_sync.row_refs import RowRef, TabColumns

COLUMNS = TabColumns("book", "Entries", {"driver": 1, "number": 2, "team": 3})


def entrants(*rows: dict[str, str]) -> list[Entrant]:
    """One below the other, from row 2 on."""
    return [KIND.make(RowRef(COLUMNS, row), **each) for row, each in enumerate(rows, 2)]


def teams(*names: str) -> list[str]:
    rows = [{"driver": f"D{index}", "team": name} for index, name in enumerate(names)]
    return [f"{each.severity.value} {each}" for each in alike(entrants(*rows))]


def test_one_number_twice() -> None:
    found = alike(
        entrants(
            {"driver": "Ann", "number": "7", "team": "Red"},
            {"driver": "Ben", "number": "8", "team": "Red"},
            {"driver": "Cid", "number": "7", "team": "Blue"},
        )
    )
    assert [str(each) for each in found] == [
        "book!Entries!B4: Cid has No. 7, as Ann has in B2. Look which is right."
    ]


@pytest.mark.parametrize(
    "other",
    [
        {"team": "Red"},  # they share a car
        {"team": "Blue", "role": "reserve"},  # in somebody's place
        {"team": "Blue", "car_class": "Gold"},  # classes number their cars by themselves
        {"team": "Blue", "number": "07"},  # another number
    ],
)
def test_one_number_twice_on_purpose(other: dict[str, str]) -> None:
    ann = {"driver": "Ann", "number": "7", "team": "Red"}
    assert alike(entrants(ann, {"driver": "Ben", "number": "7", **other})) == []


def test_a_misspelt_team_is_noted_on_the_rarer_one() -> None:
    assert teams("Night Owls", "Nigth Owls", "Night Owls") == [
        "note book!Entries!C3: The team 'Nigth Owls' is nearly 'Night Owls', but another one. "
        "If it is the same, write 'Night Owls'."
    ]


def test_of_two_teams_of_one_only_one_is_noted() -> None:
    assert len(teams("RedBull", "Red Bull")) == 1
    assert len(teams("Red", "Redd")) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Red Bull 1", "Red Bull 2"),
        ("Team A", "Team B"),
        ("Alfa", "Alfa", "Alpha", "Alpha"),
        ("red bull", "Red Bull"),
        ("GT3 North", "GT4 North"),
    ],
)
def test_teams_that_are_two_or_one(names: tuple[str, ...]) -> None:
    assert teams(*names) == []


@pytest.mark.parametrize("slip", ["Night Owl", "Night Owlss", "Night Owks", "Nigth Owls", "Night-Owls"])
def test_a_letter_less_or_more_or_another_and_two_exchanged(slip: str) -> None:
    assert len(teams("Night Owls", slip, "Night Owls", "Day Larks", "Day Larks")) == 1
