"""Every kind of rule has its module, docstring, case file and page, and no setting goes without a case."""

from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel
from rule_cases import FOLDER, RuleCase, load_cases

from sheets_sync import marked_yaml
from sheets_sync.ruleset.items import Item
from sheets_sync.ruleset.kinds.season import RoundEntry
from sheets_sync.ruleset.model import SECTIONS, Section

DOCS = Path(__file__).resolve().parent.parent / "docs"
KINDS = [section.name for section in SECTIONS]


@pytest.fixture
def generator(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.syspath_prepend(str(DOCS))
    return runpy.run_path(str(DOCS / "make_rule_pages.py"))


def test_the_pages_are_up_to_date(generator: dict[str, Any]) -> None:
    """If they aren't: python docs/make_rule_pages.py"""
    written = {path.name: path.read_text("utf-8") for path in (DOCS / "rules").glob("*.md")}
    assert written == {name: text.rstrip() + "\n" for name, text in generator["pages"]().items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_whole(kind: str, generator: dict[str, Any]) -> None:
    documentation = generator["module_of"](kind).__doc__ or ""
    cases = _cases_of(kind)
    assert documentation.startswith(f"{kind}: ")
    assert len(documentation.splitlines()) > 3
    assert len({case.name for case in cases}) == len(cases)
    assert sum(case.example for case in cases) in (2, 3)


@pytest.mark.parametrize("section", SECTIONS, ids=KINDS)
def test_every_setting_has_a_case(section: Section) -> None:
    cases = _cases_of(section.name)
    written = set(_written(cases, section.name))
    assert sorted(_settings(section.model) - _settings(Item) - written) == []


@pytest.mark.parametrize("section", SECTIONS, ids=KINDS)
def test_every_setting_is_described(section: Section) -> None:
    for model in (section.model, *_nested(section.model)):
        assert [name for name, field in model.model_fields.items() if not field.description] == []


def test_every_shared_setting_has_a_case() -> None:
    cases = [case for kind in KINDS for case in _cases_of(kind)]
    written = {key for kind in KINDS for key in _written(cases, kind)}
    assert sorted(_settings(Item) - written) == []
    calendar = set(_written(cases, "calendar"))
    assert sorted(_settings(RoundEntry) - _settings(Item) - calendar) == []


def _cases_of(kind: str) -> list[RuleCase]:
    """The cases of a kind: those of its file, and of the files beside it that its name begins."""
    paths = [FOLDER / f"{kind}.yaml", *sorted(FOLDER.glob(f"{kind}_*.yaml"))]
    return [case for path in paths for case in load_cases(path)]


def _settings(model: type[BaseModel]) -> set[str]:
    """The settings of a model and of the models inside it, as they are written."""
    own = {field.alias or name for name, field in model.model_fields.items()}
    return own.union(*(_settings(inner) for inner in _nested(model)))


def _nested(model: type[BaseModel]) -> list[type[BaseModel]]:
    return [inner for field in model.model_fields.values() for inner in _models_in(field.annotation)]


def _models_in(hint: Any) -> Iterator[type[BaseModel]]:
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        yield hint
    for argument in get_args(hint):
        yield from _models_in(argument)


def _written(cases: list[RuleCase], section: str) -> Iterator[str]:
    """Every key that stands below a section in the rules of the cases."""
    for case in cases:
        yield from _keys(marked_yaml.plain(case.rules).get(section))


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _keys(inner)
