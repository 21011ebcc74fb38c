"""Nothing private in a public place, and nothing of the user's overwritten by accident."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import openpyxl
from conftest import computed
from test_commands import call

from sheets_sync.announce.viewing import results_view
from sheets_sync.jobs.run import sync
from sheets_sync.pipeline import plan
from sheets_sync.plan.safety import Consent
from sheets_sync.tables.table import decimal


def _edit(folder: Path, old: str, new: str) -> None:
    path = folder / "league.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_an_unpublished_standing_is_not_announced(demo_folder: Path) -> None:
    _edit(demo_folder, "\nwrite:", "\nrules: {standings: {drivers: {published: no}}}\n\nwrite:")
    _edit(demo_folder, "  - {table: drivers, to: public!Standings!A6:K70}\n", "")
    view = results_view(computed(demo_folder).season)
    assert view is not None and view.standings == ()


def test_a_tie_break_by_licence_points_stays_private(demo_folder: Path) -> None:
    """The licence is private, and the tie-break's words tell how it stands."""
    _edit(
        demo_folder,
        "{table: drivers, to: public!Standings!A6:K70}",
        "{table: drivers, to: public!Standings!A6:K70, columns: [rank, name, tie_break]}",
    )
    made = plan(computed(demo_folder), Consent())
    assert made.forbidden
    assert [p.message for p in made.problems if "tie_break" in p.message] == [
        "The column 'tie_break' is private, but the spreadsheet 'public' is public."
    ]


def test_a_plan_is_never_saved_over_something_else(demo_folder: Path) -> None:
    before = (demo_folder / "coordinators.xlsx").read_bytes()
    result = call("plan", demo_folder, "--save", demo_folder / "coordinators.xlsx")
    assert result.exit_code == 4
    assert "it isn't overwritten" in result.stderr
    assert (demo_folder / "coordinators.xlsx").read_bytes() == before


def test_a_plan_saved_again_is_for_its_owner_only(demo_folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "plan.json"
    saved.write_text("{}", "utf-8")
    saved.chmod(0o644)
    assert call("plan", demo_folder, "--save", saved).exit_code == 0
    assert saved.stat().st_mode & 0o077 == 0
    assert json.loads(saved.read_text("utf-8"))["changes"]


def test_an_announcement_that_turns_private_leaves_the_public_folder(demo_folder: Path) -> None:
    sync(computed(demo_folder), Consent())
    assert (demo_folder / "announcements" / "pool-grid.md").exists()
    _edit(demo_folder, "{template: pool-grid, audience: public}", "{template: pool-grid, audience: private}")
    sync(computed(demo_folder), Consent())
    assert not (demo_folder / "announcements" / "pool-grid.md").exists()
    assert (demo_folder / "announcements" / "private" / "pool-grid.md").exists()


def test_an_announcement_in_another_encoding_is_written_anew(demo_folder: Path) -> None:
    sync(computed(demo_folder), Consent())
    kept = demo_folder / "announcements" / "pool-grid.md"
    text = kept.read_bytes()
    kept.write_bytes("Zo\xeb".encode("latin-1"))
    assert not sync(computed(demo_folder), Consent()).problems
    assert kept.read_bytes() == text


def test_a_remark_merged_beside_a_row_doesnt_hide_it(demo_folder: Path) -> None:
    """Kenji Sato's row keeps its points, whatever is merged to the right of the table."""
    before = computed(demo_folder).season.standings[2]
    book = openpyxl.load_workbook(demo_folder / "coordinators.xlsx")
    book["Results"].merge_cells("L22:N22")
    book["Results"]["L22"] = "checked twice"
    book.save(demo_folder / "coordinators.xlsx")
    assert computed(demo_folder).season.standings[2] == before


def test_a_range_among_the_rows_that_are_read_is_refused(demo_folder: Path) -> None:
    """Our own standings would be read as results the next time."""
    _edit(demo_folder, "write:  ", "write:\n  - {table: licence, to: stewards!Fair play!A40:F110}\n#")
    made = plan(computed(demo_folder), Consent())
    said = [problem.message for problem in made.problems if "that are read" in problem.message]
    fate = "lies in columns of stewards!Fair play that are read. Nothing is written."
    assert said == [f"The range of 'licence' {fate}"]


def test_private_workbooks_are_written_before_public_ones(demo_folder: Path) -> None:
    """Whatever the order in league.yaml: if a run stops between two, nothing public runs ahead."""
    line = "  public: {path: public.xlsx, access: public}\n"
    _edit(demo_folder, line, "")
    _edit(demo_folder, "  coordinators: {path", line + "  coordinators: {path")
    outcome = sync(computed(demo_folder), Consent())
    assert [name for name, _ in outcome.applied.written] == ["stewards", "public"]


def test_cents_are_rounded_half_up() -> None:
    """1/8 is 0.125: shown as 0.13."""
    assert str(decimal(Fraction(1, 8), 2)) == "0.13"
