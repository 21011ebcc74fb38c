"""The few names that scripts may rely on."""

from __future__ import annotations

from pathlib import Path

import sheets_sync


def test_a_script_can_do_what_the_command_line_does(demo_folder: Path) -> None:
    setup, problems = sheets_sync.set_up(demo_folder)
    assert setup is not None and not problems
    now, _ = sheets_sync.now_of(setup, None)
    assert now.isoformat() == "2023-10-08T18:00:00+02:00"
    run = sheets_sync.compute(setup, now)
    assert sheets_sync.plan_run(run, sheets_sync.Consent()).changes
    assert dict(sheets_sync.sync(run, sheets_sync.Consent()).applied.written).keys() == {"stewards", "public"}


def test_every_name_that_is_listed_exists() -> None:
    assert all(getattr(sheets_sync, name) for name in sheets_sync.__all__)
