"""How long a run of a league on Google takes over loopback: 64 drivers, 10 rounds, all standard outputs.

    python benchmarks/on_google.py

The server that stands in for Google runs in a process of its own; its share of the time is printed, too,
for it is not ours. Start of the process is left out. A ratio below 1 is within the limit of a second.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tests.google.clients import account_info, new_key  # noqa: E402

LIMIT = 1.0
DRIVERS, ROUNDS = 64, 10
LEAGUE = """\
league: Benchmark
ruleset: base
as_of: 2030-06-01 12:00
spreadsheets:
  private: {{google: {private}, access: private}}
  public: {{google: {public}, access: public}}
read:
  entries: {{tab: private!Entries}}
  calendar: {{tab: private!Calendar}}
  results: {{tab: private!Results}}
  cases: {{tab: private!Penalties}}
write:
  - {{table: drivers, to: public!Standings!A3:R70}}
  - {{table: round results, to: public!Results!A3:L100}}
  - {{table: problems, to: private!Problems!A3:E100}}
rules:
  season: {{zone: Europe/Paris, start: "20:00"}}
  calendar: 10
  points: {{race: {{table: [25, 18, 15, 12, 10, 8, 6, 4, 2, 1]}}}}
"""


def tabs() -> tuple[dict[str, list[list[object]]], dict[str, list[list[object]]]]:
    draw, numbers = random.Random(3), range(1, ROUNDS + 1)
    names = [f"Driver {number:02}" for number in range(1, DRIVERS + 1)]
    results: list[list[object]] = [["Round", "Driver", "Place", "Time", "Best lap"]]
    for number in numbers:
        for place, name in enumerate(draw.sample(names, DRIVERS), 1):
            results.append([number, name, place, f"35:{place:02}.{draw.randrange(1000):03}", "1:52.345"])
    private = {
        "Entries": [["Driver", "Number", "Team"], *([n, i, f"Team {i // 2}"] for i, n in enumerate(names))],
        "Calendar": [["Round", "Date"], *([n, f"2030-{(n + 8) // 4:02}-{n + 1:02}"] for n in numbers)],
        "Results": results,
        "Penalties": [["Case", "Round", "Driver", "Code", "Verdict"]],
        "Problems": [["Problems"]],
    }
    return private, {"Standings": [["Standings"]], "Results": [["Results"]]}


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        private, public = new_key()
        (folder / "public.pem").write_bytes(public)
        key = str(folder / "public.pem")
        command = [sys.executable, "-m", "tests.google", "--port", "0", "--public-key", key]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                found = re.search(r"http://\S+?(?=[,\s])", server.stdout.readline())
                assert found is not None
                measure(folder, found[0], private)
            finally:
                server.terminate()


def measure(folder: Path, base: str, private: bytes) -> None:
    info = account_info(base, private, "sheets-sync@league.iam.gserviceaccount.com")
    (folder / "key.json").write_text(json.dumps(info), "utf-8")
    os.environ |= {"SHEETS_SYNC_GOOGLE_URL": base, "SHEETS_SYNC_CREDENTIALS": str(folder / "key.json")}
    ids = []
    for title, rows in zip(("private", "public"), tabs(), strict=True):
        share = {info["client_email"]: "writer"}
        order = {"title": title, "tabs": rows, "owner": "coordinator@league.example", "share": share}
        answer = requests.post(f"{base}/__test__/spreadsheets", json=order, timeout=60)
        ids.append(answer.json()["spreadsheetId"])
    (folder / "league.yaml").write_text(LEAGUE.format(private=ids[0], public=ids[1]), "utf-8")
    for what in ("everything to write", "nothing to write"):
        seconds, waited, written = run(folder)
        print(
            f"{what:20} {seconds * 1000:5.0f} ms, of which {waited * 1000:4.0f} ms waiting for the server; "
            f"{written} cells; {seconds / LIMIT:.2f} of the limit"
        )


def run(folder: Path) -> tuple[float, float, int]:
    """Seconds of a whole sync, seconds of it in requests, and the cells that were written."""
    from sheets_sync import pipeline
    from sheets_sync.jobs.run import now_of, sync
    from sheets_sync.plan.safety import Consent
    from sheets_sync.sources.google.calls import Calls

    waited = [0.0]
    asked = Calls._once

    def once(self: Calls, *args: object) -> object:
        start = time.perf_counter()
        try:
            return asked(self, *args)  # type: ignore[arg-type]
        finally:
            waited[0] += time.perf_counter() - start

    Calls._once = once  # type: ignore[assignment, method-assign]
    start = time.perf_counter()
    setup, problems = pipeline.set_up(folder)
    assert setup is not None, [str(problem) for problem in problems]
    now, _ = now_of(setup, None)
    outcome = sync(pipeline.compute(setup, now, writes=True), Consent())
    seconds = time.perf_counter() - start
    Calls._once = asked  # type: ignore[method-assign]
    assert not outcome.problems, [str(problem) for problem in outcome.problems]
    return seconds, waited[0], sum(count for _, count in outcome.applied.written)


if __name__ == "__main__":
    main()
