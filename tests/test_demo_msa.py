"""The demo league of the MSA ruleset against what was worked out by hand (demo/expected_msa.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import computed
from demo_facts import FACTS

from sheets_sync.jobs.demo import lay_out
from sheets_sync.pipeline import Run

EXPECTED: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "demo" / "expected_msa.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def msa(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("demo") / "msa"
    fresh, problems = lay_out(folder, "msa")
    assert fresh and not problems
    return computed(folder)


@pytest.mark.parametrize("fact", list(EXPECTED))
def test_what_the_season_came_to(msa: Run, fact: str) -> None:
    expected = EXPECTED[fact]
    assert FACTS[fact](msa, expected) == (sorted(expected) if isinstance(expected, list) else expected)


def test_every_entry_cites_an_article_that_exists(msa: Run) -> None:
    articles = msa.setup.ruleset.articles
    for entry in msa.season.entries:
        assert entry.article and set(entry.article.split(", ")) <= set(articles), entry
