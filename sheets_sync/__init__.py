"""The automation behind a racing league that lives in spreadsheets.

The public API, for scripts and notebooks::

    from pathlib import Path
    from sheets_sync import Consent, compute, now_of, plan_run, set_up, sync

    setup, problems = set_up(Path("league.yaml"))   # a checked league and its ruleset, or None
    now, _ = now_of(setup, None)                    # the league's `as_of`, else the clock
    run = compute(setup, now)                       # facts, season (ledger), tables, problems
    plan_run(run, Consent()).changes                # what a sync would write, cell by cell
    sync(run, Consent())                            # writes it and renders the announcements

Names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Consent": ("sheets_sync.plan.safety", "Consent"),
    "Problem": ("sheets_sync.problems", "Problem"),
    "compute": ("sheets_sync.pipeline", "compute"),
    "now_of": ("sheets_sync.jobs.run", "now_of"),
    "plan_run": ("sheets_sync.pipeline", "plan"),
    "set_up": ("sheets_sync.pipeline", "set_up"),
    "sync": ("sheets_sync.jobs.run", "sync"),
}

__all__ = ["Consent", "Problem", "compute", "now_of", "plan_run", "set_up", "sync"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sheets_sync' has no attribute '{name}'")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)
