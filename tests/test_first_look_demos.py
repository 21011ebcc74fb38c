"""`init` finds by itself how the demo leagues are laid out: at least 95 % of their tabs and columns."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sheets_sync import shipped
from sheets_sync.commands import init
from sheets_sync.jobs.demo import lay_out
from tests.first_look_measure import measure

RULESETS = {
    "rover": "rover-oceasia-2023",
    "jms": "jms-national-final-2021",
    "msa": "msa-2021",
    "aor": "aor-gtsport",
    "atk": "atk-proseries-2022",
}


@pytest.mark.parametrize("ruleset", ["its own", "base"])
@pytest.mark.parametrize("demo", RULESETS)
def test_a_demo_league_is_found(demo: str, ruleset: str, tmp_path: Path) -> None:
    folder, made = tmp_path / "league", tmp_path / "made"
    lay_out(folder, demo)
    books = [str(path) for path in sorted(folder.glob("*.xlsx"))]
    name = RULESETS[demo] if ruleset == "its own" else "base"
    init.run(books, made, name, None, settled=True, as_json=True)
    found = measure(made / "league.yaml", folder / "league.yaml")
    assert found.is_good(), str(found)


def test_no_file_is_touched(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    shutil.copyfile(shipped.demo_league("atk") / "race_office.xlsx", book)
    before = book.read_bytes(), book.stat().st_mtime_ns
    init.run([str(book)], tmp_path, "base", None, settled=True, as_json=True)
    assert (book.read_bytes(), book.stat().st_mtime_ns) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["book.xlsx", "league.yaml"]
