"""The printed schema says of a ruleset what loading says: the same is right, and the same is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from sheets_sync import marked_yaml
from sheets_sync.commands import rules_schema
from sheets_sync.ruleset.load import draft_ruleset
from sheets_sync.ruleset.schema.document import league_schema, ruleset_schema

PROJECT = Path(__file__).resolve().parent.parent
RULESETS = sorted(PROJECT.glob("rulesets/*/ruleset.yaml")) + sorted(
    PROJECT.glob("examples/*/rulesets/*/ruleset.yaml")
)
LEAGUES = sorted(PROJECT.glob("examples/*/league.yaml"))
SCHEMA = Draft202012Validator(ruleset_schema())
LEAGUE = Draft202012Validator(league_schema())


def read(path: Path) -> Any:
    node, problems = marked_yaml.load(path)
    assert not problems
    return marked_yaml.plain(node)


def as_editors_see(value: Any) -> Any:
    """Texts as YAML 1.2 types them where nobody put quotation marks."""
    if isinstance(value, dict):
        return {key: as_editors_see(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_editors_see(each) for each in value]
    if value in ("true", "false"):
        return value == "true"
    if re.fullmatch(r"[-+]?\d+", value or ""):
        return int(value)
    return float(value) if re.fullmatch(r"[-+]?\d+\.\d+", value or "") else value


def wrong(validator: Draft202012Validator, value: Any) -> list[str]:
    return [f"{list(each.absolute_path)}: {each.message[:100]}" for each in validator.iter_errors(value)]


def test_both_are_schemas_of_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    for what in ("ruleset", "league"):
        assert rules_schema.run(what) == 0
        printed = json.loads(capsys.readouterr().out)
        assert printed["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(printed)


@pytest.mark.parametrize("path", RULESETS, ids=lambda path: path.parent.name)
def test_the_shipped_rulesets_are_right(path: Path) -> None:
    assert wrong(SCHEMA, read(path)) == []
    assert wrong(SCHEMA, as_editors_see(read(path))) == []


@pytest.mark.parametrize("path", LEAGUES, ids=lambda path: path.parent.name)
def test_the_league_files_are_right(path: Path) -> None:
    assert wrong(LEAGUE, read(path)) == []
    assert wrong(LEAGUE, as_editors_see(read(path))) == []


def misspelt(value: Any, depth: int = 0) -> Iterator[Any]:
    """The ruleset with one section, or one setting of a section, misspelt."""
    for key, inner in value.items():
        rest = {name: each for name, each in value.items() if name != key}
        yield {**rest, f"{key}x": inner}
        single = ("season", "roster", "pools", "absence", "cases", "tariff", "classification", "movement")
        if depth == 0 and isinstance(inner, dict) and key in single:
            yield from ({**value, key: changed} for changed in misspelt(inner, 1))


@pytest.mark.parametrize("path", RULESETS, ids=lambda path: path.parent.name)
def test_no_misspelt_setting_is_right(path: Path) -> None:
    for changed in misspelt(read(path)):
        assert wrong(SCHEMA, changed), changed


FORMS = yaml.safe_load((PROJECT / "tests" / "cases" / "forms.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("verdict", "text"), [(verdict, text) for verdict in FORMS for text in FORMS[verdict]]
)
def test_schema_and_loading_agree(verdict: str, text: str, tmp_path: Path) -> None:
    text = text if text.startswith("calendar") else f"calendar: 8\n{text}"
    (tmp_path / "tried").mkdir()
    (tmp_path / "tried" / "ruleset.yaml").write_text(text, encoding="utf-8")
    draft, problems = draft_ruleset("tried", [tmp_path])
    value = read(tmp_path / "tried" / "ruleset.yaml")
    by_schema = not wrong(SCHEMA, value), not wrong(SCHEMA, as_editors_see(value))
    assert (draft is not None, *by_schema) == (verdict == "right",) * 3, [str(each) for each in problems]


@pytest.mark.parametrize(
    ("read_as", "fits"),
    [
        ("standard", True),
        ({"standard": "book", "cases": {"tab": "book!Cases", "rows": "5-9"}}, True),
        ({"entries": [{"tab": "book!Entries", "columns": {"driver": "Name"}}]}, True),
        ("standrd", False),
        ({"entrys": {"tab": "book!Entries"}}, False),
        ({"entries": {"tab": "Entries"}}, False),
        ({"entries": {"columns": {"driver": "Name"}}}, False),
    ],
)
def test_what_a_league_reads(read_as: object, fits: bool) -> None:
    league = {"league": "X", "ruleset": "base", "spreadsheets": {}, "read": read_as}
    assert (wrong(LEAGUE, league) == []) is fits
