"""The examples of docs/league-file.md: what the page says of each picture reads that picture's workbook."""

from __future__ import annotations

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from test_layout_leagues import ENTRIES, LEAGUE, RULESET

from sheets_sync.pipeline import compute, set_up
from sheets_sync.problems import Severity

DOCS = Path(__file__).resolve().parent.parent / "docs"
sys.path.insert(0, str(DOCS))
from layout_examples import EXAMPLES, workbook  # noqa: E402

PAGE = (DOCS / "league-file.md").read_text(encoding="utf-8")
SECTION = re.compile(
    r"^#### [^\n]+\n(?:(?!^###).)*?images/layouts/(\w+)\.png\)\n+```yaml\n(.*?)```", re.DOTALL | re.MULTILINE
)
SHOWN = {match[1]: match[2] for match in SECTION.finditer(PAGE)}
PEOPLE = ["Ann Rivers", "Ben Hollow", "Cid Marsh", "Dot Field", "Eve Stone"]
EXPECTED = {
    "rows": [
        "1 ann-rivers 1 A4 B4 C4",
        "1 ben-hollow 2 A4 B5 C5",
        "2 ben-hollow 1 A6 B6 C6",
        "2 ann-rivers 2 A6 B7 C7",
    ],
    "matrix": [
        "1 ann-rivers 1 C2 B3 C3",
        "1 ben-hollow 2 C2 B4 C4",
        "2 ann-rivers 3 D2 B3 D3",
        "2 ben-hollow 1 D2 B4 D4",
        "2 cid-marsh 2 D2 B5 D5",
    ],
    "blocks": [
        "1 ann-rivers 1 A1 B3 A3",
        "1 ben-hollow 2 A1 B4 A4",
        "2 ben-hollow 1 E1 F3 E3",
        "2 ann-rivers 2 E1 F4 E4",
        "3 cid-marsh 1 A6 A8 B8",
    ],
    "pattern": [
        "1 ann-rivers 1 A2 B2 A2",
        "1 ben-hollow 2 A3 B3 A3",
        "1 dot-field 1 A2 B2 A2",
        "1 cid-marsh 2 A3 B3 A3",
    ],
    "lists": [
        "1 ann-rivers Gold A1 A3 A2",
        "1 ben-hollow Gold A1 A4 A2",
        "1 cid-marsh Silver A1 B3 B2",
        "1 dot-field Silver A1 B4 B2",
        "1 eve-stone Bronze A1 C3 C2",
        "2 cid-marsh Gold A6 A8 A7",
        "2 ann-rivers Silver A6 B8 B7",
        "2 dot-field Bronze A6 C8 C7",
    ],
    "form": ["1 ann-rivers work C2 B2 D2", "2 dot-field holidays C3 B3 D3"],
}
TELLS = {"results": "place", "choices": "pool", "sign_outs": "reason"}
"""Kind -> what stands third in a line: round, driver and that, then the cells of the three."""


def test_every_layout_is_shown() -> None:
    assert set(SHOWN) == set(EXAMPLES) == set(EXPECTED)
    for name in SHOWN:
        assert 0 < (DOCS / "images" / "layouts" / f"{name}.png").stat().st_size < 60_000


@pytest.mark.parametrize("name", EXPECTED)
def test_what_is_shown_is_read(name: str, tmp_path: Path) -> None:
    rules = RULESET.replace("R2: {dates: 2024-01-08}", "R2: {}, R3: {}").replace("Silver]", "Silver, Bronze]")
    rules = rules if "pool" in SHOWN[name].lower() else re.sub(r"pools: .*\n", "", rules)
    (tmp_path / "rulesets" / "layouts").mkdir(parents=True)
    (tmp_path / "rulesets" / "layouts" / "ruleset.yaml").write_text(rules, encoding="utf-8")
    (tmp_path / "league.yaml").write_text(f"{LEAGUE}  {SHOWN[name]}", encoding="utf-8")
    entries = [ENTRIES[0], *([each] for each in PEOPLE)]
    workbook(tmp_path / "season.xlsx", EXAMPLES[name], {"Entries": entries})
    setup, problems = set_up(tmp_path)
    assert setup is not None, problems
    found = compute(setup, datetime(2024, 2, 1, tzinfo=UTC))
    assert [str(each) for each in found.problems if each.severity is Severity.ERROR] == []
    [kind] = [kind for kind in TELLS if setup.league.read.get(kind)]
    rows = getattr(found.gathered.facts, kind)
    assert [_line(row, TELLS[kind]) for row in rows] == EXPECTED[name]


def _line(row: object, told: str) -> str:
    names = ("round", "driver", told)
    values = (str(getattr(row, name)) for name in names)
    cells = (row.row.cell(name).a1 for name in names)  # type: ignore[attr-defined]
    return " ".join([*values, *cells])
