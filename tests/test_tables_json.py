"""The JSON of `tables --json`: its published schema, exact values, and a ledger that adds up."""

from __future__ import annotations

import json
import re
import sys
from fractions import Fraction
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rule_cases import run_on

from sheets_sync.pipeline import Run
from sheets_sync.tables.export.make import document
from sheets_sync.tables.export.model.document import schema
from sheets_sync.tables.registry import make_tables

DOCS = Path(__file__).parents[1] / "docs"
sys.path.insert(0, str(DOCS))


@pytest.fixture(scope="module")
def demo(demo_run: Run) -> dict[str, Any]:
    made = document(demo_run.setup.league.name, demo_run.season, demo_run.tables, demo_run.problems)
    return json.loads(json.dumps(made.model_dump(mode="json")))


def test_the_demo_fits_the_published_schema(demo: dict[str, Any]) -> None:
    published = json.loads((DOCS / "schemas" / "tables.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(published).validate(demo)


def test_the_published_schemas_are_up_to_date() -> None:
    import make_schemas

    for name, text in make_schemas.schemas().items():
        written = (DOCS / "schemas" / name).read_text(encoding="utf-8")
        assert written == text, f"run python docs/make_schemas.py ({name})"


def test_a_misspelt_part_is_no_document(demo: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate({**demo, "ledgers": []})


def test_the_ledger_adds_up_to_accounts_and_standings(demo: dict[str, Any]) -> None:
    """Every account is the sum of its entries; a driver's points accounts are the driver's total."""
    sums: dict[tuple[str, str], Fraction] = {}
    for entry in demo["ledger"]:
        key = (entry["account"], entry["subject"]["key"])
        sums[key] = sums.get(key, Fraction(0)) + Fraction(entry["amount"])
    accounts = {
        (each["account"], each["subject"]["key"]): Fraction(each["balance"]) for each in demo["accounts"]
    }
    assert {key: value for key, value in sums.items() if key in accounts} == accounts
    last = [table for table in demo["standings"] if table["name"] == "drivers"][-1]
    for line in last["lines"]:
        own = [
            value
            for (name, key), value in accounts.items()
            if name.startswith("points.") and key == line["key"]
        ]
        assert sum(own, start=Fraction(0)) == Fraction(line["points"]), line["name"]


def test_every_entry_names_its_cells_and_what_it_follows_from(demo: dict[str, Any]) -> None:
    ids = {entry["id"] for entry in demo["ledger"]}
    for entry in demo["ledger"]:
        assert entry["cells"] and entry["rule"]
        assert set(entry["because"]) <= ids


def test_moments_have_their_offset_and_times_are_milliseconds(demo: dict[str, Any]) -> None:
    """R1 ALPHA was driven in summer time, from 21:00 to 22:04; its winner needed less than an hour."""
    race = demo["rounds"][1]["races"][0]
    assert (race["start"], race["end"]) == ("2023-09-25T21:00:00+02:00", "2023-09-25T22:04:00+02:00")
    results = next(
        each for each in demo["classifications"] if (each["round"], each["session"]) == ("R1", "race")
    )
    assert isinstance(results["results"][0]["time"], int)
    assert 0 < results["results"][0]["time"] < 3_600_000


def test_points_are_exact_text() -> None:
    """Two thirds of 25 are 50/3, and one third of 25 is 25/3."""
    rules = """
calendar: 1
interruptions: {host: {bands: [{result: two parts, weights: [2/3, 1/3]}]}}
points: {race: {table: [25, 10]}}
"""
    from sheets_sync import marked_yaml

    changes, problems = marked_yaml.parse(rules, Path("rules.yaml"))
    assert not problems
    facts: dict[str, list[Any]] = {
        "entries": ["Ann", "Ben"],
        "interruptions": [{"round": "1", "kind": "host", "completed": "40 %"}],
        "results": [
            {"round": "1", "driver": "Ann", "pos": "1", "part": "first"},
            {"round": "1", "driver": "Ben", "pos": "2", "part": "first"},
            {"round": "1", "driver": "Ben", "pos": "1", "part": "restart"},
            {"round": "1", "driver": "Ann", "pos": "2", "part": "restart"},
        ],
    }
    season = run_on("base", changes, facts, "2030-01-01 00:00").season
    assert season is not None
    made = document("case", season, make_tables(season, ()), ()).model_dump(mode="json")
    lines = {line["name"]: line["points"] for line in made["standings"][-1]["lines"]}
    # Ann 2/3 of 25 and 1/3 of 10: 60/3 = 20; Ben 2/3 of 10 and 1/3 of 25: 45/3 = 15.
    assert lines == {"Ann": "20", "Ben": "15"}
    won = sorted(entry["amount"] for entry in made["ledger"] if entry["account"] == "points.race")
    assert won == sorted(["50/3", "10/3", "20/3", "25/3"])
    assert all(re.fullmatch(r"-?\d+(/\d+)?", entry["amount"]) for entry in made["ledger"])
